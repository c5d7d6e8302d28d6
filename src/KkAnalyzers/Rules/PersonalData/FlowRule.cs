using System.Collections.Immutable;
using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>
/// A rule about one kind of place where personal data leave the hands of the program. All of them share one walk; a rule is a
/// list of sinks and what the catalogue says.
/// </summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Sinks">Where the data end.</param>
/// <param name="Use">What that is in the inventory: <c>stored</c>, <c>logged</c> …</param>
/// <param name="Least">How sure a name must be when the user does not say.</param>
internal sealed record FlowRule(DiagnosticDescriptor Descriptor, KkList Sinks, string Use, Sureness Least)
{
    /// <summary>All rules of the family.</summary>
    public static readonly ImmutableArray<FlowRule> All = ImmutableArray.Create(
        new FlowRule(RuleCatalog.KK4301, FlowLists.Storage, "stored", Sureness.High),
        new FlowRule(RuleCatalog.KK4304, FlowLists.Logs, "logged", Sureness.Named),
        new FlowRule(RuleCatalog.KK4305, FlowLists.Urls, "url", Sureness.Named),
        new FlowRule(RuleCatalog.KK4306, FlowLists.ThirdParties, "sent", Sureness.Named),
        new FlowRule(RuleCatalog.KK4307, FlowLists.Errors, "exception", Sureness.Named),
        new FlowRule(RuleCatalog.KK4308, FlowLists.Screens, "shown", Sureness.Named),
        new FlowRule(RuleCatalog.KK4310, FlowLists.Browser, "browser", Sureness.Named));

    /// <summary>How sure a name must be in this compilation.</summary>
    public Sureness Threshold(KkOptions options) => options.Raw(Descriptor.Id, "confidence")?.ToLowerInvariant() switch
    {
        "review" => Sureness.Review,
        "low" => Sureness.Low,
        "named" => Sureness.Named,
        "high" => Sureness.High,
        _ => Least,
    };
}
