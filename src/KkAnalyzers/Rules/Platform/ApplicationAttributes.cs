using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Platform;

/// <summary><c>[Application(…)]</c> of an Android head, from which the build writes attributes into the manifest.</summary>
internal sealed class ApplicationAttributes(INamedTypeSymbol attribute, DevelopmentGuard guard)
{
    private readonly object _gate = new();
    private bool? _decides;

    public void Report(SyntaxNodeAnalysisContext context, Inspection clearText, Inspection backup)
    {
        var written = (AttributeSyntax)context.Node;
        if (!IsNamed(written) || context.SemanticModel.GetTypeInfo(written, context.CancellationToken).Type is not { } type || !SymbolEqualityComparer.Default.Equals(type, attribute))
        {
            return;
        }

        clearText.Inspected();
        backup.Inspected();
        if (guard.IsDevelopment(written, context.SemanticModel, context.ContainingSymbol, context.CancellationToken))
        {
            // Microsoft's own guidance for reaching a service on the developer's machine.
            return;
        }

        if (Argument(written, "UsesCleartextTraffic") is { } traffic && IsTrue(traffic, context))
        {
            Add(RuleCatalog.KK4312, traffic, Texts.PlatformFixClearText, MessageArg.Text(Texts.PlatformAndroid), traffic.ToString());
        }

        if (Argument(written, "AllowBackup") is { } allow && IsTrue(allow, context) && Argument(written, "FullBackupContent") is null && Argument(written, "DataExtractionRules") is null)
        {
            Add(RuleCatalog.KK4315, allow, Texts.PlatformFixBackup, MessageArg.Text(Texts.PlatformBackupAllowed, allow.ToString()));
        }

        void Add(DiagnosticDescriptor rule, AttributeArgumentSyntax argument, string title, params MessageArg[] args)
        {
            var edit = argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression) ? TextEdit.Properties(argument.Expression.Span, "false", title) : null;
            context.ReportDiagnostic(KkDiagnostic.Create(rule, argument.GetLocation(), null, null, edit, args));
        }
    }

    /// <summary>True when one of these attributes says something about backups, which then counts for the manifest.</summary>
    public bool DecideAboutBackup(Compilation compilation, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _decides ??= compilation.SyntaxTrees.Any(t => t.GetRoot(cancellation).DescendantNodes(n => n is not StatementSyntax).OfType<AttributeSyntax>()
                .Any(a => IsNamed(a) && (Argument(a, "AllowBackup") ?? Argument(a, "FullBackupContent") ?? Argument(a, "DataExtractionRules")) is not null));
        }
    }

    private static bool IsNamed(AttributeSyntax written)
    {
        var name = written.Name is QualifiedNameSyntax { Right: var last } ? last : written.Name as SimpleNameSyntax;
        return name?.Identifier.ValueText is "Application" or "ApplicationAttribute";
    }

    private static AttributeArgumentSyntax? Argument(AttributeSyntax written, string name) =>
        written.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);

    private static bool IsTrue(AttributeArgumentSyntax argument, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value is true;
}
