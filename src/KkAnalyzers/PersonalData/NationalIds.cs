using System.Collections.Immutable;

namespace KkAnalyzers.PersonalData;

/// <summary>Numbers of persons that can be recognised in a literal.</summary>
internal enum NationalIdKind
{
    /// <summary>Belgian national register number or BIS number (INSZ, NISS).</summary>
    Insz,

    /// <summary>Dutch citizen service number.</summary>
    Bsn,

    /// <summary>French social security number.</summary>
    Nir,

    /// <summary>Luxembourg identification number.</summary>
    Luxembourg,

    /// <summary>Number of a Belgian care professional (RIZIV, INAMI).</summary>
    Riziv,

    /// <summary>Bank account.</summary>
    Iban,

    /// <summary>Card number of a Belgian identity card, or a Belgian account number of before IBAN: same form, same check.</summary>
    EidCard,
}

/// <summary>A literal that has the form and the check digits of such a number.</summary>
/// <param name="Kind">Which number.</param>
/// <param name="StandsByItself">
/// The way it is written or its checks leave little chance; otherwise a name beside it has to say what it is (one in eleven
/// nine-digit numbers passes as a BSN).
/// </param>
/// <param name="IsSample">A number of documentation and tests, or one that nobody can have.</param>
internal sealed record NationalId(NationalIdKind Kind, bool StandsByItself, bool IsSample)
{
    /// <summary>The category of the lists.</summary>
    public string Category => Kind switch
    {
        NationalIdKind.Riziv => "professional-id",
        NationalIdKind.Iban => "financial",
        _ => "national-id",
    };
}

