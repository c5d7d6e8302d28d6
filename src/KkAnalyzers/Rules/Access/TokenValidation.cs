using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.SecureDevelopment;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>KK4503: checks of a token that are switched off, or replaced by something that checks nothing.</summary>
internal sealed class TokenValidation
{
    /// <summary>The framework allows five minutes; clocks that differ more than this are broken.</summary>
    private static readonly TimeSpan LongestSkew = TimeSpan.FromMinutes(10);

    /// <summary>Option of TokenValidationParameters, what false means, and the delegate that can take its place.</summary>
    private static readonly Dictionary<string, (string Text, string Instead)> Switches = new(StringComparer.Ordinal)
    {
        ["ValidateIssuer"] = (Texts.TokenIssuer, "IssuerValidator"),
        ["ValidateAudience"] = (Texts.TokenAudience, "AudienceValidator"),
        ["ValidateLifetime"] = (Texts.TokenLifetime, "LifetimeValidator"),
        ["ValidateIssuerSigningKey"] = (Texts.TokenKey, "IssuerSigningKeyValidator"),
        ["RequireSignedTokens"] = (Texts.TokenUnsigned, "SignatureValidator"),
        ["RequireExpirationTime"] = (Texts.TokenExpiration, "LifetimeValidator"),
    };

    private readonly OptionRule _rule;
    private readonly bool _hasTokens;

    public TokenValidation(KkContext context, DevelopmentGuard guard)
    {
        _rule = new OptionRule(context, guard, RuleCatalog.KK4503);
        _hasTokens = context.Type("Microsoft.IdentityModel.Tokens.TokenValidationParameters") is not null || context.Type("System.IdentityModel.Tokens.TokenValidationParameters") is not null;
    }

    public void Register(OptionChecks checks)
    {
        if (!_hasTokens)
        {
            return;
        }

        checks.OnSet(Switch, Switches.Keys);
        checks.OnSet(Validator, "IssuerValidator", "AudienceValidator", "LifetimeValidator", "IssuerSigningKeyValidator");
        checks.OnSet(Signature, "SignatureValidator", "SignatureValidatorUsingConfiguration");
        checks.OnSet(Skew, "ClockSkew");
        checks.OnSet(Algorithms, "ValidAlgorithms");
        checks.OnSet(Metadata, "RequireHttpsMetadata");
        checks.OnSet(Protocol, "RequireNonce", "RequireState");
        checks.OnCall(Read, "ReadJwtToken", "ReadJsonWebToken");
    }

    private static bool IsParameters(IPropertySymbol property) => property.ContainingType.Name == "TokenValidationParameters";

    private void Switch(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (!IsParameters(property))
        {
            return;
        }

        var (text, instead) = Switches[property.Name];
        _rule.Assignment(c, assignment, WrittenValues.IsFalse, _ => OptionRule.Beside(assignment, instead).Any()
            ? null
            : new Weakness(MessageArg.Text(text, OptionRule.Written(assignment, property)))
            {
                Safe = "true",
                Doubt = Doubt(assignment, property.Name, c.CancellationToken),
                Sdk = "CA5404",
            });
    }

    /// <summary>What may make up for a check that is off; null when nothing does.</summary>
    private MessageArg? Doubt(IOperation assignment, string option, CancellationToken cancellation)
    {
        switch (option)
        {
            case "ValidateIssuerSigningKey":
                return MessageArg.Text(Texts.TokenKeyDoubt);
            case "ValidateAudience" when new[] { "RequireScope", "RequiredScope", "\"scope\"", "\"scp\"", "AudienceValidator =" }.Any(t => _rule.Uses.Mentions(t, cancellation)):
                return MessageArg.Text(Texts.TokenScopesDoubt);
            case "ValidateIssuer":
                return OptionRule.Beside(assignment, "OnTokenValidated").Any() || OptionRule.Scope(assignment).Descendants().Any(o => o.Constant() is { } text && IsForManyTenants(text))
                    ? MessageArg.Text(Texts.TokenTenantsDoubt)
                    : default(MessageArg?);
            default:
                return null;
        }
    }

    /// <summary>An authority of Microsoft Entra that signs people of any organisation in.</summary>
    private static bool IsForManyTenants(string address) =>
        address.IndexOf("login.microsoftonline.", StringComparison.OrdinalIgnoreCase) >= 0
        && (address.IndexOf("/common", StringComparison.OrdinalIgnoreCase) > 0 || address.IndexOf("/organizations", StringComparison.OrdinalIgnoreCase) > 0);

    private void Validator(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (!IsParameters(property))
        {
            return;
        }

        var always = new AlwaysTrue(_rule.Uses, c.CancellationToken);
        Callback(c, assignment, property, always, value => property.Name == "IssuerValidator" ? AcceptsIssuer(always.Body(value)) : always.Function(value), Texts.TokenValidator, "CA5405");
    }

    private void Signature(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (IsParameters(property))
        {
            var always = new AlwaysTrue(_rule.Uses, c.CancellationToken);
            Callback(c, assignment, property, always, value => OnlyReads(always.Body(value)), Texts.TokenSignature, null);
        }
    }

