using System.Globalization;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>
/// KK2007: the declaration says that something is not there, and the code of this project has it. One place is enough for a
/// contradiction, so each project can tell by itself; none is needed for silence, so each project must have looked.
/// </summary>
internal sealed class ContradictedContext : IBuildRule
{
    /// <summary>Age from which Belgian law lets children decide about online services (act of 30 July 2018, art. 7).</summary>
    private const int AgeOfConsent = 13;

    /// <summary>Declared value, and the signs that contradict it.</summary>
    private static readonly (string Key, string Value, string[] Signs)[] Absences =
    [
        ("interactivity", "information", ["health-data", "sign-in", "accepting"]),
        ("ai", "no", ["ai"]),
        ("ads", "no", ["ads"]),
        ("healthVault", "no", ["vault"]),
        ("personalData", "no", ["personal-data"]),
        ("signIn", "no", ["sign-in"]),
    ];

    public string Id => PackageSigns.Rule;

    public void Check(BuildProject project, BuildInspection inspection)
    {
        // Tests hold made-up people and packages that no user gets.
        if (project.Declaration is not { Context: { } context } declaration || project.Facts.IsTestProject)
            return;

        var signs = ContextSigns.Of(project.Inventories);
        foreach (var (key, value, contradicting) in Absences.Where(a => ContextRows.Declared(context, a.Key).Contains(a.Value)))
        {
            inspection.Inspected();
            var found = signs.Where(s => s.Shows && contradicting.Contains(s.Id)).ToArray();
            if (found.Length > 0)
                inspection.Report(PlaceOf(project, "context." + key), $"context.{key}", Words(value), Texts.Join("; ", found.Select(s => Texts.Format("context.code-has", s.Text))));
            else if (!contradicting.All(s => Looked(project, s)))
                inspection.NotFollowed();
        }

        Children(project, inspection, declaration, context);
    }

    /// <summary>The declaration against itself, said once: by the project that writes the report.</summary>
    private static void Children(BuildProject project, BuildInspection inspection, DeclarationData declaration, ContextData context)
    {
        if (!project.Facts.IsHead || declaration.IntendedUse?.MinimumAge is not { } age || context.VulnerableUsers is not { } vulnerable)
            return;

        inspection.Inspected();
        if (age < AgeOfConsent && !vulnerable.Contains("children"))
        {
            inspection.Report(
                PlaceOf(project, "context.vulnerableUsers"), "context.vulnerableUsers", vulnerable.Count == 0 ? Words("none") : Texts.Join(", ", vulnerable.Select(Words)),
                Texts.Format("context.minimum-age", age.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>What makes the inventories of a sign ran here: rules of the compiler, and the build's list of packages.</summary>
    private static bool Looked(BuildProject project, string sign) =>
        ContextSigns.Sources.First(s => s.Sign == sign).Rules.All(project.Looked)
        && (ContextSigns.Packages.All(p => p.Sign != sign) || project.PackageSigns is not null);

    private static Place PlaceOf(BuildProject project, string path) =>
        project.Facts.DeclarationPath is { Length: > 0 } file && project.Declaration!.Places.TryGetValue(path, out var at) ? new Place(file, at.Line, at.Column) : Place.None;

    private static Localized Words(string value) => Texts.Find("value." + value) ?? Texts.Same(value);
}
