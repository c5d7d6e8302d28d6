using System.Collections.Immutable;
using System.Composition;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.CodeFixes;

/// <summary>
/// KK4311, KK4312, KK4315 in C#: another scheme, or a switch that goes the other way. The analyzer says which edit that takes.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextEditFix))]
[Shared]
public sealed class TextEditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => FileEditFix.Ids;

    /// <summary>All findings of a file in one change.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) =>
        {
            var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            var changes = diagnostics.Select(d => TextEdit.Read(d.Properties)?.Change).OfType<TextChange>().OrderBy(c => c.Span.Start);
            return document.WithText(text.WithChanges(changes));
        });

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => FileEditFix.Register(context);
}

/// <summary>The same in settings, markup and manifests.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(FileEditFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json", ".xml", ".plist", ".razor", ".cshtml", ".html", ".htm", ".xaml", ".axaml"])]
[Shared]
public sealed class FileEditFix : CodeFixProvider
{
    internal static readonly ImmutableArray<string> Ids = ImmutableArray.Create(RuleIds.KK4311, RuleIds.KK4312, RuleIds.KK4315);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => Ids;

    /// <summary>None: Roslyn's fix-all reaches documents of code only.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Register(context);

    internal static Task Register(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (TextEdit.Read(diagnostic.Properties) is var (change, title))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(MessageArg.Localizable("Text_" + title).ToString(), c => ApplyAsync(context.TextDocument, change, c), title),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> ApplyAsync(TextDocument document, TextChange change, CancellationToken cancellationToken)
    {
        var text = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(change);
        return document is Document
            ? document.Project.Solution.WithDocumentText(document.Id, text)
            : document.Project.Solution.WithAdditionalDocumentText(document.Id, text);
    }
}
