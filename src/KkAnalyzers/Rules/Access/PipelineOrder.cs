using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4508: the steps that sign in and decide about access stand where they do not work, or are not there. What happens then was
/// measured on ASP.NET Core 10; the page of the rule has the table.
/// </summary>
internal sealed class PipelineOrder(KkContext context, EndpointModel endpoints, Inspection inspection, CancellationToken cancellation)
{
    private const int MaxDepth = 5;

    private static readonly string[] Names = ["UseRouting", "UseEndpoints", "UseAuthentication", "UseAuthorization", "UseAntiforgery"];

    /// <summary>Parts of the names of steps of other libraries that have nothing to do with access.</summary>
    private static readonly string[] Harmless = ["Swagger", "OpenApi", "ReDoc", "Serilog", "Logging", "Metric", "Prometheus", "Profiler", "HealthCheck", "Localization", "Compression", "Telemetry", "StaticFiles", "Cors"];

    private readonly INamedTypeSymbol? _builder = context.Type("Microsoft.AspNetCore.Builder.IApplicationBuilder");
    private readonly SourceUses _uses = new(context.Compilation);
    private readonly HashSet<Location> _reported = [];

    private enum StepKind
    {
        Routing,
        Authentication,
        Authorization,
        Antiforgery,
        Endpoints,

        /// <summary>Code of elsewhere, or code that signs in by itself: it may do any of this.</summary>
        Unknown,
    }

