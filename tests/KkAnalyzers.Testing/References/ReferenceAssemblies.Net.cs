namespace Microsoft.CodeAnalysis.Testing;

public sealed partial class ReferenceAssemblies
{
    /// <summary>The versions of .NET.</summary>
    public static class Net
    {
        /// <summary>.NET 6.</summary>
        public static ReferenceAssemblies Net60 { get; } = Create("net6.0");

        /// <summary>.NET 7.</summary>
        public static ReferenceAssemblies Net70 { get; } = Create("net7.0");

        /// <summary>.NET 8.</summary>
        public static ReferenceAssemblies Net80 { get; } = Create("net8.0");

        /// <summary>.NET 9.</summary>
        public static ReferenceAssemblies Net90 { get; } = Create("net9.0");

        /// <summary>.NET 10.</summary>
        public static ReferenceAssemblies Net100 { get; } = Create("net10.0");

        private static ReferenceAssemblies Create(string framework)
            => new(framework, new PackageIdentity(ReferencePack, framework["net".Length..] + ".0"), Path.Combine("ref", framework));
    }
}
