namespace KkAnalyzers.Reporting.Tests;

/// <summary>A product with something of everything.</summary>
internal static class Samples
{
    /// <summary>Text that tries to leave its place, in each format.</summary>
    public const string Hostile = "</td><script>alert(1)</script> | [x](https://evil.example) \u202Egnp.exe\u0007 @team";

    public static string Declaration(string digest) => $$"""
        // what the provider says
        {
          "$schema": "https://example.org/kwaliteitskader.schema.json",
          "product": {
            "name": "Zorgdagboek", "version": "4.2.0",
            "provider": { "name": "Voorbeeldzorg bv", "enterpriseNumber": "0123.456.789", "address": "Dorpsstraat 1, 9000 Gent", "site": "https://voorbeeldzorg.example" },
            "helpdesk": { "channels": ["02 555 12 12", "hulp@voorbeeldzorg.example"], "hours": "werkdagen 9-17 u." },
            "languages": ["nl", "fr"], "licence": "EUPL-1.2", "price": "gratis voor gebruikers", "lastUpdate": "2026-05-12",
          },
          "intendedUse": {
            "users": ["mensen met een zorgvraag"], "professionals": ["thuisverpleegkundigen"], "minimumAge": 16, "maximumAge": 120,
            "restrictions": ["niet voor noodgevallen"], "purpose": "dagelijkse opvolging", "instructions": "zie handleiding",
          },
          "context": {
            "interactivity": "active", "risk": "some", "vulnerableUsers": ["youth", "lowDigitalLiteracy"], "autonomy": "supported",
            "medicalDevice": false, "ai": false, "ads": false, "healthVault": false, "personalData": true, "signIn": true,
          },
          "criteria": {
            "O1.02": {
              "level": "minimal",
              "evidence": [
                { "title": "Handboek organisatie", "kind": "document", "file": "evidence/test.pdf", "sha256": "{{digest}}", "owner": "Kwaliteitsdienst", "date": "2026-01-15", "validUntil": "2026-07-15" },
                { "title": "Oude audit", "kind": "audit", "link": "https://voorbeeldzorg.example/audit", "validUntil": "2027-01-01" },
              ],
            },
            "O1.03": { "notApplicable": { "reason": "alleen individueel gebruik" } },
          },
          "trackers": [{ "name": "Matomo", "ground": "consent", "purpose": "bezoeken tellen" }, { "name": "Piwik PRO", "ground": "legitimate-interests", "purpose": "vroeger" }],
          "statement": { "name": "An Peeters", "function": "kwaliteitscoördinator", "role": "provider", "date": "2026-05-12" },
          "outOfScope": [{ "part": "het oude webportaal", "reason": "stopt op 31 december" }],
          "exceptions": [{ "rule": "KK4317", "file": "src/**/Oud*.cs", "line": 12, "reason": "wordt vervangen", "owner": "CISO", "approvedBy": "directie", "until": "2027-03-31" }],
          "aiSystems": [{ "name": "samenvatting", "provider": "Voorbeeld AI nv", "purpose": "vat gesprekken samen", "role": "deployer", "risk": "limited", "oversight": "de verpleegkundige leest na", "disclosure": "een regel boven de tekst", "data": ["gespreksverslag"] }],
          "thirdParties": [{ "name": "Voorbeeld Hosting nv", "role": "processor", "purpose": "hosting", "ground": "contract", "country": "BE", "agreement": "verwerkersovereenkomst", "data": ["alle"] }],
        }
        """;

