using System.Globalization;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>KK4407: a framework or SDK without security updates, and checks of the compiler that are off where they matter.</summary>
internal sealed class SupportedTools : IBuildRule
{
    public string Id => "KK4407";

    public void Check(BuildProject project, BuildInspection inspection)
    {
        Support(project, inspection);
        if (project.Property("LangVersion") is { } language)
        {
            inspection.Inspected();
            if (language.Equals("preview", StringComparison.OrdinalIgnoreCase))
                inspection.Report(project.PropertyPlace("LangVersion"), Texts.Get("support.preview"));
        }

        if (What(project) is { } what)
            Checks(project, inspection, what);
    }

    private static void Support(BuildProject project, BuildInspection inspection)
    {
        if (project.Facts.Today is not { } today)
            return;

        // A library runs on the framework of the application.
        var runs = project.Facts.IsHead || project.Facts.OutputType is "Exe" or "WinExe";
        if (runs && Catalogue.Instance.Support.Find(project.Property("TargetFrameworkIdentifier"), project.Property("TargetFrameworkVersion")?.TrimStart('v', 'V')) is { } framework)
        {
            inspection.Inspected();
            if (framework.Ends < today)
                inspection.Report(project.FindProperty("TargetFramework") ?? project.PropertyPlace("TargetFrameworks"), Texts.Format("support.framework", framework.Name, Day(framework.Ends)));
        }

        // An SDK has the version of the framework that it came with.
        if (project.Property("NETCoreSdkVersion") is { } sdk && sdk.Split('.') is [var major, var minor, ..]
            && Catalogue.Instance.Support.Find(".NETCoreApp", $"{major}.{minor}") is { } tool)
        {
            inspection.Inspected();
            if (tool.Ends < today)
                inspection.Report(Place.None, Texts.Format("support.sdk", sdk, Day(tool.Ends)));
        }
    }

    private static void Checks(BuildProject project, BuildInspection inspection, Localized what)
    {
        inspection.Inspected(2);
        if (project.Property("Nullable") is not { } nullable || nullable.Equals("disable", StringComparison.OrdinalIgnoreCase))
            inspection.Report(project.PropertyPlace("Nullable"), Texts.Format("support.nullable", what));

        // Some warnings as errors is a decision too: only the SDK's own default is none.
        var some = (project.Property("WarningsAsErrors") ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Any(id => id is not ("NU1605" or "SYSLIB0011"));
        if (!some && !project.IsTrue("TreatWarningsAsErrors") && !project.IsTrue("CodeAnalysisTreatWarningsAsErrors"))
            inspection.Report(project.PropertyPlace("TreatWarningsAsErrors"), Texts.Format("support.warnings", what));
    }

    /// <summary>What makes mistakes in this project matter; null when the rules that would know saw nothing.</summary>
    private static Localized? What(BuildProject project) =>
        (project.Inventories.Any(i => i.Inventory is "personalData" or "personalDataUses"), project.Inventories.Any(i => i.Inventory == "endpoints")) switch
        {
            (true, true) => Texts.Get("support.both"),
            (true, false) => Texts.Get("support.personal-data"),
            (false, true) => Texts.Get("support.endpoints"),
            _ => null,
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
