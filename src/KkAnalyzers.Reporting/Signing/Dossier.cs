using System.IO.Compression;
using System.Text;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>
/// A report folder, or a pack with one in it. A zip file is unpacked to a folder of its own that goes away again; nothing is
/// written outside it.
/// </summary>
internal sealed class Dossier : IDisposable
{
    /// <summary>List of the content of a pack, with digests.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The report folder in a pack.</summary>
    public const string Report = "kwaliteitskader";

    /// <summary>The declaration and its evidence in a pack.</summary>
    public const string Evidence = "evidence";

    /// <summary>File that holds the signature, in a report folder.</summary>
    public const string Signature = "report.intoto.jsonl";

    private readonly bool _temporary;

    private Dossier(string root, bool isPack, bool temporary)
    {
        Root = root;
        IsPack = isPack;
        _temporary = temporary;
    }

    /// <summary>Folder with everything.</summary>
    public string Root { get; }

    /// <summary>There is a manifest, or there should be one.</summary>
    public bool IsPack { get; }

    public string ReportFolder => IsPack ? Path.Combine(Root, Report) : Root;

    /// <param name="path">Folder or zip file.</param>
    /// <exception cref="RefusedException">The zip file is built to harm or to mislead.</exception>
    /// <exception cref="ProblemException">There is no report there.</exception>
    public static Dossier Open(string path)
    {
        var shown = ProblemException.Shown(path);
        if (File.Exists(path))
        {
            var folder = Directory.CreateTempSubdirectory($"kk-verify-{Environment.ProcessId}-").FullName;
            var dossier = new Dossier(folder, isPack: true, temporary: true);
            try
            {
                Unpack(path, folder, shown);
                return Directory.Exists(dossier.ReportFolder) ? dossier : throw new ProblemException("dossier.no-report", shown);
            }
            catch
            {
                dossier.Dispose();
                throw;
            }
        }

        if (!Directory.Exists(path))
            throw new ProblemException("dossier.missing", shown);
        var isReport = File.Exists(Path.Combine(path, Reporting.ReportFolder.Json)) || File.Exists(Path.Combine(path, Signature));
        var isPack = File.Exists(Path.Combine(path, Manifest)) && Directory.Exists(Path.Combine(path, Report));
        return isReport || isPack ? new Dossier(Path.GetFullPath(path), !isReport, temporary: false) : throw new ProblemException("dossier.no-report", shown);
    }

    public void Dispose()
    {
        if (_temporary)
            Directory.Delete(Root, recursive: true);
    }

    private static void Unpack(string path, string folder, string shown)
    {
        if (new FileInfo(path).Length > Limits.ZipBytes)
            throw new RefusedException("dossier.zip-size", shown, Limits.ZipBytes >> 20);
        try
        {
            using var zip = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            if (zip.Entries.Count > Limits.Entries)
                throw new RefusedException("dossier.entries", Limits.Entries);

            // All names before the first byte: a dossier is taken whole or not at all.
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entry in zip.Entries)
                Inspect(entry, names);

            var left = Limits.TotalBytes;
            foreach (var entry in zip.Entries.Where(e => !IsFolder(e)))
                left -= Copy(entry, Path.Combine(folder, entry.FullName), left);
        }
        catch (InvalidDataException e)
        {
            throw new ProblemException("dossier.no-zip", shown, ProblemException.Shown(e.Message));
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') && entry.Length == 0;

    private static void Inspect(ZipArchiveEntry entry, Dictionary<string, string> names)
    {
        var shown = ProblemException.Shown(entry.FullName);
        var name = IsFolder(entry) ? entry.FullName[..^1] : entry.FullName;
        if (SafePath.Problem(name) is { } problem)
            throw new RefusedException(problem, shown);

        // The upper half is the mode of a Unix file: its type, then its permissions. Regular, folder, or nothing said.
        var type = (entry.ExternalAttributes >> 16) & 0xF000;
        if (type is not (0 or 0x8000 or 0x4000))
            throw new RefusedException("dossier.link", shown);
        if (entry.IsEncrypted)
            throw new RefusedException("dossier.encrypted", shown);
        if (!names.TryAdd(SafePath.Fold(name), name) && !IsFolder(entry))
            throw new RefusedException("dossier.name-twice", shown);
        if (entry.Length > Limits.FileBytes)
            throw new RefusedException("dossier.entry-size", shown, Limits.FileBytes >> 20);
        if (entry.Length > Limits.FreeBytes && entry.Length / Limits.Ratio > entry.CompressedLength)
            throw new RefusedException("dossier.ratio", shown, Limits.Ratio);
    }

    /// <summary>Counts what really comes out: what an entry says about its size is only what it says.</summary>
    private static long Copy(ZipArchiveEntry entry, string target, long left)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var input = entry.Open();
        using var output = new FileStream(target, FileMode.CreateNew);
        var buffer = new byte[81920];
        var total = 0L;
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            total += read;
            if (total > entry.Length)
                throw new RefusedException("dossier.entry-lies", ProblemException.Shown(entry.FullName));
            if (total > left)
                throw new RefusedException("dossier.total", Limits.TotalBytes >> 20);
            output.Write(buffer, 0, read);
        }

        return total;
    }
}
