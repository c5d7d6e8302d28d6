using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4510: nobody can find out later who saw or changed a care record. One finding where the application has no audit trail at
/// all, else one per class that leaves it out: one decision mends them.
/// </summary>
internal sealed class AuditTrail(EndpointModel endpoints, HandlerWalk walk, AuditNames names, Inspection inspection, CancellationToken cancellation)
{
    /// <summary>Places beside the first one that a finding shows.</summary>
    private const int MaxRelated = 20;

    private static readonly ImmutableHashSet<string> Between = ImmutableHashSet.Create(
        "ISaveChangesInterceptor", "IInterceptor", "IPipelineBehavior", "IMiddleware", "IActionFilter", "IAsyncActionFilter", "IResultFilter", "IAsyncResultFilter", "IResourceFilter", "IAsyncResourceFilter",
        "IPageFilter", "IAsyncPageFilter", "IEndpointFilter", "IHubFilter", "IFunctionsWorkerMiddleware", "Interceptor");

    public void Report(Action<Diagnostic> report)
    {
        var missing = new List<(Endpoint Endpoint, Location Place, RecordUse Use)>();
        var audited = false;
        bool? everywhere = null;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var endpoint in endpoints.Endpoints)
        {
            cancellation.ThrowIfCancellationRequested();
            if (endpoint.Decision.Outcome is AccessOutcome.Convention or AccessOutcome.NoData or AccessOutcome.Client)
            {
                continue;
            }

            foreach (var handler in HandlerWalk.Handlers(endpoint))
            {
                if (!seen.Add(handler))
                {
                    continue;
                }

                var trace = walk.Of(handler);
                var uses = trace.Uses.Where(u => u.Data.Tier == DataTier.Sensitive).ToArray();
                if (uses.Length == 0)
                {
                    continue;
                }

                inspection.Inspected();
                if (everywhere ??= Everywhere())
                {
                    continue;
                }

                if (trace.Audits || Marked(endpoint, handler))
                {
                    audited = true;
                    continue;
                }

                // A temporal table keeps what was changed. Who is not in it, but the history can be joined with the sign-ins.
                var use = uses.FirstOrDefault(u => !(u.Changes && IsTemporal(u.Symbol)) && !Marked(u.Symbol));
                if (use is null)
                {
                    audited = true;
                }
                else if (use.Changes && uses.Any(u => u.Context is { } context && !endpoints.Bodies.Has(context) && !WebSymbols.IsFramework(context)))
                {
                    // The context is in another project, and may write the trail when it saves.
                    inspection.NotFollowed();
                }
                else
                {
                    var place = handler.MethodKind == MethodKind.AnonymousFunction ? endpoint.Location : EndpointReader.Place(handler) ?? endpoint.Location;
                    missing.Add((endpoint, place, use));
                }
            }
        }

