using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4317: what counts as an end to keeping data about people.</summary>
public class KK4317Tests
{
    private static Task Run(string code, params string[] stubs) => DatabaseCase.Test("KK4317", code, stubs).RunAsync();

    private static string With(string members, bool isFlagged = false, string property = "") => $$"""
        public class {{(isFlagged ? "[|Client|]" : "Client")}}
        {
            public int Id { get; set; }
            public string Naam { get; set; }
            public string Email { get; set; }
            public DateTime Sinds { get; set; }
            {{property}}
        }

        public class CareContext : DbContext
        {
            public DbSet<Client> Clients { get; set; }
        }

        public interface IRepository<T> where T : class
        {
            void Add(T entity);
            void Delete(T entity);
            void RemoveFromList(T entity, string list);
        }

        public class Service
        {
            int Save(CareContext context) => context.SaveChanges();
            {{members}}
        }
        """;

    // Quiet.
    [Theory]
    [InlineData("void M(CareContext context, Client client) => context.Clients.Remove(client);")]
    [InlineData("void M(CareContext context, List<Client> old) => context.Clients.RemoveRange(old);")]
    [InlineData("void M(CareContext context, Client client) => context.Remove(client);")]
    [InlineData("void M(CareContext context, Client client) => context.RemoveRange(client);")]
    [InlineData("Task M(CareContext context, DateTime limit) => context.Clients.Where(c => c.Sinds < limit).ExecuteDeleteAsync();")]
    [InlineData("void M(CareContext context, int id) => context.Database.ExecuteSqlRaw(\"DELETE FROM Clients WHERE Id = {0}\", id);")]
    [InlineData("void M(CareContext context, int id) => context.Database.ExecuteSqlInterpolated($\"delete from [dbo].[Clients] where Id = {id}\");")]
    [InlineData("void M(IRepository<Client> clients, Client client) => clients.Delete(client);")]
    [InlineData("void AnonymiseClient(int id) { }")]
    [InlineData("void PurgeExpiredClients() { }")]
    [InlineData("Task VerwijderClientAsync(int id) => null;")]
    public Task A_way_to_delete_is_quiet(string members) => Run(With(members));

    [Theory]
    [InlineData("public DateTime ExpiresAt { get; set; }")]
    [InlineData("public DateTime BewaarTot { get; set; }")]
    [InlineData("public DateOnly RetentionUntil { get; set; }")]
    public Task A_date_of_retention_is_quiet(string property) => Run(With("", property: property));

    [Fact]
    public Task A_repository_of_this_kind_that_inherits_deletion_is_quiet() => Run(With("") + """

        public abstract class Repository<T> where T : class { public void Delete(int id) { } }

        public class ClientRepository : Repository<Client> { }
        """);

    [Fact]
    public Task What_goes_with_its_owner_is_quiet() => Run("""
        public class Team { public int Id { get; set; } public List<Verpleegkundige> Leden { get; set; } }

        public class Verpleegkundige { public int Id { get; set; } public string Email { get; set; } public string Voornaam { get; set; } }

        public class CareContext : DbContext
        {
            public DbSet<Team> Teams { get; set; }
            public DbSet<Verpleegkundige> Verpleegkundigen { get; set; }
            public void Close(Team team) => Teams.Remove(team);
        }
        """);

    [Fact]
    public Task What_describes_no_person_is_quiet() => Run("""
        public class Product { public int Id { get; set; } public string Title { get; set; } }

        public class Afspraak { public int Id { get; set; } public DateTime Begin { get; set; } }

        public class FakeClient { public int Id { get; set; } public string Email { get; set; } }

        public class CareContext : DbContext
        {
            public DbSet<Product> Products { get; set; }
            public DbSet<Afspraak> Afspraken { get; set; }
            public DbSet<FakeClient> Fakes { get; set; }
        }
        """);

    [Fact]
    public Task Entities_without_a_context_here_are_quiet() => Run("""
        public class Client { public int Id { get; set; } public string Email { get; set; } }

        public class ClientConfiguration : IEntityTypeConfiguration<Client>
        {
            public void Configure(EntityTypeBuilder<Client> builder) { }
        }
        """);

