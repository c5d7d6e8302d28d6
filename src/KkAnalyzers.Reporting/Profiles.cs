using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>Says which criteria are expected in the declared context. It changes no state: a criterion that is not expected keeps what was seen of it.</summary>
internal static class Profiles
{
    /// <summary>No profile where neither a profile nor interactivity is declared: nothing is expected on a guess.</summary>
    public static (ProfileInfo? Profile, CriterionRow[] Criteria) Apply(DeclarationData? declaration, CriterionRow[] criteria)
    {
        var table = Catalogue.Instance.Profiles;
        if ((table.Find(declaration?.Profile) ?? table.Find(declaration?.Context?.Interactivity)) is not { } profile)
            return (null, criteria);

        var additions = table.AdditionsFor(key => ContextRows.Declared(declaration!.Context, key));
        var selected = table.Select(profile, additions, Catalogue.Instance.Criteria);
        CriterionRow[] rows = [.. criteria.Select(c => c.State is null ? c : c with { Expected = selected.Contains(c.Id) })];
        var expected = rows.Where(c => c.Expected == true).ToArray();
        return (new ProfileInfo
        {
            Id = profile.Id,
            Title = profile.Title,
            Note = table.Note,
            Reason = profile.Reason,
            Driver = profile.Driver,
            Chosen = declaration!.Profile is not null,
            Additions = [.. additions.Select(a => new ProfileAdditionInfo(a.Id, a.Title, a.Driver, a.Reason))],
            Expected = expected.Length,
            Answered = expected.Count(c => c.State is not (State.Finding or State.NotEvaluated or State.Undecided)),
        }, rows);
    }
}
