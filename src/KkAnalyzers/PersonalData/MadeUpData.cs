using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>Code whose people do not exist (hard case 45): types that seed or fake.</summary>
internal static class MadeUpData
{
    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        "seed", "seeder", "seeding", "seeds", "fake", "faker", "fakes", "mock", "mocks", "dummy", "fixture", "testdata", "bogus");

    /// <summary>True for a type that one of its names says makes up data, or that stands in such a type.</summary>
    public static bool In(INamedTypeSymbol? type)
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
