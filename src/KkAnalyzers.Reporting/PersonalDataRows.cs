using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// One kind of personal data in the product: a member of a type, a type as a whole, or a value that only a name tells about.
/// Together the draft of a record of processing (GDPR art. 30), as far as code shows it.
/// </summary>
public sealed record PersonalDataRow
{
    /// <summary>Full name of the type; null for a value that only the name of a variable, parameter or key tells about.</summary>
    public string? Type { get; init; }

    /// <summary>Name of the member, or that other name; null for an object as a whole.</summary>
    public string? Member { get; init; }

    /// <summary>Stable name of the category: <c>health.diagnosis</c>. Null when no rule said it.</summary>
    public string? CategoryId { get; init; }

    /// <summary>The category in words.</summary>
    public Localized? Category { get; init; }

    /// <summary>ordinary, directIdentifier, sensitive or credential: how much harm a leak does.</summary>
    public string? Tier { get; init; }

    /// <summary>high, or low for a weak word on a type that describes a person. Null for what is known by its uses only.</summary>
    public string? Confidence { get; init; }

    /// <summary>Why it counts as personal data.</summary>
    public Localized? Reason { get; init; }

    /// <summary>Its name says that the value is hashed, masked or pseudonymised.</summary>
    public bool? Pseudonymised { get; init; }

    /// <summary>Where it is declared.</summary>
    public IReadOnlyList<SourcePlace> Declared { get; init; } = [];

    /// <summary>Compilations it was seen in.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>Where it was seen to go.</summary>
    public IReadOnlyList<PersonalDataUse> Uses { get; init; } = [];
}

/// <summary>A datum reaches a sink.</summary>
/// <param name="Use">stored, column, browser, logged, exception, sent, url or shown.</param>
/// <param name="Sink">What takes it: <c>File.WriteAllText</c>.</param>
/// <param name="Protected">It was encrypted, hashed or masked on its way.</param>
/// <param name="Places">Where.</param>
public sealed record PersonalDataUse(string Use, string Sink, bool Protected, IReadOnlyList<SourcePlace> Places);

/// <param name="File">Path relative to the root.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
public sealed record SourcePlace(string? File, int Line);

/// <summary>Numbers about personal data, for a sentence.</summary>
/// <param name="Types">Types with at least one row.</param>
/// <param name="Members">Members of these types.</param>
/// <param name="Sensitive">Members of the tier sensitive.</param>
/// <param name="Names">Values that only a name tells about.</param>
/// <param name="Uses">Uses, each place counted.</param>
/// <param name="Unprotected">Of these: without protection.</param>
internal readonly record struct PersonalDataCounts(int Types, int Members, int Sensitive, int Names, int Uses, int Unprotected)
{
    public static PersonalDataCounts Of(IEnumerable<PersonalDataRow> rows)
    {
        var all = rows.ToArray();
        var members = all.Where(r => r is { Type: not null, Member: not null }).ToArray();
        return new PersonalDataCounts(
            all.Select(r => r.Type).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            members.Length,
            members.Count(r => r.Tier == "sensitive"),
            all.Count(r => r.Type is null),
            all.Sum(r => r.Uses.Sum(u => u.Places.Count)),
            all.Sum(r => r.Uses.Where(u => !u.Protected).Sum(u => u.Places.Count)));
    }
}

/// <summary>Makes rows per member of the two inventories that rules record: members, and uses.</summary>
internal static class PersonalDataRows
{
    private const string Members = "personalData";
    private const string Uses = "personalDataUses";

    /// <summary>The member of a row about an object as a whole.</summary>
    private const string Whole = "*";

    // From less to more harm.
    private static readonly string[] Tiers = ["ordinary", "directIdentifier", "sensitive", "credential"];

    /// <summary>Every use, in the order of the report's columns, with the rule that sees it.</summary>
    public static readonly (string Use, string Rule)[] Kinds =
    [
        ("stored", "KK4301"), ("column", "KK4302"), ("browser", "KK4310"), ("logged", "KK4304"), ("exception", "KK4307"),
        ("sent", "KK4306"), ("url", "KK4305"), ("shown", "KK4308"),
    ];

    /// <summary>True when in some compilation a rule looked for one of these uses, so that not to see any says something.</summary>
    public static bool Looked(Report report, IReadOnlyCollection<string> uses) => report.Rules.Any(r =>
        Kinds.Any(k => k.Rule == r.Id && uses.Contains(k.Use)) && r.Projects.Any(p => p.Outcome.State != State.NotEvaluated));

    /// <summary>The rows, and what is left of the inventories: a row that cannot be read stays there, where a reader still finds it.</summary>
    public static (PersonalDataRow[] Rows, InventoryRow[] Others) Of(InventoryRow[] inventories)
    {
        var taken = inventories.Where(i => i.Inventory switch
        {
            Members => i.Text("type") is not null && i.Text("member") is not null,
            Uses => i.Text("member") is { } member && (member != Whole || i.Text("type") is not null) && i.Text("sink") is not null && Kinds.Any(k => k.Use == i.Text("use")),
            _ => false,
        }).ToArray();
        if (taken.Length == 0)
            return ([], inventories);

        var rows = taken
            .GroupBy(i => (Type: i.Text("type"), Member: i.Text("member") is var member && member == Whole ? null : member))
            .Select(g => Row(g.Key.Type, g.Key.Member, [.. g]))
            .OrderBy(r => r.Type is null).ThenBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.Member, StringComparer.Ordinal)
            .ToArray();
        return (rows, [.. inventories.Except(taken)]);
    }

    private static PersonalDataRow Row(string? type, string? member, InventoryRow[] rows)
    {
        // Frameworks and projects may differ in their lists: the worst counts. What the member itself says goes before its uses.
        var worst = rows
            .OrderBy(r => r.Inventory != Members)
            .ThenByDescending(r => Array.IndexOf(Tiers, r.Text("tier")))
            .ThenBy(r => r.Text("confidence"), StringComparer.Ordinal)
            .ThenBy(FragmentBuilder.RowKey, StringComparer.Ordinal)
            .First();
        var declared = rows.Where(r => r.Inventory == Members).ToArray();
        return new PersonalDataRow
        {
            Type = type,
            Member = member,
            CategoryId = worst.Text("categoryId"),
            Category = worst.Columns.GetValueOrDefault("category"),
            Tier = Tiers.Contains(worst.Text("tier")) ? worst.Text("tier") : null,
            Confidence = worst.Text("confidence") is "high" or "low" ? worst.Text("confidence") : null,
            Reason = worst.Columns.GetValueOrDefault("reason"),
            Pseudonymised = declared.Length == 0 ? null : declared.All(r => r.Text("pseudonymised") == "yes"),
            Declared = Places(declared),
            Projects = [.. rows.SelectMany(r => r.Projects).Distinct().Order(StringComparer.Ordinal)],
            Uses =
            [
                .. rows.Where(r => r.Inventory == Uses)
                    .GroupBy(r => (Use: r.Text("use")!, Sink: r.Text("sink")!, Protected: r.Text("protected") == "yes"))
                    .OrderBy(g => Array.FindIndex(Kinds, k => k.Use == g.Key.Use)).ThenBy(g => g.Key.Sink, StringComparer.Ordinal).ThenBy(g => g.Key.Protected)
                    .Select(g => new PersonalDataUse(g.Key.Use, g.Key.Sink, g.Key.Protected, Places(g))),
            ],
        };
    }

    private static SourcePlace[] Places(IEnumerable<InventoryRow> rows) =>
        [.. rows.Select(r => new SourcePlace(r.File, r.Line)).Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
}
