using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.DarkPatterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Consent;

/// <summary>What a condition asks.</summary>
internal enum ConsentAsked
{
    /// <summary>Nothing about consent.</summary>
    Nothing,

    /// <summary>Whether somebody refused: who never answered counts as a yes.</summary>
    Refusal,

    /// <summary>Whether somebody agreed.</summary>
    Agreement,
}

/// <summary>
/// Says whether code asks about consent, by the names of what it asks, one source method deep. For what stops a claim: it takes
/// any name from the vocabulary for a question, also those that are too general to make a claim.
/// </summary>
internal sealed class ConsentQuestion(ConsentMembers members, SourceUses uses)
{
    /// <summary>Operations of one condition that are looked at.</summary>
    private const int MaxOperations = 400;

    /// <summary>What a condition asks.</summary>
    public ConsentAsked Of(IOperation condition, CancellationToken cancellation) => Of(condition, followMethods: true, cancellation);

    /// <summary>A call that asks somebody for consent, or hands its code to one that does: RequestTrackingAuthorization(…).</summary>
    public bool IsRequest(IInvocationOperation call) =>
        IsAboutConsent(call.TargetMethod.Name) || IsAboutConsent(call.TargetMethod.ContainingType?.Name ?? "")
        || call.TargetMethod.Name.IndexOf("TrackingAuthorization", StringComparison.Ordinal) >= 0;

    /// <inheritdoc cref="ConsentMembers.IsAboutConsent"/>
    public bool IsAboutConsent(string name) => members.IsAboutConsent(name);

    private ConsentAsked Of(IOperation condition, bool followMethods, CancellationToken cancellation)
    {
        var asked = ConsentAsked.Nothing;
        var work = new Stack<IOperation>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        work.Push(condition);
        for (var i = 0; i < MaxOperations && work.Count > 0 && asked != ConsentAsked.Agreement; i++)
        {
            var operation = work.Pop();
            if (IsNullCheck(operation))
            {
                continue;
            }

            switch (operation)
            {
                case IInvocationOperation call when ConsentSites.PreferenceWithFallback(call) is var (key, _):
                    // Preferences.Get("analytics_consent", true): who never answered agreed.
                    Add(Says(key) == ConsentAsked.Nothing ? ConsentAsked.Nothing : ConsentAsked.Refusal);
                    continue;
                case IInvocationOperation call:
                    Add(MayAnswer(call.Type) ? Says(call.TargetMethod.Name) : ConsentAsked.Nothing);
                    Add(IsAboutConsent(call.TargetMethod.ContainingType?.Name ?? "") ? ConsentAsked.Agreement : ConsentAsked.Nothing);
                    if (followMethods && MayAnswer(call.Type) && seen.Add(call.TargetMethod) && uses.Body(call.TargetMethod, cancellation) is { } body)
                    {
                        Add(Of(body, followMethods: false, cancellation));
                    }

                    break;
                case IMemberReferenceOperation member when MayAnswer(member.Type) || member.Type?.TypeKind == TypeKind.Delegate:
                    Add(Says(member.Member.Name));
                    if (member.Member is IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } answers })
                    {
                        Add(Says(answers.Name));
                    }
                    else if (followMethods && seen.Add(member.Member) && uses.Initial(member.Member, cancellation) is { } initial)
                    {
                        work.Push(initial);
                    }

                    break;
                case IMemberReferenceOperation member:
                    Add(IsAboutConsent(member.Member.Name) || IsAboutConsent(member.Type?.Name ?? "") ? ConsentAsked.Agreement : ConsentAsked.Nothing);
                    break;
                case IParameterReferenceOperation parameter:
                    Add(MayAnswer(parameter.Type) ? Says(parameter.Parameter.Name) : IsAboutConsent(parameter.Parameter.Name) ? ConsentAsked.Agreement : ConsentAsked.Nothing);
                    break;
                case ILocalReferenceOperation local:
                    Add(MayAnswer(local.Type) ? Says(local.Local.Name) : ConsentAsked.Nothing);
                    if (seen.Add(local.Local) && local.OnlyValue() is { } value)
                    {
                        work.Push(value);
                    }

                    break;
                case ILiteralOperation { ConstantValue.Value: string text }:
                    Add(Says(text));
                    break;
            }

            foreach (var child in operation.ChildOperations)
            {
                work.Push(child);
            }
        }

        return asked;

        void Add(ConsentAsked what) => asked = what > asked ? what : asked;
    }

    private ConsentAsked Says(string name) =>
        members.Name(name) is { } reading ? reading.Polarity == ConsentPolarity.Refused ? ConsentAsked.Refusal : ConsentAsked.Agreement
        : members.IsAboutConsent(name) ? ConsentAsked.Agreement
        : ConsentAsked.Nothing;

    /// <summary><c>_analytics == null</c> asks whether it was made, not whether it may be.</summary>
    private static bool IsNullCheck(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } both => IsNull(both.LeftOperand) || IsNull(both.RightOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } => IsNull(value),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } } => IsNull(value),
        _ => false,
    };

    private static bool IsNull(IOperation operation) => operation.Unconverted().ConstantValue is { HasValue: true, Value: null };

    /// <summary>A yes or no, a text, a number or one of some answers, now or later.</summary>
    private static bool MayAnswer(ITypeSymbol? type)
    {
        while (type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" or "Nullable" } wrapped)
        {
            type = wrapped.TypeArguments[0];
        }

        return type is { SpecialType: SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Int32 } or { TypeKind: TypeKind.Enum };
    }
}
