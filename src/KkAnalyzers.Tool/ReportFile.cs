namespace KkAnalyzers.Tool;

/// <summary>A report as somebody names it: the file, or the folder that holds it.</summary>
internal static class ReportFile
{
    public static string Path(string given) => Directory.Exists(given) && System.IO.Path.Combine(given, ReportFolder.Json) is var file && File.Exists(file) ? file : given;

    public static Report Read(string given) => Report.Read(Path(given));
}
