using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One pass over a text with markup.</summary>
internal sealed class MarkupScanner(string input, bool treatPositionIndicatorsAsCode)
{
    private readonly StringBuilder _output = new();
    private readonly List<int> _positions = [];
    private readonly List<(string Name, TextSpan Span)> _spans = [];
    private readonly Stack<(int Start, int Input)> _unnamed = new();
    private readonly Stack<(string Name, int Start, int Input)> _named = new();
    private int _index;

    public void Scan(out string output, out ImmutableArray<int> positions, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        while (_index < input.Length)
        {
            Step();
        }

        if (_unnamed.TryPeek(out var unnamed))
        {
            throw Bad("Saw '[|' without matching '|]'", unnamed.Input);
        }

        if (_named.TryPeek(out var named))
        {
            throw Bad($"Saw '{{|{named.Name}:' without matching '|}}'", named.Input);
        }

        output = _output.ToString();
        positions = [.. _positions];
        spans = _spans.GroupBy(item => item.Name).ToImmutableDictionary(
            group => group.Key,
            group => group.Select(item => item.Span).OrderBy(span => span.Start).ThenBy(span => span.End).ToImmutableArray());
    }

    private void Step()
    {
        if (!treatPositionIndicatorsAsCode && Skip("$$"))
        {
            _positions.Add(_output.Length);
        }
        else if (Skip("[|"))
        {
            _unnamed.Push((_output.Length, _index - 2));
        }
        else if (Skip("|]"))
        {
            if (!_unnamed.TryPop(out var opened))
            {
                throw Bad("Saw '|]' without matching '[|'", _index - 2);
            }

            _spans.Add((string.Empty, TextSpan.FromBounds(opened.Start, _output.Length)));
        }
        else if (Skip("|}"))
        {
            if (!_named.TryPop(out var opened))
            {
                throw Bad("Saw '|}' without matching '{|name:'", _index - 2);
            }

            _spans.Add((opened.Name, TextSpan.FromBounds(opened.Start, _output.Length)));
        }
        else if (NameAt(_index) is { } name)
        {
            _named.Push((name, _output.Length, _index));
            _index += name.Length + 3;
        }
        else
        {
            _output.Append(input[_index++]);
        }
    }

    private bool Skip(string mark)
    {
        if (string.CompareOrdinal(input, _index, mark, 0, mark.Length) != 0)
        {
            return false;
        }

        _index += mark.Length;
        return true;
    }

    private string? NameAt(int index)
    {
        if (string.CompareOrdinal(input, index, "{|", 0, 2) != 0)
        {
            return null;
        }

        var end = index + 2;
        while (end < input.Length && (char.IsAsciiLetterOrDigit(input[end]) || "-_.+#".Contains(input[end], StringComparison.Ordinal)))
        {
            end++;
        }

        return end > index + 2 && end < input.Length && input[end] == ':' ? input[(index + 2)..end] : null;
    }

    private ArgumentException Bad(string problem, int index)
    {
        var line = input[..index].Count(character => character == '\n') + 1;
        var column = index - (index == 0 ? -1 : input.LastIndexOf('\n', index - 1));
        return new ArgumentException($"{problem}: line {line} column {column} of the input with markup.");
    }
}
