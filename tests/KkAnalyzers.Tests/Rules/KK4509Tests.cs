using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Hard case 22, second half: an id and nobody who asks what the caller has to do with the record. Both directions.</summary>
public class KK4509Tests
{
    /// <summary>Records with identifiers and nothing about health, so that KK4510 has no part in these cases.</summary>
    private const string Domain = """
        namespace Zorg
        {
            public class Bewoner { public Guid Id { get; set; } public string Voornaam { get; set; } public string Achternaam { get; set; } public string Insz { get; set; } public Guid EigenaarId { get; set; } public Guid TenantId { get; set; } public bool Gewist { get; set; } }
            public class Kamer { public Guid Id { get; set; } public string Nummer { get; set; } }
            public class ZorgContext : Microsoft.EntityFrameworkCore.DbContext
            {
                public Microsoft.EntityFrameworkCore.DbSet<Bewoner> Bewoners => Set<Bewoner>();
                public Microsoft.EntityFrameworkCore.DbSet<Kamer> Kamers => Set<Kamer>();
            }
            public interface IHuidig { Guid Id { get; } }
            public interface ICurrentUser { Guid Id { get; } }
        }
        """;

    [Theory]
    [InlineData("public async Task<Bewoner> Get(Guid id) => await db.Bewoners.FirstOrDefaultAsync(b => b.Id == id && b.EigenaarId == current.Id);")]
    [InlineData("public async Task<Bewoner> Get(Guid id) { var mij = Guid.Parse(User.FindFirst(\"sub\").Value); return await db.Bewoners.Where(b => b.Id == id).Where(b => b.EigenaarId == mij).SingleAsync(); }")]
    [InlineData("public async Task<IActionResult> Get(Guid id) { var b = await db.Bewoners.FindAsync(id); if (b.EigenaarId != current.Id) return Forbid(); return Ok(b); }")]
    [InlineData("public async Task<IActionResult> Get(Guid id) { var b = await db.Bewoners.FindAsync(id); return b is null || !b.EigenaarId.Equals(current.Id) ? NotFound() : Ok(b); }")]
    [InlineData("public async Task<IActionResult> Get(Guid id) { var b = await db.Bewoners.FindAsync(id); if (!(await auth.AuthorizeAsync(User, b, \"Inzage\")).Succeeded) return Forbid(); return Ok(b); }")]
    [InlineData("public async Task<IActionResult> Get(Guid id) { if (!MagZien(id)) return Forbid(); return Ok(await db.Bewoners.FindAsync(id)); } private bool MagZien(Guid id) => id != Guid.Empty;")]
    [InlineData("public async Task<IActionResult> Get(Guid id) { await Toegang.EnsureCareRelationAsync(id); return Ok(await db.Bewoners.FindAsync(id)); }")]
    [InlineData("public async Task<IActionResult> Get(Guid id) { if (!User.IsInRole(\"Administrator\")) return Forbid(); return Ok(await db.Bewoners.FindAsync(id)); }")]
    [InlineData("private Guid MijnId => Guid.Parse(User.Identity.Name); public async Task<Bewoner> Get(Guid id) => await db.Bewoners.FirstOrDefaultAsync(b => b.Id == id && b.EigenaarId == MijnId);")]
    [InlineData("public async Task<Bewoner> Get(Guid id) { var toegestaan = db.Bewoners.Where(b => b.EigenaarId == current.Id).Select(b => b.Id); return await db.Bewoners.FirstOrDefaultAsync(b => b.Id == id && toegestaan.Contains(b.Id)); }")]
    [InlineData("public Task<Bewoner> Get(Guid id) => Lees(id, current.Id); private Task<Bewoner> Lees(Guid id, Guid wie) => db.Bewoners.FirstOrDefaultAsync(b => b.Id == id && b.EigenaarId == wie);")]
    public Task Case22_Checks_of_the_relation_are_quiet(string action) => Controller(action);

    [Theory]
    [InlineData("public async Task<Kamer> Get(Guid id) => await db.Kamers.FindAsync(id);")]
    [InlineData("public async Task<List<Bewoner>> Get(string naam) => await db.Bewoners.Where(b => b.Achternaam == naam).ToListAsync();")]
    [InlineData("public async Task<Bewoner> Get() { var id = current.Id; return await db.Bewoners.FindAsync(id); }")]
    [InlineData("public async Task<List<Bewoner>> Get(Guid tenantId) => await db.Bewoners.Where(b => b.TenantId == tenantId).ToListAsync();")]
    [InlineData("[HttpPost] public void Nieuw(Bewoner bewoner) => db.Bewoners.Add(bewoner);")]
    [InlineData("[AllowAnonymous] public async Task<Bewoner> Get(Guid id) => await db.Bewoners.FindAsync(id);")]
    [InlineData("[Authorize(Roles = \"Admin\")] public async Task<Bewoner> Get(Guid id) => await db.Bewoners.FindAsync(id);")]
    public Task Other_records_other_questions_are_quiet(string action) => Controller(action);

