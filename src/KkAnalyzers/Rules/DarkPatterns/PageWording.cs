using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3205 in pages, views and resources.</summary>
internal sealed class PageWording
{
    /// <summary>How far up the dialog around an action may be.</summary>
    private const int Surroundings = 32;

    /// <summary>Words of a label whose negation counts; a longer one explains something.</summary>
    private const int LongestLabel = 20;

    /// <summary>Fewest words by which a text is known to be in one language.</summary>
    private const int FewestWords = 4;

    private readonly SteeringTexts _texts;
    private readonly ConsentMembers _members;
    private readonly DialogActions _actions;
    private readonly ResourceTexts _resources;
    private readonly WordingList _words;

    public PageWording(SteeringTexts texts, ConsentMembers members, DialogActions actions, ResourceTexts resources, WordingList words)
    {
        _texts = texts;
        _members = members;
        _actions = actions;
        _resources = resources;
        _words = words;
    }

    public void Report(AdditionalFileAnalysisContext context, MarkupFile file)
    {
        if (MayHave(file.Text))
        {
            var language = file.Dialect == MarkupDialect.Xml ? "" : TextLanguage.OfPage(file.Document) is { Length: > 0 } page ? page : TextLanguage.OfPath(context.AdditionalFile.Path);
            if (language != TextLanguage.Other)
            {
                var postponing = new PostponingDialogs(file.Document, this);
                _texts.Inspection.Inspected(MarkupTexts.Read(file, _words.Texts, text => Check(context, file.Source, text, language, postponing)));
            }
        }
        else
        {
            _texts.Inspection.Inspected();
        }

        if (_texts.Wants(WordingKinds.Mismatch) && (file.Dialect == MarkupDialect.Xml ? XamlControls.MayBeIn(file.Text) : HtmlControls.MayBeIn(file.Text)))
        {
            Mismatches(context, file);
        }
    }

    /// <summary>Files that are no page: .resx, JSON with texts, Info.plist.</summary>
    public void ReportResource(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        var isResx = ResourceFiles.IsResx(path);
        var isPropertyList = !isResx && ResourceFiles.IsPropertyList(path);
        if ((!isResx && !isPropertyList && !ResourceFiles.IsJson(path)) || TextLanguage.OfPath(path) is not (not TextLanguage.Other and var language))
        {
            return;
        }

        if (isResx || isPropertyList)
        {
            if (MarkupFile.For(context.AdditionalFile, MarkupDialect.Xml, context.CancellationToken) is not { } file)
            {
                return;
            }

            foreach (var text in isResx ? ResourceFiles.Resx(file) : ResourceFiles.PropertyList(file))
            {
                Check(context, file.Source, text, language, null);
                if (isResx && language is "nl" or "fr")
                {
                    StillInAnotherLanguage(context, file.Source, text, path);
                }
            }
        }
        else if (context.AdditionalFile.GetText(context.CancellationToken) is { } source && source.ToString() is var json && MayHave(json))
        {
            foreach (var text in ResourceFiles.Json(json))
            {
                Check(context, source, text, language, null);
            }
        }
    }

    /// <summary>Escapes may hide the beginning of a word; they are rare enough to read such a file anyway.</summary>
    private bool MayHave(string text) =>
        _words.Texts.MayMatch(text) || text.IndexOf("acute;", StringComparison.Ordinal) >= 0 || text.IndexOf("&#", StringComparison.Ordinal) >= 0
        || text.IndexOf("\\u", StringComparison.Ordinal) >= 0;

    private void Check(AdditionalFileAnalysisContext context, SourceText source, UiText text, string language, PostponingDialogs? postponing) =>
        _texts.Check(text.Value, text.Role, text.Key, language, (kind, span, quote) =>
        {
            if (kind != WordingKinds.Postponed || (text.Element is not null && postponing?.Has(text.Element) == true))
            {
                Report(context, source, text.Place(span), SteeringTexts.Arguments(kind, quote));
            }
        });

