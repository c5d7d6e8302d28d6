using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Consent;

/// <summary>
/// Reads a name or a label. Subjects and negations are taken from left to right, the longest first, so that "do not track"
/// is one refusal and not a negated tracking; each negation turns the meaning round once (<c>DisableOptOut</c> is a yes).
/// </summary>
internal sealed class ConsentReader
{
    /// <summary>Words of a label that are read; what follows is no label any more.</summary>
    private const int LongestText = 60;

    /// <summary>Letters of a no that answers (no, non, nee, neen), as against one that commands (untick).</summary>
    private const int LongestNo = 4;

    private readonly ConsentVocabulary _words;

    public ConsentReader(ConsentVocabulary words) => _words = words;

    public ConsentVocabulary Words => _words;

    /// <summary>Reads the name of a member, parameter, control or key; null when it is not about consent.</summary>
    public ConsentReading? Name(string name) => _words.MayBegin(name) ? Read(First(ConsentTokens.Split(name)), isText: false) : null;

    /// <summary>The same without leaving out dates, states and texts about a choice: ConsentDate tells that there is a consent.</summary>
    public ConsentReading? Loose(string name) => _words.MayBegin(name) ? Read(First(ConsentTokens.Split(name)), isText: false, isLoose: true) : null;

    /// <summary>Reads the text that a person sees; null when it is not about consent.</summary>
    public ConsentReading? Text(string text) => Read(First(ConsentTokens.Split(text)), isText: true);

    /// <summary>The kind of owner that these names of types or methods, folders or forms tell.</summary>
    public ConsentOwner Owner(ImmutableArray<string> tokens)
    {
        if (_words.AnyHas(tokens, ConsentRoles.SampleOwner) || _words.AnyHas(tokens, ConsentRoles.FilterOwner) || _words.AnyHas(tokens, ConsentRoles.AuthorityOwner))
        {
            return ConsentOwner.Unrelated;
        }

        return _words.AnyHas(tokens, ConsentRoles.PersonOwner) ? ConsentOwner.Person
            : _words.AnyHas(tokens, ConsentRoles.SystemOwner) ? ConsentOwner.System
            : ConsentOwner.Unknown;
    }

    /// <summary>
    /// How loud a yes is that nobody chose: warning, information (a channel for messages that may be service messages), or
    /// null for silence.
    /// </summary>
    public static DiagnosticSeverity? Weigh(ConsentReading reading, ConsentOwner owner) => reading switch
    {
        { Polarity: not ConsentPolarity.Given } => null,
        { Subject: ConsentSubjects.Renewal } => null,
        _ when owner == ConsentOwner.Unrelated => null,
        { HasNoun: false } when owner == ConsentOwner.System => null,
        { Needs: TermNeeds.Verb } => null,
        { Needs: TermNeeds.Support } when owner != ConsentOwner.Person => null,
        { Subject: ConsentSubjects.Notifications } => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Warning,
    };

    /// <summary>
    /// How loud it is to switch off a rule about consent or a way out. To ignore a refusal is a claim; to show or require nothing is
    /// information, for the one who signs in to a first-party application is not asked either.
    /// </summary>
    public static DiagnosticSeverity? WeighOff(ConsentReading reading) => reading switch
    {
        { IsReversed: true } => null,
        { Polarity: ConsentPolarity.WayOut } or { Polarity: ConsentPolarity.Rule, HasOptOut: true } => DiagnosticSeverity.Warning,
        { Polarity: ConsentPolarity.Rule } when reading.HasNoun || reading.Subject == "cookies" || reading is { Subject: "tracking", Needs: TermNeeds.Nothing } => DiagnosticSeverity.Info,
        _ => null,
    };

    private static ImmutableArray<string> First(ImmutableArray<string> tokens) =>
        tokens.Length > LongestText ? ImmutableArray.Create(tokens, 0, LongestText) : tokens;

