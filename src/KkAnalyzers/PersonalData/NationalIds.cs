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

/// <summary>A number that has the form and the check digits of one of these.</summary>
/// <param name="Kind">Which number.</param>
/// <param name="Digits">Digits and capitals without what separates them.</param>
/// <param name="StandsByItself">
/// The way it is written or its checks leave little chance; otherwise a name beside it has to say what it is (one in eleven
/// nine-digit numbers passes as a BSN).
/// </param>
/// <param name="IsSample">Nobody can have it: born in the future, a run of digits, a range for tests.</param>
internal sealed record NationalId(NationalIdKind Kind, string Digits, bool StandsByItself, bool IsSample)
{
    /// <summary>The check alone says next to nothing: a name or comment has to say which number it is.</summary>
    public bool NeedsName { get; init; }

    /// <summary>The birth date that the number tells; null when it tells none.</summary>
    public DateTime? Birth { get; init; }

    /// <summary>The category of the lists.</summary>
    public string Category => Kind switch
    {
        NationalIdKind.Riziv => "professional-id",
        NationalIdKind.Iban => "financial",
        _ => "national-id",
    };
}

/// <summary>
/// Check digits of national numbers. Sources: RSZ/KSZ on INSZ and BIS, SGR on the BSN, INSEE on the NIR, RIZIV on its numbers,
/// guichet.lu on the matricule, ISO 13616 on the IBAN, IBZ on the identity card.
/// </summary>
internal static class NationalIds
{
    private static readonly ImmutableDictionary<string, int> IbanLengths = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, int> { ["BE"] = 16, ["NL"] = 18, ["FR"] = 27, ["LU"] = 20, ["DE"] = 22 });

    /// <summary>What the number is, when its checks are right for this kind; null when they are not.</summary>
    /// <param name="kind">What it may be by its form.</param>
    /// <param name="digits">Digits and capitals, as many as the kind has.</param>
    /// <param name="isWritten">It has the separators with which people write this kind.</param>
    /// <param name="today">Numbers with a birth date after this day are nobody's.</param>
    public static NationalId? Check(NationalIdKind kind, string digits, bool isWritten, DateTime today)
    {
        var id = kind switch
        {
            NationalIdKind.Insz => InszBirthYear(digits) is { } year ? Insz(digits, year, isWritten, today) : null,
            NationalIdKind.Bsn => IsBsn(digits) ? new NationalId(kind, digits, false, digits[0] == '9' && digits[1] == '9') { NeedsName = true } : null,
            NationalIdKind.Nir => IsNir(digits) ? new NationalId(kind, digits, true, false) : null,
            NationalIdKind.Luxembourg => IsLuxembourg(digits)
                ? new NationalId(kind, digits, true, Number(digits, 0, 8) > Day(today)) { Birth = Date((int)Number(digits, 0, 4), Number(digits, 4, 2), Number(digits, 6, 2)) }
                : null,
            NationalIdKind.Riziv => IsRiziv(digits) ? new NationalId(kind, digits, isWritten, digits[0] == '0') { NeedsName = !isWritten } : null,
            NationalIdKind.EidCard => IsEidCard(digits) ? new NationalId(kind, digits, isWritten, false) : null,
            _ => IsIban(digits) ? new NationalId(kind, digits, isWritten, IsMonotonous(digits.Substring(4))) : null,
        };
        return id is not null && IsMonotonous(digits) ? id with { IsSample = true } : id;
    }

    /// <summary>Length of an IBAN of the country, with its first two letters; 0 for a country that is not looked at.</summary>
    public static int IbanLength(string text, int start) =>
        start + 2 <= text.Length && text[start] is 'B' or 'N' or 'F' or 'L' or 'D' && IbanLengths.TryGetValue(text.Substring(start, 2), out var length) ? length : 0;

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

    /// <summary>True for a bar code of a product (EAN-13, ISBN) that is right.</summary>
    public static bool IsBarCode(string d)
    {
        var sum = 0;
        for (var i = 0; i < d.Length; i++)
        {
            sum += (d[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return d.Length == 13 && d.All(IsDigit) && sum % 10 == 0;
    }

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static NationalId? Insz(string digits, int year, bool isWritten, DateTime today)
    {
        var month = Number(digits, 2, 2) % 20;
        var day = Number(digits, 4, 2);

        // Unknown parts of the date are 0; a name has to say then that it is an INSZ.
        var birth = Date(year, month, day);
        if (birth is null && month != 0 && day != 0)
        {
            return null;
        }

        return new NationalId(NationalIdKind.Insz, digits, isWritten && birth is not null, birth > today) { Birth = birth, NeedsName = birth is null };
    }

    private static DateTime? Date(int year, long month, long day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, (int)month) ? new DateTime(year, (int)month, (int)day) : null;

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
        return year is >= 1850 and <= 2100 && Date(year, month, day) is not null
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
        if (s.Length != IbanLength(s, 0))
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
}
