using System.Text.RegularExpressions;

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
    /// <summary>Stands for a part of which nothing is known.</summary>
    public const string Unknown = "\u0001";

    /// <summary>Stands for a part that is a path.</summary>
    public const string Path = "\u0002";

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    private static readonly Regex Key = new(@"(?:^|;)\s*(?:password|pwd|hexpassword)\s*=\s*(?!null\b)[^;\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    private static readonly Regex Memory = new(@":memory:|:temp:|mode\s*=\s*memory", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

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
        if (Key.IsMatch(text))
        {
            return KeyState.Keyed;
        }

        if (Memory.IsMatch(text) || text.Length == 0)
        {
            return KeyState.NotKept;
        }

        foreach (var part in text.Split(';'))
        {
            // An unknown value of a known name is a file; an unknown part may be anything, also a password.
            var equals = part.IndexOf('=');
            if ((equals < 0 ? part : part.Substring(0, equals)).Contains(Unknown))
            {
                return KeyState.Unknown;
            }
        }

        return KeyState.Open;
    }
}
