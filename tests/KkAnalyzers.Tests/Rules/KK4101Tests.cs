using KkAnalyzers.Rules.Incidents;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Exceptions that nobody hears of, around health data and around other things.</summary>
public class KK4101Tests
{
    internal const string Domain = """
        global using System;
        global using System.Collections.Generic;
        global using System.Data.Common;
        global using System.Diagnostics;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.Extensions.Logging;
        global using Zorg;
        namespace Zorg
        {
            public class Zorgdossier { public Guid Id { get; set; } public Guid PatientId { get; set; } public string Diagnosis { get; set; } public string Medication { get; set; } }
            public class Patient { public Guid Id { get; set; } public string Voornaam { get; set; } public string Achternaam { get; set; } public string Diagnose { get; set; } public double Gewicht { get; set; } }
            public class Geneesmiddel { public Guid Id { get; set; } public string Naam { get; set; } }
            public class Bestelling { public int Id { get; set; } public decimal Bedrag { get; set; } }
            public class Uitkomst { public static Uitkomst Mislukt(string waarom) => null; public bool Gelukt { get; set; } }
            public class ZorgContext : DbContext { public DbSet<Zorgdossier> Dossiers => Set<Zorgdossier>(); public DbSet<Geneesmiddel> Geneesmiddelen => Set<Geneesmiddel>(); }
            public interface IDossierApi { Task<Zorgdossier> HaalAsync(Guid id); Task<List<Zorgdossier>> AlleAsync(); Task BewaarAsync(Zorgdossier dossier); Task BestelAsync(Bestelling b); }
            public class Allergie { public string Stof { get; set; } public string Ernst { get; set; } }
            public interface IAllergieApi { Task<List<Allergie>> GetAllergies(Guid clientId); Task<List<Geneesmiddel>> GetGeneesmiddelen(); }
            public interface IScherm { void ToonFout(string tekst); Task Melding(string tekst); }
            public class DbUpdateException : Exception { }
        }
        """;

    [Theory]
    [InlineData("catch (Exception ex) { log.LogError(ex, \"mislukt\"); }")]
    [InlineData("catch (Exception) { log.LogWarning(\"Dossier niet bewaard\"); }")]
    [InlineData("catch (Exception ex) { Serilog.Log.Error(ex, \"mislukt\"); }")]
    [InlineData("catch (Exception ex) { Trace.TraceError(ex.ToString()); }")]
    [InlineData("catch (Exception ex) { Console.Error.WriteLine(ex); }")]
    [InlineData("catch (Exception ex) { Sentry.SentrySdk.CaptureException(ex); }")]
    [InlineData("catch (Exception) { throw; }")]
    [InlineData("catch (Exception ex) { throw new InvalidOperationException(\"Dossier niet bewaard\", ex); }")]
    [InlineData("catch (Exception ex) { if (ex.InnerException is null) throw; }")]
    [InlineData("catch (Exception ex) { Fout = ex.Message; }")]
    [InlineData("catch (Exception) { Fout = \"Het dossier is niet bewaard.\"; }")]
    [InlineData("catch { scherm.ToonFout(\"Het dossier is niet bewaard.\"); }")]
    [InlineData("catch { await scherm.Melding(\"Het dossier is niet bewaard.\"); }")]
    [InlineData("catch { Gelukt = false; }")]
    [InlineData("catch { Mislukt++; }")]
    [InlineData("catch (Exception ex) when (Log(ex)) { }")]
    [InlineData("catch (OperationCanceledException) { }")]
    [InlineData("catch (TaskCanceledException) { }")]
    [InlineData("catch (FormatException) { }")]
    [InlineData("catch (KeyNotFoundException) { }")]
    [InlineData("catch (FileNotFoundException) { }")]
    [InlineData("catch (DbUpdateConcurrencyException) { }")]
    [InlineData("catch (Exception ex) when (ex is OperationCanceledException or ObjectDisposedException) { }")]
    [InlineData("catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound) { }")]
    [InlineData("finally { Gelukt = true; }")]
    public Task An_exception_that_somebody_hears_of_is_quiet(string handler) => Run($"public async Task Bewaar(Zorgdossier dossier) {{ try {{ await api.BewaarAsync(dossier); }} {handler} }}");

