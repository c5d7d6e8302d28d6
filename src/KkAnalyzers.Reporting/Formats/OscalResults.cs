using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>
/// OSCAL assessment results. A finding of that format is satisfied or not; whatever is neither is an observation only, and what nobody
/// looked at or does not apply is excluded from the reviewed controls.
/// </summary>
internal sealed class OscalResults
{
    /// <summary>The oldest version whose readers take it; the file is also valid as 1.2.1.</summary>
    public const string Version = "1.1.3";

    private readonly Report _report;
    private readonly Words _words;
    private readonly Subject _subject;
    private readonly CriterionFacts _facts;
    private readonly string _date;
    private readonly string _digest;

    private OscalResults(Report report, string sha256, string language, DateTimeOffset date)
    {
        _report = report;
        _words = new Words(language);
        _subject = new Subject(report);
        _facts = new CriterionFacts(report, _words);
        _date = Dates.Write(date);
        _digest = sha256;
    }

    /// <param name="report">The report.</param>
    /// <param name="sha256">SHA-256 of its report.json, lower-case hexadecimal.</param>
    /// <param name="language">nl, fr or en.</param>
    /// <param name="date">The format asks when it was made and when the assessment started.</param>
    public static Exported Render(Report report, string sha256, string language, DateTimeOffset date) =>
        new(Tree.Bytes(new OscalResults(report, sha256, language, date).Document()), []);

    private JsonObject Document() => Tree.Object(("assessment-results", Tree.Object(
        ("uuid", Id("results")),
        ("metadata", Tree.Object(
            ("title", Markup($"{_words["title"]}: {_subject.Name} {_subject.Version}".TrimEnd())),
            ("last-modified", _date),
            ("version", Trimmed(_subject.Version ?? (_report.Commits.Count > 0 ? Visible.Text(_report.Commits[0]) : "0"))),
            ("oscal-version", Version),
            ("parties", _report.Product?.Provider?.Name is { } provider && Trimmed(Visible.Text(provider)) is var name && name != "-"
                ? new JsonArray(Tree.Object(("uuid", Id("provider")), ("type", "organization"), ("name", name)))
                : null),
            ("remarks", Markup(_words["method.short"])))),
        ("import-ap", Tree.Object(("href", "#" + Id("plan")))),
        ("results", new JsonArray(Result())),
        ("back-matter", Tree.Object(("resources", new JsonArray(
            Tree.Object(
                ("uuid", Id("plan")),
                ("title", _words["format.plan"]),
                ("description", Markup($"{_report.Tool.Name} {_report.Tool.Version}, sha256 {_report.Tool.RuleSetSha256}")),
                ("rlinks", new JsonArray(Tree.Object(("href", Pages.Report))))),
            Tree.Object(
                ("uuid", Id("report")),
                ("title", ReportFolder.Json),
                ("rlinks", new JsonArray(Tree.Object(
                    ("href", ReportFolder.Json), ("media-type", "application/json"),
                    ("hashes", new JsonArray(Tree.Object(("algorithm", "SHA-256"), ("value", _digest)))))))))))))));

    private JsonObject Result()
    {
        var excluded = _facts.Stated.Where(c => c.State is State.NotEvaluated or State.NotApplicable).Select(c => Tree.Object(("control-id", c.Id)));
        var looked = _facts.Stated.Where(c => c.State is not (State.NotEvaluated or State.NotApplicable)).ToArray();
        return Tree.Object(
            ("uuid", Id("result")),
            ("title", Markup($"{_subject.Name} {_subject.Version}".TrimEnd())),
            ("description", Markup($"{_words["method.1"]} {_words["method.2"]}")),
            ("start", _date),
            ("props", Tree.List(_report.Summary.States.Select(s => Property("state-" + Words.Name(s.State), $"{s.Count}"))
                .Append(Property("criteria", $"{_report.Summary.Criteria}"))
                .Append(Property("complete", _report.Summary.Complete ? "true" : "false")))),
            ("reviewed-controls", Tree.Object(("control-selections", new JsonArray(Tree.Object(
                ("description", Markup(_words["format.oscal-controls"])),
                ("include-all", new JsonObject()),
                ("exclude-controls", Tree.LinesOrNull(excluded))))))),
            ("observations", Tree.LinesOrNull(looked.SelectMany(Observations))),
            ("risks", Tree.LinesOrNull(looked.Where(c => c.State == State.AcceptedException).Select(Risk))),
            ("findings", Tree.LinesOrNull(looked.Where(c => c.State is State.Finding or State.AcceptedException or State.CheckedClean).Select(Finding))));
    }