    private static void Report(AdditionalFileAnalysisContext context, SourceText source, TextSpan place, params MessageArg[] arguments) =>
        context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK3205, MarkupDocument.Location(context.AdditionalFile.Path, source, place), arguments));

    /// <summary>About consent, advertising, messages, the location and so on.</summary>
    private bool IsAsked(string text) => text.Length is > 2 and < 1000 && _members.Reader.Text(text) is { Needs: TermNeeds.Nothing };

    /// <summary>A control whose name says yes and whose label says no, or the reverse.</summary>
    private void Mismatches(AdditionalFileAnalysisContext context, MarkupFile file)
    {
        var html = file.Dialect == MarkupDialect.Xml ? null : new HtmlControls(file.Document);
        var xaml = file.Dialect == MarkupDialect.Xml ? new XamlControls(file.Document) : null;
        foreach (var control in html?.All() ?? xaml!.All())
        {
            if (control.Kind == ControlKind.Box && Polar(control.Names) is { } name)
            {
                Mismatch(context, file, control, name, html?.Texts(control) ?? xaml!.Texts(control));
            }
        }
    }

    /// <summary>The first name that says yes or no to something a person may refuse.</summary>
    private string? Polar(ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            if (_members.Name(name) is { Polarity: ConsentPolarity.Given or ConsentPolarity.Refused })
            {
                return name;
            }
        }

        return null;
    }

    private void Mismatch(AdditionalFileAnalysisContext context, MarkupFile file, MarkupControl control, string name, ControlTexts labels)
    {
        var label = labels.Texts.Concat(labels.Names.SelectMany(_resources.Of)).FirstOrDefault(t => SaysTheOpposite(_members, name, t));
        if (label is not null)
        {
            var element = control.Node as MarkupElement;
            Report(
                context,
                file.Source,
                control.BindingSpan.Length > 0 ? control.BindingSpan : element?.StartTag ?? control.Node.Span,
                Quote.Of(label),
                MessageArg.Text(Texts.WordingMismatch, name));
        }
    }

    /// <summary>True when the label of a yes-or-no control turns the meaning of its name round.</summary>
    public static bool SaysTheOpposite(ConsentMembers members, string name, string label)
    {
        if (members.Name(name) is not { Polarity: ConsentPolarity.Given or ConsentPolarity.Refused } named
            || Sentences.Of(label).FirstOrDefault() is not { Count: > 1 and <= LongestLabel } sentence
            || members.Reader.Text(label.Substring(0, sentence[sentence.Count - 1].Span.End)) is not { Needs: TermNeeds.Nothing, Polarity: ConsentPolarity.Given or ConsentPolarity.Refused } said)
        {
            return false;
        }

        return named.Polarity != said.Polarity
            && (Kin(named.Subject) == Kin(said.Subject) || named.Subject == ConsentSubjects.Consent || said.Subject == ConsentSubjects.Consent);

        // Subjects that one label names together.
        static string Kin(string subject) => subject switch
        {
            ConsentSubjects.Newsletter => ConsentSubjects.Marketing,
            "cookies" or "profiling" or "ads" => "tracking",
            "third-party" => "sharing",
            _ => subject,
        };
    }

    /// <summary>A text about consent that is letter by letter that of the neutral file, and no name of something.</summary>
    private void StillInAnotherLanguage(AdditionalFileAnalysisContext context, SourceText source, UiText text, string path)
    {
        if (_texts.Wants(WordingKinds.Language) && _resources.Of(text.Key, path, "") == text.Value
            && Sentences.Of(text.Value).FirstOrDefault() is { Count: >= FewestWords } && IsAsked(text.Value)
            && IsEnglish(text.Value))
        {
            Report(context, source, text.Place(new TextSpan(0, text.Value.Length)), Quote.Of(text.Value), MessageArg.Text(Texts.WordingLanguage));
        }
    }

    /// <summary>Small words that neither Dutch nor French has.</summary>
    private static bool IsEnglish(string text) =>
        Sentences.Of(text).SelectMany(s => s).Count(w => w.Text is "the" or "and" or "you" or "your" or "to" or "this" or "with" or "our" or "i" or "my" or "from" or "that") >= 2;

    /// <summary>Dialogs of one page that take "later" and no "no" for something that a person may refuse; each is read once.</summary>
    private sealed class PostponingDialogs(MarkupDocument document, PageWording page)
    {
        private readonly DialogNames _names = new(page._words);
        private readonly Dictionary<MarkupElement, bool> _dialogs = [];

        /// <summary>True for an action in such a dialog.</summary>
        public bool Has(MarkupElement action)
        {
            MarkupElement? dialog = action;
            for (var i = 0; i < Surroundings && dialog is not null && !_names.IsDialog(dialog); i++)
            {
                dialog = dialog.Parent;
            }

            if (dialog is null)
            {
                return false;
            }

            if (!_dialogs.TryGetValue(dialog, out var postpones))
            {
                postpones = Postpones(dialog);
                _dialogs.Add(dialog, postpones);
            }

            return postpones;
        }

        private bool Postpones(MarkupElement dialog)
        {
            var (actions, texts, isWhole) = page._actions.In(document, dialog);
            if (actions.Exists(a => a.Role == ActionRole.Reject) || !actions.Exists(a => a.Role is not (ActionRole.Postpone or ActionRole.Reject))
                || (!texts.Exists(page.IsAsked) && !dialog.Attributes.Any(a => page.IsAsked(a.Value))))
            {
                return false;
            }

            if (!isWhole)
            {
                page._texts.Inspection.NotFollowed();
            }

            return isWhole;
        }
    }
}
