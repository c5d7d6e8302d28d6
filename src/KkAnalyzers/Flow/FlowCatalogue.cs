using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>
/// The flow lists against one compilation. Names are compared before symbols, and each member is looked up once.
/// </summary>
internal sealed class FlowCatalogue
{
    private static readonly ImmutableHashSet<string> Negations = ImmutableHashSet.Create("un", "de", "non", "not", "never", "ont");

    /// <summary>Stands for protection that no line names: the option's methods and what a method's name says.</summary>
    public static readonly FlowEntry Protection = new("", ImmutableArray<string>.Empty, FlowEffect.Protects, ImmutableArray<FlowSlot>.Empty);

    private readonly FlowTable _table;
    private readonly ImmutableArray<string> _protectingMethods;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<FlowEntry>> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _protecting = new(SymbolEqualityComparer.Default);

    /// <param name="context">The compilation.</param>
    /// <param name="protectingMethods">Names of the user's own protecting methods: <c>Method</c>, <c>Type.Method</c> or with namespace.</param>
    /// <param name="lists">Each list, merged, and the rule whose sinks it names or an empty string.</param>
    public FlowCatalogue(KkContext context, ImmutableArray<string> protectingMethods, params (KkList List, string Rule)[] lists)
    {
        _protectingMethods = protectingMethods;
        _table = FlowTable.For(context, lists);
    }

    /// <summary>Names of sinks: the questions to ask before any work on symbols.</summary>
    public FlowTable Names => _table;

    /// <summary>The lines about a method, constructor or property that apply to this overload.</summary>
    public ImmutableArray<FlowEntry> Of(ISymbol member)
    {
        member = member.OriginalDefinition;
        return _members.TryGetValue(member, out var known) ? known : _members.GetOrAdd(member, Find(member));
    }

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

    /// <summary>The line that speaks of <c>Name[]</c>, <c>Name=</c> or <c>*=</c> of this class or of what it derives from.</summary>
    public FlowEntry? OfProperty(INamedTypeSymbol type, string member)
    {
        foreach (var entry in _table.OfMember(member))
        {
            if (IsOrDerives(type, entry) || Implements(type, entry))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The line that says what an object of this type is, when nothing is known of where it came from; null for nothing in particular.</summary>
    public FlowEntry? OfObject(ITypeSymbol? type)
    {
        FlowEntry? effect = null;
        for (var t = type as INamedTypeSymbol; t is not null; t = t.BaseType)
        {
            if (Lines(t) is { Length: > 0 } entries)
            {
                // A line about every member, or about each way to make one, is a line about the object.
                if (entries.FirstOrDefault(e => e.Effect == FlowEffect.Protects && e.Members.Any(m => m is "*" or FlowEntry.Constructor)) is { } protects)
                {
                    return protects;
                }

                var made = entries.Where(e => e.Members.Contains(FlowEntry.Constructor)).ToArray();
                if (made.Length > 0 && made.All(e => e.Effect == FlowEffect.Opens))
                {
                    effect ??= made[0];
                }
            }
        }

        return effect ?? (type as INamedTypeSymbol)?.AllInterfaces.SelectMany(Lines).FirstOrDefault(e => e.Effect == FlowEffect.Protects && e.Members.Contains("*"));
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
            if ((_table.OfWord(word) ?? _table.OfWord(previous + " " + word)) is { } effect)
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
            IMethodSymbol { MethodKind: MethodKind.Constructor } => FlowEntry.Constructor,
            IPropertySymbol { IsIndexer: true } => "this[]",
            _ => member.Name,
        };
        var named = Find(name, member, type, inherited);
        if (name == FlowEntry.Constructor)
        {
            return inherited ? named.AddRange(Find(FlowEntry.DerivedConstructor, member, type, inherited)) : named;
        }

        named = named.IsEmpty ? Find("*", member, type, inherited) : named;
        return _table.HasMarks && MayBeMarked(member) ? named.AddRange(Marks(member)) : named;
    }

    /// <summary>True for the methods that libraries have a generator write or a proxy run: only these are asked for their attributes.</summary>
    public static bool MayBeMarked(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && (method.IsPartialDefinition || method.PartialDefinitionPart is not null || method.ContainingType?.TypeKind == TypeKind.Interface);

    private IEnumerable<FlowEntry> Marks(ISymbol member)
    {
        var marked = (member as IMethodSymbol)?.PartialDefinitionPart ?? member;
        foreach (var attribute in marked.GetAttributes())
        {
            foreach (var entry in _table.OfMember(FlowEntry.Marked))
            {
                if (attribute.AttributeClass is { } type && entry.IsAbout(type))
                {
                    yield return entry;
                }
            }
        }
    }

    private ImmutableArray<FlowEntry> Find(string name, ISymbol member, INamedTypeSymbol type, bool inherited)
    {
        var found = ImmutableArray<FlowEntry>.Empty;
        foreach (var entry in _table.OfMember(name))
        {
            if ((inherited && name != FlowEntry.Constructor ? IsOrDerives(type, entry) || Implements(type, entry) : entry.IsAbout(type)) && entry.AppliesTo(member))
            {
                found = found.Add(entry);
            }
        }

        return found;
    }

    private FlowEntry[] Lines(INamedTypeSymbol type) => _table.OfType(type.Name).Where(e => e.IsAbout(type)).ToArray();

    private static bool IsOrDerives(INamedTypeSymbol type, FlowEntry entry)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (entry.IsAbout(t))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Implements(INamedTypeSymbol type, FlowEntry entry)
    {
        foreach (var contract in type.AllInterfaces)
        {
            if (entry.IsAbout(contract))
            {
                return true;
            }
        }

        return false;
    }
}
