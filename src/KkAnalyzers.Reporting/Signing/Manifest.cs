namespace KkAnalyzers.Reporting.Signing;

/// <summary>
/// What a file in a pack is for. A buyer reads the label first, then the report, and opens the evidence where a question is left.
/// </summary>
internal enum DossierPart
{
    /// <summary>The result in short.</summary>
    Label,

    /// <summary>The report in its other forms.</summary>
    Report,

    /// <summary>What the report was made of.</summary>
    Inputs,

    /// <summary>Who signed it.</summary>
    Signature,

    /// <summary>What the vendor declares.</summary>
    Declaration,

    /// <summary>Files that the declaration names.</summary>
    Evidence,
}

/// <summary>
/// <c>manifest.json</c>: each file of a pack with its digest. It is not signed itself: the signature covers the report, and the
/// report covers declaration and evidence. It tells at once what is missing or was damaged on its way.
/// </summary>
internal sealed record Manifest
{
    /// <summary>Version of this format; <c>schema/manifest.schema.json</c> describes it.</summary>
    public int FormatVersion { get; init; } = 1;

    public string? Product { get; init; }

    public string? ProductVersion { get; init; }

    /// <summary>Every file but the manifest, by name.</summary>
    public required IReadOnlyList<ManifestEntry> Entries { get; init; }

    /// <exception cref="ProblemException">It is no manifest that this version understands.</exception>
    public static Manifest Read(string path)
    {
        const string Name = Dossier.Manifest;
        if (new FileInfo(path).Length > Limits.EnvelopeBytes)
            throw new ProblemException("dossier.json-size", Name, Limits.EnvelopeBytes >> 20);
        var manifest = StrictJson.Read<Manifest>(File.ReadAllBytes(path), Name);
        var names = new HashSet<string>(StringComparer.Ordinal);
        return manifest.FormatVersion == 1 && manifest.Entries is not null && manifest.Entries.All(e => e is { Name: not null, Sha256: not null } && names.Add(e.Name))
            ? manifest
            : throw new ProblemException("dossier.manifest-form", Name);
    }
}

/// <param name="Name">Name in the pack.</param>
/// <param name="Part">What it is for.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record ManifestEntry(string Name, DossierPart Part, string MediaType, long Bytes, string Sha256);
