using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Databases;

/// <summary>What of a model encrypts: attributes, converters of one property, of one type, and of all that a loop meets.</summary>
internal sealed class ColumnProtection
{
    private readonly DatabaseCode _code;
    private readonly EncryptionEvidence _evidence;
    private readonly Lazy<bool> _identityProtects;
    private readonly HashSet<ISymbol> _properties = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);
    private readonly bool _allText;

    public ColumnProtection(DatabaseCode code, EncryptionEvidence evidence, SourceMarks marks)
    {
        _code = code;
        _evidence = evidence;
        _identityProtects = new Lazy<bool>(() => marks.IsSet("ProtectPersonalData"));
        foreach (var conversion in code.Conversions.Where(Encrypts))
        {
            if (conversion.Property is { } property)
            {
                _properties.Add(property.OriginalDefinition);
            }
            else if (conversion.Of is { } type)
            {
                _types.Add(Plain(type));
            }
            else if (AttributesAsked(conversion.Call) is { Length: > 0 } attributes)
            {
                _attributes.UnionWith(attributes);
            }
            else
            {
                // A loop over the properties of the model that asks for no attribute: which ones it takes is not followed.
                _allText = true;
            }
        }
    }

    public bool Has(StoredColumn column)
    {
        var property = column.Property;
        return _code.Encrypted.ContainsKey(property.OriginalDefinition)
            || _properties.Contains(property.OriginalDefinition)
            || _types.Contains(Plain(property.Type))
            || (_allText && property.Type.SpecialType == SpecialType.System_String)
            || (property.Type.SpecialType == SpecialType.None && _evidence.Name(Plain(property.Type).Name))
            || Attributes(property).Any(a => a == "ProtectedPersonalDataAttribute"
                ? IsIdentityUser(column.In.Type) && _identityProtects.Value
                : _attributes.Contains(a) || _evidence.Name(a));
    }

    private bool Encrypts(Conversion conversion) =>
        conversion.Types.OfType<INamedTypeSymbol>().Any(_evidence.Type) || Arguments(conversion.Call) is { } arguments && _evidence.Code([arguments]);

    // Types among the arguments, as in HaveConversion(typeof(X)), are names in the list like any other.
    private static SyntaxNode? Arguments(SyntaxNode call) => call is InvocationExpressionSyntax { ArgumentList: { Arguments.Count: > 0 } arguments } ? arguments : null;

    private static IEnumerable<string> Attributes(IPropertySymbol property)
    {
        for (var p = property; p is not null; p = p.OverriddenProperty)
        {
            foreach (var attribute in p.GetAttributes())
            {
                if (attribute.AttributeClass is { } type)
                {
                    yield return type.Name;
                }
            }
        }

        // [Encrypted] on the parameter of a record is the property's only where the attribute does not say so itself.
        if (property.ContainingType is { IsRecord: true } record)
        {
            foreach (var parameter in record.InstanceConstructors.SelectMany(c => c.Parameters).Where(p => p.Name == property.Name))
            {
                foreach (var attribute in parameter.GetAttributes())
                {
                    if (attribute.AttributeClass is { } type)
                    {
                        yield return type.Name;
                    }
                }
            }
        }
    }

    /// <summary>The attributes that the method around a conversion asks for: typeof(EncryptedAttribute), GetCustomAttribute&lt;EncryptedAttribute&gt;.</summary>
    private static string[] AttributesAsked(SyntaxNode call)
    {
        var method = call.Ancestors().FirstOrDefault(n => n is MemberDeclarationSyntax or LocalFunctionStatementSyntax);
        return method is null
            ? []
            : method.DescendantNodes().Select(n => n switch
            {
                TypeOfExpressionSyntax { Type: var type } => Name(type),
                TypeArgumentListSyntax { Arguments: { Count: 1 } types } => Name(types[0]),
                _ => "",
            }).Where(n => n.EndsWith("Attribute", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToArray();

        static string Name(TypeSyntax type) => type switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            _ => "",
        };
    }

    private static bool IsIdentityUser(INamedTypeSymbol type)
    {
        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            if (t.Name == "IdentityUser")
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol Plain(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type.WithNullableAnnotation(NullableAnnotation.None);
}
