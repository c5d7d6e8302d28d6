namespace KkAnalyzers.Flow;

/// <summary>The words in the name of a method: whole words, so that "Unprotect" is not "protect" (hard case 43).</summary>
internal static class MethodWords
{
    /// <summary>The words of a name in camel, Pascal or snake case, in lower case.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !StartsWord(name, i))
            {
                continue;
            }

            var word = name.Substring(start, i - start).Trim('_');
            if (word.Length > 0)
            {
                yield return word.ToLowerInvariant();
            }

            start = i;
        }
    }

    // "AESEncrypt" is aes + encrypt: a capital begins a word after a small letter, or before one.
    private static bool StartsWord(string name, int i) =>
        name[i] == '_'
        || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
}
