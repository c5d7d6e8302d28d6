using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>Azure Functions with an HTTP trigger, isolated and in-process.</summary>
internal sealed class FunctionEndpoints
{
    private readonly EndpointReader _reader;

    public FunctionEndpoints(EndpointReader reader) => _reader = reader;

    public IEnumerable<Endpoint> Of(INamedTypeSymbol type)
    {
        if (_reader.Web.HttpTriggers.IsEmpty)
        {
            yield break;
        }

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            var trigger = method.Parameters.SelectMany(p => p.GetAttributes()).FirstOrDefault(a => WebSymbols.IsAny(a.AttributeClass, _reader.Web.HttpTriggers));
            var named = method.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name is "FunctionAttribute" or "FunctionNameAttribute");
            if (trigger is null || named is null || EndpointReader.Place(method) is not { } place)
            {
                continue;
            }

            var name = named.ConstructorArguments.FirstOrDefault().Value as string ?? method.Name;
            var route = trigger.NamedArguments.FirstOrDefault(n => n.Key == "Route").Value.Value as string ?? name;
            yield return new(EndpointKind.Function, "/api/" + route.TrimStart('/'), $"{type.Name}.{method.Name}", place, method, Decide(type, method, trigger, name, route));
        }
    }

    private AccessDecision Decide(INamedTypeSymbol type, IMethodSymbol method, AttributeData trigger, string name, string route)
    {
        // Neither model leaves the level out at Anonymous: both start at Function.
        var level = trigger.ConstructorArguments.Where(a => a.Kind == TypedConstantKind.Enum).Select(a => a)
            .Concat(trigger.NamedArguments.Where(n => n.Key == "AuthLevel").Select(n => n.Value)).LastOrDefault();
        var levelName = level.Type is null ? "Function"
            : level.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, level.Value))?.Name ?? "Function";
        if (levelName != "Anonymous")
        {
            return new(AccessOutcome.Key, "AuthorizationLevel." + levelName, trigger.ApplicationSyntaxReference?.GetSyntax().GetLocation());
        }

        var evidence = new AccessEvidence { ShortCircuits = true }; // no middleware asks for a fallback policy here
        _reader.Attributes.Method(method, 0, evidence);
        _reader.Attributes.Type(type, 10 * AccessEvidence.Level, evidence);
        var decision = _reader.Decide(evidence, ["/api/" + route.TrimStart('/'), "/" + name], _reader.BodiesOf(method), isPage: false, mappedHere: true, name + " " + route);
        return decision.Outcome == AccessOutcome.None ? decision with { Reason = MessageArg.Text(Texts.AccessFunctionAnonymous) } : decision;
    }
}
