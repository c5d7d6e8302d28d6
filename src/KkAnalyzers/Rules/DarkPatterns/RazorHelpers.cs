using System.Collections.Immutable;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary><c>Html.CheckBox("newsletter", true)</c> and its relatives in .cshtml files.</summary>
internal static class RazorHelpers
{
    /// <summary>Longest call that is parsed.</summary>
    private const int Longest = 2000;

    /// <summary>The control that the expression makes, or null.</summary>
    public static MarkupControl? Control(MarkupCode code)
    {
        if (code.Code.Length > Longest || code.Code.IndexOf("Html.", StringComparison.Ordinal) is not (0 or 1)
            || (code.Code.IndexOf("CheckBox", StringComparison.Ordinal) < 0 && code.Code.IndexOf("RadioButton", StringComparison.Ordinal) < 0)
            || Unwrapped(SyntaxFactory.ParseExpression(code.Code)) is not InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Html" }, Name.Identifier.ValueText: var helper },
                ArgumentList.Arguments: { Count: > 0 } arguments,
            })
        {
            return null;
        }

        var isRadio = helper.StartsWith("RadioButton", StringComparison.Ordinal);
        if (helper is not ("CheckBox" or "CheckBoxFor" or "RadioButton" or "RadioButtonFor"))
        {
            return null;
        }

        // The expression begins behind the at sign.
        var offset = code.Span.Start + 1;
        var first = arguments[0].Expression;
        var name = first is LiteralExpressionSyntax { Token.Value: string literal } ? literal
            : first is SimpleLambdaExpressionSyntax { ExpressionBody: MemberAccessExpressionSyntax { } body } ? Path(body)
            : null;
        if (name is null)
        {
            return null;
        }

        var answer = isRadio && arguments.Count > 1 && arguments[1].Expression is LiteralExpressionSyntax { Token.Value: { } value } ? value.ToString()! : "";
        var ticks = arguments.Skip(isRadio ? 2 : 1).Select(a => a.Expression).ToArray();
        var literalTrue = ticks.FirstOrDefault(e => e.IsKind(SyntaxKind.TrueLiteralExpression));
        var tick = literalTrue is not null
            ? new Tick("true", Moved(literalTrue.Span, offset), Moved(literalTrue.Span, offset), "false")
            : ticks.OfType<AnonymousObjectCreationExpressionSyntax>().SelectMany(o => o.Initializers)
                .Where(i => i.NameEquals?.Name.Identifier.ValueText == "checked" && i.Expression is LiteralExpressionSyntax { RawKind: not (int)SyntaxKind.FalseLiteralExpression })
                .Select(i => new Tick(i.ToString(), Moved(i.Span, offset))).FirstOrDefault();
        var isFixed = ticks.OfType<AnonymousObjectCreationExpressionSyntax>().SelectMany(o => o.Initializers)
            .Any(i => i.NameEquals?.Name.Identifier.ValueText is "disabled" or "readonly");
        return new MarkupControl(
            code,
            tick,
            isFixed,
            isRadio ? ControlKind.Radio : ControlKind.Box,
            answer,
            helper == "CheckBoxFor" ? name : null,
            Moved(first.Span, offset),
            _ => (name, ImmutableArray.Create(ControlTexts.LastName(name))));
    }

    private static ExpressionSyntax Unwrapped(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return expression;
    }

    private static TextSpan Moved(TextSpan span, int offset) => new(span.Start + offset, span.Length);

    /// <summary><c>Input.Newsletter</c> of <c>m =&gt; m.Input.Newsletter</c>.</summary>
    private static string Path(MemberAccessExpressionSyntax body)
    {
        var text = body.ToString();
        return text.Substring(text.IndexOf('.') + 1);
    }
}
