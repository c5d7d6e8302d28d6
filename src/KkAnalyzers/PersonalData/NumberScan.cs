using System.Collections.Immutable;

namespace KkAnalyzers.PersonalData;

/// <summary>A place in a text that reads as such a number.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">With its separators.</param>
/// <param name="Readings">What it may be: eleven digits may be an INSZ and a RIZIV number.</param>
internal readonly record struct NumberAt(int Start, int Length, ImmutableArray<NationalId> Readings);

/// <summary>
/// Finds numbers of persons in a text, in the forms in which people and programs write them. From left to right, and no
/// further than a few dozen characters from each place.
/// </summary>
internal static class NumberScan
{
    // The shortest number that is looked for: a BSN.
    private const int FewestDigits = 9;

    /// <summary>
    /// 9 is a digit, X a digit or A or B (Corsica), _ a blank or nothing; the rest is itself. "Written" forms are those of
    /// the offices: they leave little chance.
    /// </summary>
    private static readonly (NationalIdKind Kind, string Pattern, bool IsWritten)[] Forms =
    [
        (NationalIdKind.Insz, "99.99.99-999.99", true),
        (NationalIdKind.Insz, "99.99.99-999 99", true),
        (NationalIdKind.Insz, "99.99.99-999-99", true),
        (NationalIdKind.Insz, "99.99.99 999.99", true),
        (NationalIdKind.Insz, "99.99.99 999 99", true),
        (NationalIdKind.Insz, "99 99 99 999 99", true),
        (NationalIdKind.Insz, "99/99/99-999.99", true),
        (NationalIdKind.Insz, "999999-999-99", true),
        (NationalIdKind.Insz, "999999-999.99", true),
        (NationalIdKind.Insz, "99999999999", false),
        (NationalIdKind.Riziv, "9-99999-99-999", true),
        (NationalIdKind.Riziv, "9.99999.99.999", true),
        (NationalIdKind.Riziv, "9/99999/99/999", true),
        (NationalIdKind.Riziv, "9 99999 99 999", true),
        (NationalIdKind.Riziv, "99999999999", false),
        (NationalIdKind.Bsn, "999999999", false),
        (NationalIdKind.Bsn, "9999.99.999", false),
        (NationalIdKind.Nir, "9_99_99_9X_999_999_99", true),
        (NationalIdKind.Luxembourg, "99999999_999_99", true),
        (NationalIdKind.EidCard, "999-9999999-99", true),
    ];

    /// <summary>False for a text without enough digits near one another: nearly every text. Allocates nothing.</summary>
    public static bool MayBeIn(string text)
    {
        if (text.Length < FewestDigits)
        {
            return false;
        }

        var digits = 0;
        foreach (var c in text)
        {
            if (NationalIds.IsDigit(c))
            {
                if (++digits >= FewestDigits)
                {
                    return true;
                }
            }
            else if (c is not (' ' or '.' or '-' or '/') and not (>= 'A' and <= 'Z'))
            {
                digits = 0;
            }
        }

        return false;
    }

    /// <summary>The numbers in a text whose checks are right. Ask <see cref="MayBeIn"/> first.</summary>
    /// <param name="text">Source text, so that places in it are places in the file.</param>
    /// <param name="today">Today; see <see cref="NationalIds.Check"/>.</param>
    public static IEnumerable<NumberAt> Find(string text, DateTime today)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWord(text[i]) || IsEscape(text, i))
            {
                continue;
            }

            var found = BeginsHere(text, i) ? At(text, i, today) : default;
            if (found.Length > 0)
            {
                yield return found;
                i += found.Length - 1;
                continue;
            }

            while (i + 1 < text.Length && IsWord(text[i + 1]))
            {
                i++;
            }
        }
    }

    private static NumberAt At(string text, int start, DateTime today)
    {
        var longest = 0;
        var readings = ImmutableArray<NationalId>.Empty;
        if (NationalIds.IsDigit(text[start]))
        {
            foreach (var (kind, pattern, isWritten) in Forms)
            {
                if (Match(pattern, text, start) is var end && end > 0)
                {
                    Add(kind, end, isWritten);
                }
            }
        }
        else if (NationalIds.IbanLength(text, start) is var length && length > 0)
        {
            var (end, inBlocks) = Iban(text, start, length);
            Add(NationalIdKind.Iban, end, inBlocks);
        }

        return new NumberAt(start, longest, readings);

        void Add(NationalIdKind kind, int end, bool isWritten)
        {
            if (end > 0 && EndsAt(text, start, end) && NationalIds.Check(kind, Compact(text, start, end), isWritten, today) is { } id)
            {
                longest = end - start;
                readings = readings.Add(id);
            }
        }
    }

    private static int Match(string pattern, string text, int start)
    {
        var at = start;
        foreach (var p in pattern)
        {
            if (p == '_')
            {
                at += at < text.Length && text[at] == ' ' ? 1 : 0;
                continue;
            }

            if (at == text.Length)
            {
                return 0;
            }

            var c = text[at++];
            if (p switch { '9' => !NationalIds.IsDigit(c), 'X' => !NationalIds.IsDigit(c) && c is not ('A' or 'B'), _ => c != p })
            {
                return 0;
            }
        }

        return at;
    }

    private static (int End, bool InBlocks) Iban(string text, int start, int length)
    {
        var at = start;
        var inBlocks = false;
        for (var n = 0; n < length; at++)
        {
            if (at == text.Length)
            {
                return (0, false);
            }

            if (NationalIds.IsDigit(text[at]) || text[at] is >= 'A' and <= 'Z')
            {
                n++;
            }
            else if (text[at] == ' ' && n % 4 == 0)
            {
                inBlocks = true;
            }
            else
            {
                return (0, false);
            }
        }

        return (at, inBlocks);
    }

    /// <summary>False in the middle of a longer number, a version, a telephone number, a path.</summary>
    private static bool BeginsHere(string text, int start)
    {
        if (start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        if (IsWord(before))
        {
            return IsEscape(text, start - 1);
        }

        return before switch
        {
            '+' => false,
            '.' or '-' or '/' => start == 1 || !NationalIds.IsDigit(text[start - 2]),
            _ => true,
        };
    }

    private static bool EndsAt(string text, int start, int end)
    {
        // Separators of a bare number would make it another: a path, a date, a version.
        var isBare = true;
        var isSpaced = false;
        for (var i = start; i < end; i++)
        {
            isBare &= NationalIds.IsDigit(text[i]);
            isSpaced |= text[i] == ' ';
        }

        var before = start > 0 ? text[start - 1] : '\0';
        if ((isBare && before is ('.' or '-' or '/'))
            || ((isBare || isSpaced) && before == ' ' && start > 1 && NationalIds.IsDigit(text[start - 2])))
        {
            return false;
        }

        var after = end < text.Length ? text[end] : '\0';
        var next = end + 1 < text.Length ? text[end + 1] : '\0';
        return !IsWord(after)
            && !(after == '-' && (isBare || IsWord(next)))
            && !(after is '.' or '/' && NationalIds.IsDigit(next))
            && !(isSpaced && after == ' ' && NationalIds.IsDigit(next));
    }

    /// <summary>The letter of an escape sequence, which is no part of a word: <c>"\n85…"</c>.</summary>
    private static bool IsEscape(string text, int at) => text[at] is 'n' or 'r' or 't' && at > 0 && text[at - 1] == '\\';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static string Compact(string text, int start, int end)
    {
        Span<char> buffer = stackalloc char[end - start];
        var length = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                buffer[length++] = text[i];
            }
        }

        return buffer.Slice(0, length).ToString();
    }
}
