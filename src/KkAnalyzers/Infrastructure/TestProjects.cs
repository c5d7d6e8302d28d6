using System.Collections.Immutable;

namespace KkAnalyzers.Infrastructure;

/// <summary>Tells test projects from products, for rules about what reaches the person in care.</summary>
internal static class TestProjects
{
    private static readonly ImmutableHashSet<string> Frameworks = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core");

    /// <summary>True for a project that says so, or that references a test framework.</summary>
    public static bool Is(KkContext context) =>
        string.Equals(context.Options.Property("IsTestProject"), "true", StringComparison.OrdinalIgnoreCase)
        || context.Compilation.ReferencedAssemblyNames.Any(a => Frameworks.Contains(a.Name));
}
