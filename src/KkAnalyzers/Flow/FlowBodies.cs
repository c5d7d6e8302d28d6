using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
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
    private readonly BoundFiles _files;
    private readonly FlowCatalogue _catalogue;
    private readonly CancellationToken _cancellation;
    private readonly Implementations _implementations;
    private readonly SourceCalls _calls;
    private readonly ConcurrentDictionary<SyntaxNode, BodyFacts> _facts = new();
    private readonly ConcurrentDictionary<ISymbol, BodyFacts?> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Definition>> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<FlowCall>> _callers = new(SymbolEqualityComparer.Default);

    public FlowBodies(Compilation compilation, FlowCatalogue catalogue, CancellationToken cancellation)
    {
        _files = BoundFiles.For(compilation);
        _catalogue = catalogue;
        _cancellation = cancellation;
        _implementations = new Implementations(compilation);
        _calls = new SourceCalls(compilation, cancellation);
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
    public BodyFacts? Of(IMethodSymbol method) => _methods.GetOrAdd(method.OriginalDefinition, m =>
    {
        var source = ((IMethodSymbol)m).PartialImplementationPart ?? m;
        foreach (var reference in source.DeclaringSyntaxReferences)
        {
            // A record or class with parameters is its own constructor: all that it runs is the call of the base's.
            var syntax = reference.GetSyntax(_cancellation);
            if ((syntax is TypeDeclarationSyntax type ? type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() : syntax) is { } body
                && Operation(body) is { } operation)
            {
                return Around(operation);
            }
        }

        return null;
    });

    /// <summary>The source methods that a call may run, as far as that is certain.</summary>
    public IEnumerable<IMethodSymbol> Run(IMethodSymbol called) => _implementations.Of(called);

    /// <summary>What gives a field or property of a source type its value, in that type: assignments anywhere in it and the initialiser.</summary>
    public ImmutableArray<Definition> OfMember(ISymbol member) => _members.GetOrAdd(member.OriginalDefinition, FindDefinitions);

    /// <summary>The value that the declaration of a field or property gives it.</summary>
    public IOperation? Initialiser(ISymbol member)
    {
        foreach (var reference in member.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax(_cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
                PropertyDeclarationSyntax { Initializer: { } initializer } => initializer,
                _ => null,
            };
            if (value is not null && Operation(value) is ISymbolInitializerOperation { Value: { } initial })
            {
                return initial;
            }
        }

        return null;
    }

    /// <summary>The calls of a source method, in its own type when it is private, else in the whole compilation.</summary>
    public ImmutableArray<FlowCall> Callers(IMethodSymbol method) => _callers.GetOrAdd(method.OriginalDefinition, m => FindCallers((IMethodSymbol)m));

    private ImmutableArray<Definition> FindDefinitions(ISymbol member)
    {
        var found = ImmutableArray.CreateBuilder<Definition>();
        if (Initialiser(member) is { } initial)
        {
            found.Add(new Definition(initial));
        }

        // Names before symbols: most bodies do not mention the member.
        foreach (var body in Mentioning(member))
        {
            if (Operation(body) is { } operation)
            {
                found.AddRange(Around(operation).Of(member));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The bodies of a type with the name of a member of it.</summary>
    private IEnumerable<SyntaxNode> Mentioning(ISymbol member) =>
        Types(member.ContainingType).SelectMany(t => _calls.Tokens(member.Name, t).Select(token => Body(token.Parent, t))).OfType<SyntaxNode>().Distinct();

    /// <summary>What the compiler binds as one, around a node and directly in a type; null for an initialiser or another type within.</summary>
    private static SyntaxNode? Body(SyntaxNode? node, TypeDeclarationSyntax type)
    {
        for (; node is not null and not TypeDeclarationSyntax; node = node.Parent)
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax })
            {
                return node.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type ? node : null;
            }
        }

        return null;
    }

    private ImmutableArray<FlowCall> FindCallers(IMethodSymbol method)
    {
        var calls = method.DeclaredAccessibility == Accessibility.Private && method.MethodKind != MethodKind.Constructor
            ? Types(method.ContainingType).SelectMany(t => _calls.Of(method.Name, t))
            : _calls.Of(method);
        var found = ImmutableArray.CreateBuilder<FlowCall>();
        foreach (var syntax in calls)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (Operation(syntax) is { } operation && FlowCall.From(operation) is { } call && _implementations.Reaches(call.Method, method.OriginalDefinition))
            {
                found.Add(call);
            }
        }

        return found.ToImmutable();
    }

    private IEnumerable<TypeDeclarationSyntax> Types(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(_cancellation)).OfType<TypeDeclarationSyntax>();

    private IOperation? Operation(SyntaxNode syntax) => _files.Operation(syntax, _cancellation);
}
