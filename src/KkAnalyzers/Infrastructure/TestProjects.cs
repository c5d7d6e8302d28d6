using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>Tells test projects from products, for rules about what reaches the person in care.</summary>
internal static class TestProjects
{
    private static readonly ImmutableHashSet<string> Frameworks = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core");

    /// <summary>True when the compilation references a test framework.</summary>
    public static bool IsTest(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(a => Frameworks.Contains(a.Name));
}
