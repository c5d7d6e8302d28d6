using System.Collections.Immutable;
using KkAnalyzers.Rules.Access;
using KkAnalyzers.Testing;
using KkAnalyzers.Tests.PersonalData;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The inventory of endpoints of a small application, read from its records. Libraries are referenced, as in a real project.</summary>
internal static class KK4501Rows
{
    private static readonly Lazy<MetadataReference> Libraries = new(() => Compile(
        "Libraries",
        OutputKind.DynamicallyLinkedLibrary,
        [],
        [WebStubs.Grpc, WebStubs.Functions, WebStubs.FastEndpoints, WebStubs.Carter, WebStubs.HotChocolate, WebStubs.ClassicMvc, WebStubs.OData, WebStubs.CoreWcf, WebStubs.Abp]).ToMetadataReference());

    /// <summary>One row: decision and reason are keys of texts, the rest is text.</summary>
    public sealed record Row(string Kind, string Route, string Handler, string Decision, string Reason, string By, string Justification);

    /// <param name="code">All of Program.cs.</param>
    /// <param name="options">Options of the rule.</param>
    public static async Task<IReadOnlyList<Row>> Of(string code, params (string Key, string Value)[] options)
    {
        var compilation = Compile("Care", OutputKind.ConsoleApplication, [Libraries.Value], [code, KK4501Host.Usings]);
        return [.. (await ModelProbe.Records(compilation, new EndpointAnalyzer(), options))
            .Where(r => r.GetValueOrDefault("inventory") == "endpoints")
            .Select(r => new Row(Value(r, "kind"), Value(r, "route"), Value(r, "handler"), Value(r, "decision"), Value(r, "reason"), Value(r, "by"), Value(r, "justification")))
            .OrderBy(r => r.Handler, StringComparer.Ordinal).ThenBy(r => r.Route, StringComparer.Ordinal)];
    }

    /// <summary>The lines of a Program.cs between building the application and its types.</summary>
    public static Task<IReadOnlyList<Row>> OfApplication(string code, params (string Key, string Value)[] options) => Of(KK4501Host.Build + code, options);

    private static string Value(ImmutableDictionary<string, string?> record, string column) => record["col." + column]!.TrimStart('@', '=');

    private static CSharpCompilation Compile(string name, OutputKind kind, MetadataReference[] references, string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, path: $"/{name}/{(i == 0 ? "Program" : "File" + i)}.cs")),
            [.. KkReferenceAssemblies.AspNetCore, .. references],
            new CSharpCompilationOptions(kind));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(e => e.ToString())));
        return compilation;
    }
}
