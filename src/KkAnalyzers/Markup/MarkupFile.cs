using System.Runtime.CompilerServices;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <summary>An additional file of text. Its text and its nodes are made once for all rules that read it.</summary>
internal sealed class MarkupFile
{
    /// <summary>A character that no text has, this near to the start, means pictures or programs under the name of a page.</summary>
    private const int Searched = 8000;

    // A cache, not state: the key is the text of the file, which an editor replaces when somebody types in it.
    private static readonly ConditionalWeakTable<SourceText, MarkupFile> Cache = new();

    private readonly Lazy<MarkupDocument> _document;

    private MarkupFile(SourceText source, MarkupDialect dialect)
    {
        Source = source;
        Dialect = dialect;
        Text = source.ToString();
        IsText = Text.IndexOf('\0', 0, Math.Min(Searched, Text.Length)) < 0;
        if (!IsText)
        {
            Text = "";
        }

        _document = new(() => MarkupDocument.Read(Text, dialect));
    }

    public SourceText Source { get; }

    public MarkupDialect Dialect { get; }

    /// <summary>False for a file that is none for people: it then has no text and no nodes here.</summary>
    public bool IsText { get; }

    /// <summary>All of the file, in one piece: for the cheap question whether the words of a rule are in it at all.</summary>
    public string Text { get; }

    /// <summary>The nodes; read when a rule first asks.</summary>
    public MarkupDocument Document => _document.Value;

    /// <summary>A page or view (<see cref="MarkupDocument.DialectOf"/>); null for other files and for those that cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="inspections">Rules that would have looked at it; where it cannot be read their silence proves nothing.</param>
    public static MarkupFile? For(AdditionalText file, CancellationToken cancellation, params Inspection[] inspections) =>
        MarkupDocument.DialectOf(file.Path) is { } dialect ? For(file, dialect, cancellation, inspections) : null;

    /// <summary>A file of which the caller knows what it is, such as a manifest; null when it cannot be read.</summary>
    /// <remarks>A file has one dialect: rules that disagreed would get what the first of them asked for.</remarks>
    public static MarkupFile? For(AdditionalText file, MarkupDialect dialect, CancellationToken cancellation, params Inspection[] inspections)
    {
        var found = file.GetText(cancellation) is { } source ? Cache.GetValue(source, s => new MarkupFile(s, dialect)) : null;
        if (found is { IsText: true })
        {
            return found;
        }

        foreach (var inspection in inspections)
        {
            inspection.NotFollowed();
        }

        return null;
    }
}
