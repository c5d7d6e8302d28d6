using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.DarkPatterns;
using KkAnalyzers.Tests.Consent;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Script = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.StoredConsentAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3202Tests
{
    private const string Usings = """
        #nullable disable
        using System;
        using System.Linq.Expressions;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        using Microsoft.EntityFrameworkCore.Migrations;

        """;

    private const string Client = """

        public class Client
        {
            public int Id { get; set; }
            public bool Newsletter { get; set; }
            public bool RequiresConsent { get; set; }
            public bool AiProcessingConsent { get; set; }
            public bool AppointmentReminders { get; set; }
            public bool OptOutOfMarketing { get; set; }
            public bool DisableOptOut { get; set; }
            public bool? ShareHealthData { get; set; }
            public bool Active { get; set; }
            public string CookieConsent { get; set; }
            public Answer Toestemming { get; set; }
            public int Nieuwsbrief { get; set; }
        }

        public enum Answer { Unknown, Given, Refused }

        """;

    [Fact]
    public Task Case61_polarity_in_the_model() => Model("""
        b.Property(c => c.RequiresConsent).HasDefaultValue(true);
        b.Property(c => c.OptOutOfMarketing).HasDefaultValue(true);
        b.Property(c => c.Active).HasDefaultValue(true);
        b.Property(c => c.RequiresConsent).HasDefaultValueSql("1");
        """);

    [Fact]
    public Task Case62_messages_of_the_service_are_silent() => Model("b.Property(c => c.AppointmentReminders).HasDefaultValue(true);");

    [Fact]
    public async Task Case69_a_no_is_evidence_of_the_good_side()
    {
        var test = Test("public class Db : DbContext { protected internal override void OnModelCreating(ModelBuilder m) => m.Entity<Client>().Property(c => c.AiProcessingConsent).HasDefaultValue({|#0:false|}); }" + Client).Records();
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        test.ExpectedDiagnostics.Add(Info("KK9001").WithMessage("KK3202 inspected=1 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithLocation(0).WithMessage("consent-members: Client.AiProcessingConsent, consent, given, false, database, "));
        await test.RunAsync();
    }

    [Fact]
    public Task Values_that_are_no_yes() => Model("""
        b.Property(c => c.Newsletter).HasDefaultValue(false);
        b.Property(c => c.Newsletter).HasDefaultValueSql("0");
        b.Property(c => c.Newsletter).HasDefaultValueSql("((0))");
        b.Property(c => c.Newsletter).HasDefaultValueSql("dbo.AskedBefore(1)");
        b.Property(c => c.ShareHealthData).HasDefaultValue(null);
        b.Property(c => c.Toestemming).HasDefaultValue(Answer.Unknown);
        b.Property(c => c.CookieConsent).HasDefaultValue("denied");
        b.Property(c => c.Nieuwsbrief).HasDefaultValue(0);
        b.Property(c => c.Id).HasDefaultValue(1);
        """);

    [Fact]
    public Task Case60_the_model_in_every_form() => Model("""
        b.Property(c => c.Newsletter).HasDefaultValue([|true|]);
        b.Property(c => c.Newsletter).IsRequired().HasColumnName("nieuwsbrief").HasDefaultValue([|true|]);
        b.Property<bool>("Newsletter").HasDefaultValue([|true|]);
        b.Property<bool>(nameof(Client.Newsletter)).HasDefaultValue([|true|]);
        b.Property<bool>("MarketingConsent").HasDefaultValue([|true|]);
        b.Property(c => c.Newsletter).Metadata.SetDefaultValue([|true|]);
        b.Property(c => c.ShareHealthData).HasDefaultValue([|true|]);
        b.Property(c => c.Toestemming).HasDefaultValue([|Answer.Given|]);
        b.Property(c => c.CookieConsent).HasDefaultValue([|"granted"|]);
        b.Property(c => c.Nieuwsbrief).HasDefaultValue([|1|]);
        b.Property(c => c.DisableOptOut).HasDefaultValue([|true|]);
        var column = b.Property(c => c.Newsletter);
        column.HasDefaultValue([|true|]);
        """);

    [Theory]
    [InlineData("1")]
    [InlineData("(1)")]
    [InlineData("((1))")]
    [InlineData("true")]
    [InlineData("TRUE")]
    [InlineData("b'1'")]
    [InlineData("B'1'")]
    [InlineData("'1'")]
    [InlineData("CAST(1 AS bit)")]
    [InlineData("(CAST((1) AS BIT))")]
    [InlineData("CONVERT(bit, 1)")]
    [InlineData("'t'::boolean")]
    [InlineData("'yes'")]
    public Task Case60_a_default_in_SQL(string sql) => Model($"b.Property(c => c.Newsletter).HasDefaultValueSql([|\"{sql}\"|]);");

    [Fact]
    public Task Through_locals_constants_and_choices() => Model("""
        const bool On = true;
        var value = true;
        b.Property(c => c.Newsletter).HasDefaultValue([|On|]);
        b.Property(c => c.Newsletter).HasDefaultValue([|value|]);
        b.Property(c => c.Newsletter).HasDefaultValue([|Defaults.Mail|]);
        b.Property(c => c.Newsletter).HasDefaultValueSql([|$"({Defaults.One})"|]);
        b.Property(c => c.Newsletter).HasDefaultValue(b is null ? true : false);
        """, "public static class Defaults { public static readonly bool Mail = true; public const string One = \"1\"; }");

    [Fact]
    public Task Through_helpers() => Verify(
        """
        public static class Columns
        {
            public static PropertyBuilder<bool> On(this PropertyBuilder<bool> builder) => builder.HasDefaultValue(true);
            public static PropertyBuilder<bool> StartsAs(this PropertyBuilder<bool> builder, bool value) => builder.HasDefaultValue(value);
            public static void Flag<T>(EntityTypeBuilder<T> builder, Expression<Func<T, bool>> property) where T : class => builder.Property(property).On();
            public static void Named(EntityTypeBuilder builder, string name, bool value) => builder.Property<bool>(name).HasDefaultValue(value);
        }

        public class ClientConfiguration : IEntityTypeConfiguration<Client>
        {
            public void Configure(EntityTypeBuilder<Client> builder)
            {
                builder.Property(c => c.Newsletter).[|On|]();
                builder.Property(c => c.Active).On();
                builder.Property(c => c.RequiresConsent).On();
                builder.Property(c => c.Newsletter).StartsAs([|true|]);
                builder.Property(c => c.Newsletter).StartsAs(false);
                Columns.[|Flag|](builder, c => c.Newsletter);
                Columns.Flag(builder, c => c.Active);
                Columns.Named(builder, "Newsletter", [|true|]);
                Columns.Named(builder, "Active", true);
            }
        }
        """);

    [Fact]
    public Task Generic_configurations_and_records() => Verify(
        """
        public interface IMailable { bool Newsletter { get; set; } }
        public abstract class Person { public bool MarketingConsent { get; set; } }
        public record Volunteer(int Id, string Name) { public bool ShareLocation { get; init; } }

        public abstract class PersonConfiguration<T> : IEntityTypeConfiguration<T> where T : Person
        {
            public virtual void Configure(EntityTypeBuilder<T> builder) => builder.Property(p => p.MarketingConsent).HasDefaultValue([|true|]);
        }

        public class VolunteerConfiguration : IEntityTypeConfiguration<Volunteer>
        {
            public void Configure(EntityTypeBuilder<Volunteer> builder) => builder.Property(v => v.ShareLocation).HasDefaultValue([|true|]);
        }
        """);

    [Fact]
    public async Task Case63_a_switch_of_the_shop_is_a_feature_and_the_same_name_of_a_client_is_not() => await Verify(
        """
        public class ShopSettings { public bool AllowNewsletter { get; set; } public bool MarketingConsent { get; set; } }
        public class Registration { public bool AllowNewsletter { get; set; } }

        public class Db : DbContext
        {
            protected internal override void OnModelCreating(ModelBuilder m)
            {
                m.Entity<ShopSettings>().Property(s => s.AllowNewsletter).HasDefaultValue(true);
                m.Entity<Registration>().Property(s => s.AllowNewsletter).HasDefaultValue([|true|]);
            }
        }
        """);

    [Fact]
    public Task Case60_migrations() => Verify(
        """
        [Migration("20260101000000_Privacy")]
        public class Privacy : Migration
        {
            private const string Clients = "Clients";

            protected override void Up(MigrationBuilder migrationBuilder)
            {
                migrationBuilder.AddColumn<bool>(name: "Newsletter", table: "Clients", nullable: false, defaultValue: [|true|]);
                migrationBuilder.AddColumn<bool>(name: "ShareData", table: "Clients", nullable: false, defaultValueSql: [|"1"|]);
                migrationBuilder.AddColumn<bool>(name: "RequiresConsent", table: "Clients", nullable: false, defaultValue: true);
                migrationBuilder.AddColumn<bool>(name: "MarketingConsent", table: Clients, nullable: false, defaultValue: false);
                migrationBuilder.AlterColumn<bool>(name: "PartageDonnees", table: Clients, nullable: false, defaultValue: [|true|], oldDefaultValue: false);
                migrationBuilder.AlterColumn<bool>(name: "DeelGegevens", table: Clients, nullable: false, defaultValue: false, oldDefaultValue: true);
                migrationBuilder.CreateTable(
                    name: "Preferences",
                    columns: table => new
                    {
                        Id = table.Column<int>(nullable: false),
                        Newsletter = table.Column<bool>(nullable: false, defaultValue: [|true|]),
                        Mails = table.Column<bool>(name: "marketing_opt_in", nullable: false, defaultValueSql: [|"((1))"|]),
                        Active = table.Column<bool>(nullable: false, defaultValue: true),
                    });
                migrationBuilder.Sql([|"UPDATE Clients SET Newsletter = 1"|]);
                migrationBuilder.Sql([|$"UPDATE [dbo].[{Clients}] SET [{nameof(Client.Newsletter)}] = 1"|]);
                migrationBuilder.Sql([|"ALTER TABLE Clients ADD CONSTRAINT DF_N DEFAULT ((1)) FOR Newsletter;"|]);
                migrationBuilder.Sql("UPDATE Clients SET Newsletter = 1 WHERE OldOptIn = 1");
                migrationBuilder.Sql("UPDATE Clients SET Newsletter = 0");
                migrationBuilder.Sql("UPDATE Clients SET Active = 1");
            }

            protected override void Down(MigrationBuilder migrationBuilder) =>
                migrationBuilder.AddColumn<bool>(name: "OldNewsletter", table: "Clients", nullable: false, defaultValue: true);
        }
        """);

    [Fact]
    public Task The_last_migration_counts() => Verify(
        """
        [Migration("20260101000000_First")]
        public class First : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                migrationBuilder.AddColumn<bool>(name: "Newsletter", table: "Clients", defaultValue: true);
                migrationBuilder.AddColumn<bool>(name: "ShareData", table: "Clients", defaultValue: true);
                migrationBuilder.AddColumn<bool>(name: "MarketingConsent", table: "Clients", defaultValue: [|true|]);
                migrationBuilder.AddColumn<bool>(name: "AllowAnalytics", table: "Clients", defaultValue: true);
            }
        }

        [Migration("20260201000000_Second")]
        public class Second : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                migrationBuilder.AlterColumn<bool>(name: "Newsletter", table: "Clients", defaultValue: false);
                migrationBuilder.DropColumn(name: "ShareData", table: "Clients");
                migrationBuilder.AlterColumn<bool>(name: "MarketingConsent", table: "Volunteers", defaultValue: false);
                migrationBuilder.AlterColumn<bool>(name: "AllowAnalytics", table: "Clients", defaultValue: [|true|]);
            }
        }

        [Migration("20250101000000_Zero")]
        public class Zero : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AlterColumn<bool>(name: "AllowAnalytics", table: "Clients", defaultValue: false);
        }
        """);

    [Fact]
    public async Task Designer_and_snapshot_files_are_left_alone()
    {
        var test = Test("public class Db : DbContext { }" + Client);
        test.TestState.Sources.Add(("/0/20260101_First.Designer.cs", "// <auto-generated />\n" + Usings + """
            public class Snapshot : ModelSnapshot { void Build(ModelBuilder m) => m.Entity<Client>().Property(c => c.Newsletter).HasDefaultValue(true); }
            """));
        await test.RunAsync();
    }

    [Fact]
    public async Task Case60_rows_that_a_program_starts_with()
    {
        var test = Test(
            """
            public class Preferences { public int Id { get; set; } public bool ShareData { get; set; } }
            public record Member(int Id, bool Newsletter);
            public class Campaign { public int Id { get; set; } public bool Newsletter { get; set; } }
            public static class ClientSeed { public static Client[] All() => new[] { new Client { Id = 4, Newsletter = true } }; }

            public class Db : DbContext
            {
                protected internal override void OnModelCreating(ModelBuilder m)
                {
                    m.Entity<Client>().HasData(new Client { Id = 1, Newsletter = [|true|] }, new Client { Id = 2, Newsletter = false, RequiresConsent = true, Active = true });
                    m.Entity<Client>().HasData(new { Id = 3, Newsletter = [|true|] });
                    m.Entity<Preferences>(b => b.HasData(new Preferences[] { new() { Id = 1, ShareData = [|true|] } }));
                    m.Entity<Member>().HasData(new Member(1, [|true|]), new Member(2, false));
                    m.Entity<Client>().HasData([|ClientSeed.All()|]);
                    m.Entity<Campaign>().HasData(new Campaign { Id = 1, Newsletter = {|#0:true|} });
                }

                protected internal override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSeeding((db, _) =>
                {
                    db.Add(new Client { Id = 1, Newsletter = [|true|] });
                    db.Add(new Client { Id = 2, Active = true });
                    db.SaveChanges();
                });
            }

            public class Start : Migration
            {
                protected override void Up(MigrationBuilder migrationBuilder)
                {
                    migrationBuilder.InsertData(table: "Clients", columns: new[] { "Id", "Newsletter", "Active" }, values: new object[] { 1, [|true|], true });
                    migrationBuilder.InsertData(table: "Clients", columns: new[] { "Id", "Newsletter" }, values: new object[,] { { 1, [|true|] }, { 2, false } });
                    migrationBuilder.UpdateData(table: "Clients", keyColumn: "Id", keyValue: 1, column: "Newsletter", value: [|true|]);
                    migrationBuilder.UpdateData(table: "Clients", keyColumn: "Id", keyValue: 1, column: "Active", value: true);
                }
            }
            """ + Client);
        test.ExpectedDiagnostics.Add(Info("KK3202").WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task Case60_the_older_Entity_Framework() => Library(MigrationStubs.Classic, """
        using System.Data.Entity.Migrations;

        public class Privacy : DbMigration
        {
            public override void Up()
            {
                AddColumn("dbo.Clients", "Newsletter", c => c.Boolean(nullable: false, defaultValue: [|true|]));
                AddColumn("dbo.Clients", "RequiresConsent", c => c.Boolean(nullable: false, defaultValue: true));
                CreateTable("dbo.Preferences", c => new { Id = c.Int(nullable: false, identity: true), ShareData = c.Boolean(nullable: false, defaultValueSql: [|"1"|]) });
                Sql([|"UPDATE dbo.Clients SET Newsletter = 1"|]);
            }

            public override void Down() => AddColumn("dbo.Clients", "OldNewsletter", c => c.Boolean(defaultValue: true));
        }
        """);

    [Fact]
    public Task Case60_FluentMigrator() => Library(MigrationStubs.FluentMigrator, """
        using FluentMigrator;

        [Migration(202601010000)]
        public class Privacy : Migration
        {
            public override void Up()
            {
                Create.Table("Clients").WithColumn("Active").AsBoolean().WithDefaultValue(true).WithColumn("Newsletter").AsBoolean().NotNullable().WithDefaultValue([|true|]);
                Alter.Table("Clients").AddColumn("ShareData").AsBoolean().SetExistingRowsTo([|true|]).WithDefaultValue(false);
                Create.Column("MarketingConsent").OnTable("Clients").AsBoolean().WithDefaultValue([|true|]);
                Create.Column("RequireConsent").OnTable("Clients").AsBoolean().WithDefaultValue(true);
                Insert.IntoTable("Clients").Row(new { Id = 1, Newsletter = [|true|], Active = true });
                Update.Table("Clients").Set(new { Newsletter = [|true|] }).AllRows();
                Execute.Sql([|"UPDATE Clients SET Newsletter = TRUE WHERE Newsletter IS NULL"|]);
            }
        }
        """);

    [Fact]
    public Task Case60_scripts() => Script.Flags("", ("/0/schema.sql", """
        -- the clients; newsletter BIT DEFAULT 1 was asked once
        CREATE TABLE IF NOT EXISTS public.clients (
            id serial PRIMARY KEY,
            created timestamp DEFAULT (now()),
            name varchar(80) DEFAULT 'x, y',
            newsletter BIT NOT NULL DEFAULT ([|1|]),
            "marketing_consent" BOOLEAN DEFAULT [|TRUE|] NOT NULL,
            share_data TINYINT(1) DEFAULT [|1|],
            deel_gegevens char(1) DEFAULT '[|Y|]',
            requires_consent BOOLEAN DEFAULT TRUE,
            do_not_contact BOOLEAN DEFAULT TRUE,
            newsletter_count INT DEFAULT 1,
            active BOOLEAN DEFAULT TRUE,
            analytics_consent BOOLEAN DEFAULT FALSE,
            CONSTRAINT ck CHECK (newsletter IN (0, 1))
        );
        GO
        ALTER TABLE [dbo].[Clients] ADD [Nieuwsbrief] BIT NOT NULL CONSTRAINT DF_N DEFAULT (([|1|]))
        GO
        ALTER TABLE Clients ADD a INT, OptIn bit DEFAULT '[|1|]';
        ALTER TABLE Clients ALTER COLUMN gdpr_consent SET DEFAULT [|true|];
        ALTER TABLE Clients MODIFY COLUMN `telemetry_consent` tinyint(1) NOT NULL DEFAULT '[|1|]';
        UPDATE clients SET active = 1, ad_tracking = [|1|];
        UPDATE clients SET share_location = 1 FROM old WHERE old.id = clients.id;
        UPDATE clients SET ontvang_nieuwsbrief = (SELECT 1);
        """));

    [Fact]
    public Task The_last_statement_of_scripts_counts() => Script.Flags(
        "",
        ("/0/V1__start.sql", "CREATE TABLE clients (newsletter BOOLEAN DEFAULT TRUE, share_data BOOLEAN DEFAULT TRUE, marketing_consent BOOLEAN DEFAULT [|TRUE|]);\nALTER TABLE clients ALTER newsletter SET DEFAULT FALSE;"),
        ("/0/V2__privacy.sql", "ALTER TABLE clients ALTER COLUMN share_data SET DEFAULT FALSE;"));

    [Fact]
    public Task Scripts_that_end_in_the_middle_are_read_as_far_as_they_go() => Script.Silent(
        "",
        ("/0/a.sql", "CREATE TABLE clients (newsletter BIT DEFAULT (("),
        ("/0/b.sql", "UPDATE clients SET newsletter ="),
        ("/0/c.sql", "ALTER TABLE clients ADD newsletter bit DEFAULT CAST("),
        ("/0/d.sql", "ALTER TABLE clients ADD newsletter bit DEFAULT 'tr"),
        ("/0/e.sql", "/* UPDATE clients SET newsletter = 1"),
        ("/0/f.sql", "CREATE TABLE [clients (newsletter bit DEFAULT 1"));

    [Fact]
    public Task Every_name_of_the_research_that_says_yes() => Script.Flags("", ("/0/schema.sql", string.Join('\n', ConsentNamesTests.SaysYes
        .Select((r, i) => $"CREATE TABLE \"{((string)r[1] is { Length: > 0 } owner ? owner : "Thing" + i)}\" (\"{r[0]}\" BIT DEFAULT [|1|]);"))));

    [Fact]
    public Task Every_name_of_the_research_that_says_nothing() => Script.Silent("", ("/0/schema.sql", string.Join('\n', ConsentNamesTests.SaysNothing
        .Select((r, i) => $"CREATE TABLE \"{((string)r[1] is { Length: > 0 } owner ? owner : "Thing" + i)}\" (\"{r[0]}\" BIT DEFAULT 1);"))));

    [Fact]
    public async Task The_message_says_where_and_shows_how_negations_cancel_out()
    {
        var test = Test("public class Db : DbContext { protected internal override void OnModelCreating(ModelBuilder m) => m.Entity<Client>().Property(c => c.DisableOptOut).HasDefaultValue({|#0:true|}); }" + Client);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3202", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "In the database 'DisableOptOut' says yes to consent unless the person says no: rows without an answer get true, and 'opt out' is on the word list Consent (disable + opt out: the negations cancel each other out, so that true means yes)"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Rows_of_the_inventory()
    {
        var test = Test(
            """
            [Migration("1_A")]
            public class A : Migration
            {
                protected override void Up(MigrationBuilder migrationBuilder)
                {
                    migrationBuilder.AddColumn<bool>(name: "Newsletter", table: "dbo.Clients", defaultValue: {|#0:true|});
                    {|#1:migrationBuilder.AddColumn<bool>(name: "RequireConsent", table: "Clients")|};
                    migrationBuilder.Sql({|#2:"UPDATE Clients SET DoNotContact = 1"|});
                }
            }
            """).Records();
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3202", DiagnosticSeverity.Warning).WithLocation(0));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithMessage("KK3202 inspected=3 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithLocation(0).WithMessage("consent-members: Clients.Newsletter, a newsletter, given, true, migration, KK3202"));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithLocation(1).WithMessage("consent-members: Clients.RequireConsent, consent, rule, none, migration, "));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithLocation(2).WithMessage("consent-members: Clients.DoNotContact, consent, refused, 1, migration, "));
        await test.RunAsync();
    }

    [Fact]
    public async Task Members_that_the_user_ignores()
    {
        var test = Script.Test("", ("/0/schema.sql", "CREATE TABLE Clients (Newsletter BIT DEFAULT 1, ShareData BIT DEFAULT [|1|]);"));
        await test.Option("kk.KK3201.ignored_members", "Clients.Newsletter").RunAsync();
    }

    [Fact]
    public async Task A_test_project_is_not_inspected()
    {
        var test = Script.Test("", ("/0/schema.sql", "CREATE TABLE Clients (Newsletter BIT DEFAULT 1);"));
        test.TestState.AdditionalReferences.Add(typeof(FactAttribute).Assembly);
        await test.RunAsync();
    }

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3202");
        await Configure(string.Join('\n', rule.Violation!).Replace("true", "[|true|]", StringComparison.Ordinal));
        await Configure(string.Join('\n', rule.Clean!));

        static Task Configure(string body) => Verify("public class C : IEntityTypeConfiguration<Client> { public void Configure(EntityTypeBuilder<Client> builder) { " + body + " } }");
    }

    [Theory]
    [InlineData("c.Property(x => x.Newsletter).HasDefaultValue([|true|]);", "c.Property(x => x.Newsletter).HasDefaultValue(false);")]
    [InlineData("c.Property(x => x.Newsletter).HasDefaultValueSql([|\"((1))\"|]);", "c.Property(x => x.Newsletter).HasDefaultValueSql(\"((0))\");")]
    [InlineData("c.Property(x => x.Newsletter).HasDefaultValueSql([|\"TRUE\"|]);", "c.Property(x => x.Newsletter).HasDefaultValueSql(\"FALSE\");")]
    [InlineData("c.HasData(new Client { Newsletter = [|true|] });", "c.HasData(new Client { Newsletter = false });")]
    public Task The_fix_lets_it_start_as_no(string code, string mended)
    {
        var test = new CSharpCodeFixTest<StoredConsentAnalyzer, StoredConsentFix, DefaultVerifier>
        {
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestCode = Code(code),
            FixedCode = Code(mended),
        };
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        test.TestState.Sources.Add(("/0/Ef.cs", MigrationStubs.EntityFramework));
        test.FixedState.Sources.Add(("/0/Ef.cs", MigrationStubs.EntityFramework));
        return test.RunAsync();

        static string Code(string body) => Usings + Client + "public class C : IEntityTypeConfiguration<Client> { public void Configure(EntityTypeBuilder<Client> c) { " + body + " } }";
    }

    [Fact]
    public Task The_fix_of_a_script()
    {
        var test = new CSharpCodeFixTest<StoredConsentAnalyzer, StoredConsentScriptFix, DefaultVerifier>
        {
            TestCode = "",
            FixedCode = "",
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.AdditionalFiles.Add(("/0/a.sql", "CREATE TABLE clients (newsletter BOOLEAN DEFAULT [|TRUE|]);"));
        test.FixedState.AdditionalFiles.Add(("/0/a.sql", "CREATE TABLE clients (newsletter BOOLEAN DEFAULT FALSE);"));
        return test.RunAsync();
    }

    [Fact]
    public Task Two_thousand_terms_do_not_overflow_the_stack() => Verify(
        "public class M : Migration { protected override void Up(MigrationBuilder b) { string s = \"\"; b.Sql(" + string.Join(" + ", Enumerable.Repeat("s", 2000)) + "); } }");

    private static Task Model(string statements, string more = "") => Verify(
        "public class ClientConfiguration : IEntityTypeConfiguration<Client> { public void Configure(EntityTypeBuilder<Client> b) {\n" + statements + "\n} }\n" + more);

    private static Task Verify(string code) => Test(code + Client).RunAsync();

    private static KkTest<StoredConsentAnalyzer> Test(string code)
    {
        var test = Script.Test(Usings + code);
        test.TestState.Sources.Add(("/0/Ef.cs", MigrationStubs.EntityFramework));
        return test;
    }

    private static Task Library(string stub, string code)
    {
        var test = Script.Test(code);
        test.TestState.Sources.Add(("/0/Library.cs", stub));
        return test.RunAsync();
    }

    private static DiagnosticResult Info(string id) => new(id, DiagnosticSeverity.Info);
}
