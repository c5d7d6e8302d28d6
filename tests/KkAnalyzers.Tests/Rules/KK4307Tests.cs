namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4307: personal data in exceptions and error responses. The hard cases carry their numbers.</summary>
public class KK4307Tests
{
    private const string Usings = "using Microsoft.AspNetCore.Mvc;";

    [Theory]
    // 38: the name of a parameter.
    [InlineData("""throw new ArgumentException("Not a national number", nameof(client.Insz));""")]
    [InlineData("""throw new ArgumentException($"{nameof(client.Insz)} is not valid");""")]
    [InlineData("""throw new InvalidOperationException($"No dossier for client {client.Id}");""")]
    [InlineData("""throw new InvalidOperationException("Looking up a client by INSZ failed");""")]
    [InlineData("""throw new InvalidOperationException($"{list.Count} clients");""")]
    [InlineData("""throw new InvalidOperationException($"No dossier for {Mask(client.Insz)}");""")]
    [InlineData("""var r = controller.BadRequest("Unknown client");""")]
    [InlineData("""var r = controller.BadRequest(client);""")]
    public Task Quiet(string statement) => Run(statement);

    [Theory]
    // 38.
    [InlineData("""throw new InvalidOperationException([|$"INSZ {client.Insz} is unknown"|]);""")]
    [InlineData("""throw new ArgumentException([|"Unknown " + client.Naam|], nameof(client));""")]
    [InlineData("""throw new ArgumentOutOfRangeException(nameof(client), [|client.Insz|], "Not valid");""")]
    [InlineData("""throw new KeyNotFoundException([|string.Format("No dossier for {0}", client.Email)|]);""")]
    [InlineData("""var e = new InvalidOperationException([|$"INSZ {client.Insz}"|]); throw e;""")]
    [InlineData("""var e = new InvalidOperationException("No dossier"); e.Data["client"] = [|client.Insz|]; throw e;""")]
    [InlineData("""throw new InvalidOperationException([|$"INSZ {Unmask(client.Insz)}"|]);""")]
    [InlineData("""var r = controller.BadRequest([|$"Unknown client {client.Insz}"|]);""")]
    [InlineData("""var r = controller.NotFound([|client.Email|]);""")]
    [InlineData("""var r = controller.Problem(detail: [|$"No dossier for {client.Naam}"|]);""")]
    [InlineData("""var r = Results.NotFound([|$"No dossier for {client.Insz}"|]);""")]
    [InlineData("""var p = new ProblemDetails { Title = "Not found", Detail = [|client.Insz|] };""")]
    public Task Flagged(string statement) => Run(statement);

    [Theory]
    [InlineData("""var insz = client.Insz; throw new InvalidOperationException([|$"INSZ {insz} is unknown"|]);""")]
    [InlineData("""var insz = client.Insz; throw new ArgumentException([|$"INSZ {insz} is unknown"|], nameof(insz));""")]
    public Task Case38_value_in_the_message_is_flagged(string statement) => Run(statement);

    [Theory]
    [InlineData("""var insz = client.Insz; throw new ArgumentException($"{nameof(insz)} is unknown", nameof(insz));""")]
    [InlineData("""var insz = client.Insz; throw new ArgumentNullException(nameof(insz));""")]
    [InlineData("""var insz = client.Insz; ArgumentNullException.ThrowIfNull(insz); ArgumentException.ThrowIfNullOrEmpty(insz);""")]
    public Task Case38_name_in_the_message_is_quiet(string statement) => Run(statement);

    [Fact]
    public Task An_exception_class_of_its_own_is_found_where_it_gets_the_data() => new FlowTest("KK4307")
    {
        TestCode = KK4301Case.Members("""
            class DossierException : Exception
            {
                public DossierException(string message) : base(message) { }
                public DossierException(int id) : base($"No dossier {id}") { }
            }

            class UnknownClient : Exception
            {
                public UnknownClient(string insz) : base([|$"No client {insz}"|]) { }
            }

            void M(Client client)
            {
                if (client.Id == 0) throw new DossierException(client.Id);
                if (client.Id == 1) throw new DossierException("No dossier");
                if (client.Id == 2) throw new UnknownClient(client.Insz);
                throw new DossierException([|$"No dossier for {client.Naam} {client.Insz}"|]);
            }
            """),
    }.RunAsync();

    /// <summary>The example of the rule's page.</summary>
    [Fact]
    public Task List_of_your_own()
    {
        var test = FlowCase.Test("KK4307", """Care.Web.Answers.Refuse([|$"No client {client.Insz}"|]); Environment.FailFast(client.Insz);""", Usings, "int more", "namespace Care.Web { public static class Answers { public static void Refuse(string reason) { } } }");
        test.TestState.AdditionalFiles.Add(("KkAnalyzers.Errors.txt", """
            Care.Web.Answers | Refuse | sink | text:reason
            ! System.Environment
            """));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("kk.KK4307.protecting_methods", "Sample.Shorten")]
    [InlineData("kk.KK4307.ignored_categories", "contact.email")]
    [InlineData("kk.KK4307.confidence", "high")]
    public Task Options_quieten(string option, string value)
    {
        var test = FlowCase.Test("KK4307", """var email = key; throw new InvalidOperationException(Sample.Shorten(email));""", Usings, "int more", "partial class Sample { static string Shorten(string s) => s; }");
        test.Option(option, value);
        return test.RunAsync();
    }

    private static Task Run(string statement) => FlowCase.Test("KK4307", statement, Usings, "ControllerBase controller").RunAsync();
}