    [Theory]
    [InlineData("public async Task<Bewoner> {|KK4509:Get|}(Guid id) => await db.Bewoners.FindAsync(id);")]
    [InlineData("public async Task<Bewoner> {|KK4509:Get|}(Guid id) => await db.Bewoners.FirstOrDefaultAsync(b => b.Id == id && !b.Gewist);")]
    [InlineData("public async Task<Bewoner> {|KK4509:Get|}(string id) { var sleutel = Guid.Parse(id); var vraag = db.Bewoners.Where(b => b.Id == sleutel); return await vraag.SingleAsync(); }")]
    [InlineData("public async Task<Bewoner> {|KK4509:Get|}(string id) => Guid.TryParse(id, out var sleutel) ? await db.Bewoners.FindAsync(sleutel) : null;")]
    [InlineData("public async Task<Bewoner> {|KK4509:Get|}(string insz) => await (from b in db.Bewoners where b.Insz == insz select b).SingleAsync();")]
    [InlineData("[HttpPost] public void {|KK4509:Wijzig|}(Bewoner bewoner) { db.Bewoners.Update(bewoner); db.SaveChanges(); }")]
    [InlineData("[HttpDelete] public async Task {|KK4509:Wis|}(Guid id) { var b = await db.Bewoners.FindAsync(id); db.Bewoners.Remove(b); }")]
    [InlineData("public Task<Bewoner> {|KK4509:Get|}(Guid id) => Lees(id); private Task<Bewoner> Lees(Guid sleutel) => Zoek(sleutel); private Task<Bewoner> Zoek(Guid k) => db.Bewoners.FirstOrDefaultAsync(b => b.Id == k);")]
    [InlineData("public async Task<IActionResult> {|KK4509:Get|}(Guid id) { if (User.Identity?.IsAuthenticated != true) return Unauthorized(); var b = await db.Bewoners.FindAsync(id); if (b == null) return NotFound(); return Ok(b); }")]
    [InlineData("public async Task<IActionResult> {|KK4509:Get|}(Guid id) { if (current == null) return Unauthorized(); return Ok(await db.Bewoners.FindAsync(id)); }")]
    [InlineData("public async Task<Bewoner> {|KK4509:Get|}([FromQuery] Vraag vraag) => await db.Bewoners.FindAsync(vraag.BewonerId); public record Vraag(Guid BewonerId, string Taal);")]
    [InlineData("public async Task<Bewoner> {|KK4509:Get|}() => await db.Bewoners.FindAsync(Request.RouteValues[\"bewonerId\"]);")]
    [InlineData("[Authorize(Roles = \"Verpleegkundige\")] public async Task<Bewoner> {|KK4509:Get|}(Guid id) => await db.Bewoners.FindAsync(id);")]
    [InlineData("public async Task<Bewoner> {|KK4509:Get|}(Guid id) { log.LogInformation(\"{Wie}\", User.Identity.Name); return await db.Bewoners.FindAsync(id); }")]
    [InlineData("public async Task<IActionResult> {|KK4509:Get|}(Guid id) { CanView(id); return Ok(await db.Bewoners.FindAsync(id)); } private bool CanView(Guid id) => id != Guid.Empty;")]
    public Task Case22_An_id_and_no_check_is_reported(string action) => Controller(action);

