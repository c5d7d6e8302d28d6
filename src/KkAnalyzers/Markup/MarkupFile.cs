using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <summary>An additional file of text. Its text and its nodes are made once for all rules that read it.</summary>
internal sealed class MarkupFile
{
    // A cache, not state: the key is the text of the file, which an editor replaces when somebody types in it.
    private static readonly ConditionalWeakTable<SourceText, MarkupFile> Cache = new();

    private readonly Lazy<MarkupDocument> _document;

    private MarkupFile(SourceText source, MarkupDialect dialect)
    {
        Source = source;
        Dialect = dialect;
        Text = source.ToString();
        _document = new(() => MarkupDocument.Read(Text, dialect));
    }

    public SourceText Source { get; }

    public MarkupDialect Dialect { get; }

    /// <summary>All of the file, in one piece: for the cheap question whether the words of a rule are in it at all.</summary>
    public string Text { get; }

    /// <summary>The nodes; read when a rule first asks.</summary>
    public MarkupDocument Document => _document.Value;

    /// <summary>A page or view (<see cref="MarkupDocument.DialectOf"/>); null for other files and for those that cannot be read.</summary>
    public static MarkupFile? For(AdditionalText file, CancellationToken cancellation) =>
        MarkupDocument.DialectOf(file.Path) is { } dialect ? For(file, dialect, cancellation) : null;

    /// <summary>A file of which the caller knows what it is, such as a manifest; null when it cannot be read.</summary>
    /// <remarks>A file has one dialect: rules that disagreed would get what the first of them asked for.</remarks>
    public static MarkupFile? For(AdditionalText file, MarkupDialect dialect, CancellationToken cancellation) =>
        file.GetText(cancellation) is { } source ? Cache.GetValue(source, s => new MarkupFile(s, dialect)) : null;
}
