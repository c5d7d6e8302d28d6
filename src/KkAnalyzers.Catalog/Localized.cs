namespace KkAnalyzers.Catalog;

/// <summary>One text in the three languages of the product. All three are always present.</summary>
/// <param name="En">English, the neutral language.</param>
/// <param name="Nl">Dutch as written in Flanders.</param>
/// <param name="Fr">French as written in Belgium.</param>
public sealed record Localized(string En, string Nl, string Fr)
{
    /// <summary>The languages in the order in which the project lists them.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "nl", "fr"];

    /// <summary>The text in <paramref name="language"/> ("en", "nl" or "fr"; anything else gives English).</summary>
    public string this[string language] => language switch { "nl" => Nl, "fr" => Fr, _ => En };
}
