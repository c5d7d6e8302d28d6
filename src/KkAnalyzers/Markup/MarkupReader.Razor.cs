using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <content>Razor, and as much C# as is needed to find its end.</content>
internal sealed partial class MarkupReader
{
    private static readonly ImmutableHashSet<string> Statements = ImmutableHashSet.Create(
        "if", "for", "foreach", "while", "switch", "lock", "try", "do", "else");

    private static readonly ImmutableHashSet<string> Continuations = ImmutableHashSet.Create("else", "catch", "finally");

    private static readonly ImmutableHashSet<string> LineDirectives = ImmutableHashSet.Create(
        "model", "page", "inherits", "implements", "inject", "layout", "namespace", "attribute", "typeparam", "rendermode",
        "addTagHelper", "removeTagHelper", "tagHelperPrefix", "preservewhitespace");

    /// <summary>Whether markup may begin here: the last character of C# that was no white space ended a statement.</summary>
    private bool _statementStart;

    /// <summary>At an at sign in markup. False when it is text.</summary>
    private bool ReadRazor()
    {
        var start = _at;
        var next = Next();
        if (next == '*')
        {
            SkipTo("*@");
            return true;
        }

        if (next == '(')
        {
            _at++;
            SkipBalanced();
            AddCode(start, start + 1);
            return true;
        }

        if (next == '{')
        {
            _at += 2;
            PushCode(isConditional: IsConditional);
            return true;
        }

        if (next == ':')
        {
            _at += 2;
            return true;
        }

        // name@example.org
        var isAddress = start > 0 && char.IsLetterOrDigit(_text[start - 1]);
        if (isAddress || (!char.IsLetter(next) && next != '_'))
        {
            if (next == '@')
            {
                _at++;
            }

            return false;
        }

        _at++;
        var wordStart = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
            Step();
        }

        var word = _text.Substring(wordStart, _at - wordStart);
        switch (word)
        {
            case "code" or "functions":
                SkipWhiteSpace();
                if (_at < _text.Length && _text[_at] == '{')
                {
                    SkipBalanced();
                }

                return true;
            case "section":
                SkipHead();
                if (_at < _text.Length && _text[_at] == '{')
                {
                    _at++;
                    Push(FrameKind.Markup, Parent, IsConditional);
                }

                return true;
            case "using":
                // A statement has parentheses, the directive has a namespace.
                SkipWhiteSpace();
                if (_at < _text.Length && _text[_at] == '(')
                {
                    OpenStatement(isConditional: IsConditional);
                }
                else
                {
                    SkipTo("\n");
                }

                return true;
        }

        if (Statements.Contains(word))
        {
            OpenStatement(isConditional: true);
            return true;
        }

        if (LineDirectives.Contains(word))
        {
            SkipTo("\n");
            _directives.Add(_text.Substring(wordStart, _at - wordStart).Trim());
            return true;
        }

        if (word == "await" && _at < _text.Length && _text[_at] == ' ')
        {
            Step();
        }

