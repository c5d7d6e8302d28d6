// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
namespace KkAnalyzers;

internal static class RuleIds
{
    /// <summary>Consent is given by default in code.</summary>
    public const string KK3201 = "KK3201";

    /// <summary>Consent is given by default in the database.</summary>
    public const string KK3202 = "KK3202";

    /// <summary>Consent is given by default in the settings.</summary>
    public const string KK3203 = "KK3203";

    /// <summary>Consent control is ticked in advance.</summary>
    public const string KK3204 = "KK3204";

    /// <summary>Wording that steers a choice.</summary>
    public const string KK3205 = "KK3205";

    /// <summary>Consent is given by the program.</summary>
    public const string KK3206 = "KK3206";

    /// <summary>Way in without a way out.</summary>
    public const string KK3207 = "KK3207";

    /// <summary>Consent dialog without an equal way to refuse.</summary>
    public const string KK3208 = "KK3208";

    /// <summary>Person pays without having chosen to.</summary>
    public const string KK3209 = "KK3209";

    /// <summary>Who does nothing has agreed.</summary>
    public const string KK3210 = "KK3210";

    /// <summary>Exception lost where health data is handled.</summary>
    public const string KK4101 = "KK4101";

    /// <summary>Errors of the application are collected nowhere.</summary>
    public const string KK4102 = "KK4102";

    /// <summary>Advertising SDK referenced.</summary>
    public const string KK4201 = "KK4201";

    /// <summary>Advertising is used.</summary>
    public const string KK4202 = "KK4202";

    /// <summary>Advertising or tracking set up in a manifest.</summary>
    public const string KK4203 = "KK4203";

    /// <summary>Tracker that is not declared.</summary>
    public const string KK4204 = "KK4204";

    /// <summary>Page loads a tracker or advertising.</summary>
    public const string KK4205 = "KK4205";

    /// <summary>Tracker starts before consent is asked.</summary>
    public const string KK4206 = "KK4206";

    /// <summary>Personal data written to storage without encryption.</summary>
    public const string KK4301 = "KK4301";

    /// <summary>Sensitive personal data in a readable database column.</summary>
    public const string KK4302 = "KK4302";

    /// <summary>Local database with personal data opened without a key.</summary>
    public const string KK4303 = "KK4303";

    /// <summary>Personal data in logs, traces or the console.</summary>
    public const string KK4304 = "KK4304";

    /// <summary>Personal data in a URL, query string or route.</summary>
    public const string KK4305 = "KK4305";

    /// <summary>Personal data sent to analytics, crash reporting, advertising or an AI service.</summary>
    public const string KK4306 = "KK4306";

    /// <summary>Personal data in an exception message or error response.</summary>
    public const string KK4307 = "KK4307";

    /// <summary>Personal data on the clipboard, in a notification or on the lock screen.</summary>
    public const string KK4308 = "KK4308";

    /// <summary>Number that may be a real person's.</summary>
    public const string KK4309 = "KK4309";

    /// <summary>Personal data in a cookie, browser storage, session or cache without protection.</summary>
    public const string KK4310 = "KK4310";

    /// <summary>Connection without encryption.</summary>
    public const string KK4311 = "KK4311";

    /// <summary>App may send data without encryption.</summary>
    public const string KK4312 = "KK4312";

    /// <summary>Certificate check switched off or weakened.</summary>
    public const string KK4313 = "KK4313";

    /// <summary>Connection to a database or service without TLS.</summary>
    public const string KK4314 = "KK4314";

    /// <summary>App data goes into backups of the platform.</summary>
    public const string KK4315 = "KK4315";

    /// <summary>Protection of personal data that has no effect.</summary>
    public const string KK4316 = "KK4316";

    /// <summary>Personal data kept without a visible end.</summary>
    public const string KK4317 = "KK4317";

    /// <summary>Database command is put together from text.</summary>
    public const string KK4401 = "KK4401";

    /// <summary>Password, key or token in the source.</summary>
    public const string KK4402 = "KK4402";

    /// <summary>Internals shown outside development.</summary>
    public const string KK4404 = "KK4404";

    /// <summary>Limit on requests or messages taken away.</summary>
    public const string KK4405 = "KK4405";

    /// <summary>Personal data taken in unchecked.</summary>
    public const string KK4406 = "KK4406";

    /// <summary>Endpoint without an authorization decision.</summary>
    public const string KK4501 = "KK4501";

    /// <summary>Open endpoint with personal data.</summary>
    public const string KK4502 = "KK4502";

    /// <summary>Token validation is weakened.</summary>
    public const string KK4503 = "KK4503";

    /// <summary>Weak passwords, lockout or sign-in.</summary>
    public const string KK4504 = "KK4504";

    /// <summary>Cookie is weakly protected.</summary>
    public const string KK4505 = "KK4505";

    /// <summary>Every site may read the answers.</summary>
    public const string KK4506 = "KK4506";

    /// <summary>Forged requests are not refused.</summary>
    public const string KK4507 = "KK4507";

    /// <summary>Step for sign-in or access is missing or in the wrong place.</summary>
    public const string KK4508 = "KK4508";

    /// <summary>Record by an id of the client, without a check of the caller's relation to it.</summary>
    public const string KK4509 = "KK4509";

    /// <summary>Care records without an audit trail.</summary>
    public const string KK4510 = "KK4510";

    /// <summary>Package source or script without encryption or integrity.</summary>
    public const string KK4603 = "KK4603";

    /// <summary>Inspection record.</summary>
    public const string KK9001 = "KK9001";

    /// <summary>A list, option or declaration could not be read.</summary>
    public const string KK9002 = "KK9002";
}
