using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>
/// KK3207: subscribe without unsubscribe, register without delete. Ways in are endpoints, pages and commands that a person
/// reaches; the counterpart may be anywhere: a method, a type, a page, a link, a key of a resource, a referenced project.
/// </summary>
internal sealed class WaysOut
{
    /// <summary>Most types of referenced projects that are looked at by name.</summary>
    private const int MostReferencedTypes = 20_000;

    private static readonly string[] Screens = ["Microsoft.Maui.Controls.Page", "Xamarin.Forms.Page", "System.Windows.Window", "Microsoft.UI.Xaml.Window", "Avalonia.Controls.TopLevel"];

    private static readonly string[] Account = ["account"];

    /// <summary>Ends of names that say what a thing is and not what it does.</summary>
    private static readonly string[] Ends = ["Controller", "Model", "Endpoint", "AppService", "Page", "ViewModel", "View", "Command", "Handler"];

    private readonly KkContext _context;
    private readonly Inspection _inspection;
    private readonly WayPairs _pairs;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, Location Location)> _entered = new(StringComparer.Ordinal);

    public WaysOut(KkContext context, Inspection inspection, CancellationToken cancellation)
    {
        (_context, _inspection, _cancellation) = (context, inspection, cancellation);
        _pairs = new WayPairs(context);
        _left.UnionWith(context.Options.List(RuleIds.KK3207, "ways_out_elsewhere"));
    }

    /// <summary>An application with windows and no endpoints; does nothing in a library.</summary>
    public static void RegisterScreens(KkContext context)
    {
        if (!TestProjects.Is(context) && HasScreens(context))
        {
            context.RegisterCompilationEndAction(c => new WaysOut(context, context.Inspection(RuleCatalog.KK3207), c.CancellationToken).Report(c.ReportDiagnostic));
        }
    }

    public void Report(Action<Diagnostic> report, EndpointModel model)
    {
        foreach (var endpoint in model.Endpoints)
        {
            Endpoint(endpoint);
        }

        // The pages that AddDefaultIdentity brings have one to delete the account; those of MapIdentityApi do not.
        if (model.Calls.Setup("AddDefaultIdentity", "AddDefaultUI").Any())
        {
            _left.Add("account");
        }

        if (HasScreens(_context))
        {
            Screen();
        }

        Finish(report);
    }

    private void Report(Action<Diagnostic> report)
    {
        Screen();
        Finish(report);
    }

    private static bool HasScreens(KkContext context) => Screens.Any(s => context.Type(s) is not null);

    private void Screen()
    {
        foreach (var type in SourceTypes.Of(_context.Compilation))
        {
            if (type.Name.EndsWith("Page", StringComparison.Ordinal) || type.Name.EndsWith("ViewModel", StringComparison.Ordinal) || type.Name.EndsWith("Window", StringComparison.Ordinal))
            {
                Screen(type);
            }
        }
    }

    private void Screen(INamedTypeSymbol type)
    {
        if (type.Locations.FirstOrDefault(SourceLocations.IsUserCode) is not { } place)
        {
            return;
        }

        var around = Tokens(Bare(type.Name));
        if (!type.Name.EndsWith("ViewModel", StringComparison.Ordinal))
        {
            Name(type.Name, around, [], place, isSelf: true);
        }

        foreach (var member in type.GetMembers())
        {
            var isCommand = member switch
            {
                IPropertySymbol { Type.Name: var name } => name.EndsWith("Command", StringComparison.Ordinal),
                IMethodSymbol { MethodKind: MethodKind.Ordinary } method => (method.Parameters.Length == 2 && method.Parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal))
                    || method.GetAttributes().Any(a => a.AttributeClass?.Name == "RelayCommandAttribute"),
                _ => false,
            };
            if (isCommand && member.Locations.FirstOrDefault(SourceLocations.IsUserCode) is { } at)
            {
                Name(member.Name, Tokens(Bare(member.Name)), around, at, isSelf: true);
            }
        }
    }

    private void Endpoint(Endpoint endpoint)
    {
        if (endpoint.Kind is EndpointKind.Hub or EndpointKind.Grpc or EndpointKind.GraphQl or EndpointKind.Resolver or EndpointKind.Wcf)
        {
            return;
        }

        var segments = endpoint.Route.Split('/').Where(s => s.Length > 0 && s[0] is not ('{' or '…')).ToArray();
        var route = segments.SelectMany(Tokens).ToList();
        List<string> name;
        List<string> around;
        switch (endpoint.Kind)
        {
            case EndpointKind.Route or EndpointKind.Function when endpoint.Route.Length > 0:
                name = Tokens(segments.LastOrDefault() ?? "");
                around = [.. route, .. endpoint.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } handler ? Tokens(handler.Name) : [], .. endpoint.Handler == "MapIdentityApi" ? Account : []];
                break;
            case EndpointKind.Action or EndpointKind.Service when endpoint.Symbol is IMethodSymbol action:
                name = Tokens(Bare(action.Name));
                around = [.. Tokens(Bare((endpoint.Controller ?? action.ContainingType).Name)), .. route];
                break;
            default:
                var type = endpoint.Symbol as INamedTypeSymbol ?? endpoint.Symbol?.ContainingType;
                name = Tokens(Bare(type?.Name ?? ""));
                around = [.. Tokens(type?.ContainingNamespace?.Name ?? ""), .. route];
                break;
        }

        // The verb of the request is a way out too: DELETE /subscriptions/{id}.
        if (IsDelete(endpoint))
        {
            around.Add("delete");
            Name(endpoint.Name, ["delete", .. name], around, endpoint.Location, isSelf: false, IsForStaff(endpoint) ? "account" : null);
            return;
        }

        // Whoever is signed in subscribes, consents and buys as well; but who registers somebody else is no person who joins.
        Name(endpoint.Name, name, around, endpoint.Location, !Toggles(endpoint), IsForStaff(endpoint) ? "account" : null, endpoint.Decision.Outcome == AccessOutcome.Required ? "account" : null);
    }

    /// <summary>Asks for a role: what an administrator deletes is no way out for the person.</summary>
    private static bool IsForStaff(Endpoint endpoint)
    {
        foreach (var symbol in new[] { endpoint.Symbol, endpoint.Controller ?? endpoint.Symbol?.ContainingType })
        {
            foreach (var attribute in symbol?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
            {
                if (attribute.AttributeClass?.AllInterfaces.Any(i => i.Name == "IAuthorizeData") == true
                    && (attribute.NamedArguments.Any(a => a.Key is "Roles" or "Policy") || !attribute.ConstructorArguments.IsEmpty))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A bool that the client sends switches on and off.</summary>
    private static bool Toggles(Endpoint endpoint) =>
        (endpoint.Symbol as IMethodSymbol)?.Parameters.Any(p => p.Type.SpecialType == SpecialType.System_Boolean) == true;

    private bool IsDelete(Endpoint endpoint) =>
        endpoint.Symbol?.GetAttributes().Any(a => a.AttributeClass?.Name == "HttpDeleteAttribute") == true
        || (endpoint.Location.SourceTree is { } tree && endpoint.Kind == EndpointKind.Route
            && tree.GetText(_cancellation).ToString(endpoint.Location.SourceSpan).StartsWith("MapDelete", StringComparison.Ordinal));

    /// <param name="shown">For the message.</param>
    /// <param name="name">Words of the name itself.</param>
    /// <param name="around">Words of what holds it, and of its route.</param>
    /// <param name="location">Where a finding is shown.</param>
    /// <param name="isSelf">May be a way in; anything may be a way out.</param>
    /// <param name="noOut">A pair that it is no way out of.</param>
    /// <param name="noIn">A pair that it is no way into.</param>
    private void Name(string shown, List<string> name, List<string> around, Location location, bool isSelf, string? noOut = null, string? noIn = null)
    {
        var words = _pairs.Words(name);
        if (words.Count == 0 && !around.Contains("delete"))
        {
            return;
        }

        var outer = _pairs.Words(around);
        Leave(words, outer, noOut, byItself: false);
        if (!isSelf)
        {
            return;
        }

        foreach (var word in words)
        {
            if (word.Role == WayPairs.In && word.Pair != noIn && word.Pair != noOut && !_entered.ContainsKey(word.Pair)
                && (word.Alone || Has(words, outer, word.Pair, WayPairs.Noun)) && !Has(words, outer, word.Pair, WayPairs.Not)
                && !words.Exists(w => w.Pair == word.Pair && w.Role == WayPairs.Out)
                && WayPairs.SaysNothingElse(name, words, word.Pair))
            {
                _entered.Add(word.Pair, (shown, location));
            }
        }
    }

    /// <summary>What the name itself is about counts first: AccountController.DeletePhoto deletes no account.</summary>
    /// <param name="words">Terms in the name.</param>
    /// <param name="outer">Terms in what holds it.</param>
    /// <param name="except">A pair that it does not count for.</param>
    /// <param name="byItself">The name has to say that an account goes: DeleteUser in any class may be an administrator's.</param>
    private void Leave(List<WayWord> words, List<WayWord> outer, string? except, bool byItself)
    {
        var saysWhat = words.Exists(w => w.Role == WayPairs.Noun);
        foreach (var word in words)
        {
            if (word.Pair == except || (byItself && word.Pair == "account" && !word.Alone))
            {
                continue;
            }

            if (saysWhat && !word.Alone && !words.Exists(w => w.Pair == word.Pair && w.Role == WayPairs.Noun))
            {
                continue;
            }

            if (word.Role == WayPairs.Out && !Has(words, outer, word.Pair, WayPairs.Not) && (word.Alone || Has(words, outer, word.Pair, WayPairs.Noun)))
            {
                _left.Add(word.Pair);
            }
        }
    }

    private static bool Has(List<WayWord> words, List<WayWord> outer, string pair, string role) =>
        words.Exists(w => w.Pair == pair && w.Role == role) || outer.Exists(w => w.Pair == pair && w.Role == role);

    private void Finish(Action<Diagnostic> report)
    {
        for (var i = 0; i < _entered.Count; i++)
        {
            _inspection.Inspected();
        }

        if (_entered.Keys.All(_left.Contains))
        {
            return;
        }

        // Only now is it worth looking further: in all names of the source, in markup and resources, in projects it references.
        foreach (var type in SourceTypes.Of(_context.Compilation))
        {
            _cancellation.ThrowIfCancellationRequested();
            Type(type);
        }

        foreach (var pair in _entered.Keys.Where(p => !_left.Contains(p)).ToArray())
        {
            if (_context.Options.AdditionalFiles.Any(f => Links(f, pair)))
            {
                _left.Add(pair);
            }
        }

        if (_entered.Keys.Any(p => !_left.Contains(p)))
        {
            Referenced();
        }

        foreach (var pair in WayPairs.Names.Where(p => _entered.ContainsKey(p) && !_left.Contains(p)))
        {
            var (name, location) = _entered[pair];
            report(KkDiagnostic.Create(RuleCatalog.KK3207, location, name, WayPairs.Text(pair)));
        }
    }

    private void Type(INamedTypeSymbol type)
    {
        var around = Tokens(type.Name);
        var outer = _pairs.Words([.. around, .. Tokens(type.ContainingNamespace?.Name ?? "")]);
        Leave(_pairs.Words(around), outer, null, byItself: true);
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false })
            {
                var words = _pairs.Words(Tokens(member.Name));
                if (words.Count > 0)
                {
                    Leave(words, outer, null, byItself: true);
                }
            }
        }
    }

    private bool Links(AdditionalText file, string pair)
    {
        var path = file.Path;
        var end = path.Substring(path.LastIndexOf('.') + 1).ToLowerInvariant();
        if (end is not ("cshtml" or "razor" or "html" or "xaml" or "axaml" or "resx" or "resw") || file.GetText(_cancellation)?.ToString() is not { } text)
        {
            return false;
        }

        foreach (var way in _pairs.OutTexts(pair))
        {
            if (text.IndexOf(way, StringComparison.OrdinalIgnoreCase) >= 0 || FilePaths.Name(path).IndexOf(way, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Projects of the same product: their names begin as the name of this one does.</summary>
    private void Referenced()
    {
        var own = First(_context.Compilation.AssemblyName ?? "");
        var left = MostReferencedTypes;
        foreach (var assembly in _context.Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (own.Length == 0 || First(assembly.Name) != own || own is "System" or "Microsoft")
            {
                continue;
            }

            var work = new Stack<INamespaceOrTypeSymbol>();
            work.Push(assembly.GlobalNamespace);
            while (work.Count > 0 && left-- > 0)
            {
                _cancellation.ThrowIfCancellationRequested();
                var current = work.Pop();
                if (current is INamedTypeSymbol type)
                {
                    Type(type);
                }

                foreach (var member in current.GetMembers().OfType<INamespaceOrTypeSymbol>())
                {
                    work.Push(member);
                }
            }
        }
    }

    private static string First(string name) => name.Split('.')[0];

    private static List<string> Tokens(string text) => [.. ConsentTokens.Split(text)];

    /// <summary>Without what names of its kind end with.</summary>
    private static string Bare(string name)
    {
        foreach (var end in Ends)
        {
            if (name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal))
            {
                return name.Substring(0, name.Length - end.Length);
            }
        }

        return name;
    }
}
