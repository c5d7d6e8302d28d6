// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
namespace KkAnalyzers;

/// <summary>Keys for MessageArg.Text.</summary>
internal static class Texts
{
    /// <summary>its binding asks nobody who they are ({0})</summary>
    public const string AccessBindingOpen = "AccessBindingOpen";

    /// <summary>nothing here decides, and no code in this project calls '{0}'</summary>
    public const string AccessCallerUnknown = "AccessCallerUnknown";

    /// <summary>AllowAnonymous() in the configurator of all endpoints may open it</summary>
    public const string AccessConfigurator = "AccessConfigurator";

    /// <summary>{0} asks for the default policy, which lets everyone in here</summary>
    public const string AccessDefaultPolicyOpen = "AccessDefaultPolicyOpen";

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

    /// <summary>{0} asks for the policy '{1}', which lets everyone in</summary>
    public const string AccessPolicyOpen = "AccessPolicyOpen";

    /// <summary>others have an attribute, but nothing says who may ask for '{0}'</summary>
    public const string AccessResolverOpen = "AccessResolverOpen";

    /// <summary>{0} has no effect, because the router shows pages with RouteView and not with AuthorizeRouteView</summary>
    public const string AccessRouteView = "AccessRouteView";

    /// <summary>nothing decides, although its own code uses no data of the application</summary>
    public const string AccessSelfContained = "AccessSelfContained";

    /// <summary>ShortCircuit() answers before the fallback policy is asked</summary>
    public const string AccessShortCircuit = "AccessShortCircuit";

    /// <summary>nothing here decides, and the start-up code that could is in another project</summary>
    public const string AccessStartElsewhere = "AccessStartElsewhere";

    /// <summary>the attribute {0} has no effect on a GraphQL resolver; GraphQL has its own</summary>
    public const string AccessWrongAttribute = "AccessWrongAttribute";

    /// <summary>the attribute {0} is of another library and has no effect on this controller</summary>
    public const string AccessWrongLibrary = "AccessWrongLibrary";

    /// <summary>'{0}' is the name of a place for advertisements; source {1}</summary>
    public const string AdControlName = "AdControlName";

    /// <summary>its namespace or assembly matches '{0}' of the tracker list; source {1}</summary>
    public const string AdControlNamespace = "AdControlNamespace";

    /// <summary>and on {0} more lines of this file; source {1}</summary>
    public const string AdUseMore = "AdUseMore";

    /// <summary>source {0}</summary>
    public const string AdUseOnce = "AdUseOnce";

    /// <summary>assembly {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByAssembly = "AdsByAssembly";

    /// <summary>its namespace {0} matches '{1}' of the tracker list; source {2}</summary>
    public const string AdsByNamespace = "AdsByNamespace";

    /// <summary>package {0} is on the tracker list; source {1}</summary>
    public const string AdsByPackage = "AdsByPackage";

    /// <summary>nobody asked for it: it comes in as {0}; source {1}</summary>
    public const string AdsByPath = "AdsByPath";

    /// <summary>'{0}' and {1} more</summary>
    public const string AuditAndMore = "AuditAndMore";

    /// <summary>other endpoints have one, and here no call, attribute, filter or log line with both the caller and the record was found</summary>
    public const string AuditElsewhere = "AuditElsewhere";

    /// <summary>no call, attribute, interceptor, filter, middleware or log line with both the caller and the record was found in this project</summary>
    public const string AuditNowhere = "AuditNowhere";

    /// <summary>'{0}'</summary>
    public const string AuditOne = "AuditOne";

    /// <summary>attribute</summary>
    public const string BasisAttribute = "BasisAttribute";

    /// <summary>attribute on a base class or base method</summary>
    public const string BasisBaseClass = "BasisBaseClass";

    /// <summary>security of the binding</summary>
    public const string BasisBinding = "BasisBinding";

    /// <summary>runs with the user</summary>
    public const string BasisClient = "BasisClient";

    /// <summary>convention for several endpoints</summary>
    public const string BasisConvention = "BasisConvention";

    /// <summary>explicitly anonymous</summary>
    public const string BasisExplicitAnonymous = "BasisExplicitAnonymous";

    /// <summary>fallback policy</summary>
    public const string BasisFallback = "BasisFallback";

    /// <summary>filter</summary>
    public const string BasisFilter = "BasisFilter";

    /// <summary>asked for by the framework itself</summary>
    public const string BasisFramework = "BasisFramework";

