using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Transport;

namespace KkAnalyzers.Rules.Platform;

/// <summary>Android's network security configuration: domains without encryption, and authorities that the user adds.</summary>
internal static class NetworkSecurityConfig
{
    public static void Read(ManifestFile file, Inspection inspection)
    {
        foreach (var element in file.Document.Elements)
        {
            if (element.LocalName is "base-config" or "domain-config")
            {
                inspection.Inspected();
                if (element.Attribute("cleartextTrafficPermitted") is { Value: "true" or "1" } permitted && Domains(file.Document, element) is { } domains)
                {
                    file.Report(
                        RuleCatalog.KK4312,
                        permitted.Span,
                        null,
                        (permitted.ValueSpan, "false", Texts.PlatformFixClearText),
                        domains.Length == 0 ? MessageArg.Text(Texts.PlatformAndroid) : MessageArg.Text(Texts.PlatformDomains, domains),
                        "cleartextTrafficPermitted=\"" + permitted.Value + "\"");
                }
            }
            else if (element.LocalName == "certificates" && element.Attribute("src") is { Value: "user" } source && !IsForDebugging(element))
            {
                inspection.Inspected();
                file.Report(
                    RuleCatalog.KK4312,
                    source.Span,
                    null,
                    (element.StartTag, "", Texts.PlatformFixAuthorities),
                    MessageArg.Text(Texts.PlatformAuthorities),
                    "src=\"user\"");
            }
        }
    }

    /// <summary>The domains of a configuration that are no test machines; empty for the base, null when nothing is left.</summary>
    private static string? Domains(MarkupDocument document, MarkupElement config)
    {
        if (config.LocalName == "base-config")
        {
            return "";
        }

        var domains = document.Within(config).OfType<MarkupText>()
            .Where(t => t.Parent is { LocalName: "domain" } domain && domain.Parent == config)
            .Select(t => t.Text.Trim())
            .Where(d => ClearUrl.KindOf(d) is not (HostKind.Nowhere or HostKind.LocalNetwork))
            .ToArray();
        return domains.Length == 0 ? null : string.Join(", ", domains);
    }

    private static bool IsForDebugging(MarkupElement element)
    {
        for (var around = element.Parent; around is not null; around = around.Parent)
        {
            if (around.LocalName == "debug-overrides")
            {
                return true;
            }
        }

        return false;
    }
}
