// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
namespace KkAnalyzers;

/// <summary>Keys for MessageArg.Text.</summary>
internal static class Texts
{
    /// <summary>assembly {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByAssembly = "AdsByAssembly";

    /// <summary>its namespace {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByNamespace = "AdsByNamespace";

    /// <summary>package {0} is on the tracker list; source {1}</summary>
    public const string AdsByPackage = "AdsByPackage";

    /// <summary>nobody asked for it: it comes in as {0}; source {1}</summary>
    public const string AdsByPath = "AdsByPath";

    /// <summary>direct</summary>
    public const string ReferenceDirect = "ReferenceDirect";

    /// <summary>transitive</summary>
    public const string ReferenceTransitive = "ReferenceTransitive";

    /// <summary>Assembly {0}</summary>
    public const string SubjectAssembly = "SubjectAssembly";

    /// <summary>Package {0}</summary>
    public const string SubjectPackage = "SubjectPackage";
}
