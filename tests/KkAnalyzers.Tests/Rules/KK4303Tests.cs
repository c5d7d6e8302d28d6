using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4303: what opens a database, with what, and where it is a warning.</summary>
public class KK4303Tests
{
    private const string Context = DatabaseCase.Client + """

        public class CareContext : DbContext
        {
            public DbSet<Client> Clients { get; set; }
        }
        """;

    private static Task Run(string code, params string[] stubs) => DatabaseCase.Test("KK4303", code, stubs).RunAsync();

    /// <summary>Statements that have options, a key, a path and the configuration at hand.</summary>
    private static string Start(string statements, string members = "") => Context + $$"""

        public class Start
        {
            private const string FileName = "clients.db";
            private readonly string _connection = "Data Source=" + FileName;
            private readonly string _keyed;
            {{members}}

            public Start(string key) => _keyed = $"Data Source={FileName};Password={key}";

            public void Configure(DbContextOptionsBuilder options, string key, string dbPath, string unknown, IConfiguration configuration)
            {
                {{statements}}
            }
        }
        """;

    // Quiet.
    [Theory]
    [InlineData("options.UseSqlite(\"Data Source=clients.db;Password=geheim\");")]
    [InlineData("options.UseSqlite($\"Data Source=clients.db;Password={key}\");")]
    [InlineData("options.UseSqlite(\"Data Source=clients.db;Password=\" + key);")]
    [InlineData("var text = \"Data Source=clients.db\"; text += \";Password=\" + key; options.UseSqlite(text);")]
    [InlineData("options.UseSqlite(_keyed);")]
    [InlineData("options.UseSqlite(string.Format(\"Data Source={0};Password={1}\", dbPath, key));")]
    [InlineData("options.UseSqlite(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = dbPath, Password = key }.ToString());")]
    [InlineData("var builder = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(\"Data Source=clients.db\"); builder.Password = key; options.UseSqlite(builder.ConnectionString);")]
    [InlineData("var connection = new Microsoft.Data.Sqlite.SqliteConnection($\"Data Source=clients.db;Password={key}\"); options.UseSqlite(connection);")]
    [InlineData("var builder = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(); builder[\"Data Source\"] = dbPath; builder.Password = key; options.UseSqlite(builder.ToString());")]
    public Task Case50_SqliteWithPasswordIsQuiet(string statements) => Run(Start(statements), DatabaseStubs.DataSqlite, DatabaseStubs.Device);

    [Theory]
    [InlineData("options.UseSqlite(\"Data Source=:memory:\");")]
    [InlineData("options.UseSqlite(\"Data Source=clients;Mode=Memory;Cache=Shared\");")]
    [InlineData("options.UseSqlite(\"DataSource=file::memory:?cache=shared\");")]
    [InlineData("options.UseSqlite(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = \"x\", Mode = Microsoft.Data.Sqlite.SqliteOpenMode.Memory }.ToString());")]
    [InlineData("var connection = new Microsoft.Data.Sqlite.SqliteConnection(\"Filename=:memory:\"); options.UseSqlite(connection);")]
    public Task Database_in_memory_is_quiet(string statements) => Run(Start(statements), DatabaseStubs.DataSqlite, DatabaseStubs.Device);

    [Theory]
    [InlineData("options.UseSqlite(unknown);")]
    [InlineData("options.UseSqlite(unknown + \";Cache=Shared\");")]
    [InlineData("options.UseSqlite(configuration.GetConnectionString(\"Zorg\"));")]
    [InlineData("options.UseSqlite();")]
    [InlineData("var path = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(unknown).DataSource;")]
    public Task What_cannot_be_followed_is_quiet(string statements) => Run(Start(statements), DatabaseStubs.DataSqlite, DatabaseStubs.Device);

    [Fact]
    public Task Pragma_key_is_a_key() => Run(Start(
        """
        options.UseSqlite("Data Source=clients.db");
        """, "private string Pragma(string key) => $\"PRAGMA key = '{key}'\";"), DatabaseStubs.DataSqlite, DatabaseStubs.Device);

    [Theory]
    [InlineData("connection.SetPassword(key)")]
    [InlineData("connection?.SetPassword(key)")]
    public Task A_key_for_an_open_connection_is_a_key(string call) => Run(Start(
        """
        options.UseSqlite("Data Source=clients.db");
        """, "public class Connection { public void SetPassword(string key) { } } private void Open(Connection connection, string key) => " + call + ";"), DatabaseStubs.DataSqlite, DatabaseStubs.Device);

    [Fact]
    public Task Without_personal_data_it_is_quiet() => Run("""
        public class Product { public int Id { get; set; } public string Title { get; set; } public decimal Price { get; set; } }

        public class ShopContext : DbContext
        {
            public DbSet<Product> Products { get; set; }
            protected internal override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=shop.db");
        }
        """, DatabaseStubs.Device);

