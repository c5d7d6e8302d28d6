using System.Collections.Immutable;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// What a finding tells a fix that changes syntax: which of its ways to mend holds here. KK4404: <c>Wrap</c> the statement,
/// <c>Value</c> makes the value depend on the environment. KK4501: <c>Attribute</c> or <c>Call</c> that asks for a person. KK4507:
/// <c>Validate</c> adds the attribute, <c>Attribute</c> and <c>Call</c> take away what switches the check off. Rules about options:
/// <see cref="Value"/> writes the value in <see cref="Safe"/>, <see cref="Cookie"/> the members in it. KK4101: <see cref="Catch"/> block
/// that loses the exception.
/// </summary>
internal static class FixKind
{
    public const string Property = "fix";

    public const string Value = "Value";

    public const string Cookie = "Cookie";

    public const string Catch = "Catch";

    /// <summary>What the fix of an option writes.</summary>
    public const string Safe = "safe";

    public static ImmutableDictionary<string, string?> Properties(string kind) => ImmutableDictionary<string, string?>.Empty.Add(Property, kind);
}
