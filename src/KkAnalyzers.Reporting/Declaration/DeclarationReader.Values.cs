using System.Globalization;
using System.Text.Json;

namespace KkAnalyzers.Reporting;

/// <summary>Single values, and what a problem with one says.</summary>
internal sealed partial class DeclarationReader
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>What each key of an object does to its data.</summary>
    private sealed class Keys<T>() : Dictionary<string, Func<T, Value, T>>(StringComparer.Ordinal);

    /// <param name="Node">The value.</param>
    /// <param name="Name">Its key, for messages.</param>
    /// <param name="Path">Its keys from the root, with dots: <c>context.ai</c>.</param>
    private readonly record struct Value(PositionedJson Node, string Name, string Path);

    /// <summary>Walks an object. The first of two equal keys counts.</summary>
    private T Object<T>(Value value, T data, Keys<T> keys)
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
                _places.TryAdd(path, (node.Line, node.Column));
                data = read(data, new Value(node, key, path));
            }
            else
            {
                Problem(line, column, "KK9002", "declaration.unknown-key", key, value.Name);
            }
        }

        return data;
    }

    /// <summary>The items of a list that could be read.</summary>
    private IReadOnlyList<T> Items<T>(Value value, Func<Value, T?> read)
        where T : class => IsList(value) ? [.. value.Node.Items.Select(i => read(value with { Node = i })).OfType<T>()] : [];

    /// <summary>False, with a message, when a part that is needed is empty or not there.</summary>
    private bool Complete(Value value, params (string Key, string? Text)[] needed)
    {
        var missing = needed.Where(n => string.IsNullOrWhiteSpace(n.Text)).Select(n => $"'{n.Key}'").ToArray();
        // A value that is no object at all was named already.
        if (missing.Length > 0 && value.Node.Kind == JsonTokenType.StartObject)
            Problem(value.Node, "declaration.incomplete", value.Name, string.Join(", ", missing));
        return missing.Length == 0;
    }

    private bool IsObject(Value value) => Is(value, JsonTokenType.StartObject, "type.object");

    private bool IsList(Value value) => Is(value, JsonTokenType.StartArray, "type.list");

    private bool Is(Value value, JsonTokenType kind, string expected) => value.Node.Kind == kind || Wrong(value, expected);

    private bool Wrong(Value value, string expected)
    {
        Problem(value.Node, "declaration.wrong-type", value.Name, Texts.Get(expected));
        return false;
    }

    /// <summary>A text. Control characters other than tabs and line ends have no business in it.</summary>
    private string? Text(Value value)
    {
        if (!Is(value, JsonTokenType.String, "type.text"))
            return null;
        var text = value.Node.Text!;
        if (!text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
            return text;
        Problem(value.Node, "declaration.control", value.Name);
        return null;
    }

    private IReadOnlyList<string> TextList(Value value) => Items(value, Text);

    private bool? Flag(Value value)
    {
        if (value.Node.Kind is JsonTokenType.True or JsonTokenType.False)
            return value.Node.Kind == JsonTokenType.True;
        Wrong(value, "type.bool");
        return null;
    }

    private int? Age(Value value) => Number(value, 0, 150, "type.age");

    private int? LineNumber(Value value) => Number(value, 1, int.MaxValue, "type.line");

    private int? Number(Value value, int least, int most, string expected)
    {
        if (value.Node.Kind == JsonTokenType.Number && int.TryParse(value.Node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(value, expected);
        return null;
    }

    private string? Choice(Value value, params string[] values)
    {
        if (Text(value) is not { } text)
            return null;
        if (values.Contains(text))
            return text;
        Problem(value.Node, "declaration.bad-value", text, value.Name, string.Join(", ", values));
        return null;
    }

    private IReadOnlyList<string>? Choices(Value value, params string[] values) => IsList(value) ? Items(value, i => Choice(i, values)) : null;

    private string? Date(Value value) => Checked(
        value, t => DateOnly.TryParseExact(t, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _), t => Problem(value.Node, "declaration.bad-date", t, value.Name));

    private string? Digest(Value value) => Checked(
        value, t => t.Length == 64 && t.All(char.IsAsciiHexDigit), t => Problem(value.Node, "declaration.bad-sha256", t))?.ToLowerInvariant();

    private string? Link(Value value) => Checked(
        value, t => Uri.TryCreate(t, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http", t => Problem(value.Node, "declaration.bad-link", t, value.Name));

    private string? Checked(Value value, Func<string, bool> isGood, Action<string> complain)
    {
        if (Text(value) is not { } text)
            return null;
        if (isGood(text))
            return text;
        complain(text);
        return null;
    }

    private void Problem(PositionedJson? node, string key, params object[] args) =>
        Problem(node?.Line ?? 0, node?.Column ?? 0, "KK9002", key, args);

    private void Problem(int line, int column, string code, string key, params object[] args) =>
        _problems.Add(new ReportMessage(code, "warning", _path, line, column, Texts.Format(key, args)));
}
