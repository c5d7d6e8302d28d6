using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>Something in the code that tells about the context of the product.</summary>
/// <param name="Id">health-data, personal-data, minors, sign-in, accepting, contact, ads, ai or vault.</param>
/// <param name="Shows">False for a hint: it is listed, and contradicts nobody.</param>
/// <param name="Count">How often.</param>
/// <param name="Example">One of them, by name, with its place.</param>
internal sealed record ContextSign(string Id, bool Shows, int Count, Localized Example)
{
    /// <summary>"health data: 12, for instance Client.Diagnosis (Data/Client.cs:14)".</summary>
    public Localized Text => Texts.Format("context.sign", Texts.Get("context.sign." + Id), Count, Example);
}

/// <summary>
/// Finds these signs in inventories: in those of one compilation for KK2007, in those of the whole product for the report. What is
/// weak (a word that only may mean personal data) is no sign: a declaration is not contradicted by a guess.
/// </summary>
internal static class ContextSigns
{
    /// <summary>Inventories of packages, by sign of the catalogue's table.</summary>
    public static readonly (string Sign, string Inventory)[] Packages = [("ai", "ai"), ("vault", "vault"), ("sign-in", "sign-in"), ("contact", "contact")];

    /// <summary>The rules whose inventories a sign is found in; a sign of packages alone has none.</summary>
    public static readonly (string Sign, string[] Rules)[] Sources =
    [
        ("health-data", ["KK4301"]), ("personal-data", ["KK4301"]), ("minors", ["KK4301"]), ("sign-in", ["KK4501"]), ("accepting", ["KK4501"]), ("contact", ["KK4501"]),
        ("ads", ["KK4201", "KK4205"]), ("ai", []), ("vault", []),
    ];

    // Keys of the catalogue's texts, as the analyzer writes them.
    private static readonly string[] Protected = ["DecisionRequired", "DecisionInCode"];
    private static readonly string[] ThirdParties = ["third-party-sdks", "external-hosts"];

    /// <summary>All signs in these rows, those that show something first.</summary>
    /// <param name="rows">Rows with their keys, as they stand in fragments.</param>
    public static IReadOnlyList<ContextSign> Of(IEnumerable<InventoryRow> rows) =>
    [
        .. rows.SelectMany(r => Signs(r).Select(s => (Sign: s, Row: r)))
            .GroupBy(s => s.Sign)
            .Select(g => new ContextSign(g.Key.Id, g.Key.Shows, g.Count(), g.Select(s => Name(s.Row)).MinBy(n => n.En, StringComparer.Ordinal)!))
            .OrderByDescending(s => s.Shows).ThenBy(s => s.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Id, bool Shows)> Signs(InventoryRow row)
    {
        switch (row.Inventory)
        {
            case "personalData" when row.Text("confidence") == "high" && row.Text("tier") is not (null or "credential"):
                yield return ("personal-data", true);
                if (row.Text("categoryId") is { } category)
                {
                    if (category.StartsWith("health.", StringComparison.Ordinal))
                        yield return ("health-data", true);
                    else if (category == "minors")
                        yield return ("minors", true);
                }

                break;

            case "endpoints":
                if (Key(row, "decision") is { } decision && Protected.Contains(decision))
                    yield return ("sign-in", true);
                if (Key(row, "accepts") is not null)
                    yield return ("accepting", true);
                if (Key(row, "kind") == "EndpointHub")
                    yield return ("contact", false);
                break;

            case var inventory when ThirdParties.Contains(inventory):
                if (row.Text("category") == "ads")
                    yield return ("ads", true);
                else if (row.Text("category") == "chat")
                    yield return ("contact", false);
                break;

            case var inventory when Packages.FirstOrDefault(p => p.Inventory == inventory).Sign is { } sign && row.Text("package") is not null:
                yield return (sign, Key(row, "weight") == "shows");
                break;
        }
    }

    private static string? Key(InventoryRow row, string column) => row.Keys is { } keys && keys.TryGetValue(column, out var key) ? key : null;

    private static Localized Name(InventoryRow row)
    {
        var name = row.Inventory switch
        {
            "personalData" => Texts.Same($"{row.Text("type")?.Split('.')[^1]}.{row.Text("member")}"),
            "endpoints" => Texts.Same(row.Text("route") ?? row.Text("handler") ?? "?"),
            _ => row.Columns.GetValueOrDefault("sdk") ?? row.Columns.GetValueOrDefault("host") ?? Texts.Same(row.Text("package") ?? "?"),
        };
        var place = row.File is null ? "" : row.Line > 0 ? FormattableString.Invariant($" ({row.File}:{row.Line})") : $" ({row.File})";
        return Texts.Join(place, [name, Texts.Same("")]);
    }
}