    /// <summary>global filter</summary>
    public const string BasisGlobalFilter = "BasisGlobalFilter";

    /// <summary>route group</summary>
    public const string BasisGroup = "BasisGroup";

    /// <summary>check in code</summary>
    public const string BasisInCode = "BasisInCode";

    /// <summary>decision without effect</summary>
    public const string BasisIneffective = "BasisIneffective";

    /// <summary>attribute by its interface</summary>
    public const string BasisInterface = "BasisInterface";

    /// <summary>function key</summary>
    public const string BasisKey = "BasisKey";

    /// <summary>open by its nature</summary>
    public const string BasisKnownOpen = "BasisKnownOpen";

    /// <summary>call on the mapping</summary>
    public const string BasisMapping = "BasisMapping";

    /// <summary>no data</summary>
    public const string BasisNoData = "BasisNoData";

    /// <summary>nothing</summary>
    public const string BasisNothing = "BasisNothing";

    /// <summary>named in the settings</summary>
    public const string BasisOption = "BasisOption";

    /// <summary>policy that lets everyone in</summary>
    public const string BasisPolicy = "BasisPolicy";

    /// <summary>nothing visible</summary>
    public const string BasisUnseen = "BasisUnseen";

    /// <summary>own method around it</summary>
    public const string BasisWrapper = "BasisWrapper";

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

    /// <summary>it has validation attributes, but no AddValidation(), filter, validator or check in the handler that reads them was found</summary>
    public const string CheckNotRun = "CheckNotRun";

    /// <summary>no validation attribute, IValidatableObject, validator, filter or check in the handler was found</summary>
    public const string CheckNothing = "CheckNothing";

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

    /// <summary>rows without an answer get {0}, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonDatabase = "ConsentReasonDatabase";

    /// <summary>the migration gives rows without an answer {0}, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonMigration = "ConsentReasonMigration";

    /// <summary>no answer counts as yes here, and '{0}' is on the word list Consent</summary>
    public const string ConsentReasonNoAnswer = "ConsentReasonNoAnswer";

    /// <summary>'{1}' makes it a rule that protects the choice, and {0} switches it off</summary>
    public const string ConsentReasonOff = "ConsentReasonOff";

    /// <summary>it starts as false, and '{0}' turns its meaning round, so that silence is a yes</summary>
    public const string ConsentReasonOptOut = "ConsentReasonOptOut";

    /// <summary>a caller that says nothing passes {0}, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonParameter = "ConsentReasonParameter";

    /// <summary>it writes {0} into rows of people who were not asked, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonRows = "ConsentReasonRows";

    /// <summary>the rows that the database starts with have {0}, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonSeed = "ConsentReasonSeed";

    /// <summary>the program sets it to {0} before anybody was asked, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonSet = "ConsentReasonSet";

    /// <summary>it is {0}, and '{1}' is on the word list Consent</summary>
    public const string ConsentReasonSetting = "ConsentReasonSetting";

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

    /// <summary> ({0}: the negations cancel each other out, so that true means yes)</summary>
    public const string ConsentTurned = "ConsentTurned";

    /// <summary>cookie '{0}' is set without {1}</summary>
    public const string CookieAppended = "CookieAppended";

    /// <summary>'{0}' also sends a cookie that says who somebody is without encryption</summary>
    public const string CookieClearText = "CookieClearText";

    /// <summary>'{0}' sends the cookie of a signed-in person along with requests of other sites</summary>
    public const string CookieCrossSite = "CookieCrossSite";

    /// <summary>right for an application that runs inside another site; forged requests then need a token</summary>
    public const string CookieCrossSiteDoubt = "CookieCrossSiteDoubt";

    /// <summary>'{0}' keeps somebody signed in for more than 30 days</summary>
    public const string CookieLong = "CookieLong";

    /// <summary>'{0}' lets scripts read a cookie that says who somebody is</summary>
    public const string CookieScripts = "CookieScripts";

    /// <summary>'{0}' keeps the default, in which the session cookie also goes without encryption</summary>
    public const string CookieSessionDefault = "CookieSessionDefault";

    /// <summary>nothing was set here; an application that only answers over HTTPS sends it encrypted</summary>
    public const string CookieSessionDoubt = "CookieSessionDoubt";

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

    /// <summary>one can press &quot;{0}&quot; here, but refusing is only possible behind &quot;{1}&quot;</summary>
    public const string DialogBehindSettings = "DialogBehindSettings";

