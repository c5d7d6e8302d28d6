using System.Globalization;
using System.Runtime.CompilerServices;
using KkAnalyzers.Connections;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Settings;

/// <summary>
/// The values of a JSON file with their keys and places. Comments and trailing commas are allowed, as the configuration of .NET
/// allows them. Goes once over the text, without recursion, and over mistakes, because templates of settings have them.
/// </summary>
internal sealed class JsonSettings
{
    /// <summary>
    /// Levels that System.Text.Json reads, and with it the configuration of .NET. Deeper keys are read without their path: a path
    /// for each of ten thousand levels would be as long as the square of the file.
    /// </summary>
    private const int DeepestPath = 64;

    /// <summary>Keys are short; the path of a thousand values below one of a megabyte would be a gigabyte.</summary>
    private const int LongestPath = 4096;

    // A cache, not state: several rules read the same settings.
    private static readonly ConditionalWeakTable<SourceText, Lazy<(IReadOnlyList<Setting> Settings, bool IsWhole)>> Cache = new();

    private static readonly char[] QuotedEnds = ['"', '\\', '\n'];

    private readonly string _json;
    private readonly List<Setting> _settings = [];
    private readonly Stack<Level> _open = new();
    private bool _isWhole = true;
    private int _at;

    // What stands before the colon, and where it starts.
    private string? _key;
    private int _keyStart;

    private JsonSettings(string json) => _json = json;

    /// <summary>The values, and whether the file is JSON up to its end; when it is not, values behind the mistake may be missing.</summary>
    public static (IReadOnlyList<Setting> Settings, bool IsWhole) Read(string json)
    {
        var reader = new JsonSettings(json);
        while (reader._at < json.Length)
        {
            reader.Next(json[reader._at]);
        }

        return (reader._settings, reader._isWhole && reader._open.Count == 0);
    }

    /// <summary>The same for the text of a file, read once for all rules.</summary>
    public static (IReadOnlyList<Setting> Settings, bool IsWhole) For(SourceText source) =>
        Cache.GetValue(source, static s => new(() => Read(s.ToString()))).Value;

    private void Next(char c)
    {
        switch (c)
        {
            case '{' or '[':
                var (path, section, name) = Place();
                _open.Push(new(path, section, name, c == '['));
                _key = null;
                break;
            case '}' or ']':
                _isWhole &= _open.Count > 0 && _open.Pop().IsArray == (c == ']');
                _key = null;
                break;
            case ',':
                _key = null;
                if (_open.Count > 0)
                {
                    _open.Peek().Item++;
                }

                break;
            case '"':
                Text();
                return;
            case '/' when Follows('/'):
                Skip(_json.IndexOf('\n', _at));
                return;
            case '/' when Follows('*'):
                var end = _json.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _isWhole &= end >= 0;
                Skip(end < 0 ? end : end + 2);
                return;
            case '-' or '+' or '.':
            case var sign when char.IsLetterOrDigit(sign):
                Literal();
                return;
            default:
                _isWhole &= c is ':' or '\uFEFF' || char.IsWhiteSpace(c);
                break;
        }

        _at++;
    }

    private bool Follows(char next) => _at + 1 < _json.Length && _json[_at + 1] == next;

    private void Skip(int to) => _at = to < 0 ? _json.Length : to;

    private void Text()
    {
        var start = _at;
        if (Quoted() is not { } text)
        {
            _isWhole = false;
        }
        else if (_key is null && _open.Count > 0 && !_open.Peek().IsArray)
        {
            _key = text.Value;
            _keyStart = start;
        }
        else
        {
            Add(text, start, isText: true);
        }
    }

    private void Literal()
    {
        var start = _at;
        while (_at < _json.Length && (char.IsLetterOrDigit(_json[_at]) || _json[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        Add(PlacedText.Plain(_json.Substring(start, _at - start), start), start, isText: false);
    }

    private void Add(PlacedText value, int start, bool isText)
    {
        var (path, section, name) = Place();
        _settings.Add(new(path, section, name, value, TextSpan.FromBounds(_key is null ? start : _keyStart, _at), isText));
        _key = null;
    }

    /// <summary>Path, section and name of the value that comes.</summary>
    private (string Path, string Section, string Name) Place()
    {
        if (_open.Count == 0)
        {
            return ("", "", "");
        }

        var level = _open.Peek();
        var own = level.IsArray ? level.Item.ToString(CultureInfo.InvariantCulture) : _key ?? "";
        if (_open.Count > DeepestPath || level.Path.Length > LongestPath)
        {
            _isWhole = false;
            return level.IsArray ? (level.Path, level.Section, level.Name) : (level.Path, level.Name, own);
        }

        var path = level.Path.Length == 0 ? own : level.Path + ":" + own;
        return level.IsArray ? (path, level.Section, level.Name) : (path, level.Name, own);
    }

    /// <summary>From the opening quote to behind the closing one; null, and to the end of the line, when there is none.</summary>
    private PlacedText? Quoted()
    {
        // Without escapes it stands in the file as it is.
        var stop = _json.IndexOfAny(QuotedEnds, _at + 1);
        if (stop >= 0 && _json[stop] == '"')
        {
            var plain = PlacedText.Plain(_json.Substring(_at + 1, stop - _at - 1), _at + 1);
            _at = stop + 1;
            return plain;
        }

        var text = new PlacedText();
        for (_at++; _at < _json.Length && _json[_at] is not ('"' or '\n');)
        {
            var length = 1;
            var c = _json[_at];
            if (c == '\\' && _at + 1 < _json.Length)
            {
                length = 2;
                c = _json[_at + 1] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other };
                if (c == 'u' && _at + 6 <= _json.Length && int.TryParse(_json.Substring(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    length = 6;
                    c = (char)code;
                }
            }

            text.Add(c, new TextSpan(_at, length));
            _at += length;
        }

        var ends = _at < _json.Length && _json[_at] == '"';
        _at = Math.Min(_at + 1, _json.Length);
        return ends ? text : null;
    }

    /// <summary>An object or array that is open, and how many elements of it are behind.</summary>
    private sealed class Level(string path, string section, string name, bool isArray)
    {
        public string Path { get; } = path;

        public string Section { get; } = section;

        public string Name { get; } = name;

        public bool IsArray { get; } = isArray;

        public int Item { get; set; }
    }
}
