using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Wording;

/// <summary>
/// A phrase of the list. It is tried on the words of one sentence step by step, each step on all places at once, so that the
/// work is bounded by words times steps: no text makes it slow, and no time limit is needed.
/// </summary>
internal sealed class Phrase
{
    /// <summary>Words that <c>...</c> stands for at most.</summary>
    private const int LongestGap = 12;

    /// <summary>Letters of the shortest beginning.</summary>
    private const int ShortestBeginning = 4;

    /// <summary>From this many letters on words are rare; of several such steps the one with the fewest words is looked for.</summary>
    private const int RareLength = 4;

    private const string Number = "<number>";

    private readonly ImmutableArray<Step> _steps;
    private readonly bool _first;
    private readonly bool _last;

    private Phrase(string text, string kind, string language, ImmutableArray<Step> steps, bool first, bool last)
    {
        Text = text;
        Kind = kind;
        Language = language;
        _steps = steps;
        _first = first;
        _last = last;
        Anchors = steps.Where(s => !s.IsOptional && s.ShortestLength > 0)
            .OrderByDescending(s => Math.Min(s.ShortestLength, RareLength)).ThenBy(s => s.Words.Length).FirstOrDefault()?.Words
            ?? ImmutableArray<Choice>.Empty;
    }

    /// <summary>As the list writes it.</summary>
    public string Text { get; }

    public string Kind { get; }

    public string Language { get; }

    /// <summary>Words of which one stands in every sentence that the phrase matches.</summary>
    public ImmutableArray<Choice> Anchors { get; }

    /// <summary>The phrase, or in English what is wrong with it.</summary>
    /// <param name="text">As the list writes it.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="language">Its language.</param>
    /// <param name="group">Gives the words of a group.</param>
    public static (Phrase? Phrase, string? Problem) Parse(string text, string kind, string language, Func<string, IEnumerable<string>> group)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var parts = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var gap = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if ((part == "^" && i == 0) || (part == "$" && i == parts.Length - 1))
            {
                continue;
            }

            if (part is "^" or "$")
            {
                return (null, $"'{part}' stands at the {(part == "^" ? "beginning" : "end")} of a phrase");
            }

            if (part is "..." or "…")
            {
                gap = LongestGap;
                continue;
            }

            var isOptional = part[part.Length - 1] == '?';
            var choices = ImmutableArray.CreateBuilder<Choice>();
            foreach (var word in part.TrimEnd('?').Split('/'))
            {
                var words = word.Length > 2 && word[0] == '<' && word != Number ? group(word) : [word];
                foreach (var one in words)
                {
                    if (Choice.Problem(one) is { } problem)
                    {
                        return (null, problem);
                    }

                    choices.Add(Choice.Of(one));
                }
            }

            steps.Add(new Step(choices.ToImmutable(), gap, isOptional));
            gap = 0;
        }

        if (gap > 0)
        {
            return (null, "a phrase does not end with a gap");
        }

        if (!steps.Any(s => !s.IsOptional && s.Words.Any(w => !w.IsNumber)))
        {
            return (null, "the phrase has no word");
        }

        return (new Phrase(text, kind, language, steps.ToImmutable(), parts[0] == "^", parts[parts.Length - 1] == "$"), null);
    }

    /// <summary>The words from first to last that the phrase matches; null when it does not.</summary>
    public TextSpan? Match(List<Word> words)
    {
        // reached[i]: a match of the steps so far ends before word i; the value is its first word, the latest if several are.
        var reached = new int[words.Count + 1];
        for (var i = 0; i < reached.Length; i++)
        {
            reached[i] = _first && i > 0 ? -1 : i;
        }

        foreach (var step in _steps)
        {
            var next = new int[words.Count + 1];
            for (var i = 0; i < next.Length; i++)
            {
                next[i] = step.IsOptional ? reached[i] : -1;
            }

            var isAny = false;
            for (var from = 0; from < words.Count; from++)
            {
                if (reached[from] < 0)
                {
                    continue;
                }

                for (var at = from; at <= from + step.Gap && at < words.Count; at++)
                {
                    if (step.Matches(words[at]))
                    {
                        next[at + 1] = Math.Max(next[at + 1], reached[from]);
                        isAny = true;
                    }
                }
            }

            if (!isAny && !step.IsOptional)
            {
                return null;
            }

            reached = next;
        }

        for (var end = _last ? words.Count : 1; end <= words.Count; end++)
        {
            if (reached[end] >= 0 && reached[end] < end)
            {
                return TextSpan.FromBounds(words[reached[end]].Span.Start, words[end - 1].Span.End);
            }
        }

        return null;
    }

    /// <summary>One word of a step.</summary>
    internal readonly record struct Choice(string Text, bool IsBeginning, bool IsNumber)
    {
        public static Choice Of(string word)
        {
            if (word == Number)
            {
                return new Choice("", false, true);
            }

            var isBeginning = word[word.Length - 1] == '*';
            return new Choice(Plain(word.TrimEnd('*')), isBeginning, false);
        }

        public static string? Problem(string word)
        {
            if (word == Number)
            {
                return null;
            }

            var plain = Plain(word.TrimEnd('*'));
            return plain.Length == 0 || plain.Contains(' ') ? $"'{word}' is not one word"
                : word.EndsWith("*", StringComparison.Ordinal) && plain.Length < ShortestBeginning ? $"'{word}' has fewer than {ShortestBeginning} letters before the star"
                : null;
        }

        public bool Matches(Word word) => IsNumber ? word.IsNumber
            : IsBeginning ? word.Text.StartsWith(Text, StringComparison.Ordinal)
            : word.Text == Text;

        /// <summary>The same for the letters of a word that is no number.</summary>
        public bool Matches(ReadOnlySpan<char> letters) => IsBeginning ? letters.StartsWith(Text.AsSpan()) : !IsNumber && letters.SequenceEqual(Text.AsSpan());

        /// <summary>As texts are read: without capitals, accents and hyphens.</summary>
        private static string Plain(string word)
        {
            var reader = new WordReader(word);
            var plain = reader.Next() && !reader.IsNumber ? reader.Letters.ToString() : "";
            return reader.Next() ? plain + " " : plain;
        }
    }

    /// <summary>One word of several, behind a gap or not.</summary>
    private sealed record Step(ImmutableArray<Choice> Words, int Gap, bool IsOptional)
    {
        public int ShortestLength { get; } = Words.Length == 0 || Words.Any(w => w.IsNumber) ? 0 : Words.Min(w => w.Text.Length);

        public bool Matches(Word word)
        {
            foreach (var choice in Words)
            {
                if (choice.Matches(word))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
