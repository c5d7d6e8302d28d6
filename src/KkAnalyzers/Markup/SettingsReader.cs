using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <summary>A text in a settings file.</summary>
/// <param name="Path">Keys from the root, with colons between them as in .NET configuration: <c>Api:BaseUrl</c>.</param>
/// <param name="Value">With escapes resolved.</param>
/// <param name="Span">Between the quotes.</param>
internal sealed record SettingText(string Path, string Value, TextSpan Span);

/// <summary>
/// The texts of a JSON settings file, with their keys. Takes what .NET configuration takes: comments and commas at the end.
/// One pass, no recursion. What cannot be read ends the reading; what came before counts.
/// </summary>
internal sealed class SettingsReader
{
    private readonly string _text;
    private readonly List<SettingText> _values = [];
    private readonly Stack<(bool IsArray, string Path)> _open = new();
    private int _at;

    private SettingsReader(string text) => _text = text;

    /// <summary>True for <c>appsettings.json</c> and its variants.</summary>
    public static bool IsSettings(string path)
    {
        var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return file.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The texts, and whether the whole file could be read.</summary>
    public static (IReadOnlyList<SettingText> Values, bool IsWhole) Read(string text)
    {
        var reader = new SettingsReader(text);
        var whole = reader.Read();
        return (reader._values, whole);
    }

    private bool Read()
    {
        string? key = null;
        var items = new Stack<int>();
        while (true)
        {
            if (!SkipSpace())
            {
                return false;
            }

            if (_at >= _text.Length)
            {
                return _open.Count == 0;
            }

            var c = _text[_at];
            switch (c)
            {
                case '{' or '[':
                    _open.Push((c == '[', Path()));
                    items.Push(0);
                    key = null;
                    _at++;
                    break;
                case '}' or ']':
                    if (_open.Count == 0 || _open.Pop().IsArray != (c == ']'))
                    {
                        return false;
                    }

                    items.Pop();
                    key = null;
                    _at++;
                    break;
                case ',':
                    key = null;
                    if (items.Count > 0)
                    {
                        items.Push(items.Pop() + 1);
                    }

                    _at++;
                    break;
                case ':':
                    _at++;
                    break;
                case '"':
                    var start = _at + 1;
                    if (ReadText() is not { } value)
                    {
                        return false;
                    }

                    if (_open.Count > 0 && !_open.Peek().IsArray && key is null)
                    {
                        key = value;
                    }
                    else
                    {
                        _values.Add(new SettingText(Path(), value, TextSpan.FromBounds(start, _at - 1)));
                    }

                    break;
                default:
                    if (!char.IsLetterOrDigit(c) && c is not ('-' or '+' or '.'))
                    {
                        return false;
                    }

                    _at++;
                    break;
            }
        }

        string Path()
        {
            if (_open.Count == 0)
            {
                return "";
            }

            var (isArray, path) = _open.Peek();
            var own = isArray ? items.Peek().ToString(CultureInfo.InvariantCulture) : key ?? "";
            return path.Length == 0 ? own : path + ":" + own;
        }
    }

    /// <summary>False in a comment that does not end.</summary>
    private bool SkipSpace()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
            {
                var end = _text.IndexOf('\n', _at);
                _at = end < 0 ? _text.Length : end;
            }
            else if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0)
            {
                var end = _text.IndexOf("*/", _at, StringComparison.Ordinal);
                if (end < 0)
                {
                    return false;
                }

                _at = end + 2;
            }
            else
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>At a quote; behind the closing one afterwards. Null when there is none.</summary>
    private string? ReadText()
    {
        var builder = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '"':
                    _at++;
                    return builder.ToString();
                case '\n':
                    return null;
                case '\\' when _at + 1 < _text.Length:
                    _at++;
                    if (_text[_at] == 'u' && _at + 4 < _text.Length
                        && int.TryParse(_text.Substring(_at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
                    {
                        builder.Append((char)code);
                        _at += 4;
                    }
                    else
                    {
                        builder.Append(_text[_at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
                    }

                    break;
                default:
                    builder.Append(_text[_at]);
                    break;
            }
        }

        return null;
    }
}
