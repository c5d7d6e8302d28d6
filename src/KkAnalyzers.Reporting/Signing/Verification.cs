using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>What a reader of a dossier brings along.</summary>
internal sealed record VerificationOptions
{
    /// <summary>The vendor's public key, got from somewhere else than the dossier.</summary>
    public VerificationKey? Key { get; init; }

    /// <summary>Folder with the files that the vendor delivered.</summary>
    public string? Bin { get; init; }

    /// <summary>The commit that the reader expects, at least its first seven digits.</summary>
    public string? Commit { get; init; }

    /// <summary>The declaration; null for the one in the pack, if there is one.</summary>
    public string? Declaration { get; init; }

    /// <summary>The reader knows that there is no signature.</summary>
    public bool AllowUnsigned { get; init; }

    /// <summary>The day against which the dates of a certificate are read.</summary>
    public DateOnly Today { get; init; }
}

/// <summary>How a verification ended.</summary>
internal enum VerificationVerdict
{
    /// <summary>Something does not agree.</summary>
    Failed,

    /// <summary>Nothing disagrees, but something that matters could not be checked.</summary>
    Incomplete,

    /// <summary>Everything was checked and agrees.</summary>
    Verified,
}

/// <param name="Verdict">The whole.</param>
/// <param name="Conclusion">The same in one sentence, with what it does not mean.</param>
/// <param name="KeyId">Key that the signature names.</param>
/// <param name="Checks">What was checked, in the order in which it was.</param>
internal sealed record VerificationResult(VerificationVerdict Verdict, Localized Conclusion, string? KeyId, IReadOnlyList<Check> Checks)
{
    /// <summary>Draws the conclusion.</summary>
    public static VerificationResult Of(IReadOnlyList<Check> checks, string? keyId)
    {
        var wrong = checks.Count(c => c.Result == CheckResult.NotOk);
        var open = checks.Count(c => c.Result == CheckResult.NotChecked);
        var verdict = wrong > 0 ? VerificationVerdict.Failed : open > 0 ? VerificationVerdict.Incomplete : VerificationVerdict.Verified;
        var conclusion = verdict switch
        {
            VerificationVerdict.Failed => Texts.Format("verify.conclusion-failed", wrong),
            VerificationVerdict.Incomplete => Texts.Format("verify.conclusion-incomplete", open),
            _ when keyId is null => Texts.Get("verify.conclusion-unsigned"),
            _ => Texts.Format("verify.conclusion-verified", ProblemException.Shown(keyId)),
        };
        return new(verdict, conclusion, keyId, checks);
    }
}
