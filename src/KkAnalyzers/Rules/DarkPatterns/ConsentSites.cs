using System.Collections.Immutable;
using KkAnalyzers.Consent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>Tells a place that decides for the person from one that carries out what the person chose (hard case 65).</summary>
internal static class ConsentSites
{
    /// <summary>Methods of components and pages that fill a form before it is shown.</summary>
    private static readonly ImmutableHashSet<string> BeforeTheForm = ImmutableHashSet.Create(
        StringComparer.Ordinal, "OnInitialized", "OnInitializedAsync", "OnParametersSet", "OnParametersSetAsync", "OnGet", "OnGetAsync", "OnAppearing");

    /// <summary>The default of a parameter of a constructor, or of a method that makes the data of a person; not of a query.</summary>
    public static bool IsDefaultOfCreation(ConsentMembers members, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return false;
        }

        if (method.MethodKind == MethodKind.Constructor)
        {
            return true;
        }

        var tokens = ConsentTokens.Split(method.Name);
        return method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction && tokens.Length > 0
            && members.Words.AnyHas(tokens, ConsentRoles.Create)
            && (!members.Words.Has(tokens[0], ConsentRoles.Act) || members.Words.Has(tokens[0], ConsentRoles.Create));
    }

    /// <summary>
    /// An assignment that happens whatever the person does: in a constructor or a method that fills a form, or to an object
    /// that was made here; under no condition, in no handler, query, sample or migration.
    /// </summary>
    public static bool IsDefault(ConsentMembers members, ISimpleAssignmentOperation assignment, IMemberReferenceOperation target, ISymbol containing)
    {
        var isNew = IsInInitializerOfNew(assignment);
        if (!isNew && !IsOfNewLocal(target) && !(target.Instance is IInstanceReferenceOperation && FillsTheForm(members, containing)))
        {
            return false;
        }

        return containing.ContainingType is not { } type || !IsSampleOrMigration(members, type)
            ? IsUnconditional(members, assignment, containing)
            : false;
    }

    /// <summary>
    /// A setting of an option: in braces behind <c>new</c>, or of what a lambda gets (<c>o =&gt; o.RequireConsent = false</c>). Not the
    /// state of a dialog that a method closes.
    /// </summary>
    public static bool IsOption(ConsentMembers members, ISimpleAssignmentOperation assignment, IMemberReferenceOperation target, ISymbol containing)
    {
        var isOption = IsInInitializerOfNew(assignment)
            || (target.Instance is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } });
        return isOption && (containing.ContainingType is not { } type || !IsSampleOrMigration(members, type));
    }

    /// <summary>
    /// <c>Preferences.Get("newsletter", true)</c>, <c>configuration.GetValue("Privacy:Newsletter", true)</c>: the key and the fallback, or null.
    /// </summary>
    public static (string Key, IOperation Value)? PreferenceWithFallback(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType is not { } type || !(type.Name.EndsWith("Preferences", StringComparison.Ordinal) || type.Name == "ConfigurationBinder"))
        {
            return null;
        }

        string? key = null;
        IOperation? fallback = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: var value })
            {
                key ??= value as string;
                fallback ??= value is true ? argument.Value : null;
            }
        }

        return key is not null && fallback is not null ? (key, fallback) : null;
    }

    /// <summary>Where an exception was caught: an answer that could not be read.</summary>
    public static bool IsInHandler(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ICatchClauseOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In braces behind <c>new</c>; <c>with</c> changes what exists already.</summary>
    private static bool IsInInitializerOfNew(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IObjectCreationOperation or ITypeParameterObjectCreationOperation:
                    return true;
                case IObjectOrCollectionInitializerOperation or IMemberInitializerOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsOfNewLocal(IMemberReferenceOperation target) =>
        target.Instance is ILocalReferenceOperation { Local: { DeclaringSyntaxReferences.Length: 1 } local }
        && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax };

    private static bool FillsTheForm(ConsentMembers members, ISymbol containing) =>
        containing is IMethodSymbol method
        && (method.MethodKind == MethodKind.Constructor || BeforeTheForm.Contains(method.Name)
            || members.Words.AnyHas(ConsentTokens.Split(method.Name), ConsentRoles.Default));

    /// <summary>Samples are no product; migrations and HasData are KK3202.</summary>
    public static bool IsSampleOrMigration(ConsentMembers members, INamedTypeSymbol type)
    {
        if (members.Words.AnyHas(ConsentTokens.Split(type.Name), ConsentRoles.SampleOwner))
        {
            return true;
        }

        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name == "ModelSnapshot" || t.Name.EndsWith("Migration", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnconditional(ConsentMembers members, IOperation operation, ISymbol containing)
    {
        var child = operation;
        for (var parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case ICatchClauseOperation:
                    return IsInInitializerOfNew(operation) && NobodyAsks(members, parent, containing);
                case IConditionalOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation:
                case IInvocationOperation { TargetMethod.Name: "HasData" }:
                case IBlockOperation block when FollowsQuestion(members, block, child):
                    return false;
                case IAnonymousFunctionOperation lambda:
                    return IsEndpoint(members, lambda);
                case ILocalFunctionOperation function:
                    return !CarriesOut(members, function.Symbol.Name);
            }
        }

        // A constructor's name is its type's, which may well be ConsentGiven.
        return containing is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || !CarriesOut(members, method.Name);
    }

    /// <summary>
    /// What a handler of an exception makes: an answer that could not be read is no yes. Unless the code around carries out what
    /// somebody chose, and saving that failed.
    /// </summary>
    private static bool NobodyAsks(ConsentMembers members, IOperation handler, ISymbol containing)
    {
        for (var parent = handler.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalOperation { Condition: { } condition }
                && condition.DescendantsAndSelf().Any(o => o.Type?.SpecialType == SpecialType.System_Boolean && Asked(o) is { } name && members.Name(name) is not null))
            {
                return false;
            }
        }

        return containing is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || !CarriesOut(members, method.Name);
    }

    /// <summary>An earlier "if" in the block asks about consent: <c>if (!form.Newsletter) return;</c>.</summary>
    private static bool FollowsQuestion(ConsentMembers members, IBlockOperation block, IOperation child)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == child)
            {
                return false;
            }

            if (statement is IConditionalOperation { Condition: { } condition } && condition.DescendantsAndSelf().Any(o => Asked(o) is { } name && members.Name(name) is not null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of what an operation reads or calls; null for other operations.</summary>
    public static string? Asked(IOperation operation) => operation switch
    {
        IMemberReferenceOperation member => member.Member.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => null,
    };

    /// <summary>A lambda runs when somebody does something; only the handler of a route is a place like a method.</summary>
    private static bool IsEndpoint(ConsentMembers members, IAnonymousFunctionOperation lambda)
    {
        for (var parent = lambda.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call)
            {
                return call.TargetMethod.Name is "MapPost" or "MapPut" or "MapGet" or "MapPatch" or "MapMethods"
                    && call.Arguments.Select(a => a.Value.ConstantValue.Value).OfType<string>().All(route => !CarriesOut(members, route));
            }
        }

        return false;
    }

    /// <summary>AcceptAll, SubscribeToNewsletter, Button_Clicked: the person did something.</summary>
    public static bool CarriesOut(ConsentMembers members, string name)
    {
        var tokens = ConsentTokens.Split(name);
        return members.Words.AnyHas(tokens, ConsentRoles.Act) || members.Words.AnyHas(tokens, ConsentRoles.SampleOwner) || members.Words.AnyHas(tokens, ConsentRoles.FilterOwner);
    }
}
