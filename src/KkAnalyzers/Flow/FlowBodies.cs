using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

/// <summary>
/// The bodies of one compilation, as far as a walk reaches them. Everything here is looked up on demand, starts at a value
/// that is about to be stored, and is kept for the next walk; nothing is analysed in advance.
/// </summary>
internal sealed class FlowBodies
{
    private readonly Compilation _compilation;
    private readonly FlowCatalogue _catalogue;
    private readonly CancellationToken _cancellation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, BodyFacts> _facts = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Definition>> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<FlowCall>> _callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _only = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, SyntaxNode>> _calls = new();

    public FlowBodies(Compilation compilation, FlowCatalogue catalogue, CancellationToken cancellation)
    {
        _compilation = compilation;
        _catalogue = catalogue;
        _cancellation = cancellation;
    }

    /// <summary>The facts of the body an operation stands in.</summary>
    public BodyFacts Around(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return _facts.GetOrAdd(root.Syntax, _ => new BodyFacts(root, _catalogue));
    }

    /// <summary>The facts of the body of a method or accessor in source; null when it has none.</summary>
    public BodyFacts? Of(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (Operation(reference.GetSyntax(_cancellation)) is { } body)
            {
                return Around(body);
            }
        }

        return null;
    }

    /// <summary>What gives a field or property of a source type its value, in that type: assignments anywhere in it and the initialiser.</summary>
    public ImmutableArray<Definition> OfMember(ISymbol member) => _members.GetOrAdd(member.OriginalDefinition, FindDefinitions);

    /// <summary>The calls of a source method, in its own type when it is private, else in the whole compilation.</summary>
    public ImmutableArray<FlowCall> Callers(IMethodSymbol method) => _callers.GetOrAdd(method.OriginalDefinition, m => FindCallers((IMethodSymbol)m));

    private ImmutableArray<Definition> FindDefinitions(ISymbol member)
    {
        var found = ImmutableArray.CreateBuilder<Definition>();
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax(_cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
                PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
                _ => null,
            };
            if (value is not null && Operation(value) is ISymbolInitializerOperation { Value: { } initial })
            {
                found.Add(new Definition(initial));
            }
        }

        foreach (var body in Types(member.ContainingType).SelectMany(t => t.Members).SelectMany(Bodies))
        {
            // Names before symbols: most bodies do not mention the member.
            if (body.DescendantTokens().Any(t => t.ValueText == member.Name) && Operation(body) is { } operation)
            {
                found.AddRange(Around(operation).Of(member));
            }
        }

        return found.ToImmutable();
    }

    private ImmutableArray<FlowCall> FindCallers(IMethodSymbol method)
    {
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        var calls = method.DeclaredAccessibility == Accessibility.Private && method.MethodKind != MethodKind.Constructor
            ? Calls(Types(method.ContainingType))[name]
            : CallsOf(name);
        var found = ImmutableArray.CreateBuilder<FlowCall>();
        foreach (var syntax in calls)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (Operation(syntax) is { } operation && FlowCall.From(operation) is { } call && Reaches(call.Method.OriginalDefinition, method))
            {
                found.Add(call);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The calls of this name in the files whose text has it: searching a text costs far less than walking its tree.</summary>
    private IEnumerable<SyntaxNode> CallsOf(string name)
    {
        foreach (var tree in _compilation.SyntaxTrees)
        {
            if (tree.GetText(_cancellation).ToString().IndexOf(name, StringComparison.Ordinal) < 0)
            {
                continue;
            }

            foreach (var call in _calls.GetOrAdd(tree, t => Calls([t.GetRoot(_cancellation)]))[name])
            {
                yield return call;
            }
        }
    }

    /// <summary>True when a call of the one runs the other: the same, or the only implementation of an interface or abstract method.</summary>
    private bool Reaches(IMethodSymbol called, IMethodSymbol method)
    {
        called = called.ReducedFrom ?? called;
        if (SymbolEqualityComparer.Default.Equals(called, method))
        {
            return true;
        }

        if (called.ContainingType.TypeKind == TypeKind.Interface)
        {
            return SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(called)?.OriginalDefinition, method)
                && _only.GetOrAdd(called.ContainingType, t => Implementations((INamedTypeSymbol)t) == 1);
        }

        return called.IsAbstract && SymbolEqualityComparer.Default.Equals(method.OverriddenMethod?.OriginalDefinition, called)
            && _only.GetOrAdd(called.ContainingType, t => Implementations((INamedTypeSymbol)t) == 1);
    }

    /// <summary>Number of types in source that implement the interface or derive from the class, at most two.</summary>
    private int Implementations(INamedTypeSymbol contract)
    {
        var count = 0;
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(_compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0 && count < 2)
        {
            foreach (var member in pending.Pop().GetMembers())
            {
                if (member is not INamespaceOrTypeSymbol inner)
                {
                    continue;
                }

                pending.Push(inner);
                if (inner is INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } type
                    && (type.AllInterfaces.Any(i => Is(i, contract)) || Is(type.BaseType, contract)))
                {
                    count++;
                }
            }
        }

        return count;

        static bool Is(INamedTypeSymbol? type, INamedTypeSymbol contract) => SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, contract);
    }

    private IEnumerable<TypeDeclarationSyntax> Types(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(_cancellation)).OfType<TypeDeclarationSyntax>();

    private static IEnumerable<SyntaxNode> Bodies(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax method => [method],
        PropertyDeclarationSyntax { ExpressionBody: { } body } => [body],
        BasePropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.Where(a => a.Body is not null || a.ExpressionBody is not null),
        _ => [],
    };

    private static ILookup<string, SyntaxNode> Calls(IEnumerable<SyntaxNode> roots) =>
        roots.SelectMany(r => r.DescendantNodes())
            .Select(n => (Node: n, Name: CalledName(n)))
            .Where(c => c.Name.Length > 0)
            .ToLookup(c => c.Name, c => c.Node, StringComparer.Ordinal);

    private static string CalledName(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => SimpleName(invocation.Expression),
        ObjectCreationExpressionSyntax creation => SimpleName(creation.Type),
        _ => "",
    };

    private static string SimpleName(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private IOperation? Operation(SyntaxNode syntax)
    {
        // In an editor a referenced project has sources too: they belong to its own compilation.
        if (!_compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

#pragma warning disable RS1030 // a walk crosses files only where a value does, and each model is made once per compilation
        var model = _models.GetOrAdd(syntax.SyntaxTree, t => _compilation.GetSemanticModel(t));
#pragma warning restore RS1030
        return model.GetOperation(syntax, _cancellation);
    }
}
