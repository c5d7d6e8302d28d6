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

    /// <summary>it is bound to '{0}', which starts as true, and its text &quot;{1}&quot; has '{2}' from the word list Consent</summary>
    public const string ConsentControlBound = "ConsentControlBound";

    /// <summary>'{0}' ticks it, and its name '{1}' has '{2}' from the word list Consent</summary>
    public const string ConsentControlName = "ConsentControlName";

    /// <summary>'{0}' ticks it, and its text &quot;{1}&quot; has '{2}' from the word list Consent</summary>
    public const string ConsentControlText = "ConsentControlText";

    /// <summary>its attribute says that {0} is the default, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonAttribute = "ConsentReasonAttribute";

    /// <summary>no answer counts as yes here, and '{0}' is on the word list Consent</summary>
    public const string ConsentReasonNoAnswer = "ConsentReasonNoAnswer";

    /// <summary>a caller that says nothing passes {0}, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonParameter = "ConsentReasonParameter";

    /// <summary>the program sets it to {0} before anybody was asked, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonSet = "ConsentReasonSet";

    /// <summary>it starts as {0}, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonStarts = "ConsentReasonStarts";

    /// <summary>it is the value 0, which .NET gives when nothing was chosen, and '{0}' is on the word list Consent</summary>
    public const string ConsentReasonZero = "ConsentReasonZero";

    /// <summary>advertisements</summary>
    public const string ConsentSubjectAds = "ConsentSubjectAds";

    /// <summary>consent</summary>
    public const string ConsentSubjectConsent = "ConsentSubjectConsent";

    /// <summary>use of the address book</summary>
    public const string ConsentSubjectContacts = "ConsentSubjectContacts";

    /// <summary>cookies that are not necessary</summary>
    public const string ConsentSubjectCookies = "ConsentSubjectCookies";

    /// <summary>a paid extra</summary>
    public const string ConsentSubjectExtras = "ConsentSubjectExtras";

    /// <summary>following the location</summary>
    public const string ConsentSubjectLocation = "ConsentSubjectLocation";

    /// <summary>advertising messages</summary>
    public const string ConsentSubjectMarketing = "ConsentSubjectMarketing";

    /// <summary>a newsletter</summary>
    public const string ConsentSubjectNewsletter = "ConsentSubjectNewsletter";

    /// <summary>messages by this channel</summary>
    public const string ConsentSubjectNotifications = "ConsentSubjectNotifications";

    /// <summary>profiling</summary>
    public const string ConsentSubjectProfiling = "ConsentSubjectProfiling";

    /// <summary>automatic renewal</summary>
    public const string ConsentSubjectRenewal = "ConsentSubjectRenewal";

    /// <summary>use of data for research</summary>
    public const string ConsentSubjectResearch = "ConsentSubjectResearch";

    /// <summary>sharing data</summary>
    public const string ConsentSubjectSharing = "ConsentSubjectSharing";

    /// <summary>the terms</summary>
    public const string ConsentSubjectTerms = "ConsentSubjectTerms";

    /// <summary>data for third parties</summary>
    public const string ConsentSubjectThirdParty = "ConsentSubjectThirdParty";

    /// <summary>measuring and tracking</summary>
    public const string ConsentSubjectTracking = "ConsentSubjectTracking";

    /// <summary>use of data to train or improve a product</summary>
    public const string ConsentSubjectTraining = "ConsentSubjectTraining";

    /// <summary>a profile that others can see</summary>
    public const string ConsentSubjectVisibility = "ConsentSubjectVisibility";

    /// <summary>direct</summary>
    public const string ReferenceDirect = "ReferenceDirect";

    /// <summary>transitive</summary>
    public const string ReferenceTransitive = "ReferenceTransitive";

    /// <summary>Assembly {0}</summary>
    public const string SubjectAssembly = "SubjectAssembly";

    /// <summary>Package {0}</summary>
    public const string SubjectPackage = "SubjectPackage";
}
