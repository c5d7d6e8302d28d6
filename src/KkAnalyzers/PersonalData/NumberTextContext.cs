namespace KkAnalyzers.PersonalData;

/// <summary>
/// What stands around a number in a text: JSON, XML, HTML, SQL, CSV, or a sentence. It looks a bounded way back and forth, so
/// that a large file costs no more for each number than a small one.
/// </summary>
internal sealed class NumberTextContext
{
    /// <summary>Characters that are looked at to each side of a number.</summary>
    private const int Reach = 2000;
    private const int LongestName = 60;

    private readonly string _text;
    private readonly bool _isTable;
    private readonly char _separator;
    private readonly string[] _columns = [];
    private readonly int _headerEnd;

    /// <param name="text">The text.</param>
    /// <param name="isTable">It is a table with a first line of column names (CSV).</param>
    public NumberTextContext(string text, bool isTable)
    {
        _text = text;
        if (isTable)
        {
            _headerEnd = LineEnd(0);
            var header = text.Substring(0, _headerEnd);
            _separator = new[] { ';', '\t', '|', ',' }.FirstOrDefault(c => header.IndexOf(c) >= 0);
            _isTable = _separator != '\0';
            _columns = header.Split(_separator).Select(c => c.Trim().Trim('"', '\uFEFF')).ToArray();
        }
    }

    /// <summary>Adds what the text says about the number from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public void Describe(int start, int end, NumberContext context)
    {
        if (_isTable)
        {
            if (start > _headerEnd)
            {
                Row(start, context);
            }

            return;
        }

        Before(start, context);
        if (IsOneOf(context.Names.FirstOrDefault(), "value", "text", "content", "placeholder"))
        {
            Around(start, context);
        }

        Object(start, end, context);
    }

