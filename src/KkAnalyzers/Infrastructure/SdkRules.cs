using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>Rules of the .NET SDK that say the same as one of ours.</summary>
internal static class SdkRules
{
    /// <summary>
    /// True when the SDK's rule warns in this file already. Our finding stays, because the report must not depend on another
    /// analyzer, and becomes quiet in the build.
    /// </summary>
    public static bool Warns(string id, Compilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var options = compilation.Options;
        var provider = options.SyntaxTreeOptionsProvider;
        var severity = ReportDiagnostic.Default;
        if (provider is null || (!provider.TryGetDiagnosticValue(tree, id, cancellation, out severity) && !provider.TryGetGlobalDiagnosticValue(id, cancellation, out severity)))
        {
            options.SpecificDiagnosticOptions.TryGetValue(id, out severity);
        }

        return severity is ReportDiagnostic.Warn or ReportDiagnostic.Error;
    }
}
