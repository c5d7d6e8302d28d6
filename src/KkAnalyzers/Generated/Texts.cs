// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
namespace KkAnalyzers;

/// <summary>Keys for MessageArg.Text.</summary>
internal static class Texts
{
    /// <summary>the line has {0} fields instead of {1}</summary>
    public const string ListLineUnreadable = "ListLineUnreadable";
}
