using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>What the shape of the JSON does not say about profiles and signs of the context.</summary>
public static partial class Validation
{
    private static readonly string[] Drivers = ["interactivity", "risk", "vulnerability", "condition"];

    private static IEnumerable<string> Profiles(Catalogue catalogue)
    {
        var table = catalogue.Profiles;
        var entries = table.Profiles.Select(p => (p.Id, p.Title, p.Reason, p.Driver, p.Criteria))
            .Concat(table.Additions.Select(a => (a.Id, a.Title, a.Reason, a.Driver, a.Criteria))).ToArray();
        foreach (var twice in entries.GroupBy(e => e.Id).Where(g => g.Count() > 1))
        {
            yield return $"profile {twice.Key}: occurs twice";
        }

        foreach (var problem in Languages("profiles", "note", table.Note))
        {
            yield return problem;
        }

        foreach (var (id, title, reason, driver, criteria) in entries)
        {
            foreach (var problem in Languages("profile " + id, "title", title).Concat(Languages("profile " + id, "reason", reason)))
            {
                yield return problem;
            }

            if (!Drivers.Contains(driver))
            {
                yield return $"profile {id}: {driver} is no driver";
            }

            foreach (var entry in criteria.Where(e => !catalogue.Criteria.Any(c => c.Checkable && ProfileTable.Names(e, c))))
            {
                yield return $"profile {id}: {entry} names no criterion";
            }

            foreach (var entry in criteria.GroupBy(e => e).Where(g => g.Count() > 1))
            {
                yield return $"profile {id}: {entry.Key} stands twice";
            }
        }

        foreach (var profile in table.Profiles.Where(p => p.Extends is { } extends && table.Profiles.TakeWhile(o => o.Id != p.Id).All(o => o.Id != extends)))
        {
            yield return $"profile {profile.Id}: extends {profile.Extends}, which does not stand before it";
        }

        foreach (var package in catalogue.ContextSigns.Packages.Where(p => p.Sign is not ("ai" or "vault" or "sign-in" or "contact")))
        {
            yield return $"package {package.Package}: {package.Sign} is no sign";
        }
    }
}
