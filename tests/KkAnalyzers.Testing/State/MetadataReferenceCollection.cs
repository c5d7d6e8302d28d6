using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>References of a project.</summary>
public class MetadataReferenceCollection : List<MetadataReference>
{
    /// <summary>Adds the file of an assembly.</summary>
    public void Add(Assembly assembly) => Add(assembly.Location);

    /// <summary>Adds a file.</summary>
    public void Add(string path) => Add(MetadataReferences.FromFile(path));
}