    private void Callback(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property, AlwaysTrue always, Func<IOperation, bool> isWeak, string text, string? sdk)
    {
        if (assignment.Value.Unwrap() is IAnonymousFunctionOperation or IMethodReferenceOperation && always.Body(assignment.Value) is null)
        {
            _rule.Inspection.NotFollowed();
        }

        _rule.Value(c, assignment, assignment.Value, assignment.Value.Syntax.GetLocation(), isWeak, _ => new Weakness(MessageArg.Text(text, property.ContainingType.Name + "." + property.Name)) { Sdk = sdk });
    }

    /// <summary>Every path gives the issuer back that it got, or a fixed text, without a question asked.</summary>
    private static bool AcceptsIssuer(IOperation? body)
    {
        var any = false;
        foreach (var operation in body is null ? [] : AlwaysTrue.Within(body))
        {
            switch (operation)
            {
                case IThrowOperation or IInvocationOperation:
                    return false;
                case IReturnOperation { ReturnedValue: { } value }:
                    value = value.Unwrap();
                    if (value is not IParameterReferenceOperation && value.Constant() is null)
                    {
                        return false;
                    }

                    any = true;
                    break;
            }
        }

        return any;
    }

    /// <summary>Every path gives back a token that was only read; nothing in it has to do with a signature.</summary>
    private static bool OnlyReads(IOperation? body)
    {
        var any = false;
        foreach (var operation in body is null ? [] : AlwaysTrue.Within(body))
        {
            switch (operation)
            {
                case IThrowOperation:
                case IInvocationOperation call when !IsRead(call.TargetMethod.Name):
                    return false;
                case IReturnOperation { ReturnedValue: { } value }:
                    value = value.Unwrap();
                    if (value is ILocalReferenceOperation local && local.OnlyValue() is { } only)
                    {
                        value = only.Unwrap();
                    }

                    if (value is not (IInvocationOperation or IObjectCreationOperation { Type.Name: "JwtSecurityToken" or "JsonWebToken" }))
                    {
                        return false;
                    }

                    any = true;
                    break;
            }
        }

        return any;
    }

    private static bool IsRead(string name) => name is "ReadJwtToken" or "ReadJsonWebToken" or "ReadToken";

    private void Skew(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (IsParameters(property))
        {
            _rule.Assignment(
                c,
                assignment,
                value => WrittenValues.Duration(value, _rule.Uses, c.CancellationToken) > LongestSkew,
                _ => new Weakness(MessageArg.Text(Texts.TokenClock, OptionRule.Written(assignment, property))) { Safe = "System.TimeSpan.FromMinutes(5)" });
        }
    }

    private void Algorithms(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (IsParameters(property))
        {
            _rule.Assignment(
                c,
                assignment,
                value => value.Inside().Any(o => string.Equals(o.Constant(), "none", StringComparison.OrdinalIgnoreCase)),
                _ => new Weakness(MessageArg.Text(Texts.TokenUnsigned, property.ContainingType.Name + "." + property.Name)));
        }
    }

    private void Metadata(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        // Of this name with this meaning: JwtBearer, OpenIdConnect, WsFederation, IdentityServer, introspection, OWIN.
        if (property.ContainingType.Name.EndsWith("Options", StringComparison.Ordinal))
        {
            _rule.Assignment(c, assignment, WrittenValues.IsFalse, _ => OptionRule.Beside(assignment, "Authority", "MetadataAddress").Any(a => IsHere(a.Value))
                ? null
                : new Weakness(MessageArg.Text(Texts.TokenMetadata, OptionRule.Written(assignment, property))) { Safe = "true" });
        }
    }

    /// <summary>An address of the machine itself: nothing goes over a network.</summary>
    private static bool IsHere(IOperation address) =>
        address.Constant() is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private void Protocol(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name == "OpenIdConnectProtocolValidator")
        {
            _rule.Assignment(c, assignment, WrittenValues.IsFalse, _ => new Weakness(MessageArg.Text(Texts.TokenReplay, OptionRule.Written(assignment, property))) { Safe = "true" });
        }
    }

    /// <summary>
    /// A token that is read, and whose claims become the user of the request, in a class where nothing is verified. Apps and pages
    /// that read their own token to show a name do not decide who gets in.
    /// </summary>
    private void Read(OperationAnalysisContext c, IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.Name is not ("JwtSecurityTokenHandler" or "JsonWebTokenHandler"))
        {
            return;
        }

        _rule.Inspection.Inspected();
        if (!call.Root().Descendants().Any(BecomesUser) || Verifies(c.ContainingSymbol.ContainingType, c.CancellationToken))
        {
            return;
        }

        _rule.Report(c, call, call.NameLocation(), () => new Weakness(MessageArg.Text(Texts.TokenRead, call.TargetMethod.Name)));
    }

    private static bool BecomesUser(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "User", ContainingType.Name: "HttpContext" } } } => true,
        IInvocationOperation { TargetMethod: { Name: "Success", ContainingType.Name: "AuthenticateResult" } } => true,
        _ => false,
    };

    private static bool Verifies(INamedTypeSymbol? type, CancellationToken cancellation) => type is not null && type.DeclaringSyntaxReferences.Any(r =>
        r.GetSyntax(cancellation).DescendantTokens().Any(t => t.ValueText is { Length: > 5 } text && (text.IndexOf("Valid", StringComparison.Ordinal) >= 0 || text.IndexOf("erif", StringComparison.Ordinal) >= 0)));
}