    private void Row(int start, NumberContext context)
    {
        var lineStart = _text.LastIndexOf('\n', start) + 1;
        var column = 0;
        var quoted = false;
        for (var i = lineStart; i < start; i++)
        {
            if (_text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (_text[i] == _separator && !quoted)
            {
                column++;
            }
        }

        if (column < _columns.Length)
        {
            context.Names.Add(_columns[column]);
            context.Beside.AddRange(_columns.Where((_, i) => i != column));
        }

        context.Texts.Add(_text.Substring(lineStart, Math.Min(LineEnd(start) - lineStart, Reach)));
    }

    /// <summary>The name in front of the number: <c>"insz": "</c>, <c>insz=</c>, <c>&lt;insz&gt;</c>, <c>INSZ </c>.</summary>
    private void Before(int start, NumberContext context)
    {
        var least = Math.Max(0, start - Reach);
        var at = Skip(start - 1, least, " \t\"'\\");
        if (at >= least && _text[at] == 'N' && at < start - 1 && _text[at + 1] == '\'')
        {
            at = Skip(at - 1, least, " \t"); // N'…' of SQL
        }

        if (at < least)
        {
            return;
        }

        switch (_text[at])
        {
            case ':' or '=':
                at = Skip(at, least, ":=> \t");
                if (at >= least && _text[at] is '"' or '\'')
                {
                    at = Skip(at, least, "\"'\\");
                }

                AddName(at, least, context);
                Attributes(start, context);
                break;
            case '>':
                Element(at, least, context);
                break;
            case ',' or '(' or '\n' or '\r':
                SqlRow(start, context);
                break;
            default:
                // A word in a sentence; after a comma or a bracket there is none.
                if (char.IsLetter(_text[at]) && at < start - 1)
                {
                    AddName(at, least, context);
                }

                break;
        }
    }

    /// <summary>The word that ends here, and the same with the word before it: "numéro national : …".</summary>
    private void AddName(int last, int least, NumberContext context)
    {
        var first = WordStart(last, least);
        if (first > last)
        {
            return;
        }

        context.Names.Add(_text.Substring(first, last - first + 1));
        if (first - 2 >= least && _text[first - 1] == ' ' && WordStart(first - 2, least) is var before && before < first - 1)
        {
            context.Names.Add(_text.Substring(before, last - before + 1));
        }
    }

    private int WordStart(int last, int least)
    {
        var first = last;
        while (first >= least && last - first < LongestName && (char.IsLetterOrDigit(_text[first]) || _text[first] is '_' or '-'))
        {
            first--;
        }

        return first + 1;
    }

    /// <summary>The element around the number, and what its attributes say: <c>&lt;id S="INSS"&gt;</c>.</summary>
    private void Element(int tagEnd, int least, NumberContext context)
    {
        var tag = _text.LastIndexOf('<', tagEnd, tagEnd - least + 1);
        if (tag < 0 || tag + 1 >= _text.Length || _text[tag + 1] is '/' or '!')
        {
            return;
        }

        var name = tag + 1;
        while (name < tagEnd && !char.IsWhiteSpace(_text[name]))
        {
            name++;
        }

        var element = _text.Substring(tag + 1, name - tag - 1);
        context.Names.Add(element.Substring(element.LastIndexOf(':') + 1));
        Quoted(name, tagEnd, context);
    }

    /// <summary>For <c>value="…"</c>: what else its tag says.</summary>
    private void Attributes(int start, NumberContext context)
    {
        var least = Math.Max(0, start - Reach);
        var tag = start == 0 ? -1 : _text.LastIndexOfAny(['<', '>'], start - 1, start - least);
        if (tag >= 0 && _text[tag] == '<' && IsOneOf(context.Names.FirstOrDefault(), "value", "content", "placeholder", "text"))
        {
            Quoted(tag, start, context);
        }
    }

    private void Quoted(int from, int to, NumberContext context)
    {
        for (var i = _text.IndexOf('"', from, to - from); i >= 0 && i + 1 < to;)
        {
            var close = _text.IndexOf('"', i + 1, to - i - 1);
            if (close < 0)
            {
                return;
            }

            if (close > i + 1 && close - i < LongestName)
            {
                context.Names.Add(_text.Substring(i + 1, close - i - 1));
            }

            i = close + 1 < to ? _text.IndexOf('"', close + 1, to - close - 1) : -1;
        }
    }

    /// <summary>For a key that only says "value": the system or name beside it (FHIR, resources).</summary>
    private void Around(int start, NumberContext context)
    {
        var least = Math.Max(0, start - 300);
        foreach (var key in (string[])["system\"", "system value=", "name=", "name\"", "type\"", "code\""])
        {
            var at = _text.LastIndexOf(key, start, start - least + 1, StringComparison.OrdinalIgnoreCase);
            var open = at < 0 ? -1 : _text.IndexOf('"', at + key.Length);
            var close = open < 0 || open >= start ? -1 : _text.IndexOf('"', open + 1);
            if (close > open + 1 && close < start && close - open < 200)
            {
                context.Names.Add(_text.Substring(open + 1, close - open - 1));
                return;
            }
        }
    }

    /// <summary>The column of a value in <c>INSERT INTO t (columns) VALUES (values)</c>.</summary>
    private void SqlRow(int start, NumberContext context)
    {
        var least = Math.Max(0, start - Reach);
        var column = 0;
        var depth = 0;
        var quoted = start > 0 && _text[start - 1] == '\'';
        var open = -1;
        for (var i = start - 1; i >= least && open < 0; i--)
        {
            switch (_text[i])
            {
                case '\'': quoted = !quoted; break;
                case ',' when !quoted && depth == 0: column++; break;
                case ')' when !quoted: depth++; break;
                case '(' when !quoted && depth > 0: depth--; break;
                case '(' when !quoted: open = i; break;
            }
        }

        const int Statement = 20 * Reach;
        var from = Math.Max(0, start - Statement);
        if (open < 0 || _text.LastIndexOf("VALUES", open, open - from + 1, StringComparison.OrdinalIgnoreCase) is not (> 0 and var values)
            || _text.LastIndexOf("INSERT", values, values - from + 1, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var insert)
            || _text.IndexOf('(', insert, values - insert) is not (> 0 and var first)
            || _text.IndexOf(')', first, values - first) is not (> 0 and var last))
        {
            return;
        }

        var columns = _text.Substring(first + 1, last - first - 1).Split(',').Select(c => c.Trim().Trim('[', ']', '"', '`')).ToArray();
        if (column < columns.Length)
        {
            context.Names.Add(columns[column]);
            context.Beside.AddRange(columns.Where((_, i) => i != column));
            var end = _text.IndexOf(')', start);
            context.Texts.Add(_text.Substring(open, Math.Min((end < 0 ? _text.Length : end) - open, Reach)));
        }
    }

    /// <summary>The JSON object around the number: its keys with a value of their own, and its text.</summary>
    private void Object(int start, int end, NumberContext context)
    {
        var open = start - 1;
        for (var depth = 0; open >= 0 && start - open < Reach; open--)
        {
            depth += _text[open] switch { '}' => 1, '{' => -1, _ => 0 };
            if (depth < 0)
            {
                break;
            }
        }

        if (open < 0 || _text[open] != '{')
        {
            var lineStart = start == 0 ? 0 : _text.LastIndexOf('\n', start - 1) + 1;
            lineStart = Math.Max(lineStart, start - Reach);
            context.Texts.Add(_text.Substring(lineStart, Math.Min(LineEnd(end), end + Reach) - lineStart));
            return;
        }

        var close = end;
        for (var depth = 0; close < _text.Length && close - end < Reach; close++)
        {
            depth += _text[close] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0)
            {
                break;
            }
        }

        var inner = _text.Substring(open, close - open);
        context.Texts.Add(inner);
        for (var colon = inner.IndexOf(':'); colon > 0; colon = inner.IndexOf(':', colon + 1))
        {
            var quote = colon - 1;
            while (quote > 0 && inner[quote] is ' ' or '\\')
            {
                quote--;
            }

            if (inner[quote] != '"' || quote == 0)
            {
                continue;
            }

            var begin = inner.LastIndexOf('"', quote - 1);
            var value = colon + 1;
            while (value < inner.Length && inner[value] is ' ' or '\\')
            {
                value++;
            }

            // Only a key with a text: null or a number is no name of anybody.
            if (begin >= 0 && quote - begin - 1 is > 1 and < LongestName && value + 1 < inner.Length && inner[value] == '"' && inner[value + 1] != '"')
            {
                context.Beside.Add(inner.Substring(begin + 1, quote - begin - 1).TrimEnd('\\'));
            }
        }
    }

    private int Skip(int at, int least, string signs)
    {
        while (at >= least && signs.IndexOf(_text[at]) >= 0)
        {
            at--;
        }

        return at;
    }

    private int LineEnd(int from) => _text.IndexOfAny(['\r', '\n'], from) is >= 0 and var end ? end : _text.Length;

    private static bool IsOneOf(string? name, params string[] names) => name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
