namespace KkAnalyzers.Reporting.Signing;

/// <summary>
/// Verifies a dossier without a network: who signed it, whether it is still what was signed, and whether its report is what
/// its inputs give. Names everything that does not agree, and goes on: a reader wants to know all of it.
/// </summary>
internal sealed class Verifier
{
    private readonly Dossier _dossier;
    private readonly VerificationOptions _options;
    private readonly List<Check> _checks = [];

    private Verifier(Dossier dossier, VerificationOptions options)
    {
        _dossier = dossier;
        _options = options;
    }

    /// <param name="path">A report folder, a pack, or the folder that a pack was unpacked to.</param>
    /// <param name="options">What the reader brings along.</param>
    /// <exception cref="ProblemException">There is nothing there that can be verified.</exception>
    public static VerificationResult Run(string path, VerificationOptions options)
    {
        if (options.Bin is { } bin && !Directory.Exists(bin))
            throw new ProblemException("verify.bin-missing", ProblemException.Shown(bin));
        try
        {
            using var dossier = Dossier.Open(path);
            return new Verifier(dossier, options).Run();
        }
        catch (RefusedException e)
        {
            return VerificationResult.Of([Check.NotOk("dossier", e)], null);
        }
    }

    private VerificationResult Run()
    {
        var names = FolderFiles.Names(_dossier.ReportFolder);
        Manifest? manifest = null;
        if (_dossier.IsPack)
            manifest = ManifestChecks();

        var (statement, keyId) = Signature(names.Contains(Dossier.Signature));
        var files = FolderFiles.Digests(_dossier.ReportFolder, names.Where(n => n != Dossier.Signature));
        if (statement is not null)
            SignedFiles(statement, files);

        var remade = ReportCheck.Of(_dossier.ReportFolder);
        if (remade.Report is { } report)
        {
            // The report is somebody else's: a part that should be there can be missing from it.
            try
            {
                if (statement is not null)
                    StatementAgainstReport(statement, report, files, remade.SameTool);
                Commit(statement, report);
                Assemblies(statement, report);
                _checks.AddRange(remade.Checks);
                EvidenceChecks(report, manifest);
            }
            catch (Exception e) when (e is NullReferenceException or ArgumentException or KeyNotFoundException or InvalidOperationException)
            {
                _checks.Add(Check.NotOk("report", "verify.unreadable", ReportFolder.Json, ProblemException.Shown(e.Message)));
            }
        }
        else
        {
            _checks.AddRange(remade.Checks);
        }

        return VerificationResult.Of(_checks, keyId);
    }

    private Manifest? ManifestChecks()
    {
        var path = Path.Combine(_dossier.Root, Dossier.Manifest);
        if (!File.Exists(path))
        {
            _checks.Add(Check.NotOk("manifest", "verify.no-manifest"));
            return null;
        }

        Manifest manifest;
        try
        {
            manifest = Manifest.Read(path);
        }
        catch (ProblemException e)
        {
            _checks.Add(Check.NotOk("manifest", e));
            return null;
        }

        var listed = manifest.Entries.ToDictionary(e => e.Name, e => e.Sha256, StringComparer.Ordinal);
        var there = FolderFiles.Digests(_dossier.Root, FolderFiles.Names(_dossier.Root).Where(n => n != Dossier.Manifest));
        Compare("manifest", listed, there, "verify.manifest", "verify.manifest-changed", "verify.manifest-missing", "verify.manifest-extra");
        return manifest;
    }

    private (Statement? Statement, string? KeyId) Signature(bool isSigned)
    {
        if (!isSigned)
        {
            _checks.Add(_options.AllowUnsigned ? Check.Note("signature", "verify.unsigned-allowed") : Check.NotOk("signature", "verify.unsigned"));
            return (null, null);
        }

        try
        {
            var envelope = DsseEnvelope.Read(Bytes(Dossier.Signature), Dossier.Signature);
            SignatureCheck(envelope);
            return (Statement.Read(envelope.Payload, Dossier.Signature), envelope.KeyId);
        }
        catch (ProblemException e)
        {
            _checks.Add(Check.NotOk("signature", e));
            return (null, null);
        }
    }

    private void SignatureCheck(DsseEnvelope envelope)
    {
        var named = ProblemException.Shown(envelope.KeyId);
        if (_options.Key is not { } key)
        {
            _checks.Add(Check.NotChecked("signature", "verify.no-key", named));
            return;
        }

        if (key.Certificate is { } certificate)
        {
            _checks.Add(Check.Note(
                "certificate", certificate.From <= _options.Today && _options.Today <= certificate.Until ? "verify.certificate" : "verify.certificate-outside",
                ProblemException.Shown(certificate.Subject), Day(certificate.From), Day(certificate.Until), Day(_options.Today)));
        }

        var verifies = key.Verifies(envelope);
        _checks.Add((verifies, envelope.KeyId == key.KeyId) switch
        {
            (true, true) => Check.Ok("signature", "verify.signed", key.KeyId),
            (true, false) => Check.NotOk("signature", "verify.key-id", named, key.KeyId),
            (false, true) => Check.NotOk("signature", "verify.changed", key.KeyId),
            (false, false) => Check.NotOk("signature", "verify.other-key", named, key.KeyId),
        });
    }

    private byte[] Bytes(string name)
    {
        var file = new FileInfo(Path.Combine(_dossier.ReportFolder, name));
        return file.Length <= Limits.EnvelopeBytes
            ? File.ReadAllBytes(file.FullName)
            : throw new ProblemException("dossier.json-size", name, Limits.EnvelopeBytes >> 20);
    }

