using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>
/// KK4206: an app starts a tracker, or switches its collection on, when it starts and before anybody agreed. Looks at the calls
/// of the list only, and from there back to the start; a program that refers to no such SDK, or has no start on somebody's
/// device, registers nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrackerStartAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public TrackerStartAnalyzer()
        : base(RuleCatalog.KK4206)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (!StartUpPlaces.AreIn(context) || TestProjects.Is(context) || TrackerStarts.For(context) is not { } starts)
        {
            return;
        }

        // What is followed leads into other bodies, which the compiler has bound by the end of the file.
        var afterFile = context.RegisterAfterFile();
        var run = new Run(context, starts);
        context.RegisterOperationAction(
            c =>
            {
                var (member, value) = c.Operation switch
                {
                    IInvocationOperation call => ((ISymbol)call.TargetMethod, (IOperation?)null),
                    IObjectCreationOperation { Constructor: { } constructor } => (constructor, null),
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => (target.Property, assignment.Value),
                    _ => default,
                };
                if (member is not null && starts.Find(member, c.Operation, c.Compilation) is { } start && run.Begins(start, c.Operation, value))
                {
                    var (operation, containing, cancellation) = (c.Operation, c.ContainingSymbol, c.CancellationToken);
                    afterFile.Add(operation.Syntax.SyntaxTree, c.ReportDiagnostic, report => run.Check(start, operation, member, containing, report, cancellation));
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment);
    }

    private sealed class Run(KkContext context, TrackerStarts starts)
    {
        /// <summary>Words in the name of a setting that is on or off. "Initialized" and "configured" tell what was done, and are none.</summary>
        private static readonly ImmutableHashSet<string> Switches = ImmutableHashSet.Create(
            StringComparer.Ordinal, "enabled", "enable", "disabled", "allowed", "permitted", "active", "ingeschakeld", "actief", "activee", "toegestaan");

        /// <summary>What trackers do, in the name of a setting.</summary>
        private static readonly ImmutableHashSet<string> Subjects = ImmutableHashSet.Create(
            StringComparer.Ordinal, "analytics", "tracking", "telemetry", "ads", "advertising", "statistics", "diagnostics", "statistieken", "statistiques");

        /// <summary>Words in names of vendors that say nothing about the tracker.</summary>
        private static readonly ImmutableHashSet<string> Makers = ImmutableHashSet.Create(StringComparer.Ordinal, "google", "microsoft", "apple", "visual", "studio", "center", "mobile", "twilio");

        private readonly Inspection _inspection = context.Inspection(RuleCatalog.KK4206);
        private readonly DevelopmentGuard _guard = new(context.Compilation);
        private readonly ConsentQuestion _question = new(new ConsentMembers(context), new SourceUses(context.Compilation));
        private readonly ManifestSwitches _manifests = new(context);

        /// <summary>A start, or a switch that is thrown to yes.</summary>
        public bool Begins(TrackerStart start, IOperation operation, IOperation? value)
        {
            switch (start.Effect)
            {
                case TrackerStarts.Starts:
                    // FirebaseAnalytics.GetInstance(this).SetAnalyticsCollectionEnabled(…): the switch decides.
                    return operation.Parent is not IInvocationOperation { TargetMethod: var next } chained || starts.Find(next, chained, context.Compilation) is not { Effect: not TrackerStarts.Starts };
                case TrackerStarts.Switch:
                    return Answer(operation, value)?.Unconverted().ConstantValue is { HasValue: true, Value: bool given } && given != start.OffIsTrue;
                case TrackerStarts.Consent:
                    return Grants(operation) == true;
                default:
                    return false;
            }
        }

        public void Check(TrackerStart start, IOperation operation, ISymbol member, ISymbol containing, Action<Diagnostic> report, CancellationToken cancellation)
        {
            _inspection.Inspected();
            if (AsksItself(operation, cancellation) && !IsToldNotToAsk(operation))
            {
                return;
            }

            var walk = new StartUpWalk(_question, _guard.Uses, body => Besides(start, operation, body, cancellation), condition => AsksOwnSwitch(start, condition));
            if (walk.Find(operation, containing, _inspection.NotFollowed, cancellation) is not { } way
                || _guard.Of(operation, containing, cancellation) == GuardKind.Development
                || (start.Effect == TrackerStarts.Starts && _manifests.AreOff(start.Vendor)))
            {
                return;
            }

            var reason = way.Asked == ConsentAsked.Refusal ? Texts.TrackerStartUnlessRefused
                : way.Request == UnusedRequest.Before ? Texts.TrackerStartUntested
                : way.Request == UnusedRequest.After ? Texts.TrackerStartLate
                : Texts.TrackerStartUnasked;
            var location = operation is IInvocationOperation call ? call.NameLocation() : operation.Syntax.GetLocation();
            report(KkDiagnostic.Create(
                RuleCatalog.KK4206,
                location,
                way.Asked == ConsentAsked.Refusal ? DiagnosticSeverity.Info : TrackerCategory.Severity(start.Category),
                way.Steps,
                null,
                member.ContainingType.Name + (member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "" : "." + member.Name),
                start.Vendor,
                string.Join(" > ", way.Path),
                MessageArg.Text(reason)));
        }

        /// <summary>The call itself hands consent over, or the SDK asks for it: an argument or an option is about consent, and is not a plain no.</summary>
        private bool AsksItself(IOperation operation, CancellationToken cancellation)
        {
            foreach (var inner in operation.Descendants())
            {
                switch (inner)
                {
                    case IArgumentOperation { Parameter: { } parameter, Value: var value } when IsYes(parameter.Name, parameter.Type, value):
                    case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var option, Type: { } type }, Value: var given } when IsYes(option.Name, type, given):
                    case IInvocationOperation request when request != operation && _question.IsRequest(request):
                    case ISimpleAssignmentOperation { Target.Type.SpecialType: SpecialType.System_Boolean, Value: var decides } when _question.Of(decides, cancellation) == ConsentAsked.Agreement:
                        return true;
                }
            }

            return false;

            // disableConsentCheck: true asks nothing, and tagForUnderAgeOfConsent tells who is asked.
            bool IsYes(string name, ITypeSymbol type, IOperation value) =>
                type.TypeKind != TypeKind.Enum && _question.IsAboutConsent(name)
                && value.Unconverted().ConstantValue is not { HasValue: true, Value: false or null }
                && name.IndexOf("disable", StringComparison.OrdinalIgnoreCase) < 0 && name.IndexOf("skip", StringComparison.OrdinalIgnoreCase) < 0;
        }

        /// <summary><c>CrossMauiMTAdmob.Current.SkipConsent = true</c> beside the start: what would have asked does not.</summary>
        private bool IsToldNotToAsk(IOperation operation)
        {
            foreach (var other in operation.Root().Descendants())
            {
                if (other is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value }
                    && value.Unconverted().ConstantValue is { HasValue: true, Value: true }
                    && (name.StartsWith("Skip", StringComparison.Ordinal) || name.StartsWith("Disable", StringComparison.Ordinal)) && _question.IsAboutConsent(name))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>
        /// A setting of the app that is named after the tracker decides: <c>FirebaseSettings.IsEnabled</c>. Who sets it, and what it
        /// is before that, may stand anywhere; that nobody was asked is no longer a claim.
        /// </summary>
        private static bool AsksOwnSwitch(TrackerStart start, IOperation condition)
        {
            foreach (var asked in condition.DescendantsAndSelf())
            {
                if (asked is IMemberReferenceOperation { Type.SpecialType: SpecialType.System_Boolean, Member: { } member } reference
                    && member.Locations.Any(l => l.IsInSource)
                    && ConsentTokens.Split(member.Name) is { IsEmpty: false } words && words.Any(Switches.Contains)
                    && (IsNamedAfter(words) || IsNamedAfter(ConsentTokens.Split(member.ContainingType.Name))
                        || (reference.Instance is IMemberReferenceOperation { Member.Name: var holder } && IsNamedAfter(ConsentTokens.Split(holder)))))
                {
                    return true;
                }
            }

            return false;

            bool IsNamedAfter(ImmutableArray<string> words) => words.Any(w => Subjects.Contains(w) || (w.Length > 4 && !Makers.Contains(w) && ConsentTokens.Split(start.Vendor).Contains(w)));
        }

        /// <summary>What else a body on the way does about the same vendor: switches it off, or makes it depend on an answer.</summary>
        private ConsentAsked Besides(TrackerStart start, IOperation operation, IOperation body, CancellationToken cancellation)
        {
            foreach (var other in body.Descendants())
            {
                if (other == operation || other.Syntax == operation.Syntax)
                {
                    continue;
                }

                var (member, value) = other switch
                {
                    IInvocationOperation call => ((ISymbol)call.TargetMethod, (IOperation?)null),
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => (target.Property, assignment.Value),
                    _ => default,
                };
                if (member is null)
                {
                    continue;
                }

                if (starts.Find(member, other, context.Compilation) is { } found)
                {
                    if (found.Vendor == start.Vendor && Stops(found, other, value))
                    {
                        return ConsentAsked.Agreement;
                    }
                }
                else if (other is IInvocationOperation own && own.Arguments.Any(a => a.Value.Type?.SpecialType == SpecialType.System_Boolean && _question.Of(a.Value, cancellation) == ConsentAsked.Agreement))
                {
                    // SetCollection(consent): a method of the app that passes the answer on.
                    return ConsentAsked.Agreement;
                }
            }

            return ConsentAsked.Nothing;
        }

        /// <summary>A switch whose value is not a plain yes: off, or decided elsewhere.</summary>
        private static bool Stops(TrackerStart found, IOperation operation, IOperation? value) => found.Effect switch
        {
            TrackerStarts.Stops => true,
            TrackerStarts.Switch => Answer(operation, value)?.Unconverted().ConstantValue is not { HasValue: true, Value: bool given } || given == found.OffIsTrue,
            TrackerStarts.Consent => Grants(operation) != true,
            _ => false,
        };

        /// <summary>What a switch is set to: the value of a property, or the first argument that is a yes or no.</summary>
        private static IOperation? Answer(IOperation operation, IOperation? value) =>
            value ?? (operation as IInvocationOperation)?.Arguments.FirstOrDefault(a => a.Parameter?.Type.SpecialType == SpecialType.System_Boolean)?.Value
            ?? (operation as IInvocationOperation)?.Arguments.FirstOrDefault()?.Value;

        /// <summary>The answers that a call hands over, by their names: all granted, some denied; null when they come from elsewhere.</summary>
        private static bool? Grants(IOperation operation)
        {
            bool? granted = null;
            var scope = operation is IInvocationOperation { Arguments: { IsEmpty: false } arguments } && arguments.Any(a => a.Value.Unconverted() is ILocalReferenceOperation) ? operation.Root() : operation;
            foreach (var inner in scope.Descendants())
            {
                switch (inner)
                {
                    case IMemberReferenceOperation { Member.Name: "Denied" }:
                        return false;
                    case IMemberReferenceOperation { Member.Name: "Granted" }:
                        granted = true;
                        break;
                }
            }

            return granted;
        }
    }
}
