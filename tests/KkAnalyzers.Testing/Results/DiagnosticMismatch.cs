using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Writes why the diagnostics of a test are not the expected ones.</summary>
internal static class DiagnosticMismatch
{
    public static string Describe(ImmutableArray<Diagnostic> actual, ImmutableArray<DiagnosticResult> expected, int[] pairs)
    {
        var missing = expected.Where((_, i) => pairs[i] < 0).ToList();
        var surplus = actual.Where((_, j) => !pairs.Contains(j)).ToList();
        var text = new StringBuilder();
        if (actual.Length != expected.Length)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Mismatch between number of diagnostics returned, expected \"{expected.Length}\" actual \"{actual.Length}\"").AppendLine();
        }

        while (missing.Count > 0 && surplus.Count > 0)
        {
            var (wanted, found) = missing.SelectMany(_ => surplus, (a, b) => (a, b)).MaxBy(pair => DiagnosticComparison.Likeness(pair.b, pair.a));
            missing.Remove(wanted);
            surplus.Remove(found);
            text.AppendLine(DiagnosticComparison.FirstDifference(found, wanted)).AppendLine();
            Section(text, "Expected diagnostic:", DiagnosticText.Describe([wanted]));
            Section(text, "Actual diagnostic:", DiagnosticText.Describe([found]));
        }

        if (missing.Count > 0)
        {
            Section(text, "Expected but not reported:", DiagnosticText.Describe(missing));
        }

        if (surplus.Count > 0)
        {
            Section(text, "Reported but not expected:", DiagnosticText.Describe(surplus));
        }

        Section(text, "All expected diagnostics:", DiagnosticText.Describe(expected));
        Section(text, "All actual diagnostics:", DiagnosticText.Describe(actual));
        return text.ToString().TrimEnd();
    }

    private static void Section(StringBuilder text, string heading, string body) => text.AppendLine(heading).AppendLine(body).AppendLine();
}
