using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>Exceptions as SARIF suppressions (3.35), found again by rule and place.</summary>
internal sealed class SarifSuppressions
{
    private readonly ILookup<(string Rule, string? File, int Line), RuleException> _exceptions;
    private readonly ILookup<string, (RuleException Exception, PathPattern? Files)> _ended;
    private readonly string? _declaration;

    public SarifSuppressions(Report report)
    {
        _exceptions = report.Exceptions.ToLookup(e => (e.Rule, e.File, e.Line));
        // What ended excepts nothing any more: it stands in the report as it was declared, with a pattern for its files.
        _ended = report.Exceptions.Where(e => e is { Kind: "declaration", Expired: true })
            .ToLookup(e => e.Rule, e => (e, e.File is { } files ? new PathPattern(files) : null), StringComparer.Ordinal);
        _declaration = report.Declarations.Count == 1 ? report.Declarations[0].File : null;
    }

    /// <summary>Empty for a finding that nobody silenced, never null: SARIF 3.27.23 wants a list on all results or on none.</summary>
    public JsonArray Of(Finding finding)
    {
        // A reason belongs to the finding that it silenced, and not to another one in the same line.
        var matches = _exceptions[(finding.Rule, finding.File, finding.Line)].Where(e => e.Message.En == finding.Message.En)
            .Where(e => e.Kind == "baseline" ? finding.Status != "excepted" : finding.Status != "open" && !e.Expired)
            .Concat(_ended[finding.Rule]
                .Where(e => (e.Files is null || finding.File is { } file && e.Files.Matches(file)) && (e.Exception.Line == 0 || e.Exception.Line == finding.Line))
                .Select(e => e.Exception).Where(_ => finding.Status == "open"))
            .ToArray();
        var all = matches.Select(e => One(finding, e)).DistinctBy(s => s.ToJsonString(), StringComparer.Ordinal).ToList();
        if (all.Count == 0 && finding.Status != "open")
            all.Add(Tree.Object(("kind", "external"), ("status", finding.Status == "excepted" ? "accepted" : "underReview")));
        return new JsonArray([.. all]);
    }

    private JsonObject One(Finding finding, RuleException exception) => Tree.Object(
        ("kind", IsExternal(exception) ? "external" : "inSource"),
        ("status", Status(finding, exception)),
        ("justification", exception.Justification is { } reason ? Visible.Text(reason) : null),
        ("location", exception.Kind == "declaration" && _declaration is { } file ? SarifDocument.Location(file, 0, 0) : null),
        ("properties", Tree.Object(
            ("kind", exception.Kind),
            ("owner", Shown(exception.Owner)),
            ("approvedBy", Shown(exception.ApprovedBy)),
            ("created", Shown(exception.Created)),
            ("until", Shown(exception.Until)),
            ("expired", exception.Expired ? true : null))));

    /// <summary>
    /// A viewer hides what is accepted. Past its last day an exception is rejected; without a reason, and on a baseline, somebody still
    /// has to decide: the report counts those findings too.
    /// </summary>
    private static string Status(Finding finding, RuleException exception) =>
        exception.Expired ? "rejected" : exception.Justified && finding.Status == "excepted" ? "accepted" : "underReview";

    private static bool IsExternal(RuleException exception) => exception.Kind is not ("attribute" or "pragma" or "suppressor");

    private static string? Shown(string? text) => text is null ? null : Visible.Text(text);
}
