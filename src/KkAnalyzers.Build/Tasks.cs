using Microsoft.Build.Framework;

namespace KkAnalyzers.Build;

// The tasks as targets see them; compiled into both assemblies. What differs is the base: KkTask runs the command in this
// process (net8.0) or in a child process (netstandard2.0).

/// <summary>Writes <c>kk.packages.txt</c>: the resolved packages of one target framework, each with how it came in.</summary>
public sealed class KkWritePackages : KkTask
{
    /// <summary>What restore wrote: <c>project.assets.json</c>.</summary>
    [Required]
    public string AssetsFile { get; set; } = "";

    /// <summary>The file to write; left alone when its content would be the same.</summary>
    [Required]
    public string OutputFile { get; set; } = "";

    /// <summary>The project's own name of the target framework, such as <c>net8.0-android</c>.</summary>
    [Required]
    public string TargetFramework { get; set; } = "";

    /// <summary>The long name, such as <c>.NETStandard,Version=v2.0</c>; older SDKs write that in the assets file.</summary>
    public string? TargetFrameworkMoniker { get; set; }

    private protected override string Command => "packages";

    private protected override void Describe(Arguments arguments) => arguments
        .Add("assets", AssetsFile)
        .Add("output", OutputFile)
        .Add("framework", TargetFramework)
        .Add("moniker", TargetFrameworkMoniker);
}

/// <summary>Writes <c>kk.fragment.json</c>: what one compilation contributes to a report.</summary>
public sealed class KkWriteFragment : KkTask
{
    /// <summary>File with the facts of the project, <c>name=value</c> per line.</summary>
    [Required]
    public string Facts { get; set; } = "";

    private protected override string Command => "fragment";

    private protected override void Describe(Arguments arguments) => arguments.Add("facts", Facts);
}

/// <summary>Rolls fragments up and writes the report in all its formats.</summary>
public sealed class KkWriteReport : KkTask
{
    /// <summary>File with what the report is made of, <c>name=value</c> per line.</summary>
    [Required]
    public string Request { get; set; } = "";

    private protected override string Command => "report";

    private protected override void Describe(Arguments arguments) => arguments.Add("request", Request);
}

/// <summary>Fails the build (KK9005) when the report does not meet the gate. Runs after the report is on disk.</summary>
public sealed class KkGate : KkTask
{
    /// <summary>The same file as <see cref="KkWriteReport"/>.</summary>
    [Required]
    public string Request { get; set; } = "";

    /// <summary><c>findings</c>, <c>incomplete</c> or <c>policy</c>; a typing error closes it.</summary>
    [Required]
    public string Gate { get; set; } = "";

    private protected override string Command => "gate";

    private protected override void Describe(Arguments arguments) => arguments.Add("request", Request).Add("gate", Gate);
}
