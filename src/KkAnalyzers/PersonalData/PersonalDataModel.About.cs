using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>Whether the records of a type are about somebody, which a list of medicines or diagnoses is not.</summary>
internal sealed partial class PersonalDataModel
{
    /// <summary>True for the name of a key of somebody: <c>clientId</c>.</summary>
    public bool PointsAtPerson(string name) =>
        name.Length > 2 && name.EndsWith("Id", StringComparison.OrdinalIgnoreCase) && _vocabulary.IsPersonBase(name.Substring(0, name.Length - 2));

    /// <summary>
    /// True when the type describes a person, has a word for one in its name (PatientMeasurement), or refers to one:
    /// <c>Patient Patient</c>, <c>Guid ClientId</c>.
    /// </summary>
    public bool IsAboutPerson(INamedTypeSymbol type)
    {
        if (Owner(type).Person != PersonKind.None)
        {
            return true;
        }

        foreach (var (member, memberType) in Members(type))
        {
            if (member is not IPropertySymbol)
            {
                continue;
            }

            if (PointsAtPerson(member.Name))
            {
                return true;
            }

            // One person, not a list: a diagnosis that lists its patients may be a code in a list of codes.
            if (memberType is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, TypeArguments.IsEmpty: true } named && Owner(named).Person == PersonKind.Person)
            {
                return true;
            }
        }

        return false;
    }
}
