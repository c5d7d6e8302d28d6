using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>Endpoints that are open because nobody can be known yet, by what they are called and by the secret that they ask for.</summary>
internal static class MeantOpen
{
    private static readonly char[] Separators = ['/', '-', '_', '.', '{', '}', ':', '?', ' '];

    /// <summary>Signing in, making an account, and what leads there.</summary>
    private static readonly HashSet<string> Account = new(StringComparer.OrdinalIgnoreCase)
    {
        "Login", "Logon", "Logout", "Logoff", "Signin", "Signout", "Signup", "Authenticate", "Authentication", "Auth", "Oauth", "Oidc", "Saml", "Sso", "Passkey", "Mfa", "Totp", "Otp", "Token", "Tokens",
        "Aanmelden", "Inloggen", "Connexion", "Password", "Wachtwoord", "Invitation", "Invite", "Uitnodiging", "Webhook", "Webhooks", "Callback", "Itsme",
    };

    /// <summary>The same, unless it reads: the registrations of a care unit are no accounts.</summary>
    private static readonly HashSet<string> Registers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Register", "Registration", "Registreer", "Registreren", "Registratie", "Aanmelding", "Inscription",
    };

    private static readonly HashSet<string> Proofs = new(StringComparer.OrdinalIgnoreCase) { "Confirm", "Verify", "Activate", "Forgot", "Reset", "Sign", "Log", "Bevestig", "Activeer" };

    private static readonly HashSet<string> Proven = new(StringComparer.OrdinalIgnoreCase) { "Email", "Mail", "Password", "Account", "Code", "Phone", "User", "In", "Up", "Out", "On" };

    /// <summary>Forms that everyone is invited to fill in.</summary>
    private static readonly HashSet<string> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        "Contact", "Newsletter", "Nieuwsbrief", "Subscribe", "Unsubscribe", "Subscription", "Feedback", "Inquiry", "Enquiry", "Demo", "Waitlist", "Wachtlijst", "Support", "Helpdesk", "Complaint", "Klacht", "Inschrijven", "Inschrijving", "Callback", "Consent",
    };

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase) { "Token", "Invitation", "Invite", "Secret", "Signature", "Otp", "Hmac", "Uitnodiging", "Jeton" };

    /// <summary>True for an endpoint where everyone signs in or makes an account. Whole words count.</summary>
    public static bool SignsIn(Endpoint endpoint)
    {
        var words = WordsOf(endpoint);
        return words.Exists(Account.Contains) || (words.Exists(Registers.Contains) && !Reads(endpoint)) || (words.Exists(Proofs.Contains) && words.Exists(Proven.Contains));
    }

    /// <summary>The endpoint says that it only reads: GET.</summary>
    public static bool Reads(Endpoint endpoint) => endpoint.Kind == EndpointKind.Route
        ? endpoint.Location.SourceTree?.GetText().ToString(endpoint.Location.SourceSpan) == "MapGet"
        : endpoint.Symbol is IMethodSymbol method && method.GetAttributes().Any(a => a.AttributeClass?.Name is "HttpGetAttribute" or "HttpHeadAttribute")
            && !method.GetAttributes().Any(a => a.AttributeClass?.Name is "HttpPostAttribute" or "HttpPutAttribute" or "HttpPatchAttribute");

    /// <summary>True for a form that everyone may send.</summary>
    public static bool IsForm(Endpoint endpoint) => WordsOf(endpoint).Exists(Forms.Contains);

    /// <summary>
    /// The caller shows that somebody gave him the way in: a parameter called token, invitation or code that the code looks at.
    /// </summary>
    public static bool TakesSecret(Endpoint endpoint, IEnumerable<IOperation> code)
    {
        var secrets = EndpointData.Methods(endpoint).SelectMany(m => m.Parameters).Where(p => IsSecret(p.Name) && IsLong(p.Type)).ToArray();
        return secrets.Length > 0 && code.Any(body => body.Inside().Any(o => o is IParameterReferenceOperation parameter && secrets.Contains(parameter.Parameter, SymbolEqualityComparer.Default)));
    }

    private static bool IsSecret(string name)
    {
        var last = "";
        foreach (var word in Words.Of(name))
        {
            last = word;
        }

        return Secrets.Contains(last) || (last.Equals("Code", StringComparison.OrdinalIgnoreCase) && (last.Length == name.Length || HasProof(name)));
    }

    /// <summary>accessCode, verificationCode; a postal code or a diagnosis code proves nothing.</summary>
    private static bool HasProof(string name) => Words.Of(name).Any(w => w.ToUpperInvariant() is "ACCESS" or "VERIFICATION" or "INVITE" or "INVITATION" or "AUTH" or "CONFIRMATION" or "SHARE" or "SECRET" or "LINK" or "TOEGANGS");

    private static bool IsLong(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name == "Guid" || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>Words of the action or page and of the fixed parts of the route; of the class only its own name.</summary>
    private static List<string> WordsOf(Endpoint endpoint)
    {
        var words = new List<string>();
        foreach (var part in endpoint.Route.Split('/'))
        {
            // A parameter's name says what it is, not what the endpoint does.
            if (part.Length > 0 && part[0] != '{')
            {
                words.AddRange(part.Split(Separators, StringSplitOptions.RemoveEmptyEntries).SelectMany(Words.Of));
            }
        }

        words.AddRange(endpoint.Handler.Split(Separators, StringSplitOptions.RemoveEmptyEntries).SelectMany(Words.Of));
        words.RemoveAll(w => w.Length == 0);
        return words;
    }
}
