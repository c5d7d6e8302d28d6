using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Connections;

/// <summary>
/// Reads connection strings of databases, stores and brokers: <c>key=value;…</c> with quotes, the comma form of
/// StackExchange.Redis, and URLs whose query configures the client (MongoDB, PostgreSQL). Forgiving about order, capitals and
/// spaces; strict about what counts as one, because much text has an equals sign.
/// </summary>
internal static class ConnectionStringReader
{
    private const int LongestKey = 48;

    private static readonly ImmutableHashSet<string> ServerKeys = Set(
        "server datasource address addr networkaddress host hostname endpoint accountendpoint blobendpoint queueendpoint tableendpoint bootstrapservers");

    private static readonly ImmutableHashSet<string> OtherKeys = Set(
        """
        port database initialcatalog dbq dsn db attachdbfilename initialfile userid uid user username usr login password pwd passwd integratedsecurity trustedconnection
        persistsecurityinfo encrypt trustservercertificate hostnameincertificate servercertificate multipleactiveresultsets mars marsconnection connecttimeout
        connectiontimeout timeout commandtimeout defaultcommandtimeout applicationname app pooling minpoolsize maxpoolsize minimumpoolsize maximumpoolsize
        connectionlifetime connectionidlelifetime driver provider sslmode ssl usessl tls usetls sslcert sslkey sslpassword sslca sslrootcert rootcertificate
        certificatefile certificatepassword charset allowuservariables treattinyasboolean convertzerodatetime allowzerodatetime allowpublickeyretrieval
        searchpath includeerrordetail gssencryptionmode keepalive tcpkeepalive multiplexing maxautoprepare noresetonclose loadbalancehosts targetsessionattributes
        accountkey accountname defaultendpointsprotocol endpointsuffix sharedaccesskeyname sharedaccesskey sharedaccesssignature entitypath transporttype deviceid
        usedevelopmentstorage instrumentationkey ingestionendpoint liveendpoint applicationid clientid clientsecret authentication authority servicename
        virtualhost vhost columnencryptionsetting attestationprotocol enclaveattestationurl failoverpartner multisubnetfailover applicationintent useencryptionfordata
        workstationid packetsize enlist asynchronousprocessing replication mode cache foreignkeys version journalmode defaultkeyspace contactpoints
        requestedheartbeat prefetchcount publisherconfirms product platform connectretrycount connectretryinterval poolblockingperiod typesystemversion
        """);

    /// <summary>Keys that only connection strings have: one is enough.</summary>
    private static readonly ImmutableHashSet<string> Telling = Set(
        "trustservercertificate sslmode initialcatalog multipleactiveresultsets persistsecurityinfo integratedsecurity sharedaccesskey sharedaccesskeyname accountkey defaultendpointsprotocol useencryptionfordata");

    private static readonly ImmutableHashSet<string> RedisKeys = Set(
        "abortconnect ssl password user allowadmin connecttimeout connectretry synctimeout asynctimeout defaultdatabase sslhost sslprotocols keepalive name servicename tiebreaker "
        + "configchannel channelprefix resolvedns responsetimeout writebuffer proxy version checkcertificaterevocation abortonconnectfail tunnel protocol setclientlibrary highintegrity");

    private static readonly string[] UrlSchemes = ["mongodb://", "mongodb+srv://", "postgres://", "postgresql://"];

