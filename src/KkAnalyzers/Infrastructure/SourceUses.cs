using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// Where a method, constructor, field or property of this compilation is used, and the code of a method. Asked only about something that
/// is about to be reported, so that nothing is looked up in advance; answers are kept for the compilation.
/// </summary>
internal sealed class SourceUses
{
    /// <summary>More uses than these say no more about one place.</summary>
    private const int MaxUses = 200;

    private readonly Compilation _compilation;
    private readonly BoundFiles _files;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _uses = new(SymbolEqualityComparer.Default);

    public SourceUses(Compilation compilation) => (_compilation, _files) = (compilation, BoundFiles.For(compilation));

    /// <summary>The references to the symbol outside nameof and documentation, as operations in their whole body.</summary>
    public ImmutableArray<IOperation> Of(ISymbol symbol, CancellationToken cancellation)
    {
        symbol = symbol.OriginalDefinition;
        return _uses.TryGetValue(symbol, out var known) ? known : _uses.GetOrAdd(symbol, Find(symbol, cancellation));
    }

    /// <summary>The code of a method or local function; null when it has none in this compilation.</summary>
    public IOperation? Body(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        foreach (var reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            if (Operation(reference.GetSyntax(cancellation), cancellation) is { } operation and (IMethodBodyBaseOperation or ILocalFunctionOperation or IBlockOperation))
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>What a field or property of this compilation starts with, or what the property always returns; null when that is not written down.</summary>
    public IOperation? Initial(ISymbol member, CancellationToken cancellation)
    {
        foreach (var reference in member.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
                _ => null,
            };
            if (value is not null && Operation(value, cancellation) is { } operation)
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>True when some file of the compilation has the text, in code or not: for what stops a claim, never for what makes one.</summary>
    public bool Mentions(string text, CancellationToken cancellation) =>
        _compilation.SyntaxTrees.Any(t => _files.Text(t, cancellation).IndexOf(text, StringComparison.Ordinal) >= 0);

    private ImmutableArray<IOperation> Find(ISymbol symbol, CancellationToken cancellation)
    {
        // A constructor is used by the name of its type.
        var name = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.Name;
        var scopes = symbol is ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
            ? [symbol.ContainingSymbol]
            : symbol.DeclaredAccessibility == Accessibility.Private ? [symbol.ContainingType] : Array.Empty<ISymbol>();
        var roots = scopes.Length > 0
            ? scopes.SelectMany(s => s.DeclaringSyntaxReferences).Select(r => r.GetSyntax(cancellation))
            : _compilation.SyntaxTrees.Where(t => _files.Text(t, cancellation).IndexOf(name, StringComparison.Ordinal) >= 0).Select(t => t.GetRoot(cancellation));
        var found = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var root in roots)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var written in root.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == name))
            {
                if (found.Count < MaxUses && Use(written, symbol, cancellation) is { } use)
                {
                    found.Add(use);
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The call or reference whose name this is, when it is the symbol's.</summary>
    private IOperation? Use(SimpleNameSyntax name, ISymbol symbol, CancellationToken cancellation)
    {
        SyntaxNode node = name;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Name == node || node.Parent is MemberBindingExpressionSyntax)
        {
            node = node.Parent;
        }

        if (node.Parent is InvocationExpressionSyntax call && call.Expression == node)
        {
            node = call;
        }
        else if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            while (node.Parent is NameSyntax qualified)
            {
                node = qualified;
            }

            if (node.Parent is not ObjectCreationExpressionSyntax creation || creation.Type != node)
            {
                return null;
            }

            node = creation;
        }

        var operation = Operation(node, cancellation);
        ISymbol? target = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMemberReferenceOperation member => member.Member,
            ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
            _ => null,
        };
        return target is not null && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, symbol) && !InNameOf(operation!) ? operation : null;
    }

    private static bool InNameOf(IOperation operation) => operation.Parent is INameOfOperation;

    private IOperation? Operation(SyntaxNode node, CancellationToken cancellation) => _files.Operation(node, cancellation);
}