    /// <summary>one can press &quot;{0}&quot;, and nothing here says no</summary>
    public const string DialogNoReject = "DialogNoReject";

    /// <summary>&quot;{1}&quot; is less visible than &quot;{0}&quot; ({2})</summary>
    public const string DialogUnequal = "DialogUnequal";

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

    /// <summary>Application service</summary>
    public const string EndpointService = "EndpointService";

    /// <summary>WCF service</summary>
    public const string EndpointWcf = "EndpointWcf";

    /// <summary>Check requests for forgery again</summary>
    public const string FixAntiforgeryRemove = "FixAntiforgeryRemove";

    /// <summary>Add [ValidateAntiForgeryToken]</summary>
    public const string FixAntiforgeryValidate = "FixAntiforgeryValidate";

    /// <summary>Ask for authorization with [Authorize]</summary>
    public const string FixAuthorize = "FixAuthorize";

    /// <summary>Log the exception</summary>
    public const string FixCatchLog = "FixCatchLog";

    /// <summary>Let the exception go on (throw;)</summary>
    public const string FixCatchRethrow = "FixCatchRethrow";

    /// <summary>Set the missing cookie options</summary>
    public const string FixCookieOptions = "FixCookieOptions";

    /// <summary>Only in development</summary>
    public const string FixDevelopmentOnly = "FixDevelopmentOnly";

    /// <summary>Add the missing call</summary>
    public const string FixPipelineAdd = "FixPipelineAdd";

    /// <summary>Move the call to where it works</summary>
    public const string FixPipelineMove = "FixPipelineMove";

    /// <summary>Ask for authorization with RequireAuthorization()</summary>
    public const string FixRequireAuthorization = "FixRequireAuthorization";

    /// <summary>Use the safe value</summary>
    public const string FixSafeValue = "FixSafeValue";

    /// <summary>Pass the values as parameters</summary>
    public const string FixSqlInterpolated = "FixSqlInterpolated";

    /// <summary>Use parameters instead of text</summary>
    public const string FixSqlParameters = "FixSqlParameters";

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

    /// <summary>'{0}' sets it for every request or in the background</summary>
    public const string GrantReasonBackground = "GrantReasonBackground";

    /// <summary>one answer counts for '{0}' and for '{1}'</summary>
    public const string GrantReasonBundled = "GrantReasonBundled";

    /// <summary>'{0}' sets it when somebody closes something, which is no choice</summary>
    public const string GrantReasonClosing = "GrantReasonClosing";

    /// <summary>the cookie '{0}' follows people, and IsEssential lets it pass without asking</summary>
    public const string GrantReasonEssential = "GrantReasonEssential";

    /// <summary>'{0}' refuses every other answer</summary>
    public const string GrantReasonForced = "GrantReasonForced";

    /// <summary>'{0}' sets it on scrolling, moving on or waiting, which is no choice</summary>
    public const string GrantReasonImplied = "GrantReasonImplied";

    /// <summary>'{0}' sets it when something opens, before anybody was asked</summary>
    public const string GrantReasonOpening = "GrantReasonOpening";

    /// <summary>the answer comes from '{0}', which asks something else</summary>
    public const string GrantReasonOther = "GrantReasonOther";

    /// <summary>{0} is deployed with the product</summary>
    public const string GuardFile = "GuardFile";

    /// <summary>nothing limits this to a developer's machine</summary>
    public const string GuardNone = "GuardNone";

    /// <summary>a setting decides, which can be on in production too</summary>
    public const string GuardSwitch = "GuardSwitch";

    /// <summary>'{0}' hashes passwords with 1,000 rounds of SHA-1</summary>
    public const string HashOld = "HashOld";

    /// <summary>'{0}' hashes passwords with fewer rounds than the framework's default of 100,000</summary>
    public const string HashRounds = "HashRounds";

    /// <summary>the block only cleans up with '{0}', so nobody learns that it failed</summary>
    public const string IncidentCleans = "IncidentCleans";

    /// <summary>an empty continuation takes the failure of the task</summary>
    public const string IncidentContinuation = "IncidentContinuation";

    /// <summary>the block writes to the debug output only, which a release build does not have</summary>
    public const string IncidentDebug = "IncidentDebug";

    /// <summary>the block does nothing, so nobody learns that it failed</summary>
    public const string IncidentEmpty = "IncidentEmpty";

