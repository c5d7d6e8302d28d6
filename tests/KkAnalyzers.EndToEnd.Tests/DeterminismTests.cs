using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>
/// Who has the source can make the report again: the same product gives the same bytes, in every file of the report, whenever, wherever
/// and in however many parts it is built.
/// </summary>
[Collection(BuiltProductTests.Name)]
public sealed class DeterminismTests(BuiltProduct product, InstalledTool kk)
{
    [Fact]
    public void Two_clean_builds()
    {
        using var first = new Copy(product.Report);
        foreach (var folder in new[] { "App", BuiltProduct.Core, "Delen" })
        {
            Directory.Delete(product.Workspace.PathOf($"{folder}/obj/Debug"), recursive: true);
        }

        Directory.Delete(product.Report, recursive: true);
        BuiltProduct.Rebuild(product.Workspace, "App").Succeeds();
        FolderAssert.Same(first.Path, product.Report);
    }

    /// <summary>
    /// One builds the libraries and delivers their fragments, the other the application and delivers only its own: merged, they are
    /// the report of one big build. What the second built is a second checkout as a whole, too.
    /// </summary>
    [Fact]
    public void Two_checkouts_and_one_big_build_against_two_halves_of_two_machines()
    {
        using var libraries = product.Checkout("machine-of-the-libraries");
        using var application = product.Checkout("another-folder-for-the-application");
        BuiltProduct.Build(libraries, BuiltProduct.Core).Succeeds();
        BuiltProduct.Build(libraries, "Delen").Succeeds();
        BuiltProduct.Build(application, "App").Succeeds();
        FolderAssert.Same(product.Report, BuiltProduct.ReportOf(application));

        using var delivered = new Copy(null);
        var inputs = new[] { (libraries, BuiltProduct.Core), (libraries, "Delen"), (application, "App") }.Select((half, number) =>
        {
            var file = Path.Combine(delivered.Path, $"{number}.json");
            File.Copy(half.Item1.PathOf($"{half.Item2}/obj/Debug/net10.0/kk.fragment.json"), file);
            return file;
        }).ToArray();
        var merged = Path.Combine(delivered.Path, "merged");
        var (code, output, error) = kk.Run(application.Root, ["merge", .. inputs, "-o", merged, "--as-of", "2026-06-01", "--solution", "Alles.slnx", "--root", "."]);
        Assert.True(code == 0, output + error);
        FolderAssert.Same(product.Report, merged);

        // The order in which they arrive, and one that arrives twice, make no difference.
        (code, output, error) = kk.Run(application.Root, ["merge", .. inputs.Reverse(), inputs[0], "-o", merged + "2", "--as-of", "2026-06-01"]);
        Assert.True(code == 0, output + error);
        FolderAssert.Same(merged, merged + "2");
    }

    private sealed class Copy : IDisposable
    {
        public Copy(string? folder)
        {
            Directory.CreateDirectory(Path);
            if (folder is not null)
            {
                BuiltProduct.CopyFolder(folder, Path);
            }
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "kk-" + Guid.NewGuid().ToString("N"));

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
