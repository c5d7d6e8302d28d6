// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
namespace KkAnalyzers;

/// <summary>Keys for MessageArg.Text.</summary>
internal static class Texts
{
    /// <summary>nothing here decides, and no code in this project calls '{0}'</summary>
    public const string AccessCallerUnknown = "AccessCallerUnknown";

    /// <summary>there is a fallback policy, but UseAuthorization is never called</summary>
    public const string AccessFallbackNotEnforced = "AccessFallbackNotEnforced";

    /// <summary>the fallback policy lets everyone in</summary>
    public const string AccessFallbackOpen = "AccessFallbackOpen";

    /// <summary>its level is AuthorizationLevel.Anonymous and its code does not check who calls</summary>
    public const string AccessFunctionAnonymous = "AccessFunctionAnonymous";

    /// <summary>nothing visible decides, but '{0}' may</summary>
    public const string AccessMay = "AccessMay";

    /// <summary>nothing on it, on what it is mapped on or in the whole application says who may enter</summary>
    public const string AccessNone = "AccessNone";

    /// <summary>neither the class, nor any of its actions ({0}), nor the whole application says who may enter</summary>
    public const string AccessNoneInController = "AccessNoneInController";

    /// <summary>nothing visible decides, and its route builder cannot be followed</summary>
    public const string AccessNotFollowed = "AccessNotFollowed";

    /// <summary>the attribute on '{0}' has no effect, because the endpoint only calls that method</summary>
    public const string AccessOnCallee = "AccessOnCallee";

    /// <summary>{0} lets everyone in and undoes {1}</summary>
    public const string AccessOverridden = "AccessOverridden";

    /// <summary>nothing decides, although its own code uses no data of the application</summary>
    public const string AccessSelfContained = "AccessSelfContained";

    /// <summary>nothing here decides, and the start-up code that could is in another project</summary>
    public const string AccessStartElsewhere = "AccessStartElsewhere";

    /// <summary>the attribute {0} has no effect on a GraphQL resolver; GraphQL has its own</summary>
    public const string AccessWrongAttribute = "AccessWrongAttribute";

    /// <summary>assembly {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByAssembly = "AdsByAssembly";

    /// <summary>its namespace {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByNamespace = "AdsByNamespace";

    /// <summary>package {0} is on the tracker list; source {1}</summary>
    public const string AdsByPackage = "AdsByPackage";

    /// <summary>nobody asked for it: it comes in as {0}; source {1}</summary>
    public const string AdsByPath = "AdsByPath";

    /// <summary>'{0}' ignores every fault of a chain</summary>
    public const string CertificateAllFlags = "CertificateAllFlags";

    /// <summary>the callback for {0} returns true for every certificate</summary>
    public const string CertificateAlwaysTrue = "CertificateAlwaysTrue";

    /// <summary>'{0}' accepts every certificate</summary>
    public const string CertificateDangerous = "CertificateDangerous";

    /// <summary>'{0}' checks nothing</summary>
    public const string CertificateEmpty = "CertificateEmpty";

    /// <summary>'{0}' accepts certificates with faults</summary>
    public const string CertificateErrorsAccepted = "CertificateErrorsAccepted";

    /// <summary>'{0}' switches the check off</summary>
    public const string CertificateModeNone = "CertificateModeNone";

    /// <summary>'{0}' also accepts certificates that were withdrawn</summary>
    public const string CertificateRevocation = "CertificateRevocation";

    /// <summary>'{0}' accepts a certificate that anybody made, and nothing here compares it with a known one</summary>
    public const string CertificateUnknownAuthority = "CertificateUnknownAuthority";

    /// <summary>a condition chooses between it and an encrypted address ({0})</summary>
    public const string ClearTextAlternative = "ClearTextAlternative";

    /// <summary>{0} connects to it</summary>
    public const string ClearTextConnects = "ClearTextConnects";

    /// <summary>Use the encrypted scheme</summary>
    public const string ClearTextFixScheme = "ClearTextFixScheme";

    /// <summary>Switch TLS on</summary>
    public const string ClearTextFixTls = "ClearTextFixTls";

    /// <summary>it stands in {0}</summary>
    public const string ClearTextHeld = "ClearTextHeld";

    /// <summary>a password goes to port 389 without SecureSocketLayer or StartTLS</summary>
    public const string ClearTextLdap = "ClearTextLdap";

    /// <summary>a link that a person follows, or a page or picture ({0})</summary>
    public const string ClearTextLink = "ClearTextLink";

