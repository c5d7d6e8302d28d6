using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.PersonalData;

/// <summary>Gives a test the model of a compilation, made as an analyzer makes it.</summary>
internal static class ModelProbe
{
    /// <summary>Before the name of an option that stands in <c>[*.cs]</c> and not in a global file.</summary>
    public const string PerFile = "[*.cs] ";

    private static readonly Lazy<Task<ImmutableArray<MetadataReference>>> Net = new(() => ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, default));

    /// <summary>The compilation of the code, which must compile, with the .NET reference assemblies.</summary>
    public static async Task<CSharpCompilation> Compile(params string[] code)
    {
        var compilation = CSharpCompilation.Create(
            "Care",
            code.Select((c, i) => CSharpSyntaxTree.ParseText(c, path: $"/src/File{i}.cs")),
            await Net.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(e => e.ToString())));
        return compilation;
    }

    /// <summary>The model of the compilation, with these options (<c>kk.x</c>) and additional files.</summary>
    public static async Task<PersonalDataModel> Model(
        Compilation compilation, IReadOnlyDictionary<string, string>? options = null, params (string Path, string Text)[] files)
    {
        // Two analyzers of one compilation share one model.
        PersonalDataModel? model = null;
        PersonalDataModel? second = null;
        var with = compilation.WithAnalyzers(
            [new Probe(c => model = PersonalDataModel.For(c)), new Probe(c => second = PersonalDataModel.For(c))],
            new AnalyzerOptions(
                [.. files.Select(f => (AdditionalText)new TextFile(f.Path, f.Text))],
                new Options(options ?? ImmutableDictionary<string, string>.Empty)));
        var diagnostics = await with.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(diagnostics);
        Assert.Same(model, second);
        return model!;
    }

    /// <summary>Model and compilation of the code.</summary>
    public static async Task<(PersonalDataModel Model, CSharpCompilation Compilation)> Of(
        string code, IReadOnlyDictionary<string, string>? options = null, params (string Path, string Text)[] files)
    {
        var compilation = await Compile(code);
        return (await Model(compilation, options, files), compilation);
    }

    /// <summary>
    /// What an analyzer records (KK9001) in a build that makes a report: its record, and its rows. An option whose key begins with
    /// a slash is an additional file.
    /// </summary>
    public static async Task<IReadOnlyList<ImmutableDictionary<string, string?>>> Records(
        Compilation compilation, DiagnosticAnalyzer analyzer, params (string Key, string Value)[] options)
    {
        var values = new Dictionary<string, string> { ["build_property.KkInspection"] = "true" };
        foreach (var (key, value) in options.Where(o => o.Key[0] != '/'))
        {
            values[key] = value;
        }

        ImmutableArray<AdditionalText> files = [.. options.Where(o => o.Key[0] == '/').Select(o => new TextFile(o.Key, o.Value))];

        var diagnostics = await compilation.WithAnalyzers([analyzer], new AnalyzerOptions(files, new Options(values))).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Where(d => d.Id == "KK9001").Select(d => d.Properties)];
    }

    /// <summary>The rows that the analyzer writes into one inventory of the report, in the order of type and member.</summary>
    public static async Task<IReadOnlyList<ImmutableDictionary<string, string?>>> Rows(
        Compilation compilation, DiagnosticAnalyzer analyzer, string inventory, params (string Key, string Value)[] options) =>
        [.. (await Records(compilation, analyzer, options))
            .Where(r => r.GetValueOrDefault("inventory") == inventory)
            .OrderBy(r => r["col.type"], StringComparer.Ordinal).ThenBy(r => r["col.member"], StringComparer.Ordinal)];

    /// <summary>A member by <c>Type.Member</c>.</summary>
    public static ISymbol Member(this Compilation compilation, string name)
    {
        var dot = name.LastIndexOf('.');
        var type = compilation.GetTypeByMetadataName(name[..dot]);
        Assert.NotNull(type);
        return Assert.Single(type.GetMembers(name[(dot + 1)..]));
    }

#pragma warning disable RS1001, RS1036 // a test hands this analyzer over itself
    private sealed class Probe(Action<KkContext> action) : KkDiagnosticAnalyzer(RuleCatalog.KK9002)
#pragma warning restore RS1001, RS1036
    {
        private protected override void Register(KkContext context) => action(context);
    }

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        private readonly Values _forCode = new(values.ToDictionary(v => v.Key.Replace(PerFile, "", StringComparison.Ordinal), v => v.Value));

        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _forCode;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
