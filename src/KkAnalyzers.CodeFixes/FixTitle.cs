using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.CodeFixes;

/// <summary>What the light bulb says, in the language of the editor.</summary>
internal static class FixTitle
{
    public static string Of(string key) => MessageArg.Localizable("Text_" + key).ToString();
}
