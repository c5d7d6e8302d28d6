using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Reads the message arguments of a diagnostic, which Roslyn keeps to itself.</summary>
internal static class DiagnosticArguments
{
    private static readonly PropertyInfo Property = typeof(Diagnostic).GetProperty("Arguments", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new MissingMemberException(nameof(Diagnostic), "Arguments");

    public static ImmutableArray<string> Of(Diagnostic diagnostic)
        => Property.GetValue(diagnostic) is IReadOnlyList<object?> arguments
            ? [.. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? string.Empty)]
            : [];
}