/// <summary>
/// Forms and check digits of national numbers. Sources: RSZ/KSZ on INSZ and BIS, SGR on the BSN, INSEE on the NIR, RIZIV on
/// its numbers, guichet.lu on the matricule, ISO 13616 on the IBAN, IBZ on the identity card.
/// </summary>
internal static class NationalIds
{
    // Digits only. Numbers that occur all over documentation; nobody is harmed by them.
    private static readonly ImmutableHashSet<string> Samples = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "85073003328", "93051822361", "17073003384", "98472899765", "01490700185", "75460898095", "111222333", "123456782",
        "249566758", "295109912611193", "253072B07300470", "253072A07300443", "1893120105732", "BE68539007547034",
        "BE71096123456769", "BE62510007547061", "BE43068999999501", "BE31435411161155", "NL91ABNA0417164300",
        "NL20INGB0001234567", "FR1420041010050500013M02606", "FR7630006000011234567890189", "LU280019400644750000",
        "DE89370400440532013000", "591191706458", "000001103271", "539007547034");

    private static readonly ImmutableDictionary<string, int> IbanLengths = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, int> { ["BE"] = 16, ["NL"] = 18, ["FR"] = 27, ["LU"] = 20, ["DE"] = 22 });

    /// <summary>What number the whole text is; null when it is none of them.</summary>
    /// <param name="text">A literal.</param>
    /// <param name="today">Numbers with a birth date after this day are nobody's.</param>
    public static NationalId? Recognise(string text, DateTime today)
    {
        // Longest: an IBAN in blocks of four. Shortest: a BSN.
        if (text.Length is < 9 or > 34 || Compact(text) is not { } compact)
        {
            return null;
        }

        var form = Form(text);
        var id = compact.Length switch
        {
            9 when form is "9" or "4.2.3" && IsBsn(compact) => new NationalId(NationalIdKind.Bsn, false, compact[0] == '9' && compact[1] == '9'),
            11 when form is "1-5-2-3" or "1.5.2.3" or "1 5 2 3" && IsRiziv(compact) => new NationalId(NationalIdKind.Riziv, true, compact[0] == '0'),
            11 when InszBirthYear(compact) is { } birth => Insz(compact, birth, form, today),
            12 when form is "3-7-2" && IsEidCard(compact) => new NationalId(NationalIdKind.EidCard, true, false),
            13 when IsLuxembourg(compact) => new NationalId(NationalIdKind.Luxembourg, true, Number(compact, 0, 8) > Day(today)),
            15 when IsNir(compact) => new NationalId(NationalIdKind.Nir, true, false),
            _ => IsIban(compact) ? new NationalId(NationalIdKind.Iban, true, compact.Skip(4).All(c => c == '0')) : null,
        };
        return id is null || (!Samples.Contains(compact) && !IsMonotonous(compact)) ? id : id with { IsSample = true };
    }

    /// <summary>Century of an INSZ whose check digits, date and sequence are right; null when they are not.</summary>
    public static int? InszBirthYear(string digits)
    {
        if (digits.Length != 11 || !digits.All(IsDigit))
        {
            return null;
        }

        var sequence = Number(digits, 6, 3);
        var month = Number(digits, 2, 2);
        month -= month >= 40 ? 40 : month >= 20 ? 20 : 0; // BIS: +20 or +40
        if (sequence is 0 or 999 || month > 12)
        {
            return null;
        }

        var first = Number(digits, 0, 9);
        var check = Number(digits, 9, 2);
        var year = (int)Number(digits, 0, 2);
        return check == 97 - (first % 97) ? 1900 + year
            : check == 97 - ((2_000_000_000 + first) % 97) ? 2000 + year
            : null;
    }

    private static NationalId? Insz(string digits, int year, string form, DateTime today)
    {
        var month = Number(digits, 2, 2) % 20;
        var day = Number(digits, 4, 2);

        // Unknown parts of the date are 0; a name has to say then that it is an INSZ.
        var isDate = month >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, (int)month);
        if (!isDate && month != 0 && day != 0)
        {
            return null;
        }

        var isWritten = form is "2.2.2-3.2" or "2.2.2-3 2" or "2 2 2 3 2" or "6-3-2";
        return new NationalId(NationalIdKind.Insz, isWritten && isDate, isDate && (year * 10000) + (month * 100) + day > Day(today));
    }

    private static bool IsBsn(string d)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (9 - i) * (d[i] - '0');
        }

        return d.All(IsDigit) && (sum - (d[8] - '0')) % 11 == 0 && d.Any(c => c != '0');
    }

    private static bool IsRiziv(string d)
    {
        if (!d.All(IsDigit))
        {
            return false;
        }

        var first = Number(d, 0, 6);
        var check = Number(d, 6, 2);
        return check == 97 - (first % 97) || check == 89 - (first % 89);
    }

    private static bool IsEidCard(string d) =>
        d.All(IsDigit) && Number(d, 10, 2) == (Number(d, 0, 10) % 97 is var rest && rest == 0 ? 97 : rest);

    private static bool IsNir(string d)
    {
        // Corsica writes 2A and 2B.
        var corsica = d[6] is 'A' or 'B' && d[5] == '2';
        var digits = corsica ? d.Substring(0, 5) + (d[6] == 'A' ? "19" : "18") + d.Substring(7) : d;
        if (!digits.All(IsDigit) || d[0] is not ('1' or '2' or '3' or '4' or '7' or '8'))
        {
            return false;
        }

        var month = Number(digits, 3, 2);
        var department = Number(digits, 5, 2);
        return (month is >= 1 and <= 12 or >= 20 and <= 42 or >= 50)
            && department is (>= 1 and <= 95) or 97 or 98 or 99
            && Number(digits, 13, 2) == 97 - (Number(digits, 0, 13) % 97);
    }

    private static bool IsLuxembourg(string d)
    {
        if (!d.All(IsDigit))
        {
            return false;
        }

        var year = (int)Number(d, 0, 4);
        var month = (int)Number(d, 4, 2);
        var day = (int)Number(d, 6, 2);
        return year is >= 1850 and <= 2100
            && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && Luhn(d, 12) && Verhoeff(d.Substring(0, 11) + d[12]);
    }

    // Over the first digits, of which the last is the check digit.
    private static bool Luhn(string d, int length)
    {
        var sum = 0;
        for (var i = 0; i < length; i++)
        {
            var digit = d[length - 1 - i] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    // The dihedral group of order ten, and the permutation that J. Verhoeff gave with it.
    private static bool Verhoeff(string d)
    {
        const string Permutation = "1576283094";
        var check = 0;
        for (var i = 0; i < d.Length; i++)
        {
            var digit = d[d.Length - 1 - i] - '0';
            for (var n = i % 8; n > 0; n--)
            {
                digit = Permutation[digit] - '0';
            }

            check = check < 5
                ? digit < 5 ? (check + digit) % 5 : ((check + digit) % 5) + 5
                : digit < 5 ? ((check - digit + 5) % 5) + 5 : (check - digit + 5) % 5;
        }

        return check == 0;
    }

    private static bool IsIban(string s)
    {
        if (!IbanLengths.TryGetValue(s.Substring(0, 2), out var length) || s.Length != length)
        {
            return false;
        }

        var rest = 0;
        for (var i = 0; i < s.Length; i++)
        {
            var c = s[(i + 4) % s.Length];
            rest = IsDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    private static bool IsMonotonous(string s) =>
        s.IndexOf("000000", StringComparison.Ordinal) >= 0 || s.All(c => c == s[0])
        || "01234567890123456".IndexOf(s, StringComparison.Ordinal) >= 0 || "98765432109876543".IndexOf(s, StringComparison.Ordinal) >= 0;

    // Without separators; null for anything but digits, capitals and single separators.
    private static string? Compact(string text)
    {
        Span<char> buffer = stackalloc char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsDigit(c) || c is >= 'A' and <= 'Z')
            {
                buffer[length++] = c;
            }
            else if (c is not ('.' or '-' or ' ' or '/') || i == 0 || i == text.Length - 1)
            {
                return null;
            }
        }

        return length < 9 ? null : buffer.Slice(0, length).ToString();
    }

    // Lengths of the groups with the separators between them: 85.07.30-033.28 is 2.2.2-3.2.
    private static string Form(string text)
    {
        var form = new System.Text.StringBuilder();
        var run = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                run++;
            }
            else
            {
                form.Append(run).Append(c);
                run = 0;
            }
        }

        return form.Append(run).ToString();
    }

    private static long Day(DateTime date) => (date.Year * 10000) + (date.Month * 100) + date.Day;

    private static long Number(string s, int start, int length)
    {
        long number = 0;
        for (var i = start; i < start + length; i++)
        {
            number = (number * 10) + s[i] - '0';
        }

        return number;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
