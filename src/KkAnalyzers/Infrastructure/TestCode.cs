using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>Code whose data are made up (hard case 45): test projects, and types that seed or fake.</summary>
internal static class TestCode
{
    private static readonly ImmutableHashSet<string> Frameworks = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core");

    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        "seed", "seeder", "seeding", "seeds", "fake", "faker", "fakes", "mock", "mocks", "dummy", "fixture", "testdata", "bogus");

    /// <summary>True for a project that says so or that references a test framework.</summary>
    public static bool IsTestProject(KkContext context) =>
        string.Equals(context.Options.Property("IsTestProject"), "true", StringComparison.OrdinalIgnoreCase)
        || context.Compilation.ReferencedAssemblyNames.Any(a => Frameworks.Contains(a.Name));

    /// <summary>True for a type that one of its names says makes up data.</summary>
    public static bool MakesUpData(INamedTypeSymbol? type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (Tokenizer.Tokens(t.Name).Any(Words.Contains))
            {
                return true;
            }
        }

        return false;
    }
}
