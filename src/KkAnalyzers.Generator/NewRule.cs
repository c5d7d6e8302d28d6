using System.Text.RegularExpressions;

namespace KkAnalyzers.Generator;

/// <summary>Lays out the four files of a new rule. See docs/writing-a-rule.md.</summary>
internal static class NewRule
{
    public static int Create(string root, string id)
    {
        if (!Regex.IsMatch(id, "^KK[1-9][0-9]{3}$"))
        {
            Console.Error.WriteLine($"{id} is not of the form KKnnnn.");
            return 2;
        }

        var json = Path.Combine(root, "src", "KkAnalyzers.Catalog", "rules", id + ".json");
        if (File.Exists(json))
        {
            Console.Error.WriteLine($"{id} exists: {json}. An id is never reused.");
            return 1;
        }

        foreach (var (path, text) in new[]
        {
            (json, Json(id)),
            (Path.Combine(root, "src", "KkAnalyzers", "Rules", id + "Analyzer.cs"), Analyzer(id)),
            (Path.Combine(root, "tests", "KkAnalyzers.Tests", "Rules", id + "Tests.cs"), Test(id)),
        })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text.ReplaceLineEndings("\n"));
            Console.WriteLine($"written: {Path.GetRelativePath(root, path)}");
        }

        Console.WriteLine($"Fill in the catalogue file (every text in en, nl and fr), then run the generator: it writes docs/rules/{id}.md and the rest.");
        return 0;
    }

    private static string Json(string id) => $$"""
        {
          "id": "{{id}}",
          "category": "",
          "severity": "info",
          "sources": ["code"],
          "since": "0.1.0",
          "title": { "en": "", "nl": "", "fr": "" },
          "message": { "en": "", "nl": "", "fr": "" },
          "description": { "en": "", "nl": "", "fr": "" },
          "remedy": { "en": "", "nl": "", "fr": "" },
          "inspects": { "en": "", "nl": "", "fr": "" },
          "cannotSee": { "en": "", "nl": "", "fr": "" },
          "criteria": [{ "id": "", "relation": "violation" }],
          "violation": [""],
          "clean": [""]
        }

        """;

    private static string Analyzer(string id) => $$"""
        using KkAnalyzers.Infrastructure;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.Diagnostics;

        namespace KkAnalyzers.Rules;

        /// <summary>{{id}}.</summary>
        [DiagnosticAnalyzer(LanguageNames.CSharp)]
        public sealed class {{id}}Analyzer : KkDiagnosticAnalyzer
        {
            /// <summary>Used by the compiler.</summary>
            public {{id}}Analyzer()
                : base(RuleCatalog.{{id}})
            {
            }

            private protected override void Register(KkContext context)
            {
                var inspection = context.Inspection(RuleCatalog.{{id}});
                context.RegisterOperationAction(
                    c =>
                    {
                        inspection.Inspected();
                    },
                    OperationKind.Invocation);
            }
        }

        """;

    private static string Test(string id) => $$""""
        using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.{{id}}Analyzer>;

        namespace KkAnalyzers.Tests.Rules;

        public class {{id}}Tests
        {
            [Fact]
            public Task Quiet_case() => Verify.Silent("""
                class Care;
                """);

            [Fact]
            public Task Flagged_case() => Verify.Flags("""
                class [|Care|];
                """);
        }

        """";
}
