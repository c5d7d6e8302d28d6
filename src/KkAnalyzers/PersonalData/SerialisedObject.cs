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

    /// <summary>A structured logger.</summary>
    Logged,
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

    // System.Text.Json.Serialization.JsonIgnoreCondition.Always
    private const int Always = 1;

    // Newtonsoft.Json.MemberSerialization.OptIn
    private const int OptIn = 1;

    /// <summary>
    /// An attribute that says "never"; a JsonIgnore with a condition leaves out empty values only. Which serialiser listens to
    /// which attribute is not asked: who writes one has thought about the member.
    /// </summary>
    public static bool IsIgnored(ISymbol member, bool logged)
    {
        var attributes = member.GetAttributes();
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && (logged ? NotLogging.Contains(type.Name) || IsClassifying(type) : Ignoring.Contains(type.Name))
                && !attribute.NamedArguments.Any(n => n is { Key: "Condition", Value.Value: int condition } && condition != Always))
            {
                return true;
            }
        }

        return !logged && ChoosesMembers(member.ContainingType) && !attributes.Any(a => a.AttributeClass is { } type && Including.Contains(type.Name));
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