    /// <summary>the server listens without TLS on all addresses ({0}); fine only behind a proxy that adds it</summary>
    public const string ClearTextListens = "ClearTextListens";

    /// <summary>an address in a private network ({0})</summary>
    public const string ClearTextLocalNetwork = "ClearTextLocalNetwork";

    /// <summary>EnableSsl of the mail client is never set</summary>
    public const string ClearTextMailNever = "ClearTextMailNever";

    /// <summary>the mail client signs in and EnableSsl is never set</summary>
    public const string ClearTextMailSignsIn = "ClearTextMailSignsIn";

    /// <summary>WithTcpServer without WithTlsOptions</summary>
    public const string ClearTextMqtt = "ClearTextMqtt";

    /// <summary>{0} is false</summary>
    public const string ClearTextOff = "ClearTextOff";

    /// <summary>{0} switches encryption off</summary>
    public const string ClearTextOption = "ClearTextOption";

    /// <summary>it is the scheme of a UriBuilder</summary>
    public const string ClearTextScheme = "ClearTextScheme";

    /// <summary>the host is only known at run time ({0})</summary>
    public const string ClearTextUnknownHost = "ClearTextUnknownHost";

    /// <summary>it is bound to '{0}', which starts as true, and its text &quot;{1}&quot; has '{2}' from the word list Consent</summary>
    public const string ConsentControlBound = "ConsentControlBound";

    /// <summary>'{0}' ticks it, and its name '{1}' has '{2}' from the word list Consent</summary>
    public const string ConsentControlName = "ConsentControlName";

    /// <summary>'{0}' ticks it, and its text &quot;{1}&quot; has '{2}' from the word list Consent</summary>
    public const string ConsentControlText = "ConsentControlText";

    /// <summary>Let the control start off</summary>
    public const string ConsentFixControl = "ConsentFixControl";

    /// <summary>Let it start as no</summary>
    public const string ConsentFixDefault = "ConsentFixDefault";

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

    /// <summary>the same policy lets the browser send the user's sign-in along</summary>
    public const string CorsCredentials = "CorsCredentials";

    /// <summary>it covers '{0}', which has personal data ({1})</summary>
    public const string CorsPersonalData = "CorsPersonalData";

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

    /// <summary>secret of a service</summary>
    public const string DataServiceSecret = "DataServiceSecret";

    /// <summary>health data: substance use</summary>
    public const string DataSubstanceUse = "DataSubstanceUse";

    /// <summary>social support, poverty or violence</summary>
    public const string DataWelfare = "DataWelfare";

    /// <summary>work and education</summary>
    public const string DataWork = "DataWork";

    /// <summary>open to everyone by choice</summary>
    public const string DecisionAnonymous = "DecisionAnonymous";

    /// <summary>runs in the browser of the user</summary>
    public const string DecisionClient = "DecisionClient";

    /// <summary>open by convention</summary>
    public const string DecisionConvention = "DecisionConvention";

    /// <summary>checked in code</summary>
    public const string DecisionInCode = "DecisionInCode";

    /// <summary>key required</summary>
    public const string DecisionKey = "DecisionKey";

    /// <summary>hands out no data</summary>
    public const string DecisionNoData = "DecisionNoData";

    /// <summary>no decision</summary>
    public const string DecisionNone = "DecisionNone";

    /// <summary>decision undone</summary>
    public const string DecisionOverridden = "DecisionOverridden";

    /// <summary>authorization required</summary>
    public const string DecisionRequired = "DecisionRequired";

    /// <summary>not visible in this project</summary>
    public const string DecisionUnseen = "DecisionUnseen";

    /// <summary>Action</summary>
    public const string EndpointAction = "EndpointAction";

    /// <summary>Blazor page</summary>
    public const string EndpointComponent = "EndpointComponent";

    /// <summary>Controller</summary>
    public const string EndpointController = "EndpointController";

    /// <summary>FastEndpoints endpoint</summary>
    public const string EndpointFast = "EndpointFast";

    /// <summary>Azure Function</summary>
    public const string EndpointFunction = "EndpointFunction";

    /// <summary>GraphQL endpoint</summary>
    public const string EndpointGraphQl = "EndpointGraphQl";

    /// <summary>gRPC service</summary>
    public const string EndpointGrpc = "EndpointGrpc";

    /// <summary>SignalR hub</summary>
    public const string EndpointHub = "EndpointHub";

    /// <summary>Razor page</summary>
    public const string EndpointPage = "EndpointPage";

    /// <summary>GraphQL resolver</summary>
    public const string EndpointResolver = "EndpointResolver";

