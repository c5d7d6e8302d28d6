using System.Globalization;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>The context block: what was declared beside what the code shows. Neither decides about the other; KK2007 says where they clash.</summary>
internal static class ContextRows
{
    /// <summary>Every key of the context, with the signs that tell about it; none where code cannot tell.</summary>
    private static readonly (string Key, string[] Signs)[] Keys =
    [
        ("interactivity", ["contact", "accepting", "sign-in", "health-data"]),
        ("risk", []),
        ("vulnerableUsers", ["minors"]),
        ("autonomy", []),
        ("medicalDevice", []),
        ("ai", ["ai"]),
        ("ads", ["ads"]),
        ("healthVault", ["vault"]),
        ("personalData", ["personal-data", "health-data"]),
        ("signIn", ["sign-in"]),
    ];

    /// <param name="declaration">The declaration; null without one.</param>
    /// <param name="inventories">All rows of the product, with their keys.</param>
    public static ContextRow[] Of(DeclarationData? declaration, IEnumerable<InventoryRow> inventories)
    {
        var signs = ContextSigns.Of(inventories);
        return [.. Keys.Select(k => new ContextRow(
            k.Key,
            Declared(declaration?.Context, k.Key) is { Length: > 0 } values ? string.Join(", ", values) : null,
            k.Signs.Length == 0 ? Texts.Get("context.cannot-show") : Detected(k.Signs, signs, k.Key == "vulnerableUsers" ? declaration?.IntendedUse?.MinimumAge : null)))];
    }

    /// <summary>The declared values of a key: none when nothing is declared, <c>none</c> for an empty list.</summary>
    public static string[] Declared(ContextData? context, string key)
    {
        static string[] One(string? value) => value is null ? [] : [value];
        static string[] Flag(bool? value) => One(value switch { true => "yes", false => "no", _ => null });

        return context is null ? [] : key switch
        {
            "interactivity" => One(context.Interactivity),
            "risk" => One(context.Risk),
            "vulnerableUsers" => context.VulnerableUsers is { } users ? users.Count == 0 ? ["none"] : [.. users] : [],
            "autonomy" => One(context.Autonomy),
            "medicalDevice" => Flag(context.MedicalDevice),
            "ai" => Flag(context.Ai),
            "ads" => Flag(context.Ads),
            "healthVault" => Flag(context.HealthVault),
            "personalData" => Flag(context.PersonalData),
            "signIn" => Flag(context.SignIn),
            _ => [],
        };
    }

    private static Localized? Detected(string[] ids, IReadOnlyList<ContextSign> signs, int? minimumAge)
    {
        var found = ids.SelectMany(id => signs.Where(s => s.Id == id))
            .Select(s => s.Shows ? s.Text : Texts.Format("context.hint", s.Text)).ToList();
        if (minimumAge is { } age and < 18)
            found.Insert(0, Texts.Format("context.minimum-age", age.ToString(CultureInfo.InvariantCulture)));
        return found.Count == 0 ? null : Texts.Join("; ", found);
    }
}
