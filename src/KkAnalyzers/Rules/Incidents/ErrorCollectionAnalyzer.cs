using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Incidents;

/// <summary>KK4102: an application with personal data in which nothing brings errors together.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorCollectionAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Platforms that collect what their functions throw, and projects that only start others.</summary>
    private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Core", "Microsoft.Azure.WebJobs", "Amazon.Lambda.Core", "Aspire.Hosting",
    };

    /// <summary>Types through which all requests of an application go.</summary>
    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "IMiddleware", "IPipelineBehavior", "IHubFilter", "IEndpointFilter", "Interceptor" };

    /// <summary>Used by the compiler.</summary>
    public ErrorCollectionAnalyzer()
        : base(RuleCatalog.KK4102)
    {
    }

    private protected override void Register(KkContext context)
    {
        // An app for phones is a library to the compiler: its start is known by its name.
        var isProgram = context.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        if ((!isProgram && context.Type("Microsoft.Maui.Hosting.MauiApp") is null)
            || TestProjects.Is(context)
            || context.Compilation.ReferencedAssemblyNames.Any(a => Hosts.Contains(a.Name)))
        {
            return;
        }

        var inspection = context.Inspection(RuleCatalog.KK4102);
        context.RegisterCompilationEndAction(c =>
        {
            if (Start(context, c.CancellationToken) is { } start)
            {
                Check(context, start, inspection, c.ReportDiagnostic, c.CancellationToken);
            }
        });
    }

    private static void Check(KkContext context, IMethodSymbol start, Inspection inspection, Action<Diagnostic> report, CancellationToken cancellation)
    {
        // Nearly every application shows it where it starts. The rest of the files is read only for what would be reported.
        var names = new CollectionNames(context);
        var first = context.Compilation.SyntaxTrees.Where(IsStartFile).Concat(start.DeclaringSyntaxReferences.Select(r => r.SyntaxTree)).Distinct().ToArray();
        var collects = Collects(context, names, first, cancellation);
        if ((collects && !context.Options.RecordInspection) || Data(context, start, cancellation) is not var (type, data))
        {
            return;
        }

        inspection.Inspected();
        if (collects || Catches(start, cancellation) || SourceTypes.Of(context.Compilation).Any(t => IsBetween(t) && Catches(t, cancellation))
            || Collects(context, names, context.Compilation.SyntaxTrees.Except(first), cancellation))
        {
            return;
        }

        if (Place(start, cancellation) is { } place)
        {
            report(KkDiagnostic.Create(RuleCatalog.KK4102, place, type, data.CategoryText, MessageArg.Text(LookedFor(context))));
        }
        else
        {
            inspection.NotFollowed();
        }
    }

    /// <summary>Where the application starts; null for a library.</summary>
    private static IMethodSymbol? Start(KkContext context, CancellationToken cancellation) =>
        context.Compilation.GetSymbolsWithName("CreateMauiApp", SymbolFilter.Member, cancellation).OfType<IMethodSymbol>().FirstOrDefault(m => m.IsStatic)
        ?? context.Compilation.GetEntryPoint(cancellation);

    private static bool Collects(KkContext context, CollectionNames names, IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        var files = BoundFiles.For(context.Compilation);
        foreach (var tree in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (names.AreIn(tree, files.Text(tree, cancellation), cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStartFile(SyntaxTree tree) => FilePaths.Name(tree.FilePath) is "Program.cs" or "Startup.cs" or "MauiProgram.cs" or "App.xaml.cs" or "Global.asax.cs";

    /// <summary>The worst personal data of records that the application's own code works with.</summary>
    private static (string Type, DataClassification Data)? Data(KkContext context, IMethodSymbol start, CancellationToken cancellation)
    {
        var records = new RecordCalls(PersonalDataModel.For(context));
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        (string Type, DataClassification Data)? worst = null;
        foreach (var type in SourceTypes.Of(context.Compilation).SelectMany(WithSignatures).Concat(InStart(context, start, cancellation)))
        {
            cancellation.ThrowIfCancellationRequested();
            var inner = ValueKindsOf.Unwrap(type);
            if (!seen.Add(inner) || MadeUpData.In(inner as INamedTypeSymbol) || records.Record(inner) is not { } data || (worst is var (_, known) && DataClassification.Harm.Compare(data, known) <= 0))
            {
                continue;
            }

            worst = (inner.Name, data);
            if (data.Tier == DataTier.Sensitive)
            {
                break;
            }
        }

        return worst;
    }

    /// <summary>The type, and the types of other projects that its members take and give.</summary>
    private static IEnumerable<ITypeSymbol> WithSignatures(INamedTypeSymbol type)
    {
        yield return type;
        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case IPropertySymbol property:
                    yield return property.Type;
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                    yield return method.ReturnType;
                    foreach (var parameter in method.Parameters)
                    {
                        yield return parameter.Type;
                    }

                    break;
            }
        }
    }

    /// <summary>Handlers of a minimal API stand in the start itself.</summary>
    private static IEnumerable<ITypeSymbol> InStart(KkContext context, IMethodSymbol start, CancellationToken cancellation)
    {
        foreach (var reference in start.DeclaringSyntaxReferences)
        {
            if (BoundFiles.For(context.Compilation).Operation(reference.GetSyntax(cancellation), cancellation) is { } body)
            {
                foreach (var operation in body.Inside())
                {
                    if (operation.Type is { } type)
                    {
                        yield return type;
                    }
                }
            }
        }
    }

    /// <summary>True when something in it catches, and calls something with what it caught: <c>return -1;</c> alone collects nothing.</summary>
    private static bool Catches(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellation).DescendantNodes().Any(
            n => n is CatchClauseSyntax clause && clause.Block.DescendantNodes().Any(i => i is InvocationExpressionSyntax)));

    private static bool IsBetween(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class
        && (type.AllInterfaces.Any(i => Between.Contains(i.Name)) || (type.BaseType is { } above && Between.Contains(above.Name))
            || type.GetMembers().Any(m => m is IMethodSymbol { Name: "InvokeAsync" or "Invoke", Parameters: { Length: > 0 } parameters } && parameters[0].Type.Name == "HttpContext"));

    /// <summary>The name of the method that starts; in a program without one, the call that makes the builder.</summary>
    private static Location? Place(IMethodSymbol start, CancellationToken cancellation)
    {
        var syntax = start.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is CompilationUnitSyntax unit)
        {
            var calls = unit.Members.OfType<GlobalStatementSyntax>().SelectMany(s => s.DescendantNodes()).OfType<MemberAccessExpressionSyntax>();
            return (calls.FirstOrDefault(a => a.Name.Identifier.ValueText.StartsWith("Create", StringComparison.Ordinal) && a.Name.Identifier.ValueText.EndsWith("Builder", StringComparison.Ordinal))?.Name
                ?? (Microsoft.CodeAnalysis.SyntaxNode?)unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault())?.GetLocation();
        }

        // Of a WPF application the start is generated, and its class is not.
        return start.Locations.Concat(start.ContainingType.Locations).FirstOrDefault(SourceLocations.IsUserCode);
    }

    private static string LookedFor(KkContext context) =>
        context.Type("Microsoft.AspNetCore.Components.WebAssembly.Hosting.WebAssemblyHostBuilder") is not null ? Texts.IncidentLookedBrowser
        : context.Type("Microsoft.Maui.Hosting.MauiApp") is not null || context.Compilation.Options.OutputKind != OutputKind.ConsoleApplication ? Texts.IncidentLookedApp
        : context.Type("Microsoft.AspNetCore.Builder.IApplicationBuilder") is not null ? Texts.IncidentLookedWeb
        : context.Type("Microsoft.Extensions.Hosting.IHost") is not null ? Texts.IncidentLookedHost
        : Texts.IncidentLookedConsole;
}
