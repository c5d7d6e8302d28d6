using System.Collections.Immutable;

namespace KkAnalyzers.Transport;

/// <summary>What a host says about where the data goes.</summary>
internal enum HostKind
{
    /// <summary>Nowhere: this machine, a name kept for examples, a container or service of the same network, or no host at all.</summary>
    Nowhere,

    /// <summary>A name or number of the public network.</summary>
    Public,

    /// <summary>Only known when the program runs.</summary>
    Unknown,

    /// <summary>A number of a private network (RFC 1918, RFC 4193).</summary>
    LocalNetwork,

    /// <summary>All addresses of this machine: the server listens there.</summary>
    AnyAddress,
}

/// <summary>An address whose scheme has no encryption, at the start of a text.</summary>
/// <param name="Scheme">As the list below has it.</param>
/// <param name="Start">Of the scheme in the text.</param>
/// <param name="Host">Without user and port; may contain holes.</param>
/// <param name="Port">Digits, a hole, or empty.</param>
/// <param name="Path">From the slash on, with query and fragment.</param>
internal sealed record ClearUrl(string Scheme, int Start, string Host, string Port, string Path)
{
    /// <summary>Stands for a value that is not known (U+FFFC, object replacement character).</summary>
    public const char Hole = '\uFFFC';

    /// <summary>Longest address that a message repeats.</summary>
    private const int LongestQuote = 100;

