using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.PersonalData;

/// <summary>What the attributes of a member say about the data in it.</summary>
/// <param name="Attribute">Name of the attribute that declares personal data; null when none does.</param>
/// <param name="IsOff">The author says that it is none: the name counts for nothing.</param>
/// <param name="Supports">Category that an attribute for validation speaks for; null for none.</param>
/// <param name="Labels">Other names of the same member: in JSON, in the database, on the screen.</param>
internal sealed record DeclaredData(string? Attribute, bool IsOff, string? Supports, ImmutableArray<string> Labels)
{
    private const int EmailAddress = 10;
    private const int PhoneNumber = 5;
    private const int Password = 11;
    private const int PostalCode = 15;
    private const int CreditCard = 14;

    private static readonly DeclaredData Nothing = new(null, false, null, ImmutableArray<string>.Empty);

    // Words in the name of a derived DataClassificationAttribute that say "not personal".
    private static readonly string[] NotPersonal = ["no", "none", "public", "open"];

    /// <param name="symbol">The member or parameter.</param>
    /// <param name="own">Attribute names of <c>kk.personal_data_attributes</c>, with or without namespace and suffix.</param>
    public static DeclaredData Of(ISymbol symbol, ImmutableArray<string> own)
    {
        string? attribute = null;
        string? supports = null;
        var isOff = false;
        var labels = ImmutableArray<string>.Empty;
        foreach (var data in Attributes(symbol))
        {
            if (data.AttributeClass is not { } type)
            {
                continue;
            }

            if (own.Length > 0 && own.Any(o => IsNamed(type, o)))
            {
                attribute = Short(type);
            }

            for (var t = type; t is not null; t = t.BaseType)
            {
                switch (t.Name)
                {
                    case "PersonalDataAttribute" when IsIn(t, "Identity"):
                        attribute = Short(type);
                        break;
                    case "DataClassificationAttribute" when IsIn(t, "Classification"):
                        var words = Tokenizer.Tokens(Short(type));
                        isOff |= NotPersonal.Contains(words[0], StringComparer.Ordinal);
                        attribute = isOff || words[0] == "unknown" ? attribute : Short(type);
                        break;
                    case "EmailAddressAttribute":
                        supports = "contact.email";
                        break;
                    case "PhoneAttribute":
                        supports = "contact.phone";
                        break;
                    case "CreditCardAttribute":
                        supports = "financial";
                        break;
                    case "DataTypeAttribute" when data.ConstructorArguments.FirstOrDefault().Value is int dataType:
                        supports = dataType switch
                        {
                            EmailAddress => "contact.email",
                            PhoneNumber => "contact.phone",
                            Password => "credentials",
                            PostalCode => "address",
                            CreditCard => "financial",
                            _ => supports,
                        };
                        break;
                }
            }

            if (Label(data, type) is { Length: > 0 } label)
            {
                labels = labels.Add(label);
            }
        }

        return attribute is null && supports is null && !isOff && labels.IsEmpty ? Nothing : new DeclaredData(attribute, isOff, supports, labels);
    }

    // With what it overrides, and for a property of a record with its parameter, where an attribute without target lands.
    private static ImmutableArray<AttributeData> Attributes(ISymbol symbol)
    {
        var attributes = symbol.GetAttributes();
        if (symbol is IPropertySymbol property)
        {
            if (property.OverriddenProperty is { } overridden)
            {
                attributes = attributes.AddRange(overridden.GetAttributes());
            }

            if (property.ContainingType.IsRecord && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax)
            {
                attributes = attributes.AddRange(property.ContainingType.InstanceConstructors
                    .SelectMany(c => c.Parameters)
                    .Where(p => p.Name == property.Name)
                    .SelectMany(p => p.GetAttributes()));
            }
        }

        return attributes;
    }

    private static string? Label(AttributeData data, INamedTypeSymbol type)
    {
        switch (type.Name)
        {
            case "DisplayAttribute" or "DataMemberAttribute" or "FromQueryAttribute" or "FromFormAttribute" or "FromRouteAttribute" or "FromHeaderAttribute":
                return data.NamedArguments.FirstOrDefault(a => a.Key == "Name").Value is { Kind: TypedConstantKind.Primitive, Value: string name } ? name : null;
            case "DisplayNameAttribute" or "JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "ColumnAttribute" or "XmlElementAttribute"
                or "XmlAttributeAttribute" or "BsonElementAttribute" or "FirestorePropertyAttribute":
                return data.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;
            default:
                return null;
        }
    }

    private static bool IsIn(INamedTypeSymbol type, string ns) => type.ContainingNamespace?.Name == ns;

    private static bool IsNamed(INamedTypeSymbol type, string name) =>
        name.IndexOf('.') >= 0
            ? type.ToDisplayString() is var full && (full == name || full == name + "Attribute")
            : type.Name == name || type.Name == name + "Attribute";

    private static string Short(INamedTypeSymbol type) =>
        type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - "Attribute".Length) : type.Name;
}
