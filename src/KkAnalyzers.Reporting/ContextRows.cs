using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>The context block: what was declared beside what the inventories show.</summary>
internal static class ContextRows
{
    /// <summary>Inventories whose rows are a sign of a declared fact.</summary>
    private static readonly (string Key, string Inventory)[] Signs =
    [
        ("ai", "ai"), ("healthVault", "vault"),
    ];

    public static ContextRow[] Of(ContextData? declared, InventoryRow[] inventories, int personalData, int ads)
    {
        static string? Flag(bool? value) => value switch { true => "yes", false => "no", _ => null };

        (string Key, string? Declared)[] rows =
        [
            ("interactivity", declared?.Interactivity),
            ("risk", declared?.Risk),
            ("vulnerableUsers", declared?.VulnerableUsers is { } users ? users.Count == 0 ? "none" : string.Join(", ", users) : null),
            ("autonomy", declared?.Autonomy),
            ("medicalDevice", Flag(declared?.MedicalDevice)),
            ("ai", Flag(declared?.Ai)),
            ("ads", Flag(declared?.Ads)),
            ("healthVault", Flag(declared?.HealthVault)),
            ("personalData", Flag(declared?.PersonalData)),
            ("signIn", Flag(declared?.SignIn)),
        ];
        return [.. rows.Select(r => new ContextRow(r.Key, r.Declared, r.Key switch
        {
            "personalData" => Detected(r.Key, personalData),
            "ads" => Detected(r.Key, ads),
            _ => Detected(r.Key, inventories),
        }))];
    }

    private static Localized? Detected(string key, InventoryRow[] inventories)
    {
        var name = Signs.FirstOrDefault(s => s.Key == key).Inventory;
        return name is null ? null : Detected(name, inventories.Count(i => i.Inventory == name));
    }

    private static Localized? Detected(string inventory, int count) =>
        count == 0 ? null : Texts.Format("context.detected", count, Texts.Find("inventory." + inventory) ?? Texts.Same(inventory));
}
