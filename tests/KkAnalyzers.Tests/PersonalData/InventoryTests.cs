using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using KkAnalyzers.Rules.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.PersonalData;

/// <summary>The rows of which the report makes a draft record of processing.</summary>
public class InventoryTests
{
    private static async Task<string[]> Members(string code, params (string Key, string Value)[] options)
    {
        var rows = await ModelProbe.Rows(await ModelProbe.Compile(code), new PersonalDataFlowAnalyzer(), "personalData", options);
        return [.. rows.Select(r => $"{Raw(r, "type")}.{Raw(r, "member")}: {Raw(r, "categoryId")} {Raw(r, "tier")} {Raw(r, "confidence")} {Raw(r, "pseudonymised")}")];
    }

    private static string Raw(ImmutableDictionary<string, string?> row, string column)
    {
        Assert.StartsWith("=", row["col." + column], StringComparison.Ordinal);
        return row["col." + column]![1..];
    }

    [Fact]
    public async Task A_member_that_is_personal_data_leaves_a_row() => Assert.Equal(
        [
            "Zorg.Domain.Patient.BsnHash: national-id directIdentifier high yes",
            "Zorg.Domain.Patient.Diagnose: health.diagnosis sensitive high no",
            "Zorg.Domain.Patient.Insz: national-id directIdentifier high no",
            "Zorg.Domain.Patient.Naam: identity.name directIdentifier low no",
            "Zorg.Domain.Patient.Wachtwoord: credentials credential high no",
        ],
        await Members("""
            namespace Zorg.Domain;
            public class Patient
            {
                public int Id { get; set; }
                public string Naam { get; set; } = "";
                public string Insz { get; set; } = "";
                public string Diagnose { get; set; } = "";
                public string BsnHash { get; set; } = "";
                public string Wachtwoord { get; set; } = "";
                public int InszLength => Insz.Length;
                public const string InszKey = "insz";
                public static string DefaultDiagnose { get; set; } = "";
                public string GetDiagnose() => Diagnose;
            }
            """));

    [Fact]
    public async Task Category_and_reason_travel_as_texts()
    {
        var row = Assert.Single(await ModelProbe.Rows(await ModelProbe.Compile("public class Patient { public string Diagnose { get; set; } = \"\"; }"), new PersonalDataFlowAnalyzer(), "personalData"));
        Assert.Equal("@DataDiagnosis", row["col.category"]);
        Assert.Equal("@ReasonWord\u001Fdiagnose", row["col.reason"]);
        Assert.Equal("KK4301", row["rule"]);
        Assert.Equal("=Patient", row["col.type"]);
    }

    [Fact]
    public async Task Records_structs_interfaces_nested_and_generic_types() => Assert.Equal(
        ["Dossier.Regel<T>.Diagnose", "IPatient.Insz", "Inschrijving.Rijksregisternummer", "Meting.Diagnose"],
        (await Members("""
            public record Inschrijving(string Rijksregisternummer, int Volgnummer);
            public struct Meting { public string Diagnose; }
            public interface IPatient { string Insz { get; } }
            public class Dossier { public class Regel<T> { public string Diagnose { get; set; } = ""; } }
            """)).Select(m => m.Split(':')[0]));

    [Fact]
    public async Task A_field_behind_a_property_is_the_same_datum() => Assert.Equal(
        ["Patient.Diagnose", "Patient.Insz", "Patient.rijksregisternummer"],
        (await Members("""
            public class Patient
            {
                private string _insz = "", m_diagnose = "";
                private string rijksregisternummer = "";
                public string Insz { get => _insz; set => _insz = value; }
                public string Diagnose { get => m_diagnose; set => m_diagnose = value; }
                public bool Known => rijksregisternummer.Length > 0;
            }
            """)).Select(m => m.Split(':')[0]));

    [Fact]
    public async Task An_inherited_member_is_a_row_of_the_type_that_declares_it() => Assert.Equal(
        ["Persoon.Insz"],
        (await Members("public class Persoon { public string Insz { get; set; } = \"\"; } public class Patient : Persoon { public int Volgnummer { get; set; } }")).Select(m => m.Split(':')[0]));

    [Fact]
    public async Task Made_up_people_and_guesses_are_none() => Assert.Empty(await Members("""
        public class PatientFaker { public string Insz { get; set; } = ""; }
        public class Widget { public string Email { get; set; } = ""; }
        public static class Cache { public static string Insz { get; set; } = ""; }
        public enum Diagnose { Griep }
        public class DbSet<T> { }
        public class CareContext { public DbSet<Widget>? Diagnoses { get; set; } }
        """));

