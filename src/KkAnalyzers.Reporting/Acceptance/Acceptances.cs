using System.Globalization;

namespace KkAnalyzers.Reporting;

/// <summary>
/// What people accept, applied to fragments when they are rolled up: a fragment holds facts without a day. An exception of the
/// declaration turns findings into excepted ones until its last day; the baseline only marks them.
/// </summary>
internal sealed class Acceptances
{
    private readonly (ExceptionData Data, string File, PathPattern? Pattern, bool Ended)[] _exceptions;
    private readonly HashSet<ExceptionData> _used = [];
    private readonly Baseline? _baseline;
    private readonly Dictionary<string, BaselineEntry> _entries;
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);
    private readonly DateOnly? _today;

    public Acceptances(IEnumerable<DeclarationData> declarations, Baseline? baseline, DateOnly? today)
    {
        _today = today;
        _baseline = baseline;
        _exceptions = [.. declarations.SelectMany(d => d.Exceptions.Select(e => (e, d.File, e.File is null ? null : new PathPattern(e.File), Ended(e.Until))))];
        _entries = (baseline?.Entries ?? []).ToDictionary(e => e.Fingerprint, StringComparer.Ordinal);
    }

    /// <summary>Something has an end date.</summary>
    public bool HasDates => _exceptions.Length > 0 || _entries.Values.Any(e => e.Until is not null);

    /// <summary>The fragment with its findings, outcomes and exceptions as they are after acceptance.</summary>
    public Fragment Apply(Fragment fragment)
    {
        if (_exceptions.Length == 0 && _entries.Count == 0)
            return fragment;

        var accepted = new List<RuleException>();
        var excepted = new HashSet<string>(StringComparer.Ordinal);
        var findings = fragment.Findings.Select(f =>
        {
            if (f.Status != "excepted" && _exceptions.FirstOrDefault(e => !e.Ended && Holds(e.Data, e.Pattern, f)) is { Data: { } data })
            {
                _used.Add(data);
                excepted.Add(f.Rule);
                accepted.Add(new RuleException(f.Rule, "declaration", data.Reason, true, f.File, f.Line, f.Message, f.Projects, data.Owner, data.ApprovedBy, null, data.Until));
                return f with { Status = "excepted" };
            }

            if (f.Fingerprint is null || !_entries.TryGetValue(f.Fingerprint, out var entry) || entry.Rule != f.Rule)
                return f;
            _matched.Add(entry.Fingerprint);
            var ended = Ended(entry.Until);
            accepted.Add(new RuleException(
                f.Rule, "baseline", entry.Reason, !string.IsNullOrWhiteSpace(entry.Reason), f.File, f.Line, f.Message, f.Projects, entry.Owner, entry.ApprovedBy, entry.Created, entry.Until, ended));
            return ended ? f : f with { Baseline = entry.Kind };
        }).ToArray();
        if (accepted.Count == 0)
            return fragment;

        return fragment with
        {
            Findings = findings,
            // What is silenced without a reason and then declared with one is one exception, and not two.
            Exceptions = [.. fragment.Exceptions.Where(e => e.Justified || !accepted.Any(a => a.Kind == "declaration" && (a.Rule, a.File, a.Line, a.Message.En) == (e.Rule, e.File, e.Line, e.Message.En))), .. accepted],
            Rules = [.. fragment.Rules.Select(r => excepted.Contains(r.Rule) && Rules.Find(r.Rule) is { } rule ? RuleStates.Accept(r, rule.Inspects, Left(r.Rule, "open"), Left(r.Rule, "unjustified")) : r)],
            OtherRules = [.. fragment.OtherRules.Select(o => excepted.Contains(o.Rule)
                ? o with { Findings = Left(o.Rule, "open"), Unjustified = Left(o.Rule, "unjustified"), Excepted = o.Excepted + o.Findings + o.Unjustified - Left(o.Rule, "open") - Left(o.Rule, "unjustified") }
                : o)],
        };

        int Left(string rule, string status) => findings.Count(f => f.Rule == rule && f.Status == status);
    }

    /// <summary>Declared exceptions that have no effect: past their last day, or with nothing left to except. After all fragments.</summary>
    public IEnumerable<RuleException> WithoutEffect() =>
        _exceptions.Where(e => e.Ended || !_used.Contains(e.Data)).Select(e => new RuleException(
            e.Data.Rule, "declaration", e.Data.Reason, true, e.Data.File, e.Data.Place ?? 0,
            e.Ended ? Texts.Format("exception.ended", e.Data.Until) : Texts.Get("exception.unused"), [], e.Data.Owner, e.Data.ApprovedBy, null, e.Data.Until, e.Ended));

    /// <summary>What its owners must hear: KK9004 for what ended. After all fragments.</summary>
    public IEnumerable<ReportMessage> Messages()
    {
        foreach (var problem in _baseline?.Problems ?? [])
            yield return problem;
        foreach (var e in _exceptions.Where(e => e.Ended))
            yield return new("KK9004", "warning", e.File, e.Data.Line, 1, Texts.Format("exception.expired", e.Data.Rule, e.Data.Until));
        foreach (var e in _entries.Values.Where(e => Ended(e.Until) && _matched.Contains(e.Fingerprint)))
            yield return new("KK9004", "warning", _baseline!.File, e.Line, 1, Texts.Format("baseline.expired", e.Rule, e.File ?? "", e.Until!));
        if (_entries.Count > _matched.Count)
            yield return new("KK9004", "warning", _baseline!.File, 0, 0, Texts.Format("baseline.stale", _entries.Count - _matched.Count));
    }

    /// <summary>What the report says of the baseline; null without one. After all fragments.</summary>
    public BaselineInfo? Info() => _baseline is null or { Bytes: null, Entries.Count: 0 } ? null : new(
        _baseline.File ?? "kk.baseline.json", _baseline.Sha256,
        _entries.Values.Count(e => e.Kind == "legacy"), _entries.Values.Count(e => e.Kind == "accepted"), _entries.Count - _matched.Count);

    private bool Ended(string? until) =>
        _today is { } today && DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < today;

    private static bool Holds(ExceptionData exception, PathPattern? pattern, Finding finding) =>
        exception.Rule == finding.Rule && (pattern is null || pattern.Matches(finding.File)) && (exception.Place is null || exception.Place == finding.Line);
}
