using System.Collections.Immutable;

namespace KkAnalyzers.Flow;

/// <summary>One hole of a message template (messagetemplates.org): <c>{Name}</c>, <c>{@Name}</c>, <c>{$Name}</c>, <c>{0}</c>.</summary>
/// <param name="Name">Its name; digits for a numbered one.</param>
/// <param name="Role">How a logger writes the value.</param>
internal readonly record struct TemplateHole(string Name, SlotRole Role)
{
    /// <summary>Numbered holes say nothing about their value.</summary>
    public bool IsNamed => Name.Length > 0 && !char.IsDigit(Name[0]);
}

/// <summary>Reads the holes of a message template, in the order in which arguments fill them.</summary>
internal static class MessageTemplate
{
    /// <summary>The holes; text that is no hole, such as <c>{{</c> or a brace that nothing closes, is passed over.</summary>
    public static ImmutableArray<TemplateHole> Holes(string template)
    {
        var holes = ImmutableArray.CreateBuilder<TemplateHole>();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
            {
                continue;
            }

            if (i + 1 < template.Length && template[i + 1] == '{')
            {
                i++;
                continue;
            }

            var end = template.IndexOf('}', i);
            if (end < 0)
            {
                break;
            }

            var hole = template.Substring(i + 1, end - i - 1);
            var cut = hole.IndexOfAny([':', ',']);
            var name = (cut < 0 ? hole : hole.Substring(0, cut)).Trim();
            var destructures = name.StartsWith("@", StringComparison.Ordinal);
            holes.Add(new TemplateHole(name.TrimStart('@', '$'), destructures ? SlotRole.Logged : SlotRole.Text));
            i = end;
        }

        return holes.ToImmutable();
    }
}
