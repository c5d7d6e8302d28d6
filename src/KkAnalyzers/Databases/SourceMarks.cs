using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Databases;

/// <summary>
/// Looks for a word in the texts of all files, and then for a token that is not part of a comment. Asked only when a finding
/// depends on it: searching texts costs far less than an action on every literal.
/// </summary>
internal sealed class SourceMarks(Compilation compilation, CancellationToken cancellation)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    private static readonly Regex Columns = new(
        @"(?:insert\s+(?:or\s+\w+\s+)?into|create\s+table(?:\s+if\s+not\s+exists)?)\s+(?<table>[^\s(]+)\s*\((?<columns>[^)]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    /// <summary>True when a literal, or the text of an interpolated string, has these words.</summary>
    public bool InText(string words) => Tokens(words).Any(t => IsText(t) && Contains(t.ValueText, words));

    /// <summary>True when code uses this member or type.</summary>
    public bool InCode(string name) => Tokens(name).Any(t => t.Parent is SimpleNameSyntax && t.ValueText == name);

    /// <summary>True when code calls a member of this name on an object. A page or class that is only named so is no call.</summary>
    public bool IsCalled(string name) => Tokens(name).Any(t => t.ValueText == name && t.Parent is SimpleNameSyntax { Parent: { Parent: InvocationExpressionSyntax } member } called
        && (member is MemberBindingExpressionSyntax || (member is MemberAccessExpressionSyntax access && access.Name == called)));

    /// <summary>True for <c>name = true</c>.</summary>
    public bool IsSet(string name) => Tokens(name).Any(t =>
        t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == name && t.GetNextToken() is var equals && equals.IsKind(SyntaxKind.EqualsToken) && equals.GetNextToken().IsKind(SyntaxKind.TrueKeyword));

    /// <summary>Table and column names of the SQL that creates tables or adds rows.</summary>
    public IEnumerable<(string Table, string Column)> SqlColumns()
    {
        foreach (var token in Tokens("insert").Concat(Tokens("create table")).Where(IsText))
        {
            foreach (Match match in Columns.Matches(token.ValueText))
            {
                foreach (var column in match.Groups["columns"].Value.Split(','))
                {
                    var name = column.Trim().Split(' ', '\t', '\r', '\n')[0].Trim('"', '`', '[', ']', '\'', '@', ':', '$');
                    if (name.Length > 1)
                    {
                        yield return (match.Groups["table"].Value.Trim('"', '`', '[', ']'), name);
                    }
                }
            }
        }
    }

    private IEnumerable<SyntaxToken> Tokens(string words)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Contains(tree.GetText(cancellation).ToString(), words))
            {
                continue;
            }

            foreach (var token in tree.GetRoot(cancellation).DescendantTokens())
            {
                if (Contains(token.ValueText, words))
                {
                    yield return token;
                }
            }
        }
    }

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    private static bool Contains(string text, string words) => text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;
}
