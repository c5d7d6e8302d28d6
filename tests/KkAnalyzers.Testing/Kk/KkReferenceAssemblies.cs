using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Testing;

/// <summary>
/// References for <c>TestState.AdditionalReferences</c>. This file and <c>ReferencePackLocator.cs</c> need nothing but the
/// compiler's package, so a project that uses the real testing packages can compile both files as they are.
/// </summary>
public static class KkReferenceAssemblies
{
    /// <summary>The references of ASP.NET Core together with those of .NET, from the newest installed reference packs.</summary>
    public static ImmutableArray<MetadataReference> AspNetCore => [.. NetCore, .. AspNetCoreOnly];

    /// <summary>The references of .NET.</summary>
    public static ImmutableArray<MetadataReference> NetCore => ReferencePackLocator.Find("Microsoft.NETCore.App.Ref");

    /// <summary>The references of ASP.NET Core without those of .NET.</summary>
    public static ImmutableArray<MetadataReference> AspNetCoreOnly => ReferencePackLocator.Find("Microsoft.AspNetCore.App.Ref");
}
