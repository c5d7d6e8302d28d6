using KkAnalyzers.Tests.Stubs;

namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4304: personal data in logs. The hard cases carry their numbers.</summary>
public class KK4304Tests
{
    [Theory]
    // 28: a surrogate key.
    [InlineData("""_logger.LogInformation("Client {ClientId} updated", client.Id);""")]
    [InlineData("""_logger.LogInformation("Client {ClientId} updated", id);""")]
    [InlineData("""_logger.LogInformation("Client {ClientId} updated", key);""")]
    [InlineData("""_logger.LogInformation($"Client {client.Id} updated");""")]
    // 31: the name of a member.
    [InlineData("""_logger.LogWarning("Invalid {PhoneValidFrom}", nameof(client.Email));""")]
    // 32: only the constant text speaks of a person.
    [InlineData("""_logger.LogInformation("Looking up client by INSZ");""")]
    [InlineData("""_logger.LogWarning("National number is invalid. {StatusCode}", status);""")]
    // Counts, lengths and presence.
    [InlineData("""_logger.LogInformation("{Count} clients", list.Count);""")]
    [InlineData("""_logger.LogInformation("Length {Length}", client.Email.Length);""")]
    [InlineData("""_logger.LogInformation("{HasEmail}", client.Email != null);""")]
    [InlineData("""_logger.LogInformation("{HasEmail}", string.IsNullOrEmpty(client.Email) ? "no" : "yes");""")]
    // 43: sanitised by meaning.
    [InlineData("""_logger.LogInformation("{Insz}", Mask(client.Insz));""")]
    [InlineData("""_logger.LogInformation("{Insz}", protector.Protect(client.Insz));""")]
    // An exception is the place of KK4307.
    [InlineData("""try { } catch (Exception e) { _logger.LogError(e, "Failed"); }""")]
    // 30: an object that prints the name of its type.
    [InlineData("""_logger.LogInformation("{Client}", client);""")]
    public Task Quiet(string statement) => Log(statement);

    [Theory]
    // 27.
    [InlineData("""_logger.LogInformation([|$"Client {client.Naam} {client.Insz}"|]);""")]
    [InlineData("""_logger.LogInformation("{ClientName}", [|client.Naam|]);""")]
    // 29.
    [InlineData("""_logger.LogError("Unknown {Insz}", [|client?.Insz|]);""")]
    [InlineData("""string rijksregisternummer = key; _logger.LogError("Unknown {Id}", [|rijksregisternummer|]);""")]
    // 30: whole objects.
    [InlineData("""_logger.LogInformation("{Intake}", [|record|]);""")]
    [InlineData("""_logger.LogInformation("{@client}", [|client|]);""")]
    [InlineData("""_logger.LogInformation([|JsonSerializer.Serialize(client)|]);""")]
    [InlineData("""_logger.LogInformation("{Json}", [|JsonSerializer.Serialize(client)|]);""")]
    // 33: one hop, a value that only its key names.
    [InlineData("""var n = session.GetString("ClientName"); _logger.LogInformation([|$"{n ?? "-"}"|]);""")]
    // 34: a health fact beside a pseudonym.
    [InlineData("""_logger.LogInformation("{ClientId} {Diagnose}", client.Id, [|client.Diagnose|]);""")]
    // 43: the substring trap.
    [InlineData("""_logger.LogInformation("{Insz}", [|Unmask(client.Insz)|]);""")]
    // The hole says what the value is.
    [InlineData("""_logger.LogInformation("Sent to {Email}", [|key|]);""")]
    [InlineData("""_logger.Log(LogLevel.Debug, "{Insz}", [|client.Insz|]);""")]
    [InlineData("""using (_logger.BeginScope("{Insz}", [|client.Insz|])) { }""")]
    [InlineData("""Console.WriteLine([|client.Insz|]);""")]
    [InlineData("""Console.WriteLine([|$"{client.Insz,-12}"|]);""")]
    [InlineData("""Console.Error.WriteLine([|client.Insz|]);""")]
    [InlineData("""System.Diagnostics.Trace.TraceInformation("{0}", [|client.Insz|]);""")]
    [InlineData("""System.Diagnostics.Debug.WriteLine([|"Insz " + client.Insz|]);""")]
    [InlineData("""System.Diagnostics.Activity.Current?.SetTag("client", [|client.Insz|]);""")]
    [InlineData("""System.Diagnostics.Activity.Current?.AddBaggage("client", [|client.Insz|]);""")]
    public Task Flagged(string statement) => Log(statement);

    [Theory]
    [InlineData("""Log.Information("Client {ClientId}", client.Id);""")]
    [InlineData("""Log.Information("{Insz}", [|client.Insz|]);""")]
    [InlineData("""Log.Information("{Insz} {@Client}", [|client.Insz|], [|client|]);""")]
    [InlineData("""Log.Information("{@Masked}", masked);""")]
    [InlineData("""Log.Information("{Insz}", [|masked.Insz|]);""")]
    [InlineData("""Log.ForContext("Insz", [|client.Insz|]).Information("Opened");""")]
    public Task Serilog_writes_members_when_told_to(string statement) => Log(statement, "using Serilog;", LogStubs.Serilog, LogStubs.Masked);

    [Fact]
    public Task Case35_own_wrapper_reports_each_call_site() => KK4304Case.Run(KK4304Case.Members("""
        static class AppLog
        {
            public static ILogger Logger;
            [System.Diagnostics.CodeAnalysis.SuppressMessage("PersonalData", "KK4304", Justification = "A wrapper: it holds no data of its own.")]
            public static void LogDebug(string text) => Logger.LogDebug(text);
        }
        void M(Client client)
        {
            AppLog.LogDebug("Started");
            AppLog.LogDebug([|$"Opened {client.Insz}"|]);
        }
        """));

