using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>A line of the inventory of personal data (GDPR art. 30): which member goes where, and whether it is protected there.</summary>
internal static class PersonalDataUse
{
    /// <summary>Where the walk found the datum decides what the line is about: a whole object, a member, or a name.</summary>
    public static void Row(Inspection inspection, string use, string sink, FlowOrigin origin, bool isProtected)
    {
        ISymbol? datum = origin.ByKey ? null
            : origin.Source.Type is { } type && ValueKindsOf.Unwrap(type) is INamedTypeSymbol whole && whole.Name == origin.Data.Name ? whole
            : origin.Source switch
            {
                IMemberReferenceOperation reference => reference.Member,
                IInvocationOperation call => call.TargetMethod,
                _ => null,
            };
        PersonalDataInventory.Use(inspection, origin.Anchor.Syntax.GetLocation(), datum, origin.Data, use, sink, isProtected);
    }
}
