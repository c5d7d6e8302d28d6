using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Wording;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3205 on one text, wherever it comes from.</summary>
internal sealed class SteeringTexts(WordingList words, Inspection inspection, ImmutableHashSet<string> ignoredKinds)
{
    /// <summary>Last words of a key of a resource that declines, next to the phrases of refusal.</summary>
    private static readonly ImmutableHashSet<string> Declining = ImmutableHashSet.Create(
        "no", "nee", "neen", "non", "negative", "secondary", "skip", "dismiss", "refusal", "weigering", "refus");

    public Inspection Inspection => inspection;

    /// <summary>True when a text of this kind is to be reported.</summary>
    public bool Wants(string kind) => !ignoredKinds.Contains(kind);

    /// <summary>Finds what the text steers with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="key">Name of the resource, or empty.</param>
    /// <param name="language">nl, fr or en; empty for all.</param>
    /// <param name="report">Gets the kind, the part of the text, and the text to quote.</param>
    public void Check(string text, TextRole role, string key, string language, Action<string, TextSpan, string> report)
    {
        if (role != TextRole.Action)
        {
            // What stands on an action was counted when it was read as a text.
            inspection.Inspected();
        }

        if (!words.Texts.MayMatch(text))
        {
            return;
        }

        var declines = role == TextRole.Action || (key.Length > 0 && Declines(key));
        if (role != TextRole.Action)
        {
            foreach (var sentence in Sentences.Of(text))
            {
                foreach (var (phrase, span) in words.Matches(sentence, language))
                {
                    if (phrase.Kind is not (WordingKinds.Shaming or WordingKinds.Postponed) && Wants(phrase.Kind))
                    {
                        report(phrase.Kind, span, Sentence(text, sentence));
                    }
                }
            }
        }

        if (declines)
        {
            foreach (var sentence in Sentences.Of(text, asOne: true).Take(1))
            {
                foreach (var (phrase, span) in words.Matches(sentence, language))
                {
                    if (phrase.Kind == WordingKinds.Shaming || (phrase.Kind == WordingKinds.Postponed && role == TextRole.Action))
                    {
                        if (Wants(phrase.Kind))
                        {
                            report(phrase.Kind, span, text);
                        }
                    }
                }
            }
        }
    }

    public static MessageArg[] Arguments(string kind, string quote) => [Quote.Of(quote), MessageArg.Text(WordingKinds.TextKey(kind))];

    private static string Sentence(string text, List<Word> sentence) =>
        text.Substring(sentence[0].Span.Start, sentence[sentence.Count - 1].Span.End - sentence[0].Span.Start);

    private bool Declines(string key)
    {
        var name = Sentences.OfName(key);
        return name.Exists(w => Declining.Contains(w.Text)) || words.Is(WordingKinds.Reject, name);
    }
}
