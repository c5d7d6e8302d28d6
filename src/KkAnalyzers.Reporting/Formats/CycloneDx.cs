using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>
/// <c>report.cdx.json</c>: CycloneDX 1.6 with the framework as standard, and what is claimed and counterclaimed about its requirements.
/// A requirement that nobody looked at, or that does not apply, has no entry in the attestation: a score would be an invention.
/// </summary>
internal sealed class CycloneDx
{
    private const string Target = "target";
    private const string Assessor = "assessor";

    /// <summary>Rules see a part of a criterion, and their silence is no proof.</summary>
    private const double CleanConfidence = 0.5;

    private readonly Report _report;
    private readonly Words _words;
    private readonly Subject _subject;
    private readonly CriterionFacts _facts;

    private CycloneDx(Report report, string language)
    {
        _report = report;
        _words = new Words(language);
        _subject = new Subject(report);
        _facts = new CriterionFacts(report, _words);
    }

    /// <param name="report">The report.</param>
    /// <param name="language">nl, fr or en.</param>
    public static byte[] Render(Report report, string language)
    {
        var document = new CycloneDx(report, language);
        // Numbered after what it says: two equal reports are one document.
        var id = StableId.Of(Tree.Bytes(document.Document(null)));
        return Tree.Bytes(document.Document("urn:uuid:" + id));
    }

    private JsonObject Document(string? serialNumber) => Tree.Object(
        ("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json"),
        ("bomFormat", "CycloneDX"),
        ("specVersion", "1.6"),
        ("serialNumber", serialNumber),
        ("version", 1),
        ("metadata", Tree.Object(
            ("timestamp", Dates.Read(_report.Timestamp) is { } time ? Dates.Write(time) : null),
            ("tools", Tree.Object(("components", new JsonArray(Tree.Object(("type", "application"), ("name", _report.Tool.Name), ("version", _report.Tool.Version)))))),
            ("component", Product("product")),
            ("properties", Properties()))),
        ("definitions", Tree.Object(("standards", new JsonArray(Standard())))),
        ("declarations", Tree.Object(
            ("assessors", new JsonArray(AssessorEntry())),
            ("attestations", new JsonArray(Tree.Object(
                ("summary", _words.Format("format.attestation", _subject.Name, string.Join(", ", _report.Commits.Select(c => Visible.Text(c))), _words["method.short"])),
                ("assessor", Assessor),
                ("map", Tree.LinesOrNull(_facts.Stated.Select(Entry).OfType<JsonObject>()))))),
            ("claims", Tree.LinesOrNull(_facts.Stated.SelectMany(Claims))),
            ("evidence", Tree.LinesOrNull(_facts.Stated.SelectMany(Evidence))),
            ("targets", Tree.Object(("components", new JsonArray(TargetComponent())))),
            ("affirmation", Affirmation()))));

    private JsonObject Product(string reference) => Tree.Object(
        ("type", "application"),
        ("bom-ref", reference),
        ("supplier", _report.Product?.Provider is { Name: { } provider } given
            ? Tree.Object(("name", Visible.Text(provider)), ("url", Subject.Web(given.Site) is { } site ? new JsonArray(site) : null))
            : null),
        ("name", _subject.Name),
        ("version", _subject.Version),
        ("pedigree", Tree.List(_report.Commits.Select(c => Tree.Object(("uid", Visible.Text(c))))) is { } commits ? Tree.Object(("commits", commits)) : null),
        ("externalReferences", Tree.List(_report.Repositories.Select(Subject.Web).OfType<string>().Distinct().Select(r => Tree.Object(("type", "vcs"), ("url", r))))));

    private JsonObject TargetComponent()
    {
        var target = Product(Target);
        var built = _subject.Built.Select(p => Tree.Object(
            ("type", "file"),
            ("name", Visible.Text(p.Output)),
            ("description", Visible.Text(_words.Format("format.built", p.Label))),
            ("hashes", new JsonArray(Tree.Object(("alg", "SHA-256"), ("content", p.OutputSha256))))));
        if (Tree.LinesOrNull(built) is { } components)
            target.Add("components", components);
        return target;
    }

    private JsonNode Properties() => Tree.Lines(_report.Summary.States.Select(s => Property("kk:state:" + Words.Name(s.State), $"{s.Count}"))
        .Append(Property("kk:criteria", $"{_report.Summary.Criteria}"))
        .Append(Property("kk:openFindings", $"{_report.Summary.OpenFindings}"))
        .Append(Property("kk:complete", _report.Summary.Complete ? "true" : "false"))
        .Append(Property("kk:ruleSetSha256", _report.Tool.RuleSetSha256)));

    private static JsonObject Property(string name, string value) => Tree.Object(("name", name), ("value", value));

