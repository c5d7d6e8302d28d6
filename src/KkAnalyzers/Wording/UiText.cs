using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Wording;

/// <summary>What a text is for, as far as a rule asks.</summary>
internal enum TextRole
{
    /// <summary>A person reads it.</summary>
    Read,

    /// <summary>All of it stands on a button, link or menu item, or beside a radio button.</summary>
    Action,

    /// <summary>Why an app asks for a permission.</summary>
    Permission,
}

/// <summary>A text that a person sees, in one piece: entities resolved, tags within a sentence left out.</summary>
/// <param name="Value">The text.</param>
/// <param name="Place">Where a part of it stands in the file.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Element">Where it belongs; null outside markup.</param>
/// <param name="Key">Name of the resource; empty when it is none.</param>
internal sealed record UiText(string Value, Func<TextSpan, TextSpan> Place, TextRole Role = TextRole.Read, MarkupElement? Element = null, string Key = "");
