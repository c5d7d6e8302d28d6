using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.PersonalData;

/// <summary>Numbers that documentation and tests are full of, and those that the project allows. Nobody is harmed by them.</summary>
internal sealed class SampleNumbers
{
    /// <summary>number, or its beginning and <c>*</c> | where it is published.</summary>
    public static readonly KkList List = new("KkAnalyzers.SampleNumbers", 1, 2, Problem, Key);

    private readonly ImmutableHashSet<string> _numbers;
    private readonly ImmutableArray<string> _beginnings;

    private SampleNumbers(IEnumerable<string> numbers)
    {
        var keys = numbers.Select(Key).ToArray();
        _numbers = keys.Where(k => !IsBeginning(k)).ToImmutableHashSet(StringComparer.Ordinal);
        _beginnings = keys.Where(IsBeginning).Select(k => k.Substring(0, k.Length - 1)).ToImmutableArray();
    }

    /// <summary>The list with the user's lines, and the numbers of an option.</summary>
    public static SampleNumbers For(KkContext context, IEnumerable<string> allowed) => new(List.Lines(context).Select(l => l[0]).Concat(allowed));

    /// <summary>The list as it ships.</summary>
    public static SampleNumbers BuiltIn { get; } = new(List.BuiltIn.Select(l => l[0]));

    /// <param name="digits">Digits and capitals without separators.</param>
    public bool Contains(string digits) => _numbers.Contains(digits) || _beginnings.Any(b => digits.StartsWith(b, StringComparison.Ordinal));

    private static bool IsBeginning(string key) => key[key.Length - 1] == '*';

    private static string Key(string number)
    {
        var key = new string(number.Where(c => char.IsLetterOrDigit(c) || c == '*').ToArray()).ToUpperInvariant();
        return key.Length == 0 ? "?" : key;
    }

    private static string? Problem(ListLine line) =>
        line[0].Any(c => c is not ('.' or '-' or '/' or ' ' or '*') && (c > 'z' || !char.IsLetterOrDigit(c))) ? $"'{line[0]}' is no number"
        : line[0].IndexOf('*') is var star && star >= 0 && (star < line[0].Length - 1 || star < 4) ? "a * stands behind at least four digits"
        : null;
}
