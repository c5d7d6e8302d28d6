using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares one actual diagnostic with one expected diagnostic.</summary>
internal static class DiagnosticComparison
{
    /// <summary>Gives a sentence about the first difference, or null.</summary>
    public static string? FirstDifference(Diagnostic actual, DiagnosticResult expected)
        => Id(actual, expected) ?? Locations(actual, expected) ?? Severity(actual, expected) ?? Message(actual, expected) ?? Suppression(actual, expected);

    /// <summary>Tells how alike both are, to choose which to show against each other.</summary>
    public static int Likeness(Diagnostic actual, DiagnosticResult expected)
        => (Id(actual, expected) is null ? 8 : 0)
            + (Locations(actual, expected) is null ? 4 : 0)
            + (Severity(actual, expected) is null ? 2 : 0)
            + (Message(actual, expected) is null ? 1 : 0);

    private static string? Id(Diagnostic actual, DiagnosticResult expected)
        => actual.Id == expected.Id ? null : $"Expected diagnostic id to be \"{expected.Id}\" was \"{actual.Id}\"";

    private static string? Severity(Diagnostic actual, DiagnosticResult expected)
        => actual.Severity == expected.Severity || expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity)
            ? null
            : $"Expected diagnostic severity to be \"{expected.Severity}\" was \"{actual.Severity}\"";

    private static string? Suppression(Diagnostic actual, DiagnosticResult expected)
        => expected.IsSuppressed is null || expected.IsSuppressed == actual.IsSuppressed
            ? null
            : $"Expected diagnostic suppression state to be \"{expected.IsSuppressed}\" was \"{actual.IsSuppressed}\"";

    private static string? Message(Diagnostic actual, DiagnosticResult expected)
    {
        var message = actual.GetMessage(CultureInfo.InvariantCulture);
        if (expected.Message is { } wanted && wanted != message && wanted != actual.GetMessage(CultureInfo.CurrentCulture))
        {
            return $"Expected diagnostic message to be \"{wanted}\" was \"{message}\"";
        }

        if (expected.Message is null && expected.MessageArguments is { Length: > 0 } wantedArguments)
        {
            var arguments = DiagnosticArguments.Of(actual);
            var wantedTexts = wantedArguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? string.Empty).ToArray();
            if (!arguments.SequenceEqual(wantedTexts))
            {
                return $"Expected diagnostic message arguments to be [{string.Join(", ", wantedTexts)}] was [{string.Join(", ", arguments)}]";
            }
        }

        return null;
    }

    private static string? Locations(Diagnostic actual, DiagnosticResult expected)
    {
        if (!expected.HasLocation)
        {
            return actual.Location.Kind == LocationKind.None ? null : "Expected a project diagnostic with no location";
        }

        var difference = Span(actual.Location, expected.Spans[0], "diagnostic");
        if (difference is not null || expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations))
        {
            return difference;
        }

        if (actual.AdditionalLocations.Count != expected.Spans.Length - 1)
        {
            return $"Expected {expected.Spans.Length - 1} additional locations but got {actual.AdditionalLocations.Count} for the diagnostic";
        }

        var unnecessary = UnnecessaryIndices(actual);
        for (var i = 0; i < actual.AdditionalLocations.Count; i++)
        {
            var wanted = expected.Spans[i + 1];
            difference = Span(actual.AdditionalLocations[i], wanted, "additional diagnostic location");
            if (difference is not null)
            {
                return difference;
            }

            if (unnecessary.Contains(i) != wanted.Options.HasFlag(DiagnosticLocationOptions.UnnecessaryCode))
            {
                return $"Expected additional location {i} to be{(unnecessary.Contains(i) ? " not" : string.Empty)} marked unnecessary";
            }
        }

        return null;
    }

    private static string? Span(Location actual, DiagnosticLocation expected, string what)
    {
        var span = actual.GetLineSpan();
        var wanted = expected.Span;
        if (actual.Kind == LocationKind.None)
        {
            return $"Expected {what} to have a location, but it has none";
        }

        if (span.Path != wanted.Path)
        {
            return $"Expected {what} to be in file \"{wanted.Path}\" was actually in file \"{span.Path}\"";
        }

        if (span.StartLinePosition != wanted.StartLinePosition)
        {
            return $"Expected {what} to start at {Text(wanted.StartLinePosition)} was actually at {Text(span.StartLinePosition)}";
        }

        return expected.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength) || span.EndLinePosition == wanted.EndLinePosition
            ? null
            : $"Expected {what} to end at {Text(wanted.EndLinePosition)} was actually at {Text(span.EndLinePosition)}";
    }

    private static HashSet<int> UnnecessaryIndices(Diagnostic actual)
        => actual.Properties.TryGetValue(WellKnownDiagnosticTags.Unnecessary, out var value) && value is not null
            ? [.. value.Split(['[', ']', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture))]
            : [];

    private static string Text(LinePosition position) => $"line {position.Line + 1} column {position.Character + 1}";
}
