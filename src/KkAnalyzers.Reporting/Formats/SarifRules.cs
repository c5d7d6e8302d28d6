using System.Text;
using System.Text.Json.Nodes;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>The tool component of a run: our rules in the driver, each mapped analyzer as an extension with its own rules.</summary>
internal sealed class SarifRules
{
    /// <summary>Id that the results about criteria have in common: <c>criterion/T4.09b</c>.</summary>
    public const string Criterion = "criterion";

    /// <summary>GitHub takes no more.</summary>
    private const int MaxTags = 20;

    private readonly Report _report;
    private readonly Words _words;
    private readonly Dictionary<string, int> _criteria;
    private readonly ILookup<string, string> _criteriaOf;
    private readonly RuleRow[] _own;
    private readonly (string Name, OtherRuleRow[] Rules)[] _extensions;
    private readonly Dictionary<string, (int Extension, int Index)> _places = new(StringComparer.Ordinal);
    private readonly string[] _codes;

    /// <param name="report">The report.</param>
    /// <param name="words">The language.</param>
    /// <param name="only">Rules that the run has results of; null for all that ran or should have.</param>
    public SarifRules(Report report, Words words, IReadOnlySet<string>? only = null)
    {
        _report = report;
        _words = words;
        HasCriteria = only is null;
        _criteria = report.Criteria.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        _criteriaOf = report.Criteria.SelectMany(c => c.Rules.Select(r => r.Rule).Concat(c.OtherRules.Select(r => r.Rule)).Distinct().Select(r => (Rule: r, c.Id)))
            .ToLookup(c => c.Rule, c => c.Id, StringComparer.Ordinal);
        _own = [.. report.Rules.Where(r => only?.Contains(r.Id) ?? true)];
        var found = report.Findings.Select(f => f.Rule).ToHashSet(StringComparer.Ordinal);
        _extensions =
        [
            .. report.OtherRules.Where(o => only?.Contains(o.Rule) ?? (o.Ran || found.Contains(o.Rule)))
                .GroupBy(o => o.Analyzer, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.OrderBy(o => o.Rule, StringComparer.Ordinal).ToArray())),
        ];
        _codes = [.. report.Problems.Select(p => p.Code).Append("KK9003").Distinct().Order(StringComparer.Ordinal)];

