using System.Text.RegularExpressions;
using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting;

namespace KkAnalyzers.Build;

/// <summary>What is wrong with the settings of a build, each with the change that mends it.</summary>
internal static partial class BuildChecks
{
    /// <summary>The Roslyn version that the rules are compiled against: an older compiler does not load them.</summary>
    public static readonly Version OldestCompiler = new(4, 5);

    public static IEnumerable<ReportMessage> Of(Arguments facts)
    {
        if (facts.Optional("modeAsked") is { } mode && mode is not ("none" or "recommended" or "strict"))
        {
            yield return Warning("KK9002", new(
                $"KkMode is '{mode}'; it can be none, recommended or strict. This build uses recommended.",
                $"KkMode is '{mode}'; mogelijk zijn none, recommended en strict. Deze build gebruikt recommended.",
                $"KkMode vaut « {mode} » ; les valeurs possibles sont none, recommended et strict. Ce build utilise recommended."));
        }

        if (facts.Optional("tree") is { } tree && tree is not ("clean" or "dirty" or "unknown"))
        {
            yield return Warning("KK9002", new(
                $"KkTreeState is '{tree}'; it can be clean, dirty or unknown. This build says unknown.",
                $"KkTreeState is '{tree}'; mogelijk zijn clean, dirty en unknown. Deze build zegt unknown.",
                $"KkTreeState vaut « {tree} » ; les valeurs possibles sont clean, dirty et unknown. Ce build dit unknown."));
        }

        foreach (var language in facts.All("language").Where(l => !Localized.Languages.Contains(l)))
        {
            yield return Warning("KK9002", new(
                $"KkLanguages names '{language}'; it can name nl, fr and en.",
                $"KkLanguages noemt '{language}'; mogelijk zijn nl, fr en en.",
                $"KkLanguages cite « {language} » ; les valeurs possibles sont nl, fr et en."));
        }

        if (CompilerVersion().Match(facts.Optional("compilerApi") ?? "") is { Success: true } match
            && Version.Parse(match.Groups[1].Value) is var version && version < OldestCompiler)
        {
            yield return Warning("KK9003", new(
                $"The compiler has Roslyn {version}; the rules need {OldestCompiler} (.NET SDK 7.0.200 or Visual Studio 17.5) and do not run. Use a newer SDK.",
                $"De compiler heeft Roslyn {version}; de regels hebben {OldestCompiler} nodig (.NET SDK 7.0.200 of Visual Studio 17.5) en draaien niet. Gebruik een nieuwere SDK.",
                $"Le compilateur a Roslyn {version} ; les règles demandent {OldestCompiler} (SDK .NET 7.0.200 ou Visual Studio 17.5) et ne s’exécutent pas. Utilisez un SDK plus récent."));
        }

        if (facts.Optional("errorLog") is { } errorLog)
        {
            foreach (var message in ErrorLog(facts, errorLog))
            {
                yield return message;
            }
        }
    }

    /// <summary>The project writes a compiler log of its own. The report reads it, if it can.</summary>
    private static IEnumerable<ReportMessage> ErrorLog(Arguments facts, string errorLog)
    {
        var path = VersionSuffix().Replace(errorLog, "");
        if (VersionSuffix().Match(errorLog) is not { Success: true } match || !match.Groups[1].Value.StartsWith('2'))
        {
            yield return Warning("KK9002", new(
                $"ErrorLog is '{errorLog}': without ',version=2.1' the log lists only rules that found something, so the report cannot tell which rules ran. Write <ErrorLog>{path},version=2.1</ErrorLog>, or remove ErrorLog.",
                $"ErrorLog is '{errorLog}': zonder ',version=2.1' noemt het logbestand alleen regels die iets vonden, zodat het verslag niet weet welke regels draaiden. Schrijf <ErrorLog>{path},version=2.1</ErrorLog>, of verwijder ErrorLog.",
                $"ErrorLog vaut « {errorLog} » : sans « ,version=2.1 », le journal ne cite que les règles qui ont trouvé quelque chose, et le rapport ignore lesquelles ont tourné. Écrivez <ErrorLog>{path},version=2.1</ErrorLog>, ou supprimez ErrorLog."));
        }

        if (Shared(facts, path) is { } part)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var mended = Path.Combine(Path.GetDirectoryName(path) ?? "", $"{name}.{part}{Path.GetExtension(path)}").Replace('\\', '/') + ",version=2.1";
            yield return Warning("KK9002", new(
                $"ErrorLog '{path}' serves more than one compilation, and they overwrite each other's log. Write <ErrorLog>{mended}</ErrorLog>, or remove ErrorLog.",
                $"ErrorLog '{path}' dient voor meer dan één compilatie, en die overschrijven elkaars logbestand. Schrijf <ErrorLog>{mended}</ErrorLog>, of verwijder ErrorLog.",
                $"ErrorLog « {path} » sert à plusieurs compilations, qui écrasent le journal l’une de l’autre. Écrivez <ErrorLog>{mended}</ErrorLog>, ou supprimez ErrorLog."));
        }
    }

    /// <summary>What the path must name so that each compilation has its own; null when it does.</summary>
    private static string? Shared(Arguments facts, string path)
    {
        var directory = Path.GetDirectoryName(facts.Required("project"))!;
        var full = Path.GetFullPath(path.Replace('\\', '/'), directory);
        var framework = facts.Optional("targetFramework");
        var perProject = full.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase)
            || (facts.Optional("name") is { } name && full.Contains(name, StringComparison.OrdinalIgnoreCase));
        var perFramework = !facts.Flag("multiTargeting") || (framework is not null && full.Contains(framework, StringComparison.OrdinalIgnoreCase));
        return (perProject, perFramework) switch
        {
            (true, true) => null,
            (true, false) => "$(TargetFramework)",
            (false, true) => "$(MSBuildProjectName)",
            _ => "$(MSBuildProjectName).$(TargetFramework)",
        };
    }

    private static ReportMessage Warning(string code, Localized text) => new(code, "warning", null, 0, 0, text);

    [GeneratedRegex(@"[,;]\s*version\s*=\s*([^,;]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex VersionSuffix();

    [GeneratedRegex(@"^roslyn(\d+\.\d+)$")]
    private static partial Regex CompilerVersion();
}
