using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// What names say about who calls, which record is meant, and whether somebody may see it. Whole words, so that a claim is a
/// claim and a reclamation is not. One instance serves one end of a compilation; each name is taken apart once.
/// </summary>
internal sealed class AccessNames
{
    private static readonly ImmutableHashSet<string> Ids = ImmutableHashSet.Create("id", "ids", "guid", "uuid", "insz", "niss", "rrn", "ssn", "bsn", "rijksregisternummer");

    private static readonly ImmutableHashSet<string> Numbers = ImmutableHashSet.Create("number", "nummer", "numero", "nr");

    /// <summary>These say where or in what, not which record.</summary>
    private static readonly ImmutableHashSet<string> NotOfARecord = ImmutableHashSet.Create(
        "tenant", "organization", "organisation", "organisatie", "country", "language", "culture", "correlation", "trace", "request", "connection",
        "category", "type", "status", "role", "page", "location", "serial", "version", "phone", "telephone", "house", "box", "account");

    private static readonly ImmutableHashSet<string> Now = ImmutableHashSet.Create("current", "logged", "signed", "acting", "authenticated", "session", "calling", "requesting", "huidige", "aangemelde", "ingelogde");

    private static readonly ImmutableHashSet<string> Somebody = ImmutableHashSet.Create(
        "user", "users", "person", "account", "identity", "principal", "practitioner", "employee", "customer", "member", "caregiver", "doctor", "patient", "client", "tenant", "login",
        "in", "on", "gebruiker", "medewerker", "zorgverlener", "utilisateur", "actor");

    private static readonly ImmutableHashSet<string> AfterUser = ImmutableHashSet.Create("context", "accessor", "identity", "session", "principal", "claims", "claim");

    private static readonly ImmutableHashSet<string> Alone = ImmutableHashSet.Create("principal", "caller", "claims", "claim");

    private static readonly ImmutableHashSet<string> Questions = ImmutableHashSet.Create("can", "may", "mag", "peut", "authorize", "authorise", "autorise", "autoriser", "owns", "autoriseer");

    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        "is", "are", "has", "have", "heeft", "check", "checks", "ensure", "assert", "verify", "validate", "demand", "require", "guard", "enforce", "test", "get", "user", "throw", "must",
        "controleer", "verifieer", "verifier", "exiger", "a", "est", "belongs");

    private static readonly ImmutableHashSet<string> Rights = ImmutableHashSet.Create(
        "access", "accessible", "allowed", "authorized", "authorised", "authorization", "authorisation", "permitted", "permission", "permissions", "owner", "owned", "ownership", "rights",
        "relation", "relationship", "granted", "entitled", "consent", "forbidden", "toegang", "toegelaten", "toegestaan", "gemachtigd", "zorgrelatie", "eigenaar", "acces", "autorise",
        "droit", "droits", "mandate", "mandaat", "mandat", "to", "tot");

    private readonly Dictionary<string, bool> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _callers = new(StringComparer.Ordinal);

    /// <summary>True for id, dossierId, inszNummer: a name for a value that picks one record.</summary>
    public bool IsId(string name) => Known(_ids, name, static words =>
    {
        var last = words.Count - 1;
        if (last < 0 || !(Ids.Contains(words[last]) || (last > 0 && Numbers.Contains(words[last]))))
        {
            return false;
        }

        for (var i = 0; i < last; i++)
        {
            if (NotOfARecord.Contains(words[i]))
            {
                return false;
            }
        }

        return true;
    });

    /// <summary>True for names that speak about whoever is signed in: ICurrentUser, GetLoggedInUser, WorkContext.</summary>
    public bool IsCaller(string name) => Known(_callers, name, static words =>
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Alone.Contains(words[i]))
            {
                return true;
            }

            if (i + 1 < words.Count && ((Now.Contains(words[i]) && Somebody.Contains(words[i + 1]))
                || (words[i] is "user" or "tenant" && AfterUser.Contains(words[i + 1]))
                || (words[i], words[i + 1]) is ("work", "context") or ("identity", "service") or ("authorization", "info") or ("auth", "context") or ("auth", "info")
                    or ("tenant", "provider") or ("utilisateur", "connecte") or ("utilisateur", "courant")))
            {
                return true;
            }
        }

        return false;
    });

    /// <summary>A name that may be the caller's: its code is worth a look.</summary>
    public static bool MayBeCaller(string name) =>
        name.IndexOf("User", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Caller", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Me", StringComparison.Ordinal) >= 0
        || name.IndexOf("My", StringComparison.Ordinal) >= 0 || name.IndexOf("Own", StringComparison.Ordinal) >= 0 || name.IndexOf("Account", StringComparison.Ordinal) >= 0
        || name.IndexOf("Subject", StringComparison.Ordinal) >= 0 || name.IndexOf("Gebruiker", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Current", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>True for CanViewDossier, HasAccess, EnsureCareRelation, AuthorizeAsync.</summary>
    public static bool IsCheck(IMethodSymbol method)
    {
        var words = Tokenizer.Tokens(method.Name);
        return words.Count > 0 && (Questions.Contains(words[0]) || (Verbs.Contains(words[0]) && words.Count > 1 && words.Skip(1).Any(Rights.Contains) && !(words[0] == "get" && words[words.Count - 1] == "to")));
    }

    /// <summary>A role of people who look after the system, so that the question is not which record.</summary>
    public static bool IsAdministrator(string role) =>
        role.IndexOf("admin", StringComparison.OrdinalIgnoreCase) >= 0 || role.IndexOf("beheer", StringComparison.OrdinalIgnoreCase) >= 0 || role.IndexOf("superuser", StringComparison.OrdinalIgnoreCase) >= 0
        || role.IndexOf("elevat", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Known(Dictionary<string, bool> cache, string name, Func<List<string>, bool> test)
    {
        if (!cache.TryGetValue(name, out var known))
        {
            cache[name] = known = test(Tokenizer.Tokens(name));
        }

        return known;
    }
}
