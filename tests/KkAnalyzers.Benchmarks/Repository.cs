namespace KkAnalyzers.Benchmarks;

/// <summary>Where this repository is on disk: the folder with the solution, above this program.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "KkAnalyzers.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("KkAnalyzers.sln is not above " + AppContext.BaseDirectory);
    }
}
