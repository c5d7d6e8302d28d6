using System.Collections.Concurrent;
using KkAnalyzers.Consent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>
/// KK3209: what people pay for without having chosen it. Members that start as yes come from the walk of KK3201; here are the
/// rest: columns, subscriptions of Stripe, extras of a cart.
/// </summary>
internal sealed class PaidByDefault
{
    private readonly ConsentMembers _members;
    private readonly Inspection _inspection;
    private readonly ConcurrentDictionary<string, ConsentReading?> _extras = new(StringComparer.Ordinal);

    public PaidByDefault(KkContext context, ConsentMembers members)
    {
        _members = members;
        _inspection = context.Inspection(RuleCatalog.KK3209);
    }

    /// <summary>True for the subjects that KK3209 reports and KK3201 does not.</summary>
    public static bool Takes(ConsentReading reading) => reading.Subject is ConsentSubjects.Renewal or ConsentSubjects.Extras;

    /// <summary>How loud a renewal or an extra is that starts as yes; null for silence.</summary>
    public static DiagnosticSeverity? Weigh(ConsentMembers members, ConsentReading reading, INamedTypeSymbol? type)
    {
        var owner = members.Owner(type);
        if (reading.Subject != ConsentSubjects.Renewal)
        {
            return ConsentReader.Weigh(reading, owner);
        }

        if (reading.Polarity != ConsentPolarity.Given || owner == ConsentOwner.Unrelated || IsTechnical(members, type))
        {
            return null;
        }

        // IsRecurring may be an appointment: it needs a type about a purchase. A switch of the shop is no subscription.
        var isPurchase = IsPurchase(members, type);
        return isPurchase || (owner != ConsentOwner.System && reading.Needs == TermNeeds.Nothing) ? DiagnosticSeverity.Warning : null;
    }

    /// <summary>Leases, locks, certificates, tokens: their types and namespaces say so.</summary>
    private static bool IsTechnical(ConsentMembers members, INamedTypeSymbol? type)
    {
        const string not = ConsentRoles.Not + ConsentSubjects.Renewal;
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (members.Words.AnyHas(ConsentTokens.Split(t.Name), not))
            {
                return true;
            }
        }

        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (members.Words.AnyHas(ConsentTokens.Split(space.Name), not))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPurchase(ConsentMembers members, INamedTypeSymbol? type) =>
        type is not null && members.Words.AnyHas(ConsentTokens.Split(type.Name), ConsentRoles.PurchaseOwner);

