using System.Globalization;
using System.Text.Json;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Reads a JSON file that a person wrote: what cannot be read becomes a KK9002 with file, line and column and has no effect; the
/// rest counts.
/// </summary>
internal abstract class PositionedReader(string path)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 64;

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>As it is named in problems.</summary>
    protected string FilePath { get; } = path;

    /// <summary>What is the matter, in the order of the file.</summary>
    protected List<ReportMessage> Problems { get; } = [];

    /// <summary>The file as far as it is JSON, and its bytes; nothing when there is nothing to read.</summary>
    protected (PositionedJson? Root, byte[] Bytes)? Load()
    {
        try
        {
            var file = new FileInfo(FilePath);
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

            var bytes = File.ReadAllBytes(FilePath);
            var (root, error) = PositionedJson.Parse(bytes, MaxDepth);
            if (error is { } at)
                Problem(at.Line, at.Column, "KK9002", "declaration.syntax", MaxDepth);
            return (root, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Problem(null, "declaration.unreadable");
            return null;
        }
    }

    /// <summary>Walks an object; <paramref name="read"/> says whether it knows the key. The first of two equal keys counts.</summary>
    protected void Object(PositionedJson node, string name, Func<string, PositionedJson, bool> read)
    {
        if (!IsObject(node, name))
            return;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, line, column, value) in node.Members)
        {
            if (!seen.Add(key))
                Problem(line, column, "KK9002", "declaration.duplicate-key", key);
            else if (!read(key, value))
                Problem(line, column, "KK9002", "declaration.unknown-key", key, name);
        }
    }

    protected bool IsObject(PositionedJson node, string name) => Is(node, name, JsonTokenType.StartObject, "type.object");

    protected bool IsList(PositionedJson node, string name) => Is(node, name, JsonTokenType.StartArray, "type.list");

    protected bool Is(PositionedJson node, string name, JsonTokenType kind, string expected)
    {
        if (node.Kind == kind)
            return true;
        Problem(node, "declaration.wrong-type", name, Texts.Get(expected));
        return false;
    }

    protected string? Text(PositionedJson node, string name) => Is(node, name, JsonTokenType.String, "type.text") ? node.Text : null;

    protected IReadOnlyList<string> List(PositionedJson node, string name) =>
        IsList(node, name) ? [.. node.Items.Select(i => Text(i, name)).OfType<string>()] : [];

    protected bool? Flag(PositionedJson node, string name)
    {
        if (node.Kind is JsonTokenType.True or JsonTokenType.False)
            return node.Kind == JsonTokenType.True;
        Problem(node, "declaration.wrong-type", name, Texts.Get("type.bool"));
        return null;
    }

    protected int? Age(PositionedJson node, string name)
    {
        if (node.Kind == JsonTokenType.Number && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 150)
            return age;
        Problem(node, "declaration.wrong-type", name, Texts.Get("type.age"));
        return null;
    }

    protected string? Choice(PositionedJson node, string name, params string[] values)
    {
        if (Text(node, name) is not { } text)
            return null;
        if (values.Contains(text))
            return text;
        Problem(node, "declaration.bad-value", text, name, string.Join(", ", values));
        return null;
    }

    protected IReadOnlyList<string>? Choices(PositionedJson node, string name, params string[] values) =>
        IsList(node, name) ? [.. node.Items.Select(i => Choice(i, name, values)).OfType<string>()] : null;

    protected string? Date(PositionedJson node, string name)
    {
        if (Text(node, name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return text;
        Problem(node, "declaration.bad-date", text, name);
        return null;
    }

    protected string? Digest(PositionedJson node, string name)
    {
        if (Text(node, name) is not { } text)
            return null;
        if (text.Length == 64 && text.All(char.IsAsciiHexDigit))
            return text.ToLowerInvariant();
        Problem(node, "declaration.bad-sha256", text);
        return null;
    }

    protected string? Link(PositionedJson node, string name)
    {
        if (Text(node, name) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            return text;
        Problem(node, "declaration.bad-link", text, name);
        return null;
    }

    protected void Problem(PositionedJson? node, string key, params object[] args) =>
        Problem(node?.Line ?? 0, node?.Column ?? 0, "KK9002", key, args);

    protected void Problem(int line, int column, string code, string key, params object[] args) =>
        Problems.Add(new ReportMessage(code, "warning", FilePath, line, column, Texts.Format(key, args)));
}
