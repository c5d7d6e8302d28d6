using System.Text.Json.Serialization;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>
/// What is signed: an in-toto statement (v1). Its subjects are the things that it is about, each with a digest; its predicate
/// says what the report says about them. <c>docs/report/statement-v1.md</c> describes it.
/// </summary>
internal sealed record Statement
{
    /// <summary>in-toto's own mark.</summary>
    public const string InToto = "https://in-toto.io/Statement/v1";

    /// <summary>The form of <see cref="Predicate"/>; a change that readers cannot ignore gets another address.</summary>
    public const string CoverageV1 = "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/report/statement-v1.md";

    [JsonPropertyName("_type")]
    public string Type { get; init; } = InToto;

    /// <summary>Commits, then assemblies, then the files of the report; each name once.</summary>
    public required IReadOnlyList<Subject> Subject { get; init; }

    public string PredicateType { get; init; } = CoverageV1;

    public required Predicate Predicate { get; init; }

    /// <exception cref="ProblemException">It is no such statement.</exception>
    public static Statement Read(byte[] payload, string name)
    {
        var statement = StrictJson.Read<Statement>(payload, name);
        if (statement.Type != InToto || statement.PredicateType != CoverageV1)
            throw new ProblemException("statement.kind", ProblemException.Shown(name), ProblemException.Shown(statement.PredicateType));

        // A required member can still be null.
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (statement.Predicate is not { Reports: not null, Assemblies: not null } || statement.Subject is null || statement.Subject.Any(s => s?.Name is null || s.Digest is null || s.Digest.Values.Any(d => d is null))
            || statement.Predicate.Reports.Any(r => r?.Name is null) || statement.Predicate.Assemblies.Any(a => a?.Name is null))
            throw new ProblemException("statement.form", ProblemException.Shown(name));
        return statement.Subject.FirstOrDefault(s => !names.Add(s.Name)) is { } twice
            ? throw new ProblemException("statement.twice", ProblemException.Shown(name), ProblemException.Shown(twice.Name))
            : statement;
    }
}

/// <param name="Name">Names it among the others of the statement.</param>
/// <param name="Digest"><c>gitCommit</c> of a commit, <c>sha256</c> of a file.</param>
internal sealed record Subject(string Name, IReadOnlyDictionary<string, string> Digest)
{
    public const string GitCommit = "gitCommit";
    public const string Sha256Digest = "sha256";

    [JsonIgnore]
    public string? Commit => Digest.TryGetValue(GitCommit, out var commit) ? commit : null;

    [JsonIgnore]
    public string? Sha256 => Digest.TryGetValue(Sha256Digest, out var sha) ? sha : null;
}

/// <summary>What the signer states: which report this is and what it says in numbers. It holds no judgement.</summary>
internal sealed record Predicate
{
    public required Producer Producer { get; init; }

    /// <summary>Time of signing, when the signer gave one: <c>2026-07-01T12:00:00Z</c>.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The day against which end dates were judged; see <see cref="Report.AsOf"/>.</summary>
    public string? AsOf { get; init; }

    public string? Product { get; init; }

    public string? ProductVersion { get; init; }

    public string? Provider { get; init; }

    /// <summary><c>clean</c>, <c>dirty</c> (changes that are in no commit) or <c>unknown</c> (nobody looked).</summary>
    public required string Tree { get; init; }

    public required CoverageCounts Summary { get; init; }

    /// <summary>Which subjects are built assemblies.</summary>
    public required IReadOnlyList<SignedAssembly> Assemblies { get; init; }

    /// <summary>Which subjects are files of the report.</summary>
    public required IReadOnlyList<SignedFile> Reports { get; init; }
}

/// <param name="Name">The tool.</param>
/// <param name="Version">Its version.</param>
/// <param name="RuleSet">Its rules.</param>
internal sealed record Producer(string Name, string Version, RuleSetDigest RuleSet);

/// <param name="Reading">Version of the reading of the framework.</param>
/// <param name="Rules">Number of rules that look at products.</param>
/// <param name="Digest"><c>sha256</c> over criteria, rules and texts.</param>
internal sealed record RuleSetDigest(string Reading, int Rules, IReadOnlyDictionary<string, string> Digest);

/// <summary>The numbers of <see cref="ReportSummary"/> that a reader asks for first.</summary>
/// <param name="Complete">Every project compiled and delivered what it had to; says nothing about the quality of the product.</param>
/// <param name="Criteria">Statements of the framework that have a state.</param>
/// <param name="States">How many are in which state.</param>
/// <param name="OpenFindings">Open findings of level error and warning.</param>
/// <param name="Exceptions">Exceptions of any kind.</param>
/// <param name="UnjustifiedExceptions">Those without a reason.</param>
/// <param name="Evidence">Pieces of evidence.</param>
/// <param name="EvidenceInvalid">Those that do not count.</param>
internal sealed record CoverageCounts(
    bool Complete, int Criteria, IReadOnlyList<StateCount> States, int OpenFindings, int Exceptions, int UnjustifiedExceptions, int Evidence, int EvidenceInvalid);

/// <param name="Name">Name of the subject.</param>
/// <param name="File">File name.</param>
/// <param name="Project">Path of the project.</param>
internal sealed record SignedAssembly(string Name, string File, string Project);

/// <param name="Name">Name of the subject: path in the report folder.</param>
/// <param name="MediaType">What it is.</param>
internal sealed record SignedFile(string Name, string MediaType);
