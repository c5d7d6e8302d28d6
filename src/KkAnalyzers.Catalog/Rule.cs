namespace KkAnalyzers.Catalog;

/// <summary>How loud a rule is by default. <see cref="Warning"/> is a claim: no false positive is known on real code.</summary>
public enum RuleSeverity { Off, Info, Warning, Error }

/// <summary>Who reports a rule.</summary>
public enum RuleSource
{
    /// <summary>An analyzer, from C#.</summary>
    Code,

    /// <summary>An analyzer, from an additional file (markup, manifest, settings, project file).</summary>
    Text,

    /// <summary>The MSBuild task, after the compiler.</summary>
    Build,
}

/// <summary>A rule sheds light on a criterion. It can show a breach; it never proves that the criterion is met.</summary>
/// <param name="Id">Criterion id.</param>
/// <param name="Relation"><c>violation</c>: a finding is a breach. <c>partial</c>: a finding is a sign that a human must weigh.</param>
public sealed record RuleCriterion(string Id, string Relation);

/// <summary>An option of a rule: <c>kk.KKnnnn.name</c> in <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
/// <param name="Name">Last part of the key.</param>
/// <param name="Type"><c>bool</c>, <c>list</c> (separated by <c>,</c> or <c>|</c>) or <c>choice</c>.</param>
/// <param name="Default">Value when nothing is set.</param>
/// <param name="Description">What it does.</param>
/// <param name="Values">The allowed values of a <c>choice</c>.</param>
public sealed record RuleOption(string Name, string Type, string Default, Localized Description, IReadOnlyList<string>? Values = null);

/// <summary>One rule: everything about it that is not logic.</summary>
/// <param name="Id">KKnnnn; never reused.</param>
/// <param name="Category">Key of a category in catalog.json.</param>
/// <param name="Severity">Default severity.</param>
/// <param name="Sources">Who reports it.</param>
/// <param name="Since">First version that has it.</param>
/// <param name="Title">Short name of the problem.</param>
/// <param name="Message">Composite format; {0}, {1} … are the evidence.</param>
/// <param name="Description">Why it matters for the person in care.</param>
/// <param name="Remedy">How to mend it.</param>
/// <param name="Inspects">Noun (plural) of what the inspection record counts.</param>
/// <param name="CannotSee">Blind spots, printed beside every clean result.</param>
/// <param name="Criteria">Criteria it sheds light on; empty for the tool's own rules.</param>
/// <param name="Standards">References such as CWE-312 or GDPR art. 32.</param>
/// <param name="HasFix">A code fix exists.</param>
/// <param name="ReportedAtEnd">All findings come at the end of the compilation, so not while typing.</param>
/// <param name="NotConfigurable">Severity cannot be changed by the user.</param>
/// <param name="Options">Options.</param>
/// <param name="Lists">Names of the mergeable lists it reads, such as <c>KkAnalyzers.Trackers</c>.</param>
/// <param name="Strict">Severity in the <c>strict</c> mode, when it differs.</param>
/// <param name="Violation">C# or markup that is reported.</param>
/// <param name="Clean">The mended form.</param>
/// <param name="SampleLanguage">Language tag of the samples for the page (<c>csharp</c> by default).</param>
public sealed record Rule(
    string Id,
    string Category,
    RuleSeverity Severity,
    IReadOnlyList<RuleSource> Sources,
    string Since,
    Localized Title,
    Localized Message,
    Localized Description,
    Localized Remedy,
    Localized Inspects,
    Localized CannotSee,
    IReadOnlyList<RuleCriterion> Criteria,
    IReadOnlyList<string>? Standards = null,
    bool HasFix = false,
    bool ReportedAtEnd = false,
    bool NotConfigurable = false,
    IReadOnlyList<RuleOption>? Options = null,
    IReadOnlyList<string>? Lists = null,
    RuleSeverity? Strict = null,
    IReadOnlyList<string>? Violation = null,
    IReadOnlyList<string>? Clean = null,
    string SampleLanguage = "csharp")
{
    /// <summary>True when the compiler runs it, so that its inspection record is expected in the compiler's log.</summary>
    public bool InCompiler => Sources.Any(s => s is RuleSource.Code or RuleSource.Text);

    /// <summary>True when the build runs it, or a part of it, after the compiler.</summary>
    public bool InBuild => Sources.Contains(RuleSource.Build);
}