        if (HasCriteria)
            _places[Criterion] = (-1, 0);
        for (var i = 0; i < _own.Length; i++)
            _places[_own[i].Id] = (-1, i + (HasCriteria ? 1 : 0));
        for (var e = 0; e < _extensions.Length; e++)
        {
            for (var i = 0; i < _extensions[e].Rules.Length; i++)
                _places[_extensions[e].Rules[i].Rule] = (e, i);
        }
    }

    /// <summary>The run also has results about criteria, and the framework as taxonomy.</summary>
    public bool HasCriteria { get; }

    public JsonObject Tool() => Tree.Object(
        ("driver", Tree.Object(
            ("name", _report.Tool.Name),
            ("semanticVersion", _report.Tool.Version),
            ("informationUri", Pages.Product),
            ("language", _words.Language),
            ("rules", Tree.LinesOrNull((HasCriteria ? [CriterionRule()] : Array.Empty<JsonNode>()).Concat(_own.Select(Own)))),
            ("notifications", Tree.LinesOrNull(_codes.Select(Notification))),
            ("supportedTaxonomies", HasCriteria ? new JsonArray(Taxonomy()) : null),
            ("properties", Tree.Object(("ruleSetSha256", _report.Tool.RuleSetSha256))))),
        ("extensions", Tree.List(_extensions.Select(e => Tree.Object(
            ("name", e.Name),
            ("language", _words.Language),
            ("rules", Tree.Lines(e.Rules.Select(Other))))))));

    /// <summary>The framework: every statement once, with its state.</summary>
    public JsonObject Framework() => Tree.Object(
        ("name", Name),
        ("fullName", _words[_report.Framework.Name]),
        ("version", _report.Framework.Reading),
        ("organization", _report.Framework.Publisher),
        ("shortDescription", Text(_words[_report.Framework.Name])),
        ("fullDescription", Text(_words["format.own-titles"])),
        ("informationUri", Pages.Report),
        ("language", _words.Language),
        ("isComprehensive", true),
        ("contents", new JsonArray("localizedData", "nonLocalizedData")),
        ("taxa", Tree.Lines(_report.Criteria.Select(c => Tree.Object(
            ("id", c.Id),
            ("shortDescription", Text(_words[c.Title])),
            ("properties", Tree.Object(
                ("state", c.State is { } state ? Words.Name(state) : null),
                ("reason", c.Reason is { } reason ? Visible.Text(_words[reason]) : null),
                ("kind", c.Kind),
                ("pillar", c.Pillar),
                ("theme", c.Theme),
                ("subtheme", c.Subtheme),
                ("page", c.Page),
                ("level", c.Level),
                ("expected", c.Expected))))))));

    /// <summary>What points a result at its rule. A rule that the report does not know has an id and no place.</summary>
    public (string Name, JsonNode? Value)[] Reference(string rule) => _places.TryGetValue(rule, out var place)
        ? place.Extension < 0
            ? [("ruleId", rule), ("ruleIndex", place.Index)]
            : [("ruleId", rule), ("rule", Descriptor(rule))]
        : [("ruleId", rule)];

    /// <summary>What points anything else at a rule; null for a rule that the report does not know.</summary>
    public JsonObject? Descriptor(string rule) => !_places.TryGetValue(rule, out var place) ? null : Tree.Object(
        ("id", rule),
        ("index", place.Index),
        ("toolComponent", place.Extension < 0 ? null : Tree.Object(("name", _extensions[place.Extension].Name), ("index", place.Extension))));

    public JsonObject Code(string code) => Tree.Object(("id", code), ("index", Array.IndexOf(_codes, code)));

    public JsonArray Taxon(string criterion) => new(Target(criterion));

    public static JsonObject Text(string text) => Tree.Object(("text", text));

    /// <summary>Text from outside as a message: what is hidden becomes visible, and nothing becomes a link (SARIF 3.11.6).</summary>
    public static JsonObject Message(string text) => Text(Visible.Text(text).Replace("](", "]\\(", StringComparison.Ordinal));

    private const string Name = "kwaliteitskader";

    private static JsonObject Taxonomy() => Tree.Object(("name", Name), ("index", 0));

    private JsonObject Target(string criterion) => Tree.Object(("id", criterion), ("index", _criteria[criterion]), ("toolComponent", Taxonomy()));

    // A rule sheds light on a criterion and never stands for it: neither equal nor superset.
    private JsonArray? Relationships(string rule) => HasCriteria
        ? Tree.List(_criteriaOf[rule].Select(c => Tree.Object(("target", Target(c)), ("kinds", new JsonArray("relevant")))))
        : null;

    private JsonObject CriterionRule() => Tree.Object(
        ("id", Criterion),
        ("name", "StateOfACriterion"),
        ("shortDescription", Text(_words["format.criterion-rule"])),
        ("fullDescription", Text(_words["method.short"])),
        ("help", Text(_words["format.criterion-rule.help"])),
        ("helpUri", Pages.Formats),
        ("defaultConfiguration", Tree.Object(("level", "none"))));

    private JsonObject Own(RuleRow rule)
    {
        var tags = rule.Standards.Select(s => s.StartsWith("CWE-", StringComparison.Ordinal) ? "external/cwe/" + s.ToLowerInvariant() : s)
            .Concat(_criteriaOf[rule.Id]).Distinct().Take(MaxTags);
        return Tree.Object(
            ("id", rule.Id),
            ("name", Identifier(rule.Title.En)),
            ("shortDescription", Text(_words[rule.Title])),
            ("fullDescription", Text(_words.Format("format.rule", rule.Inspects, rule.CannotSee))),
            ("help", Text(_words[rule.Remedy])),
            ("helpUri", rule.HelpLink),
            ("defaultConfiguration", rule.Severity switch
            {
                RuleSeverity.Off => Tree.Object(("enabled", false)),
                RuleSeverity.Info => Tree.Object(("level", "note")),
                RuleSeverity.Error => Tree.Object(("level", "error")),
                _ => null,
            }),
            ("relationships", Relationships(rule.Id)),
            ("properties", Tree.Object(("state", Words.Name(rule.State)), ("inspected", rule.Projects.Sum(p => p.Outcome.Inspected)), ("tags", Tree.List(tags)))));
    }

    private JsonObject Other(OtherRuleRow rule) => Tree.Object(
        ("id", rule.Rule),
        ("name", Identifier(rule.Topic.En)),
        ("shortDescription", Text(_words[rule.Topic])),
        ("fullDescription", Text($"{_words[rule.Topic]} ({rule.Analyzer})")),
        ("help", Text(_words.Format("format.other-rule", rule.Rule, rule.Analyzer))),
        ("relationships", Relationships(rule.Rule)),
        ("properties", Tree.Object(("ran", rule.Ran))));

    /// <summary>What the tool says about itself; a code that this version does not know has an id only.</summary>
    private JsonObject Notification(string code) => Rules.Find(code) is not { } rule ? Tree.Object(("id", code)) : Tree.Object(
        ("id", code),
        ("name", Identifier(rule.Title.En)),
        ("shortDescription", Text(_words[rule.Title])),
        ("fullDescription", Text(_words[rule.Description])),
        ("help", Text(_words[rule.Remedy])),
        ("helpUri", $"{Catalogue.Instance.Header.HelpLinkBase}{code}.md"));

    /// <summary><c>PersonalDataWrittenToStorage</c>: GitHub and Azure DevOps ask for a name of that form.</summary>
    private static string Identifier(string title)
    {
        var name = new StringBuilder();
        var start = true;
        foreach (var c in title)
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(start ? char.ToUpperInvariant(c) : c);
            start = !char.IsAsciiLetterOrDigit(c);
        }

        return name.ToString();
    }
}
