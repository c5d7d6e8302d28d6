using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Pages;

/// <summary>
/// What a page loads from elsewhere: KK4205, trackers and advertising; KK4603, scripts and styles without a hash. One walk over
/// the elements of each page for both.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PageLoadsAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public PageLoadsAnalyzer()
        : base(RuleCatalog.KK4603, RuleCatalog.KK4205)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var (integrity, loads) = (context.Inspection(RuleCatalog.KK4603), context.Inspection(RuleCatalog.KK4205));

        // Most projects have no page that loads anything from elsewhere.
        var trackers = new Lazy<PageTrackers>(() => new PageTrackers(context));
        context.RegisterAdditionalFileAction(c =>
        {
            if (MarkupFile.For(c.AdditionalFile, c.CancellationToken, integrity, loads) is not { Dialect: not MarkupDialect.Xml } file
                || (file.Text.IndexOf("//", StringComparison.Ordinal) < 0 && file.Text.IndexOf("gtag(", StringComparison.Ordinal) < 0)
                || !PageLoads.Names.Any(n => file.Text.IndexOf("<" + n, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                return;
            }

            var page = new PageTrackers.Page(c, file);
            foreach (var element in file.Document.Elements)
            {
                ScriptIntegrity.Check(c, file.Source, file.Dialect, element, integrity);
                trackers.Value.Check(page, element);
            }

            trackers.Value.Report(page);
        });
    }
}
