using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>Types and members of which a list says the meaning, by full name.</summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _simpleNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    public KnownTypes(IEnumerable<ListLine> lines)
    {
        foreach (var line in lines)
        {
            _byName[line[0]] = line[1];
            var simple = line[0].Substring(line[0].LastIndexOf('.') + 1);
            if (simple == "*")
            {
                _namespaces.Add(line[0].Substring(0, line[0].Length - 2));
            }
            else
            {
                _simpleNames.Add(simple);
            }
        }
    }

    /// <summary>The category's name, "person" or "none" for the type or what it derives from; null when no list names them.</summary>
    public string? Of(ITypeSymbol type)
    {
        for (var t = type; t is not null and not { SpecialType: SpecialType.System_Object }; t = t.BaseType)
        {
            if (_simpleNames.Contains(t.Name) && _byName.TryGetValue(FullName(t), out var meaning))
            {
                return meaning;
            }

            if (_namespaces.Count > 0 && t.ContainingNamespace is { IsGlobalNamespace: false } ns && _namespaces.Count > 0)
            {
                for (var n = ns; n is { IsGlobalNamespace: false }; n = n.ContainingNamespace)
                {
                    var name = FullName(n);
                    if (_namespaces.Contains(name))
                    {
                        return _byName[name + ".*"];
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The same for a member, as a base type declares it too; without what the list says of its type.</summary>
    public string? Of(ISymbol member)
    {
        if (!_simpleNames.Contains(member.Name))
        {
            return null;
        }

        for (ITypeSymbol? t = member.ContainingType; t is not null; t = t.BaseType)
        {
            if (_byName.TryGetValue(FullName(t) + "." + member.Name, out var meaning))
            {
                return meaning;
            }
        }

        return null;
    }

    private static string FullName(ISymbol symbol)
    {
        // Namespace and nesting with dots, no type arguments: the form of the list.
        var name = symbol.Name;
        for (ISymbol? s = symbol.ContainingSymbol; s is INamespaceSymbol { IsGlobalNamespace: false } or INamedTypeSymbol; s = s.ContainingSymbol)
        {
            name = s.Name + "." + name;
        }

        return name;
    }
}
