using System.Globalization;
using System.Text.RegularExpressions;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>KK4404 and KK4405 in settings that are deployed: appsettings.json and web.config, without those of a developer's machine.</summary>
internal sealed class SettingsFiles(KkContext context, Inspection inspection, Inspection limits)
{
    /// <summary>Error details of IIS and ASP.NET, and the environment in which ASP.NET Core shows its developer pages.</summary>
    private static readonly Regex WebConfig = new(
        @"<customErrors\b[^>]*?(?<value>\bmode\s*=\s*""Off"")"
        + @"|<httpErrors\b[^>]*?(?<value>\berrorMode\s*=\s*""Detailed"")"
        + @"|<environmentVariable\b[^>]*?(?<value>\bname\s*=\s*""(?:ASPNETCORE|DOTNET)_ENVIRONMENT""\s+value\s*=\s*""Development"")"
        + @"|<environmentVariable\b[^>]*?(?<value>\bname\s*=\s*""ASPNETCORE_DETAILEDERRORS""\s+value\s*=\s*""(?:true|1)"")",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    /// <summary>The size of a request: bytes for IIS, KiB for ASP.NET.</summary>
    private static readonly Regex Limit = new(
        @"<requestLimits\b[^>]*?(?<value>\bmaxAllowedContentLength\s*=\s*""(?<bytes>\d+)"")|<httpRuntime\b[^>]*?(?<value>\bmaxRequestLength\s*=\s*""(?<kib>\d+)"")",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    private static readonly Regex XmlComment = new("<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    public void Register() => context.RegisterAdditionalFileAction(c =>
    {
        var path = c.AdditionalFile.Path;
        var name = FilePaths.Name(path);
        var json = FilePaths.IsAppSettings(path);
        if (!json && !(name.StartsWith("web.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".config", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        if (name.Split('.').Any(DevelopmentCondition.NamesDevelopment) || c.AdditionalFile.GetText(c.CancellationToken) is not { } text)
        {
            return;
        }

        inspection.Inspected();
        if (json)
        {
            foreach (var setting in JsonSettings.For(text).Settings.Where(s => IsTrue(s, "DetailedErrors")).Take(1))
            {
                Report(c, text, setting.Span, name);
            }

            return;
        }

        var content = XmlComment.Replace(text.ToString(), m => new string(' ', m.Length));
        foreach (Match match in WebConfig.Matches(content))
        {
            var value = match.Groups["value"];
            Report(c, text, new TextSpan(value.Index, value.Length), name);
        }

        foreach (Match match in Limit.Matches(content))
        {
            limits.Inspected();
            CheckLimit(c, text, match, name);
        }
    });

    private static void CheckLimit(AdditionalFileAnalysisContext c, SourceText text, Match match, string file)
    {
        const long kib = 1024;
        var inBytes = match.Groups["bytes"];
        if (!long.TryParse((inBytes.Success ? inBytes : match.Groups["kib"]).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || (inBytes.Success ? size : size * kib) <= Limits.Large)
        {
            return;
        }

        // Both cannot be switched off: the largest number that they take means the same.
        var isNone = size == int.MaxValue || size >= (inBytes.Success ? uint.MaxValue : int.MaxValue);
        var span = new TextSpan(match.Groups["value"].Index, match.Groups["value"].Length);
        c.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4405,
            MarkupDocument.Location(c.AdditionalFile.Path, text, span),
            isNone ? null : DiagnosticSeverity.Info,
            null,
            null,
            MessageArg.Text(isNone ? Texts.LimitNone : Texts.LimitLarge, text.ToString(span)),
            isNone ? MessageArg.Text(Texts.GuardFile, file) : MessageArg.Text(Texts.LimitLargeDoubt)));
    }

    private static void Report(AdditionalFileAnalysisContext c, SourceText text, TextSpan span, string file) =>
        c.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4404,
            MarkupDocument.Location(c.AdditionalFile.Path, text, span),
            MessageArg.Text(Texts.InternalsErrors, text.ToString(span)),
            MessageArg.Text(Texts.GuardFile, file)));

    private static bool IsTrue(Setting setting, string path) =>
        setting.Path.Equals(path, StringComparison.OrdinalIgnoreCase) && setting.Value.Value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
