using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Care records and what remembers who saw them. The endpoints check the caller, so that KK4509 has no part.</summary>
public class KK4510Tests
{
    private const string Domain = """
        global using Zorg; global using Microsoft.EntityFrameworkCore;
        namespace Zorg
        {
            public class Zorgdossier { public Guid Id { get; set; } public Guid PatientId { get; set; } public string Diagnosis { get; set; } public string Medication { get; set; } public Guid ArtsId { get; set; } }
            public class Geneesmiddel { public Guid Id { get; set; } public string Naam { get; set; } }
            public class ZorgContext : DbContext { public DbSet<Zorgdossier> Dossiers => Set<Zorgdossier>(); public DbSet<Geneesmiddel> Geneesmiddelen => Set<Geneesmiddel>(); }
            public interface ICurrentUser { Guid Id { get; } }
            public interface IAuditTrail { Task WriteAsync(Guid wie, Guid wat); }
            public interface IBus { Task Publish(object o); }
            public class InzageGelezen { }
            public class AuditEntry { public Guid Wie { get; set; } }
            public class AuditedAttribute : Attribute { }
        }
        """;

    private const string Read = "public async Task<Zorgdossier> Get(Guid id) => await db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id);";

    private const string Write = "public void Nieuw(Zorgdossier dossier) { db.Dossiers.Add(dossier); db.SaveChanges(); }";

    [Theory]
    [InlineData("public async Task<Zorgdossier> Get(Guid id) { await spoor.WriteAsync(wie.Id, id); return await db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id); }")]
    [InlineData("public async Task<Zorgdossier> Get(Guid id) { await Noteer(id); return await db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id); } private Task Noteer(Guid id) => bus.Publish(new AuditEntry { Wie = wie.Id });")]
    [InlineData("public async Task<Zorgdossier> Get(Guid id) { log.LogInformation(\"{Wie} leest {Dossier}\", wie.Id, id); return await db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id); }")]
    [InlineData("[Audited] " + Read)]
    [InlineData("public async Task<Geneesmiddel> Get(Guid id) => await db.Geneesmiddelen.FindAsync(id);")]
    [InlineData("public async Task<int> Aantal() => await db.Geneesmiddelen.CountAsync();")]
    public Task Trails_in_the_handler_and_other_records_are_quiet(string action) => Run(action);

    [Theory]
    [InlineData("public class SpoorInterceptor : Microsoft.EntityFrameworkCore.Diagnostics.SaveChangesInterceptor { public override int SavedChanges(Microsoft.EntityFrameworkCore.Diagnostics.DbContextEventData d, int r) { var e = new AuditEntry(); return r; } }")]
    [InlineData("public class ToegangslogMiddleware(RequestDelegate next) { public Task InvokeAsync(HttpContext c) => next(c); }")]
    [InlineData("public class AuditStap<TRequest, TResponse> : MediatR.IPipelineBehavior<TRequest, TResponse> { public Task<TResponse> Handle(TRequest r, Func<Task<TResponse>> next, System.Threading.CancellationToken c) => next(); }")]
    [InlineData("public class SpoorContext : DbContext { public DbSet<AuditEntry> Lijnen => Set<AuditEntry>(); public override int SaveChanges() { Lijnen.Add(new AuditEntry()); return base.SaveChanges(); } }")]
    public Task A_trail_for_all_is_quiet(string type) => Run(Read + Write, more: type);

