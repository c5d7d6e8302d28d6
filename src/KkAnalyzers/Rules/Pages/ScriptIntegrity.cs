using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Pages;

/// <summary>
/// KK4603, the half of markup: a script or style from elsewhere that the browser runs whatever it turned into. The half of
/// package sources is a rule of the build. An address without encryption is KK4311.
/// </summary>
internal static class ScriptIntegrity
{
    public static void Check(AdditionalFileAnalysisContext context, SourceText text, MarkupDialect dialect, MarkupElement element, Inspection inspection)
    {
        var isScript = PageLoads.IsHtml(element, "script", dialect);
        var isStyle = !isScript && element.Name.Equals("link", StringComparison.OrdinalIgnoreCase) && IsStylesheet(element);
        if ((!isScript && !isStyle) || element.Attribute(isScript ? "src" : "href") is not { } source || Elsewhere(source.Value.Trim(), dialect) is not { } address)
        {
            return;
        }

        inspection.Inspected();
        var isPinned = IsPinned(address.AbsolutePath);
        if (element.Attribute("integrity") is { Value: not "" } || address.IsLoopback || (isStyle && !isPinned) || PageGuards.IsForDevelopment(element))
        {
            return;
        }

        if (element.HasUnknownAttributes)
        {
            inspection.NotFollowed();
            return;
        }

        // What the vendor changes under one address can have no fixed hash: worth knowing, and no mistake in this line.
        context.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4603,
            MarkupDocument.Location(context.AdditionalFile.Path, text, source.ValueSpan.IsEmpty ? source.Span : source.ValueSpan),
            isScript && isPinned ? null : DiagnosticSeverity.Info,
            null,
            null,
            address.Host + address.AbsolutePath,
            MessageArg.Text(isStyle ? Texts.SupplyStyle : isPinned ? Texts.SupplyScriptPinned : Texts.SupplyScriptChanging)));
    }

    private static bool IsStylesheet(MarkupElement link) =>
        link.Attribute("rel")?.Value is { } rel && rel.IndexOf("stylesheet", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>An encrypted address on another host that is the same for every request; null for all else.</summary>
    private static Uri? Elsewhere(string value, MarkupDialect dialect)
    {
        var address = value.StartsWith("//", StringComparison.Ordinal) ? "https:" + value : value;
        if (!address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (dialect == MarkupDialect.Razor)
        {
            for (var at = address.IndexOf('@'); at >= 0; at = address.IndexOf('@', at + 1))
            {
                // bootstrap@5.3.3 is text, as an e-mail address is; @@ is one at sign; @Model.Cdn is code.
                var isText = char.IsLetterOrDigit(address[at - 1]) || (at + 1 < address.Length && char.IsDigit(address[at + 1]));
                if (at + 1 < address.Length && address[at + 1] == '@')
                {
                    address = address.Remove(at, 1);
                }
                else if (!isText)
                {
                    return null;
                }
            }
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;
    }

    /// <summary>A version of three numbers in the path: what is there does not change, so its hash is known.</summary>
    private static bool IsPinned(string path)
    {
        for (var i = 1; i < path.Length; i++)
        {
            if (!char.IsDigit(path[i]) || path[i - 1] is not ('/' or '@' or '-' or 'v' or '_'))
            {
                continue;
            }

            var numbers = 1;
            while (i < path.Length && (char.IsDigit(path[i]) || (path[i] == '.' && i + 1 < path.Length && char.IsDigit(path[i + 1]))))
            {
                numbers += path[i] == '.' ? 1 : 0;
                i++;
            }

            if (numbers >= 3)
            {
                return true;
            }
        }

        return false;
    }
}
