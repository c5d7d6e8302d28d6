using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>A party outside the product that its code or its pages bring in.</summary>
public sealed record ThirdPartyRow
{
    /// <summary>sdk: part of the program; host: an address that a page loads something from.</summary>
    public required string Kind { get; init; }

    /// <summary>The package, assembly, type or host.</summary>
    public required Localized Name { get; init; }

    /// <summary>Who runs it; null when the tracker list does not know.</summary>
    public string? Vendor { get; init; }

    /// <summary>What it does, in the words of the tracker list: ads, analytics … Null when the list does not know.</summary>
    public string? Category { get; init; }

    /// <summary>advertising, undeclared, declared, or other: what no rule asks a declaration for.</summary>
    public required string Status { get; init; }

    /// <summary>Of an SDK: package, assembly, namespace, type or control. Of a host: script, img, iframe, link or inline-script.</summary>
    public string? Surface { get; init; }

    /// <summary>Of an SDK: asked for by the project, or brought by another package.</summary>
    public Localized? Reference { get; init; }

    /// <summary>Declared ground of GDPR art. 6(1).</summary>
    public string? Ground { get; init; }

    /// <summary>Declared purpose.</summary>
    public string? Purpose { get; init; }

    /// <summary>Where it comes in.</summary>
    public IReadOnlyList<SourcePlace> Places { get; init; } = [];

    /// <summary>Compilations it was seen in.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];
}

/// <summary>Makes rows of the two inventories about third parties, and turns what is declared into exceptions.</summary>
internal static class ThirdPartyRows
{
    /// <summary>Inventory, kind, and the rule that asks for a declaration.</summary>
    private static readonly (string Inventory, string Kind, string Rule)[] Kinds = [("third-party-sdks", "sdk", "KK4204"), ("external-hosts", "host", "KK4205")];

    /// <summary>In the order of the report.</summary>
    public static readonly string[] Statuses = ["advertising", "undeclared", "declared", "other"];

    /// <summary>The rules whose silence this section rests on.</summary>
    public static readonly string[] Rules = ["KK4201", "KK4204", "KK4205"];

    /// <summary>The rows, and what is left of the inventories: a row that cannot be read stays there.</summary>
    public static (ThirdPartyRow[] Rows, InventoryRow[] Others) Of(InventoryRow[] inventories)
    {
        var taken = inventories.Where(i => Kind(i) is not null && Name(i) is not null).ToArray();
        return taken.Length == 0 ? ([], inventories) : (
            [
                .. taken.GroupBy(i => (Kind(i)!.Value.Kind, Name(i)!.En, i.Text("vendor"), i.Text("category"), Surface(i), i.Text("ground"), i.Text("purpose")))
                    .Select(g => Row([.. g]))
                    .OrderBy(r => Array.IndexOf(Statuses, r.Status)).ThenBy(r => r.Kind != "sdk").ThenBy(r => r.Vendor, StringComparer.Ordinal)
                    .ThenBy(r => r.Name.En, StringComparer.Ordinal).ThenBy(r => r.Surface, StringComparer.Ordinal).ThenBy(r => r.Ground, StringComparer.Ordinal).ThenBy(r => r.Purpose, StringComparer.Ordinal),
            ],
            [.. inventories.Except(taken)]);
    }

    /// <summary>"Third parties: 7; advertising: 1; trackers without a declaration: 2; …". Null without any.</summary>
    public static Localized? Sentence(IReadOnlyList<ThirdPartyRow> rows) => rows.Count == 0 ? null : Texts.Format(
        "third-parties.sentence",
        rows.Count,
        Texts.Join("; ", Statuses.Select(s => Texts.Format("third-parties.count." + s, rows.Count(r => r.Status == s)))));

    /// <summary>A tracker that the vendor declares with ground and purpose is an accepted exception of the rule that asks for that.</summary>
    public static IEnumerable<RuleException> Declared(IEnumerable<InventoryRow> inventories, IReadOnlyList<string> label) =>
        inventories.Where(i => Kind(i) is not null && Name(i) is not null && Status(i) == "declared").Select(i => new RuleException(
            Kind(i)!.Value.Rule, "declaration", i.Text("purpose"), true, i.File, i.Line,
            Texts.Format("exception.tracker", Name(i)!, i.Text("vendor") ?? Name(i)!.En), label));

    /// <summary>A declaration names a vendor, a package, or a host with its subdomains.</summary>
    public static bool IsNamed(ThirdPartyRow row, string name) =>
        string.Equals(row.Vendor, name, StringComparison.OrdinalIgnoreCase)
        || row.Name.En.Split(' ').Contains(name, StringComparer.OrdinalIgnoreCase)
        || (row.Kind == "host" && row.Name.En.EndsWith("." + name, StringComparison.OrdinalIgnoreCase));

    private static ThirdPartyRow Row(InventoryRow[] same)
    {
        var row = same[0];
        return new ThirdPartyRow
        {
            Kind = Kind(row)!.Value.Kind,
            Name = Name(row)!,
            Vendor = row.Text("vendor"),
            Category = row.Text("category"),
            Status = Status(row),
            Surface = Surface(row),
            Reference = row.Columns.GetValueOrDefault("reference"),
            Ground = row.Text("ground"),
            Purpose = row.Text("purpose"),
            Places = [.. same.Select(r => new SourcePlace(r.File, r.Line)).Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)],
            Projects = [.. same.SelectMany(r => r.Projects).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Advertising stays what it is when it is declared: people can be told about it, and it is advised against all the same.</summary>
    private static string Status(InventoryRow row) => row.Text("category") switch
    {
        null or "consent" => "other",
        "ads" => "advertising",
        _ => row.Text("ground") is not null && row.Text("purpose") is not null ? "declared" : "undeclared",
    };

    private static (string Inventory, string Kind, string Rule)? Kind(InventoryRow row) =>
        Kinds.FirstOrDefault(k => k.Inventory == row.Inventory) is { Kind: not null } kind ? kind : null;

    private static Localized? Name(InventoryRow row) =>
        (row.Columns.GetValueOrDefault("sdk") ?? row.Columns.GetValueOrDefault("host")) is { En.Length: > 0 } name ? name : null;

    private static string? Surface(InventoryRow row) => row.Text("surface") ?? row.Text("element");
}
