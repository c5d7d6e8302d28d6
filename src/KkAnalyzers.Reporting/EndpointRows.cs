using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>One way into the product, and who may take it.</summary>
public sealed record EndpointRow
{
    /// <summary>What it is built with: action, hub, gRPC service …</summary>
    public Localized? Kind { get; init; }

    /// <summary>The route, as far as it is constant.</summary>
    public string? Route { get; init; }

    /// <summary>The code behind it.</summary>
    public string? Handler { get; init; }

    /// <summary>protected, on-purpose, no-data, open or unseen: what the decision comes down to.</summary>
    public required string Access { get; init; }

    /// <summary>Stable name of the decision: required, in-code, key, anonymous, convention, no-data, client, none, overridden, unseen.</summary>
    public required string Decision { get; init; }

    /// <summary>The decision in words.</summary>
    public required Localized DecisionText { get; init; }

    /// <summary>The kind of thing that decides: an attribute, a group, a policy …</summary>
    public Localized? Reason { get; init; }

    /// <summary>What decides, and where that stands.</summary>
    public Localized? By { get; init; }

    /// <summary>Why everyone may enter, as a developer wrote it beside <c>[AllowAnonymous]</c>.</summary>
    public string? Justification { get; init; }

    /// <summary>What it takes in: personal data or not.</summary>
    public Localized? Accepts { get; init; }

    /// <summary>The most sensitive member of what it takes in.</summary>
    public string? AcceptsMember { get; init; }

    /// <summary>What it hands out: personal data or not.</summary>
    public Localized? Returns { get; init; }

    /// <summary>The most sensitive member of what it hands out.</summary>
    public string? ReturnsMember { get; init; }

    /// <summary>Path relative to the root.</summary>
    public string? File { get; init; }

    /// <summary>From 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Compilations it was seen in.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];
}

/// <summary>Makes typed rows of the inventory of endpoints, and says in a sentence what they come down to.</summary>
internal static class EndpointRows
{
    public const string Rule = "KK4501";

    private const string Inventory = "endpoints";

    /// <summary>What the decisions come down to, in the order of the report: what nobody decided about first.</summary>
    public static readonly string[] Groups = ["open", "unseen", "on-purpose", "no-data", "protected"];

    // Keys of the catalogue's texts, as the analyzer writes them into the column `decision`.
    private static readonly Dictionary<string, (string Decision, string Access)> Decisions = new(StringComparer.Ordinal)
    {
        ["DecisionRequired"] = ("required", "protected"),
        ["DecisionInCode"] = ("in-code", "protected"),
        ["DecisionKey"] = ("key", "protected"),
        ["DecisionAnonymous"] = ("anonymous", "on-purpose"),
        ["DecisionConvention"] = ("convention", "on-purpose"),
        ["DecisionNoData"] = ("no-data", "no-data"),
        ["DecisionClient"] = ("client", "no-data"),
        ["DecisionNone"] = ("none", "open"),
        ["DecisionOverridden"] = ("overridden", "open"),
        ["DecisionUnseen"] = ("unseen", "unseen"),
    };

    /// <summary>Keys of decisions, for the test that the analyzer and the report know the same ones.</summary>
    public static IEnumerable<string> DecisionKeys => Decisions.Keys;

    /// <summary>The rows, and what is left of the inventories: a row whose decision is not known stays there.</summary>
    public static (EndpointRow[] Rows, InventoryRow[] Others) Of(InventoryRow[] inventories)
    {
        var taken = inventories.Where(i => i.Inventory == Inventory && Decision(i) is not null).ToArray();
        return taken.Length == 0 ? ([], inventories) : (
            [
                .. taken.Select(Row)
                    .OrderBy(r => Array.IndexOf(Groups, r.Access)).ThenBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Line)
                    .ThenBy(r => r.Route, StringComparer.Ordinal).ThenBy(r => r.Handler, StringComparer.Ordinal),
            ],
            [.. inventories.Except(taken)]);
    }

    /// <summary>
    /// "Endpoints: 34; protected: 30 (by attribute: 28, by group: 2); open on purpose: 3; without a decision: 1." Null without
    /// endpoints.
    /// </summary>
    public static Localized? Sentence(IReadOnlyList<EndpointRow> rows)
    {
        if (rows.Count == 0)
            return null;

        Localized Part(string group)
        {
            var part = Texts.Format("endpoints.count." + group, rows.Count(r => r.Access == group));
            var how = rows.Where(r => r.Access == group).GroupBy(r => r.Reason ?? r.DecisionText).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.En, StringComparer.Ordinal).ToArray();
            return group is not "protected" || how.Length == 0
                ? part
                : Texts.Format("endpoints.count.how", part, Texts.Join(", ", how.Select(h => Texts.Format("endpoints.count.by", h.Key, h.Count()))));
        }

        // Always said, also when there are none: protected, open on purpose, without a decision.
        var groups = new[] { "protected", "on-purpose", "no-data", "open", "unseen" }
            .Where(g => g is not ("no-data" or "unseen") || rows.Any(r => r.Access == g));
        return Texts.Format("endpoints.sentence", rows.Count, Texts.Join("; ", groups.Select(Part)));
    }

    private static EndpointRow Row(InventoryRow row)
    {
        var (decision, access) = Decision(row)!.Value;
        return new EndpointRow
        {
            Kind = Text(row, "kind"),
            Route = Text(row, "route")?.En,
            Handler = Text(row, "handler")?.En,
            Decision = decision,
            Access = access,
            DecisionText = row.Columns["decision"],
            Reason = Text(row, "reason"),
            By = Text(row, "by"),
            Justification = Text(row, "justification")?.En,
            Accepts = Text(row, "accepts"),
            AcceptsMember = Text(row, "acceptsMember")?.En,
            Returns = Text(row, "returns"),
            ReturnsMember = Text(row, "returnsMember")?.En,
            File = row.File,
            Line = row.Line,
            Projects = row.Projects,
        };
    }

    private static (string Decision, string Access)? Decision(InventoryRow row) =>
        row.Keys is { } keys && keys.TryGetValue("decision", out var key) && Decisions.TryGetValue(key, out var known) ? known : null;

    private static Localized? Text(InventoryRow row, string column) =>
        row.Columns.TryGetValue(column, out var value) && value.En.Length > 0 ? value : null;
}
