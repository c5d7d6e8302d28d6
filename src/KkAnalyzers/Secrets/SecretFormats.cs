using System.Globalization;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Secrets;

/// <summary>A token that its looks give away.</summary>
/// <param name="Issuer">Who issues such tokens.</param>
/// <param name="Prefix">What they begin with: as much of it as a message may repeat.</param>
/// <param name="Span">The token in the text.</param>
/// <param name="Severity">Lower than the rule's own; null for the rule's own.</param>
internal readonly record struct FoundToken(string Issuer, string Prefix, TextSpan Span, DiagnosticSeverity? Severity);

/// <summary>Finds tokens with a known format in a text: one pass over its characters, and a table by first character.</summary>
internal sealed class SecretFormats
{
    /// <summary>begins with | issued by | characters | length | severity; explained in the list itself.</summary>
    public static readonly KkList List = new("KkAnalyzers.Secrets", 5, 5, Complaint);

    /// <summary>Shorter texts hold no token.</summary>
    public const int Shortest = 18;

    private const string PemStart = "-----BEGIN ";
    private const string PemEnd = "PRIVATE KEY-----";

    // The payload of the example on jwt.io and in countless manuals.
    private const string SampleJwt = "eyJzdWIiOiIxMjM0NTY3ODkwI";

    private readonly Format[]?[] _byFirst = new Format[128][];

    private SecretFormats(IEnumerable<ListLine> lines)
    {
        foreach (var group in lines.GroupBy(l => l[0][0]))
        {
            if (group.Key < 128)
            {
                // The longest first, so that sk-proj- is not taken for sk-.
                _byFirst[group.Key] = group.Select(l => new Format(l)).OrderByDescending(f => f.Prefix.Length).ToArray();
            }
        }
    }

    public static SecretFormats For(KkContext context) => new(List.Lines(context));

    /// <summary>The first token in the text, or null.</summary>
    public FoundToken? Find(string text)
    {
        if (text.Length < Shortest)
        {
            return null;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWord(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && IsWord(text[i]))
            {
                i++;
            }

            if (i - start >= Shortest && Token(text, start, i) is { } found)
            {
                return found;
            }
        }

        return Pem(text) ?? Signature(text);
    }

    private FoundToken? Token(string text, int start, int end)
    {
        // A sentence may end behind it.
        while (end > start && text[end - 1] is '.' or '-')
        {
            end--;
        }

        var first = text[start];
        if (first < 128 && _byFirst[first] is { } formats)
        {
            foreach (var format in formats)
            {
                if (format.Matches(text, start, end) && SecretValues.LooksMade(text, start + format.Prefix.Length, end))
                {
                    return new(format.Issuer, format.Prefix, TextSpan.FromBounds(start, end), format.Severity);
                }
            }
        }

        if (first == 'e' && end - start > 60 && IsJwt(text, start, end))
        {
            return new("JWT", "eyJ", TextSpan.FromBounds(start, end), null);
        }

        // Secrets of Microsoft Entra: three characters, a digit, Q~, and 31 to 34 more.
        return end - start is >= 37 and <= 40 && text[start + 4] == 'Q' && text[start + 5] == '~' && char.IsDigit(text[start + 3]) && SecretValues.LooksMade(text, start, end)
            ? new("Microsoft Entra", "Q~", TextSpan.FromBounds(start, end), null)
            : null;
    }

    // Header and payload are JSON objects in base64; the third part signs them.
    private static bool IsJwt(string text, int start, int end)
    {
        if (string.CompareOrdinal(text, start, "eyJ", 0, 3) != 0)
        {
            return false;
        }

        var first = text.IndexOf('.', start, end - start);
        var second = first < 0 ? -1 : text.IndexOf('.', first + 1, end - first - 1);
        return second > 0 && string.CompareOrdinal(text, first + 1, "eyJ", 0, 3) == 0 && end - second > 20
            && text.IndexOf('.', second + 1, end - second - 1) < 0
            && string.CompareOrdinal(text, first + 1, SampleJwt, 0, SampleJwt.Length) != 0;
    }

    private static FoundToken? Pem(string text)
    {
        var begin = text.IndexOf(PemStart, StringComparison.Ordinal);
        if (begin < 0)
        {
            return null;
        }

        var header = text.IndexOf(PemEnd, begin, StringComparison.Ordinal);
        if (header < 0 || header - begin > 40)
        {
            return null;
        }

        // The header alone is what a program looks for that reads keys.
        var key = 0;
        var end = header + PemEnd.Length;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '+' or '/' or '=' or '\r' or '\n' or ' ' or '\\'))
        {
            key += char.IsLetterOrDigit(text[end]) ? 1 : 0;
            end++;
        }

        return key >= 64 ? new("PEM", "-----BEGIN … " + PemEnd, TextSpan.FromBounds(begin, header + PemEnd.Length), null) : null;
    }

    // A shared access signature of Azure: what it allows, and a signature in base64, escaped for a URL.
    private static FoundToken? Signature(string text)
    {
        var at = text.IndexOf("sig=", StringComparison.Ordinal);
        if (at < 0 || (at > 0 && text[at - 1] is not ('&' or '?' or ' ')) || (text.IndexOf("sv=", StringComparison.Ordinal) < 0 && text.IndexOf("se=", StringComparison.Ordinal) < 0))
        {
            return null;
        }

        var start = at + 4;
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '%' or '+' or '/' or '='))
        {
            end++;
        }

        return end - start >= 43 && SecretValues.LooksMade(text, start, end) ? new("Microsoft Azure", "sig=", TextSpan.FromBounds(start, end), null) : null;
    }

    private static bool IsWord(char c) => c < 128 && (char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '~');

    private static string? Complaint(ListLine line)
    {
        if (line[0][0] >= 128 || line[0].Length < 2)
        {
            return "the first field needs two or more characters of ASCII";
        }

        if (line[2] is not ("upper" or "alnum" or "hex" or "word"))
        {
            return $"'{line[2]}' is not one of upper, alnum, hex, word";
        }

        if (Length(line[3]) is not { Min: >= Shortest })
        {
            return $"'{line[3]}' is not a length such as 40, 30-60 or 30-, of {Shortest.ToString(CultureInfo.InvariantCulture)} or more";
        }

        return line[4] is "warning" or "info" ? null : $"'{line[4]}' is not one of warning, info";
    }

    private static (int Min, int Max)? Length(string field)
    {
        var parts = field.Split('-');
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min))
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return (min, min);
        }

        return parts[1].Length == 0 ? (min, int.MaxValue) : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max >= min ? (min, max) : null;
    }

    private sealed class Format(ListLine line)
    {
        private readonly (int Min, int Max) _length = Length(line[3])!.Value;
        private readonly char _characters = line[2][0];

        public string Prefix { get; } = line[0];

        public string Issuer { get; } = line[1];

        public DiagnosticSeverity? Severity { get; } = line[4] == "info" ? DiagnosticSeverity.Info : null;

        public bool Matches(string text, int start, int end)
        {
            if (end - start < _length.Min || end - start > _length.Max || string.CompareOrdinal(text, start, Prefix, 0, Prefix.Length) != 0)
            {
                return false;
            }

            for (var i = start + Prefix.Length; i < end; i++)
            {
                var c = text[i];
                var fits = _characters switch
                {
                    'u' => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9'),
                    'h' => c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or (>= '0' and <= '9'),
                    'a' => char.IsLetterOrDigit(c),
                    _ => true,
                };
                if (!fits)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
