using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Markup;

/// <content>Razor: what stands behind an at sign, and markup within C#.</content>
internal sealed partial class MarkupReader
{
    private static readonly Dictionary<string, RazorStatement> Statements = new(StringComparer.Ordinal)
    {
        ["if"] = RazorStatement.If,
        ["else"] = RazorStatement.If,
        ["try"] = RazorStatement.Try,
        ["do"] = RazorStatement.Do,
        ["for"] = RazorStatement.Other,
        ["foreach"] = RazorStatement.Other,
        ["while"] = RazorStatement.Other,
        ["switch"] = RazorStatement.Other,
        ["lock"] = RazorStatement.Other,
    };

    /// <summary>At the start of a line and before white space these are directives; else <c>@model.Name</c> is an expression.</summary>
    private static readonly HashSet<string> LineDirectives = new(StringComparer.Ordinal)
    {
        "model", "page", "inherits", "implements", "inject", "layout", "namespace", "attribute", "typeparam", "rendermode",
        "addTagHelper", "removeTagHelper", "tagHelperPrefix", "preservewhitespace", "using",
    };

    /// <summary>Whether markup may begin here: the last character of C# that was no white space ended a statement.</summary>
    private bool _statementStart;

    /// <summary>The next brace opens a block that runs whatever happens: <c>using (Html.BeginForm()) { … }</c>.</summary>
    private bool _isUsing;

    /// <summary>A statement of Razor, as far as it matters to what may follow its brace.</summary>
    private enum RazorStatement
    {
        None,
        If,
        Try,
        Do,
        Other,
    }

    /// <summary>Whether an at sign in markup begins code; else it is text, as in an address of e-mail.</summary>
    private bool IsCodeMark() => Next() switch
    {
        '*' or '(' or '{' or ':' => true,
        var next => (char.IsLetter(next) || next == '_') && !(_at > 0 && char.IsLetterOrDigit(_text[_at - 1])),
    };

    /// <summary>At an at sign in markup. False when it is text.</summary>
    private bool ReadRazor()
    {
        if (!IsCodeMark())
        {
            return false;
        }

        var start = _at;
        switch (Next())
        {
            case '*':
                SkipUpTo(_at + 2);
                SkipTo("*@");
                return true;
            case '(':
                Step();
                SkipBalanced();
                AddCode(start);
                return true;
            case '{':
                SkipUpTo(_at + 2);
                PushCode(IsConditional, RazorStatement.None);
                return true;
            case ':':
                SkipUpTo(_at + 2);
                return true;
        }

        Step();
        var word = ReadWord();
        if (Statements.TryGetValue(word, out var statement))
        {
            OpenStatement(isConditional: true, statement);
            return true;
        }

        if ((word is "code" or "functions" && OpenMembers()) || (word == "section" && OpenSection()))
        {
            return true;
        }

        if (word == "using" && StartsWithAfterSpace('('))
        {
            OpenStatement(IsConditional, RazorStatement.None);
            return true;
        }

        if (LineDirectives.Contains(word) && (_at == _text.Length || char.IsWhiteSpace(_text[_at])) && IsFirstInLine(start))
        {
            SkipTo('\n');
            _directives.Add(_text.Substring(start + 1, _at - start - 1).Trim());
            return true;
        }

        if (word == "await" && At(' '))
        {
            Step();
            if (At("foreach"))
            {
                OpenStatement(isConditional: true, RazorStatement.Other);
                return true;
            }
        }

        SkipImplicitExpression();
        AddCode(start);
        return true;
    }

    /// <summary><c>@code { … }</c>: members of the class, in which templates and methods may have markup.</summary>
    private bool OpenMembers()
    {
        if (!StartsWithAfterSpace('{'))
        {
            return false;
        }

        SkipWhiteSpace();
        Step();
        PushCode(isConditional: true, RazorStatement.None);
        return true;
    }

    private bool OpenSection()
    {
        if (_at >= _text.Length || !char.IsWhiteSpace(_text[_at]))
        {
            return false;
        }

        SkipHead();
        if (At('{'))
        {
            Step();
            Push(new Frame { Kind = FrameKind.Markup, Element = Parent, IsConditional = IsConditional });
        }

        return true;
    }

    private bool StartsWithAfterSpace(char mark)
    {
        var look = _at;
        while (look < _text.Length && char.IsWhiteSpace(_text[look]))
        {
            look++;
        }

        _steps += look - _at;
        return look < _text.Length && _text[look] == mark;
    }

    private bool IsFirstInLine(int at)
    {
        for (at--; at >= 0 && _text[at] != '\n'; at--)
        {
            _steps++;
            if (!char.IsWhiteSpace(_text[at]) && !(at == 0 && _text[at] == '\uFEFF'))
            {
                return false;
            }
        }

        return true;
    }

