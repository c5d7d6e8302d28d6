using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4314 in code: the setting gets the value that protects. The analyzer read the text and says which edit that takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConnectionTlsFix))]
[Shared]
public sealed class ConnectionTlsFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KK4314);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => ConnectionTlsEdit.RegisterAsync(context);
}

/// <summary>KK4314 in settings files.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(ConnectionTlsSettingsFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json", ".config", ".resx"])]
[Shared]
public sealed class ConnectionTlsSettingsFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KK4314);

    /// <summary>None: Roslyn's batch fixer merges documents of code only.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => ConnectionTlsEdit.RegisterAsync(context);
}

/// <summary>The edit of both.</summary>
internal static class ConnectionTlsEdit
{
    public static Task RegisterAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(ConnectionsAndSecretsAnalyzer.EditProperty, out var edit) && edit is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(MessageArg.Localizable("Text_" + Texts.TlsFix).ToString(), c => ApplyAsync(context.TextDocument, edit, c), nameof(ConnectionTlsFix)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> ApplyAsync(TextDocument document, string edit, CancellationToken cancellationToken)
    {
        var parts = edit.Split([' '], 3);
        var span = new TextSpan(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        var text = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(new TextChange(span, parts[2]));
        var solution = document.Project.Solution;
        return document is Document ? solution.WithDocumentText(document.Id, text) : solution.WithAdditionalDocumentText(document.Id, text);
    }
}
