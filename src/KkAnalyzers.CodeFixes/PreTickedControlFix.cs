using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.DarkPatterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK3204: the control starts off. The analyzer read the file and says which edit that takes.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(PreTickedControlFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".razor", ".cshtml", ".html", ".htm", ".xaml", ".axaml"])]
[Shared]
public sealed class PreTickedControlFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KK3204);

    /// <summary>None: Roslyn's batch fixer merges documents of code only.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(PreTickedControlAnalyzer.EditProperty, out var edit) && edit is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(MessageArg.Localizable("Text_" + Texts.ConsentFixControl).ToString(), c => ApplyAsync(context.TextDocument, edit, c), nameof(PreTickedControlFix)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> ApplyAsync(TextDocument document, string edit, CancellationToken cancellationToken)
    {
        var parts = edit.Split([' '], 3);
        var span = new TextSpan(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.Project.Solution.WithAdditionalDocumentText(document.Id, text.WithChanges(new TextChange(span, parts[2])));
    }
}
