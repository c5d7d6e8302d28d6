using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KkAnalyzers.Benchmarks;

/// <summary>Generated code in the shape of a care back end: mostly ordinary, with a few findings per ten files.</summary>
internal static class CareCode
{
    /// <summary>Findings in each tenth file: KK3201, KK4301 and KK4501 once each.</summary>
    public const int FindingsPerTenFiles = 3;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var aspNetCore = runtime.Replace("Microsoft.NETCore.App", "Microsoft.AspNetCore.App", StringComparison.Ordinal);
        return Directory.GetFiles(runtime, "System*.dll")
            .Concat(Directory.GetFiles(runtime, "Microsoft*.dll"))
            .Concat(Directory.GetFiles(aspNetCore, "Microsoft*.dll"))
            .Where(f => !f.Contains(".Native.", StringComparison.Ordinal) && IsManaged(f))
            .Select(f => (MetadataReference)MetadataReference.CreateFromFile(f))
            .ToArray();
    });

    /// <summary>A compilation of that many files, parsed but not yet bound.</summary>
    public static CSharpCompilation Create(int files)
    {
        var trees = Enumerable.Range(0, files).Select(i => CSharpSyntaxTree.ParseText(Source(i), path: $"/care/File{i}.cs")).Prepend(
            CSharpSyntaxTree.ParseText(Startup, path: "/care/Program.cs"));
        return CSharpCompilation.Create("Care", trees, References.Value, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The same trees, nothing bound: what an analyzer driver starts from.</summary>
    public static CSharpCompilation Fresh(CSharpCompilation compilation) =>
        compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees);

    private const string Startup = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        builder.Services.AddControllers();
        var app = builder.Build();
        app.UseAuthorization();
        app.MapControllers();
        app.Run();
        """;

    private static string Source(int i)
    {
        var bad = i % 10 == 0;
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Logging;

            namespace Care.Module{{i}};

            public class Client{{i}}
            {
                public int Id { get; set; }
                public string Voornaam { get; set; } = "";
                public string Rijksregisternummer { get; set; } = "";
                public DateTime Geboortedatum { get; set; }
                public bool NewsletterOptIn { get; set; }{{(bad ? " = true;" : "")}}
                public bool AppointmentReminders { get; set; } = true;
                public List<Observation{{i}}> Observations { get; } = new();
            }

            public record Observation{{i}}(int Id, string Code, decimal Value, DateTime When, string? Unit);

            public class Service{{i}}
            {
                private readonly ILogger<Service{{i}}> _logger;
                private readonly Dictionary<int, Client{{i}}> _clients = new();

                public Service{{i}}(ILogger<Service{{i}}> logger) => _logger = logger;

                public IEnumerable<string> Codes(int id) =>
                    _clients[id].Observations.Where(o => o.Value > 10m && o.Unit != null).OrderBy(o => o.When).Select(o => o.Code + "/" + o.Unit);

                public decimal Average(int id)
                {
                    var values = _clients[id].Observations.Select(o => o.Value).ToList();
                    if (values.Count == 0)
                    {
                        _logger.LogInformation("No observations for {ClientId}", id);
                        return 0m;
                    }

                    return values.Sum() / values.Count;
                }

                public async Task ExportAsync(int id, string folder)
                {
                    var lines = Codes(id).Select((code, n) => $"{n};{code}").ToArray();
                    await File.WriteAllLinesAsync(Path.Combine(folder, "codes.csv"), lines);
            """);
        text.Append(bad ? "        await File.AppendAllTextAsync(Path.Combine(folder, \"log.txt\"), _clients[id].Rijksregisternummer);\n    }\n" : "\n    }\n");
        for (var m = 0; m < 12; m++)
        {
            text.Append($$"""

                    public string Describe{{m}}(Client{{i}} client, int from, int to)
                    {
                        var parts = new List<string>();
                        for (var n = from; n < to; n++)
                        {
                            var age = DateTime.Today.Year - client.Geboortedatum.Year;
                            switch (n % 3)
                            {
                                case 0: parts.Add($"{n}: {age}"); break;
                                case 1: parts.Add(string.Format("{0} {1}", n, client.Observations.Count)); break;
                                default: parts.Add(client.Voornaam.Trim().ToUpperInvariant()); break;
                            }
                        }

                        return string.Join(", ", parts.Distinct().Take({{m + 5}}));
                    }
                """);
        }

        text.Append($$"""

            }

            [ApiController]
            {{(bad ? "" : "[Authorize]")}}
            [Route("api/clients{{i}}")]
            public class Clients{{i}}Controller : ControllerBase
            {
                private readonly Service{{i}} _service;

                public Clients{{i}}Controller(Service{{i}} service) => _service = service;

                [HttpGet("{id}/average")]
                public ActionResult<decimal> Average(int id) => Ok(_service.Average(id));
            }
            """);
        return text.ToString();
    }

    private static bool IsManaged(string file)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
