using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Benchmarks;

/// <summary>A code base to measure on: everything that the compiler hands to an analyzer.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Compilation">Parsed, generators run, not yet bound.</param>
/// <param name="AdditionalFiles">Additional files of the project.</param>
/// <param name="Config">Its analyzer configuration.</param>
/// <param name="Whole">True when it must compile without errors.</param>
internal sealed record Subject(string Name, CSharpCompilation Compilation, ImmutableArray<AdditionalText> AdditionalFiles, AnalyzerConfigSet Config, bool Whole)
{
    private static readonly AnalyzerConfigSet NoConfig = AnalyzerConfigSet.Create(Array.Empty<AnalyzerConfig>());

    public int Files => Compilation.SyntaxTrees.Length;

    public int Lines => Compilation.SyntaxTrees.Sum(t => t.GetText().Lines.Count);

    /// <summary>The same trees, nothing bound: what an analyzer driver starts from.</summary>
    public CSharpCompilation Fresh() => Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(Compilation.SyntaxTrees);

    /// <param name="inspection">True to ask for inspection records, as a build that writes a report does.</param>
    public AnalyzerOptions ForAnalyzers(bool inspection = false) => new(AdditionalFiles, new ConfigProvider(Config, inspection));

    public static Subject Generated(int files) => new($"generated care back end, {files} files", CareCode.Create(files), [], NoConfig, true);

    public static Subject Of(string name, string source) => new(name, CareCode.Create(source), [], NoConfig, true);

    /// <summary>A code base from the command line that its build gave to the compiler.</summary>
    /// <param name="file">A response file with one argument a line, or what MSBuild's <c>-getItem:CscCommandLineArgs</c> printed.</param>
    /// <param name="folder">Folder of the project.</param>
    public static Subject FromArguments(string file, string folder)
    {
        var line = CSharpCommandLineParser.Default.Parse(Arguments(File.ReadAllText(file)), folder, sdkDirectory: null);
        var trees = new SyntaxTree[line.SourceFiles.Length];
        Parallel.For(0, trees.Length, i => trees[i] = Parse(line, line.SourceFiles[i].Path));
        var references = line.MetadataReferences
            .Select(r => (Path: Path.GetFullPath(r.Reference, folder), r.Properties))
            .Select(r => File.Exists(r.Path) ? (MetadataReference)MetadataReference.CreateFromFile(r.Path, r.Properties) : throw new FileNotFoundException("build the project first", r.Path));
        var config = AnalyzerConfigSet.Create(line.AnalyzerConfigPaths.Where(File.Exists).Select(p => AnalyzerConfig.Parse(File.ReadAllText(p), p)).ToList());
        var options = line.CompilationOptions.WithSourceReferenceResolver(new SourceFileResolver([], folder)).WithXmlReferenceResolver(new XmlFileResolver(folder))
            .WithCryptoKeyFile(null).WithPublicSign(false).WithDelaySign(null);
        var compilation = CSharpCompilation.Create(line.CompilationName ?? Path.GetFileNameWithoutExtension(file), trees, references, options);
        ImmutableArray<AdditionalText> additional = [.. line.AdditionalFiles.Where(f => File.Exists(f.Path)).Select(f => new FileText(f.Path))];

        // What generators add is part of the code base; that they ran is not measured.
        ImmutableArray<string> files = [.. line.AnalyzerReferences.Select(r => Path.GetFullPath(r.FilePath, folder)).Where(File.Exists)];
        var generators = new Peer("generators", "generators of the project", "", files).Generators();
        CSharpGeneratorDriver.Create(generators, additional, line.ParseOptions, new ConfigProvider(config, inspection: false))
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return new Subject(Path.GetFileNameWithoutExtension(file), (CSharpCompilation)whole, additional, config, false);
    }

    private static IEnumerable<string> Arguments(string text)
    {
        if (!text.StartsWith('{'))
        {
            return text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && !l.StartsWith('#'));
        }

        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(a => a.GetProperty("Identity").GetString()!)];
    }

    private static SyntaxTree Parse(CSharpCommandLineArguments line, string path)
    {
        using var stream = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream, line.Encoding, line.ChecksumAlgorithm), line.ParseOptions, path);
    }

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(Path));
    }

    private sealed class ConfigProvider(AnalyzerConfigSet config, bool inspection) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(
            inspection ? config.GlobalConfigOptions.AnalyzerOptions.SetItem("build_property.KkInspection", "true") : config.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(config.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(config.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _values = values.WithComparers(KeyComparer);

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
