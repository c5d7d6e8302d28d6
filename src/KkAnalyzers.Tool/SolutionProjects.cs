using System.Xml;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace KkAnalyzers.Tool;

/// <summary>Which projects a solution (.sln, .slnx) consists of: each of them should deliver a fragment.</summary>
internal static class SolutionProjects
{
    /// <summary>Shared files that other projects compile, and what starts containers: no compilation of their own.</summary>
    private static readonly string[] WithoutCode = [".shproj", ".dcproj"];

    /// <param name="path">The solution.</param>
    /// <param name="root">Folder to which paths in reports are relative; null: where the build finds it.</param>
    /// <returns>Paths as a report writes them.</returns>
    public static IReadOnlyList<string> Read(string path, string? root)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        var paths = new Paths(root is null ? RootAbove(folder) : Path.GetFullPath(root));
        return
        [
            .. Open(path, full).SolutionProjects
                .Select(p => p.FilePath.Replace('\\', '/'))
                .Where(p => !WithoutCode.Contains(Path.GetExtension(p), StringComparer.OrdinalIgnoreCase))
                .Select(p => paths.Relative(Path.GetFullPath(Path.Combine(folder, p)))!)
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static SolutionModel Open(string path, string full)
    {
        JsonFile.Open(path).Dispose();
        var serializer = SolutionSerializers.GetSerializerByMoniker(full) ?? throw new UnreadableFileException(path, Texts.Get("tool.solution.unknown"));
        try
        {
            if (Path.GetExtension(full).Equals(".slnx", StringComparison.OrdinalIgnoreCase))
                RefuseDocumentType(path);
            return serializer.OpenAsync(full, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (XmlException e)
        {
            throw new UnreadableFileException(path, Texts.Format("tool.solution.malformed", e.Message), e.LineNumber, e.LinePosition, e);
        }
        catch (SolutionException e)
        {
            throw new UnreadableFileException(path, Texts.Format("tool.solution.malformed", e.Message), e.Line ?? 0, e.Column ?? 1, e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
        {
            throw new UnreadableFileException(path, Texts.Format("tool.solution.malformed", e.Message), inner: e);
        }
    }

    /// <summary>Entities of a document type can read files and grow without end; no solution needs one.</summary>
    private static void RefuseDocumentType(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        // The reader names no place for this one error: it is after what was read last.
        var (place, line, column) = ((IXmlLineInfo)reader, 1, 1);
        try
        {
            while (reader.Read())
                (line, column) = (place.LineNumber, place.LinePosition);
        }
        catch (XmlException e) when (e.LineNumber == 0)
        {
            throw new UnreadableFileException(path, Texts.Get("tool.solution.document-type"), line, column, e);
        }
    }

    /// <summary>As the build finds KkRepositoryRoot.</summary>
    private static string RootAbove(string folder)
    {
        foreach (var marker in new[] { ".git/HEAD", ".git", "Directory.Build.props" })
        {
            for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
            {
                if (File.Exists(Path.Combine(current, marker)))
                    return current;
            }
        }

        return folder;
    }
}