    [Fact]
    public Task Tools_tests_and_made_up_data_are_quiet() => Run(Context + """

        public class Factory : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<CareContext>
        {
            public CareContext CreateDbContext(string[] args)
            {
                new DbContextOptionsBuilder<CareContext>().UseSqlite("Data Source=design.db");
                return null;
            }
        }

        public class DemoSeeder
        {
            public void Seed(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=demo.db");
        }
        """, DatabaseStubs.Device);

    [Fact]
    public Task Test_projects_are_quiet() =>
        DatabaseCase.Test("KK4303", Start("options.UseSqlite(\"Data Source=clients.db\");"), DatabaseStubs.Device).Option("build_property.IsTestProject", "true").RunAsync();

    // Flagged.

    /// <summary>The Blazor template with individual accounts has a page of that name.</summary>
    [Fact]
    public Task A_page_named_SetPassword_gives_no_key() => Run(Start(
        """
        options.[|UseSqlite|]("Data Source=clients.db");
        """, "public class SetPassword { public static void Show() { } } private readonly SetPassword _page = new SetPassword(); private void Open() { SetPassword.Show(); }"), DatabaseStubs.DataSqlite, DatabaseStubs.Device);

    [Theory]
    [InlineData("options.[|UseSqlite|](\"Data Source=clients.db\");")]
    [InlineData("options.[|UseSqlite|](_connection);")]
    [InlineData("options.[|UseSqlite|]($\"Filename={dbPath}\");")]
    [InlineData("options.[|UseSqlite|]($\"Filename={Path.Combine(Microsoft.Maui.Storage.FileSystem.AppDataDirectory, FileName)}\");")]
    [InlineData("options.[|UseSqlite|](string.Format(\"Data Source={0}\", unknown));")]
    [InlineData("options.[|UseSqlite|](\"Data Source=clients.db;Password=\");")]
    [InlineData("options.[|UseSqlite|](configuration.GetConnectionString(\"Zorg\") ?? \"Data Source=clients.db\");")]
    [InlineData("var text = Text(dbPath); options.[|UseSqlite|](text); static string Text(string path) => \"Data Source=\" + path;")]
    [InlineData("var builder = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = dbPath }; options.[|UseSqlite|](builder.ToString());")]
    [InlineData("var connection = new [|Microsoft.Data.Sqlite.SqliteConnection|](\"Data Source=clients.db\"); options.UseSqlite(connection);")]
    [InlineData("var builder = new [|Microsoft.Data.Sqlite.SqliteConnectionStringBuilder|] { DataSource = dbPath }; System.Console.WriteLine(builder);", "CREATE TABLE clients (id INTEGER, rijksregisternummer TEXT)")]
    public Task Case50_PlainSqliteOnDeviceIsFlagged(string statements, string sql = "") =>
        Run(Start(statements, $"private const string Sql = \"{sql}\";"), DatabaseStubs.DataSqlite, DatabaseStubs.Device);

    [Fact]
    public Task Case50_PlainSqliteInTheContextItself() => Run(DatabaseCase.Client + """

        public class CareContext : DbContext
        {
            private readonly string _file;
            public CareContext(string file) => _file = file;
            public DbSet<Client> Clients { get; set; }
            protected internal override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.[|UseSqlite|]($"Data Source={_file}");
        }
        """, DatabaseStubs.Device);

    [Fact]
    public Task Connection_string_from_the_settings()
    {
        var test = DatabaseCase.Test("KK4303", Start("""
            options.[|UseSqlite|](configuration.GetConnectionString("Zorg"));
            options.UseSqlite(configuration.GetConnectionString("Veilig"));
            options.[|UseSqlite|](configuration["ConnectionStrings:Zorg"]);
            """), DatabaseStubs.Device);
        test.TestState.AdditionalFiles.Add(("/0/appsettings.json", """{ "ConnectionStrings": { "Zorg": "Data Source=data\\clients.db", "Veilig": "Data Source=data\\clients.db;Password=x" } }"""));
        return test.RunAsync();
    }

    [Fact]
    public Task Raw_sqlite_with_columns_about_people() => Run("""
        public class Store
        {
            private const string Create = "CREATE TABLE IF NOT EXISTS bewoners (id INTEGER, rijksregisternummer TEXT)";
            public void Open() { using var connection = new [|Microsoft.Data.Sqlite.SqliteConnection|]("Data Source=bewoners.db"); }
            public void Keyed(string key) { using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=bewoners.db;Password=" + key); }
        }
        """, DatabaseStubs.DataSqlite, DatabaseStubs.Device);

    [Fact]
    public Task Raw_sqlite_without_people_is_quiet() => Run("""
        public class Store
        {
            private const string Create = "CREATE TABLE IF NOT EXISTS rooms (id INTEGER, floor INTEGER)";
            public void Open() { using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=rooms.db"); }
        }
        """, DatabaseStubs.DataSqlite);

    [Fact]
    public Task Raw_sqlite_read_by_dapper() => Run(DatabaseCase.Client + """

        public class Store
        {
            public object Open()
            {
                using var connection = new [|Microsoft.Data.Sqlite.SqliteConnection|]("Data Source=bewoners.db");
                return Dapper.SqlMapper.Query<Client>(connection, "SELECT * FROM clients");
            }
        }
        """, DatabaseStubs.DataSqlite, DatabaseStubs.Dapper, DatabaseStubs.Device);

