using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Reads '$$', '[|code|]' and '{|name:code|}'. Markup that does not close throws <see cref="ArgumentException"/>.</summary>
public static class TestFileMarkupParser
{
    /// <summary>Gives the code, the positions, and the spans by name; the name of '[|code|]' is empty.</summary>
    public static void GetPositionsAndSpans(string input, out string output, out ImmutableArray<int> positions, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
        => new MarkupScanner(input, treatPositionIndicatorsAsCode: false).Scan(out output, out positions, out spans);

    /// <summary>Gives the code, the only position, if any, and the spans by name.</summary>
    public static void GetPositionAndSpans(string input, out string output, out int? cursorPosition, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        GetPositionsAndSpans(input, out output, out var positions, out spans);
        cursorPosition = positions.Length switch
        {
            0 => null,
            1 => positions[0],
            _ => throw new ArgumentException("Input contains more than one '$$' position.", nameof(input)),
        };
    }

    /// <summary>Gives the code, the only position, if any, and the spans without a name.</summary>
    public static void GetPositionAndSpans(string input, out string output, out int? cursorPosition, out ImmutableArray<TextSpan> spans)
    {
        GetPositionAndSpans(input, out output, out cursorPosition, out ImmutableDictionary<string, ImmutableArray<TextSpan>> named);
        spans = named.GetValueOrDefault(string.Empty, []);
    }

    /// <summary>Gives the code and the only position.</summary>
    public static void GetPosition(string input, out string output, out int cursorPosition)
    {
        GetPositionAndSpans(input, out output, out var position, out ImmutableArray<TextSpan> _);
        cursorPosition = position ?? throw new ArgumentException("Input has no '$$' position.", nameof(input));
    }

    /// <summary>Gives the code and the spans by name.</summary>
    public static void GetSpans(string input, out string output, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
        => GetSpans(input, treatPositionIndicatorsAsCode: false, out output, out spans);

    /// <summary>Gives the code and the spans by name.</summary>
    public static void GetSpans(string input, bool treatPositionIndicatorsAsCode, out string output, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
        => new MarkupScanner(input, treatPositionIndicatorsAsCode).Scan(out output, out _, out spans);

    /// <summary>Gives the code and the spans without a name.</summary>
    public static void GetSpans(string input, out string output, out ImmutableArray<TextSpan> spans)
    {
        GetSpans(input, out output, out ImmutableDictionary<string, ImmutableArray<TextSpan>> named);
        spans = named.GetValueOrDefault(string.Empty, []);
    }

    /// <summary>Gives the code and the only span without a name.</summary>
    public static void GetSpan(string input, out string output, out TextSpan span)
    {
        GetSpans(input, out output, out ImmutableArray<TextSpan> spans);
        span = spans.Single();
    }

    internal static void GetPositionsAndSpans(string input, bool treatPositionIndicatorsAsCode, out string output, out ImmutableArray<int> positions, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
        => new MarkupScanner(input, treatPositionIndicatorsAsCode).Scan(out output, out positions, out spans);
}
