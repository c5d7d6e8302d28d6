namespace KkAnalyzers.Infrastructure;

/// <summary>An option as the catalogue declares it: <c>kk.{Rule}.{Name}</c>.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Name">Last part of the key.</param>
/// <param name="Type"><c>bool</c>, <c>list</c> or <c>choice</c>.</param>
/// <param name="Values">The allowed values of a choice, between spaces.</param>
internal sealed record RuleOption(string Rule, string Name, string Type, string Values)
{
    /// <summary>What is wrong with the value, in English; null when it can be used.</summary>
    public string? Complaint(string value) => Type switch
    {
        "bool" when !bool.TryParse(value, out _) => $"'{value}' is neither true nor false",
        "choice" when !Values.Split(' ').Contains(value, StringComparer.OrdinalIgnoreCase) => $"'{value}' is not one of {Values.Replace(" ", ", ")}",
        _ => null,
    };
}