    public void Report(Action<Diagnostic> report)
    {
        if (_builder is null)
        {
            return;
        }

        var functions = endpoints.Calls.Setup(Names).Where(c => WebSymbols.IsFramework(c.TargetMethod) && IsStep(c)).Select(Function).GroupBy(f => f.Syntax).Select(g => g.First())
            .OrderBy(f => f.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(f => f.Syntax.SpanStart);
        foreach (var function in functions)
        {
            cancellation.ThrowIfCancellationRequested();
            inspection.Inspected();
            var steps = new List<Step>();
            Flatten(function, steps, null, 0);
            Order(steps, function, report);
            Missing(steps, function, report);
        }
    }

    private void Order(List<Step> steps, IOperation function, Action<Diagnostic> report)
    {
        var routing = First(steps, StepKind.Routing);
        var endpointsStep = First(steps, StepKind.Endpoints);
        var authorization = First(steps, StepKind.Authorization);
        var authentication = First(steps, StepKind.Authentication);
        var lastAuthorization = Last(steps, StepKind.Authorization);
        if (authorization is not null && lastAuthorization is not null)
        {
            if (endpointsStep is not null && Certain(endpointsStep, authorization) && authorization.At > endpointsStep.At && routing?.At < endpointsStep.At)
            {
                Framework(authorization, endpointsStep, Texts.PipelineAfterEndpoints, Move(authorization, endpointsStep, before: true));
            }
            else if (routing is not null && Certain(routing, authorization) && lastAuthorization.At < routing.At)
            {
                var behind = authentication?.At > routing.At && !(endpointsStep?.At < authentication.At) ? authentication : routing;
                Framework(authorization, routing, Texts.PipelineBeforeRouting, Move(authorization, behind, before: false));
            }
            else if (authentication is not null && Certain(authentication, authorization) && lastAuthorization.At < authentication.At)
            {
                if (steps.Any(s => s.Kind == StepKind.Unknown && s.At < authorization.At) || HasSchemes())
                {
                    inspection.NotFollowed();
                }
                else
                {
                    Finding(authorization, authentication, Texts.PipelineBeforeAuthentication, Move(authentication, authorization, before: true));
                }
            }
        }
        else if (authentication is not null && endpointsStep is not null && Certain(endpointsStep, authentication) && authentication.At > endpointsStep.At && routing?.At < endpointsStep.At)
        {
            Finding(authentication, endpointsStep, Texts.PipelineAfterEndpoints, Move(authentication, endpointsStep, before: true));
        }

        if (First(steps, StepKind.Antiforgery) is { } antiforgery && authentication is not null && Certain(antiforgery, authentication)
            && Last(steps, StepKind.Antiforgery)!.At < authentication.At && !steps.Any(s => s.Kind == StepKind.Unknown && s.At < antiforgery.At))
        {
            var behind = lastAuthorization?.At > authentication.At && !(endpointsStep?.At < lastAuthorization.At) ? lastAuthorization : authentication;
            Finding(antiforgery, authentication, Texts.PipelineAntiforgery, Move(antiforgery, behind, before: false));
        }

        // ASP0001 of the framework says the same on the same span, in the Configure method of a Startup class.
        void Framework(Step step, Step other, string text, ImmutableDictionary<string, string?>? fix)
        {
            if (step.Through is null && other.Through is null && function.Syntax is MethodDeclarationSyntax method && method.Identifier.ValueText.StartsWith("Configure", StringComparison.Ordinal)
                && method.ParameterList.Parameters.Any(p => p.Type?.ToString() == "IApplicationBuilder"))
            {
                inspection.NotFollowed();
                return;
            }

            Finding(step, other, text, fix);
        }

        void Finding(Step step, Step other, string text, ImmutableDictionary<string, string?>? fix)
        {
            var place = step.Call.NameLocation();
            if (SourceLocations.IsUserCode(place) && _reported.Add(place))
            {
                report(KkDiagnostic.Create(RuleCatalog.KK4508, place, null, [other.Call.NameLocation()], fix, step.Call.TargetMethod.Name, MessageArg.Text(text, other.Call.TargetMethod.Name)));
            }
        }
    }

    private void Missing(List<Step> steps, IOperation function, Action<Diagnostic> report)
    {
        var hasAuthorization = steps.Any(s => s.Kind == StepKind.Authorization) || endpoints.Calls.Setup("UseAuthorization").Any();
        var hasAuthentication = steps.Any(s => s.Kind == StepKind.Authentication) || endpoints.Calls.Setup("UseAuthentication", "UseCookieAuthentication").Any();
        if (hasAuthorization && hasAuthentication)
        {
            return;
        }

        var routing = First(steps, StepKind.Routing);
        var authentication = First(steps, StepKind.Authentication);
        var authorization = First(steps, StepKind.Authorization);
        var endpointsStep = First(steps, StepKind.Endpoints);
        var required = endpoints.Endpoints.FirstOrDefault(e => e.Decision.Outcome == AccessOutcome.Required && AsksByMetadata(e));
        var fallback = HasFallback();
        if (required is null && !fallback)
        {
            return;
        }

        var (place, missing, text) = Host() switch
        {
            HostKind.Application when !hasAuthorization && routing is { Certain: true } && required is not null =>
                (routing, "UseAuthorization", MessageArg.Text(Texts.PipelineHostBeforeRouting, required.Name)),
            HostKind.Application when !hasAuthorization && routing is null && authentication is { Certain: true } && !HasSchemes() =>
                (authentication, "UseAuthorization", MessageArg.Text(Texts.PipelineHostBeforeAuthentication)),
            HostKind.Startup when !hasAuthorization && endpointsStep is { Certain: true } && fallback => (endpointsStep, "UseAuthorization", MessageArg.Text(Texts.PipelineNoFallback)),
            HostKind.Startup when !hasAuthorization && endpointsStep is { Certain: true } => (endpointsStep, "UseAuthorization", MessageArg.Text(Texts.PipelineFails, required!.Name)),
            HostKind.Startup when hasAuthorization && authorization is { Certain: true } && SignsIn() && !HasSchemes() => (authorization, "UseAuthentication", MessageArg.Text(Texts.PipelineNobody)),
            _ => default,
        };
        if (place is null)
        {
            return;
        }

        if (MayBeElsewhere(steps, function))
        {
            inspection.NotFollowed();
            return;
        }

        var location = place.Call.NameLocation();
        if (SourceLocations.IsUserCode(location) && _reported.Add(location))
        {
            var behind = missing == "UseAuthorization" && place.Kind == StepKind.Routing && authentication?.At > routing!.At ? authentication : place;
            report(KkDiagnostic.Create(RuleCatalog.KK4508, location, null, null, Insert(missing, behind, before: place.Kind is StepKind.Endpoints or StepKind.Authorization), missing, text));
        }
    }

    /// <summary>Code of elsewhere may have the step, in this pipeline or around the method that is a part of it.</summary>
    private bool MayBeElsewhere(List<Step> steps, IOperation function)
    {
        if (steps.Any(s => s.Kind == StepKind.Unknown) || endpoints.Calls.AuthorizationElsewhere.Any())
        {
            return true;
        }

        if (function.Syntax is not MethodDeclarationSyntax { Identifier.ValueText: not "Configure" } || steps.Count == 0)
        {
            return false;
        }

        if (endpoints.Bodies.Model(function.Syntax.SyntaxTree).GetDeclaredSymbol(function.Syntax, cancellation) is not IMethodSymbol method || method.Name == "Main")
        {
            return false;
        }

        var callers = _uses.Of(method, cancellation);
        return callers.IsEmpty || callers.Any(c =>
        {
            var around = new List<Step>();
            Flatten(Function(c), around, null, 0);
            return around.Any(s => s.Kind == StepKind.Unknown);
        });
    }

    private enum HostKind
    {
        Unknown,

        /// <summary>A WebApplication that adds both steps itself where nobody did: since ASP.NET Core 7.</summary>
        Application,

        /// <summary>Nothing is added: a Startup class, or the WebApplication of ASP.NET Core 6.</summary>
        Startup,
    }

    private HostKind Host()
    {
        var application = endpoints.Calls.Setup("CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder").FirstOrDefault(c => c.TargetMethod.ContainingType.Name == "WebApplication");
        var startup = endpoints.Calls.Setup("ConfigureWebHostDefaults").Any() || context.Compilation.GetEntryPoint(cancellation) is null || endpoints.Calls.Setup("CreateDefaultBuilder").Any();
        return application is null ? startup ? HostKind.Startup : HostKind.Unknown
            : endpoints.Calls.Setup("ConfigureWebHostDefaults").Any() ? HostKind.Unknown
            : application.TargetMethod.ContainingAssembly.Identity.Version.Major >= 7 ? HostKind.Application : HostKind.Startup;
    }

    private bool HasFallback() =>
        endpoints.Policies.Fallbacks.Any(f => f.Value.Unwrap().ConstantValue is not { HasValue: true, Value: null });

    private bool SignsIn() => endpoints.Calls.Setup("AddAuthentication", "AddIdentity", "AddDefaultIdentity", "AddIdentityApiEndpoints").Any(c => WebSymbols.IsFramework(c.TargetMethod) && c.TargetMethod.ContainingType.Name != "ClaimsPrincipal");

    /// <summary>Policies that name their schemes sign in by themselves.</summary>
    private bool HasSchemes() =>
        endpoints.Calls.Setup("AddAuthenticationSchemes").Any()
        || endpoints.Calls.Setup("AddAuthorization", "AddAuthorizationBuilder", "AddAuthorizationCore").SelectMany(c => c.Arguments).SelectMany(a => a.Value.Inside()).Any(o => o is IObjectCreationOperation { Type.Name: "AuthorizationPolicyBuilder", Arguments: { Length: > 0 } arguments }
            && arguments.Any(a => a.Value is not IArrayCreationOperation { Initializer.ElementValues.Length: 0 }))
        || endpoints.Endpoints.Where(e => e.Decision.Outcome == AccessOutcome.Required).SelectMany(Attributes).Any(a =>
            a.NamedArguments.Any(n => n.Key == "AuthenticationSchemes") || (a.AttributeClass is { } type && endpoints.Bodies.Has(type)));

    /// <summary>The endpoint says so itself, in a way that the framework insists on; a filter of MVC needs no step.</summary>
    private bool AsksByMetadata(Endpoint endpoint) => Attributes(endpoint).Any() || (endpoint.Kind == EndpointKind.Route && endpoints.Calls.Setup("RequireAuthorization").Any());

    private static IEnumerable<AttributeData> Attributes(Endpoint endpoint)
    {
        foreach (var symbol in new[] { endpoint.Symbol, endpoint.Controller ?? endpoint.Symbol?.ContainingType })
        {
            for (var s = symbol; s is not null; s = s switch { INamedTypeSymbol type => type.BaseType, IMethodSymbol method => method.OverriddenMethod, _ => null })
            {
                foreach (var attribute in s.GetAttributes())
                {
                    if (attribute.AttributeClass?.AllInterfaces.Any(i => i.Name == "IAuthorizeData") == true)
                    {
                        yield return attribute;
                    }
                }
            }
        }
    }

    /// <summary>The steps of a function in their order, with those of the methods of this application that it calls.</summary>
    private void Flatten(IOperation function, List<Step> steps, IInvocationOperation? through, int depth)
    {
        var calls = function.Statements().SelectMany(s => s.Inside(lambdas: false)).OfType<IInvocationOperation>().Where(IsStep).OrderBy(c => c.NameLocation().SourceSpan.Start).ToArray();
        foreach (var call in calls)
        {
            var method = call.TargetMethod;
            var region = Region(through ?? call);
            if (endpoints.Bodies.Has(method))
            {
                if (depth < MaxDepth && endpoints.Bodies.Of(method) is { } body)
                {
                    Flatten(body, steps, through ?? call, depth + 1);
                }

                continue;
            }

            if (Kind(call) is { } kind)
            {
                steps.Add(new Step(kind, call, steps.Count, region, through, through is null || Region(call) == call.Root().Syntax));
            }
        }
    }

    private StepKind? Kind(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name is "UseMiddleware" or "Use")
        {
            var type = method.TypeArguments.FirstOrDefault() ?? call.Arguments.Select(a => a.Value.Unwrap()).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
            return type switch
            {
                { Name: "AuthorizationMiddleware" } when WebSymbols.IsFramework(type) => StepKind.Authorization,
                { Name: "AuthenticationMiddleware" } when WebSymbols.IsFramework(type) => StepKind.Authentication,
                INamedTypeSymbol own when endpoints.Bodies.Has(own) => own.GetMembers().OfType<IMethodSymbol>().Where(m => m.Name is "Invoke" or "InvokeAsync").Select(endpoints.Bodies.Of).OfType<IOperation>().Any(SignsIn) ? StepKind.Unknown : null,
                not null => WebSymbols.IsFramework(type) ? null : StepKind.Unknown,
                _ => call.Arguments.Any(a => SignsIn(a.Value)) ? StepKind.Unknown : null,
            };
        }

        if (!WebSymbols.IsFramework(method))
        {
            return Harmless.Any(h => method.Name.IndexOf(h, StringComparison.OrdinalIgnoreCase) >= 0) ? null : StepKind.Unknown;
        }

        return method.Name switch
        {
            "UseRouting" => StepKind.Routing,
            "UseEndpoints" => StepKind.Endpoints,
            "UseAuthorization" => StepKind.Authorization,
            "UseAntiforgery" => StepKind.Antiforgery,
            _ => method.Name.StartsWith("Use", StringComparison.Ordinal) && method.Name.EndsWith("Authentication", StringComparison.Ordinal) ? StepKind.Authentication : null,
        };
    }