    [Fact]
    public async Task A_secret_counts_when_it_is_a_persons() => Assert.Equal(
        ["Aanmelding.Email", "Aanmelding.Wachtwoord", "Patient.Pincode"],
        (await Members("""
            public class SmsGateway { public string ApiKey { get; set; } = ""; public string ClientSecret { get; set; } = ""; public string Url { get; set; } = ""; }
            public class Aanmelding { [System.ComponentModel.DataAnnotations.EmailAddress] public string Email { get; set; } = ""; public string Wachtwoord { get; set; } = ""; }
            public class Patient { public string Pincode { get; set; } = ""; }
            """)).Select(m => m.Split(':')[0]));

    [Fact]
    public async Task Generated_code_is_none() => Assert.Empty(await Members("""
        // <auto-generated/>
        public class Patient { public string Insz { get; set; } = ""; }
        """));

    [Fact]
    public async Task Editors_and_test_projects_write_none()
    {
        const string Code = "public class Patient { public string Insz { get; set; } = \"\"; }";
        Assert.Empty(await Members(Code, ("build_property.KkInspection", "false")));
        Assert.Empty(await Members(Code, ("build_property.IsTestProject", "true")));
        Assert.Single(await Members(Code));
    }

    [Fact]
    public async Task Options_hold_here_too() => Assert.Empty(await Members("public class Patient { public string Insz { get; set; } = \"\"; }", ("kk.ignored_members", "Patient.*")));

    [Fact]
    public async Task The_rules_write_uses_with_the_same_names()
    {
        var rows = await ModelProbe.Rows(
            await ModelProbe.Compile("""
                using System.Collections.Generic;
                using System.IO;
                using System.Text.Json;
                namespace Zorg;
                public class Patient { public string Insz { get; set; } = ""; public string Diagnose { get; set; } = ""; }
                public class Regel<T> { public string Diagnose { get; set; } = ""; public T? Extra { get; set; } }
                public class Dossier
                {
                    public List<Patient> Patients { get; } = [];
                    public void A(Patient? patient) => File.WriteAllText("a", JsonSerializer.Serialize(patient));
                    public void B() => File.WriteAllText("b", JsonSerializer.Serialize(Patients));
                    public void C(Regel<int> regel) => File.WriteAllText("c", regel.Diagnose);
                    public void D(string rijksregisternummer) => File.WriteAllText("d", rijksregisternummer);
                }
                """),
            new PersonalDataFlowAnalyzer(),
            "personalDataUses");
        Assert.Equal(
            ["/rijksregisternummer", "Zorg.Patient/*", "Zorg.Patient/*", "Zorg.Regel<T>/Diagnose"],
            rows.Select(r => $"{Raw(r, "type")}/{Raw(r, "member")}"));
        Assert.All(rows, r => Assert.Equal("stored File.WriteAllText no", $"{Raw(r, "use")} {Raw(r, "sink")} {Raw(r, "protected")}"));
    }

    [Fact]
    public async Task A_use_names_the_type_the_member_and_the_sink()
    {
        var compilation = await ModelProbe.Compile("""
            namespace Zorg;
            public record Patient(string Insz, string Diagnose)
            {
                public void Save(string rijksregisternummer) { }
            }
            """);
        var rows = await ModelProbe.Rows(compilation, new UsesProbe(), "personalDataUses");
        Assert.Equal(
            [
                "/rijksregisternummer: url HttpClient.GetAsync no national-id",
                "Zorg.Patient/*: logged ILogger.LogInformation yes national-id",
                "Zorg.Patient/Insz: stored File.WriteAllText no national-id",
            ],
            rows.Select(r => $"{Raw(r, "type")}/{Raw(r, "member")}: {Raw(r, "use")} {Raw(r, "sink")} {Raw(r, "protected")} {Raw(r, "categoryId")}"));
    }

#pragma warning disable RS1001, RS1036 // a test hands this analyzer over itself
    private sealed class UsesProbe() : KkDiagnosticAnalyzer(RuleCatalog.KK4301)
#pragma warning restore RS1001, RS1036
    {
        private protected override void Register(KkContext context)
        {
            var inspection = context.Inspection(RuleCatalog.KK4301);
            var model = PersonalDataModel.For(context);
            context.RegisterSymbolAction(
                c =>
                {
                    var type = (INamedTypeSymbol)c.Symbol;
                    var insz = type.GetMembers("Insz").Single();
                    var data = model.Classify(insz)!;
                    var parameter = ((IMethodSymbol)type.GetMembers("Save").Single()).Parameters[0];
                    PersonalDataInventory.Use(inspection, type.Locations[0], insz, data, "stored", "File.WriteAllText", isProtected: false);
                    PersonalDataInventory.Use(inspection, type.Locations[0], type, data, "logged", "ILogger.LogInformation", isProtected: true);
                    PersonalDataInventory.Use(inspection, type.Locations[0], parameter, model.Classify(parameter)!, "url", "HttpClient.GetAsync", isProtected: false);
                },
                SymbolKind.NamedType);
        }
    }
}
