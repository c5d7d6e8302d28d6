using KkAnalyzers.Connections;

namespace KkAnalyzers.Databases;

/// <summary>What is known of the key of a store that is opened.</summary>
internal enum KeyState
{
    /// <summary>The connection could not be followed.</summary>
    Unknown,

    /// <summary>Nothing stays: a database in memory, or a temporary one.</summary>
    NotKept,
    Keyed,
    Open,
}

/// <summary>Reads connection strings of which some parts may be unknown.</summary>
internal static class ConnectionText
{
    /// <summary>Stands for a part of which nothing is known: <see cref="PlacedText.Hole"/>.</summary>
    public const string Unknown = "\uFFFC";

    /// <summary>Stands for a part that is a path.</summary>
    public const string Path = "\u0002";

    public static KeyState State(IEnumerable<string> alternatives)
    {
        // A key in one of the possible texts is taken as the one that counts, and then a known text over an unknown one.
        var state = KeyState.Unknown;
        foreach (var text in alternatives)
        {
            var one = Of(text);
            if (one == KeyState.Keyed)
            {
                return one;
            }

            state = (KeyState)Math.Max((int)state, (int)one);
        }

        return state;
    }

    private static KeyState Of(string text)
    {
        var pairs = ConnectionStringReader.Pairs(text);
        if (pairs.Any(p => p.Name is "password" or "pwd" or "hexpassword" && p.Value.Length > 0 && !p.Value.Equals("null", StringComparison.OrdinalIgnoreCase)))
        {
            return KeyState.Keyed;
        }

        if (text.Length == 0 || text.IndexOf(":memory:", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf(":temp:", StringComparison.OrdinalIgnoreCase) >= 0
            || pairs.Any(p => p.Name == "mode" && p.Value.Equals("memory", StringComparison.OrdinalIgnoreCase)))
        {
            return KeyState.NotKept;
        }

        // An unknown value of a known name is a file; an unknown part may be anything, also a password.
        for (var hole = text.IndexOf(PlacedText.Hole); hole >= 0; hole = text.IndexOf(PlacedText.Hole, hole + 1))
        {
            if (!pairs.Any(p => p.ValueSpan.Contains(hole)))
            {
                return KeyState.Unknown;
            }
        }

        return KeyState.Open;
    }
}
