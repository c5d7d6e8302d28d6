namespace KkAnalyzers.PersonalData;

/// <summary>What kind of value a symbol holds, as far as it matters for "is this the datum or a fact about it".</summary>
[Flags]
internal enum ValueKinds
{
    /// <summary>Never a datum: services, delegates, tokens, void.</summary>
    None = 0,
    Text = 1,
    Number = 2,
    Bool = 4,
    Date = 8,
    Duration = 16,
    Guid = 32,
    Bytes = 64,
    Stream = 128,
    Enum = 256,
    Object = 512,
    Link = 1024,
    Any = 2047,
}

/// <summary>One kind of personal data.</summary>
/// <param name="Id">Name in the lists.</param>
/// <param name="Tier">Harm of a leak.</param>
/// <param name="TextKey">Text of the catalogue: "health data".</param>
/// <param name="Values">The values that hold such data. A bool is the datum for health (IsPregnant), not for an e-mail address (HasEmail).</param>
/// <param name="Trait">What a member of this category says about the type around it.</param>
internal sealed record DataCategory(string Id, DataTier Tier, string TextKey, ValueKinds Values, DataTrait Trait = DataTrait.None)
{
    /// <summary>Opens a service, not an account of a person: no flow of personal data begins with one.</summary>
    public const string ServiceSecret = "service-secret";

    private const ValueKinds Plain = ValueKinds.Text | ValueKinds.Object;
    private const ValueKinds Numbered = Plain | ValueKinds.Number;

    /// <summary>For data that an attribute declares and of which the name says nothing.</summary>
    public static readonly DataCategory Declared = new("declared", DataTier.Ordinary, Texts.DataDeclared, ValueKinds.Any);

    /// <summary>All categories of the lists.</summary>
    public static readonly IReadOnlyDictionary<string, DataCategory> All = new DataCategory[]
    {
        new("identity.name", DataTier.DirectIdentifier, Texts.DataName, Plain, DataTrait.Identity),
        new("contact.email", DataTier.DirectIdentifier, Texts.DataEmail, Plain, DataTrait.Identity),
        new("contact.phone", DataTier.DirectIdentifier, Texts.DataPhone, Numbered, DataTrait.Identity),
        new("national-id", DataTier.DirectIdentifier, Texts.DataNationalId, Numbered, DataTrait.Identity),
        new("care-id", DataTier.DirectIdentifier, Texts.DataCareId, Numbered | ValueKinds.Guid, DataTrait.CareId),
        new("professional-id", DataTier.Ordinary, Texts.DataProfessionalId, Numbered),
        new("birth-age", DataTier.Ordinary, Texts.DataBirthAge, Numbered | ValueKinds.Date, DataTrait.Identity),
        new("demographics", DataTier.Ordinary, Texts.DataDemographics, Numbered | ValueKinds.Enum),
        new("address", DataTier.Ordinary, Texts.DataAddress, Numbered),
        new("geolocation", DataTier.Ordinary, Texts.DataLocation, Numbered),
        new("financial", DataTier.Ordinary, Texts.DataFinancial, Numbered),
        new("health.general", DataTier.Sensitive, Texts.DataHealth, ValueKinds.Any, DataTrait.Health),
        new("health.diagnosis", DataTier.Sensitive, Texts.DataDiagnosis, ValueKinds.Any, DataTrait.Health),
        new("health.medication", DataTier.Sensitive, Texts.DataMedication, ValueKinds.Any, DataTrait.Health),
        new("health.allergy", DataTier.Sensitive, Texts.DataAllergy, ValueKinds.Any, DataTrait.Health),
        new("health.vitals-lab", DataTier.Sensitive, Texts.DataMeasurement, ValueKinds.Any, DataTrait.Health),
        new("health.mental", DataTier.Sensitive, Texts.DataMentalHealth, ValueKinds.Any, DataTrait.Health),
        new("health.substance", DataTier.Sensitive, Texts.DataSubstanceUse, ValueKinds.Any, DataTrait.Health),
        new("health.reproductive", DataTier.Sensitive, Texts.DataReproductive, ValueKinds.Any, DataTrait.Health),
        new("health.disability", DataTier.Sensitive, Texts.DataDisability, ValueKinds.Any, DataTrait.Health),
        new("care-relation", DataTier.Sensitive, Texts.DataCareRelation, ValueKinds.Any, DataTrait.Health),
        new("family", DataTier.Ordinary, Texts.DataFamily, Numbered),
        new("minors", DataTier.Ordinary, Texts.DataMinors, ValueKinds.Any),
        new("social-welfare", DataTier.Ordinary, Texts.DataWelfare, ValueKinds.Any),
        new("biometric-genetic", DataTier.Sensitive, Texts.DataBiometric, Plain | ValueKinds.Bytes | ValueKinds.Stream),
        new("art9-other", DataTier.Sensitive, Texts.DataConviction, ValueKinds.Any & ~ValueKinds.Date),

        // GDPR art. 10, with the tier of art. 9.
        new("criminal", DataTier.Sensitive, Texts.DataCriminal, ValueKinds.Any),
        new("credentials", DataTier.Credential, Texts.DataCredential, Plain | ValueKinds.Bytes),
        new(ServiceSecret, DataTier.Credential, Texts.DataServiceSecret, Plain | ValueKinds.Bytes),
        new("online-device", DataTier.Ordinary, Texts.DataOnline, Plain | ValueKinds.Guid),
        new("communication", DataTier.Ordinary, Texts.DataCommunication, Plain | ValueKinds.Stream | ValueKinds.Bytes),
        new("image-voice", DataTier.Ordinary, Texts.DataImageVoice, ValueKinds.Text | ValueKinds.Bytes | ValueKinds.Stream | ValueKinds.Link),
        new("work-education", DataTier.Ordinary, Texts.DataWork, Plain),
    }.ToDictionary(c => c.Id, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What a member says about the type that holds it.</summary>
internal enum DataTrait
{
    None,

    /// <summary>Two of these make the type a person.</summary>
    Identity,

    /// <summary>Like <see cref="Identity"/>; one alone ties the type to a person in care.</summary>
    CareId,

    /// <summary>Two of these make it a health record.</summary>
    Health,
}
