using System.Security.Cryptography;
using System.Text.Json;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>Makes a report again from its inputs, and each of its forms, and compares them with what is there.</summary>
internal sealed class ReportCheck
{
    private const string About = "report";
    private readonly string _folder;
    private readonly List<Check> _checks = [];

    private ReportCheck(string folder) => _folder = folder;

    /// <summary>The report as it stands in the folder; null when it cannot be read.</summary>
    public Report? Report { get; private set; }

    /// <summary>The tool and the rules that made it are those that run now.</summary>
    public bool SameTool => Report?.Tool == ToolInfo.Current;

    public IReadOnlyList<Check> Checks => _checks;

    /// <summary>Never throws for what is in the folder.</summary>
    public static ReportCheck Of(string folder)
    {
        var check = new ReportCheck(folder);
        try
        {
            check.Run();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The files are somebody else's. Whatever they make the roll-up or a page do, this report cannot be made of them.
            check._checks.Add(Check.NotOk(About, "verify.remake-failed", ProblemException.Shown(e.Message)));
        }

        return check;
    }

    private void Run()
    {
        var path = Path.Combine(_folder, ReportFolder.Json);
        if (!IsReadable(ReportFolder.Json))
            return;
        try
        {
            Report = Report.Read(path);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            _checks.Add(Check.NotOk(About, "verify.unreadable", ReportFolder.Json, ProblemException.Shown(e.Message)));
            return;
        }

        if (!SameTool)
        {
            _checks.Add(Check.NotChecked(
                "tool", Report.Tool.Version == ToolInfo.Current.Version ? "verify.other-rules" : "verify.other-tool",
                ProblemException.Shown($"{Report.Tool.Name} {Report.Tool.Version}"), $"{ToolInfo.Current.Name} {ToolInfo.Current.Version}",
                ProblemException.Shown(Report.Tool.RuleSetSha256), ToolInfo.Current.RuleSetSha256));
            return;
        }

        if (!AreInputsReadable())
            return;
        var remade = ReportInputs.Read(_folder, Report).RollUp();
        var bytes = remade.ToJson();
        var equal = File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
        _checks.Add(equal ? Check.Ok(About, "verify.remade", Report.Projects.Count) : Differs(File.ReadAllBytes(path), bytes));
        Forms(equal ? remade : Report);
    }

    private static Check Differs(byte[] there, byte[] made)
    {
        using var left = JsonDocument.Parse(there);
        using var right = JsonDocument.Parse(made);
        return StrictJson.Difference(left.RootElement, right.RootElement) is { } at
            ? Check.NotOk(About, "verify.remade-differs", ProblemException.Shown(at.Path), ProblemException.Shown(at.Left), ProblemException.Shown(at.Right))
            : Check.NotOk(About, "verify.remade-bytes");
    }

    private bool AreInputsReadable()
    {
        var here = new HashSet<(string, string?)>();
        var readable = true;
        foreach (var file in ReportInputs.FragmentFiles(_folder))
        {
            var name = $"{ReportFolder.Fragments}/{Path.GetFileName(file)}";
            if (!IsReadable(name))
            {
                readable = false;
                continue;
            }

            try
            {
                var fragment = Fragment.Read(file);
                here.Add((fragment.Project.Path, fragment.Project.Framework));

                // Keys that are there twice, or that nobody knows, say something to other readers that this one does not see.
                if (fragment.Tool == ToolInfo.Current && !File.ReadAllBytes(file).AsSpan().SequenceEqual(JsonFile.Bytes(fragment)))
                    _checks.Add(Check.NotOk("inputs", "verify.fragment-form", ProblemException.Shown(name)));
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                readable = false;
                _checks.Add(Check.NotOk("inputs", "verify.unreadable", ProblemException.Shown(name), ProblemException.Shown(e.Message)));
            }
        }

        foreach (var project in Report!.Projects.Where(p => !here.Contains((p.Path, p.Framework))))
            _checks.Add(Check.NotOk("inputs", "verify.fragment-missing", ProblemException.Shown(project.Label), ProblemException.Shown(project.Path)));
        return readable;
    }

    private bool IsReadable(string name)
    {
        var file = new FileInfo(Path.Combine(_folder, name));
        if (!file.Exists)
            _checks.Add(Check.NotOk(About, "verify.file-missing", ProblemException.Shown(name)));
        else if (file.Length > Limits.FileBytes)
            _checks.Add(Check.NotOk(About, "verify.file-size", ProblemException.Shown(name), Limits.FileBytes >> 20));
        else
            return true;
        return false;
    }

    /// <summary>
    /// Pages are there per language. Which language came first, and with it that of the files that exist once, is written nowhere:
    /// they may be in any language that has a page.
    /// </summary>
    private void Forms(Report report)
    {
        var pages = Catalog.Localized.Languages.Where(l => File.Exists(Path.Combine(_folder, ReportFolder.Page(l)))).ToArray();
        var expected = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var first in pages.Length > 0 ? pages.Select(p => new[] { p }) : [[]])
        {
            foreach (var (file, bytes) in ReportFolder.Render(report, first).Where(f => f.File != ReportFolder.Json))
            {
                if (!expected.TryGetValue(file, out var digests))
                    expected.Add(file, digests = new HashSet<string>(StringComparer.Ordinal));
                digests.Add(Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant());
            }
        }

        var right = 0;
        foreach (var (file, digests) in expected)
        {
            var path = Path.Combine(_folder, file);
            if (!File.Exists(path))
                _checks.Add(Check.NotOk("form", "verify.file-missing", file));
            else if (!digests.Contains(FolderFiles.Sha256(path)))
                _checks.Add(Check.NotOk("form", "verify.form-differs", file));
            else
                right++;
        }

        if (right > 0)
            _checks.Add(Check.Ok("form", "verify.forms", right));
    }
}
