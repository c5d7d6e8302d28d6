using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Flow;

/// <summary>What a listed member does with data.</summary>
internal enum FlowEffect
{
    /// <summary>Takes the data out of the program's hands: a sink.</summary>
    Sink,

    /// <summary>A sink when the object it is called on, or the object in a <c>to:</c> parameter, comes from something that opens one.</summary>
    Writes,

    /// <summary>Gives an object that writes to a sink.</summary>
    Opens,

    /// <summary>Gives an object that writes to the object in its data parameter.</summary>
    Wraps,

    /// <summary>Puts the data into the object it is called on.</summary>
    Fills,

    /// <summary>The result is made of the data.</summary>
    Carries,

    /// <summary>What goes in or through it is protected: it carries nothing a finder could read.</summary>
    Protects,

    /// <summary>Undoes protection (a word in a method name only).</summary>
    Reveals,

    /// <summary>Gives the value that is known under the key in its <c>key:</c> parameter.</summary>
    Reads,
}

/// <summary>How a parameter takes its data.</summary>
internal enum SlotRole
{
    /// <summary>As it comes.</summary>
    Value,

    /// <summary>As what <c>ToString</c> makes of it.</summary>
    Text,

    /// <summary>With all members of the object, as a serialiser does.</summary>
    Members,

    /// <summary>As the name under which the data are stored, such as a path.</summary>
    Name,

    /// <summary>As the key under which the data are stored.</summary>
    Key,

    /// <summary>Not data: the object that the data are written to.</summary>
    Destination,
}

/// <summary>One data parameter of a listed member.</summary>
/// <param name="Role">How it takes its data.</param>
/// <param name="Name">Parameter name; <c>this</c> for the object the member is called on; <c>*</c> for every parameter.</param>
internal readonly record struct FlowSlot(SlotRole Role, string Name)
{
    public const string This = "this";
    public const string Every = "*";

    private static readonly ImmutableDictionary<string, SlotRole> Roles = new Dictionary<string, SlotRole>
    {
        ["text"] = SlotRole.Text,
        ["members"] = SlotRole.Members,
        ["name"] = SlotRole.Name,
        ["key"] = SlotRole.Key,
        ["to"] = SlotRole.Destination,
    }.ToImmutableDictionary();

    /// <summary>Reads <c>name</c> or <c>role:name</c>; false for an unknown role.</summary>
    public static bool TryParse(string text, out FlowSlot slot)
    {
        var colon = text.IndexOf(':');
        var role = SlotRole.Value;
        var known = colon < 0 || Roles.TryGetValue(text.Substring(0, colon), out role);
        slot = new FlowSlot(role, text.Substring(colon + 1));
        return known && slot.Name.Length > 0;
    }
}

/// <summary>
/// One line of a flow list: <c>type | members | effect | data parameters</c>. Members are names separated by blanks;
/// <c>.ctor</c> is a constructor, <c>this[]</c> an indexer, <c>Name[]</c> the indexer of what the property Name gives,
/// <c>Name=</c> an assignment to the property, <c>*</c> every member. A first field without a dot is a word in the name of a
/// method, whatever its type, with <c>protects</c> or <c>reveals</c>.
/// </summary>
internal sealed record FlowEntry(string Type, ImmutableArray<string> Members, FlowEffect Effect, ImmutableArray<FlowSlot> Slots)
{
    /// <summary>What the lists write for a constructor.</summary>
    public const string Constructor = ".ctor";

    private static readonly char[] Blank = [' '];

    private static readonly ImmutableDictionary<string, FlowEffect> Effects = new Dictionary<string, FlowEffect>
    {
        ["stores"] = FlowEffect.Sink,
        ["writes"] = FlowEffect.Writes,
        ["opens"] = FlowEffect.Opens,
        ["wraps"] = FlowEffect.Wraps,
        ["fills"] = FlowEffect.Fills,
        ["carries"] = FlowEffect.Carries,
        ["protects"] = FlowEffect.Protects,
        ["reveals"] = FlowEffect.Reveals,
        ["reads"] = FlowEffect.Reads,
    }.ToImmutableDictionary();

    /// <summary>True for a word in method names instead of a type.</summary>
    public bool IsWord => IsWordName(Type);

    /// <summary>Name of the type alone, without namespace, outer types and number of type parameters.</summary>
    public string TypeName { get; } = Simple(Type);

    public static FlowEntry Parse(ListLine line) => new(
        line[0],
        Split(line[1]),
        Effects[line[2]],
        Split(line[3]).Select(s => FlowSlot.TryParse(s, out var slot) ? slot : default).ToImmutableArray());

    /// <summary>A list of such lines.</summary>
    public static KkList List(string name) => new(name, 3, 4, Problem);

    /// <summary>True when the member has a parameter that this line speaks of, so that the line is about this overload.</summary>
    public bool AppliesTo(ISymbol member) => Slots.IsEmpty || Slots.Any(s => s.Name is FlowSlot.This or FlowSlot.Every || HasParameter(member, s.Name));

    /// <summary>True for the type that the line names, also when it is constructed. The simple name decides nearly always.</summary>
    public bool IsAbout(INamedTypeSymbol type)
    {
        if (type.Name != TypeName)
        {
            return false;
        }

        // From the end of the metadata name to its beginning: Namespace.Outer+Inner`1.
        var end = Type.Length;
        for (ISymbol? part = type; ;)
        {
            if (part is INamedTypeSymbol { Arity: > 0 } generic && !Takes("`" + generic.Arity.ToString(CultureInfo.InvariantCulture), ref end))
            {
                return false;
            }

            if (!Takes(part.Name, ref end))
            {
                return false;
            }

            var outer = part.ContainingSymbol;
            if (outer is not (INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }))
            {
                return end == 0;
            }

            if (!Takes(outer is INamedTypeSymbol ? "+" : ".", ref end))
            {
                return false;
            }

            part = outer;
        }
    }

    public bool Has(SlotRole role) => Slots.Any(s => s.Role == role);

    private bool Takes(string text, ref int end)
    {
        end -= text.Length;
        return end >= 0 && string.CompareOrdinal(Type, end, text, 0, text.Length) == 0;
    }

    private static string Simple(string type)
    {
        var name = type.Substring(type.LastIndexOfAny(['.', '+']) + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }

    private static bool HasParameter(ISymbol member, string name) => member switch
    {
        IMethodSymbol method => method.Parameters.Any(p => p.Name == name),
        IPropertySymbol property => name == "value" || property.Parameters.Any(p => p.Name == name),
        _ => false,
    };

    private static string? Problem(ListLine line)
    {
        if (!Effects.TryGetValue(line[2], out var effect))
        {
            return $"'{line[2]}' is not one of {string.Join(", ", Effects.Keys.OrderBy(k => k, StringComparer.Ordinal))}";
        }

        if (IsWordName(line[0]) != (line[1].Length == 0) || (IsWordName(line[0]) && effect is not (FlowEffect.Protects or FlowEffect.Reveals)))
        {
            return "a type needs its namespace and members; a word in method names has no members and protects or reveals";
        }

        return Split(line[3]).Where(s => !FlowSlot.TryParse(s, out _)).Select(s => $"'{s}' is no data parameter").FirstOrDefault();
    }

    private static bool IsWordName(string first) => first.IndexOf('.') < 0;

    private static ImmutableArray<string> Split(string text) => text.Split(Blank, StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
}
