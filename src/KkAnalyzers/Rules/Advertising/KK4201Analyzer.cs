using KkAnalyzers.Infrastructure;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>
/// KK4201: an advertising SDK among the packages or assemblies. A package that the project asks for is a warning; one that
/// another package brings is information with its path (hard case 59). That it is declared does not make it less: the framework
/// advises against advertising.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KK4201Analyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public KK4201Analyzer()
        : base(RuleCatalog.KK4201)
    {
    }

    // References concern the compilation as a whole; there is no node, symbol or file to hang this on.
    private protected override void Register(KkContext context) => context.RegisterCompilationEndAction(end =>
    {
        var inspection = context.Inspection(RuleCatalog.KK4201);
        var references = SdkReferences.For(context);
        inspection.Inspected(references.Inspected);
        var said = new HashSet<(string Name, string Vendor)>();
        foreach (var sdk in references.All)
        {
            if (!sdk.Tracker.IsAdvertising || !said.Add((sdk.Name, sdk.Tracker.Vendor)))
            {
                continue;
            }

            var tracker = sdk.Tracker;
            var location = PackageFacts.Find(context, sdk.Root);
            var evidence = !sdk.IsDirect ? MessageArg.Text(Texts.AdsByPath, sdk.Package!.Path, tracker.Source)
                : sdk.Surface switch
                {
                    "package" => MessageArg.Text(Texts.AdsByPackage, sdk.Name, tracker.Source),
                    "assembly" => MessageArg.Text(Texts.AdsByAssembly, sdk.Name, tracker.Pattern, tracker.Source),
                    _ => MessageArg.Text(Texts.AdsByNamespace, sdk.Namespace, tracker.Pattern, tracker.Source),
                };
            end.ReportDiagnostic(KkDiagnostic.Create(
                RuleCatalog.KK4201, location, sdk.IsDirect ? null : DiagnosticSeverity.Info, null, null, sdk.Subject, tracker.Vendor, evidence));
            TrackerInventory.Sdk(inspection, location, sdk.Subject, tracker, sdk.Surface, sdk.IsDirect, DeclaredTrackers.For(context).Find(tracker, sdk.Name));
        }
    });
}
