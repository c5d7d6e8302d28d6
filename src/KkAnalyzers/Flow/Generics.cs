using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

/// <summary>
/// What a generic method promises by its signature alone: a T that it gives is a T that it took. This is what LINQ, tasks and
/// collections do with data, so that no list has to say it of each of their members.
/// </summary>
internal static class Generics
{
    /// <summary>The values that are in what a call gives.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">What it gives, as its definition writes it.</param>
    /// <param name="path">The part of the result that is asked for.</param>
    public static IEnumerable<(IOperation Value, FlowPath? Path)> Carried(FlowCall call, ITypeSymbol result, FlowPath? path)
    {
        var wanted = new List<ITypeParameterSymbol>();
        path = Select(ref result, path);
        Collect(result, wanted);
        if (wanted.Count == 0)
        {
            yield break;
        }

        if (call.Instance is { } instance && Holds(call.Method.ContainingType.OriginalDefinition, wanted, path, out var of))
        {
            yield return (instance, of);
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { RefKind: not RefKind.Out } parameter)
            {
                continue;
            }

            var type = parameter.OriginalDefinition.Type;
            if (Invoke(type) is { } invoke)
            {
                if (Holds(invoke.ReturnType, wanted, path, out _))
                {
                    yield return (argument.Value, path);
                }
            }
            else if (Holds(type, wanted, path, out of))
            {
                yield return (argument.Value, of);
            }
        }
    }

    /// <summary>The values that a lambda or method group gets in a parameter from the call that it is handed to.</summary>
    public static IEnumerable<(IOperation Value, FlowPath? Path)> Given(IOperation function, int ordinal)
    {
        var parent = function.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
        {
            parent = parent.Parent;
        }

        if (parent is not IArgumentOperation { Parent: { } site, Parameter: { } taken } || FlowCall.From(site) is not { } call
            || Invoke(taken.OriginalDefinition.Type) is not { } invoke || ordinal >= invoke.Parameters.Length)
        {
            return [];
        }

        var type = invoke.Parameters[ordinal].Type;
        var found = Carried(call, type, null).ToArray();
        if (found.Length > 0 || call.Method.IsGenericMethod || call.Method.ContainingType.IsGenericType)
        {
            return found;
        }

        var about = call.Receiver ?? call.Arguments.Select(a => a.Value).FirstOrDefault(v => v is not IDelegateCreationOperation);
        return about is null or IInstanceReferenceOperation ? [] : [(about, null)];
    }

    /// <summary>The part of a library's generic object that a property of it gives: Key and Value of a pair, Keys and Values of a dictionary.</summary>
    public static FlowPath? Part(IPropertySymbol property, FlowPath? path)
    {
        var type = property.OriginalDefinition.ContainingType;
        if (type.Arity < 2)
        {
            return path;
        }

        var wanted = new List<ITypeParameterSymbol>();
        Collect(property.OriginalDefinition.Type, wanted);
        return wanted.Count == 1 ? FlowPath.Argument(wanted[0].Ordinal, path)
            : property.Name is "Keys" or "Values" ? FlowPath.Argument(property.Name == "Keys" ? 0 : 1, path)
            : path;
    }

    /// <summary>True when what the property gives was put into its object.</summary>
    public static bool IsHeld(IPropertySymbol property)
    {
        var wanted = new List<ITypeParameterSymbol>();
        Collect(property.OriginalDefinition.Type, wanted);
        return wanted.Count > 0 || (property.OriginalDefinition.ContainingType.Arity > 1 && property.Name is "Keys" or "Values");
    }

    /// <summary>The Invoke method of a delegate type, also inside <c>Expression</c>.</summary>
    private static IMethodSymbol? Invoke(ITypeSymbol type) => type is not INamedTypeSymbol named ? null
        : named.DelegateInvokeMethod ?? (named is { Name: "Expression", TypeArguments.Length: 1 } ? (named.TypeArguments[0] as INamedTypeSymbol)?.DelegateInvokeMethod : null);

    /// <summary>Of a result that is made of several types, the one that the path asks for.</summary>
    private static FlowPath? Select(ref ITypeSymbol result, FlowPath? path)
    {
        if (path is not { ArgumentIndex: >= 0 and var index })
        {
            return path;
        }

        var type = result;
        while (type is INamedTypeSymbol { TypeArguments.Length: 1 } or IArrayTypeSymbol)
        {
            type = type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments[0];
        }

        if (type is not INamedTypeSymbol { TypeArguments: { Length: > 1 } arguments } || index >= arguments.Length)
        {
            return path;
        }

        result = arguments[index];
        return path.Then;
    }

    /// <summary>True when a value of this type has one of the wanted in it; and in which part.</summary>
    private static bool Holds(ITypeSymbol type, List<ITypeParameterSymbol> wanted, FlowPath? path, out FlowPath? of)
    {
        of = path;
        var held = new List<ITypeParameterSymbol>();
        Collect(type, held);
        if (!held.Any(h => wanted.Contains(h, SymbolEqualityComparer.Default)))
        {
            return false;
        }

        if (held.Count > 1 && wanted.Count == 1 && type is INamedTypeSymbol { TypeArguments: { Length: > 1 } arguments } && !type.IsTupleType)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                of = SymbolEqualityComparer.Default.Equals(arguments[i], wanted[0]) ? FlowPath.Argument(i, path) : of;
            }
        }

        return true;
    }

    /// <summary>The type parameters in a type, but not those of what a delegate takes.</summary>
    private static void Collect(ITypeSymbol type, List<ITypeParameterSymbol> found)
    {
        var pending = new Stack<ITypeSymbol>();
        pending.Push(type);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ITypeParameterSymbol parameter:
                    found.Add(parameter);
                    break;
                case IArrayTypeSymbol array:
                    pending.Push(array.ElementType);
                    break;
                case INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named:
                    foreach (var argument in named.TypeArguments)
                    {
                        pending.Push(argument);
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
