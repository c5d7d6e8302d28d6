using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Signing;

/// <summary>Something from outside that cannot be worked with, said in each language.</summary>
internal class ProblemException(Localized text) : Exception(text.En)
{
    public ProblemException(string key, params object[] args)
        : this(Texts.Format(key, args))
    {
    }

    public Localized Text { get; } = text;

    /// <summary>Text from outside, made visible and not too long for one line.</summary>
    public static string Shown(string? text)
    {
        const int Longest = 160;
        var visible = Visible.Text(text);
        return visible.Length <= Longest ? visible : visible[..Longest] + "…";
    }
}

/// <summary>A dossier that is built to harm or to mislead: nothing more of it is read.</summary>
internal sealed class RefusedException(string key, params object[] args) : ProblemException(key, args);