    /// <summary>Endpoint</summary>
    public const string EndpointRoute = "EndpointRoute";

    /// <summary>Check requests for forgery again</summary>
    public const string FixAntiforgeryRemove = "FixAntiforgeryRemove";

    /// <summary>Add [ValidateAntiForgeryToken]</summary>
    public const string FixAntiforgeryValidate = "FixAntiforgeryValidate";

    /// <summary>Ask for authorization with [Authorize]</summary>
    public const string FixAuthorize = "FixAuthorize";

    /// <summary>Only in development</summary>
    public const string FixDevelopmentOnly = "FixDevelopmentOnly";

    /// <summary>Ask for authorization with RequireAuthorization()</summary>
    public const string FixRequireAuthorization = "FixRequireAuthorization";

    /// <summary>Switch it off</summary>
    public const string FixSwitchOff = "FixSwitchOff";

    /// <summary>directly</summary>
    public const string FlowDirectly = "FlowDirectly";

    /// <summary>the key '{0}' says what the value is</summary>
    public const string FlowKeySays = "FlowKeySays";

    /// <summary>as a parameter that callers put there</summary>
    public const string FlowRoute = "FlowRoute";

    /// <summary>by way of {0}</summary>
    public const string FlowThrough = "FlowThrough";

    /// <summary>{0} switches the check off for people who are signed in with a cookie</summary>
    public const string ForgeryDisabled = "ForgeryDisabled";

    /// <summary>people are signed in with a cookie, and nothing on the action, on its controller or in the whole application checks a token</summary>
    public const string ForgeryNothing = "ForgeryNothing";

    /// <summary>{0} is deployed with the product</summary>
    public const string GuardFile = "GuardFile";

    /// <summary>nothing limits this to a developer's machine</summary>
    public const string GuardNone = "GuardNone";

    /// <summary>a setting decides, which can be on in production too</summary>
    public const string GuardSwitch = "GuardSwitch";

    /// <summary>'{0}' writes the values in queries to the log</summary>
    public const string InternalsData = "InternalsData";

    /// <summary>'{0}' sends details of errors to users</summary>
    public const string InternalsErrors = "InternalsErrors";

    /// <summary>'{0}' goes into the answer</summary>
    public const string InternalsException = "InternalsException";

    /// <summary>'{0}' shows a page made for developers</summary>
    public const string InternalsPage = "InternalsPage";

    /// <summary>'{0}' writes tokens and personal data to logs and messages</summary>
    public const string InternalsTokens = "InternalsTokens";

    /// <summary>, '{0}' stands beside it</summary>
    public const string NumberBeside = "NumberBeside";

    /// <summary>, the birth date beside it is the same</summary>
    public const string NumberBirth = "NumberBirth";

    /// <summary>Dutch citizen service number (BSN)</summary>
    public const string NumberBsn = "NumberBsn";

    /// <summary>, the word '{0}' beside it says so</summary>
    public const string NumberCommented = "NumberCommented";

    /// <summary>, it tells a birth date that exists</summary>
    public const string NumberDate = "NumberDate";

    /// <summary>Belgian identity card or old account number</summary>
    public const string NumberEidCard = "NumberEidCard";

    /// <summary>, it has the form of such a number</summary>
    public const string NumberForm = "NumberForm";

    /// <summary>bank account number (IBAN)</summary>
    public const string NumberIban = "NumberIban";

    /// <summary>, the object describes a person</summary>
    public const string NumberInPerson = "NumberInPerson";

    /// <summary>Belgian national register or BIS number (INSZ, NISS)</summary>
    public const string NumberInsz = "NumberInsz";

    /// <summary>Luxembourg identification number</summary>
    public const string NumberLuxembourg = "NumberLuxembourg";

    /// <summary>, the name '{0}' says so</summary>
    public const string NumberNamed = "NumberNamed";

    /// <summary>, '{0}' is the name of a number</summary>
    public const string NumberNamedVaguely = "NumberNamedVaguely";

    /// <summary>French social security number (NIR)</summary>
    public const string NumberNir = "NumberNir";

    /// <summary>number of a Belgian care professional (RIZIV, INAMI)</summary>
    public const string NumberRiziv = "NumberRiziv";

    /// <summary>Android allows connections without encryption to every host</summary>
    public const string PlatformAndroid = "PlatformAndroid";

    /// <summary>iOS and macOS allow connections without encryption to every host</summary>
    public const string PlatformApple = "PlatformApple";

    /// <summary>Certificate authorities that somebody installed on the device are trusted</summary>
    public const string PlatformAuthorities = "PlatformAuthorities";

