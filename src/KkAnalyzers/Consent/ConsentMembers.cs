using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Consent;

/// <summary>What members of one compilation say about consent, and whether a value is a yes.</summary>
internal sealed class ConsentMembers
{
    /// <summary>Fewest feature switches that make a class named Settings one of the shop or tenant (hard case 63).</summary>
    private const int SiblingSwitches = 2;

    /// <summary>Longest string that can be a yes, in characters, so that long texts are not cut into words.</summary>
    private const int LongestYes = 16;

    /// <summary>Words that are about consent where trackers start, and too general elsewhere.</summary>
    private static readonly ImmutableHashSet<string> WordsOfTrackers = ImmutableHashSet.Create(StringComparer.Ordinal, "gdpr", "avg", "rgpd", "privacy", "ump", "cmp", "att");

    private readonly ConsentReader _reader;
    private readonly ImmutableHashSet<string> _ignored;
    private readonly ConcurrentDictionary<string, ConsentReading?> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConsentOwner> _ownersByName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ConsentOwner> _owners = new(SymbolEqualityComparer.Default);

    /// <param name="context">Gives the list and the names that the user ignores: <c>Member</c> or <c>Type.Member</c>.</param>
    public ConsentMembers(KkContext context)
    {
        _reader = new ConsentReader(ConsentVocabulary.For(context));
        _ignored = context.Options.List(RuleIds.KK3201, "ignored_members").ToImmutableHashSet(StringComparer.Ordinal);
    }

    public ConsentReader Reader => _reader;

    public ConsentVocabulary Words => _reader.Words;

    /// <summary>What a name says; remembered, because members are read at each use.</summary>
    public ConsentReading? Name(string name) =>
        !Words.MayBegin(name) ? null : _names.TryGetValue(name, out var known) ? known : _names.GetOrAdd(name, _reader.Name(name));

    /// <summary>A name with a word for consent itself, and not only for what consent may be about. For what stops a claim about a tracker.</summary>
    public bool IsAboutConsent(string name) =>
        ConsentTokens.IsOneName(name)
        && (Name(name) is { HasNoun: true } || ConsentTokens.Split(name).Any(t => WordsOfTrackers.Contains(t) || Words.Has(t, ConsentSubjects.Consent)));

    /// <summary>What a property, field, parameter or local says by its name, the name of its enum, or its label.</summary>
    public ConsentReading? Read(ISymbol member, ITypeSymbol type)
    {
        // The name first: it costs nothing, and nearly all names say nothing.
        var reading = Name(member.Name);
        if (reading is null && member is IParameterSymbol or ILocalSymbol && type.TypeKind is not (TypeKind.Enum or TypeKind.Struct))
        {
            return null;
        }

        if (member.IsImplicitlyDeclared || !CanSayYes(type) || IsIgnored(member))
        {
            return null;
        }

        if (reading is { Subject: not ConsentSubjects.Notifications })
        {
            return reading;
        }

        if (reading is null && Underlying(type) is { TypeKind: TypeKind.Enum } named && Name(named.Name) is { } byType)
        {
            return byType;
        }

        return Underlying(type).SpecialType == SpecialType.System_Boolean && member is IPropertySymbol or IFieldSymbol
            ? Label(member) ?? reading
            : reading;
    }

    /// <summary>How loud a yes of this member is that nobody chose; null for silence.</summary>
    public DiagnosticSeverity? Weigh(ConsentReading reading, ISymbol member)
    {
        var owner = member.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method
            ? Combine(OwnerByName(method.Name), Owner(method.ContainingType))
            : Owner(member.ContainingType);
        return ConsentReader.Weigh(reading, owner);
    }

    public ConsentOwner Owner(INamedTypeSymbol? type) =>
        type is null ? ConsentOwner.Unknown : _owners.GetOrAdd(type.OriginalDefinition, OwnerOf);

    public ConsentOwner OwnerByName(string name) =>
        _ownersByName.GetOrAdd(name, n => _reader.Owner(ConsentTokens.Split(n)));

    /// <summary>The value as the source shows it when it is a yes: true, Granted, "yes", 1; else null.</summary>
    public string? Yes(IOperation? value, ISymbol member)
    {
        value = value?.Unconverted();
        if (value is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field })
        {
            return IsYes(field.Name) ? field.ContainingType.Name + "." + field.Name : null;
        }

