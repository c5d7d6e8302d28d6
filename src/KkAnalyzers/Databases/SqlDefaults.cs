using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Databases;

/// <summary>What a statement does to the value of a column.</summary>
internal enum SqlDefaultKind
{
    /// <summary>New rows get the value.</summary>
    Default,

    /// <summary>All rows that exist get the value.</summary>
    Update,

    /// <summary>The default goes, or the column.</summary>
    Dropped,
}

/// <summary>A constant that a statement gives to a column.</summary>
/// <param name="Table">Without its schema.</param>
/// <param name="Column">The column.</param>
/// <param name="Type">Its type where the statement names it; else empty.</param>
/// <param name="Value">The constant without quotes, casts and parentheses; empty for <see cref="SqlDefaultKind.Dropped"/>.</param>
/// <param name="IsText">It stands between quotes.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What the statement does.</param>
internal readonly record struct SqlDefault(string Table, string Column, string Type, string Value, bool IsText, TextSpan Span, SqlDefaultKind Kind);

/// <summary>
/// Reads what CREATE TABLE, ALTER TABLE and UPDATE say about the values of columns, in the dialects of the usual databases. Goes
/// once over the text; what it does not know it leaves out.
/// </summary>
internal sealed class SqlDefaults
{
    private static readonly HashSet<string> NoColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "CONSTRAINT", "PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "KEY", "INDEX", "EXCLUDE", "LIKE", "PERIOD", "FULLTEXT", "SPATIAL",
    };

    private readonly string _sql;
    private readonly List<Token> _tokens = [];
    private readonly List<SqlDefault> _found = [];
    private int _at;

    private SqlDefaults(string sql) => _sql = sql;

    private enum TokenKind
    {
        Word,

        /// <summary>A name between brackets, double quotes or back ticks.</summary>
        Name,
        Text,
        Sign,
    }

    public static IReadOnlyList<SqlDefault> Read(string sql)
    {
        var reader = new SqlDefaults(sql);
        reader.Tokenize();
        reader.Statements();
        return reader._found;
    }

    /// <summary>The constant of an expression such as <c>((1))</c>, <c>b'1'</c>, <c>CAST(1 AS bit)</c>, <c>'t'::boolean</c>; null for any other.</summary>
    public static (string Value, bool IsText, TextSpan Span)? Constant(string sql)
    {
        var reader = new SqlDefaults(sql);
        reader.Tokenize();
        return reader.Constant() is { } constant && reader._at == reader._tokens.Count ? constant : null;
    }

    private void Statements()
    {
        while (_at < _tokens.Count)
        {
            if (Take("CREATE"))
            {
                while (Take("TEMP") || Take("TEMPORARY") || Take("UNLOGGED") || Take("GLOBAL") || Take("LOCAL"))
                {
                }

                if (Take("TABLE") && Named() is { } table && TakeSign('('))
                {
                    Columns(table);
                }
            }
            else if (Take("ALTER"))
            {
                if (Take("TABLE") && Named() is { } table)
                {
                    Changes(table);
                }
            }
            else if (Take("UPDATE"))
            {
                if (Named() is { } table)
                {
                    Update(table);
                }
            }
            else
            {
                _at++;
            }
        }
    }

    /// <summary>What is between the parentheses of CREATE TABLE.</summary>
    private void Columns(string table)
    {
        while (_at < _tokens.Count)
        {
            if (Identifier() is { } column && !NoColumns.Contains(column))
            {
                Column(table, column);
            }

            // To the next column, over what this one says besides.
            if (SkipToSign() != ',')
            {
                return;
            }
        }
    }

    /// <summary>Type and default of a column; stops before the comma or parenthesis that ends it.</summary>
    private void Column(string table, string column)
    {
        var type = _at < _tokens.Count && _tokens[_at].Kind is TokenKind.Word or TokenKind.Name ? Text(_at++) : "";
        for (var depth = 0; _at < _tokens.Count && !AtStatement(); _at++)
        {
            if (depth == 0 && (IsSign(',') || IsSign(')') || IsSign(';')))
            {
                return;
            }

            if (depth == 0 && Take("DEFAULT"))
            {
                if (Constant() is { } constant)
                {
                    _found.Add(new(table, column, type, constant.Value, constant.IsText, constant.Span, SqlDefaultKind.Default));
                }

                _at--;
                continue;
            }

            depth += IsSign('(') ? 1 : IsSign(')') ? -1 : 0;
        }
    }

    private void Changes(string table)
    {
        var isColumn = false;
        while (_at < _tokens.Count && !IsSign(';') && !AtStatement())
        {
            if (Take("ADD"))
            {
                isColumn = true;
                if (Take("CONSTRAINT"))
                {
                    isColumn = false;
                    Identifier();
                }

                if (Take("DEFAULT"))
                {
                    isColumn = false;
                    if (Constant() is { } constant && Take("FOR") && Identifier() is { } column)
                    {
                        _found.Add(new(table, column, "", constant.Value, constant.IsText, constant.Span, SqlDefaultKind.Default));
                    }
                }
                else if (isColumn)
                {
                    Added(table);
                }
            }
            else if (Take("ALTER"))
            {
                Take("COLUMN");
                if (Identifier() is { } column)
                {
                    Altered(table, column);
                }
            }
            else if (Take("MODIFY") || Take("CHANGE"))
            {
                var isChange = Is(_at - 1, "CHANGE");
                Take("COLUMN");
                if (isChange)
                {
                    Identifier();
                }

                if (Identifier() is { } column)
                {
                    Column(table, column);
                }
            }
            else if (Take("DROP"))
            {
                isColumn = false;
                if (Take("COLUMN"))
                {
                    Exists();
                    if (Identifier() is { } column)
                    {
                        _found.Add(new(table, column, "", "", false, default, SqlDefaultKind.Dropped));
                    }
                }
            }
            else if (isColumn && IsSign(','))
            {
                _at++;
                if (!Is(_at, "ADD") && !Is(_at, "ALTER") && !Is(_at, "DROP") && !Is(_at, "MODIFY") && !Is(_at, "CHANGE") && !Is(_at, "CONSTRAINT"))
                {
                    Added(table);
                }
            }
            else
            {
                _at++;
            }
        }
    }

    private void Added(string table)
    {
        Take("COLUMN");
        Exists();
        TakeSign('(');
        if (Identifier() is { } column && !NoColumns.Contains(column))
        {
            Column(table, column);
        }
    }

    private void Altered(string table, string column)
    {
        if (Take("SET"))
        {
            if (Take("DEFAULT") && Constant() is { } constant)
            {
                _found.Add(new(table, column, "", constant.Value, constant.IsText, constant.Span, SqlDefaultKind.Default));
            }
        }
        else if (Take("DROP"))
        {
            if (Take("DEFAULT"))
            {
                _found.Add(new(table, column, "", "", false, default, SqlDefaultKind.Dropped));
            }
        }
        else
        {
            Column(table, column);
        }
    }

    /// <summary>An UPDATE of all rows, or of those where the column says something else. Any other condition may be what people chose.</summary>
    private void Update(string table)
    {
        if (!Take("SET"))
        {
            Take("AS");
            Identifier();
            if (!Take("SET"))
            {
                return;
            }
        }

        var first = _found.Count;
        do
        {
            if (Qualified() is not { } column || !TakeSign('='))
            {
                break;
            }

            var constant = Constant();
            if (constant is { } value && (_at >= _tokens.Count || IsSign(',') || IsSign(';') || Is(_at, "WHERE") || AtStatement() || Is(_at, "GO")))
            {
                _found.Add(new(table, column, "", value.Value, value.IsText, value.Span, SqlDefaultKind.Update));
            }
            else
            {
                for (var depth = 0; _at < _tokens.Count && !(depth == 0 && (IsSign(',') || IsSign(';') || Is(_at, "WHERE") || Is(_at, "FROM"))); _at++)
                {
                    depth += IsSign('(') ? 1 : IsSign(')') ? -1 : 0;
                }
            }
        }
        while (TakeSign(','));

        if (_found.Count == first || _at >= _tokens.Count || !(Is(_at, "WHERE") || Is(_at, "FROM")))
        {
            return;
        }

        if (Is(_at, "FROM") || !IsAboutItself(_found[first].Column))
        {
            _found.RemoveRange(first, _found.Count - first);
        }
    }

    /// <summary><c>WHERE Newsletter IS NULL</c>, <c>WHERE 1 = 1</c>: no answer becomes an answer.</summary>
    private bool IsAboutItself(string column)
    {
        for (_at++; _at < _tokens.Count && !IsSign(';') && !AtStatement() && !Is(_at, "GO"); _at++)
        {
            var token = _tokens[_at];
            if (token.Kind == TokenKind.Text || (token.Kind is TokenKind.Word or TokenKind.Name
                && !(Text(_at).Equals(column, StringComparison.OrdinalIgnoreCase) || Text(_at).ToUpperInvariant() is "IS" or "NULL" or "NOT" or "OR" or "FALSE" or "TRUE" or "0" or "1")))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Stays where it is when there is no constant.</summary>
    private (string Value, bool IsText, TextSpan Span)? Constant()
    {
        var start = _at;
        var constant = Bare();
        _at = constant is null ? start : _at;
        return constant;
    }

    private (string Value, bool IsText, TextSpan Span)? Bare()
    {
        var open = 0;
        while (TakeSign('('))
        {
            open++;
        }

        // CAST(1 AS bit), CONVERT(bit, 1)
        var isCast = Is(_at, "CAST") && IsSign('(', _at + 1);
        var isConvert = Is(_at, "CONVERT") && IsSign('(', _at + 1);
        _at += isCast ? 2 : isConvert ? 4 : 0;
        var inner = 0;
        while ((isCast || isConvert) && TakeSign('('))
        {
            inner++;
        }

        if (_at >= _tokens.Count)
        {
            return null;
        }

        // b'1', B'1', N'yes'
        if (_tokens[_at].Kind == TokenKind.Word && _tokens[_at].Span.Length == 1 && _at + 1 < _tokens.Count && _tokens[_at + 1].Kind == TokenKind.Text && _tokens[_at + 1].Span.Start == _tokens[_at].Span.End)
        {
            _at++;
        }

        var token = _tokens[_at];
        if (token.Kind is not (TokenKind.Word or TokenKind.Text) || IsSign('(', _at + 1))
        {
            return null;
        }

        var isText = token.Kind == TokenKind.Text;
        var span = isText && token.Span.Length >= 2 ? TextSpan.FromBounds(token.Span.Start + 1, token.Span.End - 1) : token.Span;
        _at++;
        for (; inner > 0 && TakeSign(')'); inner--)
        {
        }

        if (isCast && Take("AS"))
        {
            while (_at < _tokens.Count && !IsSign(')'))
            {
                _at++;
            }
        }

        if (isCast || isConvert)
        {
            TakeSign(')');
        }

        for (; open > 0 && TakeSign(')'); open--)
        {
        }

        // 't'::boolean
        if (IsSign(':') && IsSign(':', _at + 1))
        {
            _at = Math.Min(_at + 3, _tokens.Count);
            for (; open > 0 && TakeSign(')'); open--)
            {
            }
        }

        return open == 0 && inner == 0 ? (_sql.Substring(span.Start, span.Length), isText, span) : null;
    }

    /// <summary>The last part of a name of a table, behind IF NOT EXISTS and ONLY.</summary>
    private string? Named()
    {
        Exists();
        Take("ONLY");
        return Qualified();
    }

    private string? Qualified()
    {
        var name = Identifier();
        while (name is not null && TakeSign('.'))
        {
            name = Identifier();
        }

        return name;
    }

    private bool Exists()
    {
        if (!Take("IF"))
        {
            return false;
        }

        Take("NOT");
        return Take("EXISTS");
    }

    private string? Identifier() => _at < _tokens.Count && _tokens[_at].Kind is TokenKind.Word or TokenKind.Name ? Text(_at++) : null;

    private char SkipToSign()
    {
        for (var depth = 0; _at < _tokens.Count; _at++)
        {
            if (depth == 0 && (IsSign(',') || IsSign(')') || IsSign(';')))
            {
                return _sql[_tokens[_at++].Span.Start];
            }

            depth += IsSign('(') ? 1 : IsSign(')') ? -1 : 0;
        }

        return '\0';
    }

    /// <summary>At a word that begins the next statement, where the one before has no semicolon.</summary>
    private bool AtStatement() => Is(_at, "UPDATE") || Is(_at, "INSERT") || Is(_at, "GO") || ((Is(_at, "CREATE") || Is(_at, "ALTER")) && Is(_at + 1, "TABLE"));

    private bool Take(string word)
    {
        if (!Is(_at, word))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool TakeSign(char sign)
    {
        if (!IsSign(sign))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Is(int index, string word) => index < _tokens.Count && _tokens[index] is { Kind: TokenKind.Word, Span: var span } && span.Length == word.Length
        && string.Compare(_sql, span.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private bool IsSign(char sign) => IsSign(sign, _at);

    private bool IsSign(char sign, int index) => index < _tokens.Count && _tokens[index].Kind == TokenKind.Sign && _sql[_tokens[index].Span.Start] == sign;

    private string Text(int index)
    {
        var (kind, span) = _tokens[index];
        return kind == TokenKind.Name && span.Length >= 2 ? _sql.Substring(span.Start + 1, span.Length - 2) : _sql.Substring(span.Start, span.Length);
    }

    private void Tokenize()
    {
        for (var i = 0; i < _sql.Length;)
        {
            var c = _sql[i];
            var start = i;
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            if (c == '-' && i + 1 < _sql.Length && _sql[i + 1] == '-')
            {
                i = End(_sql.IndexOf('\n', i), 0);
                continue;
            }

            if (c == '/' && i + 1 < _sql.Length && _sql[i + 1] == '*')
            {
                i = End(_sql.IndexOf("*/", i + 2, StringComparison.Ordinal), 2);
                continue;
            }

            TokenKind kind;
            if (IsWord(c))
            {
                while (i < _sql.Length && IsWord(_sql[i]))
                {
                    i++;
                }

                kind = TokenKind.Word;
            }
            else if (c == '\'')
            {
                kind = TokenKind.Text;
                for (i++; i < _sql.Length && (_sql[i] != '\'' || (i + 1 < _sql.Length && _sql[i + 1] == '\'')); i += _sql[i] == '\'' ? 2 : 1)
                {
                }

                if (i >= _sql.Length)
                {
                    // A text without an end: the file is cut off.
                    return;
                }

                i++;
            }
            else if (c is '"' or '`' or '[')
            {
                kind = TokenKind.Name;
                i = End(_sql.IndexOf(c == '[' ? ']' : c, i + 1), 1);
            }
            else
            {
                kind = TokenKind.Sign;
                i++;
            }

            _tokens.Add(new(kind, TextSpan.FromBounds(start, i)));
        }

        int End(int found, int length) => found < 0 ? _sql.Length : found + length;
    }

    // The hole of an interpolated text is part of a name.
    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '#' or '@' or Connections.PlacedText.Hole;

    private readonly record struct Token(TokenKind Kind, TextSpan Span);
}
