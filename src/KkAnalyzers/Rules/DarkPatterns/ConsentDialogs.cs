using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3208 in pages and views: a dialog about consent where yes is one press away and no is not.</summary>
internal sealed class ConsentDialogs(WordingList words, DialogActions reader, Inspection inspection, ImmutableHashSet<string> ignored)
{
    /// <summary>Nodes at the beginning of a dialog in which its heading stands.</summary>
    private const int HeadingDistance = 30;

    /// <summary>One of these stands in every file with such a dialog.</summary>
    private static readonly ImmutableArray<string> Needles = ImmutableArray.Create(
        "cookie", "consent", "privacy", "gdpr", "rgpd", "toestemming", "traceur", "tracker", "confidentialit", "avg");

    private static readonly ImmutableHashSet<string> NoScopes = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "html", "head", "body", "script", "style", "link", "meta", "input", "button", "a", "label", "option", "span", "img", "li", "p", "h1", "h2", "h3", "h4", "h5", "h6");

    public void Report(AdditionalFileAnalysisContext context, MarkupFile file)
    {
        var nameOfFile = FilePaths.Name(context.AdditionalFile.Path);
        if (!HasNeedle(file.Text) && !HasNeedle(nameOfFile))
        {
            return;
        }

        var names = new DialogNames(words);
        var end = 0;
        var isFound = false;
        foreach (var element in file.Document.Elements)
        {
            if (element.Span.Start >= end && !NoScopes.Contains(element.LocalName) && Name(file.Document, names, element) is { } name)
            {
                isFound |= Check(context, file, element, name);
                end = element.Span.End;
            }
        }

        var stem = nameOfFile.Substring(0, nameOfFile.IndexOf('.'));
        if (!isFound && IsConsentSurface(Sentences.OfName(stem)))
        {
            Check(context, file, null, stem);
        }
    }

    /// <summary>The name by which the element is a dialog about consent; null when it is none.</summary>
    private string? Name(MarkupDocument document, DialogNames names, MarkupElement element)
    {
        if (HasNeedle(element.LocalName) && IsConsentSurface(Sentences.OfName(element.LocalName)))
        {
            return element.LocalName;
        }

        var isSurface = names.IsDialog(element);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.RawValue is not { Length: > 0 and < 200 } || attribute.Name.ToLowerInvariant() is not ("id" or "class" or "x:name" or "name" or "x:class" or "title" or "aria-label"))
            {
                continue;
            }

            if (HasNeedle(attribute.Value) && Sentences.OfName(attribute.Value) is var tokens && words.Is(WordingKinds.About, tokens)
                && (isSurface || words.Is(WordingKinds.Surface, tokens)))
            {
                return attribute.Value.Trim();
            }
        }

        return isSurface ? Heading(document, element) : null;
    }

    private string? Heading(MarkupDocument document, MarkupElement dialog)
    {
        foreach (var node in document.Within(dialog).Take(HeadingDistance))
        {
            if (node is MarkupText { Parent: { } parent } text && IsHeading(parent) && HasNeedle(text.Text)
                && Sentences.Of(text.Text).Any(s => words.Is(WordingKinds.About, s)))
            {
                return text.Text.Trim();
            }
        }

        return null;
    }

    private static bool IsHeading(MarkupElement element) =>
        (element.LocalName.Length == 2 && element.LocalName[0] is 'h' or 'H' && char.IsDigit(element.LocalName[1]))
        || element.Attribute("class")?.Value.IndexOf("title", StringComparison.OrdinalIgnoreCase) >= 0;

    private bool IsConsentSurface(List<Word> name) => words.Is(WordingKinds.About, name) && words.Is(WordingKinds.Surface, name);

    /// <summary>True when there was something to accept.</summary>
    private bool Check(AdditionalFileAnalysisContext context, MarkupFile file, MarkupElement? scope, string name)
    {
        var (actions, texts, isWhole) = reader.In(file.Document, scope);
        var accept = actions.FirstOrDefault(a => a.Role == ActionRole.Accept);
        var reject = actions.FirstOrDefault(a => a.Role == ActionRole.Reject);

        // To take note of a privacy statement is no consent; to take note of cookies is often meant as one.
        accept ??= texts.Any(t => t.IndexOf("cookie", StringComparison.OrdinalIgnoreCase) >= 0) || name.IndexOf("cookie", StringComparison.OrdinalIgnoreCase) >= 0
            ? actions.FirstOrDefault(a => a.Role == ActionRole.Acknowledge)
            : null;
        if (accept is null || ignored.Contains(name))
        {
            return false;
        }

        inspection.Inspected();
        if (reject is not null)
        {
            if (Weaker(accept, reject) is { } sign)
            {
                Report(MessageArg.Text(Texts.DialogUnequal, Shown(accept), Shown(reject), sign));
            }

            return true;
        }

        if (!isWhole)
        {
            inspection.NotFollowed();
        }
        else if (!actions.Exists(a => a.Role == ActionRole.Postpone) && !texts.Exists(t => Sentences.Of(t).Any(s => words.Is(WordingKinds.Necessary, s))))
        {
            Report(actions.Find(a => a.Role == ActionRole.Settings) is { } settings
                ? MessageArg.Text(Texts.DialogBehindSettings, Shown(accept), Shown(settings))
                : MessageArg.Text(Texts.DialogNoReject, Shown(accept)));
        }

        return true;

        void Report(MessageArg reason) =>
            context.ReportDiagnostic(KkDiagnostic.Create(
                RuleCatalog.KK3208,
                MarkupDocument.Location(context.AdditionalFile.Path, file.Source, accept.Span),
                Quote.Of(name),
                reason));
    }

    private static string Shown(DialogAction action) => Quote.Of(action.Text.Length == 0 ? action.Element.LocalName : action.Text);

    /// <summary>What makes the refusal less visible than the acceptance; null when nothing surely does.</summary>
    private static string? Weaker(DialogAction accept, DialogAction reject)
    {
        if (accept.Element == reject.Element)
        {
            return null;
        }

        var acceptClasses = Classes(accept.Element);
        var rejectClasses = Classes(reject.Element);
        foreach (var weak in new[] { "btn-link", "text-muted", "btn-text", "muted", "link" })
        {
            if (rejectClasses.Contains(weak) && !acceptClasses.Contains(weak))
            {
                return "class=\"" + weak + "\"";
            }
        }

        if (Value(reject, "Variant") == "Variant.Text" && Value(accept, "Variant") is "Variant.Filled" or "Variant.Outlined")
        {
            return "Variant.Text";
        }

        if (reject.Element.LocalName.Equals("a", StringComparison.OrdinalIgnoreCase) && accept.Element.LocalName.Equals("button", StringComparison.OrdinalIgnoreCase)
            && !rejectClasses.Any(c => c.StartsWith("btn", StringComparison.OrdinalIgnoreCase) || c.IndexOf("button", StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return "<a>";
        }

        if (reject.Element.LocalName is "Label" or "TextBlock" && accept.Element.LocalName.EndsWith("Button", StringComparison.Ordinal))
        {
            return "<" + reject.Element.LocalName + ">";
        }

        return Value(reject, "BackgroundColor") == "Transparent" && Value(accept, "BackgroundColor") is { Length: > 0 } and not "Transparent" ? "BackgroundColor=\"Transparent\""
            : Number(reject, "Opacity") < (Number(accept, "Opacity") ?? 1) ? "Opacity=\"" + Value(reject, "Opacity") + "\""
            : Number(reject, "FontSize") < Number(accept, "FontSize") ? "FontSize=\"" + Value(reject, "FontSize") + "\""
            : null;
    }

    private static string[] Classes(MarkupElement element) =>
        (element.Attribute("class")?.Value ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static string? Value(DialogAction action, string attribute) => action.Element.Attribute(attribute)?.Value.TrimStart('@');

    private static double? Number(DialogAction action, string attribute) =>
        double.TryParse(Value(action, attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool HasNeedle(string text)
    {
        foreach (var needle in Needles)
        {
            if (text.IndexOf(needle, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
