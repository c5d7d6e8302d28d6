using System.Collections.Immutable;
using System.Text;
using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>
/// Parameters instead of text, where the command is written as one interpolated string and each of its holes is a value that
/// has a name. A hole that is a table, a column or part of a longer text cannot be a parameter: no fix.
/// </summary>
internal static class SqlFix
{
    /// <summary>The change, for the finding; null where it needs a person.</summary>
    public static ImmutableDictionary<string, string?>? Of(IOperation text, FlowCall call, ISimpleAssignmentOperation? assignment)
    {
        if (text.Syntax is not InterpolatedStringExpressionSyntax written || Pieces(text, written) is not { } pieces)
        {
            return null;
        }

        if (assignment is not null)
        {
            return Command(written, pieces, assignment);
        }

        return call.Method.ContainingType.Name switch
        {
            "RelationalQueryableExtensions" or "RelationalDatabaseFacadeExtensions" => EntityFramework(written, pieces, call),
            "SqlMapper" => Dapper(written, pieces, call),
            _ => null,
        };
    }

    /// <summary>The pieces of the string as they are written, without quotes around holes; null when a hole cannot be a parameter.</summary>
    private static List<(string Text, ExpressionSyntax? Hole)>? Pieces(IOperation text, InterpolatedStringExpressionSyntax written)
    {
        var places = SqlText.Parts(text)!.ToDictionary(p => p.Part.Syntax.Span, p => SqlText.After(p.Before, SqlPlace.Unknown));
        var pieces = new List<(string, ExpressionSyntax?)>();
        var closing = false;
        for (var i = 0; i < written.Contents.Count; i++)
        {
            switch (written.Contents[i])
            {
                case InterpolatedStringTextSyntax constant:
                    var value = constant.TextToken.Text;
                    if (closing)
                    {
                        if (!value.StartsWith("'", StringComparison.Ordinal))
                        {
                            return null;
                        }

                        value = value.Substring(1);
                    }

                    closing = i + 1 < written.Contents.Count && written.Contents[i + 1] is InterpolationSyntax next
                        && places.TryGetValue(next.Expression.Span, out var place) && place == SqlPlace.Quoted;
                    if (closing && !value.EndsWith("'", StringComparison.Ordinal))
                    {
                        return null;
                    }

                    pieces.Add((closing ? value.Substring(0, value.Length - 1) : value, null));
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole
                    when places.TryGetValue(hole.Expression.Span, out var stands) && stands is SqlPlace.Value or SqlPlace.Quoted:
                    pieces.Add((hole.ToString(), hole.Expression));
                    break;
                default:
                    return null;
            }
        }

        return closing ? null : pieces;
    }

    private static ImmutableDictionary<string, string?>? EntityFramework(InterpolatedStringExpressionSyntax written, List<(string Text, ExpressionSyntax? Hole)> pieces, FlowCall call)
    {
        var method = call.Method;
        var shorter = method.Name.Replace("Raw", "");
        var name = Has(shorter) ? shorter : Has(method.Name.Replace("Raw", "Interpolated")) ? method.Name.Replace("Raw", "Interpolated") : null;
        if (name is null || call.Site.Syntax is not InvocationExpressionSyntax invocation
            || invocation.ArgumentList.Arguments.Any(a => !a.Span.Contains(written.Span) && a.SpanStart > written.SpanStart && call.Site.SemanticModel?.GetTypeInfo(a.Expression).Type?.Name != "CancellationToken"))
        {
            return null;
        }

        var called = invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier,
            SimpleNameSyntax simple => simple.Identifier,
            _ => default,
        };
        if (called == default)
        {
            return null;
        }

        var span = TextSpan.FromBounds(called.SpanStart, written.Span.End);
        var between = written.SyntaxTree.GetText().ToString(TextSpan.FromBounds(called.Span.End, written.SpanStart));
        return TextEdit.Properties(span, name + between + written.StringStartToken.Text + string.Concat(pieces.Select(p => p.Text)) + written.StringEndToken.Text, Texts.FixSqlInterpolated);

        bool Has(string name) => method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Any(m => m.Parameters.Any(p => p.Type.Name == "FormattableString"));
    }

    private static ImmutableDictionary<string, string?>? Dapper(InterpolatedStringExpressionSyntax written, List<(string Text, ExpressionSyntax? Hole)> pieces, FlowCall call)
    {
        if (call.Method.Parameters.FirstOrDefault(p => p.Name == "param") is not { } param || call.Argument(param) is not null
            || written.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } argument
            || list.Arguments.Skip(list.Arguments.IndexOf(argument) + 1).Any(a => a.NameColon is null)
            || Plain(written, pieces) is not var (text, parameters))
        {
            return null;
        }

        return TextEdit.Properties(written.Span, text + ", new { " + string.Join(", ", parameters.Select(p => p.Value)) + " }", Texts.FixSqlParameters);
    }

    private static ImmutableDictionary<string, string?>? Command(InterpolatedStringExpressionSyntax written, List<(string Text, ExpressionSyntax? Hole)> pieces, ISimpleAssignmentOperation assignment)
    {
        if (assignment.Syntax is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax command }, Parent: ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement }
            || assignment.Target is not IPropertyReferenceOperation { Instance.Type: { } type } || !AddsWithValue(type)
            || Plain(written, pieces) is not var (text, parameters))
        {
            return null;
        }

        var source = written.SyntaxTree.GetText();
        var line = source.Lines.GetLineFromPosition(statement.SpanStart);
        var indent = source.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        var end = source.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } written2 ? written2 : "\n";
        if (indent.Trim().Length > 0)
        {
            (indent, end) = ("", " ");
        }

        var changed = new StringBuilder(source.ToString(TextSpan.FromBounds(statement.SpanStart, written.SpanStart))).Append(text).Append(source.ToString(TextSpan.FromBounds(written.Span.End, statement.Span.End)));
        foreach (var parameter in parameters)
        {
            changed.Append(end).Append(indent).Append(command.Identifier.ValueText).Append(".Parameters.AddWithValue(\"@").Append(parameter.Key).Append("\", ").Append(parameter.Value).Append(");");
        }

        return TextEdit.Properties(statement.Span, changed.ToString(), Texts.FixSqlParameters);
    }

    private static bool AddsWithValue(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers("Parameters").OfType<IPropertySymbol>().FirstOrDefault() is { Type: { } collection })
            {
                return collection.GetMembers("AddWithValue").Any();
            }
        }

        return false;
    }

    /// <summary>The string without holes, and the parameters by name; null when a hole has no name of its own.</summary>
    private static (string Text, List<KeyValuePair<string, string>> Parameters)? Plain(InterpolatedStringExpressionSyntax written, List<(string Text, ExpressionSyntax? Hole)> pieces)
    {
        var start = written.StringStartToken.Text.Replace("$", "");
        var text = new StringBuilder(start);
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var (piece, hole) in pieces)
        {
            if (hole is null)
            {
                if (piece.IndexOf("{{", StringComparison.Ordinal) >= 0 || piece.IndexOf("}}", StringComparison.Ordinal) >= 0)
                {
                    return null;
                }

                text.Append(piece);
                continue;
            }

            var name = hole switch
            {
                IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Name: IdentifierNameSyntax member } => member.Identifier.ValueText,
                _ => null,
            };
            if (name is null || parameters.Any(p => p.Key == name && p.Value != hole.ToString()))
            {
                return null;
            }

            text.Append('@').Append(name);
            if (parameters.All(p => p.Key != name))
            {
                parameters.Add(new(name, hole.ToString()));
            }
        }

        return (text.Append(written.StringEndToken.Text).ToString(), parameters);
    }
}
