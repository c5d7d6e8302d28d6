using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KkAnalyzers.Reporting.Formats;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>What validators do not look at.</summary>
public partial class FormatTests
{
    public static TheoryData<string> Formats => [.. FormatSamples.Formats];

    private static JsonNode Json(Report report, string format, string language = "en") => JsonNode.Parse(FormatSamples.Render(report, format, language))!;

    private static JsonNode Run(Report report, string format = "sarif") => Json(report, format)["runs"]![0]!;

    private static JsonNode[] Results(Report report, string format = "sarif") => [.. Run(report, format)["results"]!.AsArray().Select(r => r!)];

    private static string? Kind(JsonNode result) => (string?)result["kind"];

    [Theory, MemberData(nameof(Formats))]
    public void The_same_report_is_the_same_file(string format)
    {
        foreach (var (_, report) in FormatSamples.All())
            Assert.Equal(FormatSamples.Render(report, format), FormatSamples.Render(report, format));
        Assert.Equal(FormatSamples.Render(Samples.Report(), format), FormatSamples.Render(Samples.Report(), format));
    }

    [Theory, MemberData(nameof(Formats))]
    public void The_order_of_the_fragments_does_not_matter(string format)
    {
        var fragments = new[] { "Zorgdagboek.App", "Zorgdagboek.Core", "Afsprakenboek" }
            .Select(n => Build.Fragment(new Sarif().Finding(file: $"src/{n}/A.cs"), f => f with { ProjectName = n, ProjectPath = Path.Combine(f.RootDirectory!, $"src/{n}/{n}.csproj") })).ToArray();
        Assert.Equal(FormatSamples.Render(Build.Report(fragments), format), FormatSamples.Render(Build.Report([.. fragments.Reverse()]), format));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_file_says_the_same_in_three_languages(string format)
    {
        var files = new[] { "nl", "fr", "en" }.Select(l => Json(Samples.Report(), format, l)).ToArray();
        Assert.Single(files.Select(f => Shape(f)).Distinct());

        // Member names and lengths of lists; what the words are does not matter.
        static string Shape(JsonNode? node) => node switch
        {
            JsonObject o => "{" + string.Join(",", o.Select(m => m.Key + Shape(m.Value))) + "}",
            JsonArray a => "[" + string.Join(",", a.Select(Shape)) + "]",
            _ => "",
        };
    }

    [Theory, MemberData(nameof(Formats))]
    public void No_path_of_a_machine_and_nothing_that_signs_in(string format)
    {
        foreach (var (name, report) in FormatSamples.All())
        {
            var text = Encoding.UTF8.GetString(FormatSamples.Render(report, format));
            Assert.DoesNotContain(Path.GetTempPath().TrimEnd('/'), text, StringComparison.Ordinal);
            Assert.DoesNotContain("file:", name == "hostile" ? "" : text, StringComparison.Ordinal);
            Assert.DoesNotContain("user:secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Every address is relative and leads down, or is a web address.</summary>
    [Theory, MemberData(nameof(Formats))]
    public void Addresses_lead_down_or_to_the_web(string format)
    {
        foreach (var (_, report) in FormatSamples.All())
        {
            foreach (var (name, value) in Strings(Json(report, format)).Where(s => s.Name is "uri" or "url" or "href" or "helpUri" or "informationUri" or "repositoryUri" or "path"))
            {
                Assert.False(value.StartsWith('/') || value.Contains("..", StringComparison.Ordinal) && name != "path" || value.Contains(' ') && name != "path", $"{name}: {value}");
                if (name != "path" && value.Contains(':', StringComparison.Ordinal))
                    Assert.StartsWith("https://", value, StringComparison.Ordinal);
            }
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void Text_from_outside_stays_text(string format)
    {
        foreach (var (name, value) in Strings(Json(FormatSamples.Hostile(), format)))
        {
            Assert.False(value.Any(c => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format), $"{name}: {value}");
            // Messages of SARIF can hold links, descriptions of OSCAL are Markdown.
            if (format is "sarif" or "github" && name == "text")
                Assert.DoesNotContain("](", value, StringComparison.Ordinal);
            if (format == "oscal" && name is "description" or "remarks" or "statement")
                Assert.DoesNotContain("<script", value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_a_finding_is_a_failure_and_has_a_level()
    {
        foreach (var (_, report) in FormatSamples.All())
        {
            foreach (var result in Results(report))
                Assert.Equal(Kind(result) == "fail", (string?)result["level"] != "none");
            foreach (var result in Results(report, "github"))
                Assert.Equal("fail", Kind(result));
        }
    }

    [Fact]
    public void Suppressions_and_baseline_stand_on_all_results_or_on_none()
    {
        foreach (var (_, report) in FormatSamples.All())
        {
            var results = Results(report);
            Assert.All(results, r => Assert.IsType<JsonArray>(r["suppressions"]));
            Assert.Equal(report.Findings.Any(f => f.Baseline is not null) ? results.Length : 0, results.Count(r => r["baselineState"] is not null));
            Assert.All(Results(report, "github"), r => Assert.True(r["suppressions"] is null && r["baselineState"] is null));
        }
    }

    [Fact]
    public void A_viewer_hides_exactly_what_the_report_excepts()
    {
        var report = FormatSamples.Everything();
        var results = Results(report).Where(r => Kind(r) == "fail").ToArray();
        Assert.Equal(report.Findings.Count, results.Length);
        foreach (var (finding, result) in report.Findings.Zip(results))
        {
            var statuses = result["suppressions"]!.AsArray().Select(s => (string?)s!["status"]).ToArray();
            // SARIF 3.27.23: suppressed is what has a suppression, and none that is under review or rejected.
            Assert.Equal(finding.Status == "excepted", statuses.Length > 0 && statuses.All(s => s == "accepted"));
        }

        Assert.Contains(results, r => r["suppressions"]!.AsArray().Any(s => (string?)s!["status"] == "rejected" && (string?)s["kind"] == "external" && (string?)s["justification"] == "tot de migratie klaar is"));
        Assert.Contains(results, r => r["suppressions"]!.AsArray().Any(s => (string?)s!["status"] == "accepted" && (string?)s["kind"] == "inSource" && (string?)s["justification"] == "only on the test server"));
    }

    [Fact]
    public void Each_criterion_appears_once_with_its_state()
    {
        foreach (var (_, report) in FormatSamples.All())
        {
            var expected = report.Criteria.Select(c => (c.Id, State: c.State is { } s ? Words.Name(s) : null)).ToArray();
            var taxa = Run(report)["taxonomies"]![0]!["taxa"]!.AsArray().Select(t => ((string)t!["id"]!, (string?)t["properties"]!["state"]));
            Assert.Equal(expected, taxa);
            var requirements = Json(report, "cyclonedx")["definitions"]!["standards"]![0]!["requirements"]!.AsArray()
                .Select(r => ((string)r!["identifier"]!, (string?)r["properties"]?.AsArray().Single(p => (string)p!["name"]! == "kk:state")!["value"]));
            Assert.Equal(expected, requirements);

            // As a result of its own where it is neither a finding nor left unlooked at.
            string[] silent = ["finding", "accepted-exception", "not-evaluated"];
            Assert.Equal(
                expected.Where(c => c.State is not null && !silent.Contains(c.State)).Select(c => "criterion/" + c.Id),
                Results(report).Select(r => (string?)r["ruleId"]).Where(r => r!.StartsWith("criterion/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Counts_are_those_of_the_report()
    {
        foreach (var (_, report) in FormatSamples.All())
        {
            foreach (var count in report.Summary.States)
            {
                var name = Words.Name(count.State);
                Assert.Equal(count.Count, (int)Run(report)["properties"]!["states"]![name]!);
                Assert.Equal($"{count.Count}", Json(report, "cyclonedx")["metadata"]!["properties"]!.AsArray().Where(p => (string)p!["name"]! == "kk:state:" + name).Select(p => (string)p!["value"]!).Single());
                Assert.Equal($"{count.Count}", Json(report, "oscal")["assessment-results"]!["results"]![0]!["props"]!.AsArray().Where(p => (string)p!["name"]! == "state-" + name).Select(p => (string)p!["value"]!).Single());
            }

            Assert.Equal(report.Findings.Count(f => f.Status == "open"), Json(report, "gitlab").AsArray().Count + (report.Projects.Count == 0 ? report.Findings.Count : 0));
            Assert.Equal(report.Summary.Complete, (bool)Run(report)["invocations"]![0]!["executionSuccessful"]!);
        }
    }

    [Fact]
    public void Whatever_did_not_run_is_said_where_a_reader_of_the_log_sees_it()
    {
        var invocation = Run(Samples.Report())["invocations"]![0]!;
        Assert.Contains(invocation["toolExecutionNotifications"]!.AsArray(), n => ((string)n!["message"]!["text"]!).Contains("Legacy.csproj", StringComparison.Ordinal));
        Assert.Contains(invocation["toolConfigurationNotifications"]!.AsArray(), n => ((string)n!["message"]!["text"]!).Contains("KK3201", StringComparison.Ordinal));
        var enabled = invocation["ruleConfigurationOverrides"]!.AsArray().Single()!;
        Assert.Equal("KK3201", (string?)enabled["descriptor"]!["id"]);
        Assert.False((bool)enabled["configuration"]!["enabled"]!);

        var nothing = Run(FormatSamples.Incomplete())["invocations"]![0]!;
        Assert.False((bool)nothing["executionSuccessful"]!);
        Assert.NotEmpty(nothing["toolExecutionNotifications"]!.AsArray());
    }

    [Fact]
    public void Rules_of_other_analyzers_stand_under_their_own_name()
    {
        var run = Run(Samples.Report());
        var result = run["results"]!.AsArray().Single(r => (string?)r!["ruleId"] == "CA5351")!;
        var extension = run["tool"]!["extensions"]![(int)result["rule"]!["toolComponent"]!["index"]!]!;
        Assert.Equal(".NET SDK", (string?)extension["name"]);
        var rule = extension["rules"]![(int)result["rule"]!["index"]!]!;
        Assert.Equal("CA5351", (string?)rule["id"]);
        Assert.Equal("relevant", (string?)rule["relationships"]![0]!["kinds"]!.AsArray().Single());
    }

    [Fact]
    public void Every_index_points_at_what_its_id_names()
    {
        var run = Run(FormatSamples.Everything());
        var driver = run["tool"]!["driver"]!;
        foreach (var result in run["results"]!.AsArray().Where(r => r!["ruleIndex"] is not null))
            Assert.Equal(((string)result!["ruleId"]!).Split('/')[0], (string?)driver["rules"]![(int)result["ruleIndex"]!]!["id"]);
        foreach (var target in driver["rules"]!.AsArray().SelectMany(r => r!["relationships"]?.AsArray() ?? []).Select(r => r!["target"]!))
            Assert.Equal((string?)target["id"], (string?)run["taxonomies"]![0]!["taxa"]![(int)target["index"]!]!["id"]);
    }

    [Fact]
    public void A_score_stands_only_where_somebody_looked()
    {
        var report = FormatSamples.Everything();
        var document = Json(report, "cyclonedx");
        var entries = document["declarations"]!["attestations"]![0]!["map"]!.AsArray().ToDictionary(e => ((string)e!["requirement"]!)["requirement:".Length..]);
        foreach (var criterion in report.Criteria.Where(c => c.State is not null))
        {
            Assert.Equal(criterion.State is not (State.NotEvaluated or State.NotApplicable), entries.ContainsKey(criterion.Id));
            var score = (double?)entries.GetValueOrDefault(criterion.Id)?["conformance"]!["score"];
            Assert.Equal(criterion.State switch { State.Finding or State.AcceptedException => 0, State.CheckedClean => 1, _ => (double?)null }, score);
            if (criterion.State == State.CheckedClean)
                Assert.True((double)entries[criterion.Id]!["confidence"]!["score"]! < 1);
        }

        Assert.Equal(6, entries.Values.Select(e => report.Criterion(((string)e!["requirement"]!)["requirement:".Length..]).State).Distinct().Count());
    }

    [Fact]
    public void References_of_the_declarations_exist_and_are_unique()
    {
        foreach (var (_, report) in FormatSamples.All())
        {
            var document = Json(report, "cyclonedx");
            var defined = Strings(document).Where(s => s.Name == "bom-ref").Select(s => s.Value).ToArray();
            Assert.Equal(defined.Length, defined.Distinct().Count());
            var used = new[] { "claims", "counterClaims", "evidence", "counterEvidence", "mitigationStrategies", "requirement", "assessor", "target" };
            Assert.Empty(Strings(document).Where(s => used.Contains(s.Name)).Select(s => s.Value).Except(defined));
        }
    }

    [Fact]
    public void Who_states_it_is_named_and_a_stranger_is_no_signatory()
    {
        var stated = Json(FormatSamples.Everything(), "cyclonedx")["declarations"]!;
        Assert.False((bool)stated["assessors"]![0]!["thirdParty"]!);
        Assert.Equal("Voorbeeldzorg bv", (string?)stated["affirmation"]!["signatories"]![0]!["organization"]!["name"]);
        Assert.Equal("report.intoto.jsonl", (string?)stated["affirmation"]!["signatories"]![0]!["externalReference"]!["url"]);

        var third = Json(FormatSamples.Everything() with { Statement = new StatementData { Name = "Keurbureau", Role = "third-party" } }, "cyclonedx")["declarations"]!;
        Assert.True((bool)third["assessors"]![0]!["thirdParty"]!);

        var nobody = Json(FormatSamples.Everything() with { Statement = null }, "cyclonedx")["declarations"]!;
        Assert.Null(nobody["assessors"]![0]!["thirdParty"]);
        Assert.Null(nobody["affirmation"]);
    }

    [Fact]
    public void Oscal_calls_satisfied_only_what_rules_looked_at_and_excludes_what_nobody_did()
    {
        var report = FormatSamples.Everything();
        var result = Json(report, "oscal")["assessment-results"]!["results"]![0]!;
        var findings = result["findings"]!.AsArray().ToDictionary(f => (string)f!["title"]!, f => (string)f!["target"]!["status"]!["state"]!);
        Assert.Equal(
            report.Criteria.Where(c => c.State is State.Finding or State.AcceptedException or State.CheckedClean).ToDictionary(c => c.Id, c => c.State == State.CheckedClean ? "satisfied" : "not-satisfied"),
            findings);
        Assert.Equal(
            report.Criteria.Where(c => c.State is State.NotEvaluated or State.NotApplicable).Select(c => c.Id),
            result["reviewed-controls"]!["control-selections"]![0]!["exclude-controls"]!.AsArray().Select(c => (string)c!["control-id"]!));
        var ids = Strings(result).Where(s => s.Name == "uuid").Select(s => s.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Empty(Strings(result).Where(s => s.Name is "observation-uuid" or "risk-uuid").Select(s => s.Value).Except(ids));
    }

    [Fact]
    public void GitLab_gets_open_findings_with_a_fingerprint_of_their_own()
    {
        var finding = Samples.Report().Findings.First(f => f.Status == "open");
        // Three in a line without a fingerprint, and two that share one.
        var report = Samples.Report() with { Findings = [finding, finding with { Column = 2 }, finding with { Column = 3 }, finding with { Fingerprint = "f1", Level = "error" }, finding with { Fingerprint = "f1", Line = 99, Level = "note" }] };
        var issues = Json(report, "gitlab").AsArray().Select(i => i!).ToArray();
        Assert.Equal(5, issues.Select(i => (string)i["fingerprint"]!).Distinct().Count());
        Assert.Equal(["major", "major", "major", "critical", "info"], issues.Select(i => (string?)i["severity"]));
        Assert.Equal(finding.File, (string?)issues[0]["location"]!["path"]);
        Assert.Equal(finding.Line, (int)issues[0]["location"]!["lines"]!["begin"]!);

        // Moved to another line, it is the same finding.
        var moved = Json(report with { Findings = [finding with { Line = 7 }] }, "gitlab")[0]!;
        Assert.Equal((string?)issues[0]["fingerprint"], (string?)moved["fingerprint"]);
    }

    [Fact]
    public void GitHub_gets_open_findings_only_and_says_what_is_over_its_limits()
    {
        Assert.Equal(Samples.Report().Findings.Count(f => f.Status == "open"), Results(Samples.Report(), "github").Length);

        var finding = Samples.Report().Findings.First(f => f.Status == "open");
        var many = Samples.Report() with { Findings = [.. Enumerable.Range(1, 300).Select(i => finding with { Line = i, Message = Texts.Same(StableId.Of($"{i}") + StableId.Of($"{-i}")), Level = i % 3 == 0 ? "error" : i % 3 == 1 ? "warning" : "note" })] };
        var cut = GitHubSarif.Render(many, "en", maxResults: 150);
        var run = JsonNode.Parse(cut.Bytes)!["runs"]![0]!;
        Assert.Equal(150, run["results"]!.AsArray().Count);
        Assert.Equal([("error", 100), ("warning", 50)], run["results"]!.AsArray().GroupBy(r => (string)r!["level"]!).Select(g => (g.Key, g.Count())));
        Assert.StartsWith("150 of 300", cut.Notes.Single().En, StringComparison.Ordinal);
        Assert.Equal(cut.Notes.Single().En, (string?)run["invocations"]![0]!["toolExecutionNotifications"]![0]!["message"]!["text"]);

        // A file that is too large after compression gets smaller in the same way.
        var whole = GitHubSarif.Render(many, "en");
        Assert.Empty(whole.Notes);
        var small = GitHubSarif.Render(many, "en", maxGzipBytes: 9_000);
        Assert.InRange(JsonNode.Parse(small.Bytes)!["runs"]![0]!["results"]!.AsArray().Count, 1, 299);
        Assert.Single(small.Notes);
    }

    [Fact]
    public void No_word_of_a_verdict_that_nobody_gave()
    {
        foreach (var text in Texts.Entries.Where(e => e.Key.StartsWith("format.", StringComparison.Ordinal)).SelectMany(e => new[] { e.Value.En, e.Value.Nl, e.Value.Fr }))
            Assert.DoesNotMatch(Verdict(), text);
    }

    [Fact]
    public void An_identifier_follows_from_what_it_identifies()
    {
        Assert.Equal(StableId.Of("a", "b"), StableId.Of("a", "b"));
        Assert.NotEqual(StableId.Of("a", "b"), StableId.Of("ab"));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", StableId.Of("a"));
    }

    [GeneratedRegex("conform|compliant|certifi|%", RegexOptions.IgnoreCase)]
    private static partial Regex Verdict();

    private static IEnumerable<(string Name, string Value)> Strings(JsonNode? node, string name = "") => node switch
    {
        JsonObject o => o.SelectMany(m => Strings(m.Value, m.Key)),
        JsonArray a => a.SelectMany(i => Strings(i, name)),
        JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.String => [(name, v.GetValue<string>())],
        _ => [],
    };
}
