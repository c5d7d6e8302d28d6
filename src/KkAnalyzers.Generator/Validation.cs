using System.Text.RegularExpressions;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>What the shape of the JSON does not say about the catalogue.</summary>
public static partial class Validation
{
    /// <summary>Everything that is wrong, one sentence each, with the id it is about.</summary>
    public static IEnumerable<string> Problems(Catalogue catalogue)
    {
        var criteria = catalogue.Criteria.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        if (criteria.Count != catalogue.Criteria.Count)
        {
            yield return "a criterion id occurs twice";
        }

        foreach (var criterion in catalogue.Criteria)
        {
            if (criterion.Parent is { } parent && !criteria.Contains(parent))
            {
                yield return $"{criterion.Id}: parent {parent} does not exist";
            }

            foreach (var problem in Languages(criterion.Id, "title", criterion.Title))
            {
                yield return problem;
            }
        }

        foreach (var id in catalogue.Crosswalk.Keys.Where(id => !criteria.Contains(id)))
        {
            yield return $"crosswalk: criterion {id} does not exist";
        }

        foreach (var rule in catalogue.Rules)
        {
            if (!RuleId().IsMatch(rule.Id))
            {
                yield return $"{rule.Id}: not of the form KKnnnn";
            }

            if (!catalogue.Header.Categories.ContainsKey(rule.Category))
            {
                yield return $"{rule.Id}: category {rule.Category} does not exist";
            }

            foreach (var criterion in rule.Criteria.Where(c => !criteria.Contains(c.Id)))
            {
                yield return $"{rule.Id}: criterion {criterion.Id} does not exist";
            }

            foreach (var criterion in rule.Criteria.Where(c => c.Relation is not ("violation" or "partial")))
            {
                yield return $"{rule.Id}: relation {criterion.Relation} is neither violation nor partial";
            }

            var own = rule.Category != "Tool";
            foreach (var (name, text, needed) in new[]
            {
                ("title", rule.Title, true), ("message", rule.Message, true), ("description", rule.Description, true),
                ("remedy", rule.Remedy, true), ("inspects", rule.Inspects, true), ("cannotSee", rule.CannotSee, own),
            })
            {
                foreach (var problem in needed ? Languages(rule.Id, name, text) : [])
                {
                    yield return problem;
                }
            }
        }

        foreach (var (key, text) in catalogue.Texts)
        {
            foreach (var problem in Languages("text " + key, "value", text))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Languages(string id, string field, Localized text)
    {
        var holes = Holes(text.En);
        foreach (var language in Localized.Languages)
        {
            if (string.IsNullOrWhiteSpace(text[language]))
            {
                yield return $"{id}: {field} is empty in {language}";
            }
            else if (Holes(text[language]) != holes)
            {
                yield return $"{id}: {field} has other {{n}} in {language} than in en";
            }
        }
    }

    private static string Holes(string text) => string.Join(',', Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^KK[1-9]\d{3}$")]
    private static partial Regex RuleId();
}
