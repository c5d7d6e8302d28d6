using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4509: whoever is signed in can ask for any record by changing an id. Reported where the id is followed to the call that
/// reads or changes the record, and nothing on the way asks what the caller has to do with it.
/// </summary>
internal sealed class OwnershipCheck(EndpointModel endpoints, HandlerWalk walk, Inspection inspection, CancellationToken cancellation)
{
    private readonly AccessLimits _limits = new(endpoints);

    public void Report(Action<Diagnostic> report)
    {
        var filtered = FilteredTypes();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var endpoint in endpoints.Endpoints)
        {
            cancellation.ThrowIfCancellationRequested();
            if (endpoint.Decision.Outcome is not (AccessOutcome.Required or AccessOutcome.InCode))
            {
                continue;
            }

            foreach (var handler in HandlerWalk.Handlers(endpoint))
            {
                if (!seen.Add(handler))
                {
                    continue;
                }

                inspection.Inspected();
                var trace = walk.Of(handler);
                if (trace.Checks || trace.ByClientId is not { } use || filtered.Contains(use.Symbol.OriginalDefinition))
                {
                    continue;
                }

                var decided = trace.MayCheckElsewhere ? null : _limits.Decided(endpoint, handler, trace.Policies);
                if (decided is null)
                {
                    inspection.NotFollowed();
                }
                else if (decided == false)
                {
                    Report(report, endpoint, handler, use);
                }
            }
        }
    }

    private static void Report(Action<Diagnostic> report, Endpoint endpoint, IMethodSymbol handler, RecordUse use)
    {
        var own = handler.MethodKind == MethodKind.AnonymousFunction ? null : EndpointReader.Place(handler);
        report(KkDiagnostic.Create(
            RuleCatalog.KK4509,
            own ?? endpoint.Location,
            null,
            [use.Place],
            null,
            endpoint.Symbol is INamedTypeSymbol ? $"{endpoint.Name}.{handler.Name}" : endpoint.Name,
            use.Id!,
            use.Type,
            use.Data.CategoryText,
            use.Call));
    }

    /// <summary>Entities with a query filter that depends on something of the request: it holds for every query.</summary>
    private HashSet<ISymbol> FilteredTypes()
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var call in endpoints.Calls.Setup("HasQueryFilter"))
        {
            // A filter on a column alone, such as "not deleted", is the same for everybody.
            if (call.Receiver()?.Unconverted().Type is INamedTypeSymbol { TypeArguments: { Length: > 0 } types }
                && call.Arguments.SelectMany(a => a.Value.Inside()).Any(o => o is IInstanceReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation { Field.IsConst: false }))
            {
                found.Add(types[0].OriginalDefinition);
            }
        }

        return found;
    }
}
