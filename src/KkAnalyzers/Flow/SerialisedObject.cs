using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>What a serialiser or a structured logger writes of an object: all of it, without what its type tells them to leave out.</summary>
internal static class SerialisedObject
{
    private static readonly ImmutableHashSet<string> Ignoring = ImmutableHashSet.Create(
        "JsonIgnoreAttribute", "XmlIgnoreAttribute", "IgnoreDataMemberAttribute", "NonSerializedAttribute");

    // Destructurama.Attributed, Microsoft.Extensions.Telemetry.
    private static readonly ImmutableHashSet<string> NotLogging = ImmutableHashSet.Create(
        "NotLoggedAttribute", "LogMaskedAttribute", "LogReplacedAttribute", "LogPropertyIgnoreAttribute");

    public static DataClassification? Classify(PersonalDataModel model, ITypeSymbol type, bool logged)
    {
        if (model.ClassifyObject(type) is not { } whole)
        {
            return null;
        }

        var element = Element(type);
        if (!Members(element).Any(m => IsIgnored(m, logged)))
        {
            return whole;
        }

        DataClassification? worst = null;
        foreach (var member in Members(element).Where(m => !IsIgnored(m, logged)))
        {
            var found = model.Classify(member) ?? (Type(member) is { } inner && !SymbolEqualityComparer.Default.Equals(inner, element) ? model.ClassifyObject(inner) : null);
            if (found is { Pseudonymised: false } && (worst is null || (found.Confidence, found.Tier).CompareTo((worst.Confidence, worst.Tier)) > 0))
            {
                worst = found;
            }
        }

        return worst is null ? null : worst with { Name = whole.Name + "." + worst.Name.Substring(worst.Name.LastIndexOf('.') + 1) };
    }

    /// <summary>An attribute that says "never"; a JsonIgnore with a condition leaves out empty values only.</summary>
    public static bool IsIgnored(ISymbol member, bool logged) => member.GetAttributes().Any(a =>
        a.AttributeClass is { } type && (logged ? NotLogging.Contains(type.Name) || IsClassifying(type) : Ignoring.Contains(type.Name))
        && !a.NamedArguments.Any(n => n is { Key: "Condition", Value.Value: int condition } && condition != Always));

    /// <summary>An attribute of Microsoft.Extensions.Compliance that gives a class of data, which loggers redact by.</summary>
    public static bool IsClassifying(INamedTypeSymbol? attribute)
    {
        for (var t = attribute; t is not null; t = t.BaseType)
        {
            if (t.Name == "DataClassificationAttribute")
            {
                return true;
            }
        }

        return false;
    }

    // System.Text.Json.Serialization.JsonIgnoreCondition.Always
    private const int Always = 1;

    private static ITypeSymbol Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic when generic.DeclaringSyntaxReferences.IsEmpty => generic.TypeArguments[generic.TypeArguments.Length - 1],
        _ => type,
    };

    private static IEnumerable<ISymbol> Members(ITypeSymbol type)
    {
        for (var t = type; t is not null && t.SpecialType != SpecialType.System_Object; t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
            {
                if (member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } and (IPropertySymbol { IsIndexer: false } or IFieldSymbol))
                {
                    yield return member;
                }
            }
        }
    }

    private static ITypeSymbol? Type(ISymbol member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
}
