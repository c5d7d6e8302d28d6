using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>Adds what a fix needs where it belongs, in the style of the file.</summary>
internal static class AddedSyntax
{
    /// <summary>The line break that the file uses.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        var existing = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        return existing.IsKind(SyntaxKind.EndOfLineTrivia) ? existing : SyntaxFactory.ElasticCarriageReturnLineFeed;
    }

    /// <summary>The declaration with an attribute on a line of its own above it.</summary>
    public static MemberDeclarationSyntax Attribute(MemberDeclarationSyntax member, string name, SyntaxTrivia endOfLine)
    {
        var leading = member.GetLeadingTrivia();
        var indentation = leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading[leading.Count - 1]) : default;
        var attribute = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name))))
            .WithLeadingTrivia(leading).WithTrailingTrivia(endOfLine);
        var bare = member.WithLeadingTrivia(indentation);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute));
    }

    public static CompilationUnitSyntax Using(CompilationUnitSyntax root, string name)
    {
        var line = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name)).NormalizeWhitespace().WithTrailingTrivia(EndOfLine(root));
        var usings = root.Usings;
        var index = usings.TakeWhile(u => !u.GlobalKeyword.IsKind(SyntaxKind.None)
            || (u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && Before(u.Name?.ToString() ?? "", name))).Count();
        if (usings.Count == 0)
        {
            line = line.WithTrailingTrivia(EndOfLine(root), EndOfLine(root));
        }

        if (index == 0 && root.GetLeadingTrivia() is { Count: > 0 } header)
        {
            // What stands at the top of the file stays there.
            return root.WithoutLeadingTrivia().WithUsings(root.WithoutLeadingTrivia().Usings.Insert(0, line.WithLeadingTrivia(header)));
        }

        return root.WithUsings(usings.Insert(index, line));
    }

    private static bool Before(string left, string right)
    {
        static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

        return IsSystem(left) != IsSystem(right) ? IsSystem(left) : string.CompareOrdinal(left, right) < 0;
    }
}
