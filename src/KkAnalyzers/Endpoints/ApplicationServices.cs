using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Application services of ABP, of which it makes controllers. Each public method is an endpoint, unless
/// <c>[RemoteService(false)]</c> says otherwise. What a base class of ABP itself adds is not listed.
/// </summary>
internal sealed class ApplicationServices
{
    private readonly EndpointReader _reader;

    public ApplicationServices(EndpointReader reader) => _reader = reader;

    public IEnumerable<Endpoint> Of(INamedTypeSymbol type)
    {
        if (_reader.Web.ApplicationServices.IsEmpty || type.IsAbstract || type.IsGenericType || type.DeclaredAccessibility != Accessibility.Public
            || !WebSymbols.IsAny(type, _reader.Web.ApplicationServices) || WebSymbols.Is(type, _reader.Web.ControllerBase) || IsNotRemote(type))
        {
            yield break;
        }

        var onType = new AccessEvidence();
        _reader.Attributes.Type(type, 10 * AccessEvidence.Level, onType);
        for (var t = type; t is not null && _reader.Bodies.Has(t); t = t.BaseType)
        {
            foreach (var method in t.GetMembers().OfType<IMethodSymbol>())
            {
                if (method is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsImplicitlyDeclared: false, IsAbstract: false }
                    || IsNotRemote(method) || EndpointReader.Place(method) is not { } place)
                {
                    continue;
                }

                var evidence = new AccessEvidence();
                _reader.Attributes.Method(method, 0, evidence);
                evidence.AddAll(onType);
                evidence.AddAll(_reader.Application.Mvc);
                yield return new(
                    EndpointKind.Service,
                    "",
                    EndpointReader.Name(method, type),
                    place,
                    method,
                    _reader.Decide(evidence, [], _reader.BodiesOf(method), isPage: false, _reader.Application.StartsHere, type.Name + " " + method.Name))
                {
                    Fix = EndpointFix.Attribute,
                };
            }
        }
    }

    private static bool IsNotRemote(ISymbol symbol) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "RemoteServiceAttribute"
        && (a.ConstructorArguments.FirstOrDefault().Value is false || a.NamedArguments.Any(n => n.Key == "IsEnabled" && n.Value.Value is false)));
}
