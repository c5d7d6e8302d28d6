using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KkAnalyzers.Reporting.Tests;

/// <summary>
/// The validators of tests/validators, from npm: Node.js and npm from PATH, else from the system's packages. They are installed
/// once into artifacts/validators, with the versions and digests of the lock file, and without running anything of theirs.
/// </summary>
internal static class Validators
{
    private const string Needed =
        "These tests validate the report's formats with validators from npm. Install Node.js 20 or later with npm (Debian: apt-get install nodejs npm).";

    /// <summary>The multitool's package has a program for this kind of machine only.</summary>
    public static bool HasMultitool => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    public static string Root { get; } = FindRoot();

    private static string Sources => Path.Combine(Root, "tests", "validators");

    private static string Folder => Path.Combine(Root, "artifacts", "validators");

    /// <summary>Validates everything in one process.</summary>
    public static IReadOnlyDictionary<string, Judgement> Run(IEnumerable<Job> jobs)
    {
        // Test projects run beside each other, and all of them use this folder.
        using var alone = Alone();
        Install();
        var work = Path.Combine(Folder, "work");
        if (Directory.Exists(work))
            Directory.Delete(work, recursive: true);
        Directory.CreateDirectory(work);

        var list = new JsonArray();
        foreach (var (job, number) in jobs.Select((j, n) => (j, n)))
        {
            string? file = null;
            if (job.Bytes is { } bytes)
                File.WriteAllBytes(file = Path.Combine(work, $"{number}.{(job.With == "sarif" ? "sarif" : "json")}"), bytes);
            list.Add(new JsonObject { ["name"] = job.Name, ["file"] = file, ["with"] = job.With, ["schema"] = job.Schema });
        }

        var input = Path.Combine(work, "jobs.json");
        File.WriteAllText(input, list.ToJsonString());
        var output = Start(Node(), Folder, TimeSpan.FromMinutes(3), Path.Combine(Folder, "validate.mjs"), input);
        return JsonSerializer.Deserialize<Judgement[]>(output, JsonSerializerOptions.Web)!.ToDictionary(v => v.Name, StringComparer.Ordinal);
    }

    private static FileStream Alone()
    {
        Directory.CreateDirectory(Folder);
        for (var waited = 0; ; waited++)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < 1200)
            {
                Thread.Sleep(500);
            }
        }
    }

    private static void Install()
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in new[] { "package.json", "package-lock.json", "validate.mjs" })
            File.Copy(Path.Combine(Sources, file), Path.Combine(Folder, file), overwrite: true);

        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        var wanted = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "package-lock.json"))));
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted)
            return;

        var npm = Npm();
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        _ = OperatingSystem.IsWindows()
            ? Start("cmd.exe", Folder, TimeSpan.FromMinutes(5), ["/c", npm, .. arguments])
            : Start(npm, Folder, TimeSpan.FromMinutes(5), arguments);
        File.WriteAllText(stamp, wanted);
    }

    private static string Npm()
    {
        string[] names = OperatingSystem.IsWindows() ? ["npm.cmd"] : ["npm"];
        if (SystemPackages.Find(names) is { } npm)
            return npm;
        SystemPackages.Install("nodejs", "npm");
        return SystemPackages.Find(names) ?? throw new InvalidOperationException(Needed);
    }

    /// <summary>The driver of the browser tests brings a Node.js along: enough to run what is installed.</summary>
    private static string Node() =>
        SystemPackages.Find(OperatingSystem.IsWindows() ? "node.exe" : "node")
        ?? (Path.Combine(AppContext.BaseDirectory, ".playwright", "node") is var driver && Directory.Exists(driver)
            ? Directory.EnumerateFiles(driver, OperatingSystem.IsWindows() ? "node.exe" : "node", SearchOption.AllDirectories).FirstOrDefault()
            : null)
        ?? throw new InvalidOperationException(Needed);

    private static string Start(string program, string folder, TimeSpan limit, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)}: no end after {limit}");
        }

        return process.ExitCode == 0
            ? output.GetAwaiter().GetResult()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}. {Needed}\n{output.GetAwaiter().GetResult()}\n{error.GetAwaiter().GetResult()}");
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "KkAnalyzers.sln")))
                return folder;
        }

        throw new InvalidOperationException("KkAnalyzers.sln is not above " + AppContext.BaseDirectory);
    }
}

/// <param name="Name">Name of the document.</param>
/// <param name="With">schema, cyclonedx or sarif.</param>
/// <param name="Bytes">The document; null: the schema itself is looked at.</param>
/// <param name="Schema">Path of the schema.</param>
public sealed record Job(string Name, string With, byte[]? Bytes, string? Schema = null);

/// <param name="Name">Name of the document.</param>
/// <param name="Errors">What the validator calls errors.</param>
/// <param name="Warnings">What it only remarks.</param>
public sealed record Judgement(string Name, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);
