using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// Why an endpoint is open on purpose, where developers write it: <c>Justification = "…"</c> in an attribute of their own, or
/// a comment behind <c>[AllowAnonymous]</c> or <c>AllowAnonymous()</c> on the same line.
/// </summary>
internal static class Justification
{
    /// <summary>Empty when nothing is said.</summary>
    public static string Of(AccessDecision decision, CancellationToken cancellation)
    {
        if (decision.Outcome != AccessOutcome.Anonymous || decision.Place is not { SourceTree: { } tree, SourceSpan: var span })
        {
            return "";
        }

        var root = tree.GetRoot(cancellation);
        var named = root.FindToken(span.Start).Parent?.FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList?.Arguments
            .FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Justification");
        if (named?.Expression is LiteralExpressionSyntax { Token.Value: string text })
        {
            return text.Trim();
        }

        var lines = tree.GetText(cancellation).Lines;
        var line = lines[lines.IndexOf(span.End)];
        var comment = root.DescendantTrivia(line.Span)
            .FirstOrDefault(t => t.SpanStart >= span.End && line.Span.Contains(t.Span) && (t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)));
        var said = comment.ToString().Trim('/', '*', ' ', '\t');

        // Code that somebody took out says nothing.
        return said.Length == 0 || said[0] is '[' or '.' || said[said.Length - 1] is ';' or '{' or '}' ? "" : said;
    }
}
