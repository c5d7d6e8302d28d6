using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Files by name.</summary>
public class SourceFileCollection : List<(string filename, SourceText content)>
{
    /// <summary>Adds a file.</summary>
    public void Add((string filename, string content) file) => Add((file.filename, SourceText.From(file.content)));

    /// <summary>Adds a file of a source generator.</summary>
    public void Add((Type sourceGeneratorType, string filename, string content) file)
        => Add((file.sourceGeneratorType, file.filename, SourceText.From(file.content, System.Text.Encoding.UTF8)));

    /// <summary>Adds a file of a source generator.</summary>
    public void Add((Type sourceGeneratorType, string filename, SourceText content) file)
    {
        var folder = Path.Combine(file.sourceGeneratorType.Assembly.GetName().Name ?? string.Empty, file.sourceGeneratorType.FullName!);
        Add((Path.Combine(folder, file.filename), file.content));
    }
}