    /// <summary>Code that sets who the user is.</summary>
    private static bool SignsIn(IOperation code) => code.Inside().Any(o => o is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "User" } } or IInvocationOperation { TargetMethod.Name: "AuthenticateAsync" or "SignInAsync" });

    private bool IsStep(IInvocationOperation call) => call.Receiver()?.Unwrap().Type is { } type && WebSymbols.Is(type, _builder)
        || (call.TargetMethod.IsStatic && call.Arguments.Any(a => WebSymbols.Is(a.Parameter?.Type, _builder)));

    /// <summary>The method, lambda or local function around an operation.</summary>
    private static IOperation Function(IOperation operation)
    {
        var o = operation;
        while (o.Parent is { } parent && o is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            o = parent;
        }

        return o;
    }

    /// <summary>The part of the code that runs under one condition.</summary>
    private static SyntaxNode Region(IOperation operation)
    {
        for (var o = operation; o.Parent is { } parent; o = parent)
        {
            if (o is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return o.Syntax;
            }

            if ((parent is IConditionalOperation choice && choice.Condition != o) || parent is ISwitchCaseOperation or ILoopOperation or ISwitchExpressionArmOperation)
            {
                return o.Syntax;
            }
        }

        return operation.Root().Syntax;
    }

    /// <summary>Both run in the same case: neither depends on a condition, or both on the same.</summary>
    private static bool Certain(Step a, Step b) => (a.Region == b.Region && a.Certain && b.Certain) || (a.IsAlways && b.Certain) || (b.IsAlways && a.Certain);

    private static Step? First(List<Step> steps, StepKind kind) => steps.FirstOrDefault(s => s.Kind == kind);

    private static Step? Last(List<Step> steps, StepKind kind) => steps.LastOrDefault(s => s.Kind == kind);

    /// <summary>The statement of one step moves next to another in the same block.</summary>
    private static ImmutableDictionary<string, string?>? Move(Step moved, Step anchor, bool before)
    {
        if (Lines(moved) is not var (from, block, _, text) || Lines(anchor) is not var (to, other, _, _) || block != other)
        {
            return null;
        }

        var lines = text.ToString(from);
        return before
            ? TextEdit.Properties(TextSpan.FromBounds(to.Start, from.End), lines + text.ToString(TextSpan.FromBounds(to.Start, from.Start)), Texts.FixPipelineMove)
            : TextEdit.Properties(TextSpan.FromBounds(from.Start, to.End), text.ToString(TextSpan.FromBounds(from.End, to.End)) + lines, Texts.FixPipelineMove);
    }

    /// <summary>A new statement next to that of a step.</summary>
    private static ImmutableDictionary<string, string?>? Insert(string name, Step anchor, bool before)
    {
        if (Lines(anchor) is not var (lines, _, builder, text))
        {
            return null;
        }

        var first = text.Lines.GetLineFromPosition(lines.Start).ToString();
        var line = text.Lines.GetLineFromPosition(lines.Start);
        var end = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var indent = first.Substring(0, first.Length - first.TrimStart().Length);
        return TextEdit.Properties(new(before ? lines.Start : lines.End, 0), $"{indent}{builder}.{name}();{end}", Texts.FixPipelineAdd);
    }

    /// <summary>The lines of a step that is a statement of its own, its block, and the variable it is called on.</summary>
    private static (TextSpan Lines, SyntaxNode Block, string Builder, SourceText Text)? Lines(Step step)
    {
        if (step.Through is not null || step.Call.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax builder }, Parent: ExpressionStatementSyntax statement }
            || (statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent) is not { } block || block is not (BlockSyntax or CompilationUnitSyntax))
        {
            return null;
        }

        var text = statement.SyntaxTree.GetText();
        var first = text.Lines.GetLineFromPosition(statement.SpanStart);
        var last = text.Lines.GetLineFromPosition(statement.Span.End);
        var isAlone = text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)).Trim().Length == 0
            && text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).TrimStart() is var behind && (behind.Length == 0 || behind.StartsWith("//", StringComparison.Ordinal))
            && last.EndIncludingLineBreak > last.End;
        return isAlone ? (TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak), block, builder.Identifier.ValueText, text) : null;
    }

    /// <param name="Kind">What the step does.</param>
    /// <param name="Call">The call that adds it.</param>
    /// <param name="At">Its number in the order of the pipeline.</param>
    /// <param name="Region">The part of the function that runs under one condition.</param>
    /// <param name="Through">The call of the application's own method that adds it; null where it stands in the function itself.</param>
    /// <param name="InMethod">That method always adds it.</param>
    private sealed record Step(StepKind Kind, IInvocationOperation Call, int At, SyntaxNode Region, IInvocationOperation? Through, bool InMethod)
    {
        /// <summary>It runs whenever its region does.</summary>
        public bool Certain => InMethod;

        /// <summary>It runs whenever the function does.</summary>
        public bool IsAlways => InMethod && Function(Through ?? Call) is var function && (Region == function.Syntax || Region == function.Root().Syntax);
    }
}