    [Fact]
    public Task Sqlite_net() => Run("""
        [SQLite.Table("clients")]
        public class Client { [SQLite.PrimaryKey] public int Id { get; set; } public string Email { get; set; } public string Diagnose { get; set; } }

        public class Store
        {
            private readonly SQLite.SQLiteAsyncConnection _open = new [|SQLite.SQLiteAsyncConnection|](Path.Combine("data", "clients.db3"));
            private readonly SQLite.SQLiteConnection _memory = new(":memory:");

            public void Open(string path, string key, SQLite.SQLiteConnectionString given)
            {
                new [|SQLite.SQLiteConnection|](path);
                new [|SQLite.SQLiteConnection|](new SQLite.SQLiteConnectionString(path));
                new [|SQLite.SQLiteConnection|](new SQLite.SQLiteConnectionString(path, true, key: null));
                new SQLite.SQLiteConnection(new SQLite.SQLiteConnectionString(path, true, key: key));
                var options = new SQLite.SQLiteConnectionString(path, true, key);
                new SQLite.SQLiteAsyncConnection(options);
                new SQLite.SQLiteAsyncConnection(given);
            }
        }
        """, DatabaseStubs.SqliteNet, DatabaseStubs.Device);

    [Fact]
    public Task Lite_db() => Run(DatabaseCase.Client + """

        public class Store
        {
            public void Open(string path, string key, string connectionString)
            {
                using var open = new [|LiteDB.LiteDatabase|]("clients.db");
                using var named = new [|LiteDB.LiteDatabase|]($"Filename={path};Connection=shared");
                using var byPath = new [|LiteDB.LiteDatabase|](path);
                using var settings = new [|LiteDB.LiteDatabase|](new LiteDB.ConnectionString { Filename = path });
                using var keyed = new LiteDB.LiteDatabase($"Filename={path};Password={key}");
                using var keyedSettings = new LiteDB.LiteDatabase(new LiteDB.ConnectionString { Filename = path, Password = key });
                using var given = new LiteDB.LiteDatabase(connectionString);
                using var memory = new LiteDB.LiteDatabase(new MemoryStream());
                open.GetCollection<Client>("clients");
            }
        }
        """, DatabaseStubs.LiteDb, DatabaseStubs.Device);

    [Fact]
    public Task Realm_without_key() => Run("""
        public class Client : Realms.RealmObject { public string Diagnose { get; set; } }

        public class Store
        {
            public void Open(Realms.RealmConfigurationBase given)
            {
                Realms.Realm.[|GetInstance|]();
                Realms.Realm.[|GetInstance|]("clients.realm");
                var configuration = new Realms.RealmConfiguration("clients.realm");
                Realms.Realm.[|GetInstance|](configuration);
                Realms.Realm.GetInstance(new Realms.InMemoryConfiguration("x"));
                Realms.Realm.GetInstance(given);
            }
        }
        """, DatabaseStubs.Realm, DatabaseStubs.Device);

    [Fact]
    public Task Realm_with_key() => Run("""
        public class Client : Realms.RealmObject { public string Diagnose { get; set; } }

        public class Store
        {
            private readonly Realms.RealmConfiguration _configuration = new();

            public void Open(byte[] key)
            {
                Realms.Realm.GetInstance(new Realms.RealmConfiguration { EncryptionKey = key });
                _configuration.EncryptionKey = key;
                Realms.Realm.GetInstance(_configuration);
                Realms.RealmConfiguration.DefaultConfiguration = _configuration;
                Realms.Realm.GetInstance();
            }
        }
        """, DatabaseStubs.Realm, DatabaseStubs.Device);

    [Theory]
    [InlineData(true, DiagnosticSeverity.Warning)]
    [InlineData(false, DiagnosticSeverity.Info)]
    public async Task Warning_on_a_device_and_information_on_a_server(bool isDevice, DiagnosticSeverity severity)
    {
        var code = Start("options.{|#0:UseSqlite|}(\"Data Source=clients.db\");");
        var test = isDevice ? DatabaseCase.Test("KK4303", code, DatabaseStubs.Device) : DatabaseCase.Test("KK4303", code);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4303", severity).WithLocation(0)
            .WithArguments("UseSqlite", "Client.Diagnose", "health data: diagnosis", "word list: diagnose"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Counts_what_it_looked_at_and_what_it_could_not_follow()
    {
        var test = DatabaseCase.Test("KK4303", Start("options.UseSqlite(unknown); options.UseSqlite(\"Data Source=:memory:\");")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4302 inspected=4 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4303 inspected=2 failed=0 notFollowed=1"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments("KK4317 inspected=1 failed=0 notFollowed=1"));
        await test.RunAsync();
    }

    [Fact]
    public Task A_connection_string_of_two_thousand_terms() => Run(Start(
        "options.[|UseSqlite|](\"Data Source=\" + dbPath" + string.Concat(Enumerable.Repeat(" + dbPath", 2000)) + ");"), DatabaseStubs.Device);
}
