using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Databases;

/// <summary>What a call of a model builder is about: the entity type, the property.</summary>
internal static class FluentConfiguration
{
    // Calls in one chain; a type with a hundred properties is configured by a hundred chains.
    private const int MaxChain = 64;

    /// <summary>The entity type of a builder: the dependent one for an owned type; null when the builder does not know it.</summary>
    public static INamedTypeSymbol? Entity(IOperation? builder)
    {
        for (var i = 0; builder is not null && i < MaxChain; i++)
        {
            builder = builder.Unwrap();
            if (builder.Type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } type && IsEntityBuilder(type.Name))
            {
                return arguments[arguments.Length - 1] as INamedTypeSymbol;
            }

            if (builder is IInvocationOperation { TargetMethod.Name: "Entity" } entity)
            {
                return TypeOf(entity);
            }

            builder = Before(builder);
        }

        return null;
    }

    /// <summary>The type that a call names: <c>Entity&lt;T&gt;()</c>, <c>Entity(typeof(T))</c>.</summary>
    public static INamedTypeSymbol? TypeOf(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.FirstOrDefault() as INamedTypeSymbol
        ?? call.Arguments.Select(a => a.Value.Unwrap()).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand as INamedTypeSymbol;

    /// <summary>The property that a call such as HasConversion, at the end of a chain, configures; null when that cannot be seen.</summary>
    public static IPropertySymbol? Property(IInvocationOperation call)
    {
        var receiver = call.Receiver();
        for (var i = 0; receiver is not null && i < MaxChain; i++)
        {
            receiver = receiver.Unwrap();
            if (receiver is IInvocationOperation { TargetMethod.Name: "Property" or "PrimitiveCollection" or "ComplexProperty" } property)
            {
                return Named(property, property.Receiver());
            }

            receiver = Before(receiver);
        }

        return null;
    }

    /// <summary>The property that the arguments of a call name: <c>x => x.Name</c>, <c>"Name"</c>, <c>nameof(…)</c>.</summary>
    public static IPropertySymbol? Named(IInvocationOperation call, IOperation? builder)
    {
        foreach (var argument in call.Arguments)
        {
            switch (argument.Value.Unwrap())
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Body.Inside().OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue?.Unwrap() is IPropertyReferenceOperation reference ? reference.Property : null;
                case { } value when value.Constant() is { } name:
                    for (INamedTypeSymbol? type = Entity(builder); type is not null; type = type.BaseType)
                    {
                        if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } found)
                        {
                            return found;
                        }
                    }

                    return null;
            }
        }

        return null;
    }

    /// <summary>The builder that this one came from.</summary>
    private static IOperation? Before(IOperation builder) => builder switch
    {
        IInvocationOperation call => call.Receiver(),
        ILocalReferenceOperation local => builder.Root().Inside().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local.Local))?.GetVariableInitializer()?.Value,
        _ => null,
    };

    private static bool IsEntityBuilder(string name) =>
        name is "EntityTypeBuilder" or "OwnedNavigationBuilder" or "ComplexPropertyBuilder" or "ComplexCollectionBuilder" or "EntityTypeConfiguration" or "StructuralTypeConfiguration";
}