    public static Report Report()
    {
        const string Digest = "5a6a1c4d1b4f4f5d6bd8a9f2a1e4f0b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7";
        var app = Build.Fragment(
            new Sarif()
                .Finding(file: "src/App/Diary.cs", line: 42)
                .Finding(file: "src/App/Diary.cs", line: 57, suppression: ("SuppressMessageAttribute", "only on the test server"))
                .Finding(file: "src/App/Diary.cs", line: 61, suppression: ("Pragma Directive", null))
                .Finding(file: "src/App/Hostile.cs", line: 1, suppression: ("SuppressMessageAttribute", Hostile), args: [("arg0", "=" + Hostile), ("arg1", "=b"), ("arg2", "=c"), ("arg3", "=d")])
                .Record("KK4501", 14)
                .Record("KK3204", 0)
                .Row("KK4501", "endpoints", "src/App/Api.cs", 12, ("route", "=GET /diary/{id}"), ("access", "=[Authorize]"))
                .Row("KK4501", "endpoints", "src/App/Api.cs", 30, ("route", "=GET /" + Hostile), ("access", "=anonymous"))
                .Row("KK4501", "endpoints", "src/App/Api.cs", 40, ("kind", "@EndpointRoute"), ("route", "=/notities"), ("decision", "@DecisionRequired"), ("by", "=RequireAuthorization()"))
                .Row("KK4501", "endpoints", "src/App/Api.cs", 50, ("kind", "@EndpointRoute"), ("route", "=/" + Hostile), ("handler", "=" + Hostile), ("decision", "@DecisionNone"), ("by", "="), ("returns", "@DataDiagnosis"))
                .Load("CA5351", new System.Text.Json.Nodes.JsonObject { ["level"] = "note" }).Override("CA5351", level: "warning")
                .Result("CA5351", "warning", Hostile, "src/App/Hash.cs", 3, 1, null)
                .Member("Zorgdagboek.Patient", "Diagnose", "health.diagnosis", "sensitive", "src/App/Patient.cs", 9)
                .Member("Zorgdagboek.Patient", "Notitie", "communication", "ordinary", "src/App/Patient.cs", 12, confidence: "low")
                .Member("Zorgdagboek.Patient", "InszHash", "national-id", "directIdentifier", "src/App/Patient.cs", 14, pseudonymised: "yes")
                .Member("Zorgdagboek." + Hostile, Hostile, "identity.name", "directIdentifier", "src/App/Hostile.cs", 3)
                .Use("Zorgdagboek.Patient", "Diagnose", "stored", "File.WriteAllText", "no", "src/App/Diary.cs", 42)
                .Use("Zorgdagboek.Patient", "Diagnose", "stored", "File.WriteAllText", "no", "src/App/Diary.cs", 57)
                .Use("Zorgdagboek.Patient", "Diagnose", "browser", "ILocalStorageService.SetItemAsync", "yes", "src/App/Diary.cs", 80)
                .Use("Zorgdagboek.Patient", "*", "logged", "ILogger.LogInformation", "no", "src/App/Diary.cs", 90)
                .Use("", "rijksregisternummer", "url", Hostile, "no", "src/App/Diary.cs", 99)
                .Row("KK4201", "third-party-sdks", "src/App/App.csproj", 9, ("sdk", "@SubjectPackage\u001FPlugin.AdMob"), ("vendor", "=Google AdMob"), ("category", "=ads"), ("surface", "=package"), ("reference", "@ReferenceDirect"), ("ground", "="), ("purpose", "="))
                .Row("KK4201", "third-party-sdks", "src/App/App.csproj", 10, ("sdk", "@SubjectPackage\u001FMatomo.Maui"), ("vendor", "=Matomo"), ("category", "=analytics"), ("surface", "=package"), ("reference", "@ReferenceDirect"), ("ground", "=consent"), ("purpose", "=bezoeken tellen"))
                .Row("KK4205", "external-hosts", "src/App/Index.html", 4, ("host", "=connect.facebook.net"), ("vendor", "=Meta"), ("category", "=social"), ("element", "=script"), ("ground", "="), ("purpose", "="))
                .Row("KK4205", "external-hosts", "src/App/Index.html", 6, ("host", "=" + Hostile), ("vendor", "="), ("category", "="), ("element", "=img"), ("ground", "="), ("purpose", "="))
                .Row("KK3202", "consent-members", "src/App/Diary.cs", 70, ("member", "=Voorkeuren.Nieuwsbrief"), ("subject", "@ConsentSubjectNewsletter"), ("polarity", "=given"), ("default", "=true"), ("where", "=database"), ("finding", "=KK3202"))
                .Row("KK3202", "consent-members", "src/App/Diary.cs", 71, ("member", "=Voorkeuren." + Hostile), ("polarity", "=refused"), ("default", "=null"), ("where", "=initializer"), ("finding", "="))
                .Override("KK3201", enabled: false),
            f => f with { ProjectName = "Zorgdagboek.App", ReferencedProjectsWithoutFragment = [Path.Combine(f.RootDirectory!, "src/Legacy/Legacy.csproj")], NoWarn = "1701;1702" },
            declaration: Declaration(Digest),
            prepare: f => f.File("evidence/test.pdf", "evidence"));
        var core = Build.Fragment(new Sarif(), f => f with { ProjectName = "Zorgdagboek.Core", IsHead = false, ProjectPath = Path.Combine(f.RootDirectory!, "src/Core/Core.csproj"), OutputType = "Library" });
        var tests = Build.Fragment(new Sarif(), f => f with { ProjectName = "Zorgdagboek.Tests", IsHead = false, IsTestProject = true, ProjectPath = Path.Combine(f.RootDirectory!, "tests/T.csproj") });
        return Build.Report(app, core, tests);
    }
}
