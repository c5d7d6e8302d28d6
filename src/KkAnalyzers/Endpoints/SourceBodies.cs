using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Code of source methods, read at the end of the compilation and only for endpoints that nothing else decides, for
/// wrappers and for filters. Methods of controllers, pages and hubs are kept as the compiler bound them; of the rest little
/// is asked, and recording every body while the compiler runs would be much.
/// </summary>
internal sealed class SourceBodies
{
    private readonly Compilation _compilation;
    private readonly WebCalls _calls;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private Dictionary<ISymbol, List<IMethodSymbol>>? _implementations;

    public SourceBodies(Compilation compilation, WebCalls calls, CancellationToken cancellation)
    {
        _calls = calls;
        _compilation = compilation;
        _cancellation = cancellation;
    }

    /// <summary>
    /// True for what is written in this compilation. Symbols of a referenced project may have syntax too (an editor refers to
    /// compilations, not to files), but none that this compilation can read; answers must not depend on that.
    /// </summary>
    public bool Has(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <summary>The body of the method with everything in it, or null when it has none in this compilation.</summary>
    public IOperation? Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (!_bodies.TryGetValue(method, out var body))
        {
            _bodies[method] = body = _calls.Handler(method) ?? Read(method);
        }

        return body;
    }

    /// <summary>The bodies that a call may run: the method itself, else its implementations and overrides in this compilation.</summary>
    public IEnumerable<IOperation> Targets(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (Of(method) is { } body)
        {
            return [body];
        }

        return (method.IsAbstract || method.IsVirtual) && Implementations.TryGetValue(method, out var found)
            ? found.Select(Of).OfType<IOperation>()
            : [];
    }

    public SemanticModel Model(SyntaxTree tree) => BoundFiles.For(_compilation).Model(tree);

    /// <summary>All types written in this compilation, nested ones too.</summary>
    public IEnumerable<INamedTypeSymbol> SourceTypes() => Infrastructure.SourceTypes.Of(_compilation);

    private Dictionary<ISymbol, List<IMethodSymbol>> Implementations
    {
        get
        {
            if (_implementations is not null)
            {
                return _implementations;
            }

            var map = new Dictionary<ISymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
            void Add(ISymbol key, IMethodSymbol method)
            {
                if (!map.TryGetValue(key, out var list))
                {
                    map[key] = list = [];
                }

                list.Add(method);
            }

            foreach (var type in SourceTypes().Where(t => t.TypeKind is TypeKind.Class or TypeKind.Struct))
            {
                foreach (var member in type.AllInterfaces.SelectMany(i => i.GetMembers()).OfType<IMethodSymbol>())
                {
                    if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol method)
                    {
                        Add(member.OriginalDefinition, method);
                    }
                }

                foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(m => m.OverriddenMethod is not null))
                {
                    Add(method.OverriddenMethod!.OriginalDefinition, method);
                }
            }

            return _implementations = map;
        }
    }

    private IOperation? Read(IMethodSymbol method)
    {
        if (!Has(method))
        {
            return null;
        }

        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(_cancellation);
            if (node is TypeDeclarationSyntax)
            {
                continue; // a primary constructor has no code of its own
            }

            var operation = Model(node.SyntaxTree).GetOperation(node, _cancellation);
            if (operation is IMethodBodyBaseOperation or ILocalFunctionOperation or IAnonymousFunctionOperation or IBlockOperation)
            {
                return operation;
            }
        }

        return null;
    }
}
