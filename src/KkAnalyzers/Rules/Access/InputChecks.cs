using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// Looks for any check of the values of a bound object in the handler and in the methods and constructors that it hands
/// them to. What leaves this compilation counts as checked there. ModelState.IsValid only repeats what attributes say.
/// </summary>
internal sealed class InputChecks(SourceBodies bodies, Inspection inspection)
{
    private const int MaxDepth = 3;

    /// <summary>Words of methods that look at a value before they give it on.</summary>
    private static readonly HashSet<string> CheckWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Valid", "Validate", "Validation", "Validator", "Check", "Guard", "Against", "Ensure", "Verify", "Assert", "Require", "Requires", "Parse", "Try", "Match", "Normalize", "Normalise", "Sanitize", "Sanitise", "Clean", "Throw", "Controleer", "Valideer",
    };

    /// <summary>True when something looks at the values, or may do so out of sight.</summary>
    public bool In(IOperation handler, INamedTypeSymbol model)
    {
        var seen = new HashSet<IOperation>();
        var work = new Stack<(IOperation Body, HashSet<ISymbol> Values, int Depth)>();
        work.Push((handler, new(SymbolEqualityComparer.Default), 0));
        while (work.Count > 0)
        {
            var (body, values, depth) = work.Pop();
            if (!seen.Add(body))
            {
                continue;
            }

            foreach (var operation in body.Inside())
            {
                switch (operation)
                {
                    case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when Carries(value, model, values):
                        values.Add(declarator.Symbol);
                        break;
                    case IConditionalOperation condition when Looks(condition.Condition, model, values):
                    case ISwitchOperation choice when Looks(choice.Value, model, values):
                    case ISwitchExpressionOperation expression when Looks(expression.Value, model, values):
                    case ICoalesceOperation { WhenNull: var otherwise } coalesce when otherwise.Unwrap() is IThrowOperation && Looks(coalesce.Value, model, values):
                    case IConversionOperation { OperatorMethod: not null } conversion when Looks(conversion.Operand, model, values):
                        return true;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.SetMethod: { } setter } } assignment when depth < MaxDepth && bodies.Has(setter) && Looks(assignment.Value, model, values):
                        Follow(setter, setter.Parameters.LastOrDefault());
                        break;
                    case IObjectCreationOperation { Constructor: { } constructor } creation when !creation.Arguments.IsEmpty:
                        if (HandedOver(constructor, creation.Arguments))
                        {
                            return true;
                        }

                        break;
                    case IInvocationOperation call:
                        if (IsCheck(call.TargetMethod) && (call.Arguments.Any(a => Carries(a.Value, model, values)) || (call.Instance is { } on && Carries(on, model, values))))
                        {
                            return true;
                        }

                        // Validation of something else that was made of it, or an error that the handler adds itself.
                        if (call.TargetMethod.Name is "AddModelError" or "AddError" or "ValidationProblem" || call.TargetMethod.Name.IndexOf("Validat", StringComparison.Ordinal) >= 0 || HandedOver(call.TargetMethod, call.Arguments))
                        {
                            return true;
                        }

                        if (call.Instance is { } receiver && SymbolEqualityComparer.Default.Equals(receiver.Type, model) && bodies.Has(call.TargetMethod))
                        {
                            Follow(call.TargetMethod, null);
                        }

                        break;
                }
            }

            void Follow(IMethodSymbol method, IParameterSymbol? parameter)
            {
                if (depth >= MaxDepth)
                {
                    return;
                }

                foreach (var target in bodies.Targets(method))
                {
                    var inner = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
                    if (parameter is not null)
                    {
                        inner.Add(parameter);
                        inner.UnionWith(target.Inside().OfType<IParameterReferenceOperation>().Select(r => r.Parameter).Where(p => p.Ordinal == parameter.Ordinal));
                    }

                    work.Push((target, inner, depth + 1));
                }
            }

            bool HandedOver(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments)
            {
                foreach (var argument in arguments)
                {
                    if (argument.Parameter is not { } parameter || !Carries(argument.Value, model, values))
                    {
                        continue;
                    }

                    if (bodies.Has(method))
                    {
                        Follow(method, parameter.OriginalDefinition);
                    }
                    else if (!WebSymbols.IsFramework(method) && !OnlyKeeps(method))
                    {
                        inspection.NotFollowed();
                        return true;
                    }
                }

                return false;
            }
        }

        return false;
    }

    /// <summary>A repository keeps what it gets and a mapper copies it; neither looks at the values.</summary>
    private static bool OnlyKeeps(IMethodSymbol method) =>
        method.Name is "Map" or "Adapt" or "ProjectTo" || Words.Of(method.ContainingType?.Name ?? "").Any(w => w is "Repository" or "Repo" or "Context" or "Set" or "Store" or "Collection" or "Session");

    private static bool IsCheck(IMethodSymbol method) => method.Name is not ("TryGetValue" or "TryAdd") && Words.Of(method.Name).Concat(Words.Of(method.ContainingType?.Name ?? "")).Any(CheckWords.Contains);

    /// <summary>A value of the model takes part; that the model itself is there or not says nothing about its values.</summary>
    private static bool Looks(IOperation operation, INamedTypeSymbol model, HashSet<ISymbol> values) => operation.Inside().Any(o => o switch
    {
        IPropertyReferenceOperation property => IsOf(property.Property.ContainingType, model),
        ILocalReferenceOperation local => EndpointData.IsSimple(local.Local.Type) && values.Contains(local.Local),
        IParameterReferenceOperation parameter => EndpointData.IsSimple(parameter.Parameter.Type) && values.Contains(parameter.Parameter),
        _ => false,
    });

    /// <summary>The model, a value of it, or something that was made of them.</summary>
    private static bool Carries(IOperation operation, INamedTypeSymbol model, HashSet<ISymbol> values) => operation.Inside().Any(o => o switch
    {
        IPropertyReferenceOperation property => IsOf(property.Property.ContainingType, model),
        ILocalReferenceOperation local => values.Contains(local.Local) || IsOf(local.Local.Type, model),
        IParameterReferenceOperation parameter => values.Contains(parameter.Parameter) || IsOf(parameter.Parameter.Type, model),
        _ => false,
    });

    private static bool IsOf(ITypeSymbol? type, INamedTypeSymbol model)
    {
        for (ITypeSymbol? t = model; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, type))
            {
                return true;
            }
        }

        return false;
    }
}