    private IEnumerable<JsonObject> Observations(CriterionRow criterion)
    {
        // The vendor's evidence is all there is: then the observation below says it.
        if (criterion.State != State.VendorEvidence)
        {
            yield return Tree.Object(
                ("uuid", Id("observation", criterion.Id)),
                ("title", criterion.Id),
                ("description", Markup($"{_words.State(criterion.State!.Value)}. {_words[criterion.Reason]}")),
                ("props", new JsonArray(Property("state", Words.Name(criterion.State!.Value)))),
                ("methods", new JsonArray("TEST")),
                ("types", new JsonArray(criterion.State == State.Finding ? "finding" : "control-objective")),
                ("relevant-evidence", new JsonArray(Tree.Object(("href", "report.sarif"), ("description", Markup(CriterionFacts.AnyRule(criterion) ? _facts.Looked(criterion) : _words["title"]))))),
                ("collected", _date));
        }

        if (_facts.Evidence(criterion).Where(e => e.Valid).ToArray() is { Length: > 0 } evidence)
        {
            yield return Tree.Object(
                ("uuid", Id("evidence", criterion.Id)),
                ("title", criterion.Id),
                ("description", Markup(_words["format.claim.vendor-evidence"])),
                ("props", new JsonArray(Property("state", Words.Name(criterion.State!.Value)))),
                ("methods", new JsonArray("EXAMINE")),
                ("types", new JsonArray("control-objective")),
                ("relevant-evidence", Tree.List(evidence.Select(e => Tree.Object(
                    ("href", Subject.Web(e.Evidence.Link) ?? (e.Evidence.File is { } file ? Subject.Uri(file) : null)),
                    ("description", Markup(e.Evidence.Title)))))),
                ("collected", _date),
                ("expires", evidence.Select(e => Dates.End(e.Evidence.ValidUntil)).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault()));
        }
    }

    private JsonObject Finding(CriterionRow criterion)
    {
        var clean = criterion.State == State.CheckedClean;
        return Tree.Object(
            ("uuid", Id("finding", criterion.Id)),
            ("title", criterion.Id),
            ("description", Markup(_words[criterion.Title])),
            ("target", Tree.Object(
                ("type", "objective-id"),
                ("target-id", criterion.Id),
                ("status", Tree.Object(
                    ("state", clean ? "satisfied" : "not-satisfied"),
                    ("reason", clean ? "pass" : "fail"),
                    ("remarks", Markup(_words[criterion.Reason])))))),
            ("related-observations", new JsonArray(Tree.Object(("observation-uuid", Id("observation", criterion.Id))))),
            ("related-risks", criterion.State == State.AcceptedException ? new JsonArray(Tree.Object(("risk-uuid", Id("risk", criterion.Id)))) : null));
    }

    /// <summary>What was excepted with a reason: the breach is there, and somebody took it on.</summary>
    private JsonObject Risk(CriterionRow criterion)
    {
        var exceptions = _facts.Exceptions(criterion);
        return Tree.Object(
            ("uuid", Id("risk", criterion.Id)),
            ("title", criterion.Id),
            ("description", Markup(_words[criterion.Reason])),
            ("statement", Markup(exceptions.Length > 0
                ? string.Join("; ", exceptions.Select(e => $"{e.Rule} {MarkdownRenderer.Place(e.File, e.Line)}: {e.Justification}"))
                : _words[criterion.Reason])),
            ("status", "deviation-approved"),
            ("deadline", exceptions.Select(e => Dates.End(e.Until)).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault()));
    }

    private static JsonObject Property(string name, string value) => Tree.Object(("name", name), ("ns", Pages.Formats), ("value", value));

    /// <summary>Every description of the format is Markdown: text from outside must stay text.</summary>
    private static string Markup(string? text) => MarkdownRenderer.Escape(text);

    /// <summary>A text of the format starts and ends with something that can be seen.</summary>
    private static string Trimmed(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : "-";

    private string Id(params string[] parts) => StableId.Of([_digest, _date, _words.Language, .. parts]);
}
