namespace KkAnalyzers.PersonalData;

/// <summary>How close a type is to a person.</summary>
internal enum PersonKind
{
    None,

    /// <summary>About something of a person (PatientMeasurement): medium terms count, weak ones do not.</summary>
    Associated,

    /// <summary>Describes a person.</summary>
    Person,
}

/// <summary>What a type says about its members.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Words">Its words.</param>
/// <param name="Person">How close it is to a person.</param>
/// <param name="IsTechnical">A controller, a service, options: never a person, whatever its members.</param>
/// <param name="IsHealthRecord">Its weak words about health count: weight, temperature.</param>
/// <param name="IsAnimal">Its health is an animal's.</param>
/// <param name="IsSettings">Its members are choices of the application: only secrets count.</param>
/// <param name="IsHolder">Its members are names of data: labels, columns, resources.</param>
internal sealed record OwnerInfo(
    string Name,
    IReadOnlyList<string> Words,
    PersonKind Person,
    bool IsTechnical,
    bool IsHealthRecord,
    bool IsAnimal,
    bool IsSettings,
    bool IsHolder);
