using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4302: which columns are seen, and what counts as encryption.</summary>
public class KK4302Tests
{
    private const string Context = """

        public class CareContext : DbContext
        {
            public DbSet<Client> Clients { get; set; }
        }
        """;

    private const string Converter = """

        public class EncryptedTextConverter : ValueConverter<string, string>
        {
            public EncryptedTextConverter() : base(v => v, v => v) { }
        }
        """;

    private static Task Run(string code, params string[] stubs) => DatabaseCase.Test("KK4302", code, stubs).RunAsync();

    /// <summary>A context with this code in OnModelCreating, and a client whose diagnosis is marked or not.</summary>
    private static string Model(string configuration, bool isFlagged, string more = "") => $$"""
        public class Client
        {
            public int Id { get; set; }
            public string Naam { get; set; }
            public string {{(isFlagged ? "[|Diagnose|]" : "Diagnose")}} { get; set; }
        }

        public static class Secrets
        {
            public static string Encrypt(string text) => text;
            public static string Decrypt(string text) => text;
            public static string Trim(string text) => text;
        }

        public class CareContext : DbContext
        {
            private readonly Microsoft.AspNetCore.DataProtection.IDataProtector _protector;
            private readonly ValueConverter<string, string> _cipher = new(v => Secrets.Encrypt(v), v => Secrets.Decrypt(v));
            public DbSet<Client> Clients { get; set; }
            private static string Wrap(string text) => Secrets.Encrypt(text);

            protected internal override void OnModelCreating(ModelBuilder modelBuilder)
            {
                {{configuration}}
            }
        }
        {{more}}
        """;

    // Quiet.
    [Theory]
    [InlineData("modelBuilder.Entity<Client>().Property(c => c.Diagnose).HasConversion<EncryptedTextConverter>();")]
    [InlineData("modelBuilder.Entity<Client>().Property(c => c.Diagnose).IsRequired().HasMaxLength(4000).HasConversion(new EncryptedTextConverter());")]
    [InlineData("modelBuilder.Entity<Client>(e => { e.Property(c => c.Diagnose).HasConversion(v => Secrets.Encrypt(v), v => Secrets.Decrypt(v)); });")]
    [InlineData("modelBuilder.Entity<Client>(e => { e.Property(c => c.Diagnose).HasConversion(v => _protector.CreateProtector(\"x\").ToString(), v => v); });")]
    [InlineData("modelBuilder.Entity<Client>().Property(c => c.Diagnose).HasConversion(_cipher);")]
    [InlineData("var converter = new ValueConverter<string, string>(v => Secrets.Encrypt(v), v => Secrets.Decrypt(v)); modelBuilder.Entity<Client>().Property(c => c.Diagnose).HasConversion(converter);")]
    [InlineData("var diagnose = modelBuilder.Entity<Client>().Property(c => c.Diagnose); diagnose.HasConversion(new EncryptedTextConverter());")]
    [InlineData("modelBuilder.Entity(typeof(Client)).Property(nameof(Client.Diagnose)).HasConversion(new EncryptedTextConverter());")]
    [InlineData("modelBuilder.Entity<Client>().Property<string>(\"Diagnose\").HasConversion<EncryptedTextConverter>();")]
    [InlineData("modelBuilder.Entity<Client>().Property(c => c.Diagnose).HasConversion(v => Wrap(v), v => v);")]
    public Task Case50_Value_converter_that_encrypts_is_quiet(string configuration) => Run(Model(configuration, isFlagged: false, Converter));

    [Fact]
    public Task Case50_Converter_whose_body_encrypts_is_quiet() => Run(Model(
        "modelBuilder.Entity<Client>().Property(c => c.Diagnose).HasConversion<VaultConverter>();",
        isFlagged: false,
        """
        public class VaultConverter : ValueConverter<string, string>
        {
            public VaultConverter() : base(v => Secrets.Encrypt(v), v => Secrets.Decrypt(v)) { }
        }
        """));

