using KkAnalyzers.Infrastructure;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>
/// KK4201: an advertising SDK among the packages or assemblies. A package that the project asks for is a warning; one that
/// another package brings is information with its path (hard case 59). Assemblies are read too, for bindings that people
/// make themselves and for builds without package facts; what a package line already said is not said again.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KK4201Analyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public KK4201Analyzer()
        : base(RuleCatalog.KK4201)
    {
    }

    private protected override void Register(KkContext context)
    {
        // References concern the compilation as a whole; there is no node, symbol or file to hang this on.
        context.RegisterCompilationEndAction(end => new Run(context, end).Execute());
    }

    private sealed class Run(KkContext context, CompilationAnalysisContext end)
    {
        private readonly Inspection _inspection = context.Inspection(RuleCatalog.KK4201);
        private readonly TrackerList _list = TrackerList.For(context);

        public void Execute()
        {
            var packages = PackageFacts.Read(context);
            var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var package in packages)
            {
                _inspection.Inspected();
                if (_list.Package(package.Id) is { IsAdvertising: true } tracker)
                {
                    said.Add(package.Id);
                    Report(
                        tracker,
                        PackageFacts.Find(context, package.Root),
                        package.IsDirect,
                        MessageArg.Text(Texts.SubjectPackage, package.Id),
                        package.IsDirect
                            ? MessageArg.Text(Texts.AdsByPackage, package.Id, tracker.Source)
                            : MessageArg.Text(Texts.AdsByPath, package.Path, tracker.Source));
                }
            }

            foreach (var reference in context.Compilation.References)
            {
                if (context.Compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly)
                {
                    continue;
                }

                _inspection.Inspected();
                if (_list.Assembly(assembly.Name) is { IsAdvertising: true } byName)
                {
                    Assembly(byName, MessageArg.Text(Texts.AdsByAssembly, assembly.Name, byName.Pattern, byName.Source));
                }
                else if (_list.Namespaces(assembly).FirstOrDefault(n => n.Tracker.IsAdvertising) is ({ } declared, var found))
                {
                    Assembly(declared, MessageArg.Text(Texts.AdsByNamespace, found.ToDisplayString(), declared.Pattern, declared.Source));
                }

                void Assembly(Tracker tracker, MessageArg evidence)
                {
                    var package = packages.FirstOrDefault(p => IsFrom(reference, p));
                    if (!said.Contains(assembly.Name) && (package is null || !said.Contains(package.Id)))
                    {
                        Report(
                            tracker,
                            PackageFacts.Find(context, package?.Root ?? assembly.Name),
                            package?.IsDirect ?? true,
                            MessageArg.Text(Texts.SubjectAssembly, assembly.Name),
                            package is { IsDirect: false } ? MessageArg.Text(Texts.AdsByPath, package.Path, tracker.Source) : evidence);
                    }
                }
            }
        }

        private void Report(Tracker tracker, Location location, bool isDirect, MessageArg subject, MessageArg evidence)
        {
            end.ReportDiagnostic(KkDiagnostic.Create(
                RuleCatalog.KK4201, location, isDirect ? null : DiagnosticSeverity.Info, null, null, subject, tracker.Vendor, evidence));
            TrackerInventory.Sdk(_inspection, location, subject, tracker, "package", isDirect, null);
        }

        // A restored assembly lies in a folder …/id/version/….
        private static bool IsFrom(MetadataReference reference, ResolvedPackage package)
        {
            var path = (reference.Display ?? "").Replace('\\', '/');
            return path.IndexOf($"/{package.Id}/{package.Version}/", StringComparison.OrdinalIgnoreCase) >= 0;
        }
    }
}