    /// <summary>the code goes on as if nothing happened</summary>
    public const string IncidentGoesOn = "IncidentGoesOn";

    /// <summary>no handler of UnhandledException or UnobservedTaskException, no crash reporting and no log that is kept</summary>
    public const string IncidentLookedApp = "IncidentLookedApp";

    /// <summary>no ErrorBoundary, log provider or crash reporting; the default log goes to the console of the person's browser</summary>
    public const string IncidentLookedBrowser = "IncidentLookedBrowser";

    /// <summary>no catch where it starts, no handler of UnhandledException, no log that is kept and no crash reporting</summary>
    public const string IncidentLookedConsole = "IncidentLookedConsole";

    /// <summary>no log that leaves the process, no telemetry, crash reporting or handler of UnhandledException; the default log goes to the console</summary>
    public const string IncidentLookedHost = "IncidentLookedHost";

    /// <summary>no UseExceptionHandler, exception filter, middleware with a catch, log that leaves the process, telemetry or crash reporting; the default log goes to the console</summary>
    public const string IncidentLookedWeb = "IncidentLookedWeb";

    /// <summary>the result is {0}, as if nothing went wrong</summary>
    public const string IncidentReturns = "IncidentReturns";

    /// <summary>the caller gets {0}, and nobody learns why</summary>
    public const string IncidentReturnsFailure = "IncidentReturnsFailure";

    /// <summary>'{0}' becomes {1}, as if there were nothing</summary>
    public const string IncidentSets = "IncidentSets";

    /// <summary>'{0}' records nothing</summary>
    public const string IncidentSilentMethod = "IncidentSilentMethod";

    /// <summary>the block only waits, so nobody learns that it failed</summary>
    public const string IncidentWaits = "IncidentWaits";

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

    /// <summary>'{0}' takes away the limit on nesting, so that a small text can stop the program</summary>
    public const string LimitDepth = "LimitDepth";

    /// <summary>'{0}' allows more than 1 GiB in one request</summary>
    public const string LimitLarge = "LimitLarge";

    /// <summary>it is a limit; whether something needs it that large, only a person knows</summary>
    public const string LimitLargeDoubt = "LimitLargeDoubt";

    /// <summary>'{0}' takes away the limit on what one request or message may hold</summary>
    public const string LimitNone = "LimitNone";

    /// <summary>the code reads the body piece by piece and may check the size itself</summary>
    public const string LimitStreamsDoubt = "LimitStreamsDoubt";

    /// <summary>'{0}' does not count wrong passwords</summary>
    public const string LockoutCall = "LockoutCall";

    /// <summary>the framework's own templates do this too; look for another brake, such as rate limiting</summary>
    public const string LockoutCallDoubt = "LockoutCallDoubt";

    /// <summary>'{0}' lets somebody guess a password {1} times</summary>
    public const string LockoutMany = "LockoutMany";

    /// <summary>'{0}' lets somebody guess a password without end</summary>
    public const string LockoutOff = "LockoutOff";

    /// <summary>serves advertising: {0}; source {1}</summary>
    public const string ManifestAds = "ManifestAds";

    /// <summary>lets {0} collect as soon as the app starts, before anybody is asked</summary>
    public const string ManifestCollects = "ManifestCollects";

    /// <summary>Take the permission out of the app</summary>
    public const string ManifestFixPermission = "ManifestFixPermission";

    /// <summary>Switch automatic collection off</summary>
    public const string ManifestFixSwitch = "ManifestFixSwitch";

    /// <summary>sets up a tracker that is not declared: {0}; source {1}</summary>
    public const string ManifestTracker = "ManifestTracker";

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

    /// <summary>{0} lets everyone in; the same kind of data came in with the request</summary>
    public const string OpenEcho = "OpenEcho";

    /// <summary>{0} lets everyone in; the code asks who calls, so that the data may be the caller’s own</summary>
    public const string OpenOwn = "OpenOwn";

    /// <summary>{0} lets everyone in</summary>
    public const string OpenToAll = "OpenToAll";

    /// <summary>{0} asks for a key, which does not say who calls</summary>
    public const string OpenWithKey = "OpenWithKey";

    /// <summary>the browser only connects or takes a style from there, which already tells who visits; source {0}</summary>
    public const string PageConnects = "PageConnects";

