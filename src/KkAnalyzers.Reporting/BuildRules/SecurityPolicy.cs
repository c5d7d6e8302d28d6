using System.Globalization;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>KK4408: a web application in which nobody finds whom to tell about a security problem.</summary>
internal sealed class SecurityPolicy : IBuildRule
{
    private static readonly string[] Criteria = ["T4.15", "T4.20a"];

    public string Id => "KK4408";

    public void Check(BuildProject project, BuildInspection inspection)
    {
        var isWeb = project.IsTrue("UsingMicrosoftNETSdkWeb") || project.IsTrue("UsingMicrosoftNETSdkBlazorWebAssembly") || project.Inventories.Any(i => i.Inventory == "endpoints");
        if (!project.Facts.IsHead || project.Facts.IsTestProject || !isWeb)
            return;

        inspection.Inspected();
        var files = project.Items("SecurityPolicy").Select(i => i.Include).ToArray();
        var texts = files.Where(f => Path.GetFileName(f).Equals("security.txt", StringComparison.OrdinalIgnoreCase)).ToArray();

        // A file that people and their tools read is the best answer, and a wrong one is worse than none.
        foreach (var file in texts)
            SecurityText(project, inspection, file);
        if (texts.Length > 0)
            return;

        var found = files.Any(f => Path.GetExtension(f).Equals(".md", StringComparison.OrdinalIgnoreCase) && project.Lines(f) is { } lines && lines.Any(l => !string.IsNullOrWhiteSpace(l)))
            || project.Inventories.Any(i => i.Inventory == "endpoints" && i.Columns.TryGetValue("route", out var route) && route.En.TrimEnd('/').EndsWith(".well-known/security.txt", StringComparison.OrdinalIgnoreCase))
            || project.Declaration?.Criteria.Any(c => Criteria.Contains(c.Id) && c.Evidence.Any(e => e.Present)) == true;
        if (!found)
            inspection.Report(Place.None, Texts.Get("policy.none"));
    }

    /// <summary>RFC 9116: at least one Contact, and exactly one Expires that is not past.</summary>
    private static void SecurityText(BuildProject project, BuildInspection inspection, string file)
    {
        if (project.Lines(file) is not { } lines)
        {
            inspection.NotFollowed();
            return;
        }

        (string Value, int Line)[] Fields(string name) =>
        [
            .. lines.Select((l, i) => (Text: l, Line: i + 1)).Where(l => l.Text.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                .Select(l => (l.Text[(name.Length + 1)..].Trim(), l.Line)),
        ];

        if (Fields("Contact").All(f => f.Value.Length == 0))
            inspection.Report(new Place(file, 1, 1), Texts.Get("policy.contact"));

        var expires = Fields("Expires");
        if (expires.Length != 1 || !DateTimeOffset.TryParse(expires[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end))
            inspection.Report(new Place(file, expires.FirstOrDefault().Line is > 0 and var line ? line : 1, 1), Texts.Get("policy.no-end"));
        else if (project.Facts.Today is { } today && DateOnly.FromDateTime(end.UtcDateTime) < today)
            inspection.Report(new Place(file, expires[0].Line, 1), Texts.Format("policy.past", DateOnly.FromDateTime(end.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
