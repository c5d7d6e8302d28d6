using System.Security.Cryptography;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Reads <c>kwaliteitskader.json</c>. What cannot be read becomes a KK9002 with line and column and has no effect; the rest
/// counts. Its keys and values are those of <c>schema/kwaliteitskader.schema.json</c>; a test keeps the two together.
/// One file for each part of the declaration; what reads a single value stands in <c>DeclarationReader.Values.cs</c>.
/// </summary>
internal sealed partial class DeclarationReader
{
    /// <summary>Largest declaration, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 64;

    /// <summary>Name of the file.</summary>
    public const string FileName = "kwaliteitskader.json";

    private readonly string _path;
    private readonly string _folder;
    private readonly List<ReportMessage> _problems = [];
    private readonly Dictionary<string, (int Line, int Column)> _places = new(StringComparer.Ordinal);

    private DeclarationReader(string path)
    {
        _path = path;
        _folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
    }

    /// <param name="path">Full path of the declaration.</param>
    /// <param name="shownPath">The same path as the report shows it.</param>
    /// <returns>Null data when nothing at all could be read. Problems name the full path.</returns>
    public static (DeclarationData? Data, IReadOnlyList<ReportMessage> Problems) Read(string path, string shownPath)
    {
        var reader = new DeclarationReader(path);
        try
        {
            return (reader.Read(shownPath), reader._problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            reader.Problem(null, "declaration.unreadable");
            return (null, reader._problems);
        }
    }

    private DeclarationData? Read(string shownPath)
    {
        var file = new FileInfo(_path);
        if (!file.Exists)
        {
            Problem(null, "declaration.missing");
            return null;
        }

        if (file.Length > MaxBytes)
        {
            Problem(null, "declaration.too-big", MaxBytes / 1024);
            return null;
        }

        var bytes = File.ReadAllBytes(_path);
        var (root, error) = PositionedJson.Parse(bytes, MaxDepth);
        if (error is { } at)
            Problem(at.Line, at.Column, "KK9002", "declaration.syntax", MaxDepth);

        var data = new DeclarationData { File = shownPath, Sha256 = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant(), Places = _places, ReadToTheEnd = error is null };
        return root is null ? data : Object(new Value(root, FileName, ""), data, new()
        {
            ["$schema"] = (d, v) =>
            {
                Text(v);
                return d;
            },
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
