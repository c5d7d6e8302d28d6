using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.PersonalData;

/// <summary>The word lists of personal data. docs/lists.md says what the fields mean.</summary>
internal static class PersonalDataLists
{
    /// <summary>term | category | strength | languages | mode | exceptions.</summary>
    public static readonly KkList Terms = new("KkAnalyzers.PersonalData", 3, 6, TermProblem, Tokenizer.Glue);

    /// <summary>term | words, or = other term.</summary>
    public static readonly KkList Negatives = new("KkAnalyzers.NotPersonalData", 2, 2, l => Empty(l, 1), Tokenizer.Glue);

    /// <summary>word | role | not with.</summary>
    public static readonly KkList PersonWords = new("KkAnalyzers.PersonWords", 2, 3, l => OneOf(l, 1, PersonRoles), Tokenizer.Glue);

    /// <summary>word | role | category.</summary>
    public static readonly KkList NameParts = new("KkAnalyzers.NameParts", 2, 3, NamePartProblem, Tokenizer.Glue);

    /// <summary>type, type.member or namespace.* | category, person or none.</summary>
    public static readonly KkList KnownTypes = new("KkAnalyzers.PersonalTypes", 2, 2, l => l[1] is "person" or "none" ? null : Category(l[1]));

    private static readonly ImmutableArray<string> PersonRoles = ImmutableArray.Create("noun", "stem", "container", "head", "animal", "settings", "holder");
    private static readonly ImmutableArray<string> NamePartRoles = ImmutableArray.Create("tail", "safe", "prefix", "control", "stop", "getter");
    private static readonly ImmutableArray<string> Strengths = ImmutableArray.Create("strong", "named", "medium", "weak");
    private static readonly ImmutableArray<string> Modes = ImmutableArray.Create("", "exact", "prefix", "affix");
    private static readonly ImmutableArray<string> Languages = ImmutableArray.Create("en", "nl", "fr", "es", "pt");

    /// <summary>The values of a field, which stand between commas.</summary>
    public static IEnumerable<string> Split(string field) => field.Split(',').Select(v => v.Trim()).Where(v => v.Length > 0);

    private static string? TermProblem(ListLine line)
    {
        if (Tokenizer.Glue(line[0]) is var glued && glued.Length < 2)
        {
            return $"'{line[0]}' is too short for a term";
        }

        return Category(line[1])
            ?? OneOf(line, 2, Strengths)
            ?? Split(line[3]).Where(l => !Languages.Contains(l)).Select(l => $"'{l}' is no language of the lists: {string.Join(", ", Languages)}").FirstOrDefault()
            ?? OneOf(line, 4, Modes)
            ?? (line[4] is "prefix" or "affix" && glued.Length < 4 ? $"'{line[0]}' is too short for the mode {line[4]}" : null);
    }

    private static string? NamePartProblem(ListLine line) =>
        OneOf(line, 1, NamePartRoles)
        ?? (line[2].Length == 0 ? null : line[1] == "tail" ? Category(line[2]) : "only a tail has a category");

    private static string? Empty(ListLine line, int field) => line[field].Length == 0 ? $"field {field + 1} is empty" : null;

    private static string? Category(string id) =>
        DataCategory.All.ContainsKey(id) ? null : $"'{id}' is no category; the categories are {string.Join(", ", DataCategory.All.Keys)}";

    private static string? OneOf(ListLine line, int field, ImmutableArray<string> values) =>
        values.Contains(line[field]) ? null : $"'{line[field]}' is none of {string.Join(", ", values.Where(v => v.Length > 0))}";
}
