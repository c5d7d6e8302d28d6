using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Platform;

/// <summary>A manifest that was read, and where findings in it go.</summary>
internal sealed class ManifestFile(AdditionalFileAnalysisContext context, MarkupFile file)
{
    public MarkupDocument Document { get; } = file.Document;

    public string Path { get; } = context.AdditionalFile.Path;

    public Compilation Compilation => context.Compilation;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <param name="rule">The rule.</param>
    /// <param name="span">The place.</param>
    /// <param name="severity">Lower than the rule's own, or null.</param>
    /// <param name="edit">The change that mends it: what goes, what comes, and the key of its title; null when there is none.</param>
    /// <param name="args">The evidence.</param>
    public void Report(DiagnosticDescriptor rule, TextSpan span, DiagnosticSeverity? severity, (TextSpan Span, string Text, string Title)? edit, params MessageArg[] args) =>
        context.ReportDiagnostic(KkDiagnostic.Create(
            rule,
            MarkupDocument.Location(Path, file.Source, span),
            severity,
            null,
            edit is var (at, with, title) ? TextEdit.Properties(at, with, title) : null,
            args));
}
