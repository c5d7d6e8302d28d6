using System.Text;
using KkAnalyzers.Transport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Transport;

/// <summary>
/// The text around a literal: an interpolated string with its constants, or a concatenation. Only the neighbours that an
/// address needs are looked at, so that a term of two thousand pieces costs no more than one of ten.
/// </summary>
/// <param name="Url">What it begins with.</param>
/// <param name="Whole">The expression that has the whole text.</param>
/// <param name="Scheme">Where the scheme stands in the file; empty when it comes from a constant elsewhere.</param>
internal sealed record AddressText(ClearUrl Url, ExpressionSyntax Whole, TextSpan Scheme)
{
    /// <summary>Pieces to the right that an address is made of at most.</summary>
    private const int Neighbours = 6;

    /// <summary>Null when the text does not begin with an address without encryption.</summary>
    public static AddressText? Read(ExpressionSyntax literal, SemanticModel model, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        Append(text, literal, model, cancellation);

        // To the left stands nothing, or the scheme as a constant: Scheme + "://api".
        ExpressionSyntax top = literal;
        var steps = 0;
        var left = false;
        while (Outer(top) is { } outer)
        {
            if (outer is BinaryExpressionSyntax sum)
            {
                if (sum.Right == top || (sum.Right is ParenthesizedExpressionSyntax && sum.Right.Span.Contains(top.Span)))
                {
                    var before = sum.Left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } more ? more.Right : sum.Left;
                    if (left || before != sum.Left || model.GetConstantValue(before, cancellation).Value is not string constant || text[0] != ':' || !ClearUrl.IsClearScheme(constant))
                    {
                        return null;
                    }

                    text.Insert(0, constant);
                    left = true;
                }
                else if (steps++ < Neighbours)
                {
                    Append(text, sum.Right, model, cancellation);
                }
            }

            top = outer;
        }

        if (ClearUrl.Parse(text.ToString()) is not { } url)
        {
            return null;
        }

        var at = literal.ToString().IndexOf(url.Scheme + "://", StringComparison.OrdinalIgnoreCase);
        return new AddressText(url, top, at < 0 || left ? default : new TextSpan(literal.SpanStart + at, url.Scheme.Length));
    }

    private static ExpressionSyntax? Outer(ExpressionSyntax expression) => expression.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => sum,
        ParenthesizedExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } } inner => inner,
        _ => null,
    };

    private static void Append(StringBuilder text, ExpressionSyntax piece, SemanticModel model, CancellationToken cancellation)
    {
        switch (piece)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                text.Append(literal.Token.ValueText);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax plain)
                    {
                        text.Append(plain.TextToken.ValueText);
                    }
                    else if (content is InterpolationSyntax { Expression: var hole })
                    {
                        text.Append(model.GetConstantValue(hole, cancellation).Value as string ?? ClearUrl.Hole.ToString());
                    }
                }

                break;
            default:
                text.Append(model.GetConstantValue(piece, cancellation).Value as string ?? ClearUrl.Hole.ToString());
                break;
        }
    }
}
