using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Databases;

/// <summary>Signs that a kind of record is deleted, made anonymous or kept for a limited time.</summary>
/// <param name="own">Names of <c>kk.KK4317.deleting_methods</c>.</param>
internal sealed class Deletions(ImmutableArray<string> own)
{
    // Beginnings of names; asked of every call.
    private static readonly string[] Verbs =
    [
        "remove", "delete", "erase", "purge", "forget", "destroy", "clean", "anonymi", "pseudonymi", "executedelete", "bulkdelete", "batchdelete",
        "harddelete", "permanentlydelete", "verwijder", "wis", "opschon", "supprim", "efface",
    ];

    private const string FirstLetters = "rdefpcabhvwosRDEFPCABHVWOS";

    // Words of a name that say how, when or by what, and not whose record goes.
    private static readonly ImmutableHashSet<string> HowWords = ImmutableHashSet.Create(
        "execute", "delete", "bulk", "batch", "hard", "permanently", "async", "range", "all", "many", "one", "by", "id", "ids", "key", "up", "record", "records", "entity", "entities",
        "item", "items", "data", "personal", "where", "expired", "old", "inactive", "outdated", "from", "database", "db", "command", "handler", "request", "endpoint", "job", "task",
        "service", "repository", "store", "manager", "controller", "worker", "use", "case", "set", "sync", "internal", "the", "and", "save");

    private static readonly ImmutableHashSet<string> Limits = ImmutableHashSet.Create(
        "expires", "expiry", "expiration", "retention", "retain", "purge", "erase", "delete", "anonymize", "anonymise", "anonymized", "anonymised", "ttl", "bewaar", "bewaartermijn",
        "vervaldatum", "vervalt", "conservation");

    private static readonly ImmutableHashSet<string> Marks = ImmutableHashSet.Create(
        "deleted", "removed", "verwijderd", "gewist", "supprime", "archived", "gearchiveerd");

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private volatile bool _identityUi;

    /// <summary>The default pages of Identity let a user delete the account.</summary>
    public void IdentityUi() => _identityUi = true;