        return value is { ConstantValue: { HasValue: true, Value: { } constant } } ? Yes(constant, member) : null;
    }

    /// <inheritdoc cref="Yes(IOperation?, ISymbol)"/>
    public string? Yes(object? constant, ISymbol member) =>
        constant is string && member is IFieldSymbol field && (field.IsReadOnly || field.IsConst) ? null : Yes(constant, member.Name);

    /// <summary>The same for a column of a database, of which only the name is known.</summary>
    public string? Yes(object? constant, string name) => constant switch
    {
        true => "true",
        string { Length: <= LongestYes } text when IsYes(text) => "\"" + text + "\"",

        // A column that holds 0 or 1, when its name says nothing else.
        1 when Name(name) is { } reading && Glued(name) == Glued(reading.Term) => "1",
        _ => null,
    };

    /// <summary>A default as the source shows it, yes or no; null when it is not written down.</summary>
    public static string? Written(IOperation? value) => value?.Unconverted() switch
    {
        IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field } => field.ContainingType.Name + "." + field.Name,
        { ConstantValue: { HasValue: true, Value: var constant } } => constant switch
        {
            true => "true",
            false => "false",
            null => "null",
            string text => text.Length > LongestYes ? null : "\"" + text + "\"",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        },
        _ => null,
    };

    /// <summary>True for a value that says yes, of at most the length of a word.</summary>
    public bool SaysYes(string value) => value.Length <= LongestYes && IsYes(value);

    private bool IsYes(string value) => _answers.TryGetValue(value, out var known) ? known : _answers.GetOrAdd(value, Words.IsYes(value));

    private static string Glued(string text) => string.Concat(ConsentTokens.Split(text));

    private static ConsentOwner Combine(ConsentOwner inner, ConsentOwner outer) =>
        inner == ConsentOwner.Unrelated || outer == ConsentOwner.Unrelated ? ConsentOwner.Unrelated
        : inner == ConsentOwner.Unknown ? outer : inner;

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool CanSayYes(ITypeSymbol type) =>
        Underlying(type) is { SpecialType: SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Object }
            or { TypeKind: TypeKind.Enum };

    /// <summary>True for a member, or a column of a table, that the user named as one that is never reported.</summary>
    public bool IsIgnored(string? owner, string member) =>
        !_ignored.IsEmpty && (_ignored.Contains(member) || _ignored.Contains(owner + "." + member));

    private bool IsIgnored(ISymbol member) => IsIgnored(member.ContainingSymbol?.Name, member.Name);

    private ConsentOwner OwnerOf(INamedTypeSymbol type)
    {
        var owner = ConsentOwner.Unknown;
        for (var t = type; t is not null; t = t.ContainingType)
        {
            owner = Combine(owner, OwnerByName(t.Name));
        }

        // ISettings marks the settings of a whole shop (Smartstore, nopCommerce), also those about customers.
        if (owner == ConsentOwner.Person && type.AllInterfaces.Any(i => i.Name == "ISettings"))
        {
            return ConsentOwner.System;
        }

        return owner == ConsentOwner.Unknown && Words.AnyHas(ConsentTokens.Split(type.Name), ConsentRoles.SwitchesOwner)
            && type.GetMembers().Where(IsOtherSwitch).Skip(SiblingSwitches - 1).Any()
                ? ConsentOwner.System
                : owner;
    }

    /// <summary>EnableReviews, ShowPrices: a switch that is not about consent.</summary>
    private bool IsOtherSwitch(ISymbol member) =>
        member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean } or IFieldSymbol { Type.SpecialType: SpecialType.System_Boolean, IsImplicitlyDeclared: false }
        && Name(member.Name) is null
        && ConsentTokens.Split(member.Name) is { IsEmpty: false } tokens
        && (Words.Has(tokens[0], ConsentRoles.Capability) || Words.Has(tokens[tokens.Length - 1], ConsentRoles.Capability) || tokens[0] is "use" or "is");

    /// <summary>A label on a member with a neutral name: [Display(Name = "Newsletter")], or the comment of a notification switch.</summary>
    private ConsentReading? Label(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is not ("DisplayAttribute" or "DisplayNameAttribute" or "DescriptionAttribute"))
            {
                continue;
            }

            var texts = attribute.ConstructorArguments.Concat(attribute.NamedArguments.Where(a => a.Key is "Name" or "Description").Select(a => a.Value));
            foreach (var text in texts)
            {
                if (text is { Kind: TypedConstantKind.Primitive, Value: string label } && _reader.Text(label) is { Needs: TermNeeds.Nothing } reading)
                {
                    return reading;
                }
            }
        }

        // "wants to receive promotional e-mails" on ReceiveEmailNotifications makes it marketing.
        return Name(member.Name) is not null && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } node
            && _reader.Text(node.GetLeadingTrivia().ToString()) is { Needs: TermNeeds.Nothing, Subject: not ConsentSubjects.Notifications, Polarity: ConsentPolarity.Given } promised
                ? promised
                : null;
    }
}
