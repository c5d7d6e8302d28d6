using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.Secrets;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Secrets.ConnectionsAndSecretsAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK4314Tests
{
    [Theory]
    [InlineData("Server=sql.zorg.be;Database=Dossiers;Integrated Security=True;Encrypt=True")]
    [InlineData("Server=sql.zorg.be;Database=Dossiers;Integrated Security=True;Encrypt=Strict;TrustServerCertificate=False")]
    [InlineData("Server=sql.zorg.be;Database=Dossiers;Integrated Security=True")]
    [InlineData("Server=.;Database=Dossiers;Trusted_Connection=True;TrustServerCertificate=True")]
    [InlineData("Server=(local);Database=Dossiers;Integrated Security=True;Encrypt=False")]
    [InlineData(@"Data Source=(localdb)\\MSSQLLocalDB;Initial Catalog=Dossiers;Encrypt=False")]
    [InlineData(@"Server=.\\SQLEXPRESS;Database=Dossiers;Integrated Security=True;TrustServerCertificate=True")]
    [InlineData("Server=localhost,1433;Database=Dossiers;Integrated Security=True;TrustServerCertificate=True")]
    [InlineData("Server=tcp:127.0.0.1,1433;Database=Dossiers;Integrated Security=True;Encrypt=no")]
    [InlineData("Host=localhost;Database=dossiers;Username=app;SslMode=Disable")]
    [InlineData("Host=pg.zorg.be;Database=dossiers;Username=app;SSL Mode=VerifyFull")]
    [InlineData("Host=pg.zorg.be;Database=dossiers;Username=app;SSL Mode=Require")]
    [InlineData("Data Source=client.db;Mode=ReadOnly;Cache=Shared")]
    [InlineData("redis.zorg.be:6380,ssl=True,abortConnect=False")]
    [InlineData("localhost:6379,ssl=False,abortConnect=False")]
    [InlineData("mongodb://mongo.zorg.be/dossiers?tls=true&replicaSet=rs0")]
    [InlineData("mongodb://localhost:27017/dossiers?tls=false")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://127.0.0.1")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;EndpointSuffix=core.windows.net")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=zorgdossiers;EndpointSuffix=core.windows.net")]
    [InlineData("Gebruik Encrypt=False alleen op een testserver.")]
    [InlineData("?page=1&encrypt=false&sort=naam")]
    [InlineData("ssl=false")]
    [InlineData("color=red;encrypt=false;width=3;height=4")]
    [InlineData("Set Encrypt=False; then restart")]
    public Task Protected_near_or_no_connection_string(string text) => Verify.Silent($$"""class Dossiers { string Connection() => "{{text}}"; }""");

    [Theory]
    [InlineData("Server=sql.zorg.be;Database=Dossiers;Integrated Security=True;[|Encrypt=False|]")]
    [InlineData("Server=sql.zorg.be;Database=Dossiers;Integrated Security=True;[|Encrypt=Optional|];")]
    [InlineData("Server=tcp:sql.zorg.be,1433;Initial Catalog=Dossiers;[|Encrypt=no|];Connection Timeout=30;")]
    [InlineData("Server=sql.zorg.be;Database=Dossiers;Integrated Security=True;[|TrustServerCertificate=True|]")]
    [InlineData("Server=sql.zorg.be;Database=Dossiers;Integrated Security=True;[|Trust Server Certificate = yes|];Pooling=true")]
    [InlineData("Driver={ODBC Driver 18 for SQL Server};Server=sql.zorg.be;[|Encrypt=no|];Trusted_Connection=yes")]
    [InlineData("Provider=MSOLEDBSQL;Data Source=sql.zorg.be;Initial Catalog=Dossiers;[|Use Encryption for Data=False|]")]
    [InlineData("Host=pg.zorg.be;Database=dossiers;Username=app;[|SslMode=Disable|]")]
    [InlineData("Host=pg.zorg.be;Database=dossiers;Username=app;[|SSL Mode=Allow|]")]
    [InlineData("Server=mysql.zorg.be;Database=dossiers;Uid=app;[|SslMode=None|]")]
    [InlineData("Server=mysql.zorg.be;Database=dossiers;Uid=app;[|Use SSL=false|]")]
    [InlineData("redis.zorg.be:6379,[|ssl=False|],abortConnect=False")]
    [InlineData("mongodb://mongo.zorg.be/dossiers?[|tls=false|]&replicaSet=rs0")]
    [InlineData("mongodb+srv://mongo.zorg.be/dossiers?[|tlsInsecure=true|]")]
    [InlineData("postgres://pg.zorg.be/dossiers?[|sslmode=disable|]")]
    [InlineData("[|DefaultEndpointsProtocol=http|];AccountName=zorgdossiers;EndpointSuffix=core.windows.net")]
    [InlineData(";[|TrustServerCertificate=True|]")]
    [InlineData("Server=#{SqlServer}#;Database=Dossiers;Integrated Security=True;[|Encrypt=False|]")]
    public Task Encryption_or_its_check_is_off(string text) => Verify.Flags($$"""class Dossiers { string Connection() => "{{text}}"; }""");

    [Theory]
    [InlineData("""string M(string server) => $"Server={server};Database=Dossiers;[|Encrypt=False|]";""")]
    [InlineData("""string M(string server) => "Server=" + server + ";Database=Dossiers" + ";[|Encrypt=False|]";""")]
    [InlineData("""const string Tls = "Encrypt=False"; string M() => "Server=sql.zorg.be;Database=Dossiers;" + [|Tls|];""")]
    [InlineData("""string M() => @"Server=sql.zorg.be\inst;Database=""Dossiers"";[|Encrypt=False|]";""")]
    [InlineData("""string M() => "Server=sql.zorg.be\\inst;Database=\u0044ossiers;[|Encrypt=False|]";""")]
    public Task Put_together(string member) => Verify.Flags($$"""class Dossiers { {{member}} }""");

    [Fact]
    public Task Put_together_with_a_server_on_this_machine_is_fine() => Verify.Silent("""
        class Dossiers { const string Server = "localhost"; string M() => $"Server={Server};Database=Dossiers;TrustServerCertificate=True"; string N() => "Server=" + Server + ";Encrypt=False"; }
        """);

    [Fact]
    public Task Raw_literal_over_several_lines() => Verify.Flags(""""
        class Dossiers
        {
            string Connection() => """
                Server=sql.zorg.be;
                Database=Dossiers;
                [|Encrypt=False|];
                """;
        }
        """");

    [Theory]
    [InlineData("""new SqlConnectionStringBuilder { DataSource = "sql.zorg.be", [|Encrypt = false|], [|TrustServerCertificate = true|] }""")]
    [InlineData("""new SqlConnectionStringBuilder(text) { [|Encrypt = SqlConnectionEncryptOption.Optional|] }""")]
    [InlineData("""new SqlConnectionStringBuilder(text) { [|["Trust Server Certificate"] = true|] }""")]
    [InlineData("""new NpgsqlConnectionStringBuilder { Host = "pg.zorg.be", [|SslMode = SslMode.Disable|] }""")]
    [InlineData("""new MySqlConnectionStringBuilder { Server = "mysql.zorg.be", [|SslMode = MySqlSslMode.None|] }""")]
    [InlineData("""new ConfigurationOptions { EndPoints = { "redis.zorg.be:6379" }, [|Ssl = false|] }""")]
    [InlineData("""new MongoClientSettings { [|UseTls = false|], [|AllowInsecureTls = true|] }""")]
    [InlineData("""new ConnectionFactory { HostName = "mq.zorg.be", Ssl = { [|Enabled = false|] } }""")]
    [InlineData("""new ConnectionFactory { HostName = "mq.zorg.be", Ssl = new SslOption { [|Enabled = false|] } }""")]
    [InlineData("""new ProducerConfig { BootstrapServers = "kafka.zorg.be:9092", [|SecurityProtocol = SecurityProtocol.SaslPlaintext|] }""")]
    public Task Client_options(string creation) => Options($$"""class Dossiers { object M(string text) => {{creation}}; }""");

    [Theory]
    [InlineData("""new SqlConnectionStringBuilder { DataSource = "localhost", Encrypt = false, TrustServerCertificate = true }""")]
    [InlineData("""new SqlConnectionStringBuilder("Server=(local);Database=Dossiers") { Encrypt = false }""")]
    [InlineData("""new SqlConnectionStringBuilder(text) { Encrypt = true, TrustServerCertificate = false }""")]
    [InlineData("""new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", SslMode = SslMode.Disable }""")]
    [InlineData("""new NpgsqlConnectionStringBuilder { Host = "pg.zorg.be", SslMode = SslMode.VerifyFull }""")]
    [InlineData("""new ConfigurationOptions { EndPoints = { "localhost:6379" }, Ssl = false }""")]
    [InlineData("""new ConnectionFactory { HostName = "localhost", Ssl = { Enabled = false } }""")]
    [InlineData("""new ProducerConfig { BootstrapServers = "localhost:9092", SecurityProtocol = SecurityProtocol.Plaintext }""")]
    [InlineData("""new Own { Ssl = false, Encrypt = false, Enabled = false }""")]
    public Task Client_options_that_protect_or_stay_near(string creation) =>
        Options($$"""class Own { public bool Ssl { get; set; } public bool Encrypt { get; set; } public bool Enabled { get; set; } } class Dossiers { object M(string text) => {{creation}}; }""");

    [Fact]
    public Task Client_options_in_statements() => Options("""
        class Dossiers
        {
            void M(string text)
            {
                var far = new SqlConnectionStringBuilder(text);
                [|far.Encrypt = false|];
                [|far["TrustServerCertificate"] = "true"|];
                var near = new SqlConnectionStringBuilder { DataSource = "localhost" };
                near.Encrypt = false;
                var factory = new ConnectionFactory();
                factory.HostName = "localhost";
                factory.Ssl.Enabled = false;
            }
        }
        """);

    [Theory]
    [InlineData("Server=SQLPROD01;Database=Dossiers;Integrated Security=True;{|#0:TrustServerCertificate=True|}")]
    [InlineData("Server=10.1.2.3;Database=Dossiers;Integrated Security=True;{|#0:Encrypt=False|}")]
    [InlineData("Host=pg.zorg.be;Database=dossiers;Username=app;{|#0:SslMode=Prefer|}")]
    public Task Names_without_a_dot_and_optional_encryption_are_information(string text) => Information($$"""class Dossiers { string Connection() => "{{text}}"; }""");

    [Theory]
    [InlineData("""string M(bool x) { if (Env.IsDevelopment()) { return "Server=sql.zorg.be;Database=D;{|#0:Encrypt=False|}"; } return ""; } static class Env { public static bool IsDevelopment() => true; }""")]
    [InlineData("""
        string M()
        {
        #if DEBUG
            return "Server=sql.zorg.be;Database=D;{|#0:Encrypt=False|}";
        #else
            return "";
        #endif
        }
        """)]
    public Task Code_for_development_is_information(string member) => Information($$"""
        #define DEBUG
        class Dossiers { {{member}} }
        """);

    [Fact]
    public Task Settings_files() => Verify.Flags(
        "",
        ("/app/appsettings.json", """
            {
              // a comment
              "ConnectionStrings": {
                "Dossiers": "Server=sql.zorg.be\\prod;Database=Dossiers;Integrated Security=True;[|Encrypt=False|]",
                "Near": "Server=(localdb)\\mssqllocaldb;Database=Dossiers;TrustServerCertificate=True",
              },
              "Cache": [ "redis.zorg.be:6379,[|ssl=False|],abortConnect=False" ]
            }
            """),
        ("/app/web.config", """<configuration><connectionStrings><add name="Dossiers" connectionString="Server=sql.zorg.be;Database=&quot;Dossiers&quot;;Integrated Security=True;[|Encrypt=False|]" /></connectionStrings></configuration>"""),
        ("/app/other.json", """{ "a": "Server=sql.zorg.be;Database=Dossiers;Encrypt=False" }"""));

    [Fact]
    public async Task Settings_for_development_are_information_or_silent()
    {
        var test = Verify.Test("", ("/app/appsettings.Development.json", """{ "A": "Server=sql.zorg.be;Database=D;{|#0:Encrypt=False|}", "B": "Server=sqldata;Database=D;Encrypt=False" }"""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4314", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task Test_projects_are_silent() =>
        Verify.Test("""class Dossiers { string Connection() => "Server=sql.zorg.be;Database=Dossiers;Encrypt=False"; }""").Option("build_property.IsTestProject", "true").RunAsync();

    [Fact]
    public Task Servers_that_the_user_calls_near() =>
        Verify.Test("""class Dossiers { string A() => "Server=sql.sidecar.be;Database=Dossiers;Encrypt=False"; string B() => "Server=sql.zorg.be;Database=Dossiers;[|Encrypt=False|]"; }""")
            .Option("kk.KK4314.local_hosts", "sql.sidecar.be").RunAsync();

    [Fact]
    public Task The_message_names_server_and_setting()
    {
        var test = Verify.Test("""class Dossiers { string Connection() => "Server=tcp:sql.zorg.be,1433;Database=Dossiers;{|#0:Encrypt=False|}"; }""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4314", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("The connection to 'sql.zorg.be' is not protected on the way: 'Encrypt=False' turns encryption off"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_chain_of_two_thousand_terms() =>
        Verify.Silent($$"""class Dossiers { string M(string a) => {{string.Join(" + ", Enumerable.Repeat("a + \"x=1\"", 1000))}}; }""");

    [Theory]
    [InlineData("""class C { string M() => "Server=sql.zorg.be;Database=D;[|Encrypt=False|]"; }""", """class C { string M() => "Server=sql.zorg.be;Database=D;Encrypt=True"; }""")]
    [InlineData("""class C { string M() => "Server=sql.zorg.be\\a;Database=D;[|TrustServerCertificate=true|]"; }""", """class C { string M() => "Server=sql.zorg.be\\a;Database=D;TrustServerCertificate=false"; }""")]
    [InlineData("""class C { string M(string s) => $"Host={s};Database=d;[|SslMode=Disable|]"; }""", """class C { string M(string s) => $"Host={s};Database=d;SslMode=VerifyFull"; }""")]
    [InlineData("""class C { string M() => "redis.zorg.be:6379,[|ssl=False|],abortConnect=False"; }""", """class C { string M() => "redis.zorg.be:6379,ssl=True,abortConnect=False"; }""")]
    [InlineData("""class C { object M() => new SqlConnectionStringBuilder { [|Encrypt = false|] }; }""", """class C { object M() => new SqlConnectionStringBuilder { Encrypt = true }; }""")]
    [InlineData("""class C { object M() => new SqlConnectionStringBuilder { [|Encrypt = SqlConnectionEncryptOption.Optional|] }; }""", """class C { object M() => new SqlConnectionStringBuilder { Encrypt = SqlConnectionEncryptOption.Mandatory }; }""")]
    [InlineData("""class C { object M() => new NpgsqlConnectionStringBuilder { [|SslMode = SslMode.Disable|] }; }""", """class C { object M() => new NpgsqlConnectionStringBuilder { SslMode = SslMode.VerifyFull }; }""")]
    [InlineData("""class C { object M() => new ProducerConfig { [|SecurityProtocol = SecurityProtocol.Plaintext|] }; }""", """class C { object M() => new ProducerConfig { SecurityProtocol = SecurityProtocol.Ssl }; }""")]
    [InlineData("""class C { const string Tls = "Encrypt=False"; string M() => "Server=sql.zorg.be;Database=D;" + [|Tls|]; }""", """class C { const string Tls = "Encrypt=False"; string M() => "Server=sql.zorg.be;Database=D;" + [|Tls|]; }""")]
    public Task The_fix_in_code(string before, string after)
    {
        const string Usings = "using Microsoft.Data.SqlClient;\nusing Npgsql;\nusing Confluent.Kafka;\n";
        var test = new CSharpCodeFixTest<ConnectionsAndSecretsAnalyzer, ConnectionTlsFix, DefaultVerifier>
        {
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestCode = Usings + before,
            FixedCode = Usings + after,
        };
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        test.TestState.Sources.Add(("/0/Clients.cs", ConnectionStubs.All));
        test.FixedState.Sources.Add(("/0/Clients.cs", ConnectionStubs.All));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("/app/appsettings.json", """{ "C": "Server=sql.zorg.be\\a;Database=D;[|Encrypt=False|]" }""", """{ "C": "Server=sql.zorg.be\\a;Database=D;Encrypt=True" }""")]
    [InlineData("/app/web.config", """<c><add name="D" connectionString="Server=sql.zorg.be;Database=D;[|TrustServerCertificate=True|]" /></c>""", """<c><add name="D" connectionString="Server=sql.zorg.be;Database=D;TrustServerCertificate=False" /></c>""")]
    public Task The_fix_in_settings(string path, string before, string after)
    {
        var test = new CSharpCodeFixTest<ConnectionsAndSecretsAnalyzer, ConnectionTlsSettingsFix, DefaultVerifier>
        {
            TestCode = "",
            FixedCode = "",
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.AdditionalFiles.Add((path, before));
        test.FixedState.AdditionalFiles.Add((path, after));
        return test.RunAsync();
    }

    private static Task Options(string code)
    {
        var test = Verify.Test(
            "using Microsoft.Data.SqlClient;\nusing Npgsql;\nusing MySqlConnector;\nusing StackExchange.Redis;\nusing MongoDB.Driver;\nusing RabbitMQ.Client;\nusing Confluent.Kafka;\n" + code);
        test.TestState.Sources.Add(("/0/Clients.cs", ConnectionStubs.All));
        return test.RunAsync();
    }

    private static Task Information(string code)
    {
        var test = Verify.Test(code);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4314", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }
}
