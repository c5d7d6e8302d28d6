using System.Globalization;
using System.Text.Json;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Reads <c>kk.policy.json</c>. A gate that was misread would be open where somebody meant it to be closed, so one problem is
/// enough to refuse the file.
/// </summary>
public sealed class GatePolicyReader
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 16;

    private readonly string _path;
    private readonly List<ReportMessage> _problems = [];

    private GatePolicyReader(string path) => _path = path;

    /// <summary>Reads a policy.</summary>
    /// <returns>Null when there is a problem; each with line and column.</returns>
    /// <exception cref="UnreadableFileException">The file cannot be read at all.</exception>
    public static (GatePolicy? Policy, IReadOnlyList<ReportMessage> Problems) Read(string path)
    {
        var reader = new GatePolicyReader(path);
        var policy = reader.Read();
        return (reader._problems.Count == 0 ? policy : null, reader._problems);
    }

    private GatePolicy Read()
    {
        using var stream = JsonFile.Open(_path);
        if (stream.Length > MaxBytes)
            throw new UnreadableFileException(_path, Texts.Format("file.too-big", MaxBytes / 1024 / 1024));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        var (root, error) = PositionedJson.Parse(bytes, MaxDepth);
        var policy = new GatePolicy();
        if (error is { } at || root is null)
        {
            var (line, column) = error ?? (1, 1);
            Problem(line, column, "policy.syntax", MaxDepth);
            return policy;
        }

        Object(root, "kk.policy.json", (name, value, place) =>
        {
            switch (name)
            {
                case "$schema": Text(value, name); return true;
                case "states": policy = policy with { States = States(value, name) }; return true;
                case "expected": policy = policy with { Expected = States(value, name) }; return true;
                case "themes": policy = policy with { Themes = ByName(value, name, "policy.unknown-theme", id => Catalogue.Instance.Criteria.Any(c => GatePolicy.Theme(c.Id) == id)) }; return true;
                case "criteria": policy = policy with { Criteria = ByName(value, name, "policy.unknown-criterion", id => Catalogue.Instance.Criteria.Any(c => c.Id == id && c.Checkable)) }; return true;
                case "severities": policy = policy with { Severities = List(value, name, "error", "warning", "note") }; return true;
                case "newOnly": policy = policy with { NewOnly = Flag(value, name) }; return true;
                case "requireComplete": policy = policy with { RequireComplete = Flag(value, name) }; return true;
                case "maximum": policy = policy with { Maximum = Maximum(value, name) }; return true;
                default: return false;
            }
        });
        return policy;
    }

    private Dictionary<string, int> Maximum(PositionedJson node, string key)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        Object(node, key, (name, value, _) =>
        {
            if (!GatePolicy.Counts.ContainsKey(name))
                return false;
            if (value.Kind == JsonTokenType.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbers[name] = number;
            else
                Problem(value.Line, value.Column, "declaration.wrong-type", name, Texts.Get("type.count"));
            return true;
        });
        return numbers;
    }

    private Dictionary<string, IReadOnlyList<State>> ByName(PositionedJson node, string key, string unknown, Func<string, bool> exists)
    {
        var states = new Dictionary<string, IReadOnlyList<State>>(StringComparer.Ordinal);
        Object(node, key, (name, value, place) =>
        {
            if (exists(name))
                states[name] = States(value, name);
            else
                Problem(place.Line, place.Column, unknown, name);
            return true;
        });
        return states;
    }

    private State[] States(PositionedJson node, string key)
    {
        var names = Enum.GetValues<State>().ToDictionary(Words.Name, StringComparer.Ordinal);
        return [.. List(node, key, [.. names.Keys]).Select(n => names[n])];
    }

    private string[] List(PositionedJson node, string key, params string[] values)
    {
        if (!Is(node, key, JsonTokenType.StartArray, "type.list"))
            return [];

        var read = new List<string>();
        foreach (var item in node.Items)
        {
            if (Text(item, key) is not { } text)
                continue;
            if (values.Contains(text))
                read.Add(text);
            else
                Problem(item.Line, item.Column, "declaration.bad-value", text, key, string.Join(", ", values));
        }

        return [.. read.Distinct()];
    }

    private bool Flag(PositionedJson node, string key)
    {
        if (node.Kind is not (JsonTokenType.True or JsonTokenType.False))
            Problem(node.Line, node.Column, "declaration.wrong-type", key, Texts.Get("type.bool"));
        return node.Kind == JsonTokenType.True;
    }

    private string? Text(PositionedJson node, string key) => Is(node, key, JsonTokenType.String, "type.text") ? node.Text : null;

    private void Object(PositionedJson node, string key, Func<string, PositionedJson, (int Line, int Column), bool> read)
    {
        if (!Is(node, key, JsonTokenType.StartObject, "type.object"))
            return;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, line, column, value) in node.Members)
        {
            if (!seen.Add(name))
                Problem(line, column, "policy.duplicate-key", name);
            else if (!read(name, value, (line, column)))
                Problem(line, column, "declaration.unknown-key", name, key);
        }
    }

    private bool Is(PositionedJson node, string key, JsonTokenType kind, string expected)
    {
        if (node.Kind == kind)
            return true;
        Problem(node.Line, node.Column, "declaration.wrong-type", key, Texts.Get(expected));
        return false;
    }

    private void Problem(int line, int column, string text, params object[] args) =>
        _problems.Add(new ReportMessage("KK9002", "error", _path, line, column, Texts.Format(text, args)));
}
