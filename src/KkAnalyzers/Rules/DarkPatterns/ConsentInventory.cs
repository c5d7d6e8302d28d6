using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>
/// The rows of the report about members that hold consent: which there are, what they start as, and where that is written.
/// Nothing is gathered where no report is made.
/// </summary>
internal sealed class ConsentInventory(KkContext context, DiagnosticDescriptor rule)
{
    /// <summary>Where a default is written.</summary>
    public const string Initializer = "initializer", Constructor = "constructor", Parameter = "parameter", Attribute = "attribute",
        Database = "database", Migration = "migration", Seed = "seed", Configuration = "configuration", Markup = "markup";

    /// <summary>The default of a member that writes none.</summary>
    public const string None = "none";

    private readonly bool _records = context.Options.RecordInspection;

    public Inspection Inspection { get; } = context.Inspection(rule);

    /// <summary>False where no report is made, so that nothing need be put together for a row.</summary>
    public bool IsWanted => _records;

    /// <param name="place">Where the default is written.</param>
    /// <param name="owner">The type or table; may be empty.</param>
    /// <param name="member">The member, column or key.</param>
    /// <param name="reading">What it says.</param>
    /// <param name="value">The default as the source has it.</param>
    /// <param name="where">One of the constants.</param>
    /// <param name="finding">Id of the rule that reports it; empty when none does.</param>
    public void Row(Location place, string? owner, string member, ConsentReading reading, string value, string where, string finding)
    {
        if (_records)
        {
            Inspection.Row(
                "consent-members",
                place,
                ("member", string.IsNullOrEmpty(owner) ? member : owner + "." + member),
                ("subject", ConsentSubjects.Text(reading.Subject)),
                ("polarity", reading.Polarity switch
                {
                    ConsentPolarity.Given => "given",
                    ConsentPolarity.Refused => "refused",
                    ConsentPolarity.Rule => "rule",
                    _ => "way-out",
                }),
                ("default", value),
                ("where", where),
                ("finding", finding));
        }
    }
}
