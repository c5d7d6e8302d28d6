using System.Collections.Concurrent;
using KkAnalyzers.Consent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>
/// KK3206: a yes that no person gave. What starts as yes is KK3201, and what SDKs do when the application starts is KK4206, so
/// that nothing is said twice.
/// </summary>
internal sealed class GrantedByProgram
{
    /// <summary>Values that say yes to an SDK: <c>ConsentStatus.Granted</c>, <c>true</c>.</summary>
    private enum Said
    {
        Nothing,
        Yes,
        Unknown,
    }

    private enum CallKind
    {
        Other,

        /// <summary>GiveConsent, AcceptAllCookies: consent by its own name.</summary>
        Grants,

        /// <summary>SetConsent(true): only with a yes.</summary>
        Sets,

        /// <summary>GrantAll, AcceptAll: consent when its type is about that.</summary>
        GrantsAll,
    }

    private readonly ConsentMembers _members;
    private readonly Inspection _inspection;
    private readonly ConcurrentDictionary<string, CallKind> _calls = new(StringComparer.Ordinal);

    public GrantedByProgram(KkContext context, ConsentMembers members)
    {
        _members = members;
        _inspection = context.Inspection(RuleCatalog.KK3206);
        context.RegisterSymbolAction(Property, SymbolKind.Property);
    }

