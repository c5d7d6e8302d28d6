using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Endpoints;

/// <summary>What attributes say about access, with those that types and methods inherit.</summary>
internal sealed class AttributeReader
{
    private readonly WebSymbols _web;
    private readonly SourceBodies _bodies;
    private readonly HandlerCode _code;
    private readonly AccessPolicies _policies;
    private readonly ImmutableArray<string> _authorizing;
    private readonly Dictionary<INamedTypeSymbol, Verdict> _verdicts = new(SymbolEqualityComparer.Default);

    public AttributeReader(WebSymbols web, SourceBodies bodies, HandlerCode code, AccessPolicies policies, ImmutableArray<string> authorizingAttributes)
    {
        _policies = policies;
        _web = web;
        _bodies = bodies;
        _code = code;
        _authorizing = authorizingAttributes;
    }

    /// <summary>What an attribute or filter type does.</summary>
    private enum Verdict
    {
        None,
        Requires,
        Admits,

        /// <summary>Named by the option.</summary>
        ByOption,

        /// <summary>A filter that the application wrote and that refuses callers.</summary>
        OwnFilter,

        /// <summary>A filter whose code is not visible.</summary>
        Unknown,
    }

    /// <summary>The method's own attributes, then those of what it overrides.</summary>
    /// <param name="method">The method.</param>
    /// <param name="distance">Of its own attributes.</param>
    /// <param name="evidence">Gets what is found.</param>
    /// <param name="library">The only library of classic ASP.NET whose attributes count: <c>System.Web.Mvc</c>; null elsewhere.</param>
    public void Method(IMethodSymbol method, int distance, AccessEvidence evidence, string? library = null)
    {
        var own = true;
        for (var m = method; m is not null; m = m.OverriddenMethod, own = false, distance += AccessEvidence.Level)
        {
            Read(m, own, distance, m.ContainingType is { } type ? $"{type.Name}.{m.Name}" : m.Name, evidence, library);
        }
    }

    /// <summary>The type's own attributes, then those of its base types.</summary>
    public void Type(INamedTypeSymbol type, int distance, AccessEvidence evidence, string? library = null)
    {
        var own = true;
        for (var t = type; t is not null && t.SpecialType != SpecialType.System_Object; t = t.BaseType, own = false, distance += AccessEvidence.Level)
        {
            Read(t, own, distance, t.Name, evidence, library);
        }
    }

    /// <summary>Evidence from a filter, convention or metadata object of this type.</summary>
    public void Instance(ITypeSymbol? type, int distance, Location place, AccessEvidence evidence, AccessBasis basis, string? openPolicy = null)
    {
        if (type is INamedTypeSymbol named)
        {
            Weigh(Judge(named), named.Name, distance, place, basis, openPolicy, evidence);
        }
    }

    private void Read(ISymbol symbol, bool own, int distance, string where, AccessEvidence evidence, string? library)
    {
        var attributes = symbol.GetAttributes();
        for (var i = 0; i < attributes.Length; i++)
        {
            var data = attributes[i];
            if (data.AttributeClass is not { } type || (!own && !IsInherited(type)))
            {
                continue;
            }

            if (library is not null && type.Name == "OverrideAuthorizationAttribute" && Library(type) == library)
            {
                evidence.Resets(distance + AccessEvidence.Level - 1, $"[OverrideAuthorization] on {where}", Place(data));
                continue;
            }

            var verdict = Judge(type);
            var shown = type;
            if (FilterTypes(data, type).FirstOrDefault(t => Judge(t) != Verdict.None) is { } filter)
            {
                verdict = Judge(filter);
                shown = filter;
            }

            if (verdict != Verdict.None)
            {
                var name = shown.Name.EndsWith("Attribute", StringComparison.Ordinal) ? shown.Name.Substring(0, shown.Name.Length - "Attribute".Length) : shown.Name;
                var place = Place(data);
                if (library is not null && Library(type) is { } other && other != library)
                {
                    evidence.Ineffective($"[{name}]", place);
                    continue;
                }

                var basis = !own ? AccessBasis.BaseClass
                    : verdict == Verdict.Requires && type.Name != "AuthorizeAttribute" && !IsDerived(type) ? AccessBasis.Interface
                    : AccessBasis.Attribute;
                Weigh(verdict, $"[{name}] on {where}", distance + AccessEvidence.Level - 1 - Math.Min(i, AccessEvidence.Level - 1), place, basis, OpenPolicy(data, shown), evidence);
            }
        }
    }

    /// <summary>The policy that [Authorize] asks for, when everyone meets it. Roles are a demand of their own.</summary>
    private string? OpenPolicy(AttributeData data, INamedTypeSymbol type)
    {
        if (type.Name != "AuthorizeAttribute" || WebSymbols.Namespace(type) != "Microsoft.AspNetCore.Authorization"
            || data.NamedArguments.Any(n => n.Key == "Roles" && n.Value.Value is string { Length: > 0 }))
        {
            return null;
        }

        var policy = data.NamedArguments.FirstOrDefault(n => n.Key == "Policy").Value.Value as string ?? data.ConstructorArguments.FirstOrDefault().Value as string;
        return _policies.Open(policy is { Length: > 0 } ? policy : null);
    }

    private static Location? Place(AttributeData data) => data.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : null;

