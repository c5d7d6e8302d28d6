using System.Collections.Immutable;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>Controls of HTML and Razor: inputs, ARIA roles, custom elements, components of any library, tag helpers.</summary>
internal sealed class HtmlControls
{
    /// <summary>How far a label may stand around a control.</summary>
    private const int LabelDistance = 8;

    /// <summary>How many nodes behind a control may still be its text.</summary>
    private const int TextDistance = 6;

    /// <summary>How many nodes of a label are read, so that one that never closes is not read for each control in it.</summary>
    private const int ContentLength = 24;

    private static readonly ImmutableArray<string> ComponentEnds = ImmutableArray.Create("checkbox", "switch", "toggle", "togglebutton");

    private static readonly ImmutableArray<string> ComponentStates = ImmutableArray.Create(
        "Checked", "Value", "IsChecked", "IsOn", "On", "Toggled", "IsToggled");

    private static readonly ImmutableArray<string> NameAttributes = ImmutableArray.Create("name", "id", "asp-for", "For");

    /// <summary>One of these stands in the tag or call of every control; an entity in an attribute may hide it.</summary>
    private static readonly ImmutableArray<string> Needles = ImmutableArray.Create("check", "radio", "switch", "toggle", "<option", "asp-for", "&#");

    private readonly MarkupDocument _document;

    // Made when the first control asks what it is for; on most pages none does.
    private readonly Lazy<(Dictionary<string, MarkupElement> ById, Dictionary<string, MarkupElement> LabelFor)> _references;

    public HtmlControls(MarkupDocument document)
    {
        _document = document;
        _references = new(References);
    }

