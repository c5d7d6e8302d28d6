using System.Globalization;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.SecureDevelopment;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>KK4504: passwords that are too short, guesses that are not counted, hashes that are too cheap, tokens that live too long.</summary>
internal sealed class SignInProtection
{
    /// <summary>NIST SP 800-63B: the shortest password, and the most wrong ones in a row.</summary>
    private const int ShortestPassword = 8;

    private const int MostGuesses = 100;

    /// <summary>From here on NIST's advice holds without doubt: length counts, kinds of characters do not.</summary>
    private const int LongPassword = 12;

    /// <summary>The framework's default since .NET 7, by its own objects.</summary>
    private const int FewestRounds = 100_000;

    private static readonly TimeSpan LongestToken = TimeSpan.FromDays(30);

    private static readonly string[] Kinds = ["RequireDigit", "RequireLowercase", "RequireUppercase", "RequireNonAlphanumeric"];

    private readonly OptionRule _rule;
    private readonly bool _isCore;
    private readonly bool _isClassic;

    public SignInProtection(KkContext context, DevelopmentGuard guard)
    {
        _rule = new OptionRule(context, guard, RuleCatalog.KK4504);
        _isCore = context.Type("Microsoft.AspNetCore.Identity.PasswordOptions") is not null;
        _isClassic = context.Type("Microsoft.AspNet.Identity.PasswordValidator") is not null;
    }

    public void Register(OptionChecks checks)
    {
        if (!_isCore && !_isClassic)
        {
            return;
        }

        checks.OnSet(Length, "RequiredLength");
        checks.OnSet(Lockout, "AllowedForNewUsers", "UserLockoutEnabledByDefault");
        checks.OnSet(Guesses, "MaxFailedAccessAttempts", "MaxFailedAccessAttemptsBeforeLockout");
        checks.OnCall(PasswordCheck, "PasswordSignInAsync", "CheckPasswordSignInAsync");
        if (_isCore)
        {
            checks.OnSet(KindsOff, Kinds[0]);
            checks.OnSet(Confirmed, "RequireConfirmedAccount", "RequireConfirmedEmail");
            checks.OnSet(HashMode, "CompatibilityMode");
            checks.OnSet(HashRounds, "IterationCount");
            checks.OnSet(Lifetime, "BearerTokenExpiration", "RefreshTokenExpiration");
            checks.OnCall(Added, "AddIdentity", "AddDefaultIdentity", "AddIdentityCore", "AddIdentityApiEndpoints");
        }
    }

    private void Length(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name is "PasswordOptions" or "PasswordValidator")
        {
            _rule.Assignment(c, assignment, v => WrittenValues.Number(v) < ShortestPassword, v => new Weakness(MessageArg.Text(Texts.PasswordShort, OptionRule.Written(assignment, property), Text(v)))
            {
                Safe = LongPassword.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    /// <summary>No kind of character is asked for. That is good advice for long passwords, and not for the six characters of the default.</summary>
    private void KindsOff(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name != "PasswordOptions")
        {
            return;
        }

        _rule.Assignment(c, assignment, WrittenValues.IsFalse, _ =>
        {
            if (!Kinds.All(kind => OptionRule.Beside(assignment, kind).Any(a => a.Value.ConstantValue is { HasValue: true, Value: false })))
            {
                return null;
            }

            // Shorter than eight is the finding above; a length that is set elsewhere is that place's.
            var lengths = OptionRule.Beside(assignment, "RequiredLength").Select(a => WrittenValues.Of(a.Value, _rule.Uses, c.CancellationToken).Min(WrittenValues.Number)).ToArray();
            if (lengths.Length == 0)
            {
                return SetsLengthSomewhere(c.CancellationToken) ? null : new Weakness(MessageArg.Text(Texts.PasswordPlain, "6"));
            }

            return lengths[0] is >= ShortestPassword and < LongPassword and var length
                ? new Weakness(MessageArg.Text(Texts.PasswordPlain, length.ToString(CultureInfo.InvariantCulture))) { Doubt = MessageArg.Text(Texts.PasswordPlainDoubt) }
                : null;
        });
    }

    private bool SetsLengthSomewhere(CancellationToken cancellation) =>
        new[] { "RequiredLength =", "Configure<IdentityOptions>(", "new PasswordOptions", "IPasswordValidator<" }.Any(t => _rule.Uses.Mentions(t, cancellation));

    private void Added(OperationAnalysisContext c, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.Name is not ("IdentityServiceCollectionExtensions" or "IdentityServiceCollectionUIExtensions" or "IdentityApiEndpointsServiceCollectionExtensions"))
        {
            return;
        }

        _rule.Inspection.Inspected();
        if (!SetsLengthSomewhere(c.CancellationToken))
        {
            _rule.Report(c, call, call.NameLocation(), () => new Weakness(MessageArg.Text(Texts.PasswordDefault, method.Name)) { Doubt = MessageArg.Text(Texts.PasswordDefaultDoubt) });
        }
    }

    private void Lockout(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name is "LockoutOptions" or "UserManager")
        {
            _rule.Assignment(c, assignment, WrittenValues.IsFalse, _ => new Weakness(MessageArg.Text(Texts.LockoutOff, OptionRule.Written(assignment, property))) { Safe = "true" });
        }
    }

