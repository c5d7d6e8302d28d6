using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using KkAnalyzers.Rules.SecureDevelopment;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4505: cookies that say who somebody is, without what keeps scripts, listeners and time away from them. Other cookies (language,
/// theme, consent, the token against forgery) are meant to be read.
/// </summary>
internal sealed class CookieProtection
{
    /// <summary>After this many days NIST SP 800-63B wants a new sign-in, at its lowest level. The framework's default is 14.</summary>
    private const int LongestSignIn = 30;

    /// <summary>Words in the name of a cookie by which somebody is known again.</summary>
    private static readonly HashSet<string> SignInWords = new(StringComparer.Ordinal)
    {
        "auth", "authentication", "session", "sessionid", "sess", "sid", "jsessionid", "token", "accesstoken", "refreshtoken", "idtoken", "jwt", "bearer", "identity", "login", "signin", "sso",
        "userid", "username", "credential", "credentials", "password", "remember", "rememberme", "sessie", "aanmelding", "connexion",
    };

    /// <summary>Words for somebody, which say who it is beside one of <see cref="IdWords"/>.</summary>
    private static readonly HashSet<string> PersonWords = new(StringComparer.Ordinal) { "user", "account", "patient", "client", "gebruiker", "utilisateur" };

    private static readonly HashSet<string> IdWords = new(StringComparer.Ordinal) { "id", "guid", "uuid", "name", "number", "key", "naam", "nummer", "nom" };

    /// <summary>Words that say that a script or a page must read it.</summary>
    private static readonly HashSet<string> OpenWords = new(StringComparer.Ordinal)
    {
        "xsrf", "csrf", "antiforgery", "culture", "language", "lang", "locale", "taal", "langue", "theme", "thema", "consent", "preference", "preferences", "prefs", "setting", "settings", "layout",
        "sidebar", "timezone", "currency", "tab", "filter", "sort", "banner", "dismissed", "redirect", "return", "returnurl", "menu", "mode", "view",
    };

    private enum Purpose
    {
        Other,

        /// <summary>Keeps the state of a sign-in while the browser is at the identity provider.</summary>
        Handshake,
        Session,
        SignIn,
    }

    private readonly OptionRule _rule;
    private readonly bool _isCore;
    private readonly bool _isOwin;

    public CookieProtection(KkContext context, DevelopmentGuard guard)
    {
        _rule = new OptionRule(context, guard, RuleCatalog.KK4505);
        _isCore = context.Type("Microsoft.AspNetCore.Http.CookieOptions") is not null;
        _isOwin = context.Type("Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions") is not null;
    }

    public void Register(OptionChecks checks)
    {
        if (_isCore)
        {
            checks.OnSet(Builder, "HttpOnly", "SecurePolicy", "SameSite");
            checks.OnCall(Append, "Append");
            checks.OnCall(Session, "AddSession");
        }

        if (_isOwin)
        {
            checks.OnSet(Owin, "CookieHttpOnly", "CookieSecure");
        }

        if (_isCore || _isOwin)
        {
            checks.OnSet(SignIn, "ExpireTimeSpan");
        }
    }

    /// <summary>What the framework builds a cookie from.</summary>
    private void Builder(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name != "CookieBuilder" || assignment.Target is not IPropertyReferenceOperation { Instance: { } builder })
        {
            return;
        }

        var written = OptionRule.Written(assignment, property);
        switch (property.Name)
        {
            case "HttpOnly":
                _rule.Assignment(c, assignment, WrittenValues.IsFalse, _ => PurposeOf(builder, assignment) is Purpose.SignIn or Purpose.Session
                    ? new Weakness(MessageArg.Text(Texts.CookieScripts, written)) { Safe = "true" }
                    : null);
                break;
            case "SecurePolicy":
                _rule.Assignment(c, assignment, v => Is(v, "CookieSecurePolicy", 2), _ => PurposeOf(builder, assignment) > Purpose.Other && !PolicySecures(c.CancellationToken)
                    ? new Weakness(MessageArg.Text(Texts.CookieClearText, written)) { Safe = "Microsoft.AspNetCore.Http.CookieSecurePolicy.Always" }
                    : null);
                break;
            default:
                _rule.Assignment(c, assignment, v => Is(v, "SameSiteMode", 0), _ => PurposeOf(builder, assignment) is Purpose.SignIn or Purpose.Session
                    ? new Weakness(MessageArg.Text(Texts.CookieCrossSite, written)) { Doubt = MessageArg.Text(Texts.CookieCrossSiteDoubt) }
                    : null);
                break;
        }
    }

    private static bool Is(IOperation value, string type, int number) => value.Type?.Name == type && WrittenValues.Number(value) == number;

    private void Owin(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name != "CookieAuthenticationOptions")
        {
            return;
        }

        var isScripts = property.Name == "CookieHttpOnly";
        _rule.Assignment(
            c,
            assignment,
            isScripts ? WrittenValues.IsFalse : v => Is(v, "CookieSecureOption", 1),
            _ => new Weakness(MessageArg.Text(isScripts ? Texts.CookieScripts : Texts.CookieClearText, OptionRule.Written(assignment, property)))
            {
                Safe = isScripts ? "true" : "Microsoft.Owin.Security.Cookies.CookieSecureOption.Always",
            });
    }

    private void SignIn(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (property.ContainingType.Name == "CookieAuthenticationOptions")
        {
            _rule.Assignment(
                c,
                assignment,
                v => WrittenValues.Duration(v, _rule.Uses, c.CancellationToken) > TimeSpan.FromDays(LongestSignIn),
                _ => new Weakness(MessageArg.Text(Texts.CookieLong, OptionRule.Written(assignment, property))));
        }
    }

    /// <summary>A session whose cookie nobody set up: the framework leaves Secure out.</summary>
    private void Session(OperationAnalysisContext c, IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.Name != "SessionServiceCollectionExtensions")
        {
            return;
        }

        _rule.Inspection.Inspected();
        if (call.Descendants().Any(o => o is IPropertyReferenceOperation { Property.Name: "SecurePolicy" or "Cookie" } p && (p.Property.Name == "SecurePolicy" || p.Parent is ISimpleAssignmentOperation))
            || _rule.Uses.Mentions("<SessionOptions>", c.CancellationToken)
            || PolicySecures(c.CancellationToken)
            || call.Arguments.Any(a => a.Parameter?.Ordinal == 1 && a.Value.Unwrap() is not IAnonymousFunctionOperation))
        {
            return;
        }

        _rule.Report(c, call, call.NameLocation(), () => new Weakness(MessageArg.Text(Texts.CookieSessionDefault, call.TargetMethod.Name)) { Doubt = MessageArg.Text(Texts.CookieSessionDoubt) });
    }

    private void Append(OperationAnalysisContext c, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.Name is not ("IResponseCookies" or "ResponseCookies") || method.Parameters.Length < 2 || method.Parameters[0].Type.SpecialType != SpecialType.System_String || call.Argument(0) is not { } key)
        {
            return;
        }

        _rule.Inspection.Inspected();
        var (name, words) = NameOf(key, c.CancellationToken);
        if (!IsSignIn(words, call.Argument(1)))
        {
            return;
        }

        if (Missing(call, method.Parameters.Length > 2 ? call.Argument(2) : null) is not { } missing)
        {
            _rule.Inspection.NotFollowed();
            return;
        }

        _rule.Report(c, call, call.NameLocation(), () =>
        {
            if (_rule.Uses.Mentions("UseCookiePolicy", c.CancellationToken))
            {
                missing.RemoveAll(m => m == "Secure" ? PolicySecures(c.CancellationToken) : _rule.Uses.Mentions("HttpOnlyPolicy.Always", c.CancellationToken));
            }

            return missing.Count == 0
                ? null
                : new Weakness(MessageArg.Text(Texts.CookieAppended, name, string.Join(", ", missing))) { Sdk = missing.Contains("HttpOnly") ? null : "CA5382", Safe = CanFix(call) ? string.Join(",", missing) : null, IsCookie = true };
        });
    }

    /// <summary>The options stand in the call itself, or nowhere.</summary>
    private static bool CanFix(IInvocationOperation call) => call.TargetMethod.Parameters.Length == 2 || call.Argument(2)?.Unwrap() is IObjectCreationOperation;

    private bool PolicySecures(CancellationToken cancellation) =>
        _rule.Uses.Mentions("UseCookiePolicy", cancellation) && _rule.Uses.Mentions("CookiePolicyOptions", cancellation) && _rule.Uses.Mentions("CookieSecurePolicy.Always", cancellation);

    /// <summary>Which of HttpOnly and Secure the options leave out; null when they are made elsewhere.</summary>
    private static List<string>? Missing(IInvocationOperation call, IOperation? options)
    {
        var state = new Dictionary<string, bool>(StringComparer.Ordinal) { ["HttpOnly"] = false, ["Secure"] = false };
        var local = options?.Unwrap() as ILocalReferenceOperation;
        options = local?.OnlyValue()?.Unwrap() ?? options?.Unwrap();
        if (options is IObjectCreationOperation { Type.Name: "CookieOptions", Arguments.Length: 0 } creation)
        {
            foreach (var member in creation.Descendants())
            {
                Set(member);
            }
        }
        else if (options is not null)
        {
            return null;
        }

        if (local is not null)
        {
            foreach (var operation in call.Root().Descendants())
            {
                switch (operation)
                {
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation target } } when SymbolEqualityComparer.Default.Equals(target.Local, local.Local):
                        Set(operation);
                        break;
                    case IInvocationOperation other when other != call && !IsAppend(other) && other.Arguments.Any(a => a.Value.Unwrap() is ILocalReferenceOperation given && SymbolEqualityComparer.Default.Equals(given.Local, local.Local)):
                        // A helper may set the rest.
                        return null;
                }
            }
        }

        return state.Where(s => !s.Value).Select(s => s.Key).OrderBy(s => s, StringComparer.Ordinal).ToList();

        void Set(IOperation member)
        {
            // What depends on the request or a setting counts as set: no claim.
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: { } value } && state.ContainsKey(name))
            {
                state[name] |= !WrittenValues.IsFalse(value);
            }
        }
    }

    private static bool IsAppend(IInvocationOperation call) => call.TargetMethod is { Name: "Append" or "Delete", ContainingType.Name: "IResponseCookies" or "ResponseCookies" };

    /// <summary>What the message calls the cookie, and the words of its name and of the name of its name.</summary>
    private (string Name, List<string> Words) NameOf(IOperation key, CancellationToken cancellation)
    {
        key = key.Unwrap();
        var text = key.Constant() ?? WrittenValues.Of(key, _rule.Uses, cancellation)[0].Constant();
        var words = Tokenizer.Tokens(text ?? "");
        var member = key switch
        {
            IMemberReferenceOperation reference => reference.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            _ => null,
        };
        if (text is null && member is not null)
        {
            words.AddRange(Tokenizer.Tokens(member));
        }

        return (text ?? member ?? key.Syntax.ToString(), words);
    }

    private static bool IsSignIn(List<string> words, IOperation? value)
    {
        if (words.Any(OpenWords.Contains))
        {
            return false;
        }

        // An empty value takes the cookie away.
        value = value?.Unwrap();
        if (value is null or { ConstantValue.HasValue: true } or IPropertyReferenceOperation { Property.ContainingType.Name: "AntiforgeryTokenSet" } or IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } })
        {
            return false;
        }

        return IsSignIn(words) || Tokenizer.Tokens(value switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => "",
        }).Any(w => w is "token" or "jwt" or "accesstoken" or "refreshtoken" or "sessionid");
    }

    private static bool IsSignIn(List<string> words) => words.Any(SignInWords.Contains) || (words.Any(PersonWords.Contains) && words.Any(IdWords.Contains));

    /// <summary>Which cookie a builder makes: by the option that holds it, else by the name that it gets beside it.</summary>
    private static Purpose PurposeOf(IOperation builder, IOperation assignment)
    {
        var holder = Holder(builder);
        if (holder is not null)
        {
            return holder.Name switch
            {
                "CorrelationCookie" or "NonceCookie" or "StateCookie" => Purpose.Handshake,
                "Cookie" when holder.ContainingType.Name == "CookieAuthenticationOptions" => Purpose.SignIn,
                "Cookie" when holder.ContainingType.Name == "SessionOptions" => Purpose.Session,
                _ => Purpose.Other,
            };
        }

        return OptionRule.Beside(assignment, "Name").Any(n => n.Value.Constant() is { } name && Tokenizer.Tokens(name) is var words && !words.Any(OpenWords.Contains) && IsSignIn(words))
            ? Purpose.SignIn
            : Purpose.Other;
    }

    /// <summary><c>options.Cookie</c> of <c>options.Cookie.HttpOnly</c>, also when an initialiser says so.</summary>
    private static IPropertySymbol? Holder(IOperation builder)
    {
        builder = builder.Unwrap();
        if (builder is IPropertyReferenceOperation direct)
        {
            return direct.Property;
        }

        if (builder is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            return null;
        }

        for (var o = builder.Parent; o is not null; o = o.Parent)
        {
            switch (o)
            {
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member }:
                    return member.Property;
                case IObjectCreationOperation creation:
                    IOperation value = creation;
                    while (value.Parent is IConversionOperation conversion)
                    {
                        value = conversion;
                    }

                    return value.Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } ? target.Property : null;
            }
        }

        return null;
    }
}
