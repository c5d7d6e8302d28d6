using KkAnalyzers.Reporting.Tests;

namespace KkAnalyzers.Tool.Tests;

/// <summary>Fragments of a small product on disk, as builds on several machines leave them.</summary>
internal sealed class Product : IDisposable
{
    private readonly Folder _folder = new();

    public string Path => _folder.Path;

    public string this[string path] => System.IO.Path.Combine(_folder.Path, path);

    public string Write(string path, string content) => _folder.File(path, content);

    /// <summary>Builds one project; its fragment stands where the build leaves it.</summary>
    public string Fragment(
        string name, Sarif? sarif = null, string framework = "net8.0", string? folder = null, bool test = false, Func<Fragment, Fragment>? change = null, string? declaration = null)
    {
        var fragment = Build.Fragment(
            sarif ?? new Sarif(),
            f => f with
            {
                ProjectName = name, TargetFramework = framework, IsTestProject = test, IsHead = name == "Zorgdagboek.App",
                ProjectPath = System.IO.Path.Combine(f.RootDirectory!, $"src/{name}/{name}.csproj"),
            },
            declaration: declaration).Fragment;
        var path = this[System.IO.Path.Combine(folder ?? $"src/{name}/obj/Release/{framework}", "kk.fragment.json")];
        (change?.Invoke(fragment) ?? fragment).Write(path);
        return path;
    }

    /// <summary>Merges and gives the report.</summary>
    public Report Merge(params string[] args)
    {
        Kk.Run(["merge", .. args]).Ends(ExitCodes.Success);
        return Report.Read(System.IO.Path.Combine(args[Array.IndexOf(args, "-o") + 1], "report.json"));
    }

    /// <summary>Every file of a folder with its bytes, to compare two of them.</summary>
    public SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(this[folder], "*", SearchOption.AllDirectories)
            .ToDictionary(f => System.IO.Path.GetRelativePath(this[folder], f).Replace('\\', '/'), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}