    public void Assignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IMemberReferenceOperation { Member: { } member, Type: { } type } target)
        {
            return;
        }

        if (member.Name == "IsEssential" && assignment.Value.ConstantValue is { HasValue: true, Value: true })
        {
            Essential(context, assignment, target);
        }
        else if (_members.Yes(assignment.Value, member) is { } yes)
        {
            if (_members.Read(member, type) is { Polarity: ConsentPolarity.Given } reading && !ConsentSites.IsDefault(_members, assignment, target, context.ContainingSymbol))
            {
                _inspection.Inspected();
                Set(context, assignment, target, reading, yes);
            }
        }
        else if (assignment.Value.Unconverted() is not ILiteralOperation && type.SpecialType == SpecialType.System_Boolean || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        {
            Copied(context, assignment, member, type);
        }
    }

    /// <summary>Set to yes where nobody was asked, or as part of the answer to another question.</summary>
    private void Set(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, IMemberReferenceOperation target, ConsentReading reading, string yes)
    {
        if (_members.Weigh(reading, target.Member) is not { } severity || IsNotForPeople(context.ContainingSymbol) || IsUnderConstruction(assignment))
        {
            return;
        }

        if (AnotherQuestion(assignment, reading, context.ContainingSymbol) is { } asked)
        {
            Report(context, target.Member.Name, reading.Subject, assignment.Value, MessageArg.Text(Texts.GrantReasonOther, asked), severity);
        }
        else if (ProgramSites.Of(_members, assignment, context.ContainingSymbol) is var (site, boundary)
            && ProgramSites.IsForced(_members, assignment, boundary, site.Moment, ProgramSites.Symbol(target.Instance)))
        {
            Report(context, target.Member.Name, reading.Subject, assignment.Value, site.Reason, severity);
        }
    }

    /// <summary><c>user.Newsletter = form.AcceptTerms</c>: one answer becomes another.</summary>
    private void Copied(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, ISymbol member, ITypeSymbol type)
    {
        if (ProgramSites.Symbol(assignment.Value) is not { } source || _members.Name(member.Name) is null || _members.Name(source.Name) is null
            || _members.Read(member, type) is not { Polarity: ConsentPolarity.Given } to || assignment.Value.Type is not { } sourceType
            || _members.Read(source, sourceType) is not { Polarity: ConsentPolarity.Given } from)
        {
            return;
        }

        _inspection.Inspected();
        if (IsPurpose(to) && from.Subject != ConsentSubjects.Consent && Purpose(from.Subject) is var asked && asked != Purpose(to.Subject)
            && _members.Weigh(to, member) is { } severity && !IsNotForPeople(context.ContainingSymbol))
        {
            Report(context, member.Name, to.Subject, assignment.Value, MessageArg.Text(Texts.GrantReasonOther, source.Name), asked == Terms ? severity : DiagnosticSeverity.Info);
        }
    }

    public void Call(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "GrantConsent" when IsTrackingFeature(method.ContainingType):
                Grant(context, call, "cookies");
                break;
            case "Equal" or "Must":
                Validator(context, call);
                break;
            case "Append" when method.ContainingType.Name == "IResponseCookies":
                AppendedCookie(context, call);
                break;
            default:
                if (KindOf(method.Name) is not CallKind.Other and var kind && IsGrant(kind, call))
                {
                    Grant(context, call, _members.Name(method.Name) is { } reading && reading.Subject != "terms" ? reading.Subject : ConsentSubjects.Consent);
                }

                break;
        }
    }

    private void Grant(OperationAnalysisContext context, IInvocationOperation call, string subject)
    {
        _inspection.Inspected();
        if (IsNotForPeople(context.ContainingSymbol) || ProgramSites.Of(_members, call, context.ContainingSymbol) is not var (site, boundary)
            || !ProgramSites.IsForced(_members, call, boundary, site.Moment, ProgramSites.Symbol(call.Instance)))
        {
            return;
        }

        // What the SDK of a tracker is told when the application starts is KK4206.
        if (site.Moment == ProgramMoment.Startup && call.TargetMethod.Locations.All(l => !l.IsInSource) && !IsTrackingFeature(call.TargetMethod.ContainingType))
        {
            return;
        }

        Report(context, call.TargetMethod.Name, subject, call, site.Reason);
    }

    private bool IsGrant(CallKind kind, IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        var ns = type.ContainingNamespace?.ToDisplayString() ?? "";
        if (_members.Owner(type) == ConsentOwner.Unrelated || call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean
            || ns.Contains("IdentityServer") || ns.Contains("OpenIddict") || call.TargetMethod.MethodKind != MethodKind.Ordinary)
        {
            return false;
        }

        var said = Said.Nothing;
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value;
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || value.Type is not { } given)
            {
                continue;
            }

            if (value.ConstantValue is { HasValue: true, Value: false })
            {
                return false;
            }

            if (_members.Yes(value, call.TargetMethod) is not null)
            {
                said = Said.Yes;
            }
            else if (given.SpecialType == SpecialType.System_Boolean || (given.TypeKind == TypeKind.Enum && _members.Name(given.Name) is not null) || IsAnswer(value))
            {
                said = said == Said.Yes ? said : Said.Unknown;
            }
        }

        return kind switch
        {
            CallKind.Grants => said != Said.Unknown,
            CallKind.Sets => said == Said.Yes,
            _ => said != Said.Unknown && IsAboutConsent(type),
        };
    }

    /// <summary>IConsentService, CookieManager: a type whose GrantAll is about consent.</summary>
    private bool IsAboutConsent(INamedTypeSymbol type)
    {
        var tokens = ConsentTokens.Split(type.Name);
        return _members.Words.AnyHas(tokens, ConsentSubjects.Consent) || _members.Words.AnyHas(tokens, "cookies");
    }

    /// <summary>A map of answers, or an object that holds one: who filled it decides.</summary>
    private bool IsAnswer(IOperation value) =>
        value.Unconverted() is not (IObjectCreationOperation or ILiteralOperation) && ProgramSites.Symbol(value) is { } symbol && _members.Name(symbol.Name) is not null;

    // Asked of every call in the program: its first letters before the table.
    private CallKind KindOf(string name) =>
        !_members.Words.MayGrant(name) ? CallKind.Other : _calls.TryGetValue(name, out var known) ? known : _calls.GetOrAdd(name, Classify(name));

    private CallKind Classify(string name)
    {
        var tokens = ConsentTokens.Split(name);
        if (tokens.Length < 2 || !_members.Words.Has(tokens[0], ConsentRoles.Grant))
        {
            return CallKind.Other;
        }

        if (_members.Name(name) is { Polarity: ConsentPolarity.Given, Subject: not "terms", Needs: not TermNeeds.Verb } reading && (reading.HasNoun || reading.Subject == "cookies"))
        {
            return tokens[0] is "set" or "provide" or "update" or "zet" or "definir" or "enregistrer" ? CallKind.Sets : CallKind.Grants;
        }

        return tokens.Skip(1).All(t => t is "all" or "async" or "everything" or "alles" or "tout" or "tous") ? CallKind.GrantsAll : CallKind.Other;
    }

    /// <summary><c>RuleFor(x => x.Newsletter).Equal(true)</c>: the form refuses a no.</summary>
    private void Validator(OperationAnalysisContext context, IInvocationOperation call)
    {
        var forces = call.TargetMethod.Name == "Equal"
            ? call.Arguments.Any(a => a.Value.Unconverted().ConstantValue is { HasValue: true, Value: true })
            : call.Arguments.Any(a => IsItself(a.Value));
        if (!forces)
        {
            return;
        }

        var chain = call.Receiver();
        while (chain is IInvocationOperation { TargetMethod.Name: not "RuleFor" } before)
        {
            chain = before.Receiver();
        }

        if (chain is IInvocationOperation { Arguments.Length: > 0 } ruleFor && Lambda(ruleFor.Arguments[0].Value) is { } path
            && Returned(path) is IMemberReferenceOperation { Member: var member, Type: { } type } && _members.Read(member, type) is { Polarity: ConsentPolarity.Given } reading)
        {
            Forced(context.ReportDiagnostic, member, reading, call.NameLocation(), call.TargetMethod.Name, context.IsGeneratedCode);
        }
    }

    private void Property(SymbolAnalysisContext context)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (property.Type.SpecialType != SpecialType.System_Boolean && property.Type is not INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            || _members.Name(property.Name) is null || _members.Read(property, property.Type) is not { Polarity: ConsentPolarity.Given } reading)
        {
            return;
        }

        foreach (var attribute in property.GetAttributes())
        {
            if (ForcesTrue(attribute) && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } written)
            {
                Forced(context.ReportDiagnostic, property, reading, written.GetLocation(), written.ToString(), context.IsGeneratedCode);
            }
        }

        if (Bundled(property, reading) is var (first, second, severity))
        {
            _inspection.Inspected();
            Report(context.ReportDiagnostic, property.Name, second.Subject, property.Locations[0], MessageArg.Text(Texts.GrantReasonBundled, first.Term, second.Term), severity, context.IsGeneratedCode);
        }
    }

    /// <summary><c>AcceptTermsAndMarketing</c>: one answer for two questions.</summary>
    private (ConsentReading First, ConsentReading Second, DiagnosticSeverity Severity)? Bundled(IPropertySymbol property, ConsentReading whole)
    {
        var name = property.Name;
        if (property.IsOverride || (name.IndexOf("and", StringComparison.OrdinalIgnoreCase) < 0 && name.IndexOf("en", StringComparison.OrdinalIgnoreCase) < 0 && name.IndexOf("et", StringComparison.OrdinalIgnoreCase) < 0))
        {
            return null;
        }

        var tokens = ConsentTokens.Split(name);
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (tokens[i] is not ("and" or "en" or "et"))
            {
                continue;
            }

            if (_members.Name(string.Join("_", tokens.Take(i))) is { Polarity: ConsentPolarity.Given } first
                && _members.Name(string.Join("_", tokens.Skip(i + 1))) is { Polarity: ConsentPolarity.Given } second
                && Purpose(first.Subject) != Purpose(second.Subject) && (whole.HasVerb || whole.HasNoun)
                && _members.Weigh(whole with { Needs = TermNeeds.Nothing }, property) is { } severity)
            {
                var isOneOther = IsGeneral(first) || IsGeneral(second);
                return IsGeneral(second) && !IsGeneral(first)
                    ? (second, first, severity)
                    : (first, second, isOneOther ? severity : DiagnosticSeverity.Info);
            }
        }

        return null;

        static bool IsGeneral(ConsentReading reading) => reading.Subject is "terms" or ConsentSubjects.Consent;
    }

    private void Forced(Action<Diagnostic> report, ISymbol member, ConsentReading reading, Location location, string rule, bool isGenerated)
    {
        _inspection.Inspected();
        if (reading.Subject != "terms" && _members.Weigh(reading, member) is { } severity)
        {
            // Without any consent a form may have no ground at all; a purpose of its own is never needed for the form.
            var isPurpose = IsPurpose(reading) && reading.Subject != ConsentSubjects.Consent;
            Report(report, member.Name, reading.Subject, location, MessageArg.Text(Texts.GrantReasonForced, rule), isPurpose ? severity : DiagnosticSeverity.Info, isGenerated);
        }
    }

    private static bool ForcesTrue(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "RangeAttribute" => attribute.ConstructorArguments is { Length: 3 } range
            && "true".Equals(range[1].Value as string, StringComparison.OrdinalIgnoreCase) && "true".Equals(range[2].Value as string, StringComparison.OrdinalIgnoreCase),
        "AllowedValuesAttribute" => attribute.ConstructorArguments is { Length: 1 } allowed && allowed[0].Kind == TypedConstantKind.Array && allowed[0].Values is { Length: 1 } values && values[0].Value is true,
        { } name => name is "MustBeTrueAttribute" or "IsTrueAttribute" or "EnforceTrueAttribute" or "RequireTrueAttribute" or "RequiredTrueAttribute" or "MustBeCheckedAttribute" or "MandatoryAttribute"
            or "RequiredToBeTrueAttribute" or "CheckBoxRequiredAttribute" or "MoetWaarZijnAttribute" or "DoitEtreVraiAttribute",
        null => false,
    };

    /// <summary><c>Cookies.Append("_ga", value, new CookieOptions { IsEssential = true })</c>, with the options here or in a local.</summary>
    private void AppendedCookie(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (call.Argument("key").Constant() is not { } key || !TrackingCookies.Has(key))
        {
            return;
        }

        _inspection.Inspected();
        var options = call.Argument("options")?.Unconverted();
        var creation = options is ILocalReferenceOperation local ? local.OnlyValue()?.Unconverted() : options;
        if (creation is IObjectCreationOperation { Initializer: { } initializer }
            && initializer.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(IsEssential) is { } essential)
        {
            Report(context, key, "tracking", essential, MessageArg.Text(Texts.GrantReasonEssential, key));
        }
        else if (options is ILocalReferenceOperation { Local: var by } && call.Root().Descendants().OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a => IsEssential(a) && SymbolEqualityComparer.Default.Equals(ProgramSites.Symbol(((IMemberReferenceOperation)a.Target).Instance), by)) is { } later)
        {
            Report(context, key, "tracking", later, MessageArg.Text(Texts.GrantReasonEssential, key));
        }
    }

    private static bool IsEssential(ISimpleAssignmentOperation assignment) =>
        assignment is { Target: IPropertyReferenceOperation { Property.Name: "IsEssential" }, Value.ConstantValue: { HasValue: true, Value: true } };

    /// <summary><c>new CookieBuilder { Name = "_ga", IsEssential = true }</c>; options of an appended cookie have no name.</summary>
    private void Essential(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, IMemberReferenceOperation target)
    {
        if (target.Member.ContainingType.Name != "CookieBuilder")
        {
            return;
        }

        _inspection.Inspected();
        var names = assignment.Parent is IObjectOrCollectionInitializerOperation all
            ? all.Initializers.OfType<ISimpleAssignmentOperation>()
            : assignment.Root().Descendants().OfType<ISimpleAssignmentOperation>().Where(a => a.Target is IPropertyReferenceOperation p && SymbolEqualityComparer.Default.Equals(ProgramSites.Symbol(p.Instance), ProgramSites.Symbol(target.Instance)));
        if (names.FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: "Name" })?.Value.Constant() is { } key && TrackingCookies.Has(key))
        {
            Report(context, key, "tracking", assignment, MessageArg.Text(Texts.GrantReasonEssential, key));
        }
    }

    /// <summary>
    /// The name of the terms that were accepted, when that alone brought the yes: in <c>if (form.AcceptTerms)</c>, or in a method
    /// that handles it.
    /// </summary>
    private string? AnotherQuestion(IOperation assignment, ConsentReading reading, ISymbol containing)
    {
        if (!IsPurpose(reading) || Purpose(reading.Subject) == Terms)
        {
            return null;
        }

        var child = assignment;
        for (var parent = assignment.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConditionalOperation { Condition: { } condition } question when child == question.WhenTrue:
                    return ProgramSites.Symbol(condition) is { } asked && IsAboutTerms(asked.Name) ? asked.Name : null;
                case IConditionalOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation or IAnonymousFunctionOperation:
                    return null;
            }
        }

        return containing is IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: var name } && IsAboutTerms(name) ? name : null;

        bool IsAboutTerms(string name) => _members.Name(name) is { Subject: "terms", Polarity: ConsentPolarity.Given, HasVerb: true }
            && !ConsentTokens.Split(name).Any(t => t is "and" or "en" or "et");
    }

    private const int Terms = 1;

    /// <summary>Subjects that one question may ask about together; consent in general is none.</summary>
    private static int Purpose(string subject) => subject switch
    {
        ConsentSubjects.Consent => 0,
        "terms" => Terms,
        ConsentSubjects.Marketing or ConsentSubjects.Newsletter or ConsentSubjects.Notifications or "ads" => 2,
        "tracking" or "profiling" or "cookies" => 3,
        "sharing" or "third-party" => 4,
        "research" or "training" => 5,
        "location" => 6,
        "contacts" => 7,
        "visibility" => 8,
        _ => 9,
    };

    /// <summary>Has a purpose of its own, other than consent in general, terms and what is paid for.</summary>
    private static bool IsPurpose(ConsentReading reading) =>
        reading is { Needs: TermNeeds.Nothing, Subject: not (ConsentSubjects.Consent or "terms" or ConsentSubjects.Renewal or "extras") };

    /// <summary>Samples, migrations, and code about access rights: there "consent" and "toestemming" mean something else.</summary>
    private bool IsNotForPeople(ISymbol containing) =>
        containing.ContainingType is { } type
        && (ConsentSites.IsSampleOrMigration(_members, type) || _members.Owner(type) == ConsentOwner.Unrelated || type.AllInterfaces.Any(i => i.Name == "IAuthorizationHandler"));

    /// <summary>In braces behind new, where a condition decided already, or what is made is an answer.</summary>
    private static bool IsUnderConstruction(IOperation assignment) => assignment.Parent is IObjectOrCollectionInitializerOperation;

    private static bool IsTrackingFeature(INamedTypeSymbol type) => type.Name is "ITrackingConsentFeature" || type.AllInterfaces.Any(i => i.Name == "ITrackingConsentFeature");

    /// <summary><c>Must(x => x)</c>, <c>Must(x => x == true)</c>.</summary>
    private static bool IsItself(IOperation value) => Lambda(value) is { Symbol.Parameters.Length: > 0 } lambda && Returned(lambda) switch
    {
        IParameterReferenceOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand: var right } comparison =>
            comparison.LeftOperand.Unconverted() is IParameterReferenceOperation && right.Unconverted().ConstantValue is { HasValue: true, Value: true },
        _ => false,
    };

    private static IAnonymousFunctionOperation? Lambda(IOperation value) => value.Unwrap() as IAnonymousFunctionOperation;

    /// <summary>The one value that a lambda returns; null when it does more.</summary>
    private static IOperation? Returned(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations is { Length: >= 1 } statements && statements[0] is IReturnOperation { ReturnedValue: { } value } ? value.Unconverted() : null;

    private void Report(OperationAnalysisContext context, string name, string subject, IOperation at, MessageArg reason, DiagnosticSeverity? severity = null) =>
        Report(context.ReportDiagnostic, name, subject, at.Syntax.GetLocation(), reason, severity, context.IsGeneratedCode);

    private static void Report(Action<Diagnostic> report, string name, string subject, Location location, MessageArg reason, DiagnosticSeverity? severity, bool isGenerated)
    {
        if (SourceLocations.IsUserCode(location, isGenerated))
        {
            report(KkDiagnostic.Create(RuleCatalog.KK3206, location, severity, null, null, name, ConsentSubjects.Text(subject), reason));
        }
    }
}
