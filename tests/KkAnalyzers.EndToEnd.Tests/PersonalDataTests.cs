using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>The draft of a record of processing, through the real compiler's log.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace()
        .App(
            """
            using System.IO;

            namespace Care;

            public class Preferences
            {
                public bool NewsletterOptIn { get; set; }

                public static void Keep(Domain.Patient patient) => File.WriteAllText("patient.txt", patient.Diagnose);
            }
            """,
            items: """<ProjectReference Include="../Domain/Domain.csproj" />""")
        .Library("Domain", """
            namespace Domain;

            public class Patient
            {
                public int Id { get; set; }

                public string Insz { get; set; } = "";

                public string Diagnose { get; set; } = "";
            }
            """);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_member_of_one_project_meets_its_use_in_another()
    {
        _workspace.Build("App", "-p:KkLanguages=fr").Succeeds();
        var report = _workspace.Report();
        Assert.Equal([("Domain.Patient", "Diagnose", "sensitive"), ("Domain.Patient", "Insz", "directIdentifier")], report.PersonalData.Select(r => (r.Type, r.Member, r.Tier)));

        var diagnose = report.PersonalData[0];
        Assert.Equal(["App (net10.0)", "Domain (net10.0)"], diagnose.Projects);
        Assert.EndsWith(".cs", Assert.Single(diagnose.Declared).File, StringComparison.Ordinal);
        var use = Assert.Single(diagnose.Uses);
        Assert.Equal(("stored", "File.WriteAllText", false), (use.Use, use.Sink, use.Protected));
        Assert.Equal("App/Preferences.cs", Assert.Single(use.Places).File);
        Assert.Empty(report.PersonalData[1].Uses);
        Assert.DoesNotContain(report.Inventories, i => i.Inventory.StartsWith("personalData", StringComparison.Ordinal));

        var csv = File.ReadAllText(_workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader/personal-data.csv"));
        Assert.Contains("\"Domain.Patient\";\"Diagnose\";\"données de santé", csv, StringComparison.Ordinal);
    }
}
