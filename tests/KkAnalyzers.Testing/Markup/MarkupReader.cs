using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Takes the markup out of the files of a state and makes expected diagnostics of it.</summary>
internal sealed class MarkupReader(
    MarkupOptions options,
    MarkupMode mode,
    DiagnosticDescriptor? defaultDiagnostic,
    ImmutableArray<DiagnosticDescriptor> supportedDiagnostics,
    ImmutableArray<string> fixableDiagnostics)
{
    private readonly Dictionary<string, FileLinePositionSpan> _locations = [];

    public List<DiagnosticResult> Found { get; } = [];

    public (string Filename, SourceText Content) Read(string filename, SourceText content)
    {
        var input = content.ToString();
        TestFileMarkupParser.GetPositionsAndSpans(input, options.HasFlag(MarkupOptions.TreatPositionIndicatorsAsCode), out var output, out var positions, out var spans);
        if (output.Length == input.Length)
        {
            return (filename, content);
        }

        var text = SourceText.From(output, content.Encoding, content.ChecksumAlgorithm);
        foreach (var position in positions)
        {
            Add(string.Empty, filename, text, new TextSpan(position, 0), DiagnosticLocationOptions.IgnoreLength);
        }

        foreach (var (name, span) in spans.SelectMany(pair => pair.Value.Select(span => (pair.Key, span))).OrderBy(pair => pair.span.Start))
        {
            Add(name, filename, text, span, DiagnosticLocationOptions.None);
        }

        return (filename, text);
    }

    public DiagnosticResult Resolve(DiagnosticResult expected, string defaultPath)
    {
        if (expected.Spans.IsEmpty)
        {
            return expected;
        }

        return expected.WithSpans([.. expected.Spans.Select(Resolve)]).WithDefaultPath(defaultPath);
    }

    private DiagnosticLocation Resolve(DiagnosticLocation location)
    {
        if (!location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey))
        {
            return location;
        }

        var key = $"#{location.Span.StartLinePosition.Line}";
        return _locations.TryGetValue(key, out var span)
            ? new DiagnosticLocation(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey)
            : throw new InvalidOperationException($"The markup location '{key}' was not found in the input.");
    }

    private void Add(string name, string filename, SourceText text, TextSpan span, DiagnosticLocationOptions locationOptions)
    {
        var lines = text.Lines.GetLinePositionSpan(span);
        var place = new FileLinePositionSpan(filename, lines);
        if (name.StartsWith('#'))
        {
            if (!_locations.TryAdd(name, place))
            {
                throw new InvalidOperationException($"Input contains multiple markup locations with key '{name}'.");
            }

            return;
        }

        if (mode == MarkupMode.Ignore)
        {
            return;
        }

        var result = Create(name);
        if (mode != MarkupMode.IgnoreFixable || !fixableDiagnostics.Contains(result.Id))
        {
            Found.Add(result.WithSpan(place, locationOptions));
        }
    }

    private DiagnosticResult Create(string id)
    {
        var descriptor = id.Length == 0 ? defaultDiagnostic : supportedDiagnostics.FirstOrDefault(candidate => candidate.Id == id);
        if (descriptor is not null)
        {
            return new DiagnosticResult(descriptor).WithMessage(null).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
        }

        return id.Length != 0
            ? new DiagnosticResult(id, DiagnosticSeverity.Error).WithMessage(null).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity)
            : throw new InvalidOperationException("Markup syntax can only omit the diagnostic ID if the first analyzer only supports a single diagnostic.");
    }
}