    [Theory]
    [InlineData("[Encrypted] ")]
    [InlineData("[EntityFrameworkCore.EncryptColumn.Attribute.EncryptColumn] ")]
    [InlineData("[NotMapped] ")]
    public Task Case50_Encrypted_attribute_is_quiet(string attribute) => Run(
        "public class Client { public int Id { get; set; } " + attribute + "public string Diagnose { get; set; } }" + Context, DatabaseStubs.ColumnEncryption);

    [Fact]
    public Task Case50_IsEncrypted_is_quiet() => Run(
        Model("Microsoft.EntityFrameworkCore.DataEncryption.ModelBuilderExtensions.IsEncrypted(modelBuilder.Entity<Client>().Property(c => c.Diagnose));", isFlagged: false),
        DatabaseStubs.ColumnEncryption);

    [Fact]
    public Task Case50_Always_encrypted_in_code_is_quiet() => Run(
        DatabaseCase.Client + Context + """
        public static class Start
        {
            public static void Configure(DbContextOptionsBuilder options, string server) => options.UseSqlServer($"Server={server};Database=Zorg;Column Encryption Setting=enabled");
        }
        """);

    [Fact]
    public Task Case50_Always_encrypted_in_settings_is_quiet()
    {
        var test = DatabaseCase.Test("KK4302", DatabaseCase.Client + Context);
        test.TestState.AdditionalFiles.Add(("/0/appsettings.json", """{ "ConnectionStrings": { "Zorg": "Server=.;Column Encryption Setting = Enabled" } }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task Case50_Sqlite_with_a_password_is_quiet() => Run(
        DatabaseCase.Client + Context + """
        public static class Start
        {
            public static void Configure(DbContextOptionsBuilder options, string key) => options.UseSqlite($"Data Source=clients.db;Password={key}");
        }
        """);

    [Fact]
    public Task Convention_for_a_type_is_quiet() => Run("""
        public record GeheimeTekst(string Value);

        public class GeheimeTekstConverter : ValueConverter<GeheimeTekst, string>
        {
            public GeheimeTekstConverter() : base(v => Aes.Encrypt(v.Value), v => new GeheimeTekst(v)) { }
        }

        public static class Aes { public static string Encrypt(string text) => text; }

        public class Client
        {
            public int Id { get; set; }
            public GeheimeTekst Diagnose { get; set; }
        }

        public class CareContext : DbContext
        {
            public DbSet<Client> Clients { get; set; }
            protected internal override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
                configurationBuilder.Properties<GeheimeTekst>().HaveConversion<GeheimeTekstConverter>();
        }
        """);

    [Fact]
    public Task Loop_over_properties_with_an_attribute_of_the_project() => Run("""
        public sealed class ConfidentialAttribute : Attribute { }

        public class Client
        {
            public int Id { get; set; }
            [Confidential] public string Diagnose { get; set; }
            public string [|Allergie|] { get; set; }
        }

        public class CareContext : DbContext
        {
            public DbSet<Client> Clients { get; set; }

            protected internal override void OnModelCreating(ModelBuilder modelBuilder)
            {
                foreach (var entity in modelBuilder.Model.GetEntityTypes())
                {
                    foreach (var property in entity.GetProperties().Where(p => p.PropertyInfo.IsDefined(typeof(ConfidentialAttribute), true)))
                    {
                        property.SetValueConverter(new EncryptedTextConverter());
                    }
                }
            }
        }
        """ + Converter);

    [Fact]
    public Task Option_names_what_encrypts()
    {
        var test = DatabaseCase.Test("KK4302", "public sealed class ConfidentialAttribute : Attribute { }\npublic class Client { public int Id { get; set; } [Confidential] public string Diagnose { get; set; } }" + Context);
        test.Option("kk.KK4302.encrypting_names", "Care.ConfidentialAttribute, Wrap");
        return test.RunAsync();
    }

    [Fact]
    public Task Identity_protects_what_its_attribute_marks() => Run("""
        using Microsoft.AspNetCore.Identity;

        public class Zorgvrager : IdentityUser
        {
            [ProtectedPersonalData] public string Rijksregisternummer { get; set; }
            [PersonalData] public string [|Diagnose|] { get; set; }
        }

        public class CareContext : Microsoft.AspNetCore.Identity.EntityFrameworkCore.IdentityDbContext<Zorgvrager> { }

        public static class Start
        {
            public static void Configure(IServiceCollection services) => services.Configure<IdentityOptions>(o => o.Stores.ProtectPersonalData = true);
        }
        """, DatabaseStubs.Identity);

    [Fact]
    public Task Identity_attribute_without_protection_is_flagged() => Run("""
        public class Zorgvrager : Microsoft.AspNetCore.Identity.IdentityUser
        {
            [Microsoft.AspNetCore.Identity.ProtectedPersonalData] public string [|Rijksregisternummer|] { get; set; }
        }

        public class CareContext : Microsoft.AspNetCore.Identity.EntityFrameworkCore.IdentityDbContext<Zorgvrager> { }
        """, DatabaseStubs.Identity);

    [Fact]
    public Task Lists_of_codes_are_about_nobody() => Run("""
        public class Geneesmiddel
        {
            public int Id { get; set; }
            public string Medicatie { get; set; }
            public string Dosering { get; set; }
        }

        public class CareContext : DbContext
        {
            public DbSet<Geneesmiddel> Geneesmiddelen { get; set; }
        }
        """);

    [Fact]
    public Task What_is_not_stored_is_quiet() => Run("""
        public class ClientForm { public string Diagnose { get; set; } }

        public class Client
        {
            public int Id { get; set; }
            public string DiagnoseVersleuteld { get; set; }
            public Guid DiagnoseId { get; set; }
            public string DiagnoseKort => "";
            public string Allergie { get; set; }
        }

        [Keyless]
        public class ClientOverzicht { public string Diagnose { get; set; } }

        public class ClientView { public string Diagnose { get; set; } }

        public class FakeClient { public string Diagnose { get; set; } }

        public class CareContext : DbContext
        {
            public DbSet<Client> Clients { get; set; }
            public DbSet<ClientOverzicht> Overzicht { get; set; }
            public DbSet<ClientView> Views { get; set; }
            public DbSet<FakeClient> Fakes { get; set; }

            protected internal override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Client>().Ignore(c => c.Allergie);
                modelBuilder.Entity<ClientView>().HasNoKey().ToView("clients");
            }
        }
        """);

    [Fact]
    public Task Nothing_to_do_without_a_database_library() => KkVerifier<DatabaseAnalyzer>.Silent("public class Client { public string Diagnose { get; set; } }");

    [Fact]
    public Task Test_projects_are_quiet() => DatabaseCase.Test("KK4302", DatabaseCase.Client + Context).Option("build_property.IsTestProject", "true").RunAsync();

    // Flagged.
    [Theory]
    [InlineData("")]
    [InlineData("modelBuilder.Entity<Client>().Property(c => c.Naam).HasConversion<EncryptedTextConverter>();")]
    [InlineData("modelBuilder.Entity<Client>().Property(c => c.Diagnose).HasConversion(v => Secrets.Trim(v), v => v);")]
    [InlineData("modelBuilder.Entity<Client>().Property(c => c.Diagnose).HasConversion<string>();")]
    [InlineData("modelBuilder.Entity<Client>().Property(c => c.Diagnose).HasMaxLength(100);")]
    public Task Case50_Column_without_encryption_is_flagged(string configuration) => Run(Model(configuration, isFlagged: true, Converter));

    [Fact]
    public async Task Names_entity_column_and_category()
    {
        var test = DatabaseCase.Test("KK4302", """
            public class Client
            {
                public int Id { get; set; }
                [Column("diag_code")] public string {|#0:Diagnose|} { get; set; }
                public string {|#1:Rijksregisternummer|} { get; set; }
            }

            public class ClientConfiguration : IEntityTypeConfiguration<Client>
            {
                public void Configure(EntityTypeBuilder<Client> builder) => builder.Property(c => c.Rijksregisternummer).HasColumnName("insz");
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4302", DiagnosticSeverity.Info).WithLocation(0)
            .WithArguments("diag_code", "Client", "health data: diagnosis", "word list: diagnose"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4302", DiagnosticSeverity.Info).WithLocation(1)
            .WithArguments("insz", "Client", "national identification number", "word list: rijksregister nummer"));
        await test.RunAsync();
    }

    [Fact]
    public Task Owned_complex_and_related_types_belong_to_the_model() => Run("""
        public class Client
        {
            public int Id { get; set; }
            public string Naam { get; set; }
            public Anamnese Anamnese { get; set; }
            public List<Meting> Metingen { get; set; }
        }

        [Owned]
        public class Anamnese { public string [|Diagnose|] { get; set; } }

        public class Meting
        {
            public int Id { get; set; }
            public Client Client { get; set; }
            public decimal [|Bloeddruk|] { get; set; }
        }
        """ + Context);

    [Fact]
    public Task Inherited_sets_and_properties_are_seen() => Run("""
        public abstract class Persoon { public string [|Rijksregisternummer|] { get; set; } }

        public class Zorgvrager : Persoon { public int Id { get; set; } public string [|Allergie|] { get; private set; } }

        public abstract class BaseContext<T> : DbContext where T : class { public DbSet<T> People { get; set; } }

        public class CareContext : BaseContext<Zorgvrager> { }
        """);

    [Fact]
    public Task Records_and_entities_of_the_model_builder_are_seen() => Run("""
        public record Client(Guid Id, string Naam, string [|Diagnose|]);

        public class CareContext : DbContext
        {
            protected internal override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Client>();
        }
        """);

    [Fact]
    public Task Sqlite_net_table() => Run("""
        [SQLite.Table("clients")]
        public class Client
        {
            [SQLite.PrimaryKey] public int Id { get; set; }
            [SQLite.Column("diag")] public string [|Diagnose|] { get; set; }
            [SQLite.Ignore] public string Allergie { get; set; }
        }

        public class Meting { public int ClientId { get; set; } public string [|Diagnose|] { get; set; } }

        public class Store
        {
            public void Open(SQLite.SQLiteConnection connection) => connection.CreateTable<Meting>();
        }
        """, DatabaseStubs.SqliteNet);

    [Fact]
    public Task Sqlite_net_with_a_key_is_quiet() => Run("""
        [SQLite.Table("clients")]
        public class Client { public string Diagnose { get; set; } }

        public class Store
        {
            public object Open(string path, string key) => new SQLite.SQLiteConnection(new SQLite.SQLiteConnectionString(path, true, key: key));
        }
        """, DatabaseStubs.SqliteNet);

    [Fact]
    public Task LiteDb_realm_and_mongo() => Run("""
        public class Client { public int Id { get; set; } public string [|Diagnose|] { get; set; } public Contact Contact { get; set; } }

        public class Contact { public string Rol { get; set; } public string [|Rijksregisternummer|] { get; set; } }

        public class Bewoner : Realms.RealmObject { [Realms.MapTo("a")] public string [|Allergie|] { get; set; } [Realms.Ignored] public string Diagnose { get; set; } }

        public class PatientDocument { public string Id { get; set; } public string [|Medicatie|] { get; set; } }

        public class Store
        {
            public void Keep(LiteDB.LiteDatabase database, MongoDB.Driver.IMongoDatabase mongo)
            {
                database.GetCollection<Client>();
                mongo.GetCollection<PatientDocument>("patients");
            }
        }
        """, DatabaseStubs.LiteDb, DatabaseStubs.Realm, DatabaseStubs.MongoDb);

    [Fact]
    public Task Encrypting_mongo_client_is_quiet() => Run("""
        public class PatientDocument { public string Medicatie { get; set; } }

        public class Store
        {
            public object Options() => new MongoDB.Driver.Encryption.AutoEncryptionOptions();
            public void Keep(MongoDB.Driver.IMongoDatabase mongo) => mongo.GetCollection<PatientDocument>("patients");
        }
        """, DatabaseStubs.MongoDb);

    [Fact]
    public async Task Counts_the_columns_it_looked_at()
    {
        var test = DatabaseCase.Test("KK4302", "public class Client { public int Id { get; set; } public string Naam { get; set; } public DateTime Sinds { get; set; } }" + Context).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4302 inspected=3 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4303 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4317 inspected=0 failed=0 notFollowed=0"));
        await test.RunAsync();
    }
}
