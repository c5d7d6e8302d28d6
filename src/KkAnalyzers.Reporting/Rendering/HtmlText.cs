using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KkAnalyzers.Reporting;

/// <summary>
/// HTML being written. Literal parts of an interpolated string are markup, every hole is text and is encoded; only
/// <see cref="Markup"/> passes as it is. Forgetting to encode is therefore not possible. Line ends are <c>\n</c>, whatever those
/// of the source file are.
/// </summary>
internal sealed class HtmlText(TextWriter writer)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly TextWriter _writer = writer;

    public void Add([InterpolatedStringHandlerArgument("")] ref Handler handler) => _writer.Write('\n');

    /// <summary>Markup made of encoded holes, to be put into another piece.</summary>
    public static Markup Piece(ref PieceHandler handler) => handler.Markup;

    private static string Lines(string markup) => markup.Contains('\r', StringComparison.Ordinal) ? markup.ReplaceLineEndings("\n") : markup;

    /// <summary>HTML that is ready.</summary>
    internal readonly record struct Markup(string Html)
    {
        public static Markup Join(IEnumerable<Markup> parts, string between = "") => new(string.Join(between, parts.Select(p => p.Html)));
    }

    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly TextWriter _writer;

        public Handler(int literalLength, int formattedCount, HtmlText page) => _writer = page._writer;

        public void AppendLiteral(string markup) => _writer.Write(Lines(markup));

        public void AppendFormatted(string? text) => Encoder.Encode(_writer, Visible.Text(text));

        // Without it, a character would be written as its number.
        public void AppendFormatted(char character) => AppendFormatted(character.ToString());

        public void AppendFormatted(int number) => _writer.Write(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup markup) => _writer.Write(markup.Html);
    }

    [InterpolatedStringHandler]
    internal readonly ref struct PieceHandler
    {
        private readonly StringBuilder _text;

        public PieceHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

        public Markup Markup => new(_text.ToString());

        public void AppendLiteral(string markup) => _text.Append(Lines(markup));

        public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(Visible.Text(text)));

        public void AppendFormatted(char character) => AppendFormatted(character.ToString());

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup markup) => _text.Append(markup.Html);
    }
}
