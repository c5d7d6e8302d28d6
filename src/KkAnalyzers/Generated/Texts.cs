// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
namespace KkAnalyzers;

/// <summary>Keys for MessageArg.Text.</summary>
internal static class Texts
{
    /// <summary>assembly {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByAssembly = "AdsByAssembly";

    /// <summary>its namespace {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByNamespace = "AdsByNamespace";

    /// <summary>package {0} is on the tracker list; source {1}</summary>
    public const string AdsByPackage = "AdsByPackage";

    /// <summary>nobody asked for it: it comes in as {0}; source {1}</summary>
    public const string AdsByPath = "AdsByPath";

    /// <summary>address</summary>
    public const string DataAddress = "DataAddress";

    /// <summary>health data: allergy</summary>
    public const string DataAllergy = "DataAllergy";

    /// <summary>biometric or genetic data</summary>
    public const string DataBiometric = "DataBiometric";

    /// <summary>birth, age or death</summary>
    public const string DataBirthAge = "DataBirthAge";

    /// <summary>patient, insurance or file number</summary>
    public const string DataCareId = "DataCareId";

    /// <summary>who cares for whom</summary>
    public const string DataCareRelation = "DataCareRelation";

    /// <summary>content of a conversation</summary>
    public const string DataCommunication = "DataCommunication";

    /// <summary>religion, origin, politics, union or sexual orientation</summary>
    public const string DataConviction = "DataConviction";

    /// <summary>password, key or other secret</summary>
    public const string DataCredential = "DataCredential";

    /// <summary>criminal offence or conviction</summary>
    public const string DataCriminal = "DataCriminal";

    /// <summary>personal data</summary>
    public const string DataDeclared = "DataDeclared";

    /// <summary>sex, nationality or civil status</summary>
    public const string DataDemographics = "DataDemographics";

    /// <summary>health data: diagnosis</summary>
    public const string DataDiagnosis = "DataDiagnosis";

    /// <summary>health data: disability and functioning</summary>
    public const string DataDisability = "DataDisability";

    /// <summary>e-mail address</summary>
    public const string DataEmail = "DataEmail";

    /// <summary>family and household</summary>
    public const string DataFamily = "DataFamily";

    /// <summary>financial data</summary>
    public const string DataFinancial = "DataFinancial";

    /// <summary>health data</summary>
    public const string DataHealth = "DataHealth";

    /// <summary>photo, video or voice</summary>
    public const string DataImageVoice = "DataImageVoice";

    /// <summary>position of a person</summary>
    public const string DataLocation = "DataLocation";

    /// <summary>health data: measurement</summary>
    public const string DataMeasurement = "DataMeasurement";

    /// <summary>health data: medication</summary>
    public const string DataMedication = "DataMedication";

    /// <summary>health data: mental health</summary>
    public const string DataMentalHealth = "DataMentalHealth";

    /// <summary>data about a child</summary>
    public const string DataMinors = "DataMinors";

    /// <summary>name of a person</summary>
    public const string DataName = "DataName";

    /// <summary>national identification number</summary>
    public const string DataNationalId = "DataNationalId";

    /// <summary>online or device identifier</summary>
    public const string DataOnline = "DataOnline";

    /// <summary>telephone number</summary>
    public const string DataPhone = "DataPhone";

    /// <summary>number of a care professional</summary>
    public const string DataProfessionalId = "DataProfessionalId";

    /// <summary>health data: pregnancy and sexual health</summary>
    public const string DataReproductive = "DataReproductive";

    /// <summary>health data: substance use</summary>
    public const string DataSubstanceUse = "DataSubstanceUse";

    /// <summary>social support, poverty or violence</summary>
    public const string DataWelfare = "DataWelfare";

    /// <summary>work and education</summary>
    public const string DataWork = "DataWork";

    /// <summary>directly</summary>
    public const string FlowDirectly = "FlowDirectly";

    /// <summary>the key '{0}' says what the value is</summary>
    public const string FlowKeySays = "FlowKeySays";

    /// <summary>by way of {0}</summary>
    public const string FlowThrough = "FlowThrough";

    /// <summary>attribute {0}</summary>
    public const string ReasonAttribute = "ReasonAttribute";

    /// <summary>word list: {0}, in the label “{1}”</summary>
    public const string ReasonLabel = "ReasonLabel";

    /// <summary>type {0} holds such data: {1} in total, such as {2}</summary>
    public const string ReasonObject = "ReasonObject";

    /// <summary>type {0}</summary>
    public const string ReasonType = "ReasonType";

    /// <summary>word list: {0}</summary>
    public const string ReasonWord = "ReasonWord";

    /// <summary>direct</summary>
    public const string ReferenceDirect = "ReferenceDirect";

    /// <summary>transitive</summary>
    public const string ReferenceTransitive = "ReferenceTransitive";

    /// <summary>a file name ({0})</summary>
    public const string StorageFileName = "StorageFileName";

    /// <summary>Assembly {0}</summary>
    public const string SubjectAssembly = "SubjectAssembly";

    /// <summary>Package {0}</summary>
    public const string SubjectPackage = "SubjectPackage";
}
