using KkAnalyzers.Markup;
using KkAnalyzers.Wording;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>What pressing it means.</summary>
internal enum ActionRole
{
    Unknown,
    Accept,

    /// <summary>Yes by taking note: OK, got it.</summary>
    Acknowledge,
    Reject,
    Postpone,
    Settings,
}

/// <summary>Something to press in a dialog.</summary>
/// <param name="Element">Where it stands.</param>
/// <param name="Span">The part to show: the start tag, or an attribute of the dialog that names a button.</param>
/// <param name="Text">What stands on it, else its name.</param>
/// <param name="Role">What it means.</param>
internal sealed record DialogAction(MarkupElement Element, TextSpan Span, string Text, ActionRole Role);

/// <summary>The actions of a part of a page, and whether it may have more than the file shows.</summary>
internal sealed class DialogActions
{
    /// <summary>Nodes of a dialog that are read; a larger one is a page.</summary>
    private const int Largest = 600;

    /// <summary>Longest text of a dialog that is kept, in characters.</summary>
    private const int LongestText = 2000;

    private static readonly string[] NameAttributes =
        ["id", "name", "value", "onclick", "@onclick", "OnClick", "Click", "Clicked", "Command", "Tapped", "x:Name", "Name", "asp-page-handler", "asp-action", "data-action", "data-cookie-string", "href", "class"];

    private static readonly string[] ButtonAttributes =
        ["PrimaryButtonText", "SecondaryButtonText", "CloseButtonText", "OkText", "YesText", "NoText", "CancelText", "ConfirmText", "ButtonText", "CancelButtonText", "SaveText"];

    /// <summary>Ends of names of components that show something and ask nothing.</summary>
    private static readonly string[] Quiet =
        ["text", "icon", "image", "img", "divider", "spacer", "title", "header", "label", "badge", "avatar", "progress", "head", "meta", "stylesheet", "link", "block", "heading", "styles", "spinner"];

    private readonly WordingList _words;
    private readonly ResourceTexts _resources;

    public DialogActions(WordingList words, ResourceTexts resources)
    {
        _words = words;
        _resources = resources;
    }

    /// <summary>What a part of a page offers to press.</summary>
    /// <param name="document">The page.</param>
    /// <param name="scope">The part; null for all of it.</param>
    public (List<DialogAction> Actions, List<string> Texts, bool IsWhole) In(MarkupDocument document, MarkupElement? scope)
    {
        var actions = new List<DialogAction>();
        var texts = new List<string>();
        var isWhole = true;
        var read = 0;
        var length = 0;
        if (scope is not null)
        {
            AddButtons(actions, scope);
            isWhole = !scope.HasUnknownAttributes;
        }

        foreach (var node in scope is null ? document.Nodes : document.Within(scope))
        {
            if (read++ > Largest)
            {
                return (actions, texts, false);
            }

            switch (node)
            {
                case MarkupText text when length < LongestText:
                    texts.Add(text.Text);
                    length += text.Text.Length;
                    break;
                case MarkupCode code when code.Parent is null || !MarkupTexts.IsAction(code.Parent):
                    isWhole &= !BringsMarkup(code.Code);
                    break;
                case MarkupElement element:
                    AddButtons(actions, element);
                    if (IsPressed(element))
                    {
                        actions.Add(Read(document, element));
                    }
                    else
                    {
                        isWhole &= !IsChoice(element) && !MayHaveMore(document, element);
                    }

                    break;
            }
        }

        return (actions, texts, isWhole);
    }

    /// <summary>What a text or a name of an action means.</summary>
    public ActionRole RoleOf(List<Word> words) =>
        _words.Is(WordingKinds.Reject, words) ? ActionRole.Reject
        : _words.Texts.Matches(words, "").Any(m => m.Phrase.Kind == WordingKinds.Postponed) ? ActionRole.Postpone
        : _words.Is(WordingKinds.Settings, words) ? ActionRole.Settings
        : _words.Is(WordingKinds.Accept, words) ? ActionRole.Accept
        : _words.Is(WordingKinds.Acknowledge, words) ? ActionRole.Acknowledge
        : ActionRole.Unknown;

    /// <summary>The same for a text, or for the key of a resource by its texts and else by its name; with the text that says so.</summary>
    public (ActionRole Role, string Text) Read(string text)
    {
        if (text.Trim().Contains(' '))
        {
            return (RoleOfText(text), text);
        }

        foreach (var translated in _resources.Of(text.Trim()))
        {
            if (RoleOfText(translated) is var role && role != ActionRole.Unknown)
            {
                return (role, translated);
            }
        }

        return (RoleOf(Sentences.OfName(text)), text);
    }

