using System.Text.Json;
using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Tests;

public class SchemaTests
{
    internal static IEnumerable<string> Check(string schema, byte[] json) => new MiniSchema(Schema(schema)).Check(JsonDocument.Parse(json).RootElement);

    internal static JsonElement Schema(string name)
    {
        using var stream = typeof(Report).Assembly.GetManifestResourceStream($"schema/{name}.schema.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }

    [Fact]
    public void Reports_follow_their_schema()
    {
        foreach (var report in new[] { Samples.Report(), RollUp.Merge([]), Build.Report(Build.Fragment(null)), Build.Report(Build.Fragment(new Sarif(), f => f with { TargetFramework = null, OutputAssembly = null })) with { Timestamp = "2026-06-01T00:00:00Z" } })
            Assert.Empty(new MiniSchema(Schema("report")).Check(JsonDocument.Parse(report.ToJson()).RootElement));
    }

    [Fact]
    public void The_schema_of_the_report_refuses_what_is_missing_or_unknown()
    {
        var schema = new MiniSchema(Schema("report"));
        var report = JsonNode.Parse(Samples.Report().ToJson())!;
        report["surprise"] = 1;
        report["summary"]!.AsObject().Remove("complete");
        report["criteria"]![0]!["state"] = "fine";
        Assert.Equal(3, schema.Check(JsonSerializer.SerializeToElement(report)).Count());
    }

    [Fact]
    public void The_sample_declaration_follows_its_schema()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        Assert.Empty(new MiniSchema(Schema("kwaliteitskader")).Check(JsonDocument.Parse(Samples.Declaration(new string('0', 64)), options).RootElement));
    }

    /// <summary>Every object of the schema, and how a declaration holds one.</summary>
    public static TheoryData<string, string> Objects => new()
    {
        { "", "{0}" },
        { "statement", """{{"statement":{0}}}""" },
        { "product", """{{"product":{0}}}""" },
        { "product/provider", """{{"product":{{"provider":{0}}}}}""" },
        { "product/helpdesk", """{{"product":{{"helpdesk":{0}}}}}""" },
        { "intendedUse", """{{"intendedUse":{0}}}""" },
        { "context", """{{"context":{0}}}""" },
        { "#outOfScope", """{{"outOfScope":[{0}]}}""" },
        { "#criterion", """{{"criteria":{{"O1.02":{0}}}}}""" },
        { "#criterion/notApplicable", """{{"criteria":{{"O1.02":{{"notApplicable":{0}}}}}}}""" },
        { "#evidence", """{{"criteria":{{"O1.02":{{"evidence":[{0}]}}}}}}""" },
        { "#exception", """{{"exceptions":[{0}]}}""" },
        { "#tracker", """{{"trackers":[{0}]}}""" },
        { "#aiSystem", """{{"aiSystems":[{0}]}}""" },
        { "#thirdParty", """{{"thirdParties":[{0}]}}""" },
    };

    private static JsonElement ObjectSchema(string path)
    {
        var root = Schema("kwaliteitskader");
        var parts = path.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var start = path.StartsWith('#') ? root.GetProperty("$defs").GetProperty(parts[0]) : root;
        return parts.Skip(path.StartsWith('#') ? 1 : 0).Aggregate(start, (s, p) => s.GetProperty("properties").GetProperty(p));
    }

    private static FragmentResult Read(string wrap, string json) => Build.Fragment(new Sarif(), declaration: string.Format(System.Globalization.CultureInfo.InvariantCulture, wrap, json));

    [Theory]
    [MemberData(nameof(Objects))]
    public void Reader_and_schema_know_the_same_keys(string path, string wrap)
    {
        var keys = ObjectSchema(path).GetProperty("properties").EnumerateObject().Select(p => p.Name).ToArray();
        var members = string.Join(",", keys.Append("notAKey").Select(k => $"\"{k}\":null"));
        Assert.Contains("'notAKey'", Assert.Single(Read(wrap, "{" + members + "}").Messages, m => m.Text.En.Contains("is no key", StringComparison.Ordinal)).Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Reader_and_schema_know_the_same_values(string path, string wrap)
    {
        foreach (var (key, value) in ObjectSchema(path).GetProperty("properties").EnumerateObject().Select(p => (p.Name, p.Value)))
        {
            if (!value.TryGetProperty("enum", out var values))
                continue;
            bool Complains(string v) => Read(wrap, $"{{\"{key}\":\"{v}\"}}").Messages.Any(m => m.Text.En.Contains("is no value of", StringComparison.Ordinal));
            Assert.All(values.EnumerateArray(), v => Assert.False(Complains(v.GetString()!), $"{key}: {v}"));
            Assert.True(Complains("notAValue"), key);
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Examples_of_the_schema_are_read(string path, string wrap)
    {
        foreach (var (key, value) in ObjectSchema(path).GetProperty("properties").EnumerateObject().Select(p => (p.Name, p.Value)))
        {
            foreach (var example in value.TryGetProperty("examples", out var examples) ? examples.EnumerateArray().ToArray() : [])
            {
                Assert.Empty(new MiniSchema(value).Check(example));
                Assert.DoesNotContain(Read(wrap, $"{{\"{key}\":{example.GetRawText()}}}").Messages, m => m.Text.En.Contains($"'{key}' must be", StringComparison.Ordinal) || m.Text.En.Contains($"({key}) is no", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_editor_has_something_to_say_about_each_key(string path, string wrap)
    {
        Assert.StartsWith("{", wrap, StringComparison.Ordinal);
        Assert.All(ObjectSchema(path).GetProperty("properties").EnumerateObject(), p =>
        {
            Assert.False(string.IsNullOrWhiteSpace(p.Value.GetProperty("title").GetString()));
            Assert.False(string.IsNullOrWhiteSpace(p.Value.GetProperty("description").GetString()));
        });
    }

    [Fact]
    public void The_schema_names_every_criterion_that_can_be_declared()
    {
        var ids = Schema("kwaliteitskader").GetProperty("properties").GetProperty("criteria").GetProperty("propertyNames").GetProperty("enum").EnumerateArray().Select(e => e.GetString());
        Assert.Equal(Catalog.Catalogue.Instance.Criteria.Where(c => c.Checkable).Select(c => c.Id), ids);
    }

    [Fact]
    public void The_schema_of_the_declaration_means_the_same_in_draft_7_and_2020_12()
    {
        // Editors understand draft 7 best. There, what stands beside a $ref does not count.
        Assert.Equal("http://json-schema.org/draft-07/schema#", Schema("kwaliteitskader").GetProperty("$schema").GetString());
        void Walk(JsonElement node)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                    Walk(item);
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                Assert.False(node.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String && node.EnumerateObject().Count() > 1);
                foreach (var member in node.EnumerateObject())
                    Walk(member.Value);
            }
        }

        Walk(Schema("kwaliteitskader"));
    }
}
