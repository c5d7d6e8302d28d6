using System.Text;

namespace KkAnalyzers.Benchmarks;

/// <summary>
/// Code of an extreme shape, of any size, with personal data that reach a file, a log and an address. Shared with the tests,
/// which ask that a rule finishes; how long it takes is asked here.
/// </summary>
internal static class Shapes
{
    private const string Usings = """
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Text.Json;
        using Microsoft.Extensions.Logging;

        """;

    private const string Client = """
        public class Client
        {
            public int Id { get; set; }
            public string Rijksregisternummer { get; set; } = "";
        }

        """;

    private const string Sinks = """
            private readonly ILogger _logger;
            private readonly HttpClient _http;
            public Dossier(ILogger logger, HttpClient http) => (_logger, _http) = (logger, http);
            private void Out(string text)
            {
                File.AppendAllText("dossier.txt", text);
                _logger.LogInformation("Dossier {Text}", text);
                _http.GetStringAsync("https://care.example.be/?text=" + text);
            }

        """;

    /// <summary>One text of that many terms; the one in the middle is personal.</summary>
    public static string Expression(int terms)
    {
        var sum = string.Join(" + ", Enumerable.Range(0, terms).Select(i => i == terms / 2 ? "client.Rijksregisternummer" : $"words[{i}]"));
        return $$"""
            {{Usings}}{{Client}}public class Dossier
            {
            {{Sinks}}    public void Save(Client client, string[] words) => Out({{sum}});
            }
            """;
    }

    /// <summary>
    /// A type of that many members, half properties and half methods that set one field. As a whole it is serialised, and the
    /// field, in which one of the methods puts the personal datum, is read.
    /// </summary>
    public static string Members(int members)
    {
        var text = new StringBuilder(Usings).Append("public class Sheet\n{\n    public string Rijksregisternummer { get; set; } = \"\";\n    private string _line = \"\";\n    public string Line() => _line;\n");
        for (var i = 0; i < members / 2; i++)
        {
            text.Append($"    public string Part{i} {{ get; set; }} = \"\";\n");
            text.Append($"    public void Set{i}(string text) => _line = {(i == members / 4 ? "Rijksregisternummer" : $"text + Part{i}")};\n");
        }

        return text.Append("}\npublic class Dossier\n{\n").Append(Sinks)
            .Append("    public void Save(Sheet sheet) => Out(JsonSerializer.Serialize(sheet));\n    public void Last(Sheet sheet) => Out(sheet.Line());\n}\n").ToString();
    }

    /// <summary>A value handed on through that many methods.</summary>
    public static string Chain(int methods)
    {
        var text = new StringBuilder(Usings).Append(Client).Append("public class Dossier\n{\n").Append(Sinks)
            .Append("    public void Save(Client client) => Step0(client.Rijksregisternummer);\n");
        for (var i = 0; i < methods; i++)
        {
            text.Append($"    private void Step{i}(string text) => {(i + 1 < methods ? $"Step{i + 1}" : "Out")}(text);\n");
        }

        return text.Append("}\n").ToString();
    }
}
