using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>A line of the inventory of personal data (GDPR art. 30): which member goes where, and whether it is protected there.</summary>
internal static class PersonalDataUse
{
    /// <summary>The type is empty for a value that only a local, a parameter or a key names; the member is <c>*</c> for a whole object.</summary>
    public static void Row(Inspection inspection, string use, string sink, FlowOrigin origin, bool isProtected)
    {
        var member = origin.ByKey ? null : origin.Source switch
        {
            IMemberReferenceOperation reference => reference.Member,
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.Ordinary } call => call.TargetMethod,
            _ => null,
        };
        var isWhole = member is null && !origin.ByKey && origin.Source.Type is INamedTypeSymbol { SpecialType: SpecialType.None } whole && whole.Name == origin.Data.Name;
        inspection.Row(
            "personalDataUses",
            origin.Anchor.Syntax.GetLocation(),
            ("type", (isWhole ? origin.Source.Type?.ToDisplayString() : member?.ContainingType?.ToDisplayString()) ?? ""),
            ("member", isWhole ? "*" : member?.Name ?? origin.Data.Name),
            ("category", origin.Data.CategoryText),
            ("use", use),
            ("sink", sink),
            ("protected", isProtected ? "yes" : "no"));
    }

    /// <summary>The same for a parameter that is such data by its own name.</summary>
    public static void Row(Inspection inspection, string use, string sink, IParameterSymbol parameter, DataClassification data) => inspection.Row(
        "personalDataUses",
        parameter.Locations[0],
        ("type", ""),
        ("member", data.Name),
        ("category", data.CategoryText),
        ("use", use),
        ("sink", sink),
        ("protected", "no"));
}
