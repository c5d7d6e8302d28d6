using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>
/// <c>report.sarif</c>: SARIF 2.1.0 with the framework as taxonomy. One run. Findings are results of kind fail; each criterion that is
/// neither a finding nor left unlooked at is one result of another kind; what nobody looked at is a notification and no result.
/// </summary>
internal sealed class SarifDocument
{
    public const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private const string Root = "SRCROOT";

    private readonly Report _report;
    private readonly Words _words;
    private readonly SarifRules _rules;
    private readonly SarifSuppressions _suppressions;
    private readonly Subject _subject;
    private readonly bool _baseline;

    private SarifDocument(Report report, string language)
    {
        _report = report;
        _words = new Words(language);
        _rules = new SarifRules(report, _words);
        _suppressions = new SarifSuppressions(report);
        _subject = new Subject(report);
        // Like suppressions: on all results or on none (SARIF 3.27.24).
        _baseline = report.Findings.Any(f => f.Baseline is not null);
    }

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static byte[] Render(Report report, string language) => Tree.Bytes(new SarifDocument(report, language).Document());

    /// <summary>As <see cref="Render(Report, string)"/>, result by result.</summary>
    public static void Render(Report report, string language, Stream stream) => Tree.Write(stream, new SarifDocument(report, language).Document());

    /// <summary>A log with one run.</summary>
    public static JsonObject Log(JsonObject run) => Tree.Object(("$schema", Schema), ("version", "2.1.0"), ("runs", new JsonArray(run)));

    /// <summary>What every variant says about the run.</summary>
    public static (string, JsonNode?)[] Run(Report report, Words words) =>
    [
        ("automationDetails", Tree.Object(("id", $"kk-criteria/{new Subject(report).Slug}/"))),
        ("language", words.Language),
        ("originalUriBaseIds", Tree.Object((Root, Tree.Object(("description", SarifRules.Text(words["format.root"])))))),
        ("versionControlProvenance", Tree.List(report.Projects.Where(p => !p.IsTest)
            .Select(p => (Uri: Subject.Web(p.RepositoryUrl), p.Commit)).Where(p => p.Uri is not null).Distinct()
            .OrderBy(p => p.Uri, StringComparer.Ordinal).ThenBy(p => p.Commit, StringComparer.Ordinal)
            .Select(p => Tree.Object(
                ("repositoryUri", p.Uri),
                ("revisionId", p.Commit is { } commit ? Visible.Text(commit) : null),
                ("mappedTo", Tree.Object(("uriBaseId", Root))))))),
        ("columnKind", "utf16CodeUnits"),
    ];

    /// <summary>A place in a file. A file outside the root has a name, and no root that it is relative to.</summary>
    public static JsonObject Location(string file, int line, int column) => Tree.Object(("physicalLocation", Tree.Object(
        ("artifactLocation", Artifact(file)),
        ("region", line <= 0 ? null : Tree.Object(("startLine", line), ("startColumn", column > 0 ? column : null))))));

    /// <summary>What a finding says, whatever else a variant adds to it.</summary>
    public static (string, JsonNode?)[] Finding(Finding finding, SarifRules rules, Words words, string? file, int line) =>
    [
        .. rules.Reference(finding.Rule),
        ("kind", "fail"),
        ("level", Subject.Level(finding)),
        ("message", SarifRules.Message(words[finding.Message])),
        ("locations", file is null ? null : new JsonArray(Location(file, line, finding.Column))),
        ("partialFingerprints", finding.Fingerprint is { } print ? Tree.Object(("kk/v1", print)) : null),
    ];

    private static JsonObject Artifact(string file) => Tree.Object(("uri", Subject.Uri(file)), ("uriBaseId", Subject.IsInside(file) ? Root : null));

    private JsonObject Document() => Log(Tree.Object(
    [
        ("tool", _rules.Tool()),
        ("invocations", new JsonArray(new SarifNotifications(_report, _words, _rules).Invocation())),
        .. Run(_report, _words),
        ("artifacts", Tree.LinesOrNull(Artifacts())),
        ("results", Tree.Lines(_report.Findings.Select(Finding).Concat(_report.Criteria.Select(Criterion).OfType<JsonObject>()))),
        ("taxonomies", new JsonArray(_rules.Framework())),
        ("properties", Properties()),
    ]));

    private JsonObject Finding(Finding finding) => Tree.Object(
    [
        .. Finding(finding, _rules, _words, _subject.FileOf(finding), finding.Line),
        ("suppressions", _suppressions.Of(finding)),
        ("baselineState", _baseline ? finding.Baseline is null ? "new" : "unchanged" : null),
        ("properties", Tree.Object(("status", finding.Status), ("baseline", finding.Baseline), ("projects", Tree.List(finding.Projects.Select(p => Visible.Text(p)))))),
    ]);

    /// <summary>Null for a group, for a criterion whose findings speak, and for one that nobody looked at.</summary>
    private JsonObject? Criterion(CriterionRow criterion)
    {
        var kind = criterion.State switch
        {
            State.CheckedClean => "pass",
            State.NeedsHuman => "review",
            State.Undecided => "open",
            State.VendorEvidence => "informational",
            State.NotApplicable => "notApplicable",
            _ => null,
        };
        // A criterion is about the whole product; its evidence stands in the declaration.
        var (file, line) = _report.Declarations.Count == 1 && _report.Evidence.FirstOrDefault(e => e.Criterion == criterion.Id) is { } evidence
            ? (_report.Declarations[0].File, evidence.Evidence.Line)
            : (_subject.Project, 0);
        return kind is null ? null : Tree.Object(
            ("ruleId", $"{SarifRules.Criterion}/{criterion.Id}"),
            ("ruleIndex", 0),
            ("kind", kind),
            ("level", "none"),
            ("message", SarifRules.Message($"{criterion.Id} {_words[criterion.Title]}: {_words.State(criterion.State!.Value)}. {_words[criterion.Reason]}")),
            ("locations", file is null ? null : new JsonArray(Location(file, line, 0))),
            ("taxa", _rules.Taxon(criterion.Id)),
            ("suppressions", new JsonArray()),
            // A baseline knows findings only, so a criterion is not in it.
            ("baselineState", _baseline ? "new" : null),
            ("properties", Tree.Object(("state", Words.Name(criterion.State!.Value)), ("inspected", criterion.Inspected))));
    }

    private IEnumerable<JsonObject> Artifacts() =>
        _report.Declarations.Where(d => d.Sha256.Length > 0).Select(d => Tree.Object(
            ("location", Artifact(d.File)), ("roles", new JsonArray("userSpecifiedConfiguration")), ("hashes", Tree.Object(("sha-256", d.Sha256)))))
        .Concat(_subject.Built.Select(p => Tree.Object(
            ("location", Tree.Object(("uri", Subject.Uri(p.Output!)))),
            ("description", SarifRules.Message(_words.Format("format.built", p.Label))),
            ("hashes", Tree.Object(("sha-256", p.OutputSha256))))));

    private JsonObject Properties() => Tree.Object(
        ("states", Tree.Object([.. _report.Summary.States.Select(s => (Words.Name(s.State), (JsonNode?)s.Count))])),
        ("criteria", _report.Summary.Criteria),
        ("openFindings", _report.Summary.OpenFindings),
        ("openNotes", _report.Summary.OpenNotes),
        ("exceptions", _report.Summary.Exceptions),
        ("product", _subject.Name),
        ("productVersion", _subject.Version),
        ("commits", Tree.List(_report.Commits.Select(c => Visible.Text(c)))),
        ("asOf", _report.AsOf),
        ("limits", _words["method.short"]));
}
