using System.Text.Json;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Reads <c>kk.policy.json</c>. A gate that was misread would be open where somebody meant it to be closed, so one problem is
/// enough to refuse the file.
/// </summary>
internal sealed class GatePolicyReader : PositionedReader
{
    private static readonly Dictionary<string, State> StatesByName = Enum.GetValues<State>().ToDictionary(Words.Name, StringComparer.Ordinal);

    private GatePolicyReader(string path)
        : base(path)
    {
    }

    /// <summary>Reads a policy.</summary>
    /// <returns>Null when there is a problem; each with line and column.</returns>
    public static (GatePolicy? Policy, IReadOnlyList<ReportMessage> Problems) Read(string path)
    {
        var reader = new GatePolicyReader(path);
        var policy = reader.Load() is ({ } root, _, _)
            ? reader.Object(new Value(root, "kk.policy.json", ""), new GatePolicy(), new()
            {
                ["$schema"] = reader.Schema,
                ["states"] = (d, v) => d with { States = reader.States(v) },
                ["expected"] = (d, v) => d with { Expected = reader.States(v) },
                ["themes"] = (d, v) => d with { Themes = reader.ByName(v, "policy.unknown-theme", id => Catalogue.Instance.Criteria.Any(c => GatePolicy.Theme(c.Id) == id)) },
                ["criteria"] = (d, v) => d with { Criteria = reader.ByName(v, "policy.unknown-criterion", id => Catalogue.Instance.Criteria.Any(c => c.Id == id && c.Checkable)) },
                ["severities"] = (d, v) => d with { Severities = [.. (reader.Choices(v, "error", "warning", "note") ?? []).Distinct()] },
                ["newOnly"] = (d, v) => d with { NewOnly = reader.Flag(v) ?? d.NewOnly },
                ["requireComplete"] = (d, v) => d with { RequireComplete = reader.Flag(v) ?? d.RequireComplete },
                ["maximum"] = (d, v) => d with { Maximum = reader.Maximum(v) },
            })
            : null;
        return (reader.Problems.Count == 0 ? policy : null, [.. reader.Problems.Select(p => p with { Severity = "error" })]);
    }

    private State[] States(Value value) => [.. (Choices(value, [.. StatesByName.Keys]) ?? []).Distinct().Select(n => StatesByName[n])];

    private Dictionary<string, int> Maximum(Value value)
    {
        var keys = new Keys<Dictionary<string, int>>();
        foreach (var name in GatePolicy.Counts.Keys)
        {
            keys[name] = (d, v) =>
            {
                if (Number(v, 0, int.MaxValue, "type.count") is { } number)
                    d[name] = number;
                return d;
            };
        }

        return Object(value, new Dictionary<string, int>(StringComparer.Ordinal), keys);
    }

    private Dictionary<string, IReadOnlyList<State>> ByName(Value value, string unknown, Func<string, bool> exists)
    {
        var states = new Dictionary<string, IReadOnlyList<State>>(StringComparer.Ordinal);
        if (!Is(value, JsonTokenType.StartObject, "type.object"))
            return states;

        foreach (var (name, line, column, node) in value.Node.Members)
        {
            if (!exists(name))
                Problem(line, column, "KK9002", unknown, name);
            else if (!states.TryAdd(name, States(value with { Node = node, Name = name })))
                Problem(line, column, "KK9002", "declaration.duplicate-key", name);
        }

        return states;
    }
}
