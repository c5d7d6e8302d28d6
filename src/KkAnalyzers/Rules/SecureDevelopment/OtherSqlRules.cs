using System.Collections.Concurrent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>
/// Rules of others that report the same call: CA2100 of the SDK, which somebody must switch on, and EF1002 and EF1003, which
/// come with Entity Framework Core and look only at the expression that the call is given.
/// </summary>
internal sealed class OtherSqlRules
{
    // EF1002 (interpolation) is in the package since 8, EF1003 (concatenation) since 10, for Format and Concat after that.
    private const int InterpolationSince = 8;
    private const int ConcatenationSince = 10;

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<(SyntaxTree, string), ReportDiagnostic?> _settings = new();

    public OtherSqlRules(Compilation compilation) => _compilation = compilation;

    /// <summary>True when another rule reports this call.</summary>
    public bool Report(FlowCall call, IOperation text)
    {
        var tree = text.Syntax.SyntaxTree;
        if (call.Method is not { } method)
        {
            return IsOn("CA2100", tree);
        }

        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
        {
            return type.AllInterfaces.Any(i => i.Name is "IDbCommand" or "IDataAdapter") && IsOn("CA2100", tree);
        }

        if (type.Name is not ("RelationalQueryableExtensions" or "RelationalDatabaseFacadeExtensions"))
        {
            return false;
        }

        var (id, since) = text.Unconverted() switch
        {
            IInterpolatedStringOperation => ("EF1002", InterpolationSince),
            IBinaryOperation => ("EF1003", ConcatenationSince),
            _ => ("", int.MaxValue),
        };
        return type.ContainingAssembly.Identity.Version.Major >= since && Setting(id, tree) is not (ReportDiagnostic.Suppress or ReportDiagnostic.Hidden);
    }

    private bool IsOn(string id, SyntaxTree tree) => Setting(id, tree) is ReportDiagnostic.Info or ReportDiagnostic.Warn or ReportDiagnostic.Error;

    private ReportDiagnostic? Setting(string id, SyntaxTree tree) => _settings.GetOrAdd((tree, id), _ =>
    {
        var options = _compilation.Options;
        return options.SyntaxTreeOptionsProvider is { } provider
            && (provider.TryGetDiagnosticValue(tree, id, default, out var value) || provider.TryGetGlobalDiagnosticValue(id, default, out value)) ? value
            : options.SpecificDiagnosticOptions.TryGetValue(id, out value) ? value
            : null;
    });
}
