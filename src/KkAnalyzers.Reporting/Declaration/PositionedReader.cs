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

    /// <summary>Where each value stands, by its keys from the root with dots.</summary>
    protected Dictionary<string, (int Line, int Column)> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The file as far as it is JSON, its bytes, and whether all of it is JSON; nothing when there is nothing to read.</summary>
    protected (PositionedJson? Root, byte[] Bytes, bool ToTheEnd)? Load()
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
            return (root, bytes, error is null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Problem(null, "declaration.unreadable");
            return null;
        }
    }

    /// <summary>What each key of an object does to its data.</summary>
    protected sealed class Keys<T>() : Dictionary<string, Func<T, Value, T>>(StringComparer.Ordinal);

    /// <param name="Node">The value.</param>
    /// <param name="Name">Its key, for messages.</param>
    /// <param name="Path">Its keys from the root, with dots: <c>context.ai</c>.</param>
    protected readonly record struct Value(PositionedJson Node, string Name, string Path);

    /// <summary>Walks an object. The first of two equal keys counts.</summary>
    protected T Object<T>(Value value, T data, Keys<T> keys)
    {
        if (!IsObject(value))
            return data;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, line, column, node) in value.Node.Members)
        {
            if (!seen.Add(key))
            {
                Problem(line, column, "KK9002", "declaration.duplicate-key", key);
            }
            else if (keys.TryGetValue(key, out var read))
            {
                var path = value.Path.Length == 0 ? key : $"{value.Path}.{key}";
                Places.TryAdd(path, (node.Line, node.Column));
                data = read(data, new Value(node, key, path));
            }
            else
            {
                Problem(line, column, "KK9002", "declaration.unknown-key", key, value.Name);
            }
        }

        return data;
    }

    /// <summary>The key <c>$schema</c> is for editors: it must be a text, and says nothing to us.</summary>
    protected T Schema<T>(T data, Value value)
    {
        Text(value);
        return data;
    }

    /// <summary>The items of a list that could be read.</summary>
    protected IReadOnlyList<T> Items<T>(Value value, Func<Value, T?> read)
        where T : class => IsList(value) ? [.. value.Node.Items.Select(i => read(value with { Node = i })).OfType<T>()] : [];

    /// <summary>False, with a message, when a part that is needed is empty or not there.</summary>
    protected bool Complete(Value value, params (string Key, string? Text)[] needed)
    {
        var missing = needed.Where(n => string.IsNullOrWhiteSpace(n.Text)).Select(n => $"'{n.Key}'").ToArray();
        // A value that is no object at all was named already.
        if (missing.Length > 0 && value.Node.Kind == JsonTokenType.StartObject)
            Problem(value.Node, "declaration.incomplete", value.Name, string.Join(", ", missing));
        return missing.Length == 0;
    }

    protected bool IsObject(Value value) => Is(value, JsonTokenType.StartObject, "type.object");

    protected bool IsList(Value value) => Is(value, JsonTokenType.StartArray, "type.list");

    protected bool Is(Value value, JsonTokenType kind, string expected) => value.Node.Kind == kind || Wrong(value, expected);

    protected bool Wrong(Value value, string expected)
    {
        Problem(value.Node, "declaration.wrong-type", value.Name, Texts.Get(expected));
        return false;
    }

    /// <summary>A text. Control characters other than tabs and line ends have no business in it.</summary>
    protected string? Text(Value value)
    {
        if (!Is(value, JsonTokenType.String, "type.text"))
            return null;
        var text = value.Node.Text!;
        if (!text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
            return text;
        Problem(value.Node, "declaration.control", value.Name);
        return null;
    }

    protected IReadOnlyList<string> TextList(Value value) => Items(value, Text);

    protected bool? Flag(Value value)
    {
        if (value.Node.Kind is JsonTokenType.True or JsonTokenType.False)
            return value.Node.Kind == JsonTokenType.True;
        Wrong(value, "type.bool");
        return null;
    }

    protected int? Age(Value value) => Number(value, 0, 150, "type.age");

    protected int? LineNumber(Value value) => Number(value, 1, int.MaxValue, "type.line");

    protected int? Number(Value value, int least, int most, string expected)
    {
        if (value.Node.Kind == JsonTokenType.Number && int.TryParse(value.Node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(value, expected);
        return null;
    }

    protected string? Choice(Value value, params string[] values)
    {
        if (Text(value) is not { } text)
            return null;
        if (values.Contains(text))
            return text;
        Problem(value.Node, "declaration.bad-value", text, value.Name, string.Join(", ", values));
        return null;
    }

    protected IReadOnlyList<string>? Choices(Value value, params string[] values) => IsList(value) ? Items(value, i => Choice(i, values)) : null;

    protected string? Date(Value value) => Checked(
        value, t => DateOnly.TryParseExact(t, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _), t => Problem(value.Node, "declaration.bad-date", t, value.Name));

    protected string? Digest(Value value) => Checked(
        value, t => t.Length == 64 && t.All(char.IsAsciiHexDigit), t => Problem(value.Node, "declaration.bad-sha256", t))?.ToLowerInvariant();

    protected string? Link(Value value) => Checked(
        value, t => Uri.TryCreate(t, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http", t => Problem(value.Node, "declaration.bad-link", t, value.Name));

    protected string? Checked(Value value, Func<string, bool> isGood, Action<string> complain)
    {
        if (Text(value) is not { } text)
            return null;
        if (isGood(text))
            return text;
        complain(text);
        return null;
    }

    protected void Problem(PositionedJson? node, string key, params object[] args) =>
        Problem(node?.Line ?? 0, node?.Column ?? 0, "KK9002", key, args);

    protected void Problem(int line, int column, string code, string key, params object[] args) =>
        Problems.Add(new ReportMessage(code, "warning", FilePath, line, column, Texts.Format(key, args)));
}