    [Fact]
    public Task The_message_says_which_id_which_record_and_which_call()
    {
        var test = Host("app.MapControllers();", Actions("public async Task<Bewoner> {|#0:Get|}(Guid bewonerId) => await db.Bewoners.FindAsync(bewonerId);"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4509", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments("BewonersController.Get", "bewonerId", "Bewoner", "national identification number", "Bewoners.FindAsync"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("app.{|KK4509:MapGet|}(\"/bewoners/{id}\", async (Guid id, ZorgContext db) => await db.Bewoners.FindAsync(id)).RequireAuthorization();")]
    [InlineData("app.MapGroup(\"/bewoners\").RequireAuthorization().{|KK4509:MapDelete|}(\"{id}\", (Guid id, ZorgContext db) => db.Bewoners.Remove(new Bewoner { Id = id }));")]
    [InlineData("app.{|KK4509:MapGet|}(\"/bewoners/{id}\", (Guid id, IBewoners dienst) => dienst.Lees(id)).RequireAuthorization();")]
    [InlineData("app.{|KK4509:MapGet|}(\"/bewoners/{id}\", (Guid id, IBewonerRepository opslag) => opslag.GetByIdAsync(id)).RequireAuthorization();")]
    [InlineData("app.{|KK4509:MapGet|}(\"/bewoners/{id}\", (Guid id, IRepository<Bewoner> opslag) => opslag.Get(id)).RequireAuthorization();")]
    [InlineData("app.{|KK4509:MapGet|}(\"/bewoners/{id}\", (Guid id, MediatR.ISender sender) => sender.Send(new LeesBewoner(id))).RequireAuthorization();")]
    [InlineData("app.{|KK4509:MapGet|}(\"/bewoners/{id}\", (Guid id, System.Data.IDbConnection db) => db.QuerySingleOrDefaultAsync<Bewoner>(\"select * from Bewoners where Id = @id\", new { id })).RequireAuthorization();")]
    [InlineData("app.{|KK4509:MapGet|}(\"/bewoners/{id}\", (Guid id, MongoDB.Driver.IMongoCollection<Bewoner> set) => set.Find(b => b.Id == id).FirstOrDefaultAsync()).RequireAuthorization();")]
    [InlineData("app.{|KK4509:MapGet|}(\"/bewoners/{id}\", async (Guid id, ZorgContext db) => await db.Bewoners.FindAsync(id)).RequireAuthorization(p => p.RequireRole(\"Verpleegkundige\"));")]
    public Task Minimal_api_without_a_check_is_reported(string map) => Routes(map);

    [Theory]
    [InlineData("app.MapGet(\"/bewoners/{id}\", async (Guid id, ClaimsPrincipal wie, ZorgContext db) => await db.Bewoners.FirstOrDefaultAsync(b => b.Id == id && b.EigenaarId.ToString() == wie.Identity.Name)).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/bewoners/{id}\", (Guid id, ClaimsPrincipal wie, IBewoners dienst) => dienst.LeesVoor(id, wie)).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/bewoners/{id}\", (Guid id, ClaimsPrincipal wie, IBewonerRepository opslag) => opslag.GetForAsync(id, wie.Identity.Name)).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/bewoners/{id}\", (Guid id, ICurrentUser wie, MediatR.ISender sender) => sender.Send(new LeesBewonerVoor(id, wie.Id))).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/bewoners/{id}\", (Guid id, IElders elders) => elders.Lees(id)).RequireAuthorization();")]
    [InlineData("app.MapGet(\"/bewoners/{id}\", async (Guid id, ZorgContext db) => await db.Bewoners.FindAsync(id)).RequireAuthorization(\"AlleenAdmins\");")]
    [InlineData("app.MapGet(\"/bewoners/{id}\", async (Guid id, ZorgContext db) => await db.Bewoners.FindAsync(id)).RequireAuthorization(\"Elders\");")]
    [InlineData("app.MapGet(\"/bewoners/{id}\", async (Guid id, ZorgContext db) => await db.Bewoners.FindAsync(id)).RequireAuthorization().AddEndpointFilter(async (c, next) => c.GetArgument<Guid>(0) == Guid.Empty ? Results.Forbid() : await next(c));")]
    public Task Minimal_api_with_a_check_or_an_open_question_is_quiet(string map) => Routes(map);

    [Theory]
    [InlineData("[Authorize] public class BewonerHub(ZorgContext db) : Hub { public async Task<Bewoner> {|KK4509:Lees|}(Guid id) => await db.Bewoners.FindAsync(id); }")]
    [InlineData("[Authorize] public class BewonerHub(ZorgContext db) : Hub { public async Task<Bewoner> Lees(Guid id) => await db.Bewoners.FirstOrDefaultAsync(b => b.Id == id && b.EigenaarId.ToString() == Context.UserIdentifier); }")]
    [InlineData("[Authorize] public class BewonerModel(ZorgContext db) : PageModel { public Bewoner Bewoner; public async Task {|KK4509:OnGetAsync|}(Guid id) => Bewoner = await db.Bewoners.FindAsync(id); }")]
    [InlineData("[Authorize] public class BewonerModel(ZorgContext db) : PageModel { [BindProperty(SupportsGet = true)] public Guid Id { get; set; } public Bewoner Bewoner; public async Task {|KK4509:OnGetAsync|}() => await Laad(); private async Task Laad() => Bewoner = await db.Bewoners.FindAsync(Id); }")]
    [InlineData("[Authorize] public class BewonerModel(ZorgContext db, ICurrentUser wie) : PageModel { public async Task<IActionResult> OnGetAsync(Guid id) { var b = await db.Bewoners.FindAsync(id); if (b.EigenaarId != wie.Id) return Forbid(); return Page(); } }")]
    public Task Hubs_and_pages(string code) => Host("app.MapRazorPages(); app.MapControllers();", code).RunAsync();

    [Theory]
    [InlineData("public override async Task<string> {|KK4509:Read|}(string id, Grpc.Core.ServerCallContext c) => (await db.Bewoners.FirstOrDefaultAsync(b => b.Insz == id)).Achternaam;")]
    [InlineData("public override async Task<string> Read(string id, Grpc.Core.ServerCallContext c) => (await db.Bewoners.FirstOrDefaultAsync(b => b.Insz == id && b.EigenaarId == wie.Id)).Achternaam;")]
    public Task Grpc(string method) => Host(
        "app.MapGrpcService<Dienst>();", "[Authorize] public class Dienst(ZorgContext db, ICurrentUser wie) : DossierBase { " + method + " }", WebStubs.Grpc).RunAsync();

    [Theory]
    [InlineData("public class Bewonereindpunt(ZorgContext db) : FastEndpoints.Endpoint<Vraag, Bewoner> { public override void Configure() => Get(\"/bewoners\"); public async Task<Bewoner> {|KK4509:HandleAsync|}(Vraag v) => await db.Bewoners.FindAsync(v.BewonerId); } public class Vraag { public Guid BewonerId { get; set; } }")]
    [InlineData("public class Bewonereindpunt(ZorgContext db, ICurrentUser wie) : FastEndpoints.Endpoint<Vraag, Bewoner> { public async Task<Bewoner> HandleAsync(Vraag v) => v.BewonerId == wie.Id ? await db.Bewoners.FindAsync(v.BewonerId) : null; } public class Vraag { public Guid BewonerId { get; set; } }")]
    public Task FastEndpoints_classes(string code) => Host("", code, WebStubs.FastEndpoints).RunAsync();

    [Theory]
    [InlineData("b => b.EigenaarId == _wie.Id", false)]
    [InlineData("b => !b.Gewist", true)]
    public Task A_query_filter_counts_when_it_knows_the_caller(string filter, bool reported) => Host(
        "app.MapControllers();",
        $$"""
        public class GefilterdeContext(ICurrentUser wie) : DbContext
        {
            private readonly ICurrentUser _wie = wie;
            public DbSet<Bewoner> Bewoners => Set<Bewoner>();
            protected internal override void OnModelCreating(ModelBuilder m) => m.Entity<Bewoner>().HasQueryFilter({{filter}});
        }
        [ApiController, Route("bewoners"), Authorize]
        public class BewonersController(GefilterdeContext db) : ControllerBase { [HttpGet("{id}")] public async Task<Bewoner> {{(reported ? "{|KK4509:Get|}" : "Get")}}(Guid id) => await db.Bewoners.FindAsync(id); }
        """).RunAsync();

    [Theory]
    [InlineData("context.Resource is HttpContext http && http.Request.RouteValues[\"id\"] != null", false)]
    [InlineData("context.User.HasClaim(\"zorg\", \"ja\")", true)]
    public Task A_policy_counts_when_its_requirement_reads_the_id(string test, bool reported) => KK4501Host.Test(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization(o => o.AddPolicy("Inzage", p => p.AddRequirements(new Inzage())));
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        """ + $$"""
        public class Inzage : IAuthorizationRequirement { }
        public class InzageHandler : AuthorizationHandler<Inzage>
        {
            protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Inzage i) { if ({{test}}) context.Succeed(i); return Task.CompletedTask; }
        }
        [ApiController, Route("bewoners"), Authorize(Policy = "Inzage")]
        public class BewonersController(ZorgContext db) : ControllerBase { [HttpGet("{id}")] public async Task<Bewoner> {{(reported ? "{|KK4509:Get|}" : "Get")}}(Guid id) => await db.Bewoners.FindAsync(id); }
        """,
        "global using Zorg; global using Microsoft.EntityFrameworkCore;\n" + Domain,
        RecordStubs.EntityFramework).RunAsync();

    [Theory]
    [InlineData("c.ActionArguments[\"id\"] is Guid", false)]
    [InlineData("c.HttpContext.User.IsInRole(\"Zorg\")", true)]
    public Task A_filter_counts_when_it_reads_the_id(string test, bool reported) => Host(
        "app.MapControllers();",
        $$"""
        public class ZorgFilterAttribute : ActionFilterAttribute { public override void OnActionExecuting(ActionExecutingContext c) { if (!({{test}})) c.Result = new ForbidResult(); } }
        [ApiController, Route("bewoners"), Authorize]
        public class BewonersController(ZorgContext db) : ControllerBase { [HttpGet("{id}"), ZorgFilter] public async Task<Bewoner> {{(reported ? "{|KK4509:Get|}" : "Get")}}(Guid id) => await db.Bewoners.FindAsync(id); }
        """).RunAsync();

    [Theory]
    [InlineData("Poort")]
    [InlineData("Toegang.Poort")]
    [InlineData("Zorg.Toegang.Poort")]
    public Task Option_names_methods_that_check(string name) => Host("app.MapControllers();", Actions("public async Task<Bewoner> Get(Guid id) { Toegang.Poort(id); return await db.Bewoners.FindAsync(id); }"))
        .Option("kk.KK4509.checking_methods", "Other | " + name).RunAsync();

    [Fact]
    public Task A_thousand_terms_in_one_condition() => Controller(
        "public async Task<Bewoner> {|KK4509:Get|}(Guid id) => await db.Bewoners.FirstOrDefaultAsync(b => b.Id == id" + string.Concat(Enumerable.Repeat(" && !b.Gewist", 400)) + ");");

    private static string Actions(string action) => """
        namespace Zorg { public static class Toegang { public static Task EnsureCareRelationAsync(Guid id) => Task.CompletedTask; public static void Poort(Guid id) { } } }
        [Route("bewoners"), Authorize]
        public class BewonersController(ZorgContext db, ICurrentUser current, IAuthorizationService auth, ILogger<BewonersController> log) : ControllerBase
        {
        """ + action + "\nobject[] All => [db, current, auth, log]; }";

    private static Task Controller(string action) => Host("app.MapControllers();", Actions(action)).RunAsync();

    private static Task Routes(string map) => Host(map, """
        public record LeesBewoner(Guid Id) : MediatR.IRequest<Bewoner>;
        public class LeesBewonerHandler(ZorgContext db) : MediatR.IRequestHandler<LeesBewoner, Bewoner> { public async Task<Bewoner> Handle(LeesBewoner r, System.Threading.CancellationToken c) => await db.Bewoners.FindAsync(r.Id); }
        public record LeesBewonerVoor(Guid Id, Guid UserId) : MediatR.IRequest<Bewoner>;
        public class LeesBewonerVoorHandler(ZorgContext db) : MediatR.IRequestHandler<LeesBewonerVoor, Bewoner> { public async Task<Bewoner> Handle(LeesBewonerVoor r, System.Threading.CancellationToken c) => await db.Bewoners.FirstOrDefaultAsync(b => b.Id == r.Id && b.EigenaarId == r.UserId); }
        public interface IBewoners { Task<Bewoner> Lees(Guid id); Task<Bewoner> LeesVoor(Guid id, ClaimsPrincipal wie); }
        public class Bewoners(IBewonerRepository opslag) : IBewoners
        {
            public Task<Bewoner> Lees(Guid id) => opslag.GetByIdAsync(id);
            public async Task<Bewoner> LeesVoor(Guid id, ClaimsPrincipal wie) { var b = await opslag.GetByIdAsync(id); return b.EigenaarId.ToString() == wie.Identity.Name ? b : null; }
        }
        public interface IBewonerRepository { Task<Bewoner> GetByIdAsync(Guid id); Task<Bewoner> GetForAsync(Guid id, string wie); }
        public interface IRepository<T> { T Get(object id); }
        public interface IElders { Task<Bewoner> Lees(Guid id); }
        """, RecordStubs.MediatR, RecordStubs.Dapper, RecordStubs.Mongo).RunAsync();

    private static KkTest<KkAnalyzers.Rules.Access.EndpointAnalyzer> Host(string map, string code, params string[] stubs)
    {
        var program = KK4501Host.Build + map + "\napp.Run();\n\n" + code;
        var usings = "global using Zorg; global using Microsoft.EntityFrameworkCore;" + (stubs.Contains(RecordStubs.Dapper) ? " global using Dapper;" : "") + "\n" + Domain;
        return KK4501Host.Test(program, [usings, RecordStubs.EntityFramework, .. stubs]);
    }
}
