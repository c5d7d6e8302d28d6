using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KkAnalyzers.Benchmarks;

/// <summary>Generated code in the shape of a care back end: mostly ordinary, with a few findings per ten files.</summary>
internal static class CareCode
{
    /// <summary>Rules that must find something in each tenth file, once each. All other rules find nothing.</summary>
    public static IReadOnlySet<string> FoundInTenFiles { get; } = new HashSet<string> { "KK3201", "KK4301", "KK4304", "KK4305", "KK4307", "KK4310", "KK4501" };

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
    public static CSharpCompilation Create(int files) =>
        Create(OutputKind.ConsoleApplication, Enumerable.Range(0, files).Select(i => CSharpSyntaxTree.ParseText(Source(i), path: $"/care/File{i}.cs")).Prepend(
            CSharpSyntaxTree.ParseText(Startup, path: "/care/Program.cs")));

    /// <summary>A library of one file.</summary>
    public static CSharpCompilation Create(string source) =>
        Create(OutputKind.DynamicallyLinkedLibrary, [CSharpSyntaxTree.ParseText(source, path: "/care/File.cs")]);

    private static CSharpCompilation Create(OutputKind kind, IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create("Care", trees, References.Value, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

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
            using System.Net.Http;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Caching.Memory;
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

                public async Task<string> FetchAsync(HttpClient http, IMemoryCache cache, int id)
                {
                    var found = _clients.TryGetValue(id, out var client);
                    _logger.LogDebug("Fetching {Id}, known: {Known}, {Count} clients", id, found, _clients.Count);
                    var text = await http.GetStringAsync($"https://care.example.be/api/observations/{id}?page={_clients.Count}");
                    cache.Set("observations:" + id, text.Length);
                    if (client is null)
                    {
                        _logger.LogWarning("Client {Id} is unknown", id);
                        throw new KeyNotFoundException($"No client with key {id}");
                    }

                    {{(bad ? Leaks : "")}}
                    return text;
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
                public ActionResult<decimal> Average(int id)
                {
                    Response.Cookies.Append("theme", "dark");{{(bad ? " Response.Cookies.Append(\"last\", new Client" + i + "().Rijksregisternummer);" : "")}}
                    return Ok(_service.Average(id));
                }
            }
            """);
        return text.ToString();
    }

    private const string Leaks = """
        _logger.LogInformation("Fetched for {Who}", client.Rijksregisternummer);
                    await http.GetStringAsync($"https://care.example.be/api/clients?number={client.Rijksregisternummer}");
                    if (text.Length == 0)
                    {
                        throw new InvalidOperationException($"Nothing for {client.Rijksregisternummer}");
                    }

        """;

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
