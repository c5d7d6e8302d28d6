using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>What kind of value a type holds, seen through tasks, nullables, collections and other wrappers of one thing.</summary>
internal sealed class ValueKindsOf(KnownTypes known, Vocabulary vocabulary)
{
    // Wrappers in wrappers: Task<ActionResult<List<T>>>.
    private const int MaxDepth = 6;

    private readonly ConcurrentDictionary<ITypeSymbol, ValueKinds> _kinds = new(SymbolEqualityComparer.Default);

    /// <summary>The thing inside tasks, nullables, collections and one-argument wrappers; the type itself when there is none.</summary>
    public static ITypeSymbol Unwrap(ITypeSymbol type)
    {
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            switch (type)
            {
                case IArrayTypeSymbol array when IsBlob(array.ElementType):
                    return type;
                case IArrayTypeSymbol array:
                    type = array.ElementType;
                    break;
                case INamedTypeSymbol { TypeArguments.Length: 1, TypeKind: not TypeKind.Delegate } named when IsWrapper(named):
                    type = named.TypeArguments[0];
                    break;
                case INamedTypeSymbol { TypeArguments.Length: 2 } map when map.Name.EndsWith("Dictionary", StringComparison.Ordinal) || map.Name == "KeyValuePair":
                    type = map.TypeArguments[1];
                    break;
                default:
                    return type;
            }
        }

        return type;
    }

    /// <summary>The kind of value; <see cref="ValueKinds.None"/> for what is never a datum: services, delegates, streams of control.</summary>
    public ValueKinds Of(ITypeSymbol type) => _kinds.TryGetValue(type, out var kinds) ? kinds : _kinds.GetOrAdd(type, Find(type));

    private ValueKinds Find(ITypeSymbol type)
    {
        if (known.Of(type) is "none")
        {
            return ValueKinds.None;
        }

        type = Unwrap(type);
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
            case SpecialType.System_Char:
                return ValueKinds.Text;
            case SpecialType.System_Boolean:
                return ValueKinds.Bool;
            case SpecialType.System_DateTime:
                return ValueKinds.Date;
            case >= SpecialType.System_SByte and <= SpecialType.System_Double:
                return ValueKinds.Number;
            case SpecialType.System_Object:
                return ValueKinds.Object | ValueKinds.Text;
            case SpecialType.System_Void or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate:
                return ValueKinds.None;
        }

        return type.TypeKind switch
        {
            TypeKind.Enum => known.Of(type) is "none" ? ValueKinds.None : ValueKinds.Enum,
            TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer => ValueKinds.None,
            TypeKind.Array => ((IArrayTypeSymbol)type).ElementType.SpecialType == SpecialType.System_Char ? ValueKinds.Text : ValueKinds.Bytes,
            TypeKind.Dynamic or TypeKind.TypeParameter => ValueKinds.Object | ValueKinds.Text,
            _ => Named(type),
        };
    }

    private static bool IsBlob(ITypeSymbol element) => element.SpecialType is SpecialType.System_Byte or SpecialType.System_Char or SpecialType.System_Single;

    private static bool IsWrapper(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T
        || type.Name is "Task" or "ValueTask" or "Lazy" or "ActionResult" or "Result" or "Option" or "Maybe" or "DbSet" or "Memory" or "ReadOnlyMemory" or "Span" or "ReadOnlySpan"
        || type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
        || (type.SpecialType == SpecialType.None && IsSequence(type.OriginalDefinition))
        || type.Name is "IAsyncEnumerable";

    /// <summary>Asked of the definition, whose interfaces the compiler keeps; of each construction it would make them anew.</summary>
    private static bool IsSequence(INamedTypeSymbol definition)
    {
        foreach (var contract in definition.AllInterfaces)
        {
            if (contract.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                return true;
            }
        }

        return false;
    }

    private ValueKinds Named(ITypeSymbol type)
    {
        if (known.Of(type) is { } meaning)
        {
            return meaning == "none" ? ValueKinds.None : ValueKinds.Object;
        }

        if (type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
        {
            switch (type.Name)
            {
                case "DateTimeOffset" or "DateOnly":
                    return ValueKinds.Date;
                case "TimeSpan" or "TimeOnly":
                    return ValueKinds.Duration;
                case "Guid":
                    return ValueKinds.Guid;
                case "Uri":
                    return ValueKinds.Link;
                case "Half" or "Int128" or "UInt128":
                    return ValueKinds.Number;
            }
        }

        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t is { Name: "Stream", ContainingNamespace.Name: "IO" } or { Name: "IFormFile" or "IBrowserFile" })
            {
                return ValueKinds.Stream;
            }
        }

        // EmailSender, IPatientRepository: something that works with data. A type of a person's own is none of these.
        return vocabulary.Owner(type.Name, type.ContainingType?.Name).IsTechnical ? ValueKinds.None : ValueKinds.Object;
    }
}
