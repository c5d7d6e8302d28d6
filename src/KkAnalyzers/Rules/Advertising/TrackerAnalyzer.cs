using System.Globalization;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>
/// KK4202: advertising used in code or as a control in markup. KK4204: a tracker that is not declared. One walk over the code,
/// and only in projects that can use anything of the tracker list.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrackerAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public TrackerAnalyzer()
        : base(RuleCatalog.KK4202, RuleCatalog.KK4204)
    {
    }

    /// <summary>Razor components start and use SDKs too.</summary>
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(KkContext context)
    {
        // Tests bring along all that the product has, and nobody is followed by them.
        if (TestProjects.Is(context))
        {
            return;
        }

        var references = SdkReferences.For(context);
        var controls = new AdvertisingControls(context);
        var advertising = context.Inspection(RuleCatalog.KK4202);
        var uses = new SdkUses();
        context.RegisterAdditionalFileAction(controls.Check);
        context.RegisterCompilationEndAction(end =>
        {
            advertising.Inspected(references.Inspected);
            foreach (var use in uses.All.Where(u => u.Tracker.IsAdvertising))
            {
                Report(use, context, end.ReportDiagnostic);
            }

            new UndeclaredTrackers(context, end, references, uses).Report();
        });
        if (!references.HasCode)
        {
            return;
        }

        context.RegisterOperationAction(
            c =>
            {
                if (Target(c.Operation) is { ContainingType: { } type } member && references.Of(type) is { IsConsentManager: false } tracker && !AsksForConsent(type) && Runs(c.Operation))
                {
                    Add(tracker, c.Operation.Syntax.GetLocation(), c.IsGeneratedCode, Shown(member, type));
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.PropertyReference);
        context.RegisterSymbolAction(
            c =>
            {
                var type = (INamedTypeSymbol)c.Symbol;
                if (type.BaseType is { } parent && references.Of(parent) is { IsConsentManager: false } tracker)
                {
                    Derived(type, parent, tracker);
                }

                foreach (var contract in type.Interfaces)
                {
                    if (references.Of(contract) is { IsConsentManager: false } implemented)
                    {
                        Derived(type, contract, implemented);
                    }
                }

                void Derived(INamedTypeSymbol derived, INamedTypeSymbol from, Tracker tracker)
                {
                    var written = derived.DeclaringSyntaxReferences.Select(r => r.GetSyntax(c.CancellationToken)).OfType<TypeDeclarationSyntax>()
                        .FirstOrDefault(d => d.BaseList?.Types.Any(t => t.ToString().IndexOf(from.Name, StringComparison.Ordinal) >= 0) == true);
                    if (written?.BaseList is { } bases)
                    {
                        Add(tracker, bases.Types.First(t => t.ToString().IndexOf(from.Name, StringComparison.Ordinal) >= 0).GetLocation(), c.IsGeneratedCode, from.Name);
                    }
                }
            },
            SymbolKind.NamedType);

        void Add(Tracker tracker, Location location, bool isGenerated, string shown)
        {
            if (SourceLocations.IsUserCode(location, isGenerated))
            {
                uses.Add(tracker, location, shown);
            }
        }
    }

    /// <summary>One finding per file and vendor, at the first use; the others are counted.</summary>
    private static void Report(SdkUse use, KkContext context, Action<Diagnostic> report)
    {
        var (location, shown) = use.First;
        report(KkDiagnostic.Create(
            RuleCatalog.KK4202,
            location,
            shown,
            use.Tracker.Vendor,
            use.MoreLines == 0
                ? MessageArg.Text(Texts.AdUseOnce, use.Tracker.Source)
                : MessageArg.Text(Texts.AdUseMore, use.MoreLines.ToString(CultureInfo.InvariantCulture), use.Tracker.Source)));

        // Types of the platform itself: nothing but their use tells of them.
        if (use.Tracker.Kind == "type")
        {
            TrackerInventory.Sdk(context.Inspection(RuleCatalog.KK4202), location, shown, use.Tracker, "type", isDirect: true, DeclaredTrackers.For(context).Find(use.Tracker));
        }
    }

    private static ISymbol? Target(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation { Parent: not INameOfOperation } property => property.Property,
        _ => null,
    };

    /// <summary>The part of an SDK that asks (IAdConsentService): to ask is not to advertise.</summary>
    private static bool AsksForConsent(INamedTypeSymbol type) => type.Name.IndexOf("Consent", StringComparison.Ordinal) >= 0;

    /// <summary>False behind a <c>return</c> that always comes first. Asked about uses of an SDK only, which are few.</summary>
    private static bool Runs(IOperation operation)
    {
        foreach (var node in operation.Syntax.Ancestors())
        {
            if (node is MemberDeclarationSyntax)
            {
                break;
            }

            if (node is StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement && operation.SemanticModel?.AnalyzeControlFlow(statement) is { Succeeded: true, StartPointIsReachable: false })
            {
                return false;
            }
        }

        return true;
    }

    private static string Shown(ISymbol member, INamedTypeSymbol type) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "new " + type.Name : type.Name + "." + member.Name;
}