        var groups = audited
            ? missing.GroupBy(m => m.Endpoint.Controller?.ToDisplayString() ?? (m.Endpoint.Symbol as INamedTypeSymbol)?.ToDisplayString() ?? m.Place.SourceTree?.FilePath ?? "")
            : missing.GroupBy(_ => "");
        foreach (var group in groups)
        {
            var all = group.ToArray();
            var (endpoint, place, use) = all[0];
            report(KkDiagnostic.Create(
                RuleCatalog.KK4510,
                place,
                null,
                all.Skip(1).Select(m => m.Place).Take(MaxRelated),
                null,
                all.Length == 1 ? MessageArg.Text(Texts.AuditOne, endpoint.Name) : MessageArg.Text(Texts.AuditAndMore, endpoint.Name, (all.Length - 1).ToString(CultureInfo.InvariantCulture)),
                use.Type,
                use.Data.CategoryText,
                MessageArg.Text(audited ? Texts.AuditElsewhere : Texts.AuditNowhere)));
        }
    }

    /// <summary>Something between the requests and the records writes the trail for all of them.</summary>
    private bool Everywhere()
    {
        if (endpoints.Calls.LibrarySetup.Any(c => names.Say(c.TargetMethod.Name))
            || endpoints.Calls.Setup("UseMiddleware", "Add", "AddService", "AddInterceptors").Any(c => c.TargetMethod.TypeArguments
                .Concat(c.Arguments.Select(a => a.Value.Unwrap()).Select(v => v is ITypeOfOperation typeOf ? typeOf.TypeOperand : v.Type)).Any(t => t is not null && names.Say(t.Name))))
        {
            return true;
        }

        foreach (var type in endpoints.Bodies.SourceTypes())
        {
            if (type.TypeKind != TypeKind.Class)
            {
                continue;
            }

            var isContext = false;
            for (var t = type.BaseType; t is { SpecialType: SpecialType.None }; t = t.BaseType)
            {
                if (names.Say(t.Name) && t.Name.EndsWith("Context", StringComparison.Ordinal))
                {
                    return true;
                }

                isContext |= t.Name is "DbContext";
            }

            var members = type.GetMembers().OfType<IMethodSymbol>();
            var code = isContext ? members.Where(m => m.Name.StartsWith("SaveChanges", StringComparison.Ordinal))
                : IsBetween(type) ? members
                : [];
            if (code.Any() && ((!isContext && names.Say(type.Name)) || code.Select(endpoints.Bodies.Of).OfType<IOperation>().Any(Writes)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An attribute works where it is written, so that it is no evidence for all.</summary>
    private static bool IsBetween(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            if (t.Name == "Attribute")
            {
                return false;
            }
        }

        return type.AllInterfaces.Any(i => Between.Contains(i.Name)) || type.BaseType is { Name: "Interceptor" or "SaveChangesInterceptor" }
            || type.GetMembers().Any(m => m is IMethodSymbol { Name: "InvokeAsync" or "Invoke", Parameters: { Length: > 0 } parameters } && parameters[0].Type.Name == "HttpContext");
    }

    private bool Writes(IOperation body) => body.Inside().Any(o => o switch
    {
        IInvocationOperation call => names.Say(call.TargetMethod.Name) || names.Say(call.TargetMethod.ContainingType?.Name ?? "") || call.TargetMethod.TypeArguments.Any(t => names.Say(t.Name)),
        IObjectCreationOperation creation => names.Say(creation.Type?.Name ?? ""),
        IMemberReferenceOperation { Member: not IMethodSymbol } member => names.Say(member.Member.Name),
        _ => false,
    });

    private bool Marked(Endpoint endpoint, IMethodSymbol handler) =>
        Marked(handler) || (endpoint.Controller is { } controller ? Marked(controller) : handler.MethodKind != MethodKind.AnonymousFunction && handler.ContainingType is { } type && Marked(type));

    private bool Marked(ISymbol symbol)
    {
        for (var s = symbol; s is not null; s = s switch { INamedTypeSymbol type => type.BaseType, IMethodSymbol method => method.OverriddenMethod, _ => null })
        {
            if (s.GetAttributes().Any(a => a.AttributeClass is { } type && (names.Say(type.Name) || a.ConstructorArguments.Any(c => c.Kind == TypedConstantKind.Type && c.Value is ITypeSymbol filter && names.Say(filter.Name)))))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTemporal(INamedTypeSymbol type) => endpoints.Calls.Setup("IsTemporal").Any(c =>
    {
        for (IOperation? o = c; o is not null; o = o.Parent)
        {
            // Chained on the entity's builder, or inside the lambda that configures it.
            if (o is IInvocationOperation { TargetMethod.Name: "Entity" or "ToTable" or "IsTemporal" } call && (Mentions(call.TargetMethod.TypeArguments, type) || (call.Receiver()?.Type is INamedTypeSymbol { TypeArguments: var of } && Mentions(of, type))))
            {
                return true;
            }
        }

        return false;
    });

    private static bool Mentions(ImmutableArray<ITypeSymbol> types, INamedTypeSymbol type) => types.Any(t => SymbolEqualityComparer.Default.Equals(t, type));
}
