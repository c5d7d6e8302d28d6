using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.CodeFixes;

/// <summary>Adds a using directive where it belongs, in the style of the file.</summary>
internal static class UsingDirectives
{
    /// <summary>The line break that the file uses.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        var existing = node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        return existing.IsKind(SyntaxKind.EndOfLineTrivia) ? existing : SyntaxFactory.ElasticCarriageReturnLineFeed;
    }

    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string name)
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
