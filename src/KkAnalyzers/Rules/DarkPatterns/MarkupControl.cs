using System.Collections.Immutable;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>What shows that a control is on, and the edit that turns it off.</summary>
/// <param name="Shown">As the file has it: <c>checked</c>, <c>IsToggled="True"</c>.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="EditSpan">What the fix replaces; empty span at 0 when there is no fix.</param>
/// <param name="EditText">With what.</param>
internal sealed record Tick(string Shown, TextSpan Span, TextSpan EditSpan = default, string EditText = "");

/// <summary>What a control asks.</summary>
internal enum ControlKind
{
    /// <summary>Yes or no.</summary>
    Box,

    /// <summary>One of several answers.</summary>
    Radio,

    /// <summary>One of several answers in a list; its text may be anything, so only the name of the list counts.</summary>
    Option,
}

/// <summary>A check box, switch or radio button of any kind of markup, with all that says what it is for.</summary>
/// <param name="Node">Where it stands in the document.</param>
/// <param name="Tick">What turns it on; null when nothing does.</param>
/// <param name="IsFixed">Disabled or read only: it shows a state and asks nothing.</param>
/// <param name="Kind">Of which kind.</param>
/// <param name="Answer">Value of a radio button or option.</param>
/// <param name="Binding">Path of the member it is bound to, or null.</param>
/// <param name="BindingSpan">Where the path stands.</param>
/// <param name="Read">Reads key and names, which nobody asks of most controls.</param>
internal sealed record MarkupControl(
    MarkupNode Node,
    Tick? Tick,
    bool IsFixed,
    ControlKind Kind,
    string Answer,
    string? Binding,
    TextSpan BindingSpan,
    Func<MarkupControl, (string Key, ImmutableArray<string> Names)> Read)
{
    /// <summary>Name by which another branch of the page may have the same control; empty when it has none.</summary>
    public string Key => Read(this).Key;

    /// <summary>Names that a developer gave.</summary>
    public ImmutableArray<string> Names => Read(this).Names;
}

/// <summary>Texts a person sees at a control, and names of texts that stand in resources.</summary>
internal sealed class ControlTexts
{
    private readonly ImmutableArray<string>.Builder _texts = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _names = ImmutableArray.CreateBuilder<string>();

    public bool IsEmpty => _texts.Count == 0 && _names.Count == 0;

    public IEnumerable<string> Texts => _texts;

    /// <summary>Keys of resources, such as Newsletter_OptIn.</summary>
    public IEnumerable<string> Names => _names;

    public void AddText(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _texts.Add(text!.Trim());
        }
    }

    /// <summary>A resource in code: the string in <c>L["Newsletter"]</c>, else the last name of <c>Resources.Newsletter</c>.</summary>
    public void AddCode(string code)
    {
        var open = code.IndexOf('"');
        var close = open < 0 ? -1 : code.IndexOf('"', open + 1);
        if (close > open)
        {
            var literal = code.Substring(open + 1, close - open - 1);
            if (literal.Contains(' '))
            {
                AddText(literal);
            }
            else
            {
                AddName(literal);
            }
        }
        else if (!code.Contains('('))
        {
            AddName(LastName(code));
        }
    }

    public void AddName(string name)
    {
        if (name.Length > 0)
        {
            _names.Add(name);
        }
    }

    /// <summary>The name behind the last dot.</summary>
    public static string LastName(string path)
    {
        var end = path.Length;
        while (end > 0 && !char.IsLetterOrDigit(path[end - 1]) && path[end - 1] != '_')
        {
            end--;
        }

        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(path[start - 1]) || path[start - 1] == '_'))
        {
            start--;
        }

        return path.Substring(start, end - start);
    }
}
