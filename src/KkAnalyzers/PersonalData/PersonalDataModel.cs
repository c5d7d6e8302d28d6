using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>
/// What is personal data in one compilation, by the names, types and attributes of its symbols. Every answer is made once;
/// asking is cheap and may happen from several threads.
/// </summary>
internal sealed partial class PersonalDataModel
{
    // A cache, not state: the key is the compilation, and the entry dies with it. The list holds one model per set of
    // options: nearly always one.
    private static readonly ConditionalWeakTable<Compilation, List<(string Options, ImmutableArray<AdditionalText> Files, PersonalDataModel Model)>> Cache = new();

    private readonly Vocabulary _vocabulary;
    private readonly PersonalDataOptions _options;
    private readonly ValueKindsOf _values;
    private readonly ConcurrentDictionary<ISymbol, DataClassification?> _symbols = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, DataClassification?> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, OwnerInfo> _owners = new(SymbolEqualityComparer.Default);
    private long _work;

    private PersonalDataModel(Vocabulary vocabulary, PersonalDataOptions options)
    {
        _vocabulary = vocabulary;
        _options = options;
        _values = new ValueKindsOf(vocabulary.Known, vocabulary);
    }

    /// <summary>Names looked up so far; grows with the code and not with its square.</summary>
    public long Work => Interlocked.Read(ref _work);

    /// <summary>The model of the compilation with these options and lists; made once.</summary>
    public static PersonalDataModel For(KkContext context)
    {
        var options = PersonalDataOptions.Read(context);
        var files = context.Options.AdditionalFiles.Where(f => Vocabulary.IsOwnFile(f.Path)).ToImmutableArray();
        var models = Cache.GetOrCreateValue(context.Compilation);
        lock (models)
        {
            foreach (var known in models)
            {
                if (known.Options == options.Key && known.Files.SequenceEqual(files))
                {
                    return known.Model;
                }
            }

            var model = new PersonalDataModel(Vocabulary.For(context, options.IgnoredTerms), options);
            models.Add((options.Key, files, model));
            return model;
        }
    }

    /// <summary>
    /// What the property, field, parameter, local or result of the method is; null when it is no personal data as far as
    /// its name, its attributes and its own type say. For a type: <see cref="ClassifyObject"/>. A local or a result that is
    /// an object may be null here and hold personal data: ask <see cref="ClassifyObject"/> for its type.
    /// </summary>
    public DataClassification? Classify(ISymbol symbol)
    {
        // The definition of a tuple's element is Item1: its name is in the use.
        symbol = symbol is IFieldSymbol { ContainingType.IsTupleType: true } ? symbol : symbol.OriginalDefinition;
        return _symbols.TryGetValue(symbol, out var known) ? known : _symbols.GetOrAdd(symbol, Compute(symbol));
    }

    /// <summary>
    /// What stands behind a key: <c>row["rijksregisternummer"]</c>, a claim, a form field. Of a path or an address the last
    /// part counts. Null for what is no name: a sentence, a long text.
    /// </summary>
    public DataClassification? ClassifyName(string name)
    {
        if (name.Length is < 2 or > MaxKey)
        {
            return null;
        }

        return _keys.TryGetValue(name, out var known) ? known : _keys.GetOrAdd(name, ComputeKey(name));
    }

    /// <summary>A type of the program's own for national identification numbers, <c>struct Rijksregisternummer</c>; null for every other.</summary>
    public DataClassification? ClassifyNumber(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class, DeclaringSyntaxReferences.IsEmpty: false }
        && ClassifyName(type.Name) is { Confidence: Confidence.High, Category: "national-id", IsWhole: true } data
            ? data with { Reason = MessageArg.Text(Texts.ReasonType, type.Name) }
            : null;

    /// <summary>True for a type that describes a person, by its name, its base types or its members.</summary>
    public bool IsPersonType(ITypeSymbol type) =>
        type is INamedTypeSymbol named && Owner(named.OriginalDefinition).Person == PersonKind.Person;

    private const int MaxKey = 200;
    private const int MaxKeyWords = 5;

    private DataClassification? ComputeKey(string name)
    {
        // urn:be:fgov:person:ssin, http://…/claims/emailaddress, $.patient.voornaam, patient[voornaam]
        var key = name.Trim().TrimEnd(']', '/', ':');
        key = key.Substring(key.LastIndexOfAny(['/', '#', ':', '[', '?', '=']) + 1);

        // A claim is about a person by itself: …/claims/name.
        var isClaim = name.IndexOf("/claims/", StringComparison.Ordinal) >= 0;
        return key.Count(c => c == ' ') < MaxKeyWords && Match(key, new NameContext(null, ValueKinds.Any, BesidePersonalData: isClaim)) is { } match
            ? Describe(match, name)
            : null;
    }

