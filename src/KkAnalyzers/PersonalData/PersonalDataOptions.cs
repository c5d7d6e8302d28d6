using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>The options of the vocabulary. They hold for the whole compilation.</summary>
/// <param name="IgnoredTerms">Terms that count for nothing.</param>
/// <param name="IgnoredMembers">Members that are never personal data: <c>Order.Reference</c>, <c>Shop.Order.*</c>.</param>
/// <param name="Attributes">Attributes that declare personal data.</param>
internal sealed record PersonalDataOptions(ImmutableArray<string> IgnoredTerms, ImmutableArray<string> IgnoredMembers, ImmutableArray<string> Attributes)
{
    /// <summary>Names of the options, behind <c>kk.</c>.</summary>
    public const string Terms = "ignored_terms";
    public const string Members = "ignored_members";
    public const string AttributeNames = "personal_data_attributes";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create(Terms, Members, AttributeNames);

    public static PersonalDataOptions Read(KkContext context)
    {
        ImmutableArray<string> List(string name) => context.Options.List("PersonalData", name);
        return new PersonalDataOptions(List(Terms), List(Members), List(AttributeNames));
    }

    /// <summary>True for a member that <see cref="IgnoredMembers"/> names: the end of its full name, from a dot on.</summary>
    public bool Ignores(ISymbol member)
    {
        if (IgnoredMembers.IsEmpty)
        {
            return false;
        }

        var type = "." + member.ContainingType?.ToDisplayString();
        var name = type + "." + member.Name;
        return IgnoredMembers.Any(i => i.EndsWith(".*", StringComparison.Ordinal)
            ? type.EndsWith("." + i.Substring(0, i.Length - 2), StringComparison.Ordinal)
            : name.EndsWith("." + i, StringComparison.Ordinal));
    }

    /// <summary>Equal for equal options.</summary>
    public string Key => string.Join("\n", string.Join("|", IgnoredTerms), string.Join("|", IgnoredMembers), string.Join("|", Attributes));
}
