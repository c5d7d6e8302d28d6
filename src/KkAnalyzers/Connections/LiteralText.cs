using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Connections;

/// <summary>Reads string literals, interpolations and concatenations of C# into <see cref="PlacedText"/>.</summary>
internal static class LiteralText
{
    /// <summary>Most operands of a concatenation that are read; the rest says nothing more about one connection.</summary>
    private const int MostOperands = 256;

    /// <summary>Most characters that are read.</summary>
    private const int MostCharacters = 8192;

    public static PlacedText Of(LiteralExpressionSyntax literal)
    {
        var text = new PlacedText();
        AddToken(text, literal.Token);
        return text;
    }

    public static PlacedText Of(InterpolatedStringTextSyntax part)
    {
        var text = new PlacedText();
        AddToken(text, part.TextToken);
        return text;
    }

    public static PlacedText Of(InterpolatedStringExpressionSyntax interpolated, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = new PlacedText();
        AddInterpolated(text, interpolated, model, cancellationToken);
        return text;
    }

    /// <summary>The operands of a chain of +, from left to right, as one text.</summary>
    public static PlacedText Of(IReadOnlyList<ExpressionSyntax> operands, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = new PlacedText();
        foreach (var operand in operands)
        {
            switch (operand)
            {
                case LiteralExpressionSyntax literal when IsString(literal):
                    AddToken(text, literal.Token);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    AddInterpolated(text, interpolated, model, cancellationToken);
                    break;
                default:
                    AddHole(text, operand, model, cancellationToken);
                    break;
            }
        }

        return text;
    }

    /// <summary>
    /// The operands of a chain of +; empty when its literals have not what a connection string has. Without recursion: a chain
    /// of two thousand terms is as deep.
    /// </summary>
    public static List<ExpressionSyntax> Operands(BinaryExpressionSyntax top)
    {
        var operands = new List<ExpressionSyntax>();
        var hasEquals = false;
        var hasSeparator = false;
        ExpressionSyntax node = top;
        while (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add)
        {
            Take(add.Right);
            node = add.Left;
        }

        Take(node);
        if (!hasEquals || !hasSeparator)
        {
            return [];
        }

        operands.Reverse();
        if (operands.Count > MostOperands)
        {
            operands.RemoveRange(MostOperands, operands.Count - MostOperands);
        }

        return operands;

        void Take(ExpressionSyntax operand)
        {
            operands.Add(operand);
            if (operand is LiteralExpressionSyntax literal && IsString(literal))
            {
                Look(literal.Token.ValueText);
            }
            else if (operand is InterpolatedStringExpressionSyntax interpolated)
            {
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax part)
                    {
                        Look(part.TextToken.ValueText);
                    }
                }
            }
        }

        void Look(string text)
        {
            hasEquals = hasEquals || text.IndexOf('=') >= 0;
            hasSeparator = hasSeparator || HasSeparator(text);
        }
    }

    /// <summary>True for an interpolated string whose texts have what a connection string has.</summary>
    public static bool MayConnect(InterpolatedStringExpressionSyntax interpolated)
    {
        var hasEquals = false;
        var hasSeparator = false;
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolatedStringTextSyntax part)
            {
                var text = part.TextToken.ValueText;
                hasEquals = hasEquals || text.IndexOf('=') >= 0;
                hasSeparator = hasSeparator || HasSeparator(text);
            }
        }

        return hasEquals && hasSeparator;
    }

    private static bool HasSeparator(string text) =>
        text.IndexOf(';') >= 0 || text.IndexOf(',') >= 0 || text.StartsWith("mongodb", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);

    public static bool IsString(LiteralExpressionSyntax literal) => literal.RawKind is (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.Utf8StringLiteralExpression;

    private static void AddInterpolated(PlacedText text, InterpolatedStringExpressionSyntax interpolated, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolatedStringTextSyntax part)
            {
                AddToken(text, part.TextToken);
            }
            else if (content is InterpolationSyntax hole)
            {
                AddHole(text, hole.Expression, model, cancellationToken);
            }
        }
    }

    private static void AddHole(PlacedText text, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string { Length: < MostCharacters } constant })
        {
            text.Add(constant, expression.Span);
        }
        else
        {
            text.Add(PlacedText.Hole, expression.Span);
        }
    }

    private static void AddToken(PlacedText text, SyntaxToken token)
    {
        var source = token.Text;
        var value = token.ValueText;
        if (value.Length > MostCharacters)
        {
            text.Add(PlacedText.Hole, token.Span);
            return;
        }

        // Nearly every literal stands in the file as it is.
        var at = source.IndexOf(value, StringComparison.Ordinal);
        if (at >= 0)
        {
            for (var i = 0; i < value.Length; i++)
            {
                text.Add(value[i], new TextSpan(token.SpanStart + at + i, 1));
            }

            return;
        }

        var isRaw = token.RawKind is (int)SyntaxKind.MultiLineRawStringLiteralToken or (int)SyntaxKind.SingleLineRawStringLiteralToken;
        var isVerbatim = source.StartsWith("@", StringComparison.Ordinal) || (token.Parent is InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax i2 } && i2.StringStartToken.Text.IndexOf('@') >= 0);
        if (isRaw)
        {
            AddLines(text, source, value, token.SpanStart);
            return;
        }

        var position = token.Parent is InterpolatedStringTextSyntax ? 0 : isVerbatim ? 2 : 1;
        foreach (var c in value)
        {
            var length = position >= source.Length ? 0 : Length(source, position, isVerbatim);
            text.Add(c, new TextSpan(token.SpanStart + Math.Min(position, source.Length), length));
            position += length;
        }
    }

    // Lines of a raw literal stand in the file as they are, behind the same indentation.
    private static void AddLines(PlacedText text, string source, string value, int start)
    {
        var from = 0;
        var position = 0;
        while (from < value.Length)
        {
            var end = value.IndexOf('\n', from);
            end = end < 0 ? value.Length : end + 1;
            var line = value.Substring(from, end - from);
            var at = source.IndexOf(line, position, StringComparison.Ordinal);
            for (var i = 0; i < line.Length; i++)
            {
                text.Add(line[i], at < 0 ? new TextSpan(start, source.Length) : new TextSpan(start + at + i, 1));
            }

            position = at < 0 ? position : at + line.Length;
            from = end;
        }
    }

    /// <summary>How many characters of the source stand for the next character of the value.</summary>
    private static int Length(string source, int position, bool isVerbatim)
    {
        var c = source[position];
        var next = position + 1 < source.Length ? source[position + 1] : '\0';
        if (c is '{' or '}' && next == c)
        {
            return 2;
        }

        if (isVerbatim)
        {
            return c == '"' && next == '"' ? 2 : 1;
        }

        if (c != '\\')
        {
            return 1;
        }

        switch (next)
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var digits = 0;
                while (digits < 4 && position + 2 + digits < source.Length && int.TryParse(source.Substring(position + 2 + digits, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
                {
                    digits++;
                }

                return 2 + digits;
            default:
                return 2;
        }
    }
}
