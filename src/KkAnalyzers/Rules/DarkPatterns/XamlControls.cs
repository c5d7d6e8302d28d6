using System.Collections.Immutable;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>Controls of XAML: MAUI, WPF, WinUI, Avalonia and libraries that name theirs alike.</summary>
internal sealed class XamlControls(MarkupDocument document)
{
    /// <summary>How many nodes beside a control may hold its label.</summary>
    private const int LabelDistance = 24;

    private static readonly ImmutableArray<string> ControlEnds = ImmutableArray.Create(
        "CheckBox", "Switch", "SwitchCell", "ToggleButton", "RadioButton");

    private static readonly ImmutableArray<string> States = ImmutableArray.Create("IsChecked", "IsToggled", "IsOn", "On", "Checked");

    private static readonly ImmutableArray<string> TextAttributes = ImmutableArray.Create(
        "Content", "Text", "Header", "Label", "Title", "OnContent", "AutomationProperties.Name", "SemanticProperties.Description");

    private static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "x:Name", "Name", "x:Uid", "AutomationId", "AutomationProperties.AutomationId", "GroupName");

    private static readonly ImmutableArray<string> Fallbacks = ImmutableArray.Create("FallbackValue=", "TargetNullValue=");

    /// <summary>False when no element of the text can be a control, so that it need not be read.</summary>
    public static bool MayBeIn(string text) => ControlEnds.Any(e => text.IndexOf(e, StringComparison.Ordinal) >= 0);

    /// <summary>All controls of the file, on or off. Made anew each time, as those of HTML are.</summary>
    public IEnumerable<MarkupControl> All() => document.Elements.Where(IsControl).Select(Control);

    public ControlTexts Texts(MarkupControl control)
    {
        var texts = new ControlTexts();
        var element = (MarkupElement)control.Node;
        Add(texts, element);
        foreach (var node in document.Within(element).Take(LabelDistance))
        {
            if (node is MarkupText { Text: var text } && !text.Trim().Equals("True", StringComparison.OrdinalIgnoreCase))
            {
                texts.AddText(text);
            }
            else if (node is MarkupElement inner)
            {
                Add(texts, inner);
            }
        }

        if (texts.IsEmpty)
        {
            AddNeighbour(texts, element);
        }

        return texts;
    }

    private static bool IsControl(MarkupElement element)
    {
        foreach (var end in ControlEnds)
        {
            if (element.LocalName.EndsWith(end, StringComparison.Ordinal))
            {
                return element.LocalName.IndexOf('.') < 0;
            }
        }

        return false;
    }

    private MarkupControl Control(MarkupElement element)
    {
        MarkupAttribute? binding = null;
        string? path = null;
        Tick? tick = null;
        foreach (var state in States)
        {
            if (element.Attribute(state) is { } attribute)
            {
                tick ??= Ticked(element, attribute);
                if (path is null && attribute.Contains("{") && (attribute.PlainBinding ?? BindingPath(attribute.Value)) is { } found)
                {
                    (binding, path) = (attribute, found);
                }
            }
        }

        return new MarkupControl(
            element,
            tick ?? TickedInside(element),
            string.Equals(element.Attribute("IsEnabled")?.Value, "False", StringComparison.OrdinalIgnoreCase)
                || string.Equals(element.Attribute("IsHitTestVisible")?.Value, "False", StringComparison.OrdinalIgnoreCase),
            element.LocalName.EndsWith("RadioButton", StringComparison.Ordinal) ? ControlKind.Radio : ControlKind.Box,
            element.Attribute("Value")?.Value ?? "",
            path,
            binding?.Span ?? default,
            NamesOf);
    }

    private static (string Key, ImmutableArray<string> Names) NamesOf(MarkupControl control)
    {
        var element = (MarkupElement)control.Node;
        var names = ImmutableArray<string>.Empty;
        foreach (var name in Names)
        {
            if (element.Attribute(name)?.Value is { Length: > 0 } value && value[0] != '{')
            {
                names = names.Add(value);
            }
        }

        if (control.Binding is { } path && ControlTexts.LastName(path) is { Length: > 0 } last)
        {
            names = names.Add(last);
        }

        return (element.Attribute("x:Name")?.Value ?? "", names);
    }

    private static Tick? Ticked(MarkupElement element, MarkupAttribute attribute)
    {
        if (!attribute.Contains("True", StringComparison.OrdinalIgnoreCase) && !attribute.Contains("&"))
        {
            return null;
        }

        if (attribute.Value.Trim().Equals("True", StringComparison.OrdinalIgnoreCase))
        {
            return new Tick(attribute.Name + "=\"" + attribute.RawValue + "\"", attribute.Span, TextSpan.FromBounds(EndBefore(element, attribute), attribute.Span.End), "");
        }

        // {Binding Newsletter, FallbackValue=True}: what is shown when the view model says nothing.
        foreach (var part in Fallbacks)
        {
            var raw = attribute.RawValue ?? "";
            var at = raw.IndexOf(part, StringComparison.Ordinal);
            var value = at + part.Length;
            if (at >= 0 && string.Compare(raw, value, "True", 0, 4, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return new Tick(part + "True", attribute.Span, new TextSpan(attribute.ValueSpan.Start + value, 4), "False");
            }
        }

        return null;
    }

    /// <summary>Where the tag ends before an attribute.</summary>
    private static int EndBefore(MarkupElement element, MarkupAttribute attribute) =>
        element.Attributes.LastOrDefault(a => a.Span.End <= attribute.Span.Start)?.Span.End ?? element.NameSpan.End;

    /// <summary><c>&lt;Switch.IsToggled&gt;True&lt;/Switch.IsToggled&gt;</c>.</summary>
    private Tick? TickedInside(MarkupElement element)
    {
        if (element.Span.End == element.StartTag.End)
        {
            return null;
        }

        foreach (var node in document.Within(element).Take(LabelDistance))
        {
            if (node is MarkupText { Parent: { } property } text && property.Parent == element
                && States.Any(s => property.LocalName.EndsWith("." + s, StringComparison.Ordinal))
                && text.Text.Trim().Equals("True", StringComparison.OrdinalIgnoreCase))
            {
                return new Tick(property.Name, property.Span, property.Span, "");
            }
        }

        return null;
    }

    private static void Add(ControlTexts texts, MarkupElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (TextAttributes.Contains(attribute.Name) && attribute.Value is { Length: > 0 } value)
            {
                if (value[0] == '{')
                {
                    // {x:Static res:Texts.Newsletter}, {Localize Newsletter, Mode=OneTime}: the key says what the text is about.
                    texts.AddName(ControlTexts.LastName(value.Split(',')[0]));
                }
                else
                {
                    texts.AddText(value);
                }
            }
        }
    }

    /// <summary>
    /// The label beside a control. In a grid it stands in the same row; else a check box has it behind and a switch before,
    /// unless there is only one of the two.
    /// </summary>
    private void AddNeighbour(ControlTexts texts, MarkupElement control)
    {
        var isGrid = control.Parent?.LocalName == "Grid";
        var before = Labels(control, -1, isGrid).FirstOrDefault();
        var after = Labels(control, 1, isGrid).FirstOrDefault();
        var label = control.LocalName.EndsWith("CheckBox", StringComparison.Ordinal) ? after ?? before : before ?? after;
        if (label is not null)
        {
            Add(texts, label);
            foreach (var node in document.Within(label).Take(LabelDistance))
            {
                if (node is MarkupElement span)
                {
                    Add(texts, span);
                }
                else if (node is MarkupText { Text: var text })
                {
                    texts.AddText(text);
                }
            }
        }
    }

    private IEnumerable<MarkupElement> Labels(MarkupElement control, int direction, bool isGrid)
    {
        for (int i = control.Index + direction, left = LabelDistance; left > 0 && i >= 0 && i < document.Nodes.Length; i += direction, left--)
        {
            if (document.Nodes[i] is not MarkupElement element || element.Parent != control.Parent)
            {
                if (document.Nodes[i] == control.Parent)
                {
                    yield break;
                }

                continue;
            }

            if (IsControl(element) && !isGrid)
            {
                yield break;
            }

            if (element.LocalName is "Label" or "TextBlock" or "SelectableTextBlock" or "AccessText" && (!isGrid || Row(element) == Row(control)))
            {
                yield return element;
            }
        }
    }

    private static string Row(MarkupElement element) => element.Attribute("Grid.Row")?.Value ?? "0";

    /// <summary>Path of <c>{Binding A.B}</c>, <c>{Binding Path=A.B}</c>, <c>{x:Bind A.B}</c>; null when it is none.</summary>
    private static string? BindingPath(string value) => MarkupExtension.Parse(value)?.BindingPath();
}
