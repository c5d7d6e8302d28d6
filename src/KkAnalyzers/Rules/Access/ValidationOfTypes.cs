using KkAnalyzers.Endpoints;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.Access;

/// <summary>What types say about right values: attributes, IValidatableObject, a validator class beside them.</summary>
internal sealed class ValidationOfTypes(SourceBodies bodies)
{
    // Types inside a model, in all.
    private const int MaxTypes = 64;

    private readonly Dictionary<ISymbol, bool> _rules = new(SymbolEqualityComparer.Default);
    private HashSet<ISymbol>? _validated;
    private HashSet<string>? _validators;

    /// <summary>
    /// The type, or one inside it, has a validation attribute, checks itself, or is read by a converter of its own. That a
    /// value must be there (required, a type that is never null) says nothing about the value.
    /// </summary>
    public bool HasRules(INamedTypeSymbol type)
    {
        if (!_rules.TryGetValue(type, out var known))
        {
            _rules[type] = known = Look(type);
        }

        return known;
    }

    /// <summary>A class of this compilation validates the type: FluentValidation, or anything with that name.</summary>
    public bool HasValidator(INamedTypeSymbol type)
    {
        if (_validated is null)
        {
            _validated = new(SymbolEqualityComparer.Default);
            _validators = new(StringComparer.Ordinal);
            foreach (var candidate in bodies.SourceTypes())
            {
                if (candidate.Name.EndsWith("Validator", StringComparison.Ordinal))
                {
                    _validators.Add(candidate.Name);
                }

                foreach (var argument in candidate.AllInterfaces.Where(i => IsValidator(i.Name)).SelectMany(i => i.TypeArguments))
                {
                    _validated.Add(argument);
                }

                for (var t = candidate.BaseType; t is not null; t = t.BaseType)
                {
                    if (IsValidator(t.Name))
                    {
                        _validated.UnionWith(t.TypeArguments);
                    }
                }
            }
        }

        for (var t = type; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
        {
            if (_validated.Contains(t) || _validators!.Contains(t.Name + "Validator"))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(_validated.Contains);
    }

    private static bool IsValidator(string name) => name.IndexOf("Validat", StringComparison.Ordinal) >= 0;

    private static bool Look(INamedTypeSymbol type)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { type };
        var work = new Stack<INamedTypeSymbol>();
        work.Push(type);
        while (work.Count > 0)
        {
            for (var t = work.Pop(); t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
            {
                if (t.AllInterfaces.Any(i => i.Name == "IValidatableObject") || t.GetAttributes().Any(IsRule))
                {
                    return true;
                }

                foreach (var member in t.GetMembers())
                {
                    switch (member)
                    {
                        case IPropertySymbol { IsStatic: false } property:
                            if (property.GetAttributes().Any(IsRule))
                            {
                                return true;
                            }

                            if (ValueKindsOf.Unwrap(property.Type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } inner && !WebSymbols.IsFramework(inner) && seen.Count < MaxTypes && seen.Add(inner))
                            {
                                work.Push(inner);
                            }

                            break;
                        case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when constructor.Parameters.Any(p => p.GetAttributes().Any(IsRule)):
                            return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsRule(AttributeData attribute)
    {
        for (var t = attribute.AttributeClass; t is not null; t = t.BaseType)
        {
            switch (t.Name)
            {
                // [DataType] alone says how to show a value; what derives from it checks.
                case "DataTypeAttribute" when SymbolEqualityComparer.Default.Equals(t, attribute.AttributeClass):
                    return false;
                case "ValidationAttribute" or "JsonConverterAttribute" or "ModelMetadataTypeAttribute" or "MetadataTypeAttribute" or "ModelBinderAttribute" or "ValidatorAttribute":
                    return true;
            }
        }

        return false;
    }
}
