using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>Who looks at an object.</summary>
internal enum ObjectView
{
    /// <summary>Anybody: every member counts.</summary>
    All,

    /// <summary>A serialiser.</summary>
    Serialised,

    /// <summary>A structured logger that takes an object apart.</summary>
    Logged,

    /// <summary>A log method that lists the properties of one object and knows classes of data: [LogProperties].</summary>
    Tagged,
}

/// <summary>What types tell serialisers and structured loggers to leave out.</summary>
internal static class SerialisedObject
{
    private static readonly ImmutableHashSet<string> Ignoring = ImmutableHashSet.Create(
        "JsonIgnoreAttribute", "XmlIgnoreAttribute", "IgnoreDataMemberAttribute", "NonSerializedAttribute");

    // Destructurama.Attributed, Microsoft.Extensions.Telemetry.
    private static readonly ImmutableHashSet<string> NotLogging = ImmutableHashSet.Create(
        "NotLoggedAttribute", "LogMaskedAttribute", "LogReplacedAttribute", "LogPropertyIgnoreAttribute");

    private static readonly ImmutableHashSet<string> Including = ImmutableHashSet.Create(
        "DataMemberAttribute", "JsonPropertyAttribute", "JsonPropertyNameAttribute", "JsonIncludeAttribute", "XmlElementAttribute", "XmlAttributeAttribute");

    // What says on a base type that a serialiser writes and reads its subtypes: System.Text.Json, JsonPolymorph, JsonSubTypes, data contracts, XML.
    private static readonly ImmutableHashSet<string> Polymorphic = ImmutableHashSet.Create(
        "JsonPolymorphicAttribute", "JsonDerivedTypeAttribute", "JsonHierarchyBaseAttribute", "JsonInheritanceAttribute", "KnownSubTypeAttribute", "KnownTypeAttribute", "XmlIncludeAttribute");

    // System.Text.Json.Serialization.JsonIgnoreCondition.Always
    private const int Always = 1;

    // Newtonsoft.Json.MemberSerialization.OptIn
    private const int OptIn = 1;

    /// <summary>
    /// An attribute that says "never"; a JsonIgnore with a condition leaves out empty values only. Which serialiser listens to
    /// which attribute is not asked: who writes one has thought about the member.
    /// </summary>
    public static bool IsIgnored(ISymbol member, ObjectView view)
    {
        var logged = view is ObjectView.Logged or ObjectView.Tagged;
        var attributes = member.GetAttributes();
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && (logged ? NotLogging.Contains(type.Name) || (view == ObjectView.Tagged && IsClassifying(type)) : Ignoring.Contains(type.Name))
                && !attribute.NamedArguments.Any(n => n is { Key: "Condition", Value.Value: int condition } && condition != Always))
            {
                return true;
            }
        }

        return !logged && ChoosesMembers(member.ContainingType) && !attributes.Any(a => a.AttributeClass is { } type && Including.Contains(type.Name));
    }

    /// <summary>
    /// What travels in the place of a base type whose attributes say that subtypes do: those that the attributes name, or else
    /// those that stand beside or inside the base.
    /// </summary>
    public static IEnumerable<INamedTypeSymbol> Subtypes(INamedTypeSymbol type)
    {
        var attributes = type.GetAttributes().Where(a => a.AttributeClass is { } c && (Polymorphic.Contains(c.Name) || (type.IsAbstract && c.Name == "JsonConverterAttribute"))).ToArray();
        if (attributes.Length == 0)
        {
            return [];
        }

        var named = attributes.SelectMany(a => a.ConstructorArguments).Where(a => a.Kind == TypedConstantKind.Type).Select(a => a.Value).OfType<INamedTypeSymbol>().Where(t => DerivesFrom(t, type)).ToArray();
        return named.Length > 0
            ? named
            : (type.ContainingType?.GetTypeMembers() ?? type.ContainingNamespace.GetTypeMembers()).Concat(type.GetTypeMembers()).Where(t => DerivesFrom(t, type));
    }

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, ancestor))
            {
                return true;
            }
        }

        return false;
    }

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

    /// <summary>True for a type of which only the members with an attribute are written: [DataContract], [JsonObject(MemberSerialization.OptIn)].</summary>
    private static bool ChoosesMembers(INamedTypeSymbol? type)
    {
        foreach (var attribute in type?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
        {
            if (attribute.AttributeClass?.Name == "DataContractAttribute"
                || (attribute.AttributeClass?.Name == "JsonObjectAttribute"
                    && (attribute.ConstructorArguments.Any(a => a.Value is OptIn) || attribute.NamedArguments.Any(n => n is { Key: "MemberSerialization", Value.Value: OptIn }))))
            {
                return true;
            }
        }

        return false;
    }
}
