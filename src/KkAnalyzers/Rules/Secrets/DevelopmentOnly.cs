using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Rules.Secrets;

/// <summary>Code that says itself that it runs on the machine of a developer only. Asked for what is about to be reported.</summary>
internal static class DevelopmentOnly
{
    /// <summary>
    /// True in <c>if (env.IsDevelopment())</c>, in <c>#if DEBUG</c> and in the factory that the tools of EF Core call at design
    /// time.
    /// </summary>
    public static bool Is(SyntaxNode node)
    {
        for (var n = node; n.Parent is { } parent; n = parent)
        {
            var condition = parent switch
            {
                IfStatementSyntax i when n == i.Statement => i.Condition,
                ConditionalExpressionSyntax c when n == c.WhenTrue => c.Condition,
                _ => null,
            };
            if (condition is not null && condition.ToString() is var text && text.Contains("IsDevelopment") && text[0] != '!')
            {
                return true;
            }

            if (parent is TypeDeclarationSyntax { BaseList: { } bases } && bases.Types.Any(t => t.ToString().Contains("IDesignTimeDbContextFactory")))
            {
                return true;
            }
        }

        return InDebug(node);
    }

    private static bool InDebug(SyntaxNode node)
    {
        var root = node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
        {
            return false;
        }

        var depth = 0;
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is IfDirectiveTriviaSyntax { Condition: IdentifierNameSyntax { Identifier.ValueText: "DEBUG" } } debug)
            {
                var next = debug.GetRelatedDirectives().FirstOrDefault(d => d.SpanStart > debug.SpanStart);
                if (next is not null && next.SpanStart > node.SpanStart)
                {
                    depth++;
                }
            }
        }

        return depth > 0;
    }
}