    private void Guesses(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name is "LockoutOptions" or "UserManager")
        {
            _rule.Assignment(c, assignment, v => WrittenValues.Number(v) > MostGuesses, v => new Weakness(MessageArg.Text(Texts.LockoutMany, OptionRule.Written(assignment, property), Text(v))) { Safe = "5" });
        }
    }

    /// <summary>Information: the pages of the framework's own templates do it too, and another brake may stand before it.</summary>
    private void PasswordCheck(OperationAnalysisContext c, IInvocationOperation call)
    {
        var last = call.Arguments.FirstOrDefault(a => a.Parameter?.Name is "lockoutOnFailure" or "shouldLockout");
        if (last is not null && IsSignInManager(call.TargetMethod.ContainingType))
        {
            _rule.Value(c, call, last.Value, last.Syntax.GetLocation(), WrittenValues.IsFalse, _ => new Weakness(MessageArg.Text(Texts.LockoutCall, call.TargetMethod.Name))
            {
                Safe = "true",
                Doubt = MessageArg.Text(Texts.LockoutCallDoubt),
            });
        }
    }

    private static bool IsSignInManager(INamedTypeSymbol? type)
    {
        while (type is not null && type.Name != "SignInManager")
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    private void Confirmed(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name == "SignInOptions")
        {
            _rule.Assignment(c, assignment, WrittenValues.IsFalse, _ => OptionRule.Beside(assignment, "RequireConfirmedAccount", "RequireConfirmedEmail").Any(a => a.Value.ConstantValue is { HasValue: true, Value: true })
                ? null
                : new Weakness(MessageArg.Text(Texts.SignInUnconfirmed, OptionRule.Written(assignment, property))) { Doubt = MessageArg.Text(Texts.SignInUnconfirmedDoubt) });
        }
    }

    private void HashMode(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name == "PasswordHasherOptions")
        {
            _rule.Assignment(c, assignment, v => WrittenValues.Number(v) == 0, _ => new Weakness(MessageArg.Text(Texts.HashOld, OptionRule.Written(assignment, property)))
            {
                Safe = "Microsoft.AspNetCore.Identity.PasswordHasherCompatibilityMode.IdentityV3",
            });
        }
    }

    private void HashRounds(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name == "PasswordHasherOptions")
        {
            _rule.Assignment(c, assignment, v => WrittenValues.Number(v) < FewestRounds, _ => new Weakness(MessageArg.Text(Texts.HashRounds, OptionRule.Written(assignment, property)))
            {
                Safe = FewestRounds.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    private void Lifetime(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name == "BearerTokenOptions")
        {
            _rule.Assignment(
                c,
                assignment,
                v => WrittenValues.Duration(v, _rule.Uses, c.CancellationToken) > LongestToken,
                _ => new Weakness(MessageArg.Text(Texts.TokenLong, OptionRule.Written(assignment, property))));
        }
    }

    private static string Text(IOperation value) => WrittenValues.Number(value)?.ToString(CultureInfo.InvariantCulture) ?? value.Syntax.ToString();
}
