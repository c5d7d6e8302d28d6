using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.Markup;

/// <summary>Files as disks, merges and people in the middle of a word leave them. The same each time for one seed.</summary>
internal sealed class Mutations(int seed)
{
    private const string Characters = "<>\"'@{}()[]/=!-*:;&\\$# \r\n\tax,.0\0\uFEFF\u00E9\uD83D\uDE00";

    private static readonly string[] Pieces =
    [
        "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<textarea>", "<p>", "</div>", "<td>", "@{", "@(", "@*", "*@", "@if (x) {", "@code {", "@:", "@@",
        "\"\"\"", "$\"{", "$@\"", "'\\''", "//", "/*", "*/", "{Binding ", "&#x;", "&amp;", "<input checked ", " checked=\"", "\\u12", "\"a\":", "{\"a\":[", "http://", "é😀", "\r\n",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The files of the folder beside the tests, and where each stands in its project.</summary>
    public static IReadOnlyList<(string Name, string Text)> Seeds { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Markup", "Files"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f))),
    ];

    /// <summary>One of the files, with something wrong.</summary>
    public (string Name, SourceText Text) Next()
    {
        var (name, text) = Seeds[_random.Next(Seeds.Count)];
        var mutated = new StringBuilder(text);
        for (var n = _random.Next(1, 10); n > 0; n--)
        {
            Mutate(mutated);
        }

        // Rare, because each makes a large file of a small one.
        switch (_random.Next(200))
        {
            case 0: Nest(mutated); break;
            case 1: mutated.Insert(Place(mutated), new string('x', 50_000)); break;
        }

        return (name, Decoded(mutated.ToString()));
    }

    private int Place(StringBuilder text) => _random.Next(text.Length + 1);

    private void Mutate(StringBuilder text)
    {
        var at = Place(text);
        var length = Math.Min(_random.Next(60), text.Length - at);
        switch (_random.Next(8))
        {
            case 0 when at < text.Length: text[at] = Characters[_random.Next(Characters.Length)]; break;
            case 1: text.Insert(at, Characters[_random.Next(Characters.Length)]); break;
            case 2: text.Insert(at, Pieces[_random.Next(Pieces.Length)]); break;
            case 3: text.Remove(at, length); break;
            case 4 when length > 0: text.Insert(Place(text), text.ToString(at, length)); break;
            case 5 when _random.Next(6) == 0: text.Length = at; break;
            case 6 when _random.Next(6) == 0:
                var (_, other) = Seeds[_random.Next(Seeds.Count)];
                text.Insert(at, other[_random.Next(other.Length)..]);
                break;
            case 7 when _random.Next(6) == 0: text.Replace("\n", "\r\n"); break;
        }
    }

    private void Nest(StringBuilder text)
    {
        string[] openings = ["<div>", "<li><p>", "@if (x) {", "@{", "@(", "{\"a\":", "[", "<a b=\"@(", "$\"{", "<td>", "<Grid><Grid.Row>"];
        text.Insert(Place(text), string.Concat(Enumerable.Repeat(openings[_random.Next(openings.Length)], 5_000)));
    }

    /// <summary>Saved in one encoding and read in another, with bytes that belong to neither.</summary>
    private SourceText Decoded(string text)
    {
        var bytes = (_random.Next(20) switch
        {
            0 => Encoding.Latin1,
            1 => Encoding.Unicode,
            2 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            3 => Encoding.BigEndianUnicode,
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        }) is var encoding && _random.Next(2) == 0 ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
        if (_random.Next(10) == 0 && bytes.Length > 0)
        {
            _random.NextBytes(bytes.AsSpan(_random.Next(bytes.Length), 1));
        }

        return SourceText.From(new MemoryStream(bytes), Encoding.UTF8);
    }
}
