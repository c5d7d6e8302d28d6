using System.Text;
using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>What a part stands for in the text of a command.</summary>
internal enum SqlPlace
{
    /// <summary>The text before it does not say.</summary>
    Unknown,

    /// <summary>A value, which could have been a parameter.</summary>
    Value,

    /// <summary>A value between quotes of the text.</summary>
    Quoted,

    /// <summary>The list after IN, for which a database has no single parameter.</summary>
    List,

    /// <summary>A table, a column, a direction: nothing that a parameter can stand for.</summary>
    Name,
}

/// <summary>Reads the text of a command as far as it is constant.</summary>
internal static class SqlText
{
    private const char Hole = '\u0001';

    private static readonly HashSet<string> BeforeValue = new(StringComparer.OrdinalIgnoreCase)
    {
        "LIKE", "ILIKE", "VALUES", "THEN", "ELSE", "BETWEEN", "LIMIT", "TOP", "OFFSET", "MATCH", "CONTAINS",
    };

    private static readonly HashSet<string> BeforeName = new(StringComparer.OrdinalIgnoreCase)
    {
        "FROM", "JOIN", "INTO", "UPDATE", "TABLE", "BY", "EXEC", "EXECUTE", "CALL", "INDEX", "COLUMN", "VIEW", "DATABASE", "SCHEMA", "SELECT", "SET", "ON", "WHERE",
        "AS", "DISTINCT", "USE", "PRAGMA", "HAVING", "DESC", "ASC", "EXISTS",
    };

    /// <summary>Commands that change the database itself: they take no parameters.</summary>
    private static readonly HashSet<string> WithoutParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "PRAGMA", "ATTACH", "DETACH", "CREATE", "ALTER", "DROP", "BACKUP", "RESTORE", "GRANT", "REVOKE", "SET", "USE", "VACUUM", "TRUNCATE", "LISTEN", "NOTIFY", "ANALYZE",
    };

    /// <summary>The parts of a text that is put together in one expression, each with the constant text before it. Null for any other expression.</summary>
    public static List<(IOperation Part, string Before)>? Parts(IOperation text)
    {
        var parts = new List<(IOperation, string)>();
        var before = new StringBuilder();
        switch (text)
        {
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    switch (part)
                    {
                        case IInterpolatedStringTextOperation constant:
                            before.Append(constant.Text.Constant());
                            break;
                        case IInterpolationOperation hole:
                            Add(hole.Expression);
                            break;
                        case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.Length: > 0 } call }:
                            Add(call.Arguments[0].Value);
                            break;
                    }
                }

                return parts;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                var pending = new Stack<IOperation>();
                pending.Push(text);
                while (pending.Count > 0)
                {
                    var operand = pending.Pop().Unwrap();
                    if (operand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_String } sum)
                    {
                        pending.Push(sum.RightOperand);
                        pending.Push(sum.LeftOperand);
                    }
                    else
                    {
                        Add(operand);
                    }
                }

                return parts;
            case IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format when format.Argument("format").Constant() is { } pattern:
                var values = format.Arguments.Where(a => a.Parameter?.Name is not ("format" or "provider"))
                    .SelectMany(a => a.Value is IArrayCreationOperation { Initializer: { } elements } ? elements.ElementValues.AsEnumerable() : [a.Value]).ToArray();
                for (var i = 0; i < values.Length; i++)
                {
                    var at = pattern.IndexOf("{" + i, StringComparison.Ordinal);
                    parts.Add((values[i], at < 0 ? "" : pattern.Substring(0, at)));
                }

                return parts;
            default:
                return null;
        }

        void Add(IOperation part)
        {
            if (part.ConstantValue is { HasValue: true, Value: var constant })
            {
                before.Append(constant);
            }
            else
            {
                parts.Add((part, before.ToString()));
                before.Append(Hole);
            }
        }
    }

    /// <summary>The constant text that an expression ends with; empty when it ends with something else.</summary>
    public static string End(IOperation? text)
    {
        // A chain of appends ends with its last argument; such an argument is no chain itself.
        for (var depth = 0; text is not null && depth < 3; depth++)
        {
            switch (text.Unwrap())
            {
                case { ConstantValue: { HasValue: true, Value: string constant } }:
                    return constant;
                case IInterpolatedStringHandlerCreationOperation handler:
                    text = handler.Content;
                    continue;
                case IInterpolatedStringOperation { Parts: { Length: > 0 } parts }:
                    return parts[parts.Length - 1] switch
                    {
                        IInterpolatedStringTextOperation last => last.Text.Constant() ?? "",
                        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.Name: "AppendLiteral", Arguments: { Length: > 0 } literal } } => literal[0].Value.Constant() ?? "",
                        _ => "",
                    };
                case IBinaryOperation sum:
                    return sum.RightOperand.Constant() ?? "";
                case IInvocationOperation { Arguments: { Length: > 0 } appended }:
                    text = appended[appended.Length - 1].Value;
                    continue;
                case IObjectCreationOperation { Arguments: { Length: > 0 } made }:
                    text = made[0].Value;
                    continue;
                default:
                    return "";
            }
        }

        return "";
    }

    /// <summary>What a chain of appends says just before this argument of it; null when the argument is the first.</summary>
    public static string? Chained(IOperation argument) =>
        argument.Parent is IArgumentOperation { Parent: IInvocationOperation call } && call.Receiver()?.Unwrap() is { } before and (IInvocationOperation or IObjectCreationOperation) ? End(before) : null;

    /// <summary>What stands behind this text.</summary>
    /// <param name="before">The text.</param>
    /// <param name="outer">The answer where the text is blank.</param>
    public static SqlPlace After(string before, SqlPlace outer)
    {
        var end = before.Length;
        while (end > 0 && char.IsWhiteSpace(before[end - 1]))
        {
            end--;
        }

        if (end == 0)
        {
            return outer;
        }

        var start = before.Length - before.TrimStart().Length;
        var first = start;
        while (first < end && char.IsLetter(before[first]))
        {
            first++;
        }

        if (WithoutParameters.Contains(before.Substring(start, first - start)))
        {
            return SqlPlace.Name;
        }

        if (before.Count(c => c == '\'') % 2 == 1)
        {
            return SqlPlace.Quoted;
        }

        var word = Word(before, end);
        switch (before[end - 1])
        {
            case '=' or '<' or '>':
                return SqlPlace.Value;
            case '[' or '.' or '`' or '"':
                return SqlPlace.Name;
            case '(' or ',':
                return InValues(before.Substring(0, end));
            default:
                return BeforeValue.Contains(word) ? SqlPlace.Value : BeforeName.Contains(word) ? SqlPlace.Name : SqlPlace.Unknown;
        }
    }

    /// <summary>Within the innermost open parenthesis: behind VALUES and IN it is about values.</summary>
    private static SqlPlace InValues(string before)
    {
        var depth = 0;
        for (var i = before.Length - 1; i >= 0; i--)
        {
            if (before[i] == ')')
            {
                depth++;
            }
            else if (before[i] == '(' && depth-- == 0)
            {
                var end = i;
                while (end > 0 && char.IsWhiteSpace(before[end - 1]))
                {
                    end--;
                }

                var word = Word(before, end);
                return word.Equals("VALUES", StringComparison.OrdinalIgnoreCase) ? SqlPlace.Value : word.Equals("IN", StringComparison.OrdinalIgnoreCase) ? SqlPlace.List : SqlPlace.Unknown;
            }
        }

        return SqlPlace.Unknown;
    }

    private static string Word(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text.Substring(start, end - start);
    }
}