    [Fact]
    public async Task A_project_that_only_describes_the_data_is_not_followed()
    {
        var test = DatabaseCase.Test("KK4317", DatabaseCase.Client + """

            public class CareContext : DbContext
            {
                public DbSet<Client> Clients { get; set; }
                public void Keep(Client client) { Clients.Add(client); SaveChanges(); }
            }
            """).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4302 inspected=4 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4303 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4317 inspected=1 failed=0 notFollowed=1"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_card_that_expires_is_no_retention() => Run(With("", isFlagged: true, property: "public string Expiration { get; set; }"));

    [Fact]
    public Task Option_names_a_method_that_deletes() =>
        DatabaseCase.Test("KK4317", With("void M(Client client) => Sweep(client); void Sweep(Client client) { }")).Option("kk.KK4317.deleting_methods", "Care.Service.Sweep").RunAsync();

    [Fact]
    public Task Test_projects_are_quiet() => DatabaseCase.Test("KK4317", With("")).Option("build_property.IsTestProject", "true").RunAsync();

    // Flagged.
    [Theory]
    [InlineData("")]
    [InlineData("void M(CareContext context, Client client) => context.Clients.Add(client);")]
    [InlineData("void M(List<Client> shown, Client client) => shown.Remove(client);")]
    [InlineData("void M(IRepository<Client> clients, Client client) => clients.RemoveFromList(client, \"x\");")]
    [InlineData("void DeleteClientRole(int id) { }")]
    [InlineData("void M(CareContext context) => context.Database.ExecuteSqlRaw(\"DELETE FROM Logs\");")]
    public Task Nothing_that_deletes_is_flagged(string members) => Run(With(members, isFlagged: true));

    [Fact]
    public async Task Says_what_was_looked_for()
    {
        var test = DatabaseCase.Test("KK4317", With("").Replace("class Client\n", "class {|#0:Client|}\n", StringComparison.Ordinal));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4317", DiagnosticSeverity.Info).WithLocation(0).WithArguments(
            "Client", "Client.Email", "e-mail address", "CareContext",
            "nothing here removes it (Remove, ExecuteDelete, DELETE FROM, a method such as Delete…, Purge… or Anonymise…), and it has no expiry or retention date"));
        await test.RunAsync();
    }

    [Fact]
    public async Task A_mark_is_no_deletion()
    {
        var test = DatabaseCase.Test("KK4317", With("", property: "public bool IsDeleted { get; set; }").Replace("class Client\n", "class {|#0:Client|}\n", StringComparison.Ordinal));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4317", DiagnosticSeverity.Info).WithLocation(0).WithArguments(
            "Client", "Client.Email", "e-mail address", "CareContext", "'IsDeleted' only marks it as deleted and the data stay"));
        await test.RunAsync();
    }

    [Fact]
    public Task Users_of_identity() => Run("""
        public class [|ApplicationUser|] : Microsoft.AspNetCore.Identity.IdentityUser { public string Voornaam { get; set; } }

        public class CareContext : Microsoft.AspNetCore.Identity.EntityFrameworkCore.IdentityDbContext<ApplicationUser> { }

        public class Accounts
        {
            public Task Register(Microsoft.AspNetCore.Identity.UserManager<ApplicationUser> users, ApplicationUser user) => users.CreateAsync(user);
            public Task M(Microsoft.AspNetCore.Identity.UserManager<ApplicationUser> users, ApplicationUser user) => users.RemoveFromRoleAsync(user, "x");
        }
        """, DatabaseStubs.Identity);

    [Fact]
    public Task Users_of_identity_that_can_be_deleted_are_quiet() => Run("""
        public class ApplicationUser : Microsoft.AspNetCore.Identity.IdentityUser { public string Voornaam { get; set; } }

        public class CareContext : Microsoft.AspNetCore.Identity.EntityFrameworkCore.IdentityDbContext<ApplicationUser> { }

        public class Accounts
        {
            public Task Register(Microsoft.AspNetCore.Identity.UserManager<ApplicationUser> users, ApplicationUser user) => users.CreateAsync(user);
            public Task M(Microsoft.AspNetCore.Identity.UserManager<ApplicationUser> users, ApplicationUser user) => users.DeleteAsync(user);
        }
        """, DatabaseStubs.Identity);
}
