using System.Collections.Immutable;
using System.Composition;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.CodeFixes;

/// <summary>A fix that is one change of text, which the analyzer wrote into the finding.</summary>
public abstract class TextEditCodeFix : CodeFixProvider
{
    private protected TextEditCodeFix(params string[] rules) => FixableDiagnosticIds = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>All findings of a file in one change.</summary>
    public override FixAllProvider? GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) =>
        {
            var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            var changes = diagnostics.Select(d => TextEdit.Read(d.Properties)?.Change).OfType<TextChange>().Distinct().OrderBy(c => c.Span.Start);
            return document.WithText(text.WithChanges(changes));
        });

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (TextEdit.Read(diagnostic.Properties) is var (change, title))
            {
                context.RegisterCodeFix(CodeAction.Create(FixTitle.Of(title), c => ApplyAsync(context.TextDocument, change, c), title), diagnostic);
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

/// <summary>The same in additional files.</summary>
public abstract class FileEditCodeFix : TextEditCodeFix
{
    private protected FileEditCodeFix(params string[] rules)
        : base(rules)
    {
    }

    /// <summary>None: Roslyn's fix-all reaches documents of code only.</summary>
    public sealed override FixAllProvider? GetFixAllProvider() => null;
}

/// <summary>KK4311, KK4312, KK4315 in C#: another scheme, or a switch that goes the other way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextEditFix))]
[Shared]
public sealed class TextEditFix() : TextEditCodeFix(RuleIds.KK4311, RuleIds.KK4312, RuleIds.KK4315);

/// <summary>The same in settings, markup and manifests; KK4203: a switch off, or a permission out.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(FileEditFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json", ".xml", ".plist", ".entitlements", ".xcprivacy", ".razor", ".cshtml", ".html", ".htm", ".xaml", ".axaml"])]
[Shared]
public sealed class FileEditFix() : FileEditCodeFix(RuleIds.KK4203, RuleIds.KK4311, RuleIds.KK4312, RuleIds.KK4315);

/// <summary>KK4401: parameters instead of text. KK4508: a step of the pipeline moves or comes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CodeEditFix))]
[Shared]
public sealed class CodeEditFix() : TextEditCodeFix(RuleIds.KK4401, RuleIds.KK4508);

/// <summary>KK4314 in code: the setting gets the value that protects.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConnectionTlsFix))]
[Shared]
public sealed class ConnectionTlsFix() : TextEditCodeFix(RuleIds.KK4314);

/// <summary>KK4314 in settings files.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(ConnectionTlsSettingsFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json", ".config", ".resx"])]
[Shared]
public sealed class ConnectionTlsSettingsFix() : FileEditCodeFix(RuleIds.KK4314);

/// <summary>KK3204: the control starts off.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(PreTickedControlFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".razor", ".cshtml", ".html", ".htm", ".xaml", ".axaml"])]
[Shared]
public sealed class PreTickedControlFix() : FileEditCodeFix(RuleIds.KK3204);

/// <summary>KK3202 in code: the column or row starts as no.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StoredConsentFix))]
[Shared]
public sealed class StoredConsentFix() : TextEditCodeFix(RuleIds.KK3202);

/// <summary>KK3202 in scripts.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(StoredConsentScriptFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".sql"])]
[Shared]
public sealed class StoredConsentScriptFix() : FileEditCodeFix(RuleIds.KK3202);