    /// <summary>the consent manager {0} is on the page; whether it holds this back cannot be seen</summary>
    public const string PageConsentManager = "PageConsentManager";

    /// <summary>consent mode starts with 'denied', but the host already sees the visit</summary>
    public const string PageConsentMode = "PageConsentMode";

    /// <summary>consent mode starts with 'granted', so that the page answers before anybody is asked</summary>
    public const string PageGranted = "PageGranted";

    /// <summary>nothing around it asks for consent; source {0}</summary>
    public const string PageUnasked = "PageUnasked";

    /// <summary>a paid plan after the trial</summary>
    public const string PaidAfterTrial = "PaidAfterTrial";

    /// <summary>Let the subscription end</summary>
    public const string PaidFixEnd = "PaidFixEnd";

    /// <summary>'{0}' adds it whatever the person said</summary>
    public const string PaidReasonAdded = "PaidReasonAdded";

    /// <summary>the database starts it as true, and '{0}' is on the word list Consent</summary>
    public const string PaidReasonColumn = "PaidReasonColumn";

    /// <summary>'{0}' is to end the subscription and lets it run on</summary>
    public const string PaidReasonKept = "PaidReasonKept";

    /// <summary>it is selected, and '{0}' is its price</summary>
    public const string PaidReasonSelected = "PaidReasonSelected";

    /// <summary>nothing here ends the subscription when the trial is over</summary>
    public const string PaidReasonTrial = "PaidReasonTrial";

    /// <summary>'{0}' keeps the framework's default: passwords of 6 characters</summary>
    public const string PasswordDefault = "PasswordDefault";

    /// <summary>nothing was set here; current advice is 8 or more</summary>
    public const string PasswordDefaultDoubt = "PasswordDefaultDoubt";

    /// <summary>no kind of character is asked for, and {0} characters are enough</summary>
    public const string PasswordPlain = "PasswordPlain";

    /// <summary>without such demands, 12 characters or a check against known passwords is better</summary>
    public const string PasswordPlainDoubt = "PasswordPlainDoubt";

    /// <summary>'{0}' accepts passwords of {1} characters; 8 is the least</summary>
    public const string PasswordShort = "PasswordShort";

    /// <summary>comes after '{0}': requests are answered before it runs</summary>
    public const string PipelineAfterEndpoints = "PipelineAfterEndpoints";

    /// <summary>comes before '{0}': it checks the token before it is known who is signed in, and refuses the forms of everyone who is</summary>
    public const string PipelineAntiforgery = "PipelineAntiforgery";

    /// <summary>comes before '{0}': nobody is signed in yet when access is decided</summary>
    public const string PipelineBeforeAuthentication = "PipelineBeforeAuthentication";

    /// <summary>comes before '{0}': it does not know yet which endpoint is asked for, nor what that endpoint demands</summary>
    public const string PipelineBeforeRouting = "PipelineBeforeRouting";

    /// <summary>is missing: every request to '{0}' fails, because it asks for authorization</summary>
    public const string PipelineFails = "PipelineFails";

    /// <summary>is missing, so that the host adds it before your own 'UseAuthentication': nobody is signed in yet when access is decided</summary>
    public const string PipelineHostBeforeAuthentication = "PipelineHostBeforeAuthentication";

    /// <summary>is missing, so that the host adds it before your own 'UseRouting': every request to '{0}' by somebody who is signed in fails</summary>
    public const string PipelineHostBeforeRouting = "PipelineHostBeforeRouting";

    /// <summary>is missing: the fallback policy protects nothing</summary>
    public const string PipelineNoFallback = "PipelineNoFallback";

    /// <summary>is missing: nobody is ever signed in, although a way to sign in is set up</summary>
    public const string PipelineNobody = "PipelineNobody";

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

    /// <summary>'{0}' lets people sign in with an address that nobody confirmed</summary>
    public const string SignInUnconfirmed = "SignInUnconfirmed";

    /// <summary>right where somebody else creates the accounts</summary>
    public const string SignInUnconfirmedDoubt = "SignInUnconfirmedDoubt";

    /// <summary>whoever calls '{0}' decides what it says</summary>
    public const string SqlEndpoint = "SqlEndpoint";

    /// <summary>its quotes are doubled by hand, which a parameter makes needless</summary>
    public const string SqlEscaped = "SqlEscaped";

    /// <summary>it is read by '{0}', and a quote in it changes the command</summary>
    public const string SqlFile = "SqlFile";

