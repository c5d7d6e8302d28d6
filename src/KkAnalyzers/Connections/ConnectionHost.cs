namespace KkAnalyzers.Connections;

/// <summary>What the name of a server tells about the way to it.</summary>
internal enum HostKind
{
    /// <summary>Not named, or put in later.</summary>
    Unknown,

    /// <summary>This machine.</summary>
    Local,

    /// <summary>A name without a dot or an address of a private network: a container beside the program, or a server down the hall.</summary>
    Internal,

    /// <summary>Any other name.</summary>
    Remote,

    /// <summary>A file: no server and no network.</summary>
    File,
}

/// <summary>Tells servers apart by their names.</summary>
internal static class ConnectionHost
{
    private static readonly string[] FileEndings = [".db", ".db3", ".sqlite", ".sqlite3", ".s3db", ".mdb", ".accdb", ".sdf", ".xls", ".xlsx", ".csv", ".litedb"];

    /// <param name="value">As it stands in a connection string: protocol, name, instance, port and all, or a list of them.</param>
    public static HostKind Kind(string value)
    {
        // Of a list, the farthest one decides.
        var best = HostKind.Unknown;
        foreach (var one in value.Split(','))
        {
            // "server,1433" is one server and its port.
            if (one.Length > 0 && one.All(char.IsDigit))
            {
                continue;
            }

            var kind = One(one.Trim());
            best = kind == HostKind.Remote || best == HostKind.Unknown ? kind : best == HostKind.Local && kind == HostKind.Internal ? kind : best;
        }

        return best;
    }

    /// <summary>The name alone: <c>tcp:db.zorg.be,1433</c> is db.zorg.be.</summary>
    public static string Name(string value)
    {
        var name = value.Trim();
        var scheme = name.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            name = name.Substring(scheme + 3);
        }
        else if (name.Length > 4 && (Starts(name, "tcp:") || Starts(name, "lpc:") || Starts(name, "adm:")))
        {
            name = name.Substring(4);
        }

        var at = name.LastIndexOf('@');
        name = at >= 0 ? name.Substring(at + 1) : name;
        var end = name.StartsWith("[", StringComparison.Ordinal) ? name.IndexOf(']') + 1 : name.IndexOfAny([',', ':', '/', '\\', '?']);
        if (name.StartsWith("\\\\", StringComparison.Ordinal))
        {
            var pipe = name.Substring(2);
            var slash = pipe.IndexOf('\\');
            return slash < 0 ? pipe : pipe.Substring(0, slash);
        }

        // "::1" has colons and no brackets.
        return end <= 0 || name.StartsWith("::", StringComparison.Ordinal) ? name : name.Substring(0, end);
    }

    private static HostKind One(string value)
    {
        if (value.Length == 0 || value.IndexOf(PlacedText.Hole) >= 0 || value.IndexOfAny(['#', '$', '{', '}', '<', '>', '%', '*']) >= 0 || Starts(value, "__"))
        {
            return HostKind.Unknown;
        }

        if (Starts(value, "np:"))
        {
            value = value.Substring(3);
        }

        if (value[0] == '/' || Starts(value, ":memory:") || Starts(value, "|DataDirectory|") || Starts(value, "file:") || FileEndings.Any(e => value.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
        {
            return HostKind.File;
        }

        var name = Name(value).TrimEnd('.').ToLowerInvariant();
        if (name.Length == 0)
        {
            return value[0] == '.' ? HostKind.Local : HostKind.Unknown;
        }

        if (name is "localhost" or "(local)" or "(localdb)" or "::1" or "[::1]" or "0.0.0.0" or "host.docker.internal" or "devstoreaccount1" or "." or "10.0.2.2"
            || name.StartsWith("127.", StringComparison.Ordinal) || name.EndsWith(".localhost", StringComparison.Ordinal) || name.StartsWith("(localdb)", StringComparison.Ordinal))
        {
            return HostKind.Local;
        }

        // An address that is made to be replaced says no more than a name without a dot.
        return name.IndexOf('.') < 0 || IsPrivate(name) || name.EndsWith(".local", StringComparison.Ordinal) || name.EndsWith(".internal", StringComparison.Ordinal)
            || name.EndsWith(".lan", StringComparison.Ordinal) || name.EndsWith(".test", StringComparison.Ordinal) || name.EndsWith(".invalid", StringComparison.Ordinal)
            || name.StartsWith("example.", StringComparison.Ordinal) || name.IndexOf(".example", StringComparison.Ordinal) >= 0 || name.StartsWith("your", StringComparison.Ordinal)
            ? HostKind.Internal
            : HostKind.Remote;
    }

    private static bool IsPrivate(string name)
    {
        var parts = name.Split('.');
        return parts.Length == 4 && parts.All(p => byte.TryParse(p, out _))
            && (parts[0] == "10" || (parts[0] == "192" && parts[1] == "168") || (parts[0] == "172" && byte.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) is >= 16 and <= 31));
    }

    private static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