    /// <summary>Our own titles; the framework's text belongs to its publisher.</summary>
    private JsonObject Standard() => Tree.Object(
        ("bom-ref", "standard"),
        ("name", _words[_report.Framework.Name]),
        ("version", _report.Framework.Reading),
        ("description", _words["format.own-titles"]),
        ("owner", _report.Framework.Publisher),
        ("requirements", Tree.Lines(_report.Criteria.Select(c => Tree.Object(
            ("bom-ref", Requirement(c)),
            ("identifier", c.Id),
            ("title", _words[c.Title]),
            ("properties", c.State is not { } state ? null : Tree.List(
            [
                Property("kk:state", Words.Name(state)),
                // Without an entry in the attestation, this is where the reason stands.
                state is State.NotEvaluated or State.NotApplicable ? Property("kk:reason", _facts.Reason(c)) : null,
            ])))))));

    private JsonObject AssessorEntry() => Tree.Object(
        ("bom-ref", Assessor),
        ("thirdParty", _report.Statement?.Role switch { "provider" => false, "third-party" => true, _ => (JsonNode?)null }),
        ("organization", Organisation() is { } name ? Tree.Object(("name", name)) : null));

    private string? Organisation() => _report.Statement switch
    {
        { Role: "third-party", Name: { } name } => Visible.Text(name),
        { Role: "provider" } when _report.Product?.Provider?.Name is { } name => Visible.Text(name),
        _ => null,
    };

    private static string Requirement(CriterionRow criterion) => "requirement:" + criterion.Id;

    private static string Claim(CriterionRow criterion) => "claim:" + criterion.Id;

    private static string VendorClaim(CriterionRow criterion) => "claim:vendor:" + criterion.Id;

    /// <summary>One line of the attestation; null for what nobody looked at and for what does not apply.</summary>
    private JsonObject? Entry(CriterionRow criterion)
    {
        if (criterion.State is State.NotEvaluated or State.NotApplicable)
            return null;

        var exceptions = _facts.Exceptions(criterion).Length > 0 ? new JsonArray(ExceptionEvidence(criterion)) : null;
        // Null: no score. A breach is 0, excepted or not; a reason is a mitigation and no part of conformance.
        (double? score, double? confidence) = criterion.State switch
        {
            State.Finding or State.AcceptedException => (0, null),
            State.CheckedClean => (1, CleanConfidence),
            State.Undecided => (null, 0),
            _ => default((double?, double?)),
        };
        var claims = new List<string>();
        if (criterion.State != State.Finding && HasClaim(criterion))
            claims.Add(Claim(criterion));
        if (Valid(criterion).Length > 0)
            claims.Add(VendorClaim(criterion));

        return Tree.Object(
            ("requirement", Requirement(criterion)),
            ("claims", Tree.List(claims)),
            ("counterClaims", criterion.State == State.Finding ? new JsonArray(Claim(criterion)) : null),
            ("conformance", Tree.Object(
                ("score", score),
                ("rationale", $"{_words.State(criterion.State!.Value)}. {_facts.Reason(criterion)}"),
                ("mitigationStrategies", exceptions))),
            ("confidence", confidence is null ? null : Tree.Object(("score", confidence), ("rationale", _words["format.confidence." + Words.Name(criterion.State!.Value)]))));
    }

    /// <summary>What the tool says, as opposed to the vendor.</summary>
    private static bool HasClaim(CriterionRow criterion) =>
        criterion.State is not (State.NotEvaluated or State.NotApplicable or State.VendorEvidence) && CriterionFacts.AnyRule(criterion);

    private EvidenceRow[] Valid(CriterionRow criterion) => [.. _facts.Evidence(criterion).Where(e => e.Valid)];

    private IEnumerable<JsonObject> Claims(CriterionRow criterion)
    {
        if (HasClaim(criterion) || criterion.State == State.Finding)
        {
            var findings = _facts.Findings(criterion).Length > 0 ? FindingEvidence(criterion) : null;
            var rules = CriterionFacts.AnyRule(criterion) ? RuleEvidence(criterion) : null;
            var isFinding = criterion.State == State.Finding;
            yield return Tree.Object(
                ("bom-ref", Claim(criterion)),
                ("target", Target),
                ("predicate", _words["format.claim." + Words.Name(criterion.State!.Value)]),
                ("mitigationStrategies", _facts.Exceptions(criterion).Length > 0 ? new JsonArray(ExceptionEvidence(criterion)) : null),
                ("reasoning", _facts.Reason(criterion)),
                ("evidence", Tree.List(new[] { rules, isFinding ? findings : null }.OfType<string>())),
                ("counterEvidence", isFinding || findings is null ? null : new JsonArray(findings)));
        }

        if (Valid(criterion) is { Length: > 0 } valid && criterion.State is not (State.NotEvaluated or State.NotApplicable))
        {
            yield return Tree.Object(
                ("bom-ref", VendorClaim(criterion)),
                ("target", Target),
                ("predicate", _words["format.claim.vendor-evidence"]),
                ("reasoning", Visible.Text(string.Join("; ", valid.Select(e => e.Evidence.Title)))),
                ("evidence", Tree.List(_facts.Evidence(criterion).Select((e, i) => e.Valid ? VendorEvidence(criterion, i) : null).OfType<string>())));
        }
    }

