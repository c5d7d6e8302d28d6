using KkAnalyzers.Connections;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Secrets;
using KkAnalyzers.Settings;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Secrets;

/// <summary>Both rules in settings files.</summary>
internal static class SettingsTexts
{
    private static readonly string[] Development = [".development.", ".dev.", ".local.", ".debug.", ".docker.", ".test.", ".testing.", ".example.", ".sample.", ".template."];

    public static void Inspect(Findings findings, AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        var file = FilePaths.Name(path).ToLowerInvariant();
        var isJson = file.EndsWith(".json", StringComparison.Ordinal)
            && (file.IndexOf("settings", StringComparison.Ordinal) >= 0 || file.StartsWith("connectionstrings", StringComparison.Ordinal) || file.StartsWith("secrets", StringComparison.Ordinal));
        var isResource = file.EndsWith(".resx", StringComparison.Ordinal);
        if ((!isJson && !isResource && !file.EndsWith(".config", StringComparison.Ordinal)) || context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
        {
            return;
        }

        var lowers = file is "launchsettings.json" or "local.settings.json" || Development.Any(d => file.IndexOf(d, StringComparison.Ordinal) >= 0) ? 1 : 0;
        var sink = new Sink(span => MarkupDocument.Location(path, source, span), context.ReportDiagnostic, lowers, lowers);
        var settings = isJson ? JsonSettings.For(source).Settings
            : MarkupFile.For(context.AdditionalFile, MarkupDialect.Xml, context.CancellationToken) is { } markup ? XmlSettings.Read(markup)
            : XmlSettings.Read(source.ToString());
        foreach (var setting in settings)
        {
            var value = setting.Value.Value;
            if (value.Length < 3 || !setting.IsText)
            {
                continue;
            }

            if (ConnectionStringReader.Read(value) is { } connection)
            {
                findings.Connection(connection, setting.Value, sink);
                continue;
            }

            findings.InspectedSecret();

            // A token is a token, also in a file for development.
            if (findings.MayHoldToken(value) && findings.Token(setting.Value, IsLicense(setting) ? sink with { SecretLowers = 2 } : sink with { SecretLowers = 0 }))
            {
                continue;
            }

            // Resources are texts for people, under names that say what they are about.
            var kind = isResource ? SecretKind.None : SecretNames.Kind(setting.Name, setting.Section);
            if (findings.Weigh(kind, setting.Name, value, SecretPlace.Setting) is { } weight)
            {
                findings.Named(setting.Name, value.Length, setting.Value.Place(new(0, value.Length)), weight, sink);
            }
        }
    }

    private static bool IsLicense(Setting setting) => setting.Name.IndexOf("licen", StringComparison.OrdinalIgnoreCase) >= 0;
}
