using System.Collections.Concurrent;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Flow;

/// <summary>Where a compilation calls something of a name: invocations, creations, calls of another constructor, and method groups.</summary>
/// <remarks>
/// The name is searched in the text, and only the nodes around it are looked at: to walk all nodes of a file makes them, which
/// costs more than all else that a walk does. A program with very many searches gets an index after all.
/// </remarks>
internal sealed class SourceCalls
{
    // What the index has for new(…), : this(…) and : base(…), which do not name their type.
    private const string Nameless = "";

    private const int MaxSearches = 400;

    private readonly Compilation _compilation;
    private readonly BoundFiles _files;
    private readonly CancellationToken _cancellation;
    private readonly ConcurrentDictionary<SyntaxTree, SyntaxNode[]> _nameless = new();
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, SyntaxNode>> _index = new();
    private int _searches;

    public SourceCalls(Compilation compilation, CancellationToken cancellation) =>
        (_compilation, _files, _cancellation) = (compilation, BoundFiles.For(compilation), cancellation);

    /// <summary>What may be a call of the method.</summary>
    public IEnumerable<SyntaxNode> Of(IMethodSymbol method)
    {
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var name = isConstructor ? method.ContainingType.Name : method.Name;
        var searches = Interlocked.Increment(ref _searches) <= MaxSearches;
        foreach (var tree in _compilation.SyntaxTrees)
        {
            var text = searches || isConstructor ? Text(tree) : "";
            if (text.Length > 0 && text.IndexOf(name, StringComparison.Ordinal) < 0)
            {
                continue;
            }

            var root = tree.GetRoot(_cancellation);
            foreach (var call in searches ? Named(root, text, name, 0, text.Length) : Index(tree)[name])
            {
                yield return call;
            }

            // Without its name only where it is named: a variable, a member or a base of the type stands in the same file.
            foreach (var call in !isConstructor ? [] : searches ? _nameless.GetOrAdd(tree, _ => FindNameless(root, text)) : Index(tree)[Nameless])
            {
                yield return call;
            }
        }
    }

    /// <summary>What may be a call of the name in one declaration.</summary>
    public IEnumerable<SyntaxNode> Of(string name, SyntaxNode declaration) => Interlocked.Increment(ref _searches) <= MaxSearches
        ? Named(declaration, Text(declaration.SyntaxTree), name, declaration.SpanStart, declaration.Span.End)
        : Index(declaration.SyntaxTree)[name].Where(c => declaration.Span.Contains(c.Span));

    /// <summary>The tokens with this text in one declaration.</summary>
    public IEnumerable<SyntaxToken> Tokens(string name, SyntaxNode declaration) =>
        Tokens(declaration, Text(declaration.SyntaxTree), name, declaration.SpanStart, declaration.Span.End);

    private string Text(SyntaxTree tree) => _files.Text(tree, _cancellation);

    private ILookup<string, SyntaxNode> Index(SyntaxTree tree) => _index.GetOrAdd(tree, t => t.GetRoot(_cancellation).DescendantNodes()
        .Select(n => (Node: n, Name: CalledName(n)))
        .Where(c => c.Name is not null)
        .ToLookup(c => c.Name!, c => c.Node, StringComparer.Ordinal));

    private static IEnumerable<SyntaxNode> Named(SyntaxNode root, string text, string name, int start, int end)
    {
        foreach (var token in Tokens(root, text, name, start, end))
        {
            // Up from the name to what calls it: a.b.Name<T>(…) is two or three nodes.
            var node = token.Parent;
            for (var levels = 0; node is not null && levels < 4; levels++, node = node.Parent)
            {
                if (CalledName(node) is { } called)
                {
                    if (called == name)
                    {
                        yield return node;
                    }

                    break;
                }
            }
        }
    }

    private static SyntaxNode[] FindNameless(SyntaxNode root, string text) =>
        new[] { "new", "this", "base" }.SelectMany(keyword => Tokens(root, text, keyword, 0, text.Length)).Select(t => t.Parent!).Where(n => CalledName(n) == Nameless).ToArray();

    /// <summary>The tokens with this text.</summary>
    private static IEnumerable<SyntaxToken> Tokens(SyntaxNode root, string text, string name, int start, int end)
    {
        for (var at = text.IndexOf(name, start, end - start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at, end - at, StringComparison.Ordinal))
        {
            var position = at;
            at += name.Length;
            if ((position == 0 || !SyntaxFacts.IsIdentifierPartCharacter(text[position - 1])) && (at == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[at]))
                && root.FindToken(position) is var token && token.Span.Contains(position) && token.ValueText == name)
            {
                yield return token;
            }
        }
    }

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
