namespace KkAnalyzers.Catalog;

/// <summary>What program code can show of a criterion.</summary>
public enum Visibility
{
    /// <summary>Nothing: only evidence from the vendor or the organisation counts. Also groups, which have no verdict of their own.</summary>
    None,

    /// <summary>Something, but the verdict also needs evidence or a human.</summary>
    Partial,

    /// <summary>Breaches are directly visible in code, markup, manifests or project files.</summary>
    Code,
}

/// <summary>A statement of the quality framework that can be checked on its own, or a group of such statements.</summary>
/// <param name="Id">Stable key such as <c>T4.09b</c>: pillar, theme, bullet, part. Never renumbered.</param>
/// <param name="Kind">criterion, sub, part, example or group.</param>
/// <param name="Checkable">False for groups only.</param>
/// <param name="Pillar">Heading of the framework: Technologie, Organisaties or Professionals.</param>
/// <param name="Theme">Heading of the framework, in Dutch.</param>
/// <param name="Title">This project's own wording, not the framework's.</param>
/// <param name="Parent">Id of the enclosing statement.</param>
/// <param name="Subtheme">Heading of the framework, in Dutch.</param>
/// <param name="Page">Page of the brochure.</param>
/// <param name="PageInferred">True where the page follows from the order of the text only.</param>
/// <param name="Origin"><c>main</c>, or the informative box the statement comes from.</param>
/// <param name="Summary">One English sentence; technology pillar only.</param>
/// <param name="Recommendation">True where the framework advises rather than asks.</param>
/// <param name="AppliesIf">The condition the framework itself writes into the statement.</param>
/// <param name="Visibility">What code can show.</param>
/// <param name="SignalStrength">For <see cref="Visibility.Partial"/>: <c>violation</c>, or <c>presence-only</c> where code can never show a breach.</param>
public sealed record Criterion(
    string Id,
    string Kind,
    bool Checkable,
    string Pillar,
    string Theme,
    Localized Title,
    string? Parent = null,
    string? Subtheme = null,
    int? Page = null,
    bool PageInferred = false,
    string? Origin = null,
    string? Summary = null,
    bool Recommendation = false,
    string? AppliesIf = null,
    Visibility Visibility = Visibility.None,
    string? SignalStrength = null);

/// <summary>A clause of a law or standard about the same subject as a criterion. Meeting one never means meeting the other.</summary>
/// <param name="Scheme">Law or standard with its number or version.</param>
/// <param name="Ref">Clause id.</param>
/// <param name="Verified">True when the clause was seen in its source; false when its number is recalled and must be checked before use.</param>
public sealed record CrosswalkReference(string Scheme, string Ref, bool Verified);
