using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Infrastructure;

/// <summary>One line of a list: its fields, trimmed, and where it stands.</summary>
/// <param name="Fields">The parts between <c>|</c>.</param>
/// <param name="Removes">The line began with <c>!</c>: it takes entries with the same first field out of the list.</param>
/// <param name="Location">Place in the file; <see cref="Location.None"/> for a built-in list.</param>
internal sealed record ListLine(ImmutableArray<string> Fields, bool Removes, Location Location)
{
    /// <summary>The field, or an empty string where the line is shorter.</summary>
    public string this[int index] => index < Fields.Length ? Fields[index] : "";
}

/// <summary>
/// A mergeable list of names or words. The built-in lines come from the catalogue; every additional file with the name
/// <c>{Name}.txt</c> or <c>{Name}.*.txt</c> adds to them, and <c>! first field</c> takes away. <c>#</c> starts a comment line.
/// </summary>
/// <param name="Name">File name without extension, such as <c>KkAnalyzers.Trackers</c>.</param>
/// <param name="MinFields">Fewest fields of a line.</param>
/// <param name="MaxFields">Most fields of a line.</param>
/// <param name="Problem">Says in English what is wrong with a line that has the right number of fields; null when nothing is.</param>
/// <param name="Key">What two first fields have in common when <c>!</c> means the one by the other; null: all but capitals.</param>
internal sealed record KkList(
    string Name,
    int MinFields,
    int MaxFields,
    Func<ListLine, string?>? Problem = null,
    Func<string, string>? Key = null)
{
    // Parsed once per process from this assembly's own resources: constant data, not state.
    private static readonly ConcurrentDictionary<string, ImmutableArray<ListLine>> BuiltInLines = new(StringComparer.Ordinal);

    /// <summary>The lines that ship with the rules.</summary>
    public ImmutableArray<ListLine> BuiltIn => BuiltInLines.GetOrAdd(Name, static name =>
    {
        using var stream = typeof(KkList).Assembly.GetManifestResourceStream($"lists/{name}.txt")
            ?? throw new InvalidOperationException($"lists/{name}.txt is not in this assembly");
        return Parse(SourceText.From(stream, Encoding.UTF8), path: null).ToImmutableArray();
    });

    /// <summary>Built-in lines without the removed ones, then the user's. Lines that cannot be used are left out (KK9002 names them).</summary>
    public IEnumerable<ListLine> Lines(KkContext context)
    {
        var user = UserFiles(context.Options.AdditionalFiles)
            .SelectMany(f => f.GetText(context.CancellationToken) is { } text ? Parse(text, f.Path) : [])
            .Where(l => l.Removes || Complaint(l) is null)
            .ToArray();
        if (user.Length == 0)
        {
            return BuiltIn;
        }

        var key = Key ?? (static field => field);
        var removed = new HashSet<string>(user.Where(l => l.Removes).Select(l => key(l[0])), StringComparer.OrdinalIgnoreCase);
        return (removed.Count == 0 ? BuiltIn : BuiltIn.Where(l => !removed.Contains(key(l[0])))).Concat(user.Where(l => !l.Removes));
    }

    /// <summary>The additional files that belong to this list.</summary>
    public IEnumerable<AdditionalText> UserFiles(ImmutableArray<AdditionalText> files) => files.Where(f => Matches(f.Path));

    /// <summary>True for <c>{Name}.txt</c> and <c>{Name}.anything.txt</c>, in any folder.</summary>
    public bool Matches(string path)
    {
        // Asked for each list and additional file of each compilation: nearly all end here.
        if (!path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var file = FilePaths.Name(path);
        return file.StartsWith(Name + ".", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What is wrong with the line, in English; null when it can be used.</summary>
    public string? Complaint(ListLine line)
    {
        if (line.Fields[0].Length == 0)
        {
            return "the first field is empty";
        }

        if (line.Removes)
        {
            return line.Fields.Length == 1 ? null : "a line that removes has one field";
        }

        if (line.Fields.Length < MinFields || line.Fields.Length > MaxFields)
        {
            var wanted = MinFields == MaxFields ? $"{MinFields}" : $"{MinFields} to {MaxFields}";
            return $"the line has {line.Fields.Length} fields instead of {wanted}, separated by |";
        }

        return Problem?.Invoke(line);
    }

    /// <summary>All lines that are neither empty nor a comment, also those that cannot be used.</summary>
    public static IEnumerable<ListLine> Parse(SourceText text, string? path)
    {
        foreach (var line in text.Lines)
        {
            var content = line.ToString().Trim();
            if (content.Length == 0 || content[0] == '#')
            {
                continue;
            }

            var removes = content[0] == '!';
            var fields = (removes ? content.Substring(1) : content).Split('|').Select(f => f.Trim()).ToImmutableArray();
            var location = path is null ? Location.None : Location.Create(path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
            yield return new ListLine(fields, removes, location);
        }
    }
}
