using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>A member that says whether a person agrees, and how it starts in one place.</summary>
public sealed record ConsentRow
{
    /// <summary>Type and member, or the key of a setting.</summary>
    public required string Member { get; init; }

    /// <summary>What it is about: newsletter, sharing, location …</summary>
    public Localized? Subject { get; init; }

    /// <summary>What a true means: given, refused, rule (consent is asked for) or way-out (refusing is possible).</summary>
    public string? Polarity { get; init; }

    /// <summary>How it starts, as the source writes it: true, false, null, none …</summary>
    public string? Default { get; init; }

    /// <summary>initializer, constructor, parameter, attribute, database, migration, seed, configuration or markup.</summary>
    public string? Where { get; init; }

    /// <summary>Rule that reports this start; null when none does.</summary>
    public string? Finding { get; init; }

    /// <summary>Path relative to the root.</summary>
    public string? File { get; init; }

    /// <summary>From 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Compilations it was seen in.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];
}

/// <summary>Makes typed rows of the inventory of consent members.</summary>
internal static class ConsentRows
{
    private const string Inventory = "consent-members";

    /// <summary>The rules that write the rows.</summary>
    public static readonly string[] Rules = ["KK3201", "KK3202", "KK3203", "KK3204"];

    /// <summary>The rows, those that are reported first, and what is left of the inventories.</summary>
    public static (ConsentRow[] Rows, InventoryRow[] Others) Of(InventoryRow[] inventories)
    {
        var taken = inventories.Where(i => i.Inventory == Inventory && i.Text("member") is not null).ToArray();
        return taken.Length == 0 ? ([], inventories) : (
            [
                .. taken.Select(Row)
                    .OrderBy(r => r.Finding is null).ThenBy(r => r.Member, StringComparer.Ordinal).ThenBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Line)
                    .ThenBy(r => r.Where, StringComparer.Ordinal).ThenBy(r => r.Default, StringComparer.Ordinal),
            ],
            [.. inventories.Except(taken)]);
    }

    /// <summary>"Consent: 12 members; on before anybody chose: 1; …". Null without any.</summary>
    public static Localized? Sentence(IReadOnlyList<ConsentRow> rows)
    {
        if (rows.Count == 0)
            return null;

        var members = rows.GroupBy(r => r.Member, StringComparer.Ordinal).ToArray();
        return Texts.Format("consent.sentence", members.Length, members.Count(m => m.Any(r => r.Finding is not null)));
    }

    private static ConsentRow Row(InventoryRow row) => new()
    {
        Member = row.Text("member")!,
        Subject = row.Columns.GetValueOrDefault("subject") is { En.Length: > 0 } subject ? subject : null,
        Polarity = row.Text("polarity"),
        Default = row.Text("default"),
        Where = row.Text("where"),
        Finding = row.Text("finding"),
        File = row.File,
        Line = row.Line,
        Projects = row.Projects,
    };
}