    /// <summary>The web library that the attribute is made for; null when it belongs to none.</summary>
    private static string? Library(INamedTypeSymbol attribute)
    {
        for (var t = attribute; t is not null; t = t.BaseType)
        {
            var ns = WebSymbols.Namespace(t);
            if (ns is "System.Web.Mvc" or "System.Web.Mvc.Filters")
            {
                return "System.Web.Mvc";
            }

            if (ns is "System.Web.Http" or "System.Web.Http.Filters")
            {
                return "System.Web.Http";
            }

            if (Starts(ns, "Microsoft.AspNetCore"))
            {
                return "Microsoft.AspNetCore";
            }
        }

        return null;
    }

    private static bool IsDerived(INamedTypeSymbol attribute)
    {
        for (var t = attribute.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name is "AuthorizeAttribute" or "TypeFilterAttribute" or "ServiceFilterAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static void Weigh(Verdict verdict, string what, int distance, Location? place, AccessBasis basis, string? openPolicy, AccessEvidence evidence)
    {
        switch (verdict)
        {
            case Verdict.Requires:
                evidence.Requires(distance, what, place, basis, openPolicy);
                break;
            case Verdict.ByOption:
                evidence.Requires(distance, what, place, AccessBasis.Option);
                break;
            case Verdict.OwnFilter:
                evidence.Filter(distance, what, place, basis is AccessBasis.GlobalFilter or AccessBasis.BaseClass ? basis : AccessBasis.Filter);
                break;
            case Verdict.Admits:
                evidence.Admits(distance, what, place, basis);
                break;
            case Verdict.Unknown:
                evidence.Doubts(MessageArg.Text(Texts.AccessMay, what));
                break;
        }
    }

    private Verdict Judge(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (!_verdicts.TryGetValue(type, out var verdict))
        {
            _verdicts[type] = verdict = Classify(type);
        }

        return verdict;
    }

    private Verdict Classify(INamedTypeSymbol type)
    {
        if (_authorizing.Any(name => name == type.Name || name + "Attribute" == type.Name || name == type.ToDisplayString()))
        {
            return Verdict.ByOption;
        }

        if (WebSymbols.IsAny(type, _web.AllowAnonymous))
        {
            return Verdict.Admits;
        }

        if (WebSymbols.IsAny(type, _web.AuthorizeData))
        {
            return Verdict.Requires;
        }

        var source = _bodies.Has(type);
        var framework = !source && WebSymbols.IsFramework(type);
        if (WebSymbols.IsAny(type, _web.AuthorizationFilters))
        {
            // The frameworks also write request forgery and HTTPS checks as authorization filters.
            var isOurs = !framework && !Starts(WebSymbols.Namespace(type), "System.Web");
            if (isOurs && IsDerived(type) && !type.GetMembers("OnAuthorization").Any())
            {
                return Verdict.Requires; // what MVC 5 and Web API 2 ask, and [AllowAnonymous] still counts
            }

            return isOurs ? Verdict.OwnFilter : type.Name is "AuthorizeFilter" or "AuthorizeAttribute" ? Verdict.Requires : Verdict.None;
        }

        if (framework || !WebSymbols.IsAny(type, _web.Filters))
        {
            return Verdict.None;
        }

        if (!source)
        {
            return Verdict.Unknown;
        }

        return _code.Refuses(type) is not null || FilterTypesOfBase(type).Any(t => Judge(t) is Verdict.OwnFilter or Verdict.Requires or Verdict.ByOption) ? Verdict.OwnFilter : Verdict.None;
    }

    private static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    private static bool IsInherited(INamedTypeSymbol attribute)
    {
        for (var t = attribute; t is not null; t = t.BaseType)
        {
            if (t.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "AttributeUsageAttribute" }) is { } usage)
            {
                return usage.NamedArguments.FirstOrDefault(n => n.Key == "Inherited").Value.Value is not false;
            }
        }

        return true;
    }

    /// <summary>[TypeFilter(typeof(X))], [ServiceFilter(typeof(X))] and their generic forms.</summary>
    private static IEnumerable<INamedTypeSymbol> FilterTypes(AttributeData data, INamedTypeSymbol type) =>
        type.Name is "TypeFilterAttribute" or "ServiceFilterAttribute" && Starts(WebSymbols.Namespace(type), "Microsoft.AspNetCore.Mvc")
            ? data.ConstructorArguments.Where(a => a.Kind == TypedConstantKind.Type).Select(a => a.Value).OfType<INamedTypeSymbol>().Concat(type.TypeArguments.OfType<INamedTypeSymbol>())
            : [];

    /// <summary>An attribute derived from TypeFilter names its filter in the call of the base constructor.</summary>
    private IEnumerable<INamedTypeSymbol> FilterTypesOfBase(INamedTypeSymbol type)
    {
        if (!_bodies.Has(type) || type.BaseType is not { Name: "TypeFilterAttribute" or "ServiceFilterAttribute" } parent)
        {
            yield break;
        }

        foreach (var argument in parent.TypeArguments.OfType<INamedTypeSymbol>())
        {
            yield return argument;
        }

        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            var lists = declaration.Members.OfType<ConstructorDeclarationSyntax>().Select(c => c.Initializer?.ArgumentList)
                .Concat(declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().Select(t => (ArgumentListSyntax?)t.ArgumentList) ?? []);
            foreach (var typeOf in lists.OfType<ArgumentListSyntax>().SelectMany(l => l.Arguments).Select(a => a.Expression).OfType<TypeOfExpressionSyntax>())
            {
                if (_bodies.Model(typeOf.SyntaxTree).GetTypeInfo(typeOf.Type).Type is INamedTypeSymbol filter)
                {
                    yield return filter;
                }
            }
        }
    }
}