    [Theory]
    [InlineData("try { await api.BestelAsync(new Bestelling()); } catch { }")]
    [InlineData("try { db.Geneesmiddelen.Add(new Geneesmiddel()); await db.SaveChangesAsync(); } catch (Exception) { }")]
    [InlineData("try { await allergieen.GetGeneesmiddelen(); } catch (Exception) { }")]
    [InlineData("try { System.IO.File.Delete(\"x.tmp\"); } catch { }")]
    [InlineData("try { System.IO.File.Delete(dossier.Diagnosis); } catch (IOException) { }")]
    [InlineData("try { } catch { }")]
    [InlineData("try { _ = nameof(dossier.Diagnosis); await Task.Yield(); } catch { }")]
    [InlineData("try { try { await api.BewaarAsync(dossier); } catch (Exception ex) { log.LogError(ex, \"mislukt\"); } } catch { }")]
    [InlineData("try { await Task.Yield(); } finally { try { await api.BewaarAsync(dossier); } catch { } }")]
    public Task Other_data_and_cleaning_up_are_quiet(string code) => Run($"public async Task Doe(Zorgdossier dossier) {{ {code} await Task.Yield(); }}");

    [Theory]
    [InlineData("public IActionResult Bewaar(Zorgdossier d) { try { db.Dossiers.Add(d); db.SaveChanges(); return Ok(); } catch { return StatusCode(500); } }")]
    [InlineData("public IActionResult Bewaar(Zorgdossier d) { try { db.Dossiers.Add(d); db.SaveChanges(); return Ok(); } catch (Exception) { return Problem(); } }")]
    [InlineData("public IActionResult Bewaar(Zorgdossier d) { try { db.Dossiers.Add(d); db.SaveChanges(); } catch { ModelState.AddModelError(\"\", \"Niet bewaard\"); } return Ok(); }")]
    [InlineData("public async Task<Uitkomst> Bewaar(Zorgdossier d) { try { await api.BewaarAsync(d); return new Uitkomst { Gelukt = true }; } catch { return Uitkomst.Mislukt(\"niet bewaard\"); } }")]
    [InlineData("public async Task<Zorgdossier> Lees(Guid id) { Zorgdossier d = null; try { d = await api.HaalAsync(id); } catch { } if (d is null) { log.LogWarning(\"Dossier niet gelezen\"); } return d; }")]
    [InlineData("public async Task<Zorgdossier> Lees(Guid id) { Zorgdossier d = null; try { d = await api.HaalAsync(id); } catch { } return d ?? throw new InvalidOperationException(); }")]
    [InlineData("public async Task<IActionResult> Lees(Guid id) { try { return Json(await api.HaalAsync(id)); } catch { } scherm.ToonFout(\"x\"); return null; }")]
    [InlineData("public async Task<Zorgdossier> Lees(Guid id) { for (var i = 0; i < 3; i++) { try { return await api.HaalAsync(id); } catch (HttpRequestException) { await Task.Delay(100); } } throw new TimeoutException(); }")]
    [InlineData("public async Task<Zorgdossier> Lees(Guid id) { var i = 0; while (true) { try { return await api.HaalAsync(id); } catch (HttpRequestException) when (i++ < 3) { await Task.Delay(100); } } }")]
    [InlineData("public async Task<Zorgdossier> Lees(Guid id) { try { return await api.HaalAsync(id); } catch (HttpRequestException) { return Uit(id); } }")]
    [InlineData("protected override void Dispose(bool b) { } public void Dispose(Zorgdossier d) { try { db.Dossiers.Add(d); } catch { } }")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Risks\", \"KK4101\", Justification = \"The copy is made again every night.\")] public async Task Kopieer(Zorgdossier d) { try { await api.BewaarAsync(d); } catch { } }")]
    public Task A_failure_that_travels_on_is_quiet(string member) => Run(member);

    [Theory]
    [InlineData("{|KK4101:catch|} { }")]
    [InlineData("{|KK4101:catch (Exception)|} { }")]
    [InlineData("{|KK4101:catch (Exception ex)|} { _ = ex; }")]
    [InlineData("{|KK4101:catch (Exception ex)|} { var gemist = ex.Message; }")]
    [InlineData("{|KK4101:catch (Exception ex)|} { ex.ToString(); }")]
    [InlineData("{|KK4101:catch (Exception)|} { /* kan gebeuren */ }")]
    [InlineData("{|KK4101:catch (Exception)|} { return; }")]
    [InlineData("{|KK4101:catch (Exception) when (true)|} { }")]
    [InlineData("{|KK4101:catch (Exception ex) when (ex is not OperationCanceledException)|} { }")]
    [InlineData("{|KK4101:catch (Exception ex) when (!(ex is OperationCanceledException) && !stop.IsCancellationRequested)|} { }")]
    [InlineData("{|KK4101:catch (Exception ex)|} { Debug.WriteLine(ex); }")]
    [InlineData("{|KK4101:catch (Exception ex)|} { Negeer(ex); }")]
    [InlineData("{|KK4101:catch (HttpRequestException)|} { await Task.Delay(10); }")]
    [InlineData("{|KK4101:catch (DbException)|} { await tx.RollbackAsync(); }")]
    [InlineData("{|KK4101:catch (IOException)|} { tx?.Dispose(); }")]
    [InlineData("{|KK4101:catch (AggregateException)|} { IsBusy = false; }")]
    [InlineData("catch (OperationCanceledException) { } {|KK4101:catch (Exception)|} { }")]
    public Task A_write_that_fails_in_silence(string handler) => Run($"public async Task Bewaar(Zorgdossier dossier, CancellationToken stop) {{ try {{ await api.BewaarAsync(dossier); }} {handler} }}");

    [Theory]
    [InlineData("public async Task<Zorgdossier> Lees(Guid id) { try { return await api.HaalAsync(id); } {|KK4101:catch|} { return null; } }")]
    [InlineData("public async Task<List<Zorgdossier>> Alle() { try { return await api.AlleAsync(); } {|KK4101:catch (Exception)|} { return new List<Zorgdossier>(); } }")]
    [InlineData("public async Task<List<Zorgdossier>> Alle() { try { return await api.AlleAsync(); } {|KK4101:catch (Exception)|} { return []; } }")]
    [InlineData("public async Task<IEnumerable<Zorgdossier>> Alle() { try { return await api.AlleAsync(); } {|KK4101:catch (Exception)|} { return Enumerable.Empty<Zorgdossier>(); } }")]
    [InlineData("public async Task<Zorgdossier[]> Alle() { try { return (await api.AlleAsync()).ToArray(); } {|KK4101:catch (Exception)|} { return new Zorgdossier[0]; } }")]
    [InlineData("public Task<Zorgdossier> Lees(Guid id) { try { return api.HaalAsync(id); } {|KK4101:catch|} { return Task.FromResult<Zorgdossier>(null); } }")]
    [InlineData("public async Task<Zorgdossier> Lees(Guid id) { try { return await api.HaalAsync(id); } {|KK4101:catch|} { } return null; }")]
    [InlineData("public async Task<Zorgdossier> Lees(Guid id) { for (var i = 0; i < 3; i++) { try { return await api.HaalAsync(id); } {|KK4101:catch|} { await Task.Delay(100); } } return null; }")]
    [InlineData("public async Task Alle(Guid[] ids) { foreach (var id in ids) { try { Lijst.Add(await api.HaalAsync(id)); } {|KK4101:catch (Exception)|} { continue; } } }")]
    [InlineData("public async Task Toon() { try { Lijst = await api.AlleAsync(); } {|KK4101:catch (Exception)|} { Lijst = new(); } }")]
    [InlineData("public async Task<bool> HeeftDiagnose(Guid id) { try { return (await api.HaalAsync(id)).Diagnosis is not null; } {|KK4101:catch|} { return false; } }")]
    [InlineData("public async Task<bool> Bewaar(Zorgdossier d) { try { await api.BewaarAsync(d); return true; } {|KK4101:catch|} { return true; } }")]
    [InlineData("public async Task<int> Aantal() { try { return (await api.AlleAsync()).Count; } {|KK4101:catch (HttpRequestException)|} { return 0; } }")]
    [InlineData("public IActionResult Bewaar(Zorgdossier d) { try { db.Dossiers.Add(d); db.SaveChanges(); return Ok(); } {|KK4101:catch|} { return Ok(); } }")]
    [InlineData("public void Lees(string pad) { try { Lijst = JsonSerializer.Deserialize<List<Zorgdossier>>(System.IO.File.ReadAllText(pad)); } {|KK4101:catch (Exception)|} { } }")]
    [InlineData("public void Bewaar(string diagnose) { try { System.IO.File.WriteAllText(\"x\", diagnose); } {|KK4101:catch (IOException)|} { } }")]
    [InlineData("public Action Knop(Zorgdossier d) => async () => { try { await api.BewaarAsync(d); } {|KK4101:catch|} { } };")]
    [InlineData("public void Werk(IEnumerable<Zorgdossier> alle) { void Een(Zorgdossier d) { try { db.Dossiers.Add(d); db.SaveChanges(); } {|KK4101:catch|} { } } foreach (var d in alle) Een(d); }")]
    [InlineData("public async Task Kopieer<T>(T wat) where T : Zorgdossier { try { await api.BewaarAsync(wat); } {|KK4101:catch|} { } }")]
    [InlineData("public async Task<List<Allergie>> Allergieen(Guid clientId) { try { return await allergieen.GetAllergies(clientId); } {|KK4101:catch|} { return []; } }")]
    [InlineData("public void Bewaar(Zorgdossier d) => api.BewaarAsync(d).{|KK4101:ContinueWith|}(t => { });")]
    public Task An_empty_result_in_the_place_of_health_data(string member) => Run(member);

    [Theory]
    [InlineData("public async Task<bool> Bewaar(Zorgdossier d) { try { await api.BewaarAsync(d); return true; } {|#0:catch|} { return false; } }")]
    [InlineData("public async Task<IActionResult> Lees(Guid id) { try { return Ok(await api.HaalAsync(id)); } {|#0:catch|} { return NotFound(); } }")]
    [InlineData("public Zorgdossier Uit(string tekst) { try { return JsonSerializer.Deserialize<Zorgdossier>(tekst); } {|#0:catch (JsonException)|} { return null; } }")]
    [InlineData("public double Bmi(Patient patient) { try { return patient.Gewicht / Convert.ToDouble(patient.Diagnose); } {|#0:catch (Exception)|} { return 0; } }")]
    public async Task Less_sure_is_information(string member)
    {
        var test = Test(member);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4101", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public async Task The_message_names_the_data_and_what_becomes_of_the_exception()
    {
        var test = Test("public async Task<Zorgdossier> Lees(Guid id) { try { return await api.HaalAsync(id); } {|#0:catch (HttpRequestException)|} { return null; } }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4101", DiagnosticSeverity.Warning).WithLocation(0)
            .WithArguments("HttpRequestException", "Zorgdossier", "health data: diagnosis", "the result is null, as if nothing went wrong"));
        await test.RunAsync();
    }

    [Fact]
    public Task Made_up_records_are_quiet() => Run("", "public class DossierSeeder(IDossierApi api) { public async Task Vul(Zorgdossier d) { try { await api.BewaarAsync(d); } catch { } } }");

    [Fact]
    public Task A_test_project_is_quiet()
    {
        var test = Test("public async Task Bewaar(Zorgdossier d) { try { await api.BewaarAsync(d); } catch { } }");
        test.Option("build_property.IsTestProject", "true");
        return test.RunAsync();
    }

    [Fact]
    public Task Silent_methods_of_the_user()
    {
        var test = Test("public async Task Bewaar(Zorgdossier d) { try { await api.BewaarAsync(d); } {|KK4101:catch|} { scherm.ToonFout(\"\"); } }");
        test.Option("kk.KK4101.silent_methods", "IScherm.ToonFout, Elders.Iets");
        return test.RunAsync();
    }

    [Fact]
    public Task Handled_exceptions_of_the_user()
    {
        var test = Test("public async Task Bewaar(Zorgdossier d) { try { await api.BewaarAsync(d); } catch (HttpRequestException) { } catch (IOException) { } {|KK4101:catch (DbException)|} { } }");
        test.Option("kk.KK4101.handled_exceptions", "HttpRequestException, System.IO.IOException");
        return test.RunAsync();
    }

    [Fact]
    public Task The_code_of_a_component_counts_and_the_rest_of_its_file_does_not()
    {
        var test = Test("");
        test.TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck;
        test.TestState.Sources.Add(("/Pages/Dossier_razor.g.cs", """
            // <auto-generated/>
            public partial class DossierPagina(IDossierApi api)
            {
                public async Task Verborgen(Zorgdossier d) { try { await api.BewaarAsync(d); } catch { } }
            #line (12,1)-(12,90) 5 "Dossier.razor"
                public async Task Bewaar(Zorgdossier d) { try { await api.BewaarAsync(d); } {|#0:catch|} { } }
            #line default
            }
            """));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4101", DiagnosticSeverity.Warning).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task Deep_code_is_read_without_recursion() => Run(
        "public async Task Bewaar(Zorgdossier d) { var s = \"\"; try { s = " + string.Join(" + ", Enumerable.Repeat("s", 2000)) + "; await api.BewaarAsync(d); } {|KK4101:catch|} { } }");

    private static Task Run(string member, string more = "") => Test(member, more).RunAsync();

    private static KkTest<SwallowedExceptionAnalyzer> Test(string member, string more = "")
    {
        var test = KkVerifier<SwallowedExceptionAnalyzer>.Test($$"""
            #nullable disable
            public class DossiersController(ZorgContext db, IDossierApi api, IAllergieApi allergieen, ILogger<DossiersController> log, IScherm scherm, DbTransaction tx) : Controller
            {
                public string Fout { get; set; }
                public bool Gelukt { get; set; }
                public int Mislukt { get; set; }
                public bool IsBusy { get; set; }
                public List<Zorgdossier> Lijst { get; set; }
                private static bool Log(Exception ex) => false;
                private static void Negeer(Exception ex) { }
                private Zorgdossier Uit(Guid id) => db.Dossiers.Find(id);
                {{member}}
            }
            {{more}}
            """);
        foreach (var stub in new[] { Domain, RecordStubs.EntityFramework, IncidentStubs.Crashes, IncidentStubs.Serilog, "namespace Microsoft.EntityFrameworkCore { public class DbUpdateConcurrencyException : System.Exception { } }" })
        {
            test.TestState.Sources.Add("#nullable disable\n" + stub);
        }

        return test;
    }
}