    private static string RuleEvidence(CriterionRow criterion) => "evidence:rules:" + criterion.Id;

    private static string FindingEvidence(CriterionRow criterion) => "evidence:findings:" + criterion.Id;

    private static string ExceptionEvidence(CriterionRow criterion) => "evidence:exceptions:" + criterion.Id;

    private static string VendorEvidence(CriterionRow criterion, int index) => $"evidence:vendor:{criterion.Id}:{index + 1}";

    private IEnumerable<JsonObject> Evidence(CriterionRow criterion)
    {
        if (CriterionFacts.AnyRule(criterion))
            yield return Piece(RuleEvidence(criterion), "kk:rules", _facts.Looked(criterion), [InFile("report.sarif")]);
        if (_facts.Findings(criterion) is { Length: > 0 } findings)
            yield return Piece(FindingEvidence(criterion), "kk:findings", _words.Format("format.findings", Subject.PerRule(findings.Select(f => f.Rule))), [InFile("report.sarif")]);
        if (_facts.Exceptions(criterion) is { Length: > 0 } exceptions)
        {
            yield return Piece(
                ExceptionEvidence(criterion), "kk:exceptions", _words.Format("format.exceptions", Subject.PerRule(exceptions.Select(e => e.Rule))),
                exceptions.Select(e => Tree.Object(
                    ("name", Visible.Text($"{e.Rule} {MarkdownRenderer.Place(e.File, e.Line)}".TrimEnd())),
                    ("contents", Tree.Object(("attachment", Tree.Object(("contentType", "text/plain"), ("content", Visible.Text(e.Justification)))))))));
        }

        foreach (var (row, index) in _facts.Evidence(criterion).Select((e, i) => (e, i)))
        {
            var evidence = row.Evidence;
            var where = Subject.Web(evidence.Link) ?? (evidence.File is { } file ? Subject.Uri(file) : null);
            var piece = Piece(
                VendorEvidence(criterion, index), "kk:vendor-evidence",
                _words.Format(row.Valid ? "format.vendor-evidence" : "format.vendor-evidence-invalid", Visible.Text(evidence.Title)),
                where is null ? [] : [Tree.Object(
                    ("name", Visible.Text(string.Join(" ", new[] { evidence.Title, evidence.Sha256 is { } digest ? "sha256:" + digest : null }.OfType<string>()))),
                    ("contents", Tree.Object(("url", where))))]);
            foreach (var (name, value) in new (string, JsonNode?)[]
            {
                ("created", Dates.Start(evidence.Date)),
                ("expires", Dates.End(evidence.ValidUntil)),
                ("author", evidence.Owner is { } owner ? Tree.Object(("name", Visible.Text(owner))) : null),
            })
            {
                if (value is not null)
                    piece.Add(name, value);
            }

            yield return piece;
        }
    }

    private static JsonObject Piece(string reference, string name, string description, IEnumerable<JsonObject> data) => Tree.Object(
        ("bom-ref", reference), ("propertyName", name), ("description", description), ("data", Tree.List(data)));

    private static JsonObject InFile(string file) => Tree.Object(("name", file), ("contents", Tree.Object(("url", file))));

    /// <summary>Who stands for the declaration. A signatory without organisation is nobody in this format, and is named in the sentence only.</summary>
    private JsonObject? Affirmation()
    {
        if (_report.Statement is not { } statement)
            return null;

        var who = string.Join(", ", new[] { statement.Name, statement.Function, statement.Date }.OfType<string>().Select(s => Visible.Text(s)));
        return Tree.Object(
            ("statement", _words.Format("format.affirmation", who.Length > 0 ? who : _words["not-declared"])),
            ("signatories", Organisation() is { } organisation
                ? new JsonArray(Tree.Object(
                    ("name", statement.Name is { } name ? Visible.Text(name) : null),
                    ("role", statement.Function is { } function ? Visible.Text(function) : null),
                    ("organization", Tree.Object(("name", organisation))),
                    ("externalReference", Tree.Object(("type", "attestation"), ("url", "report.intoto.jsonl"), ("comment", _words["format.signature"])))))
                : null));
    }
}
