using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>When code runs that no person asked for.</summary>
internal enum ProgramMoment
{
    /// <summary>A page, a window or the application opens.</summary>
    Opening,

    /// <summary>The application starts: what SDKs do then is KK4206.</summary>
    Startup,

    /// <summary>Something is closed, which is no choice.</summary>
    Closing,

    /// <summary>Scrolling, moving on, waiting.</summary>
    Implied,

    /// <summary>Every request, or work in the background.</summary>
    Background,
}

/// <summary>A place in the code that runs without a choice of the person.</summary>
/// <param name="Moment">When it runs.</param>
/// <param name="Name">What the message calls it: a method, an event, a call that takes the code.</param>
internal sealed record ProgramSite(ProgramMoment Moment, string Name)
{
    /// <summary>For the message.</summary>
    public MessageArg Reason => MessageArg.Text(
        Moment switch
        {
            ProgramMoment.Closing => Texts.GrantReasonClosing,
            ProgramMoment.Implied => Texts.GrantReasonImplied,
            ProgramMoment.Background => Texts.GrantReasonBackground,
            _ => Texts.GrantReasonOpening,
        },
        Name);
}

/// <summary>
/// Tells where code runs by itself, by the methods that frameworks call, the events it listens to and the timers it is given to.
/// A handler of a click, a posted form or a command is none (hard case 65).
/// </summary>
internal static class ProgramSites
{
    private static readonly ImmutableHashSet<string> OpeningMethods = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "OnGet", "OnGetAsync", "OnInitialized", "OnInitializedAsync", "OnParametersSet", "OnParametersSetAsync", "OnAfterRender", "OnAfterRenderAsync",
        "OnAppearing", "OnNavigatedTo", "OnNavigatedToAsync", "Page_Load", "Form_Load", "Window_Loaded", "OnLoaded");

    private static readonly ImmutableHashSet<string> StartupMethods = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Main", "<Main>$", "CreateMauiApp", "CreateWindow", "OnStart", "OnResume", "OnLaunched", "OnStartup", "OnCreate", "FinishedLaunching", "OnActivated", "ConfigureServices", "Configure");

    private static readonly ImmutableHashSet<string> FilterMethods = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "OnActionExecuting", "OnActionExecutionAsync", "OnActionExecuted", "OnPageHandlerExecuting", "OnPageHandlerExecutionAsync", "OnResourceExecuting", "OnResultExecuting", "Application_BeginRequest", "Session_Start");

    /// <summary>Say how a handler is called, not what the person chose: CloseButton_Clicked, ScrollViewer_ScrollChanged.</summary>
    private static readonly ImmutableHashSet<string> Gestures = ImmutableHashSet.Create(StringComparer.Ordinal, "click", "clicked", "tapped", "pressed", "changed");

    /// <summary>Calls that run their lambda then and there, so that the code around decides.</summary>
    private static readonly ImmutableHashSet<string> RunsAtOnce = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ForEach", "Run", "Invoke", "InvokeAsync", "BeginInvokeOnMainThread", "InvokeOnMainThreadAsync", "Select");

    /// <summary>The place that the operation runs in, and the operation that ends it; null where a person may have decided.</summary>
    public static (ProgramSite Site, IOperation? Boundary)? Of(ConsentMembers members, IOperation operation, ISymbol containing)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda when GivenTo(lambda) is { } receiver:
                    if (receiver is IInvocationOperation { TargetMethod.Name: var name } at && RunsAtOnce.Contains(name) && !IsPipeline(at))
                    {
                        continue;
                    }

                    return OfReceiver(members, receiver) is { } site ? (site, lambda) : null;
                case IAnonymousFunctionOperation:
                    return null;
                case ILocalFunctionOperation local:
                    return OfName(members, local.Symbol, isHandler: true) is { } named ? (named, local) : null;
            }
        }

        return containing is IMethodSymbol method && OfMethod(members, method) is { } found ? (found, null) : null;
    }

    /// <summary>
    /// The operation happens whatever the person answered: no condition on the way asks about consent, and where the code
    /// restores or opens something no condition stands there at all but one that asks whether the yes is still missing.
    /// </summary>
    public static bool IsForced(ConsentMembers members, IOperation operation, IOperation? boundary, ProgramMoment moment, ISymbol? receiver)
    {
        var child = operation;
        for (var parent = operation.Parent; parent is not null && child != boundary; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConditionalOperation { Condition: { } condition } when condition != child && !MayStand(condition):
                case ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation:
                    return false;
                case IBlockOperation block:
                    foreach (var statement in block.Operations)
                    {
                        if (statement == child)
                        {
                            break;
                        }

                        if (statement is IConditionalOperation { Condition: { } before } question && Leaves(question) && !MayStand(before))
                        {
                            return false;
                        }
                    }

                    break;
            }
        }

        return true;

        bool MayStand(IOperation condition) => moment == ProgramMoment.Implied
            ? !IsAboutConsent(members, condition)
            : IsNeutral(members, condition, receiver);
    }

    /// <summary>Something in it is named for consent, or reads a key that is.</summary>
    public static bool IsAboutConsent(ConsentMembers members, IOperation condition)
    {
        foreach (var part in condition.DescendantsAndSelf())
        {
            if ((ConsentSites.Asked(part) ?? part.Constant()) is { } name && members.Name(name) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(IConditionalOperation question) =>
        question.WhenTrue.Inside(lambdas: false).Any(o => o is IReturnOperation or IBranchOperation || o is IThrowOperation);

    /// <summary>Asks no more than whether there is something to set, or whether the yes is missing: <c>feature != null &amp;&amp; !feature.CanTrack</c>.</summary>
    private static bool IsNeutral(ConsentMembers members, IOperation condition, ISymbol? receiver)
    {
        var work = new Stack<IOperation>();
        work.Push(condition);
        while (work.Count > 0)
        {
            switch (work.Pop().Unconverted())
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                    work.Push(both.LeftOperand);
                    work.Push(both.RightOperand);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand: var right } comparison
                    when right.Unconverted().ConstantValue is { HasValue: true, Value: null }:
                    if (!IsNothing(comparison.LeftOperand))
                    {
                        return false;
                    }

                    break;
                case IIsPatternOperation pattern when IsNullPattern(pattern.Pattern):
                    if (!IsNothing(pattern.Value))
                    {
                        return false;
                    }

                    break;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } when IsMissingYes(operand):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var asked, RightOperand.ConstantValue: { HasValue: true, Value: false } } when IsMissingYes(asked):
                case IMemberReferenceOperation { Member.Name: "IsConsentNeeded" }:
                    break;
                default:
                    return false;
            }
        }

        return true;

        bool IsNothing(IOperation value) =>
            SymbolEqualityComparer.Default.Equals(Symbol(value), receiver) || !IsAboutConsent(members, value);

        bool IsMissingYes(IOperation value) => value.Unconverted() is IMemberReferenceOperation { Member.Name: var name, Instance: { } instance }
            && (name is "CanTrack" || members.Name(name) is { Polarity: ConsentPolarity.Given })
            && (receiver is null || instance is IInstanceReferenceOperation || SymbolEqualityComparer.Default.Equals(Symbol(instance), receiver));
    }

    /// <summary>The local, parameter, field or property that a value comes from; null for anything else.</summary>
    public static ISymbol? Symbol(IOperation? value) => value?.Unconverted() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member => member.Member,
        _ => null,
    };

    private static bool IsNullPattern(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => constant.Value.Unconverted().ConstantValue is { HasValue: true, Value: null },
        INegatedPatternOperation negated => IsNullPattern(negated.Pattern),
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => false,
    };

    /// <summary>The event, timer or call that the lambda is given to.</summary>
    private static IOperation? GivenTo(IAnonymousFunctionOperation lambda)
    {
        for (var parent = lambda.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IDelegateCreationOperation or IConversionOperation or IArgumentOperation:
                    continue;
                case IEventAssignmentOperation or IInvocationOperation or IObjectCreationOperation:
                    return parent;
                default:
                    return null;
            }
        }

        return null;
    }

    private static ProgramSite? OfReceiver(ConsentMembers members, IOperation receiver)
    {
        switch (receiver)
        {
            case IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var raised } }:
                return OfWords(members, raised.Name, isHandler: true);
            case IObjectCreationOperation { Type.Name: "Timer" }:
                return new ProgramSite(ProgramMoment.Implied, "Timer");
            case IInvocationOperation { TargetMethod: var method } call:
                if (IsPipeline(call))
                {
                    return new ProgramSite(ProgramMoment.Background, method.Name);
                }

                return method.Name switch
                {
                    "StartTimer" or "DispatchDelayed" => new ProgramSite(ProgramMoment.Implied, method.Name),
                    "ContinueWith" when call.Instance?.Unwrap() is IInvocationOperation { TargetMethod: { Name: "Delay", ContainingType.Name: "Task" } } => new ProgramSite(ProgramMoment.Implied, "Task.Delay"),
                    "AddOrUpdate" or "Schedule" when method.ContainingType.Name.EndsWith("Job", StringComparison.Ordinal) || method.ContainingType.Name.Contains("JobManager") => new ProgramSite(ProgramMoment.Background, method.Name),
                    "MapGet" when call.Arguments.All(a => a.Value.Constant() is not { } route || !ConsentSites.CarriesOut(members, route)) => new ProgramSite(ProgramMoment.Opening, method.Name),
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary><c>app.Use(…)</c>: a step that every request passes.</summary>
    private static bool IsPipeline(IInvocationOperation call) =>
        call.TargetMethod.Name is "Use" or "Run" && call.Receiver()?.Type is { } type
        && (type.Name is "IApplicationBuilder" or "WebApplication" || type.AllInterfaces.Any(i => i.Name == "IApplicationBuilder"));

    private static ProgramSite? OfMethod(ConsentMembers members, IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
        {
            return new ProgramSite(ProgramMoment.Startup, type.Name);
        }

        if (method.MethodKind != MethodKind.Ordinary)
        {
            return null;
        }

        var name = method.Name;
        if (OpeningMethods.Contains(name))
        {
            return new ProgramSite(ProgramMoment.Opening, name);
        }

        if (StartupMethods.Contains(name) && (method.IsOverride || method.IsStatic || type.Name is "Startup" or "App"))
        {
            return new ProgramSite(ProgramMoment.Startup, name == "<Main>$" ? "Main" : name);
        }

        var runsByItself = name switch
        {
            "Invoke" or "InvokeAsync" => method.Parameters.Any(p => p.Type.Name == "HttpContext"),
            "ExecuteAsync" or "StartAsync" => type.AllInterfaces.Any(i => i.Name == "IHostedService"),
            "Execute" => type.AllInterfaces.Any(i => i.Name is "IJob" or "IInvocable"),
            _ => FilterMethods.Contains(name) || method.Parameters.Any(p => HasAttribute(p, "TimerTriggerAttribute")),
        };
        return runsByItself ? new ProgramSite(ProgramMoment.Background, type.Name + "." + name)
            : HasAttribute(method, "HttpGetAttribute") && !ConsentSites.CarriesOut(members, name) ? new ProgramSite(ProgramMoment.Opening, name)
            : OfName(members, method, IsHandler(method));
    }

    private static ProgramSite? OfName(ConsentMembers members, IMethodSymbol method, bool isHandler) => OfWords(members, method.Name, isHandler);

    /// <param name="members">Gives the words.</param>
    /// <param name="name">Of a method or an event.</param>
    /// <param name="isHandler">It is called when something happens. A method of another kind counts by a word such as scroll only.</param>
    private static ProgramSite? OfWords(ConsentMembers members, string name, bool isHandler)
    {
        var tokens = ConsentTokens.Split(name);
        var words = members.Words;
        foreach (var token in tokens)
        {
            if (words.Has(token, ConsentRoles.Act) && !Gestures.Contains(token))
            {
                return null;
            }
        }

        return words.AnyHas(tokens, ConsentRoles.Implied) ? new ProgramSite(ProgramMoment.Implied, name)
            : isHandler && words.AnyHas(tokens, ConsentRoles.Closing) ? new ProgramSite(ProgramMoment.Closing, name)
            : isHandler && words.AnyHas(tokens, ConsentRoles.Opening) ? new ProgramSite(ProgramMoment.Opening, name)
            : null;
    }

    private static bool IsHandler(IMethodSymbol method) =>
        (method.Parameters.Length == 2 && method.Parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal))
        || method.Name.StartsWith("On", StringComparison.Ordinal) || method.Name.StartsWith("Handle", StringComparison.Ordinal)
        || HasAttribute(method, "JSInvokableAttribute") || HasAttribute(method, "RelayCommandAttribute");

    private static bool HasAttribute(ISymbol symbol, string name) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == name);
}
