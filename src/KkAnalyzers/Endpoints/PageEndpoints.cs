using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>Razor pages with a page model. Attributes on handler methods do nothing there (MVC1001), so that the page is the endpoint.</summary>
internal sealed class PageEndpoints
{
    private static readonly char[] Separators = ['/', '\\'];

    private readonly EndpointReader _reader;
    private readonly AccessEvidence _mapping;
    private readonly bool _unreachable;
    private readonly ILookup<ISymbol?, INamedTypeSymbol> _markup;

    public PageEndpoints(EndpointReader reader, IEnumerable<INamedTypeSymbol> types)
    {
        _reader = reader;
        var maps = reader.Calls.BuilderCalls.Where(c => c.TargetMethod.Name == "MapRazorPages").ToArray();
        _mapping = EndpointReader.Common(maps.Select(c => MappedEndpoints.Mapping(reader, c, AccessBasis.Convention)).ToArray());

        // Controllers are mapped here and pages are not.
        _unreachable = maps.Length == 0 && reader.Application.StartsHere && !reader.MapsElsewhere && !reader.Calls.Setup("UseMvc", "UseMvcWithDefaultRoute").Any()
            && reader.Calls.BuilderCalls.Any(c => c.TargetMethod.Name.StartsWith("MapController", StringComparison.Ordinal) || c.TargetMethod.Name == "MapDefaultControllerRoute")
            && !reader.Calls.BuilderCalls.Any(c => c.TargetMethod.Name.IndexOf("Page", StringComparison.Ordinal) >= 0);

        // The class that Razor makes of a .cshtml file carries its @attribute lines.
        _markup = types.Where(t => t.BaseType is { Name: "Page" } b && WebSymbols.Namespace(b) == "Microsoft.AspNetCore.Mvc.RazorPages")
            .ToLookup(t => (ISymbol?)t.GetMembers("Model").OfType<IPropertySymbol>().FirstOrDefault()?.Type, SymbolEqualityComparer.Default);
    }

    public Endpoint? Of(INamedTypeSymbol type)
    {
        if (_unreachable || !WebSymbols.Is(type, _reader.Web.PageModel) || type.IsAbstract || type.IsGenericType || EndpointReader.Place(type) is not { } place)
        {
            return null;
        }

        var (area, page) = Page(type, place);
        var evidence = new AccessEvidence();
        _reader.Attributes.Type(type, 0, evidence);
        foreach (var markup in _markup[type])
        {
            _reader.Attributes.Type(markup, 0, evidence);
        }

        Conventions(area, page, evidence);
        evidence.AddAll(_mapping);
        evidence.AddAll(_reader.Application.Mvc);
        var handlers = Handlers(type).ToArray();
        var decision = (evidence.Any ? null : _reader.GuardedByOverride(type)) ?? _reader.Decide(
            evidence,
            [page],
            _reader.BodiesOf(handlers),
            isPage: true,
            _reader.Application.StartsHere,
            type.Name);
        return new(EndpointKind.Page, area is null ? page : $"/{area}{page}", type.Name, place, type, decision) { Fix = EndpointFix.Attribute };
    }

    private IEnumerable<IMethodSymbol> Handlers(INamedTypeSymbol type)
    {
        for (var t = type; t is not null && _reader.Bodies.Has(t); t = t.BaseType)
        {
            foreach (var method in t.GetMembers().OfType<IMethodSymbol>().Where(m => m.DeclaredAccessibility == Accessibility.Public && m.MethodKind == MethodKind.Ordinary
                && m.Name.Length > 3 && m.Name.StartsWith("On", StringComparison.Ordinal) && char.IsUpper(m.Name[2]) && !m.IsOverride))
            {
                yield return method;
            }
        }
    }

    private void Conventions(string? area, string page, AccessEvidence evidence)
    {
        foreach (var call in _reader.Application.PageConventions)
        {
            var name = call.TargetMethod.Name;
            var isFolder = name.EndsWith("Folder", StringComparison.Ordinal);
            var path = call.Argument(isFolder ? "folderPath" : "pageName");
            var hasArea = call.TargetMethod.Parameters.Any(p => p.Name == "areaName");
            if (path.Constant() is not { } text || (hasArea && call.Argument("areaName").Constant() is null))
            {
                evidence.Doubts(MessageArg.Text(Texts.AccessMay, name));
                continue;
            }

            if (hasArea ? !string.Equals(call.Argument("areaName").Constant(), area, StringComparison.OrdinalIgnoreCase) : area is not null)
            {
                continue;
            }

            var folder = text.TrimEnd('/');
            if (isFolder ? page.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase) : string.Equals(page, text, StringComparison.OrdinalIgnoreCase))
            {
                // The longer the path, the nearer.
                var distance = AccessEvidence.Level * (50 - Math.Min(49, isFolder ? folder.Count(c => c == '/') : 49));
                if (name.StartsWith("Authorize", StringComparison.Ordinal))
                {
                    evidence.Requires(distance, $"{name}(\"{text}\")", call.NameLocation(), AccessBasis.Convention, _reader.Policies.Open(call.Arguments));
                }
                else
                {
                    evidence.Admits(distance, $"{name}(\"{text}\")", call.NameLocation(), AccessBasis.Convention);
                }
            }
        }
    }

    /// <summary>The page's path below Pages, from the file, else from the namespace.</summary>
    private static (string? Area, string Page) Page(INamedTypeSymbol type, Location place)
    {
        var parts = (place.SourceTree?.FilePath ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var pages = Array.FindLastIndex(parts, p => string.Equals(p, "Pages", StringComparison.OrdinalIgnoreCase));
        if (pages >= 0 && pages < parts.Length - 1)
        {
            var last = parts[parts.Length - 1];
            var dot = last.IndexOf('.');
            parts[parts.Length - 1] = dot < 0 ? last : last.Substring(0, dot);
        }
        else
        {
            var name = type.Name.EndsWith("Model", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - "Model".Length) : type.Name;
            parts = WebSymbols.Namespace(type).Split('.').Append(name).ToArray();
            pages = Array.FindLastIndex(parts, p => p == "Pages");
        }

        var isArea = pages >= 2 && string.Equals(parts[pages - 2], "Areas", StringComparison.OrdinalIgnoreCase);
        return (isArea ? parts[pages - 1] : null, "/" + string.Join("/", parts.Skip(pages < 0 ? parts.Length - 1 : pages + 1)));
    }
}