    /// <summary>Schemes without encryption, each with the one that has it; empty where a client must be told otherwise.</summary>
    private static readonly ImmutableDictionary<string, string> SecureSchemes = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        new Dictionary<string, string>
        {
            ["http"] = "https", ["ws"] = "wss", ["mqtt"] = "mqtts", ["ldap"] = "ldaps", ["amqp"] = "amqps",
            ["ftp"] = "", ["smtp"] = "", ["imap"] = "", ["pop3"] = "", ["telnet"] = "",
        });

    private static readonly ImmutableHashSet<string> PageEndings = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "html", "htm", "png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "css", "pdf", "woff", "woff2");

    /// <summary>The scheme to write instead; null when a change of scheme alone would not do: another port, or no such scheme.</summary>
    public string? SecureScheme => Port.Length == 0 && SecureSchemes[Scheme] is { Length: > 0 } secure ? secure : null;

    /// <summary>For a message: the address, with three dots for what is not known.</summary>
    public string Quote
    {
        get
        {
            var text = (Scheme + "://" + Host + (Port.Length == 0 ? "" : ":" + Port) + Path).Replace(Hole.ToString(), "…");
            return text.Length > LongestQuote ? text.Substring(0, LongestQuote) + "…" : text;
        }
    }

    /// <summary>A page or a picture to look at, and no place to send data to.</summary>
    public bool IsPage
    {
        get
        {
            var end = Path.IndexOfAny(['?', '#']);
            var path = end < 0 ? Path : Path.Substring(0, end);
            var dot = path.LastIndexOf('.');
            return dot >= 0 && PageEndings.Contains(path.Substring(dot + 1));
        }
    }

    /// <summary>With a fragment it is a name: what stands behind the number sign is never sent.</summary>
    public bool HasFragment => Path.IndexOf('#') is var at && at >= 0 && at < Path.Length - 1;

    public HostKind Kind => KindOf(Host);

    /// <summary>True for the name of a scheme without encryption.</summary>
    public static bool IsClearScheme(string text) => text.Length <= 6 && SecureSchemes.ContainsKey(text);

    /// <summary>The address that the text begins with; null when it is none, or an encrypted one.</summary>
    public static ClearUrl? Parse(string text)
    {
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark < 2)
        {
            return null;
        }

        var start = mark;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '.' or '-'))
        {
            start--;
        }

        var scheme = text.Substring(start, mark - start);

        // In capitals it is the moniker of Active Directory, which signs in and seals by itself.
        if (!IsClearScheme(scheme) || scheme == "LDAP" || !string.IsNullOrWhiteSpace(text.Substring(0, start)))
        {
            return null;
        }

        var from = mark + 3;
        var authorityEnd = text.IndexOfAny(['/', '?', '#', ' ', '"', '\'', ';', ',', '\\', '\n', '\r'], from);
        authorityEnd = authorityEnd < 0 ? text.Length : authorityEnd;
        var authority = text.Substring(from, authorityEnd - from);
        authority = authority.Substring(authority.LastIndexOf('@') + 1);
        var path = text.Substring(authorityEnd);
        if (path.IndexOfAny([' ', '\n', '\r']) is var space && space >= 0)
        {
            // More words behind it: a sentence that begins with an address.
            if (path.Substring(space).Trim().Length > 0)
            {
                return null;
            }

            path = path.Substring(0, space);
        }

        var bracket = authority.IndexOf(']');
        var colon = authority.IndexOf(':', Math.Max(bracket, 0));
        var host = colon < 0 ? authority : authority.Substring(0, colon);
        return new ClearUrl(scheme.ToLowerInvariant(), start, host, colon < 0 ? "" : authority.Substring(colon + 1), path);
    }

    /// <summary>What a host name or number says; lists are not asked here.</summary>
    public static HostKind KindOf(string host)
    {
        if (host.Length == 0)
        {
            return HostKind.Nowhere;
        }

        if (host is "*" or "+" or "0.0.0.0" or "[::]" or "::")
        {
            return HostKind.AnyAddress;
        }

        if (host[0] == '[')
        {
            var address = host.Trim('[', ']');
            return address is "::1" ? HostKind.Nowhere
                : address.StartsWith("fd", StringComparison.OrdinalIgnoreCase) || address.StartsWith("fc", StringComparison.OrdinalIgnoreCase) || address.StartsWith("fe80", StringComparison.OrdinalIgnoreCase) ? HostKind.LocalNetwork
                : HostKind.Public;
        }

        // {0}, ${HOST}, %HOST%: filled in later.
        var isFilledIn = host.IndexOfAny([Hole, '{', '}', '%', '$']) >= 0;
        var labels = (isFilledIn ? host.Substring(host.LastIndexOfAny([Hole, '}', '%', ')']) + 1) : host).TrimEnd('.').Split('.');
        if (labels.Any(l => l.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_'))))
        {
            return HostKind.Nowhere;
        }

        if (isFilledIn)
        {
            // What stands behind the last hole must be a domain of its own: ".zorg.be", ".local".
            return labels[0].Length != 0 || labels.Length == 1 ? HostKind.Unknown
                : labels.Length == 2 ? IsReserved(labels[1]) ? HostKind.Nowhere : HostKind.Unknown
                : KindOfName(labels);
        }

        if (labels.Length == 4 && labels.All(l => l.Length is > 0 and <= 3 && l.All(char.IsDigit)))
        {
            return KindOfNumber(labels);
        }

        return KindOfName(labels);
    }

    private static HostKind KindOfName(string[] labels)
    {
        var last = labels[labels.Length - 1];

        // One word is a container, a service of the mesh, or a machine of the same network.
        return labels.Length == 1 || IsReserved(last) || last.Length < 2 || !last.Any(char.IsLetter) || labels.Skip(1).Any(l => l.Length == 0)
            || (labels[labels.Length - 2].Equals("docker", StringComparison.OrdinalIgnoreCase) && last == "internal")
            || (labels[labels.Length - 2].ToLowerInvariant() is "example" or "test" or "contoso" or "fabrikam" && last.ToLowerInvariant() is "com" or "org" or "net" or "edu")
                ? HostKind.Nowhere
                : HostKind.Public;
    }

    /// <summary>Kept for examples, tests and networks without a name server (RFC 2606, RFC 6761, RFC 6762, RFC 9476, ICANN 2024).</summary>
    private static bool IsReserved(string topLevel) =>
        topLevel.ToLowerInvariant() is "localhost" or "local" or "test" or "example" or "invalid" or "internal" or "localdomain" or "lan" or "home" or "alt";

    private static HostKind KindOfNumber(string[] labels)
    {
        int Part(int i) => int.Parse(labels[i], System.Globalization.CultureInfo.InvariantCulture);
        return (Part(0), Part(1), Part(2), Part(3)) switch
        {
            (127, _, _, _) or (0, _, _, _) => HostKind.Nowhere,

            // The machine of the developer, as seen from an Android emulator.
            (10, 0, 2 or 3, 2) => HostKind.Nowhere,

            // The instance itself asks its cloud there; nothing leaves the machine.
            (169, 254, _, _) => HostKind.Nowhere,

            // Kept for documentation (RFC 5737).
            (192, 0, 2, _) or (198, 51, 100, _) or (203, 0, 113, _) => HostKind.Nowhere,
            (10, _, _, _) or (192, 168, _, _) => HostKind.LocalNetwork,
            (172, >= 16 and <= 31, _, _) or (100, >= 64 and <= 127, _, _) => HostKind.LocalNetwork,
            _ => HostKind.Public,
        };
    }
}