    /// <summary>{0} is not set, which means true, and no rules leave anything out</summary>
    public const string PlatformBackupAbsent = "PlatformBackupAbsent";

    /// <summary>{0}, and no rules leave anything out</summary>
    public const string PlatformBackupAllowed = "PlatformBackupAllowed";

    /// <summary>Connections without encryption are allowed to {0}</summary>
    public const string PlatformDomains = "PlatformDomains";

    /// <summary>Do not trust them</summary>
    public const string PlatformFixAuthorities = "PlatformFixAuthorities";

    /// <summary>Keep the app out of backups</summary>
    public const string PlatformFixBackup = "PlatformFixBackup";

    /// <summary>Do not allow it</summary>
    public const string PlatformFixClearText = "PlatformFixClearText";

    /// <summary>Sound and video may be loaded without encryption</summary>
    public const string PlatformMedia = "PlatformMedia";

    /// <summary>Web views may load pages without encryption</summary>
    public const string PlatformWebContent = "PlatformWebContent";

    /// <summary>Base64 is a way of writing that everybody can read back</summary>
    public const string ProtectionBase64 = "ProtectionBase64";

    /// <summary>{0} has no key and no salt, so whoever tries all values gets it back</summary>
    public const string ProtectionHash = "ProtectionHash";

    /// <summary>Identity looks at members of its user class only, and this is another class</summary>
    public const string ProtectionNotUser = "ProtectionNotUser";

    /// <summary>{0} is fast and has no salt, so whoever tries many passwords finds it</summary>
    public const string ProtectionPassword = "ProtectionPassword";

    /// <summary>plain text</summary>
    public const string ProtectionPlainText = "ProtectionPlainText";

    /// <summary>the name '{0}' says encrypted</summary>
    public const string ProtectionSays = "ProtectionSays";

    /// <summary>Identity encrypts it only when Stores.ProtectPersonalData is true, and nothing sets it</summary>
    public const string ProtectionStoreOff = "ProtectionStoreOff";

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

    /// <summary>'{0}' only marks it as deleted and the data stay</summary>
    public const string RetentionMark = "RetentionMark";

    /// <summary>nothing here removes it (Remove, ExecuteDelete, DELETE FROM, a method such as Delete…, Purge… or Anonymise…), and it has no expiry or retention date</summary>
    public const string RetentionNothing = "RetentionNothing";

    /// <summary>the value of '{0}' in a connection string ({1} characters)</summary>
    public const string SecretConnection = "SecretConnection";

    /// <summary>a token or key in the form of {0}: it has '{1}' and {2} characters</summary>
    public const string SecretFormat = "SecretFormat";

    /// <summary>the value handed to '{0}' ({1} characters)</summary>
    public const string SecretHandedTo = "SecretHandedTo";

    /// <summary>the value of '{0}' ({1} characters)</summary>
    public const string SecretNamed = "SecretNamed";

    /// <summary>a password in a URL ({0} characters)</summary>
    public const string SecretUrl = "SecretUrl";

    /// <summary>a file name ({0})</summary>
    public const string StorageFileName = "StorageFileName";

    /// <summary>Assembly {0}</summary>
    public const string SubjectAssembly = "SubjectAssembly";

    /// <summary>Package {0}</summary>
    public const string SubjectPackage = "SubjectPackage";

    /// <summary>a script of another host that can change at any time, so that its integrity cannot be checked</summary>
    public const string SupplyScriptChanging = "SupplyScriptChanging";

    /// <summary>a script of another host without integrity: the browser runs whatever stands there by then; add the hash that the host publishes for this version</summary>
    public const string SupplyScriptPinned = "SupplyScriptPinned";

    /// <summary>a style of another host without integrity: add the hash that the host publishes for this version</summary>
    public const string SupplyStyle = "SupplyStyle";

    /// <summary>Protect the connection</summary>
    public const string TlsFix = "TlsFix";

    /// <summary>'{0}' turns encryption off</summary>
    public const string TlsOff = "TlsOff";

    /// <summary>'{0}' goes on in clear text when the server does not offer encryption</summary>
    public const string TlsOptional = "TlsOptional";

    /// <summary>'{0}'</summary>
    public const string TlsServer = "TlsServer";

    /// <summary>a server that is named elsewhere</summary>
    public const string TlsServerUnknown = "TlsServerUnknown";

    /// <summary>'{0}' accepts any certificate, so that anyone in between can pose as the server</summary>
    public const string TlsUnchecked = "TlsUnchecked";
}
