using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4506: pages of any site may read the answers. That is right for public data; it is reported where the browser sends its
/// credentials along, or where an endpoint that the policy covers has personal data.
/// </summary>
internal sealed class OpenOrigins(KkContext context, EndpointModel endpoints, EndpointData data, Inspection inspection, CancellationToken cancellation)
{
    private const string Header = "Access-Control-Allow-Origin";

    private readonly DevelopmentGuard _guard = new(context.Compilation);

    public void Report(Action<Diagnostic> report)
    {
        foreach (var (operation, place, shown, isCall) in Openings().OrderBy(o => o.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(o => o.Place.SourceSpan.Start))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!SourceLocations.IsUserCode(place))
            {
                continue;
            }

            MessageArg reason;
            if (isCall && Credentials((IInvocationOperation)operation))
            {
                reason = MessageArg.Text(Texts.CorsCredentials);
            }
            else if (Covered(operation, isCall) is { } covered)
            {
                reason = MessageArg.Text(Texts.CorsPersonalData, covered.Endpoint.Name, covered.Data.Name);
            }
            else
            {
                continue;
            }

            var guard = _guard.Of(operation, endpoints.Bodies.Model(operation.Syntax.SyntaxTree).GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation), cancellation);
            if (guard != GuardKind.Development)
            {
                report(KkDiagnostic.Create(RuleCatalog.KK4506, place, guard == GuardKind.Switch ? DiagnosticSeverity.Info : null, null, null, shown, reason));
            }
        }
    }

    /// <summary>Every place that lets all origins in.</summary>
    private IEnumerable<(IOperation Operation, Location Place, string Shown, bool IsCall)> Openings()
    {
        foreach (var call in endpoints.Calls.Setup("AllowAnyOrigin", "WithOrigins", "SetIsOriginAllowed").Where(c => c.TargetMethod.ContainingType.Name == "CorsPolicyBuilder"))
        {
            inspection.Inspected();
            var open = call.TargetMethod.Name switch
            {
                "WithOrigins" => call.Arguments.SelectMany(a => a.Value.Inside()).Any(v => v.Constant() == "*"),
                "SetIsOriginAllowed" => call.Argument(0) is { } test && new AlwaysTrue(_guard.Uses, cancellation).Function(test),
                _ => true,
            };
            if (open)
            {
                yield return (call, call.NameLocation(), call.TargetMethod.Name, true);
            }
        }

        foreach (var header in endpoints.Calls.OriginHeaders)
        {
            inspection.Inspected();
            if (IsAny(header.Value, header))
            {
                yield return (header, header.Syntax.GetLocation(), Header, false);
            }
        }

        foreach (var call in endpoints.Calls.Setup("Add", "Append").Where(c => c.Arguments.Any(a => string.Equals(a.Value.Unwrap().Constant(), Header, StringComparison.OrdinalIgnoreCase))))
        {
            inspection.Inspected();
            if (call.Arguments.Any(a => IsAny(a.Value, call)))
            {
                yield return (call, call.Syntax.GetLocation(), Header, false);
            }
        }
    }

    /// <summary>A star, or the request's own origin given back without a question.</summary>
    private static bool IsAny(IOperation value, IOperation statement)
    {
        if (value.Inside().Any(v => v.Constant() == "*"))
        {
            return true;
        }

        var reflects = value.Inside().OfType<IPropertyReferenceOperation>().Any(p =>
            (p.Property.Name == "Origin" && p.Property.ContainingType.Name is "IHeaderDictionary" or "RequestHeaders")
            || (p.Property.IsIndexer && p.Arguments.Length == 1 && p.Arguments[0].Value.Constant() is { } key && key.Equals("Origin", StringComparison.OrdinalIgnoreCase)));
        if (!reflects)
        {
            return false;
        }

        for (var o = statement; o is not null; o = o.Parent)
        {
            if (o is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same policy allows credentials, on a path of the code that this one does not exclude.</summary>
    private bool Credentials(IInvocationOperation opening)
    {
        var function = Function(opening);
        var builder = Builder(opening);
        return endpoints.Calls.Setup("AllowCredentials").Any(c => c.TargetMethod.ContainingType.Name == "CorsPolicyBuilder"
            && Function(c).Syntax == function.Syntax && Equals(Builder(c), builder) && !Exclusive(c, opening));

        static IOperation Function(IOperation operation)
        {
            var o = operation;
            while (o.Parent is not null && o is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                o = o.Parent;
            }

            return o;
        }

        // The variable at the start of the chain, or the creation that starts it.
        static object Builder(IInvocationOperation call)
        {
            IOperation o = call;
            while (o.Unwrap() is IInvocationOperation { Instance: { } receiver })
            {
                o = receiver;
            }

            return o.Unwrap() switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IMemberReferenceOperation member => member.Member,
                IObjectCreationOperation creation when creation.Parent is { } && Holder(creation) is { } local => local,
                var other => other.Syntax,
            };
        }

        static ILocalSymbol? Holder(IOperation creation)
        {
            var o = creation;
            while (o.Parent is IInvocationOperation or IConversionOperation)
            {
                o = o.Parent;
            }

            return o.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } ? declarator.Symbol : null;
        }

        static bool Exclusive(IOperation a, IOperation b)
        {
            for (IOperation? o = a; o?.Parent is { } parent; o = parent)
            {
                if (parent is IConditionalOperation choice && choice.WhenFalse is { } other
                    && ((choice.WhenTrue == o && other.Syntax.Span.Contains(b.Syntax.Span)) || (other == o && choice.WhenTrue.Syntax.Span.Contains(b.Syntax.Span))))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The worst endpoint with personal data that the policy or header is about.</summary>
    private (Endpoint Endpoint, DataClassification Data)? Covered(IOperation operation, bool isCall)
    {
        var name = isCall ? PolicyName(operation) : "";
        if (name is { Length: > 0 } && !IsUsed(name))
        {
            return null;
        }

        var everywhere = name is null or "" || UsedEverywhere(name);
        (Endpoint, DataClassification)? worst = null;
        foreach (var endpoint in endpoints.Endpoints)
        {
            if (endpoint.Kind is not (EndpointKind.Action or EndpointKind.Route or EndpointKind.Function or EndpointKind.Hub or EndpointKind.Fast)
                || endpoint.Decision.Outcome == AccessOutcome.NoData
                || !(Chosen(endpoint) is { } chosen ? chosen == name || (name is null && chosen != "-") : everywhere || name is { Length: > 0 } && Required(endpoint, name))
                || (!isCall && !Writes(endpoint, operation)))
            {
                continue;
            }

            if (data.Of(endpoint) is { } found && (worst is null || DataClassification.Harm.Compare(found, worst.Value.Item2) > 0))
            {
                worst = (endpoint, found);
            }
        }

        return worst;
    }

    /// <summary>The name in AddPolicy; an empty string for the default policy and for one that is given to UseCors; null when it cannot be known.</summary>
    private static string? PolicyName(IOperation operation)
    {
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            if (o is IInvocationOperation { TargetMethod: { Name: "AddPolicy", ContainingType.Name: "CorsOptions" } } add)
            {
                return add.Argument("name") is { ConstantValue: { HasValue: true, Value: string text } } ? text : null;
            }

            if (o is IInvocationOperation { TargetMethod.Name: "AddDefaultPolicy" or "UseCors" })
            {
                return "";
            }
        }

        return null;
    }

    private bool IsUsed(string name) =>
        UsedEverywhere(name) || endpoints.Calls.Setup("RequireCors").Any(c => c.Arguments.Any(a => a.Value.Constant() == name)) || endpoints.Endpoints.Any(e => Chosen(e) == name);

    /// <summary>UseCors with this name, or with one that is not constant.</summary>
    private bool UsedEverywhere(string name) => endpoints.Calls.Setup("UseCors").Any(c =>
        c.Argument("policyName") is { } policy && (policy.Constant() is not { } text || text == name));

    /// <summary>The policy that attributes give the endpoint: a name, an empty string for the default, <c>-</c> for none; null without attributes.</summary>
    private static string? Chosen(Endpoint endpoint)
    {
        foreach (var symbol in new[] { endpoint.Symbol, endpoint.Controller ?? endpoint.Symbol?.ContainingType })
        {
            foreach (var attribute in symbol is null ? ImmutableArray<AttributeData>.Empty : symbol.GetAttributes())
            {
                switch (attribute.AttributeClass?.Name)
                {
                    case "DisableCorsAttribute":
                        return "-";
                    case "EnableCorsAttribute":
                        return attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string name } ? name : "";
                }
            }
        }

        return null;
    }

    /// <summary>RequireCors with this name, chained on the mapping or on the group before it in the same statement, or on MapControllers.</summary>
    private bool Required(Endpoint endpoint, string name) => endpoints.Calls.Setup("RequireCors").Any(c =>
        c.Arguments.Any(a => a.Value.Constant() == name)
        && (endpoint.Kind == EndpointKind.Action
            ? c.Inside().OfType<IInvocationOperation>().Any(i => i.TargetMethod.Name.StartsWith("MapController", StringComparison.Ordinal))
            : endpoint.Location.SourceTree == c.Syntax.SyntaxTree && c.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.Span.Contains(endpoint.Location.SourceSpan) == true));

    /// <summary>A header that a handler writes is about this handler; one that is written elsewhere is about all.</summary>
    private bool Writes(Endpoint endpoint, IOperation header)
    {
        var owner = endpoints.Endpoints.FirstOrDefault(e => e.Symbol is not null && e.Symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == header.Syntax.SyntaxTree && r.Span.Contains(header.Syntax.Span)));
        return owner is null || SymbolEqualityComparer.Default.Equals(owner.Symbol, endpoint.Symbol);
    }
}
