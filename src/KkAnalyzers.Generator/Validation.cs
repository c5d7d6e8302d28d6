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

        foreach (var problem in Others(catalogue, criteria).Concat(Profiles(catalogue)))
        {
            yield return problem;
        }

        foreach (var (key, text) in catalogue.Texts)
        {
            foreach (var problem in Languages("text " + key, "value", text))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Others(Catalogue catalogue, HashSet<string> criteria)
    {
        foreach (var topic in catalogue.OtherTopics)
        {
            foreach (var problem in Languages("topic " + topic.Id, "title", topic.Title))
            {
                yield return problem;
            }

            foreach (var link in topic.Criteria.Where(c => !criteria.Contains(c.Id) || c.Relation is not ("violation" or "partial")))
            {
                yield return $"topic {topic.Id}: {link.Id} {link.Relation} is no criterion with violation or partial";
            }

            if (topic.Criteria.Count == 0 || catalogue.Others.All(o => o.Topic != topic.Id))
            {
                yield return $"topic {topic.Id}: has no criteria or no rules";
            }
        }

        foreach (var twice in catalogue.Others.GroupBy(o => o.Id).Where(g => g.Count() > 1))
        {
            yield return $"{twice.Key}: mapped twice";
        }

        foreach (var other in catalogue.Others)
        {
            if (other.Id.StartsWith("KK", StringComparison.Ordinal))
            {
                yield return $"{other.Id}: our own rules have files of their own";
            }

            if (catalogue.OtherTopics.All(t => t.Id != other.Topic) || catalogue.OtherAnalyzers.All(a => a.Id != other.Analyzer))
            {
                yield return $"{other.Id}: topic {other.Topic} or analyzer {other.Analyzer} does not exist";
            }

            if (other.Relation is not (null or "partial"))
            {
                yield return $"{other.Id}: a relation of its own can only be partial";
            }

            if (other.Raise is not null && other.Analyzer != "sdk")
            {
                yield return $"{other.Id}: only rules that every build has can be raised";
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
