using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KkAnalyzers.Rules.Incidents;

/// <summary>
/// Names that show that errors come together somewhere. Reads the text of a file once; only where a name stands it asks the syntax
/// whether that is code.
/// </summary>
internal sealed class CollectionNames
{
    /// <summary>A name, or a part of one between stars.</summary>
    public static readonly KkList List = new("KkAnalyzers.Incidents", 1, 1, static line =>
        line[0].Trim('*') is var name && SyntaxFacts.IsValidIdentifier(name) && (name == line[0] || "*" + name + "*" == line[0])
            ? null
            : "the line is neither a name nor *a part of a name*");

    private readonly ImmutableArray<string> _parts;
    private readonly ILookup<char, string> _names;

    public CollectionNames(KkContext context)
    {
        var entries = List.Lines(context).Where(l => !l.Removes).Select(l => l[0]).ToArray();
        _parts = entries.Where(e => e[0] == '*').Select(e => e.Trim('*')).ToImmutableArray();
        _names = entries.Where(e => e[0] != '*').ToLookup(e => e[0]);
    }

    /// <summary>True when one of the names stands in the code of the file.</summary>
    public bool AreIn(SyntaxTree tree, string text, CancellationToken cancellation)
    {
        foreach (var part in _parts)
        {
            for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
            {
                if (IsCode(tree, at, cancellation))
                {
                    return true;
                }
            }
        }

        var position = 0;
        while (position < text.Length)
        {
            if (!IsNamePart(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && IsNamePart(text[position]))
            {
                position++;
            }

            foreach (var name in _names[text[start]])
            {
                if (name.Length == position - start && string.CompareOrdinal(text, start, name, 0, name.Length) == 0 && IsCode(tree, start, cancellation))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsCode(SyntaxTree tree, int position, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).FindToken(position) is var token && token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Contains(position);
}
