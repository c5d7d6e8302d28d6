using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>
/// The flow lists against one compilation: lines whose type it does not know are gone. Names are compared before symbols, and
/// each member is looked up once.
/// </summary>
internal sealed class FlowCatalogue
{
    private static readonly ImmutableHashSet<string> Negations = ImmutableHashSet.Create("un", "de", "non", "not", "never", "ont");

    private readonly Dictionary<string, List<(INamedTypeSymbol Type, FlowEntry Entry)>> _byMember = new(StringComparer.Ordinal);
    private readonly Dictionary<INamedTypeSymbol, List<FlowEntry>> _byType = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, FlowEffect> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sinkMembers = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _protectingMethods;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<FlowEntry>> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _protecting = new(SymbolEqualityComparer.Default);

    /// <param name="context">The compilation.</param>
    /// <param name="protectingMethods">Names of the user's own protecting methods: <c>Method</c>, <c>Type.Method</c> or with namespace.</param>
    /// <param name="lists">The lists, merged.</param>
    public FlowCatalogue(KkContext context, ImmutableArray<string> protectingMethods, params KkList[] lists)
    {
        _protectingMethods = protectingMethods;
        foreach (var entry in lists.SelectMany(l => l.Lines(context)).Select(FlowEntry.Parse))
        {
            if (entry.IsWord)
            {
                _words[entry.Type] = entry.Effect;
            }
            else if (context.Type(entry.Type) is { } type)
            {
                Add(type, entry);
            }
        }
    }

    /// <summary>False when the compilation knows no listed sink, so that there is nothing to look at.</summary>
    public bool HasSinks => _sinkMembers.Count > 0;

    /// <summary>True when a member of this name may be a sink: the question to ask before any work on symbols.</summary>
    public bool MayBeSink(string member) => _sinkMembers.Contains(member);

    /// <summary>The lines about a method, constructor or property that apply to this overload.</summary>
    public ImmutableArray<FlowEntry> Of(ISymbol member) => _members.GetOrAdd(member.OriginalDefinition, Find);

    public FlowEntry? Of(ISymbol member, FlowEffect effect)
    {
        foreach (var entry in Of(member))
        {
            if (entry.Effect == effect)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The lines about <c>Name[]</c> or <c>Name=</c> of this type.</summary>
    public IEnumerable<FlowEntry> OfProperty(INamedTypeSymbol type, string member) => Candidates(member, type, inherited: true);

    /// <summary>What an object of this type is, when nothing is known of where it came from: null for nothing in particular.</summary>
    public FlowEffect? OfObject(ITypeSymbol? type)
    {
        FlowEffect? effect = null;
        for (var t = type as INamedTypeSymbol; t is not null; t = t.BaseType)
        {
            if (_byType.TryGetValue(t.OriginalDefinition, out var entries))
            {
                // A line about every member, or about each way to make one, is a line about the object.
                if (entries.Any(e => e.Effect == FlowEffect.Protects && e.Members.Any(m => m is "*" or ".ctor")))
                {
                    return FlowEffect.Protects;
                }

                var made = entries.Where(e => e.Members.Contains(".ctor")).ToArray();
                if (made.Length > 0 && made.All(e => e.Effect == FlowEffect.Opens))
                {
                    effect ??= FlowEffect.Opens;
                }
            }
        }

        return effect ?? ((type as INamedTypeSymbol)?.AllInterfaces.Any(i => _byType.TryGetValue(i.OriginalDefinition, out var entries)
            && entries.Any(e => e.Effect == FlowEffect.Protects && e.Members.Contains("*"))) == true ? FlowEffect.Protects : null);
    }

    /// <summary>True when what the method gives is protected: by a line, by the option, or because its name says so.</summary>
    public bool Protects(IMethodSymbol method) =>
        _protecting.GetOrAdd(method.OriginalDefinition, m => Of(m, FlowEffect.Protects) is not null || ProtectsByName((IMethodSymbol)m));

    private bool ProtectsByName(IMethodSymbol method)
    {
        foreach (var name in _protectingMethods)
        {
            var dot = name.LastIndexOf('.');
            var type = dot < 0 ? "" : name.Substring(0, dot);
            if (method.Name == name.Substring(dot + 1)
                && (type.Length == 0 || method.ContainingType.Name == type || method.ContainingType.ToDisplayString() == type))
            {
                return true;
            }
        }

        // One word that reveals beats every word that protects: "DecryptAndHash" is no proof of anything.
        var protects = false;
        var previous = "";
        foreach (var word in Tokenizer.Tokens(method.Name))
        {
            if (_words.TryGetValue(word, out var effect))
            {
                if (effect == FlowEffect.Reveals || Negations.Contains(previous))
                {
                    return false;
                }

                protects = true;
            }

            previous = word;
        }

        return protects && Of(method).IsEmpty;
    }

    private void Add(INamedTypeSymbol type, FlowEntry entry)
    {
        if (!_byType.TryGetValue(type, out var entries))
        {
            _byType.Add(type, entries = []);
        }

        entries.Add(entry);
        foreach (var member in entry.Members)
        {
            if (!_byMember.TryGetValue(member, out var candidates))
            {
                _byMember.Add(member, candidates = []);
            }

            candidates.Add((type, entry));
            if (entry.Effect is FlowEffect.Sink or FlowEffect.Writes || (entry.Effect == FlowEffect.Opens && entry.Has(SlotRole.Name)))
            {
                _sinkMembers.Add(member);
            }
        }
    }

    private ImmutableArray<FlowEntry> Find(ISymbol member)
    {
        if (member.ContainingType is not { } type)
        {
            return ImmutableArray<FlowEntry>.Empty;
        }

        // What the user's own type does with an inherited member stands in its body, which is looked at there.
        var inherited = type.DeclaringSyntaxReferences.IsEmpty;
        var name = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => ".ctor",
            IPropertySymbol { IsIndexer: true } => "this[]",
            _ => member.Name,
        };
        var named = Candidates(name, type, inherited).Where(e => e.AppliesTo(member)).ToImmutableArray();
        return named.IsEmpty && name != ".ctor" ? Candidates("*", type, inherited).Where(e => e.AppliesTo(member)).ToImmutableArray() : named;
    }

    private IEnumerable<FlowEntry> Candidates(string member, INamedTypeSymbol type, bool inherited) =>
        _byMember.TryGetValue(member, out var candidates)
            ? candidates.Where(c => SymbolEqualityComparer.Default.Equals(c.Type, type.OriginalDefinition) || (inherited && member != ".ctor" && IsA(type, c.Type))).Select(c => c.Entry)
            : [];

    private static bool IsA(INamedTypeSymbol type, INamedTypeSymbol listed)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, listed))
            {
                return true;
            }
        }

        return listed.TypeKind == TypeKind.Interface
            && type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, listed));
    }
}
