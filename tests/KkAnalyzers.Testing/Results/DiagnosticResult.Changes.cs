using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

public readonly partial struct DiagnosticResult
{
    /// <summary>Expects an error of the compiler.</summary>
    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    /// <summary>Expects a warning of the compiler.</summary>
    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    /// <summary>With another severity.</summary>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity)
        => new(_spans, _withoutMessage, _message, severity, Options, Id, MessageFormat, MessageArguments, IsSuppressed);

    /// <summary>With arguments of its message.</summary>
    public DiagnosticResult WithArguments(params object[] arguments)
        => new(_spans, _withoutMessage, _message, Severity, Options, Id, MessageFormat, arguments, IsSuppressed);

    /// <summary>With a message; null for any.</summary>
    public DiagnosticResult WithMessage(string? message)
        => new(_spans, message is null, message, Severity, Options, Id, MessageFormat, MessageArguments, IsSuppressed);

    /// <summary>With the format of its message.</summary>
    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat)
        => new(_spans, _withoutMessage, _message, Severity, Options, Id, messageFormat, MessageArguments, IsSuppressed);

    /// <summary>Compared in another way.</summary>
    public DiagnosticResult WithOptions(DiagnosticOptions options)
        => new(_spans, _withoutMessage, _message, Severity, options, Id, MessageFormat, MessageArguments, IsSuppressed);

    /// <summary>Suppressed, not suppressed, or (null) either.</summary>
    public DiagnosticResult WithIsSuppressed(bool? isSuppressed)
        => new(_spans, _withoutMessage, _message, Severity, Options, Id, MessageFormat, MessageArguments, isSuppressed);

    /// <summary>Without locations.</summary>
    public DiagnosticResult WithNoLocation() => WithSpans([]);

    /// <summary>With a path for the locations that have none.</summary>
    public DiagnosticResult WithDefaultPath(string path)
    {
        if (Spans.IsEmpty)
        {
            return this;
        }

        return WithSpans([.. Spans.Select(location => location.Span.Path.Length != 0 || location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey)
            ? location
            : new DiagnosticLocation(new FileLinePositionSpan(path, location.Span.Span), location.Options))]);
    }

    /// <summary>With all locations moved by some lines.</summary>
    public DiagnosticResult WithLineOffset(int offset) => WithLineOffset(offset, static _ => true);

    internal DiagnosticResult WithLineOffset(int offset, Func<string, bool> isIncluded)
        => WithSpans([.. Spans.Select(location => isIncluded(location.Span.Path) ? Move(location, offset) : location)]);

    internal DiagnosticResult WithSpans(ImmutableArray<DiagnosticLocation> spans)
        => new(spans, _withoutMessage, _message, Severity, Options, Id, MessageFormat, MessageArguments, IsSuppressed);

    private static DiagnosticLocation Move(DiagnosticLocation location, int offset)
    {
        var start = location.Span.StartLinePosition;
        var end = location.Span.EndLinePosition;
        var span = new FileLinePositionSpan(location.Span.Path, new(start.Line + offset, start.Character), new(end.Line + offset, end.Character));
        return new DiagnosticLocation(span, location.Options);
    }
}
