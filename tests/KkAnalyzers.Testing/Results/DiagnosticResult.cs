using System.Collections.Immutable;
using System.Globalization;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An expected diagnostic.</summary>
public readonly partial struct DiagnosticResult
{
    /// <summary>No expected diagnostics.</summary>
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    private readonly ImmutableArray<DiagnosticLocation> _spans;
    private readonly bool _withoutMessage;
    private readonly string? _message;

    /// <summary>Expects a diagnostic by its id and severity, with any message.</summary>
    public DiagnosticResult(string id, DiagnosticSeverity severity)
        : this()
    {
        Id = id;
        Severity = severity;
    }

    /// <summary>Expects a diagnostic by its descriptor.</summary>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this()
    {
        Id = descriptor.Id;
        Severity = descriptor.DefaultSeverity;
        MessageFormat = descriptor.MessageFormat;
    }

    private DiagnosticResult(
        ImmutableArray<DiagnosticLocation> spans,
        bool withoutMessage,
        string? message,
        DiagnosticSeverity severity,
        DiagnosticOptions options,
        string id,
        LocalizableString? messageFormat,
        object?[]? messageArguments,
        bool? isSuppressed)
    {
        _spans = spans;
        _withoutMessage = withoutMessage;
        _message = message;
        Severity = severity;
        Options = options;
        Id = id;
        MessageFormat = messageFormat;
        MessageArguments = messageArguments;
        IsSuppressed = isSuppressed;
    }

    /// <summary>The first is the location, the others are the additional locations.</summary>
    public ImmutableArray<DiagnosticLocation> Spans => _spans.IsDefault ? [] : _spans;

    /// <summary>Its severity.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>How it is compared.</summary>
    public DiagnosticOptions Options { get; }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its message; null for any.</summary>
    public string? Message
    {
        get
        {
            if (_message is not null || _withoutMessage || MessageFormat is null)
            {
                return _message;
            }

            try
            {
                return string.Format(CultureInfo.InvariantCulture, MessageFormat.ToString(CultureInfo.InvariantCulture), MessageArguments ?? []);
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }

    /// <summary>The format of its message.</summary>
    public LocalizableString? MessageFormat { get; }

    /// <summary>The arguments of its message.</summary>
    public object?[]? MessageArguments { get; }

    /// <summary>Whether it is suppressed; null for either.</summary>
    public bool? IsSuppressed { get; }

    /// <summary>Whether it has a location.</summary>
    public bool HasLocation => !Spans.IsEmpty;

    /// <inheritdoc/>
    public override string ToString() => DiagnosticText.Describe(this);
}