    private void SignedFiles(Statement statement, IReadOnlyList<FileDigest> there)
    {
        var reports = statement.Predicate.Reports.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var signed = statement.Subject.Where(s => reports.Contains(s.Name)).ToDictionary(s => s.Name, s => s.Sha256 ?? "", StringComparer.Ordinal);
        Compare("file", signed, there, "verify.files", "verify.file-changed", "verify.file-gone", "verify.file-extra");
    }

    /// <summary>Names every file whose digest is another, that is gone, or that nobody listed.</summary>
    private void Compare(string about, Dictionary<string, string> listed, IReadOnlyList<FileDigest> there, string all, string changed, string gone, string extra)
    {
        var wrong = _checks.Count;
        var found = there.ToDictionary(f => f.File, f => f.Sha256, StringComparer.Ordinal);
        foreach (var (name, digest) in listed.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var shown = ProblemException.Shown(name);
            if (!found.TryGetValue(name, out var actual))
                _checks.Add(Check.NotOk(about, gone, shown));
            else if (actual != digest)
                _checks.Add(Check.NotOk(about, changed, shown, ProblemException.Shown(digest), actual));
        }

        foreach (var file in there.Where(f => !listed.ContainsKey(f.File)))
            _checks.Add(Check.NotOk(about, extra, ProblemException.Shown(file.File)));
        if (_checks.Count == wrong)
            _checks.Add(Check.Ok(about, all, listed.Count));
    }

    /// <summary>The statement must say what the report says: commit, assemblies and numbers.</summary>
    private void StatementAgainstReport(Statement statement, Report report, IReadOnlyList<FileDigest> files, bool sameTool)
    {
        var wrong = _checks.Count;
        var expected = StatementBuilder.Of(report, files, statement.Predicate.Timestamp);

        var (signed, stated) = (Commits(statement), Commits(expected));
        if (!signed.SequenceEqual(stated, StringComparer.Ordinal))
            _checks.Add(Check.NotOk("commit", "verify.commit-differs", List(signed), List(stated)));

        var reports = statement.Predicate.Reports.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var assemblies = statement.Subject.Where(s => s.Sha256 is not null && !reports.Contains(s.Name)).ToDictionary(s => s.Name, s => s.Sha256!, StringComparer.Ordinal);
        foreach (var assembly in StatementBuilder.Assemblies(report))
        {
            if (!assemblies.Remove(assembly.Name, out var digest) || digest != assembly.Sha256)
                _checks.Add(Check.NotOk("assembly", "verify.assembly-differs", ProblemException.Shown(assembly.Name), ProblemException.Shown(digest ?? "–"), ProblemException.Shown(assembly.Sha256)));
        }

        foreach (var (name, digest) in assemblies.OrderBy(a => a.Key, StringComparer.Ordinal))
            _checks.Add(Check.NotOk("assembly", "verify.assembly-differs", ProblemException.Shown(name), ProblemException.Shown(digest), "–"));

        // Another version of the tool may count other things.
        if (sameTool && StrictJson.Difference(Json(statement.Predicate), Json(expected.Predicate)) is { } at && !at.Path.StartsWith("$.reports", StringComparison.Ordinal))
            _checks.Add(Check.NotOk("statement", "verify.statement-differs", ProblemException.Shown(at.Path), ProblemException.Shown(at.Left), ProblemException.Shown(at.Right)));
        if (_checks.Count == wrong)
            _checks.Add(Check.Ok("statement", "verify.statement", List(signed), expected.Predicate.Assemblies.Count));
        if (report.Projects.Any(p => p.TreeDirty == true))
            _checks.Add(Check.Note("commit", "verify.tree-dirty"));
    }

    private void Commit(Statement? statement, Report report)
    {
        if (_options.Commit is not { } asked)
            return;
        var commits = statement is null ? report.Commits : Commits(statement);
        _checks.Add(commits.Count == 1 && commits[0].StartsWith(asked, StringComparison.OrdinalIgnoreCase)
            ? Check.Ok("commit", "verify.commit", commits[0])
            : Check.NotOk("commit", "verify.commit-other", ProblemException.Shown(asked), List(commits)));
    }

    private void Assemblies(Statement? statement, Report report)
    {
        if (_options.Bin is not { } bin)
            return;
        var digests = statement?.Subject.ToDictionary(s => s.Name, s => s.Sha256, StringComparer.Ordinal);
        var expected = statement is null
            ? StatementBuilder.Assemblies(report).Select(a => (a.Name, a.File, a.Sha256))
            : statement.Predicate.Assemblies.Select(a => (a.Name, File: a.File ?? "", Sha256: digests!.GetValueOrDefault(a.Name) ?? ""));
        _checks.AddRange(AssemblyCheck.Of([.. expected], Directory.EnumerateFiles(bin, "*", SearchOption.AllDirectories)));
    }

    /// <summary>The declaration and the files that it names, where they are at hand.</summary>
    private void EvidenceChecks(Report report, Manifest? manifest)
    {
        var path = _options.Declaration
            ?? (manifest?.Entries.FirstOrDefault(e => e.Part == DossierPart.Declaration) is { } entry ? SafePath.Inside(_dossier.Root, entry.Name) : null);
        if (path is not null)
            _checks.AddRange(EvidenceFiles.Of(report, path).Checks);
        else if (EvidenceFiles.Named(report) is { Count: > 0 } named)
            _checks.Add(Check.Note("evidence", "verify.evidence-elsewhere", named.Count));
    }

    private static string[] Commits(Statement statement) => [.. statement.Subject.Select(s => s.Commit).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static string List(IReadOnlyList<string> commits) => commits.Count == 0 ? "–" : ProblemException.Shown(string.Join(", ", commits));

    private static System.Text.Json.JsonElement Json(Predicate predicate) => System.Text.Json.JsonSerializer.SerializeToElement(predicate, JsonFile.Options);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
