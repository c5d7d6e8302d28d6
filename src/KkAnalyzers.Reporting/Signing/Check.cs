using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>How a check ended.</summary>
internal enum CheckResult
{
    /// <summary>It agrees.</summary>
    Ok,

    /// <summary>It does not agree: the dossier is not what was signed, or not what it says.</summary>
    NotOk,

    /// <summary>It could not be checked, and it matters.</summary>
    NotChecked,

    /// <summary>Worth knowing.</summary>
    Note,
}

/// <summary>One thing that was checked.</summary>
/// <param name="About">Stable name of the kind of check, for programs.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Text">What was compared with what, in words for a reader who does not program.</param>
internal sealed record Check(string About, CheckResult Result, Localized Text)
{
    public static Check Ok(string about, string key, params object[] args) => new(about, CheckResult.Ok, Texts.Format(key, args));

    public static Check NotOk(string about, string key, params object[] args) => new(about, CheckResult.NotOk, Texts.Format(key, args));

    public static Check NotOk(string about, ProblemException problem) => new(about, CheckResult.NotOk, problem.Text);

    public static Check NotChecked(string about, string key, params object[] args) => new(about, CheckResult.NotChecked, Texts.Format(key, args));

    public static Check Note(string about, string key, params object[] args) => new(about, CheckResult.Note, Texts.Format(key, args));
}
