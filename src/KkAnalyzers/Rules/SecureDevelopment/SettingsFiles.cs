using System.Text.RegularExpressions;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>KK4404 in settings that are deployed: appsettings.json and web.config, without those of a developer's machine.</summary>
internal sealed class SettingsFiles(KkContext context, Inspection inspection)
{
    /// <summary>Error details of IIS and ASP.NET, and the environment in which ASP.NET Core shows its developer pages.</summary>
    private static readonly Regex WebConfig = new(
        @"<customErrors\b[^>]*?(?<value>\bmode\s*=\s*""Off"")"
        + @"|<httpErrors\b[^>]*?(?<value>\berrorMode\s*=\s*""Detailed"")"
        + @"|<environmentVariable\b[^>]*?(?<value>\bname\s*=\s*""(?:ASPNETCORE|DOTNET)_ENVIRONMENT""\s+value\s*=\s*""Development"")"
        + @"|<environmentVariable\b[^>]*?(?<value>\bname\s*=\s*""ASPNETCORE_DETAILEDERRORS""\s+value\s*=\s*""(?:true|1)"")",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    private static readonly Regex XmlComment = new("<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    public void Register() => context.RegisterAdditionalFileAction(c =>
    {
        var path = c.AdditionalFile.Path;
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var json = name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
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
            if (TopLevelTrue(text.ToString(), "DetailedErrors") is { } span)
            {
                Report(c, text, span, name);
            }

            return;
        }

        var content = XmlComment.Replace(text.ToString(), m => new string(' ', m.Length));
        foreach (Match match in WebConfig.Matches(content))
        {
            var value = match.Groups["value"];
            Report(c, text, new TextSpan(value.Index, value.Length), name);
        }
    });

    private static void Report(AdditionalFileAnalysisContext c, SourceText text, TextSpan span, string file) =>
        c.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4404,
            MarkupDocument.Location(c.AdditionalFile.Path, text, span),
            MessageArg.Text(Texts.InternalsErrors, text.ToString(span)),
            MessageArg.Text(Texts.GuardFile, file)));

    /// <summary>Where the outermost object says that the key is true; null when it does not. Comments are allowed, as in all settings files.</summary>
    private static TextSpan? TopLevelTrue(string json, string key)
    {
        var depth = 0;
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    depth--;
                    break;
                case '/' when i + 1 < json.Length && json[i + 1] is '/' or '*':
                    var end = json[i + 1] == '/' ? json.IndexOf('\n', i) : json.IndexOf("*/", i + 2, StringComparison.Ordinal) + 1;
                    if (end <= i)
                    {
                        return null;
                    }

                    i = end;
                    break;
                case '"':
                    var close = i + 1;
                    while (close < json.Length && json[close] != '"')
                    {
                        close += json[close] == '\\' ? 2 : 1;
                    }

                    if (depth == 1 && close - i - 1 == key.Length && string.Compare(json, i + 1, key, 0, key.Length, StringComparison.OrdinalIgnoreCase) == 0 && True(json, close + 1) is { } stop)
                    {
                        return TextSpan.FromBounds(i, stop);
                    }

                    i = close;
                    break;
            }
        }

        return null;
    }

    private static int? True(string json, int start)
    {
        var value = json.Substring(Math.Min(start, json.Length)).TrimStart();
        if (value.Length == 0 || value[0] != ':')
        {
            return null;
        }

        value = value.Substring(1).TrimStart();
        var at = json.Length - value.Length;
        return value.StartsWith("true", StringComparison.OrdinalIgnoreCase) ? at + 4 : value.StartsWith("\"true\"", StringComparison.OrdinalIgnoreCase) ? at + 6 : null;
    }
}