    /// <summary>The connection string that a text is, or null. The first test costs one search for a character.</summary>
    public static ConnectionString? Read(string text)
    {
        if (text.IndexOf('=') <= 0)
        {
            return null;
        }

        if (text.IndexOf("://", StringComparison.Ordinal) is > 0 and < 16 && UrlSchemes.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
        {
            return Url(text);
        }

        return text.IndexOf(';') < 0 && text.IndexOf(',') > 0 ? Redis(text) : Keyed(text);
    }

    /// <summary>The settings of a text that is known to be a connection string; of a bare path, none.</summary>
    public static IReadOnlyList<ConnectionPair> Pairs(string text) => Split(text, ';', 0, out _);

    /// <summary>Small letters and digits only: <c>Trust Server Certificate</c> is trustservercertificate.</summary>
    public static string Normal(string key)
    {
        var chars = new char[key.Length];
        var n = 0;
        foreach (var c in key)
        {
            if (char.IsLetterOrDigit(c))
            {
                chars[n++] = char.ToLowerInvariant(c);
            }
        }

        return new string(chars, 0, n);
    }

    private static ConnectionString? Keyed(string text)
    {
        if (Split(text, ';', 0, out var bare) is not { Count: > 0 } pairs || bare.Count > 0)
        {
            return null;
        }

        var known = pairs.Count(p => ServerKeys.Contains(p.Name) || OtherKeys.Contains(p.Name));
        var isConnection = known * 2 >= pairs.Count
            && (known >= 2 || pairs.Any(p => Telling.Contains(p.Name)) || (known == pairs.Count && text.IndexOf(';') >= 0));
        return isConnection ? new(pairs.ToImmutableArray(), Server(pairs), Host(pairs), IsUrl: false) : null;
    }

    private static string? Server(List<ConnectionPair> pairs) =>
        pairs.FirstOrDefault(p => ServerKeys.Contains(p.Name))?.Value
        ?? (pairs.FirstOrDefault(p => p.Name == "accountname")?.Value is { } account && account.IndexOf(PlacedText.Hole) < 0
            ? account + "." + (pairs.FirstOrDefault(p => p.Name == "endpointsuffix")?.Value ?? "core.windows.net")
            : null);

    private static HostKind Host(List<ConnectionPair> pairs)
    {
        if (pairs.Any(p => (p.Name == "accountname" && p.Value == "devstoreaccount1") || (p.Name == "usedevelopmentstorage" && p.Value.Equals("true", StringComparison.OrdinalIgnoreCase))))
        {
            return HostKind.Local;
        }

        return pairs.Any(p => p.Name is "dbq" or "dsn") ? HostKind.File : Server(pairs) is { } server ? ConnectionHost.Kind(server) : HostKind.Unknown;
    }

    private static ConnectionString? Redis(string text)
    {
        var pairs = Split(text, ',', 0, out var bare);
        if (pairs.Count == 0 || bare.Count == 0 || bare[0].Span.Start > pairs[0].Span.Start || !pairs.All(p => RedisKeys.Contains(p.Name) || p.Key.StartsWith("$", StringComparison.Ordinal))
            || bare.Any(b => b.Text.IndexOf(' ') >= 0) || !(bare[0].Text.IndexOf(':') > 0 || pairs.Any(p => p.Name is "abortconnect" or "ssl" or "connecttimeout" or "synctimeout")))
        {
            return null;
        }

        var server = bare[0].Text;
        return new(pairs.ToImmutableArray(), server, ConnectionHost.Kind(string.Join(",", bare.Select(b => b.Text))), IsUrl: false);
    }

    private static ConnectionString? Url(string text)
    {
        var authority = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var query = text.IndexOf('?', authority);
        if (query < 0)
        {
            return null;
        }

        var end = text.IndexOf('/', authority);
        var hosts = text.Substring(authority, (end >= 0 && end < query ? end : query) - authority);
        hosts = hosts.Substring(hosts.LastIndexOf('@') + 1);
        return new(Split(text, '&', query + 1, out _).ToImmutableArray(), hosts, ConnectionHost.Kind(hosts), IsUrl: true);
    }

    /// <summary>The settings between separators, and the parts that are none.</summary>
    private static List<ConnectionPair> Split(string text, char separator, int start, out List<(string Text, TextSpan Span)> bare)
    {
        var pairs = new List<ConnectionPair>();
        bare = [];
        var i = start;
        while (i < text.Length)
        {
            if (text[i] == separator || char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var keyStart = i;
            while (i < text.Length && text[i] != separator && text[i] != '=')
            {
                i++;
            }

            var key = text.Substring(keyStart, i - keyStart).TrimEnd();
            if (i >= text.Length || text[i] == separator)
            {
                // What is put in at run time may be whole settings.
                if (key.Length != 1 || key[0] != PlacedText.Hole)
                {
                    bare.Add((key, new TextSpan(keyStart, key.Length)));
                }

                continue;
            }

            i++;
            var value = Value(text, separator, ref i);
            if (key.Length is 0 or > LongestKey || key.Any(c => !(char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '$' or '\uFFFC')))
            {
                bare.Add((key, new TextSpan(keyStart, key.Length)));
                continue;
            }

            // A hole in front of a key is settings that end in a separator.
            var skip = key.LastIndexOf(PlacedText.Hole) + 1;
            key = key.Substring(skip);
            pairs.Add(new(key, Normal(key), text.Substring(value.Start, value.Length), TextSpan.FromBounds(keyStart + skip, value.End), value));
        }

        return pairs;
    }

    // From behind the equals sign to the separator; leaves i there.
    private static TextSpan Value(string text, char separator, ref int i)
    {
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        var quote = i < text.Length ? text[i] switch { '"' => '"', '\'' => '\'', '{' => '}', _ => '\0' } : '\0';
        var close = quote == '\0' ? -1 : Close(text, i + 1, quote);

        // A quote that is not closed, or closed in the middle, is a character of the value; so are the braces of {password}.
        var isHole = quote == '}' && close > 0 && text.IndexOfAny([' ', ';', ','], i, close - i) < 0;
        if (close > 0 && !isHole && Rest(text, close + 1, separator))
        {
            var quoted = TextSpan.FromBounds(i + 1, close);
            i = close + 1;
            while (i < text.Length && text[i] != separator)
            {
                i++;
            }

            return quoted;
        }

        var start = i;
        while (i < text.Length && text[i] != separator)
        {
            i++;
        }

        var end = i;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static int Close(string text, int from, char quote)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                if (i + 1 < text.Length && text[i + 1] == quote)
                {
                    i++;
                    continue;
                }

                return i;
            }
        }

        return -1;
    }

    private static bool Rest(string text, int from, char separator)
    {
        while (from < text.Length && text[from] == ' ')
        {
            from++;
        }

        return from >= text.Length || text[from] == separator;
    }

    private static ImmutableHashSet<string> Set(string words) =>
        words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToImmutableHashSet(StringComparer.Ordinal);
}
