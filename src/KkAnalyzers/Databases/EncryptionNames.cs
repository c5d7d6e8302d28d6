using System.Collections.Immutable;
using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Databases;

/// <summary>
/// Words in the name of an attribute, a converter or a method that say that what is stored cannot be read as it is. Whole
/// words: Decrypt and Unprotect are other words.
/// </summary>
internal static class EncryptionNames
{
    private static readonly string[] Stems = ["encrypt", "encipher", "cipher", "crypto", "protect", "versleutel", "chiffre", "hmac", "pseudonym", "anonym"];

    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create("aes", "rsa", "crypt", "hash", "hashed", "hasher");

    // GetHashCode and HashSet are in every class that compares.
    private static readonly ImmutableHashSet<string> NotAfterHash = ImmutableHashSet.Create("code", "set", "table");

    /// <summary>True for EncryptedConverter, AesProvider, _protector, VersleutelTekst.</summary>
    public static bool Say(string name)
    {
        if (!MaySay(name))
        {
            return false;
        }

        var words = Tokenizer.Tokens(name);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word == "hash" && i + 1 < words.Count && NotAfterHash.Contains(words[i + 1]))
            {
                continue;
            }

            if (Words.Contains(word) || Array.Exists(Stems, s => word.StartsWith(s, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No for nearly every name, without an allocation.</summary>
    private static bool MaySay(string name)
    {
        foreach (var stem in Stems)
        {
            if (name.IndexOf(stem, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        foreach (var word in Words)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
