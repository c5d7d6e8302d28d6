using System.Globalization;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Writes a syntax tree one node or token a line.</summary>
internal static class SyntaxText
{
    public static string Describe(SyntaxNode root, bool withTrivia, Type kinds)
    {
        var output = new StringBuilder();
        Write(root, 0);
        return output.ToString();

        void Write(SyntaxNodeOrToken item, int depth)
        {
            Line(depth, Kind(item.RawKind), item.IsToken ? item.AsToken().Text : string.Empty);
            if (item.IsToken && withTrivia)
            {
                foreach (var (trivia, side) in item.GetLeadingTrivia().Select(trivia => (trivia, "leading ")).Concat(item.GetTrailingTrivia().Select(trivia => (trivia, "trailing "))))
                {
                    Line(depth + 1, side + Kind(trivia.RawKind), trivia.ToFullString());
                }
            }

            foreach (var child in item.ChildNodesAndTokens())
            {
                Write(child, depth + 1);
            }
        }

        string Kind(int kind) => Enum.ToObject(kinds, kinds.GetEnumUnderlyingType() == typeof(ushort) ? (ushort)kind : kind).ToString()!;

        void Line(int depth, string kind, string text)
            => output.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"{kind} {text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}").Append('\n');
    }
}
