// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers;

internal static class RuleCatalog
{
    /// <summary>Consent is given by default in code.</summary>
    public static readonly DiagnosticDescriptor KK3201 = new(
        "KK3201",
        MessageArg.Localizable("KK3201_Title"),
        MessageArg.Localizable("KK3201_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3201_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3201.md",
        ["criterion:T3.07c", "criterion:T3.07a"]);

    /// <summary>Consent is given by default in the database.</summary>
    public static readonly DiagnosticDescriptor KK3202 = new(
        "KK3202",
        MessageArg.Localizable("KK3202_Title"),
        MessageArg.Localizable("KK3202_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3202_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3202.md",
        ["criterion:T3.07c"]);

    /// <summary>Consent is given by default in the settings.</summary>
    public static readonly DiagnosticDescriptor KK3203 = new(
        "KK3203",
        MessageArg.Localizable("KK3203_Title"),
        MessageArg.Localizable("KK3203_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3203_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3203.md",
        ["criterion:T3.07c"]);

    /// <summary>Consent control is ticked in advance.</summary>
    public static readonly DiagnosticDescriptor KK3204 = new(
        "KK3204",
        MessageArg.Localizable("KK3204_Title"),
        MessageArg.Localizable("KK3204_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3204_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3204.md",
        ["criterion:T3.07c"]);

    /// <summary>Wording that steers a choice.</summary>
    public static readonly DiagnosticDescriptor KK3205 = new(
        "KK3205",
        MessageArg.Localizable("KK3205_Title"),
        MessageArg.Localizable("KK3205_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3205_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3205.md",
        ["criterion:T3.07", "criterion:T3.07d"]);

    /// <summary>Consent is given by the program.</summary>
    public static readonly DiagnosticDescriptor KK3206 = new(
        "KK3206",
        MessageArg.Localizable("KK3206_Title"),
        MessageArg.Localizable("KK3206_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3206_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3206.md",
        ["criterion:T3.07a", "criterion:T4.08"]);

    /// <summary>Way in without a way out.</summary>
    public static readonly DiagnosticDescriptor KK3207 = new(
        "KK3207",
        MessageArg.Localizable("KK3207_Title"),
        MessageArg.Localizable("KK3207_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3207_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3207.md",
        ["criterion:T3.07e", "criterion:T4.08b", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Consent dialog without an equal way to refuse.</summary>
    public static readonly DiagnosticDescriptor KK3208 = new(
        "KK3208",
        MessageArg.Localizable("KK3208_Title"),
        MessageArg.Localizable("KK3208_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3208_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3208.md",
        ["criterion:T3.07"]);

    /// <summary>Person pays without having chosen to.</summary>
    public static readonly DiagnosticDescriptor KK3209 = new(
        "KK3209",
        MessageArg.Localizable("KK3209_Title"),
        MessageArg.Localizable("KK3209_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3209_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3209.md",
        ["criterion:T3.07b"]);

    /// <summary>Who does nothing has agreed.</summary>
    public static readonly DiagnosticDescriptor KK3210 = new(
        "KK3210",
        MessageArg.Localizable("KK3210_Title"),
        MessageArg.Localizable("KK3210_Message"),
        "DarkPatterns",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK3210_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK3210.md",
        ["criterion:T3.07c"]);

    /// <summary>Exception lost where health data is handled.</summary>
    public static readonly DiagnosticDescriptor KK4101 = new(
        "KK4101",
        MessageArg.Localizable("KK4101_Title"),
        MessageArg.Localizable("KK4101_Message"),
        "Risks",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4101_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4101.md",
        ["criterion:T4.11e", "criterion:T4.04a"]);

    /// <summary>Errors of the application are collected nowhere.</summary>
    public static readonly DiagnosticDescriptor KK4102 = new(
        "KK4102",
        MessageArg.Localizable("KK4102_Title"),
        MessageArg.Localizable("KK4102_Message"),
        "Risks",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4102_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4102.md",
        ["criterion:T4.04a", "criterion:T5.08g", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Advertising SDK referenced.</summary>
    public static readonly DiagnosticDescriptor KK4201 = new(
        "KK4201",
        MessageArg.Localizable("KK4201_Title"),
        MessageArg.Localizable("KK4201_Message"),
        "Advertising",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4201_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4201.md",
        ["criterion:T4.06", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Advertising is used.</summary>
    public static readonly DiagnosticDescriptor KK4202 = new(
        "KK4202",
        MessageArg.Localizable("KK4202_Title"),
        MessageArg.Localizable("KK4202_Message"),
        "Advertising",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4202_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4202.md",
        ["criterion:T4.06", "criterion:T4.06b", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Advertising or tracking set up in a manifest.</summary>
    public static readonly DiagnosticDescriptor KK4203 = new(
        "KK4203",
        MessageArg.Localizable("KK4203_Title"),
        MessageArg.Localizable("KK4203_Message"),
        "Advertising",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4203_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4203.md",
        ["criterion:T4.06", "criterion:T3.07a"]);

    /// <summary>Tracker that is not declared.</summary>
    public static readonly DiagnosticDescriptor KK4204 = new(
        "KK4204",
        MessageArg.Localizable("KK4204_Title"),
        MessageArg.Localizable("KK4204_Message"),
        "Advertising",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4204_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4204.md",
        ["criterion:T4.08a", "criterion:T3.07a", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Page loads a tracker or advertising.</summary>
    public static readonly DiagnosticDescriptor KK4205 = new(
        "KK4205",
        MessageArg.Localizable("KK4205_Title"),
        MessageArg.Localizable("KK4205_Message"),
        "Advertising",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4205_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4205.md",
        ["criterion:T4.06", "criterion:T3.07a"]);

    /// <summary>Tracker starts before consent is asked.</summary>
    public static readonly DiagnosticDescriptor KK4206 = new(
        "KK4206",
        MessageArg.Localizable("KK4206_Title"),
        MessageArg.Localizable("KK4206_Message"),
        "Advertising",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4206_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4206.md",
        ["criterion:T3.07a", "criterion:T4.08"]);

    /// <summary>Personal data written to storage without encryption.</summary>
    public static readonly DiagnosticDescriptor KK4301 = new(
        "KK4301",
        MessageArg.Localizable("KK4301_Title"),
        MessageArg.Localizable("KK4301_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4301_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4301.md",
        ["criterion:T4.09b"]);

    /// <summary>Sensitive personal data in a readable database column.</summary>
    public static readonly DiagnosticDescriptor KK4302 = new(
        "KK4302",
        MessageArg.Localizable("KK4302_Title"),
        MessageArg.Localizable("KK4302_Message"),
        "PersonalData",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4302_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4302.md",
        ["criterion:T4.09b", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Local database with personal data opened without a key.</summary>
    public static readonly DiagnosticDescriptor KK4303 = new(
        "KK4303",
        MessageArg.Localizable("KK4303_Title"),
        MessageArg.Localizable("KK4303_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4303_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4303.md",
        ["criterion:T4.09b", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Personal data in logs, traces or the console.</summary>
    public static readonly DiagnosticDescriptor KK4304 = new(
        "KK4304",
        MessageArg.Localizable("KK4304_Title"),
        MessageArg.Localizable("KK4304_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4304_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4304.md",
        ["criterion:T4.08", "criterion:T4.09b"]);

    /// <summary>Personal data in a URL, query string or route.</summary>
    public static readonly DiagnosticDescriptor KK4305 = new(
        "KK4305",
        MessageArg.Localizable("KK4305_Title"),
        MessageArg.Localizable("KK4305_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4305_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4305.md",
        ["criterion:T4.09a", "criterion:T4.08"]);

    /// <summary>Personal data sent to analytics, crash reporting, advertising or an AI service.</summary>
    public static readonly DiagnosticDescriptor KK4306 = new(
        "KK4306",
        MessageArg.Localizable("KK4306_Title"),
        MessageArg.Localizable("KK4306_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4306_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4306.md",
        ["criterion:T4.08", "criterion:T3.07a"]);

    /// <summary>Personal data in an exception message or error response.</summary>
    public static readonly DiagnosticDescriptor KK4307 = new(
        "KK4307",
        MessageArg.Localizable("KK4307_Title"),
        MessageArg.Localizable("KK4307_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4307_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4307.md",
        ["criterion:T4.08", "criterion:T4.11e"]);

    /// <summary>Personal data on the clipboard, in a notification or on the lock screen.</summary>
    public static readonly DiagnosticDescriptor KK4308 = new(
        "KK4308",
        MessageArg.Localizable("KK4308_Title"),
        MessageArg.Localizable("KK4308_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4308_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4308.md",
        ["criterion:T4.09b"]);

    /// <summary>Number that may be a real person's.</summary>
    public static readonly DiagnosticDescriptor KK4309 = new(
        "KK4309",
        MessageArg.Localizable("KK4309_Title"),
        MessageArg.Localizable("KK4309_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4309_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4309.md",
        ["criterion:T4.08"]);

    /// <summary>Personal data in a cookie, browser storage, session or cache without protection.</summary>
    public static readonly DiagnosticDescriptor KK4310 = new(
        "KK4310",
        MessageArg.Localizable("KK4310_Title"),
        MessageArg.Localizable("KK4310_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4310_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4310.md",
        ["criterion:T4.09b"]);

    /// <summary>Connection without encryption.</summary>
    public static readonly DiagnosticDescriptor KK4311 = new(
        "KK4311",
        MessageArg.Localizable("KK4311_Title"),
        MessageArg.Localizable("KK4311_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4311_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4311.md",
        ["criterion:T4.09a"]);

    /// <summary>App may send data without encryption.</summary>
    public static readonly DiagnosticDescriptor KK4312 = new(
        "KK4312",
        MessageArg.Localizable("KK4312_Title"),
        MessageArg.Localizable("KK4312_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4312_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4312.md",
        ["criterion:T4.09a"]);

    /// <summary>Certificate check switched off or weakened.</summary>
    public static readonly DiagnosticDescriptor KK4313 = new(
        "KK4313",
        MessageArg.Localizable("KK4313_Title"),
        MessageArg.Localizable("KK4313_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4313_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4313.md",
        ["criterion:T4.09a", "criterion:T4.09c"]);

    /// <summary>Connection to a database or service without TLS.</summary>
    public static readonly DiagnosticDescriptor KK4314 = new(
        "KK4314",
        MessageArg.Localizable("KK4314_Title"),
        MessageArg.Localizable("KK4314_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4314_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4314.md",
        ["criterion:T4.09a"]);

    /// <summary>App data goes into backups of the platform.</summary>
    public static readonly DiagnosticDescriptor KK4315 = new(
        "KK4315",
        MessageArg.Localizable("KK4315_Title"),
        MessageArg.Localizable("KK4315_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4315_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4315.md",
        ["criterion:T4.09b"]);

    /// <summary>Protection of personal data that has no effect.</summary>
    public static readonly DiagnosticDescriptor KK4316 = new(
        "KK4316",
        MessageArg.Localizable("KK4316_Title"),
        MessageArg.Localizable("KK4316_Message"),
        "PersonalData",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4316_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4316.md",
        ["criterion:T4.09c", "criterion:T4.09b"]);

    /// <summary>Personal data kept without a visible end.</summary>
    public static readonly DiagnosticDescriptor KK4317 = new(
        "KK4317",
        MessageArg.Localizable("KK4317_Title"),
        MessageArg.Localizable("KK4317_Message"),
        "PersonalData",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4317_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4317.md",
        ["criterion:T4.08b", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Database command is put together from text.</summary>
    public static readonly DiagnosticDescriptor KK4401 = new(
        "KK4401",
        MessageArg.Localizable("KK4401_Title"),
        MessageArg.Localizable("KK4401_Message"),
        "SecureDevelopment",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4401_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4401.md",
        ["criterion:T4.11a", "criterion:T4.11c"]);

    /// <summary>Password, key or token in the source.</summary>
    public static readonly DiagnosticDescriptor KK4402 = new(
        "KK4402",
        MessageArg.Localizable("KK4402_Title"),
        MessageArg.Localizable("KK4402_Message"),
        "SecureDevelopment",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4402_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4402.md",
        ["criterion:T4.11a", "criterion:T4.16"]);

    /// <summary>Internals shown outside development.</summary>
    public static readonly DiagnosticDescriptor KK4404 = new(
        "KK4404",
        MessageArg.Localizable("KK4404_Title"),
        MessageArg.Localizable("KK4404_Message"),
        "SecureDevelopment",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4404_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4404.md",
        ["criterion:T4.11e"]);

    /// <summary>Limit on requests or messages taken away.</summary>
    public static readonly DiagnosticDescriptor KK4405 = new(
        "KK4405",
        MessageArg.Localizable("KK4405_Title"),
        MessageArg.Localizable("KK4405_Message"),
        "SecureDevelopment",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4405_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4405.md",
        ["criterion:T4.11c"]);

    /// <summary>Personal data taken in unchecked.</summary>
    public static readonly DiagnosticDescriptor KK4406 = new(
        "KK4406",
        MessageArg.Localizable("KK4406_Title"),
        MessageArg.Localizable("KK4406_Message"),
        "SecureDevelopment",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4406_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4406.md",
        ["criterion:T4.11c", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Endpoint without an authorization decision.</summary>
    public static readonly DiagnosticDescriptor KK4501 = new(
        "KK4501",
        MessageArg.Localizable("KK4501_Title"),
        MessageArg.Localizable("KK4501_Message"),
        "Access",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4501_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4501.md",
        ["criterion:T4.17b", "criterion:T4.17", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Open endpoint with personal data.</summary>
    public static readonly DiagnosticDescriptor KK4502 = new(
        "KK4502",
        MessageArg.Localizable("KK4502_Title"),
        MessageArg.Localizable("KK4502_Message"),
        "Access",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4502_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4502.md",
        ["criterion:T4.17", "criterion:T4.08", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Token validation is weakened.</summary>
    public static readonly DiagnosticDescriptor KK4503 = new(
        "KK4503",
        MessageArg.Localizable("KK4503_Title"),
        MessageArg.Localizable("KK4503_Message"),
        "Access",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4503_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4503.md",
        ["criterion:T4.17a"]);

    /// <summary>Weak passwords, lockout or sign-in.</summary>
    public static readonly DiagnosticDescriptor KK4504 = new(
        "KK4504",
        MessageArg.Localizable("KK4504_Title"),
        MessageArg.Localizable("KK4504_Message"),
        "Access",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4504_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4504.md",
        ["criterion:T4.17a"]);

    /// <summary>Cookie is weakly protected.</summary>
    public static readonly DiagnosticDescriptor KK4505 = new(
        "KK4505",
        MessageArg.Localizable("KK4505_Title"),
        MessageArg.Localizable("KK4505_Message"),
        "Access",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4505_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4505.md",
        ["criterion:T4.17a", "criterion:T4.09a"]);

    /// <summary>Every site may read the answers.</summary>
    public static readonly DiagnosticDescriptor KK4506 = new(
        "KK4506",
        MessageArg.Localizable("KK4506_Title"),
        MessageArg.Localizable("KK4506_Message"),
        "Access",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4506_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4506.md",
        ["criterion:T4.17", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Forged requests are not refused.</summary>
    public static readonly DiagnosticDescriptor KK4507 = new(
        "KK4507",
        MessageArg.Localizable("KK4507_Title"),
        MessageArg.Localizable("KK4507_Message"),
        "Access",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4507_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4507.md",
        ["criterion:T4.17", "criterion:T4.11a", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Step for sign-in or access is missing or in the wrong place.</summary>
    public static readonly DiagnosticDescriptor KK4508 = new(
        "KK4508",
        MessageArg.Localizable("KK4508_Title"),
        MessageArg.Localizable("KK4508_Message"),
        "Access",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4508_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4508.md",
        ["criterion:T4.17", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Record by an id of the client, without a check of the caller's relation to it.</summary>
    public static readonly DiagnosticDescriptor KK4509 = new(
        "KK4509",
        MessageArg.Localizable("KK4509_Title"),
        MessageArg.Localizable("KK4509_Message"),
        "Access",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4509_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4509.md",
        ["criterion:T4.17b", "criterion:T4.17c", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Care records without an audit trail.</summary>
    public static readonly DiagnosticDescriptor KK4510 = new(
        "KK4510",
        MessageArg.Localizable("KK4510_Title"),
        MessageArg.Localizable("KK4510_Message"),
        "Access",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4510_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4510.md",
        ["criterion:T4.17", "criterion:T4.04a", WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Package source or script without encryption or integrity.</summary>
    public static readonly DiagnosticDescriptor KK4603 = new(
        "KK4603",
        MessageArg.Localizable("KK4603_Title"),
        MessageArg.Localizable("KK4603_Message"),
        "Maintenance",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK4603_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK4603.md",
        ["criterion:T4.18a", "criterion:T4.09a"]);

    /// <summary>Inspection record.</summary>
    public static readonly DiagnosticDescriptor KK9001 = new(
        "KK9001",
        MessageArg.Localizable("KK9001_Title"),
        MessageArg.Localizable("KK9001_Message"),
        "Tool",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK9001_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK9001.md",
        [WellKnownDiagnosticTags.CompilationEnd, WellKnownDiagnosticTags.NotConfigurable]);

    /// <summary>A list, option or declaration could not be read.</summary>
    public static readonly DiagnosticDescriptor KK9002 = new(
        "KK9002",
        MessageArg.Localizable("KK9002_Title"),
        MessageArg.Localizable("KK9002_Message"),
        "Tool",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        MessageArg.Localizable("KK9002_Description"),
        "https://github.com/KkAnalyzers/KkAnalyzers/blob/main/docs/rules/KK9002.md",
        []);
}
