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

    /// <summary>The same product with all that a declaration, a baseline and an earlier report add, and text that tries to leave its place in each.</summary>
    public static Report Whole()
    {
        var report = Report();
        var baselined = report.Findings.First(f => f.Status == "open" && f.Rule == Sarif.Rule);
        RuleException[] exceptions =
        [
            .. report.Exceptions,
            new("KK4301", "declaration", "wordt vervangen in 4.3", true, "src/App/Diary.cs", 42, baselined.Message, ["Zorgdagboek.App (net8.0)"], "Team Dagboek", "An Peeters", "2026-02-01", "2026-07-01"),
            new("KK4304", "declaration", Hostile, true, "src/" + Hostile, 7, Texts.Same(Hostile), [Hostile], Hostile, Hostile, "2025-01-01", "2026-01-01", Expired: true),
            new("KK4302", "baseline", "van voor de regels", true, "src/App/Oud.cs", 3, baselined.Message, [], Until: "2026-12-31"),
        ];
        var finding = report.Criteria.First(c => c.State == State.Finding).Id;
        var human = report.Criteria.First(c => c.State is not (null or State.Finding or State.NotEvaluated));
        return report with
        {
            AsOf = "2026-06-01",
            Baseline = new BaselineInfo("kk.baseline.json", new string('b', 64), 1, 1, 2),
            Statement = new StatementData { Name = "An Peeters " + Hostile, Function = "kwaliteitsverantwoordelijke", Role = "provider", Date = "2026-05-30" },
            OutOfScope = [new OutOfScopeData("Beheerportaal", "wordt apart beoordeeld"), new OutOfScopeData(Hostile, Hostile)],
            Profile = new ProfileInfo
            {
                Id = "active-some",
                Title = new Catalog.Localized("People act in it, some risk", "Mensen handelen erin, enig risico", "On y agit, risque moyen"),
                Note = new Catalog.Localized("Made from the brochure's words about context.", "Gemaakt van wat de brochure over context zegt.", "Fait à partir de ce que dit la brochure du contexte."),
                Reason = new Catalog.Localized("Where people act, more can go wrong.", "Waar mensen handelen, kan meer misgaan.", "Là où l’on agit, plus de choses peuvent mal tourner."),
                Driver = "interactivity",
                Additions = [new ProfileAdditionInfo("risk-some", new Catalog.Localized("Some risk", "Enig risico", "Un certain risque"), "risk", new Catalog.Localized("Wrong readings matter.", "Verkeerd lezen telt.", "Une mauvaise lecture compte."))],
                Expected = 40,
                Answered = 12,
            },
            Criteria = [.. report.Criteria.Select((c, i) => c with { Expected = c.State is not null && i % 3 == 0 })],
            AiSystems =
            [
                new AiSystemData { Name = "Samenvatter", Provider = "Matomo", Purpose = "notities samenvatten", Role = "deployer", Risk = "limited", Oversight = "zorgverlener leest na", Disclosure = "melding op het scherm", Data = ["notities"] },
                new AiSystemData { Name = Hostile, Purpose = Hostile, Role = Hostile },
            ],
            DeclaredThirdParties =
            [
                new DeclaredThirdPartyData { Name = "Matomo", Role = "processor", Purpose = "bezoeken tellen", Ground = "consent", Country = "BE", Agreement = "verwerkersovereenkomst 2026-01", Data = ["IP-adres"] },
                new DeclaredThirdPartyData { Name = Hostile, Agreement = Hostile },
            ],
            Changes = new ReportChanges
            {
                PreviousVersion = "4.1.0",
                PreviousCommits = ["89abcdef0123456789abcdef0123456789abcdef"],
                PreviousSha256 = new string('a', 64),
                OtherRuleSet = true,
                Criteria = [new CriterionChange(finding, State.CheckedClean, State.Finding), new CriterionChange(human.Id, State.Finding, human.State), new CriterionChange("T9.99", State.NotEvaluated, null)],
                NewFindings = [baselined],
                GoneFindings = [baselined with { Line = 12, Message = Texts.Same(Hostile), File = Hostile }],
                NewExceptions = [exceptions[^3]],
                GoneExceptions = [exceptions[^2]],
                NewRules = ["KK4603"],
            },
            Findings = [.. report.Findings.Select(f => f == baselined ? f with { Baseline = "legacy", Fingerprint = "0123456789abcdef0123456789abcdef" } : f)],
            Exceptions = exceptions,
            Summary = report.Summary with
            {
                BaselinedFindings = 1,
                Exceptions = exceptions.Length,
                ExpiredExceptions = 1,
                OldestException = "2025-01-01",
                NextExceptionEnd = "2026-07-01",
            },
            Projects = [.. report.Projects.Select(p => p with { TreeDirty = p.IsHead })],
        };
    }

    /// <summary>A product of a thousand projects with a hundred findings each.</summary>
    public static Report Large(int projects = 1000, int findings = 100)
    {
        var report = Report();
        var like = report.Findings.First(f => f.Status == "open" && f.Rule == Sarif.Rule);
        string[] names = [.. Enumerable.Range(1, projects).Select(i => $"Zorg.Module{i:0000} (net8.0)")];
        var project = report.Projects.First(p => p.IsHead);
        return report with
        {
            Projects = [.. names.Select(n => project with { Name = n[..^9], Path = $"src/{n[..^9]}/{n[..^9]}.csproj", IsHead = false })],
            Findings = [.. names.SelectMany((n, i) => Enumerable.Range(1, findings).Select(line => like with
            {
                Rule = line % 2 == 0 ? "KK4301" : "KK4304", Level = line == findings ? "error" : "warning", File = $"src/{n[..^9]}/Dagboek.cs", Line = line, Projects = [n],
            }))],
            Rules = [.. report.Rules.Select(r => r with
            {
                Projects = [.. names.Select((n, i) => new RuleInProject(n, i is 7 or 8 or 9
                    ? new RuleOutcome(r.Id, State.NotEvaluated, "crashed", Texts.Get("reason.crashed"))
                    : new RuleOutcome(r.Id, State.CheckedClean, "clean", Texts.Format("reason.clean", i, r.Inspects), i)))],
            })],
        };
    }
}
