namespace KkAnalyzers.Connections;

/// <summary>What a setting does to the protection of a connection.</summary>
internal enum TlsProblem
{
    /// <summary>No encryption.</summary>
    Off,

    /// <summary>Encryption when the server offers it, clear text when somebody in between says that it does not.</summary>
    Optional,

    /// <summary>Encryption with whoever answers.</summary>
    Unchecked,
}

/// <summary>
/// The settings of connection strings that decide on TLS. Names and values from the reference pages of Microsoft.Data.SqlClient, OLE DB and ODBC for
/// SQL Server, Npgsql, libpq, MySqlConnector, Connector/NET, StackExchange.Redis, MongoDB and Azure Storage.
/// </summary>
internal static class TlsSettings
{
    /// <summary>What is wrong with a setting and the value that is right; null when nothing is.</summary>
    /// <param name="name">The key in the form of <see cref="ConnectionPair.Name"/>.</param>
    /// <param name="value">The value.</param>
    /// <param name="isUrl">The setting stands in a URL, where libpq's words hold.</param>
    public static (TlsProblem Problem, string Safe)? Judge(string name, string value, bool isUrl = false)
    {
        switch (name)
        {
            case "encrypt" when value.Equals("optional", StringComparison.OrdinalIgnoreCase):
                return (TlsProblem.Off, Like(value, "Mandatory"));
            case "encrypt" or "useencryptionfordata" or "ssl" or "usessl" or "tls" or "usetls" when IsNo(value):
                return (TlsProblem.Off, Opposite(value));
            case "trustservercertificate" or "tlsinsecure" or "tlsallowinvalidcertificates" or "tlsallowinvalidhostnames" when IsYes(value):
                return (TlsProblem.Unchecked, Opposite(value));
            case "sslverifycertificate" when IsNo(value):
                return (TlsProblem.Unchecked, Opposite(value));
            case "sslmode":
                return value.ToLowerInvariant() switch
                {
                    "disable" or "disabled" or "none" or "allow" => (TlsProblem.Off, isUrl ? "verify-full" : "VerifyFull"),
                    "prefer" or "preferred" => (TlsProblem.Optional, isUrl ? "verify-full" : "VerifyFull"),
                    _ => null,
                };
            case "defaultendpointsprotocol" when value.Equals("http", StringComparison.OrdinalIgnoreCase):
                return (TlsProblem.Off, "https");
            default:
                return null;
        }
    }

    private static bool IsNo(string value) => value.ToLowerInvariant() is "false" or "no" or "0" or "off";

    private static bool IsYes(string value) => value.ToLowerInvariant() is "true" or "yes" or "1" or "on";

    private static string Opposite(string value) => Like(value, value.ToLowerInvariant() switch
    {
        "false" => "True",
        "true" => "False",
        "no" => "Yes",
        "yes" => "No",
        "off" => "On",
        "on" => "Off",
        "0" => "1",
        _ => "0",
    });

    private static string Like(string value, string replacement) =>
        value == value.ToLowerInvariant() ? replacement.ToLowerInvariant() : value == value.ToUpperInvariant() ? replacement.ToUpperInvariant() : replacement;
}