    public void Add(ITypeSymbol? type)
    {
        if (type is not null && ValueKindsOf.Unwrap(type) is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } named)
        {
            _types[named.OriginalDefinition] = true;
        }
    }

    /// <summary>True for a name that says that something goes.</summary>
    public bool IsDeleting(string name)
    {
        if (FirstLetters.IndexOf(name[0]) < 0 && own.IsEmpty)
        {
            return false;
        }

        foreach (var verb in Verbs)
        {
            if (name.StartsWith(verb, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return IsOwn(name);
    }

    /// <summary>Any call: its name decides first.</summary>
    public void Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name.StartsWith("Execute", StringComparison.Ordinal))
        {
            foreach (var argument in call.Arguments)
            {
                Sql(argument.Value.Unwrap());
            }
        }

        if (!IsDeleting(method.Name))
        {
            return;
        }

        // Taking a patient off a list in memory deletes nothing; taking it off a navigation may.
        if (Outermost(method.ContainingType) == "System" && call.Instance is not IPropertyReferenceOperation)
        {
            return;
        }

        if (Whose(method.Name).Length > 0 && !IsOwn(method.Name))
        {
            // RemoveFromRole(user, role): the user stays.
            Named(method.Name, method.ContainingType.Name);
            return;
        }

        foreach (var argument in call.Arguments)
        {
            var value = argument.Value.Unwrap();
            Add(value.Type);
            if (value is IArrayCreationOperation { Initializer.ElementValues: { } elements })
            {
                foreach (var element in elements)
                {
                    Add(element.Unwrap().Type);
                }
            }
        }

        foreach (var type in method.TypeArguments.Concat(method.ContainingType.TypeArguments))
        {
            Add(type);
        }

        if (call.Receiver()?.Unwrap().Type is { } receiver)
        {
            Add(receiver);
            foreach (var type in (receiver as INamedTypeSymbol)?.TypeArguments ?? ImmutableArray<ITypeSymbol>.Empty)
            {
                Add(type);
            }
        }

        Named(method.Name, method.ContainingType.Name);
    }

    /// <summary>A type of this project: its own name, its methods, and a repository of one kind that inherits them.</summary>
    public void Declared(INamedTypeSymbol type)
    {
        if (IsDeleting(type.Name))
        {
            Named(type.Name, "");
        }

        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            // UserStore<User> of Identity can delete: that is no sign that somebody asks it to.
            if (!ReferenceEquals(t, type) && (t.TypeArguments.IsEmpty || Outermost(t) is "Microsoft" or "System"))
            {
                continue;
            }

            foreach (var member in t.GetMembers())
            {
                if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || !IsDeleting(method.Name))
                {
                    continue;
                }

                Named(method.Name, type.Name);
                if (Whose(method.Name).Length == 0)
                {
                    foreach (var argument in t.TypeArguments)
                    {
                        Add(argument);
                    }
                }
            }
        }
    }

    /// <summary>True when something deletes records of this type, or of what it derives from.</summary>
    /// <param name="type">The type of the records.</param>
    /// <param name="tables">Other names for them.</param>
    public bool Reach(INamedTypeSymbol type, IEnumerable<string> tables)
    {
        for (var t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            if (_types.ContainsKey(t.OriginalDefinition) || (_identityUi && t.Name == "IdentityUser"))
            {
                return true;
            }
        }

        // ApplicationUser is meant by DeleteUser, PatientEntity by DeletePatient.
        var words = Tokenizer.Tokens(type.Name);
        var names = tables.Append(type.Name).Select(Whose).Append(words[words.Count - 1]).Where(n => n.Length > 2 && !HowWords.Contains(n)).Distinct().ToArray();
        return _names.Keys.Any(said => names.Any(n => EndsWith(said, n) || EndsWith(said, n + "s") || EndsWith(said, n + "es") || EndsWith(said, n + "en")));

        static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);
    }

    /// <summary>A property that says until when the record is kept.</summary>
    public static bool IsLimit(IPropertySymbol property) => IsDate(property.Type) && Tokenizer.Tokens(property.Name) is { Count: > 0 } words && Limits.Contains(words[0]);

    /// <summary>A property that marks the record as deleted while it stays.</summary>
    public static bool IsMark(IPropertySymbol property) => Tokenizer.Tokens(property.Name).Any(Marks.Contains);

    private void Named(string method, string type)
    {
        var whose = Whose(method);
        whose = whose.Length > 0 ? whose : Whose(type);
        if (whose.Length > 0)
        {
            _names[whose] = true;
        }
    }

    /// <summary>What is left of a name without the verb and the words around it: patient, of DeletePatientByIdAsync.</summary>
    private static string Whose(string name) =>
        string.Concat(Tokenizer.Tokens(name).Where(w => !HowWords.Contains(w) && !Array.Exists(Verbs, v => w.StartsWith(v, StringComparison.Ordinal))));

    /// <summary>DELETE FROM Patients: the table's name, however it is quoted.</summary>
    private void Sql(IOperation value)
    {
        var text = value.Constant() ?? ((value as IInterpolatedStringOperation)?.Parts.FirstOrDefault() as IInterpolatedStringTextOperation)?.Text.Constant();
        var at = text?.IndexOf("delete from", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at >= 0)
        {
            _names[Tokenizer.Glue(text!.Substring(at + "delete from".Length).TrimStart().Split(' ', '\r', '\n', ';')[0])] = true;
        }
    }

    private bool IsOwn(string method)
    {
        foreach (var mine in own)
        {
            if (method == mine.Substring(mine.LastIndexOf('.') + 1))
            {
                return true;
            }
        }

        return false;
    }

    // The expiration of a card is a text; a date is a date.
    private static bool IsDate(ITypeSymbol type) => ValueKindsOf.Unwrap(type).Name is "DateTime" or "DateTimeOffset" or "DateOnly" or "Instant" or "LocalDate" or "TimeSpan";

    private static string? Outermost(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name;
    }
}
