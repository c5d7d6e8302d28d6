using System.Collections.Immutable;
using KkAnalyzers.Connections;

namespace KkAnalyzers.Secrets;

/// <summary>What the characters of a value tell.</summary>
internal enum ValueKind
{
    /// <summary>Empty, to be filled in, or put in at run time.</summary>
    Placeholder,

    /// <summary>A password that every manual has: a default somebody forgot, or a development machine.</summary>
    WellKnown,

    /// <summary>A word, a sentence, a path or a name.</summary>
    Word,

    /// <summary>A number in the form of a GUID: keys have it, and identifiers have it.</summary>
    Guid,

    /// <summary>Letters mixed with digits or signs, as in a password somebody thought of.</summary>
    Mixed,

    /// <summary>Long and without a pattern, as a program makes it.</summary>
    Random,
}

/// <summary>Tells secrets from words, placeholders and names by their characters alone.</summary>
internal static class SecretValues
{
    private static readonly ImmutableHashSet<string> WellKnownValues = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "pass@word", "pass@word1", "pass123$", "password1", "password123", "password1!", "password!", "admin", "admin123", "root", "guest", "sa",
        "secret", "geheim", "wachtwoord", "motdepasse", "test", "test123", "test1234", "demo", "user", "postgres", "mysql", "redis", "rabbitmq", "mongo", "mongodb", "sqlserver", "example",
        "1234", "12345", "123456", "1234567", "12345678", "123456789", "1234567890", "qwerty", "azerty", "letmein", "welcome", "welkom", "welkom01", "default", "dev", "local", "minioadmin", "foobar",
        "development", "secretkey", "supersecret", "mysecret", "mypassword", "foo", "bar", "abc123", "abcd1234", "string", "none", "null", "empty", "pwd", "pass");

    // Words of somebody who will fill it in.
    private static readonly string[] Replaceable =
        ["change", "replace", "your", "insert", "enter", "put", "todo", "fill", "placeholder", "sample", "example", "dummy", "vervang", "invullen", "remplacer", "votre", "xxxx", "...", "…", "redacted", "secret-here", "set-in", "set_in", "keyvault", "key-vault", "usersecret", "user-secret", "not-set", "notset", "fake"];

    public static ValueKind Kind(string value)
    {
        if (IsPlaceholder(value))
        {
            return ValueKind.Placeholder;
        }

        if (WellKnownValues.Contains(value))
        {
            return ValueKind.WellKnown;
        }

        if (value.Length is 36 or 38 or 32 && Guid.TryParse(value, out _) && (value.Length != 32 || value.Distinct().Count() < 6))
        {
            return value.Distinct().Count() < 8 ? ValueKind.Placeholder : ValueKind.Guid;
        }

        bool lower = false, upper = false, digit = false;
        var turns = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsWhiteSpace(c))
            {
                return ValueKind.Word;
            }

            lower |= char.IsLower(c);
            upper |= char.IsUpper(c);
            digit |= char.IsDigit(c);
            turns += i > 0 && char.IsLetterOrDigit(c) && char.IsLetterOrDigit(value[i - 1]) && char.IsDigit(c) != char.IsDigit(value[i - 1]) ? 1 : 0;
        }

        if (value[0] == '/' || value.StartsWith("~/", StringComparison.Ordinal) || value.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            return ValueKind.Word;
        }

        if (value.Length >= 16 && turns >= 3 && Entropy(value, 0, value.Length) >= 3.0 && value.Length <= 512)
        {
            return ValueKind.Random;
        }

        if (value.Length < 6 || !(lower || upper))
        {
            return ValueKind.Word;
        }

        // Letters and digits joined by hyphens may be a name with a number, or a password: that has capitals too.
        // Words with dots, colons and slashes are names of settings, claims and files.
        var isPath = value.IndexOfAny(['.', ':', '/', '\\']) >= 0 && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/' or '\\');
        var isName = value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
        var isMixed = isName ? digit && char.IsLetter(value[0]) && ((lower && upper) || turns >= 2) : !isPath && (digit || (lower && upper));
        return isMixed ? ValueKind.Mixed : ValueKind.Word;
    }

    /// <summary>
    /// True for a part that a program made: digits among letters, many different characters, and none of the words of examples.
    /// </summary>
    public static bool LooksMade(string text, int start, int end)
    {
        var part = text.Substring(start, end - start);
        return part.Any(char.IsDigit) && part.Any(char.IsLetter) && Entropy(part, 0, part.Length) >= 2.8
            && part.IndexOf("EXAMPLE", StringComparison.OrdinalIgnoreCase) < 0 && part.IndexOf("xxxx", StringComparison.OrdinalIgnoreCase) < 0 && part.IndexOf("123456789", StringComparison.Ordinal) < 0;
    }

    private static bool IsPlaceholder(string value)
    {
        if (value.Length < 3 || value.IndexOf(PlacedText.Hole) >= 0)
        {
            return true;
        }

        var first = value[0];
        var last = value[value.Length - 1];
        if ((first == '<' && last == '>') || (first == '{' && last == '}') || (first == '[' && last == ']') || (first == '%' && last == '%') || (first == '(' && last == ')')
            || value.StartsWith("${", StringComparison.Ordinal) || value.StartsWith("$(", StringComparison.Ordinal) || value.StartsWith("#{", StringComparison.Ordinal)
            || value.StartsWith("{{", StringComparison.Ordinal) || value.StartsWith("__", StringComparison.Ordinal) || value.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("env:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("{0", StringComparison.Ordinal)
            || value.IndexOf("#{", StringComparison.Ordinal) >= 0 || value.IndexOf("${", StringComparison.Ordinal) >= 0)
        {
            return true;
        }

        if (value.Distinct().Count() < 3 || value.IndexOf("0123456789", StringComparison.Ordinal) >= 0 || value.IndexOf("abcdefghij", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return true;
        }

        foreach (var word in Replaceable)
        {
            if (value.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && (at == 0 || !char.IsLetter(value[at - 1]) || !char.IsLetter(word[0])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Shannon entropy in bits per character.</summary>
    private static double Entropy(string text, int start, int end)
    {
        Span<int> counts = stackalloc int[128];
        for (var i = start; i < end; i++)
        {
            counts[Math.Min((int)text[i], 127)]++;
        }

        var entropy = 0.0;
        double total = end - start;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                entropy -= count / total * Math.Log(count / total, 2);
            }
        }

        return entropy;
    }
}