    private ActionRole RoleOfText(string text) => RoleOf(Sentences.Of(text, asOne: true).FirstOrDefault() ?? []);

    private static bool IsPressed(MarkupElement element) =>
        MarkupTexts.IsAction(element)
        || (element.LocalName is not "input" && element.Attributes.Any(a => a.Name.ToLowerInvariant() is "onclick" or "@onclick" or "tapped"));

    private DialogAction Read(MarkupDocument document, MarkupElement element)
    {
        var text = MarkupTexts.ActionText(document, element).Replace(WordReader.Hole.ToString(), "").Trim();
        if (text.Length == 0)
        {
            text = XamlText(element) ?? "";
        }

        var (role, shown) = text.Length == 0 ? (ActionRole.Unknown, "") : Read(text);
        for (var i = 0; i < NameAttributes.Length && role == ActionRole.Unknown; i++)
        {
            if (element.Attribute(NameAttributes[i]) is { RawValue: { Length: > 0 and < 200 } raw } && (text.Length == 0 || NameAttributes[i] is not ("class" or "href")))
            {
                role = RoleOf(Sentences.OfName(raw));
                shown = shown.Length == 0 && role != ActionRole.Unknown ? raw : shown;
            }
        }

        return new DialogAction(element, element.StartTag, shown, role);
    }

    /// <summary>The key in <c>Text="{x:Static res:Texts.Accept}"</c>.</summary>
    private static string? XamlText(MarkupElement element) =>
        (element.Attribute("Text") ?? element.Attribute("Content") ?? element.Attribute("Header"))?.RawValue is { Length: > 0 } raw && raw[0] == '{'
            ? ControlTexts.LastName(raw.Split(',')[0])
            : null;

    /// <summary>Buttons that a dialog component makes from its attributes.</summary>
    private void AddButtons(List<DialogAction> actions, MarkupElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.RawValue is { Length: > 0 } raw && ButtonAttributes.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase))
            {
                var (role, text) = Read(raw[0] == '{' ? ControlTexts.LastName(raw.Split(',')[0]) : attribute.Value);
                actions.Add(new DialogAction(element, attribute.Span, text, role == ActionRole.Unknown ? RoleOf(Sentences.OfName(attribute.Name)) : role));
            }
        }
    }

    /// <summary>A box or switch: a choice of its own, which no button takes away.</summary>
    private static bool IsChoice(MarkupElement element)
    {
        var name = element.LocalName;
        return (name.Equals("input", StringComparison.OrdinalIgnoreCase) && element.Attribute("type")?.Value.ToLowerInvariant() is "checkbox" or "radio")
            || name.EndsWith("checkbox", StringComparison.OrdinalIgnoreCase) || name.EndsWith("switch", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("SwitchCell", StringComparison.Ordinal) || name.EndsWith("RadioButton", StringComparison.Ordinal)
            || name.Equals("select", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A component or partial page without content here: what it shows is not known.</summary>
    private static bool MayHaveMore(MarkupDocument document, MarkupElement element)
    {
        var name = element.LocalName;
        if (document.Dialect == MarkupDialect.Xml)
        {
            return element.Name.Contains(':') && element.Span == element.StartTag && !EndsQuietly(name) && char.IsUpper(name[0]) && !name.Contains('.');
        }

        var isPart = name is "partial" or "component" or "slot" or "iframe" || element.Name.StartsWith("vc:", StringComparison.OrdinalIgnoreCase);
        var isComponent = (document.Dialect == MarkupDialect.Razor && char.IsUpper(name[0])) || name.Contains('-');
        return isPart || (isComponent && element.Span == element.StartTag && !EndsQuietly(name));
    }

    private static bool EndsQuietly(string name) => Quiet.Any(q => name.EndsWith(q, StringComparison.OrdinalIgnoreCase));

    /// <summary>A fragment, a partial page or raw HTML.</summary>
    private static bool BringsMarkup(string code) =>
        code.Contains("ChildContent") || code.Contains("Partial") || code.Contains("Render") || code.Contains("Html.Raw") || code.Contains("Component")
        || code.Contains("Fragment") || code.Contains("MarkupString") || code is "Body" or "Actions" or "Footer" or "Buttons" or "Content";
}
