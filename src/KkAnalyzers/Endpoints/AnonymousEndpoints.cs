using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Endpoints;

/// <summary>Which endpoints everyone may reach by convention: signing in, health checks, error pages and the like.</summary>
internal sealed class AnonymousEndpoints
{
    /// <summary>word | scope; the scopes are explained in the list itself.</summary>
    public static readonly KkList List = new("KkAnalyzers.AnonymousEndpoints", 2, 2, static line =>
        line[1] is "anywhere" or "account" or "root" or "part" or "call" ? null : $"'{line[1]}' is not one of anywhere, account, root, part, call");

    private static readonly char[] Separators = ['/'];

    private readonly HashSet<string> _anywhere;
    private readonly HashSet<string> _account;
    private readonly HashSet<string> _root;
    private readonly HashSet<string> _part;
    private readonly HashSet<string> _calls;

    public AnonymousEndpoints(KkContext context)
    {
        var lines = List.Lines(context).ToLookup(l => l[1], l => l[0]);
        HashSet<string> Words(string scope) => new(lines[scope], StringComparer.OrdinalIgnoreCase);
        _anywhere = Words("anywhere");
        _account = Words("account");
        _root = Words("root");
        _part = Words("part");
        _calls = Words("call");
    }

    /// <summary>True for the name of a method that maps what is meant to be open.</summary>
    public bool IsCall(string methodName) => _calls.Contains(methodName);

    /// <summary>True for a route such as <c>/api/v1/auth/login</c>. Whole parts count, never a piece of a word (hard case 26).</summary>
    public bool IsRoute(string route)
    {
        var parts = route.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var last = parts.Length - 1;
        while (last >= 0 && IsParameter(parts[last]))
        {
            last--;
        }

        if (last >= 0 && _anywhere.Contains(Word(parts[last])))
        {
            return true;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var word = Word(parts[i]);
            if (_root.Contains(word) || (i == parts.Length - 1 && _account.Contains(word)))
            {
                return true;
            }

            if (!_part.Contains(word) && !IsVersion(word))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsParameter(string part) => part[0] == '{';

    /// <summary>An action may be called LoginAsync; its route drops the suffix.</summary>
    private static string Word(string part) =>
        part.EndsWith("Async", StringComparison.Ordinal) ? part.Substring(0, part.Length - "Async".Length) : part;

    private static bool IsVersion(string word) =>
        (word.Length > 1 && word[0] is 'v' or 'V' && word.Skip(1).All(c => char.IsDigit(c) || c == '.'))
        || word.StartsWith("v{version", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("{version", StringComparison.OrdinalIgnoreCase);
}
