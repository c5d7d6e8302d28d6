using System.Security.Cryptography;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Reads <c>kwaliteitskader.json</c>. What cannot be read becomes a KK9002 with line and column and has no effect; the rest
/// counts. Its keys and values are those of <c>schema/kwaliteitskader.schema.json</c>; a test keeps the two together.
/// One file for each part of the declaration.
/// </summary>
internal sealed partial class DeclarationReader : PositionedReader
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "kwaliteitskader.json";

    private readonly string _folder;

    private DeclarationReader(string path)
        : base(path) => _folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";

    /// <param name="path">Full path of the declaration.</param>
    /// <param name="shownPath">The same path as the report shows it.</param>
    /// <returns>Null data when nothing at all could be read. Problems name the full path.</returns>
    public static (DeclarationData? Data, IReadOnlyList<ReportMessage> Problems) Read(string path, string shownPath)
    {
        var reader = new DeclarationReader(path);
        return (reader.Read(shownPath), reader.Problems);
    }

    private DeclarationData? Read(string shownPath)
    {
        if (Load() is not var (root, bytes, toTheEnd))
            return null;

        var data = new DeclarationData { File = shownPath, Sha256 = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant(), Places = Places, ReadToTheEnd = toTheEnd };
        return root is null ? data : Object(new Value(root, FileName, ""), data, new()
        {
            ["$schema"] = Schema,
            ["statement"] = (d, v) => d with { Statement = Statement(v) },
            ["product"] = (d, v) => d with { Product = Product(v) },
            ["intendedUse"] = (d, v) => d with { IntendedUse = IntendedUse(v) },
            ["context"] = (d, v) => d with { Context = Context(v) },
            ["profile"] = (d, v) => d with { Profile = Profile(v) },
            ["outOfScope"] = (d, v) => d with { OutOfScope = Items(v, OutOfScope) },
            ["criteria"] = (d, v) => d with { Criteria = Criteria(v) },
            ["exceptions"] = (d, v) => d with { Exceptions = Items(v, Exception) },
            ["trackers"] = (d, v) => d with { Trackers = Items(v, Tracker) },
            ["aiSystems"] = (d, v) => d with { AiSystems = Items(v, AiSystem) },
            ["thirdParties"] = (d, v) => d with { ThirdParties = Items(v, ThirdParty) },
        });
    }
}
