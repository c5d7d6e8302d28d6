namespace KkAnalyzers.Markup;

/// <content>As much C# as is needed to find its end: brackets, comments, and every kind of string.</content>
internal sealed partial class MarkupReader
{
    /// <summary>Strings that are open: those in the holes of others are on top. Empty between two strings.</summary>
    private readonly Stack<OpenString> _strings = new();

    /// <summary>From an opening bracket to behind its partner, or to the end of the file.</summary>
    private void SkipBalanced()
    {
        var depth = 0;
        while (_at < _text.Length)
        {
            switch (_text[_at])
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case '@' when Next() == '*':
                    SkipUpTo(_at + 2);
                    SkipTo("*@");
                    continue;
                default:
                    if (SkipLiteralOrComment())
                    {
                        continue;
                    }

                    break;
            }

            Step();
            if (depth <= 0)
            {
                return;
            }
        }
    }

    /// <summary>A comment, a string or a character of C#; false when there is none here.</summary>
    private bool SkipLiteralOrComment()
    {
        switch (_text[_at])
        {
            case '/' when Next() == '/':
                SkipTo('\n');
                return true;
            case '/' when Next() == '*':
                SkipUpTo(_at + 2);
                SkipTo("*/");
                return true;
            case '"':
                SkipString();
                return true;
            case '\'':
                return SkipCharacter();
            default:
                return false;
        }
    }

    /// <summary>An apostrophe of a text is no character literal: it has no second one two places on.</summary>
    private bool SkipCharacter()
    {
        if (Next() == '\\')
        {
            // '\'', '\\', '\n', '\u00E9', '\U0001F600'
            const int longest = 12;
            for (var i = 3; i < longest; i++)
            {
                if (Next(i) == '\'')
                {
                    SkipUpTo(_at + i + 1);
                    return true;
                }
            }

            return false;
        }

        if (Next(2) != '\'' || Next() is '\'' or '\n' or '\r')
        {
            return false;
        }

        SkipUpTo(_at + 3);
        return true;
    }

    private void SkipString()
    {
        BeginString();
        while (_strings.Count > 0 && _at < _text.Length)
        {
            var top = _strings.Peek();
            if (top.Brackets >= 0)
            {
                ReadHole(top);
            }
            else
            {
                ReadString(top);
            }
        }

        _strings.Clear();
    }

    /// <summary>At the first quote of a string.</summary>
    private void BeginString()
    {
        var dollars = 0;
        var isVerbatim = false;
        for (var before = _at - 1; before >= 0 && _text[before] is '$' or '@'; before--)
        {
            isVerbatim |= _text[before] == '@';
            dollars += _text[before] == '$' ? 1 : 0;
            _steps++;
        }

        var quotes = 1;
        while (!isVerbatim && Next(quotes) == '"')
        {
            quotes++;
        }

        SkipUpTo(_at + (isVerbatim ? 1 : quotes));
        if (quotes != 2)
        {
            _strings.Push(new OpenString(quotes, isVerbatim, dollars, -1));
        }
    }

    /// <summary>In the text of a string.</summary>
    private void ReadString(OpenString top)
    {
        var c = _text[_at];
        var isRaw = top.Quotes > 2;
        if (c == '"')
        {
            var run = Run('"');
            if (isRaw ? run >= top.Quotes : !top.IsVerbatim || run == 1)
            {
                SkipUpTo(_at + (isRaw ? run : 1));
                _strings.Pop();
            }
            else
            {
                // Two quotes of a verbatim string are one of its text; in a raw string a few are.
                SkipUpTo(_at + (isRaw ? run : 2));
            }
        }
        else if (c == '{' && top.Dollars > 0)
        {
            var run = Run('{');
            SkipUpTo(_at + run);

            // Twice as many as it takes are braces of the text.
            if (isRaw ? run >= top.Dollars : run % 2 == 1)
            {
                _strings.Pop();
                _strings.Push(top with { Brackets = 0 });
            }
        }
        else if (c == '\\' && !top.IsVerbatim && !isRaw)
        {
            SkipUpTo(_at + 2);
        }
        else
        {
            Step();
            if (c == '\n' && !top.IsVerbatim && !isRaw)
            {
                // Never closed: the line ends it.
                _strings.Pop();
            }
        }
    }

    /// <summary>In a hole of an interpolated string.</summary>
    private void ReadHole(OpenString top)
    {
        switch (_text[_at])
        {
            case '"':
                BeginString();
                return;
            case '\'' when SkipCharacter():
                return;
            case '/' when Next() == '*':
                SkipUpTo(_at + 2);
                SkipTo("*/");
                return;
            case '(' or '[' or '{':
                Change(1);
                break;
            case ')' or ']' when top.Brackets > 0:
                Change(-1);
                break;
            case '}':
                Change(-1);
                break;
        }

        Step();

        void Change(int by)
        {
            _strings.Pop();
            _strings.Push(top with { Brackets = top.Brackets + by });
        }
    }

    private int Run(char c)
    {
        var run = 1;
        while (Next(run) == c)
        {
            run++;
        }

        return run;
    }

    /// <summary>A string of C# that is being read.</summary>
    /// <param name="Quotes">One, or three and more of a raw string.</param>
    /// <param name="IsVerbatim">With an at sign.</param>
    /// <param name="Dollars">Dollar signs; 0 when there are no holes.</param>
    /// <param name="Brackets">Brackets that are open in the hole at hand; -1 in the text.</param>
    private readonly record struct OpenString(int Quotes, bool IsVerbatim, int Dollars, int Brackets);
}
