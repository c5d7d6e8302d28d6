using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Maintenance;

/// <summary>
/// KK4603, the half of markup: a script or style from elsewhere that the browser runs whatever it turned into. The half of
/// package sources is a rule of the build. An address without encryption is KK4311.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScriptIntegrityAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>How far up a tag helper for development only is looked for.</summary>
    private const int Surroundings = 16;

    /// <summary>Used by the compiler.</summary>
    public ScriptIntegrityAnalyzer()
        : base(RuleCatalog.KK4603)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var inspection = context.Inspection(RuleCatalog.KK4603);
        context.RegisterAdditionalFileAction(c =>
        {
            if (MarkupFile.For(c.AdditionalFile, c.CancellationToken, inspection) is not { Dialect: not MarkupDialect.Xml } file
                || file.Text.IndexOf("//", StringComparison.Ordinal) < 0
                || (file.Text.IndexOf("<script", StringComparison.OrdinalIgnoreCase) < 0 && file.Text.IndexOf("stylesheet", StringComparison.OrdinalIgnoreCase) < 0))
            {
                return;
            }

            foreach (var element in file.Document.Elements)
            {
                Check(c, file.Source, file.Dialect, element, inspection);
            }
        });
    }

    private static void Check(AdditionalFileAnalysisContext context, SourceText text, MarkupDialect dialect, MarkupElement element, Inspection inspection)
    {
        // In Razor, a component may have the name of an element with a capital.
        var isScript = element.Name == "script" || (dialect == MarkupDialect.Html && element.Name.Equals("script", StringComparison.OrdinalIgnoreCase));
        var isStyle = !isScript && element.Name.Equals("link", StringComparison.OrdinalIgnoreCase) && IsStylesheet(element);
        if ((!isScript && !isStyle) || element.Attribute(isScript ? "src" : "href") is not { } source || Elsewhere(source.Value.Trim(), dialect) is not { } address)
        {
            return;
        }

        inspection.Inspected();
        var isPinned = IsPinned(address.AbsolutePath);
        if (element.Attribute("integrity") is { Value: not "" } || address.IsLoopback || (isStyle && !isPinned) || IsForDevelopment(element))
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

    /// <summary>Within <c>&lt;environment include="Development"&gt;</c>.</summary>
    private static bool IsForDevelopment(MarkupElement element)
    {
        var around = element.Parent;
        for (var i = 0; i < Surroundings && around is not null; i++, around = around.Parent)
        {
            if (around.Name.Equals("environment", StringComparison.OrdinalIgnoreCase)
                && (around.Attribute("include") ?? around.Attribute("names")) is { } names
                && names.Value.Split(',').All(n => n.Trim().Equals("Development", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
