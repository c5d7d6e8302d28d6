using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Writes diagnostics the way a test would expect them.</summary>
internal static class DiagnosticText
{
    public static string Describe(IEnumerable<DiagnosticResult> expected)
        => List(expected.Select(Describe));

    public static string Describe(IEnumerable<Diagnostic> actual)
        => List(actual.Select(Describe));

    public static string Describe(Diagnostic actual)
    {
        var code = new StringBuilder("// ").AppendLine(OneLine(actual.ToString()));
        code.Append(Start(actual.Id, actual.Severity));
        foreach (var location in new[] { actual.Location }.Concat(actual.AdditionalLocations))
        {
            if (location.Kind != LocationKind.None)
            {
                code.Append(Span(location.GetLineSpan()));
            }
        }

        var arguments = DiagnosticArguments.Of(actual);
        if (!arguments.IsEmpty)
        {
            code.Append(CultureInfo.InvariantCulture, $".WithArguments({string.Join(", ", arguments.Select(Literal))})");
        }

        return code.Append(actual.IsSuppressed ? ".WithIsSuppressed(true)" : string.Empty).Append(',').ToString();
    }

    public static string Describe(DiagnosticResult expected)
    {
        var code = new StringBuilder("// ").AppendLine(OneLine($"{Place(expected)}{expected.Severity.ToString().ToLowerInvariant()} {expected.Id}: {expected.Message ?? "(any message)"}"));
        code.Append(Start(expected.Id, expected.Severity));
        foreach (var location in expected.Spans)
        {
            code.Append(
                location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey) ? $".WithLocation({location.Span.StartLinePosition.Line})"
                : location.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength) ? $".WithLocation({Path(location.Span)}{Position(location.Span.StartLinePosition)})"
                : Span(location.Span));
        }

        if (expected.MessageArguments is { Length: > 0 } arguments)
        {
            code.Append(CultureInfo.InvariantCulture, $".WithArguments({string.Join(", ", arguments.Select(argument => Literal(argument?.ToString() ?? string.Empty)))})");
        }

        code.Append(expected.Options == DiagnosticOptions.None ? string.Empty : $".WithOptions(DiagnosticOptions.{expected.Options.ToString().Replace(", ", " | DiagnosticOptions.", StringComparison.Ordinal)})");
        code.Append(expected.IsSuppressed is { } suppressed ? $".WithIsSuppressed({(suppressed ? "true" : "false")})" : string.Empty);
        return code.Append(',').ToString();
    }

    private static string List(IEnumerable<string> items)
    {
        var text = string.Join(Environment.NewLine, items);
        return text.Length == 0 ? "    NONE." : "    " + text.ReplaceLineEndings(Environment.NewLine + "    ");
    }

    private static string Place(DiagnosticResult expected)
        => expected.Spans.IsEmpty || expected.Spans[0].Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey)
            ? string.Empty
            : $"{expected.Spans[0].Span.Path}({Position(expected.Spans[0].Span.StartLinePosition).Replace(" ", string.Empty, StringComparison.Ordinal)}): ";

    private static string Start(string id, DiagnosticSeverity severity)
        => id.StartsWith("CS", StringComparison.Ordinal) && severity >= DiagnosticSeverity.Warning
            ? $"DiagnosticResult.Compiler{severity}({Literal(id)})"
            : $"new DiagnosticResult({Literal(id)}, DiagnosticSeverity.{severity})";

    private static string Span(FileLinePositionSpan span) => $".WithSpan({Path(span)}{Position(span.StartLinePosition)}, {Position(span.EndLinePosition)})";

    private static string Path(FileLinePositionSpan span) => span.Path is "" or "/0/Test0.cs" ? string.Empty : Literal(span.Path) + ", ";

    private static string Position(LinePosition position) => $"{position.Line + 1}, {position.Character + 1}";

    private static string Literal(string text)
        => "\"" + OneLine(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)) + "\"";

    private static string OneLine(string text)
        => text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
