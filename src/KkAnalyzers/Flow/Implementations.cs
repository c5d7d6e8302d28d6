using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>Which source method runs when an interface, abstract or virtual method is called, where only one can.</summary>
internal sealed class Implementations
{
    private readonly Lazy<Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>> _types;

    public Implementations(Compilation compilation) => _types = new(() => Find(compilation));

    /// <summary>The bodies that a call may run: the method's own, and the only one that implements or overrides it.</summary>
    public IEnumerable<IMethodSymbol> Of(IMethodSymbol called)
    {
        if (!called.IsAbstract)
        {
            yield return called;
        }

        if ((called.IsAbstract || called.IsVirtual || called.IsOverride) && !called.IsStatic && Only(called) is { } implementation)
        {
            yield return implementation;
        }
    }

    /// <summary>True when a call of the one may run the other.</summary>
    public bool Reaches(IMethodSymbol called, IMethodSymbol method)
    {
        called = called.ReducedFrom ?? called;
        return SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method)
            || ((called.IsAbstract || called.IsVirtual || called.IsOverride) && !called.IsStatic && MayImplement(called, method)
                && SymbolEqualityComparer.Default.Equals(Only(called), method));
    }

    // Without a look at all types: most methods of the same name have nothing to do with each other.
    private static bool MayImplement(IMethodSymbol called, IMethodSymbol method) =>
        (method.IsOverride || called.ContainingType.TypeKind == TypeKind.Interface) && method.Parameters.Length == called.Parameters.Length;

    private IMethodSymbol? Only(IMethodSymbol called)
    {
        called = called.OriginalDefinition;
        if (called.DeclaringSyntaxReferences.IsEmpty || !_types.Value.TryGetValue(called.ContainingType, out var types))
        {
            return null;
        }

        IMethodSymbol? only = null;
        foreach (var type in types)
        {
            var found = called.ContainingType.TypeKind == TypeKind.Interface ? Implementing(type, called) : Overriding(type, called);
            if (found is null || SymbolEqualityComparer.Default.Equals(found, only))
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = found;
        }

        return only;
    }

    private static IMethodSymbol? Implementing(INamedTypeSymbol type, IMethodSymbol called)
    {
        foreach (var contract in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, called.ContainingType))
            {
                var member = contract.GetMembers(called.Name).FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, called));
                return member is null ? null : (type.FindImplementationForInterfaceMember(member) as IMethodSymbol)?.OriginalDefinition;
            }
        }

        return null;
    }

    private static IMethodSymbol? Overriding(INamedTypeSymbol type, IMethodSymbol called)
    {
        foreach (var member in type.GetMembers(called.Name))
        {
            for (var overridden = (member as IMethodSymbol)?.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called))
                {
                    return (IMethodSymbol)member;
                }
            }
        }

        return null;
    }

    /// <summary>The classes in source under each interface and class in source. One pass over the types.</summary>
    private static Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> Find(Compilation compilation)
    {
        var found = new Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            foreach (var member in pending.Pop().GetMembers())
            {
                if (member is not INamespaceOrTypeSymbol inner)
                {
                    continue;
                }

                pending.Push(inner);
                if (inner is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    continue;
                }

                for (var t = type.BaseType; t is not null && !t.DeclaringSyntaxReferences.IsEmpty; t = t.BaseType)
                {
                    Add(t, type);
                }

                if (!type.IsAbstract)
                {
                    foreach (var contract in type.AllInterfaces)
                    {
                        Add(contract, type);
                    }
                }
            }
        }

        return found;

        void Add(INamedTypeSymbol contract, INamedTypeSymbol type)
        {
            contract = contract.OriginalDefinition;
            if (contract.DeclaringSyntaxReferences.IsEmpty)
            {
                return;
            }

            if (!found.TryGetValue(contract, out var types))
            {
                found.Add(contract, types = []);
            }

            types.Add(type);
        }
    }
}
