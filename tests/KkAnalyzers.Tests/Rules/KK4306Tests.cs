using KkAnalyzers.Tests.Stubs;

namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4306: personal data that go to analytics, crash reporting, advertising or AI. The hard cases carry their numbers.</summary>
public class KK4306Tests
{
    private const string Usings = "using Microsoft.ApplicationInsights; using Microsoft.Extensions.AI; using Sentry;";

    [Theory]
    // 42: booleans, names of pages, constants, a choice between constants.
    [InlineData("""telemetry.TrackEvent("SIGN_IN");""")]
    [InlineData("""telemetry.TrackEvent("SIGN_IN", new Dictionary<string, string> { { "Sign-in method", status > 1 ? "Card reader" : "Password" } });""")]
    [InlineData("""telemetry.TrackEvent("PAGE", new Dictionary<string, string> { { "Has e-mail", (client.Email != null).ToString() } });""")]
    [InlineData("""telemetry.TrackEvent("PAGE", new Dictionary<string, string> { { nameof(client.Insz), "absent" } });""")]
    [InlineData("""telemetry.TrackEvent("COUNT", new Dictionary<string, string> { { "Clients", list.Count.ToString() } });""")]
    [InlineData("""telemetry.TrackEvent("OPEN", new Dictionary<string, string> { { "Client", client.Id.ToString() } });""")]
    [InlineData("""telemetry.TrackEvent("OPEN", new Dictionary<string, string> { { "Client", protector.Protect(client.Insz) } });""")]
    [InlineData("""await chat.GetResponseAsync("Write a friendly reminder");""")]
    public Task Quiet(string statement) => Run(statement);

    [Theory]
    // 42: as a value, under a key that says nothing, and as a key.
    [InlineData("""var pin = key; telemetry.TrackEvent("SIGN_IN", [|new Dictionary<string, string> { { nameof(pin), pin } }|]);""")]
    [InlineData("""var userName = key; telemetry.TrackEvent("SIGN_IN", [|new Dictionary<string, string> { { "user", userName } }|]);""")]
    [InlineData("""telemetry.TrackEvent("OPEN", [|new Dictionary<string, string> { { client.Insz, "opened" } }|]);""")]
    [InlineData("""telemetry.TrackEvent("OPEN", [|new Dictionary<string, string> { ["client"] = client.Insz }|]);""")]
    [InlineData("""var d = new Dictionary<string, string>(); d["client"] = client.Insz; telemetry.TrackEvent("OPEN", [|d|]);""")]
    [InlineData("""telemetry.TrackTrace([|$"Opened {client.Insz}"|]);""")]
    [InlineData("""telemetry.TrackEvent("OPEN", [|new Dictionary<string, string> { { "Client", Unmask(client.Insz) } }|]);""")]
    [InlineData("""SentrySdk.CaptureMessage([|"Opened " + client.Naam|]);""")]
    [InlineData("""var user = new SentryUser { Email = [|client.Email|] };""")]
    // 69: a model that runs elsewhere.
    [InlineData("""await chat.GetResponseAsync([|$"Summarise: {client.Diagnose}"|]);""")]
    [InlineData("""await chat.GetResponseAsync([|new[] { new ChatMessage(ChatRole.User, client.Diagnose) }|]);""")]
    [InlineData("""var turns = new List<ChatMessage>(); turns.Add(new ChatMessage(ChatRole.User, $"Patient {client.Naam}: {client.Diagnose}")); await chat.GetResponseAsync([|turns|]);""")]
    [InlineData("""openAi.CompleteChat([|new OpenAI.Chat.UserChatMessage(client.Diagnose)|]);""")]
    public Task Flagged(string statement) => Run(statement);

    [Theory]
    [InlineData("""var pin = key; telemetry.TrackEvent("SIGN_IN", [|new Dictionary<string, string> { { nameof(pin), pin } }|]);""")]
    [InlineData("""var userName = key; telemetry.TrackEvent("SIGN_IN", [|new Dictionary<string, string> { { "user", userName } }|]);""")]
    [InlineData("""telemetry.TrackEvent("OPEN", [|new Dictionary<string, string> { { client.Insz, "opened" } }|]);""")]
    public Task Case42_value_or_key_of_an_event_is_flagged(string statement) => Run(statement);

    [Theory]
    [InlineData("""telemetry.TrackEvent("SIGN_IN", new Dictionary<string, string> { { "Sign-in method", status > 1 ? "Card reader" : "Password" } });""")]
    [InlineData("""telemetry.TrackEvent("PAGE", new Dictionary<string, string> { { "Page", "ClientOverview" }, { "Email", (client.Email != null).ToString() } });""")]
    [InlineData("""telemetry.TrackEvent("PAGE", new Dictionary<string, string> { { "Reminder", client.HasReminder.ToString() } });""")]
    public Task Case42_constant_page_or_choice_is_quiet(string statement) => Run(statement);

    [Theory]
    [InlineData("""await chat.GetResponseAsync([|$"Summarise: {client.Diagnose}"|]);""")]
    [InlineData("""openAi.CompleteChat([|new OpenAI.Chat.UserChatMessage($"Patient {client.Naam}: {client.Diagnose}")|]);""")]
    public Task Case69_text_of_a_patient_to_a_model_elsewhere_is_flagged(string statement) => Run(statement);

    [Fact]
    public Task Case69_consent_kept_beside_the_call_changes_nothing() => Run("""var aiProcessingConsent = status > 0; if (aiProcessingConsent) { await chat.GetResponseAsync([|$"Summarise: {client.Diagnose}"|]); }""");

    [Fact]
    public Task Case69_a_local_model_is_quiet() => Run("""await chat.GetResponseAsync($"Summarise: {client.Diagnose}");""", ServiceStubs.Ollama);

    /// <summary>The example of the rule's page: a local runtime that the list does not know.</summary>
    [Theory]
    [InlineData("""await chat.GetResponseAsync($"Summarise: {client.Diagnose}");""", "namespace Care.Models { public class LocalRuntime { } }")]
    [InlineData("""await chat.GetResponseAsync([|$"Summarise: {client.Diagnose}"|]);""", "namespace Care.Models { public class Other { } }")]
    public Task List_of_your_own(string statement, string stub)
    {
        var test = FlowCase.Test("KK4306", statement, Usings, "IChatClient chat", ServiceStubs.ThirdParties, stub);
        test.TestState.AdditionalFiles.Add(("KkAnalyzers.ThirdParties.txt", """
            ! Microsoft.Extensions.AI.ChatClientExtensions
            Microsoft.Extensions.AI.ChatClientExtensions | GetResponseAsync | sink | text:chatMessage text:messages unless:Care.Models.LocalRuntime
            """));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("kk.KK4306.protecting_methods", "Sample.Mask2")]
    [InlineData("kk.KK4306.ignored_categories", "contact.email")]
    [InlineData("kk.KK4306.confidence", "high")]
    public Task Options_quieten(string option, string value)
    {
        var test = FlowCase.Test("KK4306", "var email = key; telemetry.TrackTrace(Sample.Mask2(email));", Usings, "TelemetryClient telemetry", ServiceStubs.ThirdParties, "partial class Sample { static string Mask2(string s) => s; }");
        test.Option(option, value);
        return test.RunAsync();
    }

    private static Task Run(string statement, params string[] more) =>
        FlowCase.Test("KK4306", statement, Usings, "TelemetryClient telemetry, IChatClient chat, OpenAI.Chat.ChatClient openAi", [ServiceStubs.ThirdParties, .. more]).RunAsync();
}
