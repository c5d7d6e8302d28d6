using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Trackers;

/// <summary>A line of <c>KkAnalyzers.TrackerStart</c>; the list explains the fields.</summary>
/// <param name="Owner">Type, or namespace when <paramref name="InNamespace"/>; for a key of a manifest the key.</param>
/// <param name="InNamespace">Any type in or below the namespace counts.</param>
/// <param name="Member">Name of the method or property; <c>.ctor</c> of a constructor.</param>
/// <param name="Effect">One of <see cref="TrackerStarts.Effects"/>.</param>
/// <param name="Vendor">Who collects.</param>
/// <param name="Category">One of <see cref="TrackerCategory.All"/>.</param>
/// <param name="Condition">When the line counts, as the list writes it; or empty.</param>
internal sealed record TrackerStart(string Owner, bool InNamespace, string Member, string Effect, string Vendor, string Category, string Condition)
{
    /// <summary>Yes stops it.</summary>
    public bool OffIsTrue => Condition == "off=true";

    /// <summary>A key that decides about a part of what is collected.</summary>
    public bool IsPart => Condition == "part";

    public bool IsIn(INamedTypeSymbol type)
    {
        if (!InNamespace)
        {
            return Owner.EndsWith(type.Name, StringComparison.Ordinal) && type.ToDisplayString() == Owner;
        }

        var space = type.ContainingNamespace.ToDisplayString();
        return space.StartsWith(Owner, StringComparison.Ordinal) && (space.Length == Owner.Length || space[Owner.Length] == '.');
    }
}

/// <summary>What starts trackers and what stops them, as far as the compilation refers to them.</summary>
internal sealed class TrackerStarts
{
    public const string Starts = "starts";
    public const string Stops = "stops";
    public const string Switch = "switch";
    public const string Consent = "consent";
    public const string Android = "android";
    public const string Apple = "apple";

    public static readonly ImmutableArray<string> Effects = ImmutableArray.Create(Starts, Stops, Switch, Consent, Android, Apple);

    /// <summary>member or key | effect | vendor | category | source | condition.</summary>
    public static readonly KkList List = new("KkAnalyzers.TrackerStart", 5, 6, static line =>
        !Effects.Contains(line[1]) ? $"'{line[1]}' is not one of {string.Join(", ", Effects)}"
        : line[2].Length == 0 ? "the vendor is empty"
        : !TrackerCategory.All.Contains(line[3]) ? $"'{line[3]}' is not one of {string.Join(", ", TrackerCategory.All)}"
        : line[1] is not (Android or Apple) && line[0].LastIndexOf('.') <= 0 ? $"'{line[0]}' names no member of a type"
        : null);

    // Constant data of this assembly, cut once per process: most projects change nothing in the list.
    private static readonly Lazy<ImmutableArray<TrackerStart>> BuiltIn = new(() => List.BuiltIn.Select(Cut).ToImmutableArray());

    private readonly ILookup<string, TrackerStart> _members;

    private TrackerStarts(IEnumerable<TrackerStart> present) => _members = present.ToLookup(s => s.Member, StringComparer.Ordinal);

    /// <summary>All lines, also of SDKs that this compilation knows nothing about.</summary>
    public static ImmutableArray<TrackerStart> All(KkContext context) =>
        List.UserFiles(context.Options.AdditionalFiles).Any() ? List.Lines(context).Select(Cut).ToImmutableArray() : BuiltIn.Value;

    /// <summary>The lines about types that are there; null when none is, as in nearly all compilations.</summary>
    public static TrackerStarts? For(KkContext context)
    {
        List<TrackerStart>? present = null;
        foreach (var start in All(context))
        {
            if (start.Effect is not (Android or Apple) && IsPresent(context, start))
            {
                (present ??= []).Add(start);
            }
        }

        return present is not null && present.Any(p => p.Effect is Starts or Switch) ? new TrackerStarts(present) : null;
    }

    /// <summary>The line of a call, constructor or property; null for nearly all, by their name alone.</summary>
    public TrackerStart? Find(ISymbol member, IOperation operation, Compilation compilation)
    {
        if (!_members.Contains(member.Name) || member.ContainingType is not { } type)
        {
            return null;
        }

        foreach (var start in _members[member.Name])
        {
            if (start.IsIn(type) && (start.Effect != Starts || Holds(start.Condition, operation, compilation)))
            {
                return start;
            }
        }

        return null;
    }

    private static bool IsPresent(KkContext context, TrackerStart start)
    {
        if (!start.InNamespace)
        {
            // FlurryAgent.Builder: whose outer type is there.
            return context.Type(start.Owner) is not null
                || (start.Owner.LastIndexOf('.') is var dot and > 0 && context.Type(start.Owner.Substring(0, dot)) is { } outer && outer.GetTypeMembers(start.Owner.Substring(dot + 1)).Any());
        }

        INamespaceSymbol? space = context.Compilation.GlobalNamespace;
        foreach (var part in start.Owner.Split('.'))
        {
            space = space?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        return space is not null;
    }

    private static bool Holds(string condition, IOperation operation, Compilation compilation)
    {
        if (condition.Length == 0)
        {
            return true;
        }

        if (condition.StartsWith("with ", StringComparison.Ordinal))
        {
            return KnownSymbols.For(compilation).Type(condition.Substring(5)) is not null;
        }

        if (condition.StartsWith("type ", StringComparison.Ordinal))
        {
            var type = condition.Substring(5);
            return operation.Descendants().Any(o => o is ITypeOfOperation { TypeOperand: { } named } && named.ToDisplayString() == type);
        }

        var arguments = operation switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        return condition.IndexOf('=') is var at and > 0
            && arguments.Any(a => a.Parameter?.Name == condition.Substring(0, at) && a.Value.ConstantValue is { HasValue: true, Value: true } && condition.EndsWith("=true", StringComparison.Ordinal));
    }

    private static TrackerStart Cut(ListLine line)
    {
        var name = line[0];
        if (line[1] is Android or Apple)
        {
            return new TrackerStart(name, false, "", line[1], line[2], line[3], line[5]);
        }

        var dot = name.EndsWith("..ctor", StringComparison.Ordinal) ? name.Length - 6 : name.LastIndexOf('.');
        var owner = name.Substring(0, dot);
        var inNamespace = owner.EndsWith(".*", StringComparison.Ordinal);
        return new TrackerStart(inNamespace ? owner.Substring(0, owner.Length - 2) : owner, inNamespace, name.Substring(dot + 1), line[1], line[2], line[3], line[5]);
    }
}
