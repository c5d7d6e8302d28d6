using System.Globalization;
using KkAnalyzers.Connections;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Settings;

/// <summary>
/// The strings of a JSON file with their places. Comments and trailing commas are allowed, as the configuration of .NET allows
/// them; in a broken file, what stands before the break is read. Goes once over the text, without recursion.
/// </summary>
internal static class JsonSettings
{
    public static IEnumerable<Setting> Read(string json)
    {
        // The key of each object or array around the place where the reader is.
        var sections = new Stack<string>();
        var arrays = new Stack<bool>();
        var key = "";
        PlacedText? text = null;
        var i = 0;
        while (i < json.Length)
        {
            var c = json[i];
            switch (c)
            {
                case '/' when i + 1 < json.Length && json[i + 1] == '/':
                    i = End(json.IndexOf('\n', i), json);
                    continue;
                case '/' when i + 1 < json.Length && json[i + 1] == '*':
                    i = End(json.IndexOf("*/", i + 2, StringComparison.Ordinal), json) + 2;
                    continue;
                case '"':
                    text = String(json, ref i);
                    continue;
                case ':':
                    key = text?.Value ?? "";
                    text = null;
                    break;
                case '{' or '[':
                    sections.Push(key);
                    arrays.Push(c == '[');
                    text = null;
                    break;
                case ',' or '}' or ']':
                    if (text is not null)
                    {
                        var inArray = arrays.Count > 0 && arrays.Peek();
                        yield return inArray ? new(Parent(sections, 1), sections.Peek(), text) : new(Parent(sections, 0), key, text);
                        text = null;
                    }

                    if (c != ',' && sections.Count > 0)
                    {
                        key = sections.Pop();
                        arrays.Pop();
                    }

                    break;
            }

            i++;
        }
    }

    private static string Parent(Stack<string> sections, int skip) => sections.Skip(skip).FirstOrDefault() ?? "";

    private static int End(int found, string json) => found < 0 ? json.Length : found;

    // From the opening quote; leaves i behind the closing one.
    private static PlacedText String(string json, ref int i)
    {
        var text = new PlacedText();
        i++;
        while (i < json.Length && json[i] != '"' && json[i] != '\n')
        {
            var length = 1;
            var c = json[i];
            if (c == '\\' && i + 1 < json.Length)
            {
                length = 2;
                c = json[i + 1] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other };
                if (c == 'u' && i + 6 <= json.Length && int.TryParse(json.Substring(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    length = 6;
                    c = (char)code;
                }
            }

            text.Add(c, new TextSpan(i, length));
            i += length;
        }

        i++;
        return text;
    }
}