    /// <summary>callers of '{0}' decide what it says, and a quote in it changes the command</summary>
    public const string SqlParameter = "SqlParameter";

    /// <summary>it is not constant; callers of '{0}', which this project does not show, decide what it says</summary>
    public const string SqlParameterName = "SqlParameterName";

    /// <summary>it comes from the request ({0})</summary>
    public const string SqlRequest = "SqlRequest";

    /// <summary>it is not constant, and this project does not show what '{0}' says</summary>
    public const string SqlUnseen = "SqlUnseen";

    /// <summary>a file name ({0})</summary>
    public const string StorageFileName = "StorageFileName";

    /// <summary>Assembly {0}</summary>
    public const string SubjectAssembly = "SubjectAssembly";

    /// <summary>Package {0}</summary>
    public const string SubjectPackage = "SubjectPackage";

    /// <summary>packages or assemblies {0}</summary>
    public const string SubjectSeveral = "SubjectSeveral";

    /// <summary>'{0}'</summary>
    public const string SubjectUse = "SubjectUse";

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

    /// <summary>'{0}' accepts tokens that were made for another application</summary>
    public const string TokenAudience = "TokenAudience";

    /// <summary>'{0}' still accepts tokens more than 10 minutes after they expired</summary>
    public const string TokenClock = "TokenClock";

    /// <summary>'{0}' accepts tokens that never expire</summary>
    public const string TokenExpiration = "TokenExpiration";

    /// <summary>'{0}' accepts tokens of any issuer</summary>
    public const string TokenIssuer = "TokenIssuer";

    /// <summary>'{0}' does not check the key that signed</summary>
    public const string TokenKey = "TokenKey";

    /// <summary>this is the framework's default, and the signature itself is still checked</summary>
    public const string TokenKeyDoubt = "TokenKeyDoubt";

    /// <summary>'{0}' accepts tokens that have expired</summary>
    public const string TokenLifetime = "TokenLifetime";

    /// <summary>'{0}' keeps a token valid for more than 30 days</summary>
    public const string TokenLong = "TokenLong";

    /// <summary>'{0}' accepts that the keys for checking tokens come without encryption</summary>
    public const string TokenMetadata = "TokenMetadata";

    /// <summary>'{0}' reads a token without checking it, and what it says becomes the user</summary>
    public const string TokenRead = "TokenRead";

    /// <summary>'{0}' accepts an answer that belongs to another sign-in</summary>
    public const string TokenReplay = "TokenReplay";

    /// <summary>the application also looks at scopes or audiences elsewhere, which may be enough</summary>
    public const string TokenScopesDoubt = "TokenScopesDoubt";

    /// <summary>'{0}' gives a token back without checking its signature</summary>
    public const string TokenSignature = "TokenSignature";

    /// <summary>several organisations may sign in here; the code must then check which one it is</summary>
    public const string TokenTenantsDoubt = "TokenTenantsDoubt";

    /// <summary>'{0}' accepts tokens without a signature, which anybody can write</summary>
    public const string TokenUnsigned = "TokenUnsigned";

    /// <summary>the callback for '{0}' accepts everything</summary>
    public const string TokenValidator = "TokenValidator";

    /// <summary>advertising</summary>
    public const string TrackerAds = "TrackerAds";

    /// <summary>analytics</summary>
    public const string TrackerAnalytics = "TrackerAnalytics";

    /// <summary>assembly {0}</summary>
    public const string TrackerAssembly = "TrackerAssembly";

    /// <summary>attribution: which advertisement brought somebody here</summary>
    public const string TrackerAttribution = "TrackerAttribution";

    /// <summary>it comes in as {0}, and '{1}' is used; source {2}</summary>
    public const string TrackerByPathAndUsed = "TrackerByPathAndUsed";

    /// <summary>chat</summary>
    public const string TrackerChat = "TrackerChat";

    /// <summary>consent manager</summary>
    public const string TrackerConsent = "TrackerConsent";

    /// <summary>crash reporting</summary>
    public const string TrackerCrashReporting = "TrackerCrashReporting";

    /// <summary>marketing to known persons</summary>
    public const string TrackerMarketing = "TrackerMarketing";

    /// <summary>monitoring of the application</summary>
    public const string TrackerMonitoring = "TrackerMonitoring";

    /// <summary>the declaration of '{0}' has no ground</summary>
    public const string TrackerNoGround = "TrackerNoGround";