    private ConsentReading? Read(ImmutableArray<string> tokens, bool isText, bool isLoose = false)
    {
        if (tokens.IsEmpty)
        {
            return null;
        }

        var taken = new bool[tokens.Length];
        var turns = ImmutableArray.CreateBuilder<string>();
        var optOut = false;
        var isReversed = false;
        var wish = false;
        ConsentTerm? noun = null;
        ConsentTerm? subject = null;
        ConsentTerm? general = null;
        for (var i = 0; i < tokens.Length;)
        {
            var (term, length) = Longest(tokens, i, isText);
            if (term is null)
            {
                i++;
                continue;
            }

            for (var end = i + length; i < end; i++)
            {
                taken[i] = true;
            }

            switch (term.Role)
            {
                case ConsentRoles.No:
                    turns.Add(term.Term);
                    isReversed = !isReversed;
                    wish |= _words.Has(string.Concat(ConsentTokens.Split(term.Term)), ConsentRoles.Wish);
                    break;
                case ConsentRoles.OptOut:
                    turns.Add(term.Term);
                    optOut = true;
                    noun ??= term;
                    break;
                case ConsentSubjects.Consent:
                    noun = noun is null || noun.Role == ConsentRoles.OptOut ? term : noun;
                    break;
                default:
                    if (term.Needs != TermNeeds.Nothing)
                    {
                        general ??= term;
                    }
                    else
                    {
                        subject ??= term;
                    }

                    break;
            }
        }

        // "No, I don't want …" refuses once.
        if (isText && turns.Count > 1 && _words.Has(tokens[0], ConsentRoles.No) && tokens[0].Length <= LongestNo)
        {
            turns.RemoveAt(0);
        }

        if ((subject ?? general ?? noun) is not { } word)
        {
            return null;
        }

        var rest = tokens.Where((_, i) => !taken[i]).ToImmutableArray();
        var hasNoun = noun is not null;
        if (!isText && !isLoose && ((RestHas(ConsentRoles.About) && !RestHas(ConsentRoles.Default)) || RestHas(ConsentRoles.State) || (!hasNoun && RestHas(ConsentRoles.Service))))
        {
            return null;
        }

        var rule = RestFind(ConsentRoles.Rule);
        var way = rule is null && optOut ? RestFind(ConsentRoles.Capability) : null;
        var polarity = rule is not null ? ConsentPolarity.Rule
            : way is not null ? ConsentPolarity.WayOut
            : turns.Count % 2 == 1 ? ConsentPolarity.Refused
            : ConsentPolarity.Given;
        var role = word.Role == ConsentRoles.OptOut ? ConsentSubjects.Consent : word.Role;
        var hasVerb = RestHas(ConsentRoles.Verb) || (role is ConsentSubjects.Marketing or ConsentSubjects.Newsletter && RestHas(ConsentRoles.Channel));
        return new ConsentReading(role, polarity, word.Term, hasNoun, hasVerb, hasNoun || hasVerb ? TermNeeds.Nothing : word.Needs)
        {
            Turns = turns.ToImmutable(),
            HasOptOut = optOut,
            IsReversed = isReversed,
            IsWish = wish || optOut,
            Frame = rule ?? way,
        };

        bool RestHas(string wanted) => RestFind(wanted) is not null;

        string? RestFind(string wanted)
        {
            for (var i = 0; i < rest.Length; i++)
            {
                if ((With(rest[i]) ?? (i + 1 < rest.Length ? With(rest[i] + rest[i + 1]) : null)) is { } found)
                {
                    return found.Term;
                }
            }

            return null;

            ConsentTerm? With(string glued) => _words.Find(glued).FirstOrDefault(e => e.Role == wanted && !(isText && e.NamesOnly));
        }
    }

    /// <summary>The longest subject or negation that begins here, in the words as they stand or without small words between.</summary>
    private (ConsentTerm? Term, int Length) Longest(ImmutableArray<string> tokens, int start, bool isText)
    {
        (ConsentTerm? Term, int Length) best = default;
        var glued = "";
        var bare = "";
        var bareWords = 0;
        for (var i = start; i < tokens.Length && bareWords < ConsentVocabulary.LongestTerm && i - start < 2 * ConsentVocabulary.LongestTerm; i++)
        {
            glued = i - start < ConsentVocabulary.LongestTerm ? glued + tokens[i] : "";
            if (glued.Length > 0)
            {
                Consider(glued, i - start + 1);
            }

            if (ConsentVocabulary.IsStopWord(tokens[i]))
            {
                if (i == start)
                {
                    bareWords = ConsentVocabulary.LongestTerm;
                }

                continue;
            }

            bare += tokens[i];
            bareWords++;
            Consider(bare, i - start + 1);
        }

        return best;

        void Consider(string text, int length)
        {
            foreach (var entry in _words.Find(text))
            {
                var usable = entry.Role == ConsentRoles.No || ConsentVocabulary.IsSubject(entry.Role);
                if (usable && length > best.Length && !(isText && entry.NamesOnly) && !TakenAway(entry.Role, start, length))
                {
                    best = (entry, length);
                }
            }
        }

        bool TakenAway(string role, int from, int length)
        {
            var not = ConsentRoles.Not + role;
            for (var i = 0; i < tokens.Length; i++)
            {
                if ((i < from || i >= from + length) && _words.Find(tokens[i]).Any(e => e.Role == not && !(isText && e.NamesOnly)))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
