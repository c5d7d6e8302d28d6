using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>Which tool with which set of rules says what a report says.</summary>
/// <param name="Name">Name of the product.</param>
/// <param name="Version">Its version.</param>
/// <param name="Rules">Number of rules that look at products.</param>
/// <param name="RuleSetSha256">SHA-256 over criteria, rules and texts of the catalogue.</param>
public sealed record ToolInfo(string Name, string Version, int Rules, string RuleSetSha256)
{
    /// <summary>The tool that runs now.</summary>
    public static ToolInfo Current { get; } = new(
        Catalogue.Instance.Header.Product,
        (typeof(ToolInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0],
        Catalogue.Instance.Rules.Count(IsProductRule),
        CatalogueDigest());

    /// <summary>True for a rule about the product; false for what the tool says about itself (KK9xxx).</summary>
    internal static bool IsProductRule(Rule rule) => rule.Category != "Tool";

    private static string CatalogueDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assembly = typeof(Catalogue).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }
}
