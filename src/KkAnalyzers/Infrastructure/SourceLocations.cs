using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>Where a finding may be shown.</summary>
internal static class SourceLocations
{
    /// <summary>
    /// True for code a person wrote: a file that is not generated, or a span of a Razor-generated file that a
    /// <c>#line</c> directive maps back to a .razor or .cshtml file. False for everything else in generated files.
    /// </summary>
    public static bool IsUserCode(Location location, bool isGeneratedTree)
    {
        if (!isGeneratedTree)
        {
            return true;
        }

        var mapped = location.GetMappedLineSpan();
        return mapped.HasMappedPath
            && (mapped.Path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || mapped.Path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for trees that a generator wrote, by the name Roslyn gives them.</summary>
    public static bool IsGeneratedTree(SyntaxTree tree) =>
        tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        || tree.FilePath.EndsWith(".g.i.cs", StringComparison.OrdinalIgnoreCase)
        || tree.FilePath.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)
        || tree.FilePath.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);
}
