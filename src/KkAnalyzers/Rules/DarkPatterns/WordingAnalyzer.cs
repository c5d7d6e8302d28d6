using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>
/// What texts say to the person who chooses: KK3205, wording that steers; KK3208, dialogs that ask for consent and take no
/// refusal. Both read the same pages, resources and dialogs in code.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WordingAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public WordingAnalyzer()
        : base(RuleCatalog.KK3205, RuleCatalog.KK3208)
    {
    }

    /// <summary>The C# of Razor files is shown there.</summary>
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var words = WordingList.For(context);
        var members = new ConsentMembers(context);
        var resources = ResourceTexts.For(context);
        var actions = new DialogActions(words, resources);
        var inspection = context.Inspection(RuleCatalog.KK3205);

        // No .editorconfig reaches an additional file, so these options count for the whole project.
        var ignoredKinds = context.Options.List(RuleIds.KK3205, "ignored_kinds").ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var ignoredNames = context.Options.List(RuleIds.KK3208, "ignored_names").ToImmutableHashSet(StringComparer.Ordinal);
        var dialogInspection = context.Inspection(RuleCatalog.KK3208);
        var texts = new SteeringTexts(words, inspection, ignoredKinds);
        var pages = new PageWording(texts, members, actions, resources, words);
        var dialogs = new ConsentDialogs(words, actions, dialogInspection, ignoredNames);
        context.RegisterAdditionalFileAction(c =>
        {
            if (MarkupFile.For(c.AdditionalFile, c.CancellationToken) is { } file)
            {
                pages.Report(c, file);
                dialogs.Report(c, file);
            }
            else
            {
                pages.ReportResource(c);
            }
        });

        var code = new CodeWording(texts, members, actions, resources, words, dialogInspection);
        if (CodeWording.HasDialogs(context))
        {
            context.RegisterOperationAction(code.Call, OperationKind.Invocation);
            context.RegisterOperationAction(code.Creation, OperationKind.ObjectCreation);
        }

        if (context.Type("System.ComponentModel.DataAnnotations.DisplayAttribute") is not null)
        {
            // Syntax and not symbols: the place of each argument counts, and most attributes go by their name alone.
            context.RegisterSyntaxNodeAction(code.Attribute, SyntaxKind.Attribute);
        }
    }
}
