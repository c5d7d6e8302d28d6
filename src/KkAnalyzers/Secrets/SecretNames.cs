using System.Collections.Immutable;
using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Secrets;

/// <summary>What a name says its value is.</summary>
internal enum SecretKind
{
    None,

    /// <summary>Somebody thinks of it and may take a word.</summary>
    Password,

    /// <summary>A program makes it: a key, a token, the secret of a client.</summary>
    Key,
}

/// <summary>
/// Names of what must stay secret, by their last words: <c>SmtpPassword</c> holds one, <c>PasswordHash</c>, <c>PasswordKey</c> and
/// <c>passwordQuestion</c> do not (hard case 55).
/// </summary>
internal static class SecretNames
{
    private static readonly ImmutableHashSet<string> Passwords = ImmutableHashSet.Create(
        "password", "passwd", "pwd", "pw", "passphrase", "passcode", "wachtwoord", "paswoord", "motdepasse", "mdp", "kennwort", "passwort", "contrasena", "senha");

    private static readonly ImmutableHashSet<string> Keys = ImmutableHashSet.Create(
        "secret", "apikey", "accesskey", "secretkey", "signingkey", "encryptionkey", "privatekey", "masterkey", "accountkey", "sharedkey", "storagekey", "subscriptionkey", "functionkey", "hostkey",
        "jwtkey", "tokenkey", "authkey", "securitykey", "symmetrickey", "hmackey", "validationkey", "decryptionkey", "sharedaccesskey", "apisecret", "token", "accesstoken", "authtoken", "apitoken",
        "bearertoken", "refreshtoken", "sastoken", "pat", "toegangssleutel", "apisleutel", "clesecrete", "cleapi", "jeton", "credential", "credentials");

    // In front of the word they make a sentence about it, or an act on it.
    private static readonly ImmutableHashSet<string> About = ImmutableHashSet.Create(
        "reset", "forgot", "forgotten", "change", "set", "update", "invalid", "wrong", "missing", "enter", "require", "required", "requires", "use", "uses", "has", "is", "show", "hide", "no", "without",
        "cancellation", "cancel", "continuation", "antiforgery", "csrf", "xsrf", "lock", "page", "next", "sync", "delta", "syntax", "parse", "grant", "label", "error", "public", "confirm", "csrftoken", "license", "licence", "design", "primary", "foreign", "column", "header", "claim", "param", "parameter", "reader", "json", "wait");

    // Behind the word they change nothing.
    private static readonly ImmutableHashSet<string> Empty = ImmutableHashSet.Create("value", "string", "text", "default", "plain", "raw", "const", "literal", "encoded", "base64");

    private static readonly string[] Pieces = ["pass", "pw", "secret", "key", "token", "wachtwoord", "paswoord", "mot", "mdp", "kennwort", "contrase", "senha", "pat", "sleutel", "cl", "jeton", "credential"];

    /// <summary>
    /// A cheap test before <see cref="Kind"/>: no name without one of these pieces is a secret's.
    /// </summary>
    public static bool MayBe(string name)
    {
        foreach (var piece in Pieces)
        {
            if (name.IndexOf(piece, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="name">Name of a member, parameter, setting or header.</param>
    /// <param name="section">Name of what it stands in, for <c>Jwt:Key</c>; empty when unknown.</param>
    public static SecretKind Kind(string name, string section = "")
    {
        if (!MayBe(name))
        {
            return SecretKind.None;
        }

        var tokens = Tokenizer.Tokens(Last(name));
        var count = tokens.Count;
        while (count > 1 && (Empty.Contains(tokens[count - 1]) || tokens[count - 1].All(char.IsDigit)))
        {
            count--;
        }

        if (count == 0 || tokens.Take(count).Any(About.Contains))
        {
            return SecretKind.None;
        }

        // The last one, two or three words.
        var glued = "";
        for (var i = count - 1; i >= 0 && i >= count - 3; i--)
        {
            glued = tokens[i] + glued;
            if (Passwords.Contains(glued))
            {
                return SecretKind.Password;
            }

            if (Keys.Contains(glued))
            {
                return SecretKind.Key;
            }
        }

        return tokens[count - 1] == "key" && count == 1 && section.Length > 0 && Tokenizer.Tokens(Last(section)).Any(t => t is "jwt" or "token" or "tokens" or "bearer" or "signing" or "encryption" or "sendgrid" or "stripe" or "openai" or "api")
            ? SecretKind.Key
            : SecretKind.None;
    }

    /// <summary>True when the value says what the name says: a name of a field, a setting, a resource.</summary>
    public static bool Repeats(string name, string value)
    {
        var said = Tokenizer.Tokens(name);
        var words = Tokenizer.Tokens(value);
        return words.Count > 0 && words.All(w => said.Contains(w) || w is "password" or "key" or "secret" or "token" or "api" or "client" or "user" or "access" or "auth" or "the" or "field" or "name" or "id" or "new" or "old");
    }

    private static string Last(string name)
    {
        var at = name.LastIndexOfAny([':', '.']);
        return at < 0 || at == name.Length - 1 ? name : name.Substring(at + 1);
    }
}
