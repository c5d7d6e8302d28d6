using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>What others say about the formats: ajv, the CycloneDX library in its strict mode, and the SARIF multitool.</summary>
public class ValidatorTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<Job>> Documents = new(() => [.. Good(), .. Faults()]);
    private static readonly Lazy<IReadOnlyDictionary<string, Judgement>> Verdicts = new(() => Validators.Run(Documents.Value));

    private static string SchemaFolder => Path.Combine(Validators.Root, "src", "KkAnalyzers.Reporting", "schema");

    private static string[] Schemas => [.. Directory.GetFiles(SchemaFolder, "*.schema.json").Order(StringComparer.Ordinal)];

    /// <summary>Ours, and those of NIST from the folder that KK_OSCAL_SCHEMAS names.</summary>
    private static string[] OscalSchemas =>
    [
        Path.Combine(Validators.Root, "tests", "validators", "schemas", "oscal-assessment-results.schema.json"),
        .. Files(Environment.GetEnvironmentVariable("KK_OSCAL_SCHEMAS"), "*.json"),
    ];

    [Fact]
    public void What_is_written_is_valid()
    {
        var good = Documents.Value.Where(d => !d.Name.StartsWith("fault", StringComparison.Ordinal)).ToArray();
        foreach (var remark in good.SelectMany(d => Verdicts.Value[d.Name].Warnings.Select(w => $"{d.Name}: {w.Split(' ')[0]}")).CountBy(w => w))
            output.WriteLine($"{remark.Key} × {remark.Value}");
        var errors = good.SelectMany(d => Verdicts.Value[d.Name].Errors.Select(e => $"{d.Name}: {e}")).ToArray();
        Assert.True(errors.Length == 0, string.Join('\n', errors.Take(50)));
    }

    [Fact]
    public void What_is_wrong_is_refused()
    {
        var faults = Documents.Value.Where(d => d.Name.StartsWith("fault", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(faults);
        Assert.Empty(faults.Where(f => Verdicts.Value[f.Name].Errors.Count == 0).Select(f => f.Name));
        output.WriteLine(string.Join('\n', faults.Select(f => $"{f.Name}: {Verdicts.Value[f.Name].Errors[0]}")));
    }

    /// <summary>A validator that is not there says nothing, so what was asked is counted.</summary>
    [Fact]
    public void Every_format_and_every_schema_met_its_validator()
    {
        var asked = Documents.Value.Where(d => d.Bytes is not null).ToLookup(d => d.With);
        Assert.Equal(Documents.Value.Select(d => d.Name).Order(StringComparer.Ordinal), Verdicts.Value.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(asked["cyclonedx"], d => d.Name.StartsWith("fault", StringComparison.Ordinal));
        Assert.Superset(Schemas.ToHashSet(), asked["schema"].Select(d => d.Schema!).ToHashSet());
        Assert.Superset(OscalSchemas.ToHashSet(), asked["schema"].Select(d => d.Schema!).ToHashSet());

        // The multitool has no program for other machines: there SARIF is looked at by our own tests only.
        Assert.Equal(Validators.HasMultitool, asked["sarif"].Any());
        output.WriteLine(Validators.HasMultitool ? "SARIF: validated by the multitool" : "SARIF: NOT validated here, the multitool runs on Linux x64 only");
    }

    [Fact]
    public void The_lock_file_names_no_place_to_download_from_but_the_public_registry()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(Validators.Root, "tests", "validators", "package-lock.json")))!["packages"]!.AsObject();
        Assert.All(packages.Where(p => p.Key.Length > 0), p =>
        {
            Assert.StartsWith("sha512-", (string?)p.Value!["integrity"], StringComparison.Ordinal);
            Assert.True(p.Value["resolved"] is not { } place || ((string)place!).StartsWith("https://registry.npmjs.org/", StringComparison.Ordinal));
        });
    }

    private static IEnumerable<Job> Good()
    {
        foreach (var schema in Schemas)
        {
            yield return new($"schema {Path.GetFileName(schema)}", "schema", null, schema);
            foreach (var (name, bytes) in SamplesOf(Path.GetFileName(schema)[..^".schema.json".Length]))
                yield return new($"{Path.GetFileName(schema)} {name}", "schema", bytes, schema);
        }

        foreach (var (name, report) in FormatSamples.All())
        {
            foreach (var language in name == "product" ? new[] { "nl", "fr", "en" } : ["nl"])
            {
                yield return new($"cyclonedx {name} {language}", "cyclonedx", FormatSamples.Render(report, "cyclonedx", language));
                foreach (var schema in OscalSchemas)
                    yield return new($"oscal {name} {language} {Path.GetFileName(schema)}", "schema", FormatSamples.Render(report, "oscal", language), schema);
            }

            if (Validators.HasMultitool)
            {
                yield return new($"sarif {name}", "sarif", FormatSamples.Render(report, "sarif", "nl"));
                yield return new($"github {name}", "sarif", FormatSamples.Render(report, "github", "nl"));
            }
        }
    }

    /// <summary>Documents of a schema: a report, a declaration, and whatever stands under its name in tests/validators/samples.</summary>
    private static IEnumerable<(string Name, byte[] Bytes)> SamplesOf(string schema)
    {
        if (schema == "report")
        {
            // The reader lets no hostile date into a report; the other formats are tried with one all the same.
            foreach (var (name, report) in FormatSamples.All().Where(r => r.Name != "hostile"))
                yield return (name, report.ToJson());
        }
        else if (schema == "kwaliteitskader")
        {
            yield return ("declaration", WithoutComments(Samples.Declaration(new string('0', 64))));
        }

        var folder = Path.Combine(Validators.Root, "tests", "validators", "samples");
        foreach (var file in Files(folder, $"{schema}*.json"))
            yield return (Path.GetFileName(file), WithoutComments(File.ReadAllText(file)));
    }

    /// <summary>The same documents with one thing wrong each: a validator that takes these takes anything.</summary>
    private static IEnumerable<Job> Faults()
    {
        var report = FormatSamples.Everything();
        Job Fault(string name, string with, string format, Action<JsonNode> spoil, string? schema = null)
        {
            var document = JsonNode.Parse(format == "report" ? report.ToJson() : FormatSamples.Render(report, format))!;
            spoil(document);
            return new($"fault {format}: {name} {Path.GetFileName(schema)}", with, JsonSerializer.SerializeToUtf8Bytes(document), schema);
        }

        yield return Fault("unknown member", "schema", "report", d => d["surprise"] = 1, Path.Combine(SchemaFolder, "report.schema.json"));
        yield return Fault("unknown state", "schema", "report", d => d["criteria"]!.AsArray().First(c => c!["state"] is not null)!["state"] = "conform", Path.Combine(SchemaFolder, "report.schema.json"));
        yield return new("fault declaration: unknown key", "schema", "{ \"produkt\": {} }"u8.ToArray(), Path.Combine(SchemaFolder, "kwaliteitskader.schema.json"));

        yield return Fault("unknown member", "cyclonedx", "cyclonedx", d => d["declarations"]!["surprise"] = 1);
        yield return Fault("score above 1", "cyclonedx", "cyclonedx", d => d["declarations"]!["attestations"]![0]!["map"]![0]!["conformance"]!["score"] = 1.4);
        yield return Fault("signatory without organisation", "cyclonedx", "cyclonedx", d => d["declarations"]!["affirmation"]!["signatories"]![0]!.AsObject().Remove("organization"));
        yield return Fault("no date", "cyclonedx", "cyclonedx", d => d["metadata"]!["timestamp"] = "yesterday");

        foreach (var schema in OscalSchemas)
        {
            yield return Fault("unknown member", "schema", "oscal", d => d["assessment-results"]!["surprise"] = 1, schema);
            yield return Fault("a third state", "schema", "oscal", d => d["assessment-results"]!["results"]![0]!["findings"]![0]!["target"]!["status"]!["state"] = "not-evaluated", schema);
            yield return Fault("no start", "schema", "oscal", d => d["assessment-results"]!["results"]![0]!.AsObject().Remove("start"), schema);
        }

        if (!Validators.HasMultitool)
            yield break;
        yield return Fault("unknown member", "sarif", "sarif", d => d["runs"]![0]!["surprise"] = 1);
        yield return Fault("index out of range", "sarif", "sarif", d => d["runs"]![0]!["results"]![0]!["ruleIndex"] = 4000);
        yield return Fault("no place", "sarif", "github", d => d["runs"]![0]!["results"]![0]!.AsObject().Remove("locations"));
        yield return Fault("no help", "sarif", "github", d => d["runs"]![0]!["tool"]!["driver"]!["rules"]![0]!.AsObject().Remove("help"));
    }

    private static string[] Files(string? folder, string pattern) => Directory.Exists(folder) ? [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];

    private static byte[] WithoutComments(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
    }
}
