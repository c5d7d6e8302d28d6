using System.Text;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>Compares report folders as a buyer would who rebuilds a product: file by file, byte by byte.</summary>
internal static class FolderAssert
{
    /// <summary>The same files with the same bytes; otherwise the first file that differs, and where.</summary>
    public static void Same(string expected, string actual)
    {
        var (left, right) = (Files(expected), Files(actual));
        Assert.Equal(left, right);
        foreach (var file in left)
        {
            var (one, two) = (File.ReadAllBytes(Path.Combine(expected, file)), File.ReadAllBytes(Path.Combine(actual, file)));
            var at = one.AsSpan().CommonPrefixLength(two);
            Assert.True(one.Length == two.Length && at == one.Length, $"{file} differs from byte {at}:\n{Around(one, at)}\n{Around(two, at)}");
        }
    }

    /// <summary>All files below a folder, with <c>/</c>, in a fixed order.</summary>
    public static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static string Around(byte[] bytes, int at) => Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, at - 80)..Math.Min(bytes.Length, at + 80)));
}