    private DataClassification? Compute(ISymbol symbol)
    {
        switch (symbol)
        {
            case IFieldSymbol { AssociatedSymbol: { } property }:
                return Classify(property);
            case IPropertySymbol { IsIndexer: true }:
                return null;
            case IPropertySymbol property:
                return Member(property, property.Type, Owner(property.ContainingType), false);

            // The name of a datum, not the datum.
            case IFieldSymbol { IsConst: true } or IFieldSymbol { IsStatic: true, IsReadOnly: true, Type.SpecialType: SpecialType.System_String }:
                return null;
            case IFieldSymbol field:
                return Member(field, field.Type, Owner(field.ContainingType), false);
            case IParameterSymbol parameter:
                return Parameter(parameter);
            case ILocalSymbol { IsConst: false } local:
                return Member(local, local.Type, null, false);
            case IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, AssociatedSymbol: { } property }:
                return Classify(property);
            case IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension } method:
                return Member(method, method.ReturnType, method.ContainingType is null ? null : Owner(method.ContainingType), true);
            case ITypeSymbol type:
                return ClassifyObject(type);
            default:
                return null;
        }
    }

    private DataClassification? Parameter(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return Member(parameter, parameter.Type, null, false);
        }

        // A parameter of a constructor becomes a member of the type; of a record it is one.
        return method.MethodKind == MethodKind.Constructor
            ? Member(parameter, parameter.Type, Owner(method.ContainingType), false)
            : Member(parameter, parameter.Type, null, false, BesidePersonalData(method));
    }

    private DataClassification? Member(ISymbol symbol, ITypeSymbol type, OwnerInfo? owner, bool isMethod, bool besidePersonalData = false)
    {
        if (symbol.Name.Length < 2 || _options.Ignores(symbol))
        {
            return null;
        }

        var declared = DeclaredData.Of(symbol, _options.Attributes);
        if (declared.IsOff)
        {
            return null;
        }

        if (symbol.ContainingType is not null && symbol is not (ILocalSymbol or IParameterSymbol) && _vocabulary.Known.Of(symbol) is { } meaning)
        {
            return DataCategory.All.TryGetValue(meaning, out var category) ? Described(category, symbol, Texts.ReasonType, symbol.ContainingType.Name) : null;
        }

        var context = new NameContext(owner, _values.Of(type), isMethod, besidePersonalData);
        if (declared.Attribute is { } attribute)
        {
            var named = Match(symbol.Name, context with { Values = ValueKinds.Any });
            return new DataClassification(
                (named?.Category ?? DataCategory.Declared).Id,
                (named?.Category ?? DataCategory.Declared).Tier,
                Confidence.High,
                FullName(symbol),
                MessageArg.Text((named?.Category ?? DataCategory.Declared).TextKey),
                MessageArg.Text(Texts.ReasonAttribute, attribute),
                named?.IsSafe ?? false);
        }

        if (context.Values == ValueKinds.None || owner is { IsHolder: true })
        {
            return null;
        }

        var match = Match(symbol.Name, context);
        if (match is { Confidence: Confidence.High })
        {
            return Describe(match, FullName(symbol));
        }

        if (match is not null && declared.Supports == match.Category.Id)
        {
            return Describe(match with { Confidence = Confidence.High }, FullName(symbol));
        }

        var inner = ValueKindsOf.Unwrap(type);
        if (_vocabulary.Known.Of(inner) is { } known && DataCategory.All.TryGetValue(known, out var typeCategory))
        {
            return Described(typeCategory, symbol, Texts.ReasonType, inner.Name);
        }

        if (ClassifyNumber(inner) is { } number)
        {
            return number with { Name = FullName(symbol) };
        }

        foreach (var label in declared.Labels)
        {
            if (Match(label, context) is { Confidence: Confidence.High } labelled)
            {
                return Describe(labelled, FullName(symbol), MessageArg.Text(Texts.ReasonLabel, labelled.Term.Text, label));
            }
        }

        return match is null ? null : Describe(match, FullName(symbol));
    }

    private NameMatch? Match(string name, in NameContext context)
    {
        Interlocked.Increment(ref _work);
        return _vocabulary.Match(name, context);
    }

    private static DataClassification Describe(NameMatch match, string name, MessageArg? reason = null) => new(
        match.Category.Id,
        match.Category.Tier,
        match.Confidence,
        name,
        MessageArg.Text(match.Category.TextKey),
        reason ?? MessageArg.Text(Texts.ReasonWord, match.Term.Text),
        match.IsSafe,
        match.IsWhole && match.Term.IsNamed,
        match.IsWhole);

    private static DataClassification Described(DataCategory category, ISymbol symbol, string reason, string part) => new(
        category.Id, category.Tier, Confidence.High, FullName(symbol), MessageArg.Text(category.TextKey), MessageArg.Text(reason, part));

    private static string FullName(ISymbol symbol) =>
        symbol is IPropertySymbol or IFieldSymbol or IMethodSymbol && symbol.ContainingType is { Name.Length: > 0 } type ? type.Name + "." + symbol.Name : symbol.Name;
}
