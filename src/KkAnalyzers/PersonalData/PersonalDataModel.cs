using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>What is personal data in one compilation.</summary>
internal sealed class PersonalDataModel
{
    /// <summary>The model of the compilation with these options; made once.</summary>
    public static PersonalDataModel For(KkContext context) => new();

    /// <summary>What the property, field, parameter, local or method result is, by name, type and attributes; null for nothing. For a type: <see cref="ClassifyObject"/>.</summary>
    public DataClassification? Classify(ISymbol symbol) => null;

    /// <summary>What stands behind a key: <c>row["rijksregisternummer"]</c>, a claim, a form field.</summary>
    public DataClassification? ClassifyName(string name) => null;

    /// <summary>True for a type that describes a person.</summary>
    public bool IsPersonType(ITypeSymbol type) => false;

    /// <summary>The worst datum in an object of this type, however deep; null when there is none.</summary>
    public DataClassification? ClassifyObject(ITypeSymbol type) => null;
}