    public void Assignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property })
        {
            return;
        }

        switch (property.Name)
        {
            case "TrialPeriodDays" or "TrialEnd" or "TrialFromPlan" when IsStripe(property.ContainingType):
                Trial(context, assignment, property);
                break;
            case "CancelAtPeriodEnd" when IsStripe(property.ContainingType):
                KeptRunning(context, assignment, property);
                break;
            case "IsSelected" or "Selected" or "IsChecked" or "Checked" when assignment.Value.ConstantValue is { HasValue: true, Value: true }:
                Extra(context, assignment, property);
                break;
        }
    }

    /// <summary>
    /// The trial of a new subscription: Stripe asks for money when it ends, unless TrialSettings or an end of the subscription says
    /// otherwise (https://docs.stripe.com/billing/subscriptions/trials).
    /// </summary>
    private void Trial(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        var type = property.ContainingType.Name;
        if (type is not ("SubscriptionCreateOptions" or "SessionSubscriptionDataOptions" or "PaymentLinkSubscriptionDataOptions")
            || assignment.Value.Unconverted() is { ConstantValue: { HasValue: true, Value: null or 0 or 0L or false } } or IMemberReferenceOperation { Member.Name: "Now" })
        {
            return;
        }

        _inspection.Inspected();
        var ends = false;
        foreach (var other in assignment.Root().Descendants())
        {
            ends |= other is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "TrialSettings" or "CancelAt" or "CancelAtPeriodEnd" } set } } by
                && IsStripe(set.ContainingType) && by.Value.Unconverted().ConstantValue is not { HasValue: true, Value: null or false };
        }

        if (!ends)
        {
            Report(context, property.ContainingType.Name + "." + property.Name, MessageArg.Text(Texts.PaidAfterTrial), assignment, MessageArg.Text(Texts.PaidReasonTrial));
        }
    }

    /// <summary><c>CancelAtPeriodEnd = false</c> in a method that ends a subscription.</summary>
    private void KeptRunning(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        _inspection.Inspected();
        if (assignment.Value.Unconverted() is not { ConstantValue: { HasValue: true, Value: false } } value || context.ContainingSymbol is not IMethodSymbol method)
        {
            return;
        }

        // The containing method decides; what takes a cancellation back sets false rightly.
        var tokens = ConsentTokens.Split(method.Name);
        if (_members.Words.AnyHas(tokens, ConsentRoles.Ending) && !tokens.Any(t => t is "undo" or "revert" or "reactivate" or "resume" or "un" or "uncancel" or "heractiveer" or "hervat" or "reactiver" or "reprendre" or "cancelled" or "canceled")
            && !IsDecided(assignment)
            && !assignment.Root().Descendants().Any(o => o is IInvocationOperation { TargetMethod: { Name: "Cancel" or "CancelAsync" } stop } && IsStripe(stop.ContainingType)))
        {
            Report(context, property.ContainingType.Name + "." + property.Name, ConsentSubjects.Text(ConsentSubjects.Renewal), value, MessageArg.Text(Texts.PaidReasonKept, method.Name));
        }
    }

    /// <summary><c>new CartOption { Name = "Insurance", Price = 5, IsSelected = true }</c>: an extra with a price that is on.</summary>
    private void Extra(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (assignment.Parent is not IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation } all
            || !_members.Words.AnyHas(ConsentTokens.Split(property.ContainingType.Name), ConsentRoles.ExtraOwner)
            || (context.ContainingSymbol.ContainingType is { } around && ConsentSites.IsSampleOrMigration(_members, around)) || IsDecided(assignment))
        {
            return;
        }

        _inspection.Inspected();
        var price = all.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: var name }
            && _members.Words.AnyHas(ConsentTokens.Split(name), ConsentRoles.Price));
        if (price is not null && !IsZero(price.Value) && !all.Initializers.OfType<ISimpleAssignmentOperation>().Any(IsMandatory))
        {
            Report(
                context,
                property.ContainingType.Name + "." + property.Name,
                ConsentSubjects.Text(ConsentSubjects.Extras),
                assignment.Value,
                MessageArg.Text(Texts.PaidReasonSelected, ((IPropertyReferenceOperation)price.Target).Property.Name));
        }
    }

    public void Call(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (method.Name == "HasDefaultValue")
        {
            Column(context, call);
        }
        else if (ExtraOf(method.Name) is { } reading)
        {
            Added(context, call, reading);
        }
    }

    /// <summary>Remembered for every name of a call, also for those that say nothing.</summary>
    private ConsentReading? ExtraOf(string name) => _extras.TryGetValue(name, out var known)
        ? known
        : _extras.GetOrAdd(name, _members.Name(name) is { Subject: ConsentSubjects.Extras, Polarity: ConsentPolarity.Given } reading ? reading : null);

    /// <summary><c>Property(x => x.AutoRenew).HasDefaultValue(true)</c>; other subjects of consent are KK3202.</summary>
    private void Column(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(a => a.Value.Unconverted().ConstantValue is { HasValue: true, Value: true })?.Value is not { } value)
        {
            return;
        }

        var chain = call.Receiver();
        while (chain is IInvocationOperation { TargetMethod.Name: not "Property" } before)
        {
            chain = before.Receiver();
        }

        if (chain is IInvocationOperation { Arguments.Length: > 0 } property
            && property.Arguments[0].Value.Unwrap() is IAnonymousFunctionOperation { Body.Operations: { Length: > 0 } statements }
            && statements[0] is IReturnOperation { ReturnedValue: { } returned } && returned.Unconverted() is IMemberReferenceOperation { Member: var member, Type: { } type }
            && _members.Read(member, type) is { Subject: ConsentSubjects.Renewal } reading)
        {
            _inspection.Inspected();
            if (Weigh(_members, reading, member.ContainingType) is { } severity)
            {
                Report(context, member.Name, ConsentSubjects.Text(reading.Subject), value, MessageArg.Text(Texts.PaidReasonColumn, reading.Term), severity);
            }
        }
    }

    /// <summary>
    /// <c>cart.AddInsurance()</c> while somebody checks out, whatever the person said. Information: what it puts in may be a part
    /// of the price that everybody pays.
    /// </summary>
    private void Added(OperationAnalysisContext context, IInvocationOperation call, ConsentReading reading)
    {
        _inspection.Inspected();
        if (context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            && ConsentTokens.Split(method.Name) is var tokens && _members.Words.AnyHas(tokens, ConsentRoles.Checkout)
            && _members.Name(method.Name) is not { Subject: ConsentSubjects.Extras } && !IsDecided(call)
            && !call.Arguments.Any(a => a.Value.DescendantsAndSelf().Any(o => ConsentSites.Asked(o) is { } name && _members.Name(name) is { Subject: ConsentSubjects.Extras }))
            && !(method.ContainingType is { } type && ConsentSites.IsSampleOrMigration(_members, type)))
        {
            Report(context, call.TargetMethod.Name, ConsentSubjects.Text(reading.Subject), call, MessageArg.Text(Texts.PaidReasonAdded, method.Name), DiagnosticSeverity.Info);
        }
    }

    /// <summary>A condition, or an "if" before it that leaves, stands between: somebody may have chosen.</summary>
    private static bool IsDecided(IOperation operation)
    {
        var child = operation;
        for (var parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConditionalOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation:
                    return true;
                case IBlockOperation block:
                    foreach (var statement in block.Operations)
                    {
                        if (statement == child)
                        {
                            break;
                        }

                        if (statement is IConditionalOperation question && question.WhenTrue.Inside(lambdas: false).Any(o => o is IReturnOperation))
                        {
                            return true;
                        }
                    }

                    break;
            }
        }

        return false;
    }

    private static bool IsMandatory(ISimpleAssignmentOperation assignment) =>
        assignment is { Target: IPropertyReferenceOperation { Property.Name: "IsMandatory" or "Mandatory" or "IsRequired" or "Required" or "IsIncluded" or "Included" or "Verplicht" or "Inbegrepen" or "Obligatoire" or "Inclus" }, Value.ConstantValue: { HasValue: true, Value: true } };

    private static bool IsZero(IOperation value) => value.Unconverted().ConstantValue is { HasValue: true, Value: 0 or 0L or 0m or 0d or 0f or null };

    private static bool IsStripe(INamedTypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } space
        && (space.Name == "Stripe" || space.ContainingNamespace.Name == "Stripe");

    private static void Report(OperationAnalysisContext context, string name, MessageArg to, IOperation at, MessageArg reason, DiagnosticSeverity? severity = null)
    {
        var location = at.Syntax.GetLocation();
        if (SourceLocations.IsUserCode(location, context.IsGeneratedCode))
        {
            context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK3209, location, severity, null, null, name, to, reason));
        }
    }
}
