using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>
/// Rows of the inventories of packages that tell about the context: artificial intelligence, health vaults, sign-in, contact. Facts
/// for the report, whatever rules are on; KK2007 compares them with the declaration.
/// </summary>
internal static class PackageSigns
{
    /// <summary>The rule that the rows belong to.</summary>
    public const string Rule = "KK2007";

    /// <summary>The rows; null when the build left no list of packages.</summary>
    public static InventoryRow[]? Of(BuildProject project, Paths paths, string[] label)
    {
        if (project.Facts.PackagesPath is not { Length: > 0 } path || project.Lines(path) is not { } lines)
            return null;

        return
        [
            .. from line in lines
               let fields = line.Split('|')
               where fields.Length >= 3 && fields[0] is "direct" or "transitive"
               let direct = fields[0] == "direct"
               let found = Catalogue.Instance.ContextSigns.Find(fields[1], direct)
               where found is not null
               select Row(found, fields[1], fields[2], direct, fields.Length > 3 ? fields[3] : "", project, paths, label),
        ];
    }

    private static InventoryRow Row(ContextPackage found, string id, string version, bool direct, string way, BuildProject project, Paths paths, string[] label)
    {
        // What another package brings stands where that one does.
        var place = project.FindItem(direct ? id : way.Split(" > ")[0], "PackageReference", "GlobalPackageReference") ?? Place.None;
        return new InventoryRow(
            ContextSigns.Packages.First(p => p.Sign == found.Sign).Inventory, Rule, paths.Relative(place.File ?? project.Facts.ProjectPath), place.Line,
            new SortedDictionary<string, Localized>(StringComparer.Ordinal)
            {
                ["package"] = Texts.Same(id),
                ["version"] = Texts.Same(version),
                ["reference"] = direct ? Texts.Get("context.direct") : Texts.Same(way),
                ["weight"] = Texts.Get(found.Shows ? "context.weight.shows" : "context.weight.hints"),
            },
            label,
            new SortedDictionary<string, string>(StringComparer.Ordinal) { ["weight"] = found.Shows ? "shows" : "hints" });
    }
}
