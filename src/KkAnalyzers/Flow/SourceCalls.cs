using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Flow;

/// <summary>Where a compilation calls something of a name: invocations, creations, calls of another constructor, and method groups.</summary>
internal sealed class SourceCalls
{
    // What the lookups have for new(…), : this(…) and : base(…), which do not name their type.
    private const string Nameless = "";

    // Searching the text of all files costs less than walking their trees, until it has been done this often.
    private const int MaxSearches = 100;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, SyntaxNode>> _calls = new();
    private int _searches;

    public SourceCalls(Compilation compilation, CancellationToken cancellation) => (_compilation, _cancellation) = (compilation, cancellation);

    /// <summary>What may be a call of the method.</summary>
    public IEnumerable<SyntaxNode> Of(IMethodSymbol method)
    {
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var name = isConstructor ? method.ContainingType.Name : method.Name;
        var searches = Interlocked.Increment(ref _searches) <= MaxSearches;
        foreach (var tree in _compilation.SyntaxTrees)
        {
            if ((searches || isConstructor) && tree.GetText(_cancellation).ToString().IndexOf(name, StringComparison.Ordinal) < 0)
            {
                continue;
            }

            var calls = _calls.GetOrAdd(tree, t => In([t.GetRoot(_cancellation)]));
            foreach (var call in calls[name])
            {
                yield return call;
            }

            foreach (var call in isConstructor ? calls[Nameless] : [])
            {
                yield return call;
            }
        }
    }

    /// <summary>The calls in a part of the code, by name.</summary>
    public static ILookup<string, SyntaxNode> In(IEnumerable<SyntaxNode> roots) =>
        roots.SelectMany(r => r.DescendantNodes())
            .Select(n => (Node: n, Name: CalledName(n)))
            .Where(c => c.Name is not null)
            .ToLookup(c => c.Name!, c => c.Node, StringComparer.Ordinal);

    private static string? CalledName(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => SimpleName(invocation.Expression),
        ObjectCreationExpressionSyntax creation => SimpleName(creation.Type),
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } => Nameless,
        ConstructorInitializerSyntax { ArgumentList.Arguments.Count: > 0 } => Nameless,
        PrimaryConstructorBaseTypeSyntax primary => SimpleName(primary.Type),
        IdentifierNameSyntax { Parent: ArgumentSyntax } group => group.Identifier.ValueText,
        MemberAccessExpressionSyntax { Parent: ArgumentSyntax } group => SimpleName(group),
        _ => null,
    };

    private static string? SimpleName(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
