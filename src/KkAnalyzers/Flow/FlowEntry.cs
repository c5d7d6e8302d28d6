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

    /// <summary>With all members of the object, as a structured logger does.</summary>
    Logged,

    /// <summary>With all members of the object, as a log method with [LogProperties] does.</summary>
    Tagged,

    /// <summary>A message template, whose holes the values of the <see cref="Holes"/> parameters fill by position.</summary>
    Template,

    /// <summary>Values for the holes of the template.</summary>
    Holes,

    /// <summary>Not data: the line holds only where this parameter is a constant that begins with one of the given texts.</summary>
    Condition,

    /// <summary>Not data: the line does not hold in a program that knows this type.</summary>
    Unless,
}

/// <summary>One data parameter of a listed member.</summary>
/// <param name="Role">How it takes its data.</param>
/// <param name="Name">Parameter name; <c>this</c> for the object the member is called on; <c>*</c> for every parameter.</param>
/// <param name="Prefixes">Of a <see cref="SlotRole.Condition"/>: what the constant begins with, separated by commas.</param>
internal readonly record struct FlowSlot(SlotRole Role, string Name, string Prefixes = "")
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
        ["logged"] = SlotRole.Logged,
        ["template"] = SlotRole.Template,
        ["holes"] = SlotRole.Holes,
        ["when"] = SlotRole.Condition,
        ["unless"] = SlotRole.Unless,
    }.ToImmutableDictionary();

    /// <summary>True when it says how data go in, not where they go or under which name.</summary>
    public bool IsData => Role is SlotRole.Value or SlotRole.Text or SlotRole.Members or SlotRole.Logged or SlotRole.Tagged or SlotRole.Template or SlotRole.Holes;

    /// <summary>True when the constant begins with one of the prefixes of a condition.</summary>
    public bool Accepts(string constant)
    {
        foreach (var prefix in Prefixes.Split(','))
        {
            if (constant.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads <c>name</c>, <c>role:name</c> or <c>when:name=prefix,prefix</c>; false for anything else.</summary>
    public static bool TryParse(string text, out FlowSlot slot)
    {
        var colon = text.IndexOf(':');
        var role = SlotRole.Value;
        var known = colon < 0 || Roles.TryGetValue(text.Substring(0, colon), out role);
        var name = text.Substring(colon + 1);
        var equals = name.IndexOf('=');
        slot = equals < 0 ? new FlowSlot(role, name) : new FlowSlot(role, name.Substring(0, equals), name.Substring(equals + 1));
        return known && slot.Name.Length > 0 && role == SlotRole.Condition == slot.Prefixes.Length > 0;
    }
}

/// <summary>
/// One line of a flow list: <c>type | members | effect | data parameters</c>. Members are names separated by blanks;
/// <c>.ctor</c> is a constructor, <c>.ctor*</c> also one of a library's class that derives from the type, <c>this[]</c> an
/// indexer, <c>Name[]</c> the indexer of what the property Name gives, <c>Name=</c> an assignment to the property, <c>*=</c> to
/// any property, <c>*</c> every member, <c>@</c> every method that the type marks as an attribute. A first field without a dot is
/// a word in the name of a method, whatever its type, with <c>protects</c> or <c>reveals</c>.
/// </summary>
/// <param name="Type">Metadata name, or the word.</param>
/// <param name="Members">What the line is about.</param>
/// <param name="Effect">What it does with data.</param>
/// <param name="Slots">With which data.</param>
/// <param name="Rule">Id of the rule whose list has the line; empty for what holds whatever the rule.</param>
internal sealed record FlowEntry(string Type, ImmutableArray<string> Members, FlowEffect Effect, ImmutableArray<FlowSlot> Slots, string Rule = "")
{
    /// <summary>What the lists write for a constructor.</summary>
    public const string Constructor = ".ctor";

    /// <summary>What they write for a constructor of what derives from the type too.</summary>
    public const string DerivedConstructor = ".ctor*";

    /// <summary>What they write for methods that carry the attribute.</summary>
    public const string Marked = "@";

    private static readonly char[] Blank = [' '];

    private static readonly ImmutableDictionary<string, FlowEffect> Effects = new Dictionary<string, FlowEffect>
    {
        ["sink"] = FlowEffect.Sink,
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

    /// <summary>True when data end here, as they are or protected, so that a call is worth a look.</summary>
    public bool IsSink => Effect is FlowEffect.Sink or FlowEffect.Writes
        || (Effect == FlowEffect.Opens && Has(SlotRole.Name))
        || (Effect == FlowEffect.Protects && Rule.Length > 0 && Slots.Any(s => s.IsData));

    public static FlowEntry Parse(ListLine line, string rule) => new(
        line[0],
        Split(line[1]),
        Effects[line[2]],
        Split(line[3]).Select(s => FlowSlot.TryParse(s, out var slot) ? slot : default).ToImmutableArray(),
        rule);

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