    /// <summary>False when nothing in the text can be a control, so that it need not be read.</summary>
    public static bool MayBeIn(string text) => Needles.Any(n => text.IndexOf(n, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>All controls of the file, on or off. Made anew each time: what dies young costs next to nothing, a list of all controls of a big page does.</summary>
    public IEnumerable<MarkupControl> All()
    {
        foreach (var node in _document.Nodes)
        {
            var control = node switch
            {
                MarkupElement element => Control(element),
                MarkupCode code => RazorHelpers.Control(code),
                _ => null,
            };
            if (control is not null)
            {
                yield return control;
            }
        }
    }

    /// <summary>What a person reads at the control: the nearest evidence first, text beside it only when there is no label.</summary>
    public ControlTexts Texts(MarkupControl control)
    {
        var texts = new ControlTexts();
        if (control.Node is MarkupElement element)
        {
            foreach (var name in new[] { "aria-label", "Label", "Text", "AriaLabel", "title" })
            {
                AddValue(texts, element.Attribute(name));
            }

            foreach (var id in (element.Attribute("aria-labelledby")?.Value ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                AddContent(texts, _references.Value.ById.TryGetValue(id, out var labelling) ? labelling : null);
            }

            foreach (var key in new[] { element.Attribute("id")?.Value, element.Attribute("asp-for")?.Value })
            {
                AddContent(texts, key is { Length: > 0 } && _references.Value.LabelFor.TryGetValue(key, out var label) ? label : null);
            }

            AddContent(texts, element);
        }

        var around = control.Node.Parent;
        for (var i = 0; i < LabelDistance && around is not null; i++, around = around.Parent)
        {
            if (around.LocalName.Equals("label", StringComparison.OrdinalIgnoreCase))
            {
                AddContent(texts, around);
                break;
            }
        }

        if (texts.IsEmpty)
        {
            AddNeighbours(texts, control.Node);
        }

        return texts;
    }

    private (Dictionary<string, MarkupElement> ById, Dictionary<string, MarkupElement> LabelFor) References()
    {
        var byId = new Dictionary<string, MarkupElement>(StringComparer.Ordinal);
        var labelFor = new Dictionary<string, MarkupElement>(StringComparer.Ordinal);
        foreach (var element in _document.Elements)
        {
            if (element.Attribute("id") is { Value: { Length: > 0 } id } && !byId.ContainsKey(id))
            {
                byId.Add(id, element);
            }

            if (element.LocalName.EndsWith("label", StringComparison.OrdinalIgnoreCase)
                && (element.Attribute("for") ?? element.Attribute("asp-for")) is { Value: { Length: > 0 } target } && !labelFor.ContainsKey(target))
            {
                labelFor.Add(target, element);
            }
        }

        return (byId, labelFor);
    }

    private static MarkupControl? Control(MarkupElement element)
    {
        var name = element.LocalName;
        var isInput = name.Equals("input", StringComparison.OrdinalIgnoreCase);
        var isOption = name.Equals("option", StringComparison.OrdinalIgnoreCase) && element.Parent is not null;
        var isCustom = name.Contains('-');
        var isComponent = !isInput && name.Length > 0 && ((char.IsUpper(name[0]) && (EndsLikeControl(name) || name == "Check")) || (isCustom && EndsLikeControl(name)));
        if (name.Length == 0 || (!isInput && !isOption && !isComponent && element.Attribute("role") is null))
        {
            return null;
        }

        var type = element.Attribute("type")?.Word;
        var role = element.Attribute("role")?.Word;
        var aspFor = element.Attribute("asp-for");
        Tick? tick;
        if (isInput && (type is "checkbox" or "radio" || (type is null && aspFor is not null)))
        {
            tick = Ticked(element, "checked");
        }
        else if (isOption)
        {
            tick = Ticked(element, "selected");
        }
        else if (isCustom && isComponent)
        {
            tick = Ticked(element, "checked");
        }
        else if (isComponent)
        {
            tick = ComponentTick(element);
        }
        else if (role is "checkbox" or "switch" or "radio")
        {
            tick = null;
        }
        else
        {
            return null;
        }

        tick ??= role is "checkbox" or "switch" or "radio" ? On(element.Attribute("aria-checked")) : null;
        var select = isOption ? SelectOf(element) : null;
        if (isOption && select is null)
        {
            return null;
        }

        var binding = aspFor ?? Bound(element);
        return new MarkupControl(
            element,
            element.HasUnknownAttributes ? null : tick,
            IsOn(element, "disabled") || IsOn(element, "readonly") || element.Attribute("aria-disabled")?.Value == "true",
            type == "radio" || role == "radio" || isOption ? isOption ? ControlKind.Option : ControlKind.Radio : ControlKind.Box,
            element.Attribute("value")?.Value ?? "",
            binding is null || element.HasUnknownAttributes || type == "radio" ? null : binding.Value,
            binding?.Span ?? default,
            Names);
    }

    private static (string Key, ImmutableArray<string> Names) Names(MarkupControl control)
    {
        var element = (MarkupElement)control.Node;
        var owner = element.LocalName.Equals("option", StringComparison.OrdinalIgnoreCase) && SelectOf(element) is { } select ? select : element;
        var names = ImmutableArray<string>.Empty;
        foreach (var attribute in NameAttributes)
        {
            names = With(names, owner.Attribute(attribute)?.Value);
        }

        var bound = element.Attribute("asp-for");
        names = With(names, (bound ?? Bound(element))?.Value);
        return ((bound ?? element.Attribute("name") ?? element.Attribute("id"))?.Value ?? "", names);
    }

    private static ImmutableArray<string> With(ImmutableArray<string> names, string? value) => NameIn(value) is { } found ? names.Add(found) : names;

    private static Tick? ComponentTick(MarkupElement element) =>
        ComponentStates.Select(s => element.Attribute(s)).Select(On).FirstOrDefault(t => t is not null);

    /// <summary>The attribute <c>@bind</c> or <c>@bind-Checked</c>.</summary>
    private static MarkupAttribute? Bound(MarkupElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            var name = attribute.Name;
            if (name[0] == '@' && (name.Equals("@bind", StringComparison.OrdinalIgnoreCase)
                || (name.StartsWith("@bind-", StringComparison.OrdinalIgnoreCase) && !name.Contains(':') && ComponentStates.Contains(name.Substring(6)))))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The name in an attribute: itself, or the last member of a path; null when an expression makes it.</summary>
    private static string? NameIn(string? value)
    {
        var isExpression = value?.StartsWith("@", StringComparison.Ordinal) == true
            && !value.StartsWith("@Model.", StringComparison.Ordinal) && !value.Contains("=>");
        return string.IsNullOrEmpty(value) || isExpression ? null
            : value!.Contains('.') ? ControlTexts.LastName(value!)
            : value;
    }

    private static MarkupElement? SelectOf(MarkupElement option)
    {
        var parent = option.Parent;
        for (var i = 0; i < 2 && parent is not null; i++, parent = parent.Parent)
        {
            if (parent.LocalName.Equals("select", StringComparison.OrdinalIgnoreCase))
            {
                return parent;
            }
        }

        return null;
    }

    private static bool EndsLikeControl(string name)
    {
        foreach (var end in ComponentEnds)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An attribute that is on by being there: only an expression or the word false turns it off.</summary>
    private static Tick? Ticked(MarkupElement element, string name)
    {
        if (element.Attribute(name) is not { } attribute)
        {
            return null;
        }

        var value = attribute.Value.Trim();
        return IsTrue(value) || (!value.StartsWith("@", StringComparison.Ordinal) && !value.Equals("false", StringComparison.OrdinalIgnoreCase))
            ? new Tick(Shown(attribute), attribute.Span, WithSpaceBefore(element, attribute), "")
            : null;
    }

    /// <summary>An attribute that says true.</summary>
    private static Tick? On(MarkupAttribute? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        // A bool parameter of a component may stand without a value; "Value" may not.
        var bare = attribute.RawValue is null && !attribute.Name.Equals("Value", StringComparison.OrdinalIgnoreCase);
        return bare ? new Tick(attribute.Name, attribute.Span)
            : IsTrue(attribute.Value.Trim()) ? new Tick(Shown(attribute), attribute.Span, attribute.ValueSpan, "false")
            : null;
    }

    private static bool IsTrue(string value) => value.TrimStart('@').Trim('(', ')', ' ').Equals("true", StringComparison.OrdinalIgnoreCase);

    private static bool IsOn(MarkupElement element, string name) =>
        element.Attribute(name) is { } attribute && (IsTrue(attribute.Value) || (!attribute.Value.StartsWith("@", StringComparison.Ordinal) && !attribute.Value.Equals("false", StringComparison.OrdinalIgnoreCase)));

    private static string Shown(MarkupAttribute attribute) =>
        attribute.RawValue is null ? attribute.Name : attribute.Name + "=\"" + attribute.RawValue + "\"";

    /// <summary>With the white space before it, as far as that belongs to this tag.</summary>
    private static TextSpan WithSpaceBefore(MarkupElement element, MarkupAttribute attribute)
    {
        var before = element.Attributes.LastOrDefault(a => a.Span.End <= attribute.Span.Start)?.Span.End ?? element.NameSpan.End;
        return TextSpan.FromBounds(Math.Min(before, attribute.Span.Start), attribute.Span.End);
    }

    private static void AddValue(ControlTexts texts, MarkupAttribute? attribute)
    {
        if (attribute?.Value is not { Length: > 0 } value)
        {
            return;
        }

        if (value[0] == '@')
        {
            texts.AddCode(value);
        }
        else
        {
            texts.AddText(value);
        }
    }

    private void AddContent(ControlTexts texts, MarkupElement? element)
    {
        if (element is null)
        {
            return;
        }

        var text = "";
        foreach (var node in _document.Within(element).Take(ContentLength))
        {
            Add(texts, node, ref text);
        }

        texts.AddText(text);
    }

    private static void Add(ControlTexts texts, MarkupNode node, ref string text)
    {
        // A label is no page: what stands beyond this is not read.
        const int Longest = 400;
        if (node is MarkupText { Text: var own } && text.Length < Longest)
        {
            text += own.Length > Longest ? own.Substring(0, Longest) : own;
        }
        else if (node is MarkupCode { Code: var code } && code.Length < Longest)
        {
            texts.AddCode(code);
        }
    }

    /// <summary>The text that follows in the same parent, up to the next control; else the text before.</summary>
    private void AddNeighbours(ControlTexts texts, MarkupNode control)
    {
        var text = "";
        var last = Math.Min(_document.Nodes.Length, control.Index + 1 + TextDistance);
        for (var i = control.Index + 1; i < last && IsBeside(_document.Nodes[i], control) && !IsControl(_document.Nodes[i]); i++)
        {
            Add(texts, _document.Nodes[i], ref text);
        }

        if (text.Length == 0 && texts.IsEmpty && control.Index > 0 && _document.Nodes[control.Index - 1] is var before
            && (before.Parent == control.Parent || before.Parent?.Parent == control.Parent) && before is not MarkupElement)
        {
            Add(texts, before, ref text);
        }

        texts.AddText(text);
    }

    private static bool IsBeside(MarkupNode node, MarkupNode control) =>
        control.Parent is { } parent ? node.Span.Start < parent.Span.End : node.Parent is null || node.Parent.Span.Start > control.Span.Start;

    private static bool IsControl(MarkupNode node) =>
        node is MarkupElement element && (element.LocalName.Equals("input", StringComparison.OrdinalIgnoreCase) || element.LocalName.Equals("button", StringComparison.OrdinalIgnoreCase) || Control(element) is not null);
}
