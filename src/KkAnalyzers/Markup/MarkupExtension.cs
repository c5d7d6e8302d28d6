using System.Collections.Immutable;

namespace KkAnalyzers.Markup;

/// <summary>A markup extension of XAML: <c>{Binding Path=A.B, Mode=TwoWay}</c>, <c>{x:Type vm:Foo}</c>.</summary>
/// <param name="Name">Such as <c>Binding</c>.</param>
/// <param name="Positional">Values without a name.</param>
/// <param name="Named">Values with a name; one that is an extension itself stands here with its braces.</param>
internal sealed record MarkupExtension(string Name, ImmutableArray<string> Positional, ImmutableArray<KeyValuePair<string, string>> Named)
{
    /// <summary>More than any extension takes.</summary>
    private const int MostArguments = 32;

    /// <summary>Reads the value of an attribute; null when it is plain text, which <c>{}</c> in front says too.</summary>
    public static MarkupExtension? Parse(string value)
    {
        var at = 0;
        SkipSpace();
        if (at >= value.Length || value[at] != '{' || (at + 1 < value.Length && value[at + 1] == '}'))
        {
            return null;
        }

        at++;
        SkipSpace();
        var start = at;
        while (at < value.Length && !char.IsWhiteSpace(value[at]) && value[at] is not ('}' or ','))
        {
            at++;
        }

        var name = value.Substring(start, at - start);
        if (name.Length == 0)
        {
            return null;
        }

        var positional = ImmutableArray<string>.Empty;
        var named = ImmutableArray<KeyValuePair<string, string>>.Empty;
        while (at < value.Length && value[at] != '}' && positional.Length + named.Length < MostArguments)
        {
            var (key, argument) = Argument();
            if (key is not null)
            {
                named = named.Add(new(key, argument));
            }
            else if (argument.Length > 0)
            {
                positional = positional.Add(argument);
            }

            if (at < value.Length && value[at] == ',')
            {
                at++;
            }
        }

        return new(name, positional, named);

        void SkipSpace()
        {
            while (at < value.Length && char.IsWhiteSpace(value[at]))
            {
                at++;
            }
        }

        (string? Key, string Value) Argument()
        {
            SkipSpace();
            var first = at;
            var equals = -1;
            var depth = 0;
            for (; at < value.Length; at++)
            {
                switch (value[at])
                {
                    case '\'':
                        // To its partner; an apostrophe alone is text.
                        var partner = value.IndexOf('\'', at + 1);
                        at = partner < 0 ? at : partner;
                        break;
                    case '{' or '(' or '[':
                        depth++;
                        break;
                    case '}' when depth == 0:
                    case ',' when depth == 0:
                        return Split(first, equals);
                    case '}' or ')' or ']':
                        depth--;
                        break;
                    case '=' when depth == 0 && equals < 0:
                        equals = at;
                        break;
                }
            }

            return Split(first, equals);
        }

        (string? Key, string Value) Split(int first, int equals) => equals < 0
            ? (null, Plain(value.Substring(first, at - first)))
            : (value.Substring(first, equals - first).Trim(), Plain(value.Substring(equals + 1, at - equals - 1)));

        static string Plain(string part)
        {
            part = part.Trim();
            return part.Length > 1 && part[0] == '\'' && part[part.Length - 1] == '\'' ? part.Substring(1, part.Length - 2) : part;
        }
    }

    /// <summary>A value by its name, or null.</summary>
    public string? Argument(string name)
    {
        foreach (var pair in Named)
        {
            if (pair.Key == name)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>The path of a binding to the context around it: <c>A.B</c>; null when it is none, has a source of its own or turns the value round.</summary>
    public string? BindingPath() =>
        Name is "Binding" or "x:Bind" or "CompiledBinding" or "ReflectionBinding"
        && Argument("Source") is null && Argument("ElementName") is null && Argument("RelativeSource") is null
        && (Argument("Path") ?? Positional.FirstOrDefault()) is { Length: > 0 } path && path != "."
        && path[0] is not ('#' or '$' or '!')
            ? path
            : null;
}