    private string ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
            _at++;
        }

        _steps += _at - start;
        return _names.At(_text, start, _at - start).Text;
    }

    private void AddCode(int start) => _nodes.Add(new MarkupCode(_nodes.Count, Parent, TextSpan.FromBounds(start, _at), IsConditional, _text));

    private void PushCode(bool isConditional, RazorStatement statement)
    {
        Push(new Frame { Kind = FrameKind.Code, Element = Parent, IsConditional = isConditional, Statement = statement });
        _statementStart = true;
        _isUsing = false;
    }

    /// <summary>Behind <c>@if</c>: to the brace that opens the branch.</summary>
    private void OpenStatement(bool isConditional, RazorStatement statement)
    {
        SkipHead();
        if (At('{'))
        {
            Step();
            PushCode(isConditional, statement);
        }
    }

    /// <summary>To the next brace or semicolon outside parentheses; <c>if (new { A = 1 } == x)</c> has braces inside.</summary>
    private void SkipHead()
    {
        while (_at < _text.Length && _text[_at] is not ('{' or ';' or '<'))
        {
            if (_text[_at] == '(')
            {
                SkipBalanced();
            }
            else if (_text[_at] == '@')
            {
                if (Next() != '*')
                {
                    return;
                }

                SkipTo("*@");
            }
            else if (!SkipLiteralOrComment())
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
            switch (Next())
            {
                case '*':
                    SkipUpTo(_at + 2);
                    SkipTo("*@");
                    return;
                case ':':
                    SkipUpTo(_at + 2);
                    var end = _text.IndexOf('\n', _at);
                    _lineEnd = end < 0 ? _text.Length : end;
                    _steps += _lineEnd - _at;
                    _statementStart = true;
                    return;
                case '<':
                    Step();
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
                PushCode(IsConditional || !_isUsing, RazorStatement.None);
                return;
            case '}':
                Step();
                var statement = Top.Statement;
                Pop(_at);
                _statementStart = true;
                _isUsing = false;
                if (!InCode)
                {
                    ContinueStatement(statement);
                }

                return;
        }

        if (char.IsLetter(c) || c == '_')
        {
            var start = _at;
            while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            {
                Step();
            }

            _isUsing |= _statementStart && _at - start == 5 && string.CompareOrdinal(_text, start, "using", 0, 5) == 0;
            _statementStart = false;
        }
        else if (!SkipLiteralOrComment())
        {
            _statementStart = c is ';' or ':';
            _isUsing &= c != ';';
            Step();
        }
    }

    /// <summary>Behind the brace that ended a branch in markup: <c>else</c> belongs to it.</summary>
    private void ContinueStatement(RazorStatement statement)
    {
        if (statement is RazorStatement.None or RazorStatement.Other)
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
        switch (statement, _text.Substring(look, Math.Min(end - look, 8)))
        {
            case (RazorStatement.If, "else"):
                _at = end;
                SkipWhiteSpace();
                OpenStatement(isConditional: true, At("if") ? RazorStatement.If : RazorStatement.Other);
                break;
            case (RazorStatement.Try, "catch" or "finally"):
                _at = end;
                OpenStatement(isConditional: true, statement);
                break;
            case (RazorStatement.Do, "while"):
                _at = end;
                SkipHead();
                if (At(';'))
                {
                    Step();
                }

                break;
        }
    }

    /// <summary>At an at sign in the value of an attribute. False when it is text.</summary>
    private bool SkipCodeInValue()
    {
        if (Next() == '@')
        {
            SkipUpTo(_at + 2);
            return true;
        }

        if (Next() == ':' || !IsCodeMark())
        {
            return false;
        }

        if (Next() == '*')
        {
            SkipUpTo(_at + 2);
            SkipTo("*@");
        }
        else
        {
            Step();
            SkipRazorCode(_at);
        }

        return true;
    }

    /// <summary>Code in a tag or a value, from behind its at sign: an expression, or a statement with its braces.</summary>
    private void SkipRazorCode(int start)
    {
        var end = start;
        while (end < _text.Length && char.IsLetter(_text[end]))
        {
            end++;
        }

        if (end > start && end - start <= "foreach".Length && Statements.ContainsKey(_text.Substring(start, end - start)))
        {
            _at = end;
            SkipHead();
            if (At('{'))
            {
                SkipBalanced();
            }
        }
        else if (At('{'))
        {
            SkipBalanced();
        }
        else
        {
            SkipImplicitExpression();
        }
    }

    /// <summary>Behind or before a name: <c>Model.Items[0]?.Name(x)!.Length</c>.</summary>
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
            else if (c == '.' ? IsNameStart(Next()) : c is '?' or '!' && (Next() == '[' || (Next() == '.' && IsNameStart(Next(2)))))
            {
                Step();
            }
            else
            {
                return;
            }
        }

        static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';
    }
}