        SkipImplicitExpression();
        AddCode(start, start + 1);
        return true;
    }

    private void AddCode(int start, int codeStart) =>
        _nodes.Add(new MarkupCode(_nodes.Count, Parent, TextSpan.FromBounds(start, _at), IsConditional, _text.Substring(codeStart, _at - codeStart)));

    private void PushCode(bool isConditional)
    {
        Push(FrameKind.Code, Parent, isConditional);
        _statementStart = true;
    }

    /// <summary>Behind <c>@if</c>: to the brace that opens the branch.</summary>
    private void OpenStatement(bool isConditional)
    {
        SkipHead();
        if (_at < _text.Length && _text[_at] == '{')
        {
            _at++;
            PushCode(isConditional);
        }
    }

    /// <summary>To the next brace or semicolon outside parentheses; <c>if (new { A = 1 } == x)</c> has braces inside.</summary>
    private void SkipHead()
    {
        while (_at < _text.Length && _text[_at] is not ('{' or ';' or '<' or '@'))
        {
            if (_text[_at] == '(')
            {
                SkipBalanced();
            }
            else
            {
                Step();
            }
        }
    }

    /// <summary>In C# between braces.</summary>
    private void ReadCode()
    {
        var c = _text[_at];
        if (char.IsWhiteSpace(c))
        {
            Step();
            return;
        }

        if (c == '@')
        {
            if (Next() == '*')
            {
                SkipTo("*@");
                return;
            }

            if (Next() == ':')
            {
                _at += 2;
                var end = _text.IndexOf('\n', _at);
                _lineEnd = end < 0 ? _text.Length : end;
                _steps += _lineEnd - _at;
                _statementStart = true;
                return;
            }

            if (Next() == '<')
            {
                _at++;
                _statementStart = true;
                return;
            }
        }

        if (c == '<' && _statementStart && (char.IsLetter(Next()) || At("<!--")) && ReadTag())
        {
            return;
        }

        switch (c)
        {
            case '{':
                Step();
                PushCode(IsConditional);
                return;
            case '}':
                Step();
                Pop(_at);
                _statementStart = true;
                ContinueStatement();
                return;
        }

        if (!SkipLiteralOrComment())
        {
            _statementStart = c is ';' or ':';
            Step();
        }
    }

    /// <summary>Behind the brace that ended a branch in markup: <c>else</c> belongs to it.</summary>
    private void ContinueStatement()
    {
        if (InCode)
        {
            return;
        }

        var look = _at;
        while (look < _text.Length && char.IsWhiteSpace(_text[look]))
        {
            look++;
        }

        var end = look;
        while (end < _text.Length && char.IsLetter(_text[end]))
        {
            end++;
        }

        _steps += end - _at;
        if (Continuations.Contains(_text.Substring(look, end - look)))
        {
            _at = end;
            OpenStatement(isConditional: true);
        }
    }

    /// <summary>Code between the attributes of a tag: an expression, or a statement with its braces.</summary>
    private void SkipRazorCode(string word)
    {
        if (!Statements.Contains(word))
        {
            SkipImplicitExpression();
            return;
        }

        SkipHead();
        if (_at < _text.Length && _text[_at] == '{')
        {
            SkipBalanced();
        }
    }

    /// <summary>Behind or before a name: <c>Model.Items[0]?.Name(x)</c>.</summary>
    private void SkipImplicitExpression()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c is '(' or '[')
            {
                SkipBalanced();
            }
            else if (char.IsLetterOrDigit(c) || c == '_')
            {
                Step();
            }
            else if ((c == '.' || (c is '?' or '!' && Next() == '.')) && (char.IsLetter(Next(c == '.' ? 1 : 2)) || Next(c == '.' ? 1 : 2) == '_'))
            {
                _at += c == '.' ? 1 : 2;
                _steps++;
            }
            else
            {
                return;
            }
        }
    }

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
        var c = _text[_at];
        if (c == '/' && Next() == '/')
        {
            SkipTo("\n");
        }
        else if (c == '/' && Next() == '*')
        {
            SkipTo("*/");
        }
        else if (At("\"\"\""))
        {
            _at += 3;
            SkipTo("\"\"\"");
        }
        else if (c == '"')
        {
            SkipString(isVerbatim: _at > 0 && (_text[_at - 1] == '@' || (_text[_at - 1] == '$' && _at > 1 && _text[_at - 2] == '@')));
        }
        else if (c == '\'' && (Next(2) == '\'' || Next() == '\\'))
        {
            // An apostrophe in markup within code is none of these and is one character.
            _at += Next() == '\\' ? 2 : 1;
            _steps += 2;
            _at = Math.Min(_at + 1, _text.Length);
            if (_at < _text.Length && _text[_at] == '\'')
            {
                Step();
            }
        }
        else
        {
            return false;
        }

        return true;
    }

    private void SkipString(bool isVerbatim)
    {
        Step();
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '"' && isVerbatim && Next() == '"')
            {
                _at += 2;
                _steps++;
                continue;
            }

            if (!isVerbatim && c == '\\')
            {
                _at = Math.Min(_at + 2, _text.Length);
                _steps++;
                continue;
            }

            Step();
            if (c == '"' || (c == '\n' && !isVerbatim))
            {
                return;
            }
        }
    }
}