    [Theory]
    [InlineData("public async Task<Zorgdossier> {|KK4510:Get|}(Guid id) => await db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id);")]
    [InlineData("public async Task<List<Zorgdossier>> {|KK4510:Alle|}() => await db.Dossiers.ToListAsync();")]
    [InlineData("public void {|KK4510:Nieuw|}(Zorgdossier dossier) { db.Dossiers.Add(dossier); db.SaveChanges(); }")]
    [InlineData("public async Task<Zorgdossier> {|KK4510:Get|}(Guid id) { log.LogInformation(\"Zorgdossier gelezen\"); return await db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id); }")]
    [InlineData("public async Task<Zorgdossier> {|KK4510:Get|}(Guid id) { log.LogInformation(\"{Dossier}\", id); return await db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id); }")]
    [InlineData("public Task<Zorgdossier> {|KK4510:Get|}(Guid id) => Lees(id); private Task<Zorgdossier> Lees(Guid id) => db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id);")]
    public Task No_trail_is_reported(string action) => Run(action);

    [Fact]
    public Task One_finding_for_an_application_without_any_trail()
    {
        var test = Test(Read.Replace("Get(", "{|#0:Get|}(") + Write, "[Authorize, Route(\"x\")] public class AndereController(ZorgContext db) : ControllerBase { public async Task<List<Zorgdossier>> Alle() => await db.Dossiers.ToListAsync(); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4510", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments("'DossiersController.Get' and 2 more", "Zorgdossier", "health data: diagnosis", "no call, attribute, interceptor, filter, middleware or log line with both the caller and the record was found in this project"));
        return test.RunAsync();
    }

    [Fact]
    public Task One_finding_for_a_class_that_leaves_it_out_where_others_have_one() => Run(
        Read.Replace("Get(", "{|KK4510:Get|}(") + Write,
        "[Authorize, Audited, Route(\"x\")] public class AndereController(ZorgContext db) : ControllerBase { public async Task<List<Zorgdossier>> Alle() => await db.Dossiers.ToListAsync(); }");

    [Theory]
    [InlineData("public void Nieuw(Zorgdossier dossier) { db.Dossiers.Add(dossier); db.SaveChanges(); }")]
    [InlineData("public async Task<List<Zorgdossier>> {|KK4510:Alle|}() => await db.Dossiers.ToListAsync();")]
    public Task A_temporal_table_keeps_changes_only(string action) => Run(
        action, "public class Model : DbContext { protected internal override void OnModelCreating(ModelBuilder m) => m.Entity<Zorgdossier>().ToTable(t => t.IsTemporal()); }");

    [Theory]
    [InlineData("app.{|KK4510:MapGet|}(\"/dossiers\", (ZorgContext db) => db.Dossiers.ToListAsync()).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/dossiers\", async (ZorgContext db, IAuditTrail spoor, ICurrentUser wie) => { await spoor.WriteAsync(wie.Id, Guid.Empty); return await db.Dossiers.ToListAsync(); }).RequireAuthorization();")]
    public Task Minimal_api(string map) => KK4501Host.Test(KK4501Host.Build + map + "\napp.Run();\n", Domain, RecordStubs.EntityFramework).RunAsync();

    [Fact]
    public Task Own_names_count()
    {
        var test = Test("public async Task<Zorgdossier> Get(Guid id) { await bus.Publish(new InzageGelezen()); return await db.Dossiers.FirstOrDefaultAsync(d => d.Id == id && d.ArtsId == wie.Id); }", "");
        test.TestState.AdditionalFiles.Add(("/KkAnalyzers.Audit.txt", "inzage gelezen\n"));
        return test.RunAsync();
    }

    private static KkTest<KkAnalyzers.Rules.Access.EndpointAnalyzer> Test(string action, string more) => KK4501Host.Test(
        KK4501Host.Build + "app.MapControllers();\napp.Run();\n\n[Route(\"dossiers\"), Authorize]\npublic class DossiersController(ZorgContext db, ICurrentUser wie, IAuditTrail spoor, IBus bus, ILogger<DossiersController> log) : ControllerBase\n{\n"
            + action + "\nobject[] All => [db, wie, spoor, bus, log]; }\n" + more,
        Domain,
        RecordStubs.EntityFramework,
        RecordStubs.MediatR);

    private static Task Run(string action, string more = "") => Test(action, more).RunAsync();
}
