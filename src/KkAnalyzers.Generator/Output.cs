using System.Text;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Generator;

/// <summary>One generated file: its path below the root, with <c>/</c>, and its whole text.</summary>
/// <param name="Path">Path below the root.</param>
/// <param name="Text">Text with LF line ends.</param>
public sealed record Output(string Path, string Text)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The folder with KkAnalyzers.sln, from <paramref name="start"/> upwards; null when there is none.</summary>
    public static string? FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "KkAnalyzers.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    /// <summary>Everything that is generated, in a fixed order.</summary>
    public static IEnumerable<Output> All(Catalogue catalogue, string root) =>
    [
        .. CSharpFiles.All(catalogue),
        .. ResourceFiles.All(catalogue),
        .. ModeFiles.All(catalogue),
        .. RulePages.All(catalogue, root),
        .. CriteriaPages.All(catalogue),
        MappedRulesPage.Of(catalogue),
    ];

    /// <summary>True when the file on disk is absent or says something else.</summary>
    public bool Differs(string root)
    {
        var path = FullPath(root);
        return !File.Exists(path) || Normalise(File.ReadAllText(path)) != Text;
    }

    /// <summary>Writes the file, and its folder where there is none.</summary>
    public void Write(string root)
    {
        var path = FullPath(root);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text, Utf8);
    }

    /// <summary>LF line ends, whatever the checkout made of them.</summary>
    public static string Normalise(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private string FullPath(string root) => System.IO.Path.Combine(root, Path.Replace('/', System.IO.Path.DirectorySeparatorChar));
}
