using System.Text.Json;
using System.Text.Json.Serialization;

namespace KkAnalyzers.Catalog;

/// <summary>The catalogue as data: criteria, crosswalk, rules and shared texts, read from this assembly's resources.</summary>
public sealed class Catalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private Catalogue(CatalogHeader header, OthersFile others, SupportTable support, ContextSignTable contextSigns, ProfileTable profiles, CriteriaFile criteria, CrosswalkFile crosswalk, IReadOnlyList<Rule> rules, IReadOnlyDictionary<string, Localized> texts)
    {
        Header = header;
        Support = support;
        ContextSigns = contextSigns;
        Profiles = profiles;
        OtherAnalyzers = others.Analyzers;
        OtherTopics = others.Topics;
        var topics = others.Topics.ToDictionary(t => t.Id, t => t.Criteria);
        Others = [.. others.Rules.Select(r => r with { Criteria = Mapped(r, topics.GetValueOrDefault(r.Topic, [])) })];
        FrameworkName = criteria.Name;
        FrameworkPublisher = criteria.Publisher;
        FrameworkReading = criteria.Reading;
        Criteria = criteria.Criteria;
        Rules = rules;
        Texts = texts;
        Crosswalk = crosswalk.Entries.ToDictionary(e => e.Id, e => e.Refs);
    }

    /// <summary>The catalogue that is built into this assembly. Read once, immutable.</summary>
    public static Catalogue Instance { get; } = Load();

    /// <summary>Help link base, languages, categories.</summary>
    public CatalogHeader Header { get; }

    /// <summary>When security updates of frameworks end.</summary>
    public SupportTable Support { get; }

    /// <summary>Packages that tell something about the context of a product.</summary>
    public ContextSignTable ContextSigns { get; }

    /// <summary>Which criteria are expected in which context.</summary>
    public ProfileTable Profiles { get; }

    /// <summary>Rules of other analyzers that this project maps instead of writing again.</summary>
    public IReadOnlyList<OtherRule> Others { get; }

    /// <summary>The analyzers that these rules belong to.</summary>
    public IReadOnlyList<OtherAnalyzer> OtherAnalyzers { get; }

    /// <summary>What these rules are about.</summary>
    public IReadOnlyList<OtherTopic> OtherTopics { get; }

    /// <summary>Name of the framework.</summary>
    public Localized FrameworkName { get; }

    /// <summary>Who publishes the framework.</summary>
    public string FrameworkPublisher { get; }

    /// <summary>Version of this project's machine-readable reading of the framework.</summary>
    public string FrameworkReading { get; }

    /// <summary>All 216 statements, in the order of the brochure.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>All rules, by id.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Texts that rules put into their messages, by key.</summary>
    public IReadOnlyDictionary<string, Localized> Texts { get; }

    /// <summary>Clauses of law and standards per criterion id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CrosswalkReference>> Crosswalk { get; }

    private static Catalogue Load()
    {
        var assembly = typeof(Catalogue).Assembly;
        var names = assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).ToArray();

        T Read<T>(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            try
            {
                return JsonSerializer.Deserialize<T>(stream, Json)!;
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{name}: {e.Message}", e);
            }
        }

        IEnumerable<T> ReadAll<T>(string folder) => names.Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Select(Read<T>);

        return new Catalogue(
            Read<CatalogHeader>("KkAnalyzers.Catalog/catalog.json"),
            Read<OthersFile>("KkAnalyzers.Catalog/others.json"),
            Read<SupportTable>("KkAnalyzers.Catalog/support.json"),
            Read<ContextSignTable>("KkAnalyzers.Catalog/context.json"),
            Read<ProfileTable>("KkAnalyzers.Catalog/profiles.json"),
            Read<CriteriaFile>("criteria/criteria.json"),
            Read<CrosswalkFile>("criteria/crosswalk.json"),
            [.. ReadAll<Rule>("rules/").OrderBy(r => r.Id, StringComparer.Ordinal)],
            ReadAll<Dictionary<string, Localized>>("texts/").SelectMany(t => t).OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary());
    }

    // A rule that only asks for a review hints at what a rule of the same topic shows.
    private static IReadOnlyList<RuleCriterion> Mapped(OtherRule rule, IReadOnlyList<RuleCriterion> topic) =>
        rule.Relation is { } relation ? [.. topic.Select(c => c with { Relation = relation })] : topic;

    private sealed record OthersFile(string Meaning, string Source, IReadOnlyList<OtherAnalyzer> Analyzers, IReadOnlyList<OtherTopic> Topics, IReadOnlyList<OtherRule> Rules);

    private sealed record CriteriaFile(Localized Name, string Publisher, string Reading, string Wording, IReadOnlyList<Criterion> Criteria);

    private sealed record CrosswalkFile(string Meaning, IReadOnlyList<CrosswalkEntry> Entries);

    private sealed record CrosswalkEntry(string Id, IReadOnlyList<CrosswalkReference> Refs);
}

/// <summary>What the whole catalogue shares.</summary>
/// <param name="Product">Name of the product.</param>
/// <param name="HelpLinkBase">A rule's page is this plus its id plus <c>.md</c>.</param>
/// <param name="Languages">Languages of every text.</param>
/// <param name="Categories">Diagnostic categories with their names.</param>
public sealed record CatalogHeader(string Product, string HelpLinkBase, IReadOnlyList<string> Languages, IReadOnlyDictionary<string, Localized> Categories);
