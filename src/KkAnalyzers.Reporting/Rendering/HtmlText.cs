using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KkAnalyzers.Reporting;

/// <summary>
/// HTML being written. Literal parts of an interpolated string are markup, every hole is text and is encoded; only
/// <see cref="Markup"/> passes as it is. Forgetting to encode is therefore not possible.
/// </summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();

    public void Add([InterpolatedStringHandlerArgument("")] ref Handler handler) => _text.Append('\n');

    public override string ToString() => _text.ToString();

    /// <summary>Markup made of encoded holes, to be put into another piece.</summary>
    public static Markup Piece(ref PieceHandler handler) => handler.Markup;

    /// <summary>HTML that is ready.</summary>
    internal readonly record struct Markup(string Html)
    {
        public static Markup Join(IEnumerable<Markup> parts, string between = "") => new(string.Join(between, parts.Select(p => p.Html)));
    }

    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly StringBuilder _text;

        public Handler(int literalLength, int formattedCount, HtmlText page) => _text = page._text;

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => Encode(_text, text);

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup markup) => _text.Append(markup.Html);
    }

    [InterpolatedStringHandler]
    internal readonly ref struct PieceHandler
    {
        private readonly StringBuilder _text;

        public PieceHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

        public Markup Markup => new(_text.ToString());

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => Encode(_text, text);

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup markup) => _text.Append(markup.Html);
    }

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static void Encode(StringBuilder builder, string? text) => builder.Append(Encoder.Encode(Visible.Text(text)));
}