    /// <summary>the declaration of '{0}' has no ground and no purpose</summary>
    public const string TrackerNoGroundNoPurpose = "TrackerNoGroundNoPurpose";

    /// <summary>the declaration of '{0}' has no purpose</summary>
    public const string TrackerNoPurpose = "TrackerNoPurpose";

    /// <summary>not declared: remove it, or declare '{0}' in kwaliteitskader.json under trackers, with ground and purpose</summary>
    public const string TrackerNotDeclared = "TrackerNotDeclared";

    /// <summary>package {0}</summary>
    public const string TrackerPackage = "TrackerPackage";

    /// <summary>push messages</summary>
    public const string TrackerPush = "TrackerPush";

    /// <summary>the project asks for it; source {0}</summary>
    public const string TrackerReferenced = "TrackerReferenced";

    /// <summary>session replay: records what people see and do</summary>
    public const string TrackerSessionReplay = "TrackerSessionReplay";

    /// <summary>social network</summary>
    public const string TrackerSocial = "TrackerSocial";

    /// <summary>consent is asked only after it</summary>
    public const string TrackerStartLate = "TrackerStartLate";

    /// <summary>nothing before it asks for consent, and no manifest switches the collection off</summary>
    public const string TrackerStartUnasked = "TrackerStartUnasked";

    /// <summary>it only asks whether somebody refused, so that who was never asked is followed</summary>
    public const string TrackerStartUnlessRefused = "TrackerStartUnlessRefused";

    /// <summary>consent is asked before it, but whatever the answer is, the tracker starts</summary>
    public const string TrackerStartUntested = "TrackerStartUntested";

    /// <summary>tag manager: loads other trackers</summary>
    public const string TrackerTagManager = "TrackerTagManager";

    /// <summary>the declaration of '{0}' has the ground '{1}', which is not one of consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests</summary>
    public const string TrackerUnknownGround = "TrackerUnknownGround";

    /// <summary>'{0}' is used; source {1}</summary>
    public const string TrackerUsed = "TrackerUsed";

    /// <summary>accepts</summary>
    public const string TrafficAccepts = "TrafficAccepts";

    /// <summary>returns</summary>
    public const string TrafficReturns = "TrafficReturns";

    /// <summary>an account</summary>
    public const string WayInAccount = "WayInAccount";

    /// <summary>a consent</summary>
    public const string WayInConsent = "WayInConsent";

    /// <summary>a link with another account</summary>
    public const string WayInLink = "WayInLink";

    /// <summary>following the location</summary>
    public const string WayInLocation = "WayInLocation";

    /// <summary>a newsletter</summary>
    public const string WayInNewsletter = "WayInNewsletter";

    /// <summary>photos of a person</summary>
    public const string WayInPhoto = "WayInPhoto";

    /// <summary>sharing data</summary>
    public const string WayInSharing = "WayInSharing";

    /// <summary>a subscription</summary>
    public const string WayInSubscription = "WayInSubscription";

    /// <summary>asks for two consents with one answer</summary>
    public const string WordingBundled = "WordingBundled";

    /// <summary>takes it as consent that somebody goes on; consent needs an act of its own</summary>
    public const string WordingImplied = "WordingImplied";

    /// <summary>asks people to act in order to say no, so that doing nothing means yes</summary>
    public const string WordingInverted = "WordingInverted";

    /// <summary>is about consent and is still in English in the file of another language</summary>
    public const string WordingLanguage = "WordingLanguage";

    /// <summary>says the opposite of the name '{0}' that stores the answer</summary>
    public const string WordingMismatch = "WordingMismatch";

    /// <summary>makes people call, write or ask in order to stop</summary>
    public const string WordingObstructed = "WordingObstructed";

    /// <summary>makes a permission of the device a condition</summary>
    public const string WordingPermission = "WordingPermission";

    /// <summary>says how many others look or buy; the number must be real and verifiable</summary>
    public const string WordingPopularity = "WordingPopularity";

    /// <summary>is the only way to decline here, and it only postpones</summary>
    public const string WordingPostponed = "WordingPostponed";

    /// <summary>lets the person who refuses say something foolish or harmful about themselves</summary>
    public const string WordingShaming = "WordingShaming";

    /// <summary>presses with time or scarcity; only a real end date or a real stock may be shown</summary>
    public const string WordingUrgency = "WordingUrgency";
}