    [Fact]
    public Task Case36_redacted_in_a_log_method_and_open_in_a_call() => KK4304Case.Run(
        KK4304Case.Members("""
            [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Opened {Insz}")]
            static partial void Opened(ILogger logger, [HealthData] string insz);
            static partial void Opened(ILogger logger, string insz) { }

            [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Saved")]
            static partial void Saved(ILogger logger, [LogProperties] Dossier dossier);
            static partial void Saved(ILogger logger, Dossier dossier) { }

            class Dossier
            {
                public int Id { get; set; }
                [HealthData] public string Diagnose { get; set; }
                [LogPropertyIgnore] public string Insz { get; set; }
            }

            void M(Dossier dossier)
            {
                Opened(_logger, dossier.Insz);
                Saved(_logger, dossier);
                _logger.LogInformation("{Insz}", [|dossier.Insz|]);
            }
            """), LogStubs.Compliance);

    [Fact]
    public Task Log_methods_write_every_parameter() => KK4304Case.Run(
        KK4304Case.Members("""
            [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Opened {Insz} {Id}")]
            static partial void Opened(ILogger logger, string insz, int id);
            static partial void Opened(ILogger logger, string insz, int id) { }

            [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Saved")]
            static partial void Saved(ILogger logger, [LogProperties] Client client);
            static partial void Saved(ILogger logger, Client client) { }

            static readonly Action<ILogger, string, Exception> Closed = LoggerMessage.Define<string>(LogLevel.Information, new EventId(3), "Closed {Insz}");
            static readonly Action<ILogger, int, Exception> Counted = LoggerMessage.Define<int>(LogLevel.Information, new EventId(4), "Counted {Count}");

            void M(Client client, string key)
            {
                Opened(_logger, [|key|], client.Id);
                Saved(_logger, [|client|]);
                Closed(_logger, [|key|], null);
                Closed(_logger, [|client.Insz|], null);
                Counted(_logger, client.Id, null);
            }
            """), LogStubs.Compliance);

    [Fact]
    public Task Case30_this_prints_what_its_ToString_prints() => KK4304Case.Run(KK4304Case.Members("""
        class Dossier
        {
            private readonly ILogger _log;
            public string Insz { get; set; }
            public override string ToString() => $"Dossier {Insz}";
            public void Open() => _log.LogInformation([|$"{this}"|]);
        }
        """));

    /// <summary>The example of the rule's page.</summary>
    [Fact]
    public Task List_of_your_own()
    {
        var test = FlowCase.Test("KK4304", """Care.Audit.Trail.Write("{Insz} {Step}", [|client.Insz|], status); Console.WriteLine(client.Insz);""", "", "int more", "namespace Care.Audit { public static class Trail { public static void Write(string message, params object[] values) { } } }");
        test.TestState.AdditionalFiles.Add(("KkAnalyzers.Logs.txt", """
            Care.Audit.Trail | Write | sink | template:message holes:values
            ! System.Console
            """));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("kk.KK4304.protecting_methods", "Sample.Shorten", """_logger.LogInformation("{Insz}", Shorten(client.Insz));""")]
    [InlineData("kk.KK4304.ignored_categories", "online-device | contact.email", """_logger.LogInformation("{Email} {Ip}", client.Email, ipAddress);""")]
    [InlineData("kk.KK4304.confidence", "high", """_logger.LogInformation("Sent to {Email}", key);""")]
    public async Task Options_quieten(string option, string value, string statement)
    {
        var code = KK4304Case.Members($$"""string Shorten(string s) => s; void M(Client client, string key, string ipAddress) { {{statement}} }""");
        var test = new FlowTest("KK4304") { TestCode = code };
        test.Option(option, value);
        await test.RunAsync();
    }

    [Fact]
    public Task An_option_without_number_holds_for_the_rule()
    {
        var test = new FlowTest("KK4304") { TestCode = KK4304Case.Members("""string Shorten(string s) => s; void M(Client client, string ipAddress) { _logger.LogInformation("{Insz} {Ip}", Shorten(client.Insz), ipAddress); }""") };
        test.Option("kk.protecting_methods", "Sample.Shorten").Option("kk.ignored_categories", "online-device");
        return test.RunAsync();
    }

    private static Task Log(string statement, string usings = "", params string[] stubs) => KK4304Case.Run(KK4304Case.Body(statement, usings), stubs);
}

/// <summary>A KK4304 test: statements in a method of a care app, or members of its class.</summary>
internal static class KK4304Case
{
    public static string Body(string statements, string usings = "") => Members(
        """
        string Mask(string s) => "***";
            string Unmask(string s) => s;
            void M(Client client, ClientRecord record, Guid id, string key, int status, List<Client> list, IDataProtector protector, ISession session

        """.TrimEnd() + (usings.Contains("Serilog", StringComparison.Ordinal) ? ", Masked masked" : "") + ")\n    {\n        " + statements + "\n    }", usings);

    public static string Members(string members, string usings = "") =>
        KK4301Case.Members("ILogger _logger;\n    " + members, "using Microsoft.Extensions.Logging;\n" + usings).Replace("ILogger _logger", "Microsoft.Extensions.Logging.ILogger _logger", StringComparison.Ordinal);

    public static Task Run(string code, params string[] stubs)
    {
        var test = new FlowTest("KK4304") { TestCode = code };
        for (var i = 0; i < stubs.Length; i++)
        {
            test.TestState.Sources.Add(($"/0/Stub{i}.cs", "#nullable disable\n" + stubs[i]));
        }

        return test.RunAsync();
    }
}
