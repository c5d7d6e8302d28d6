using KkAnalyzers.Tests.Stubs;

namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4308: personal data on the clipboard, in a notification or on the lock screen.</summary>
public class KK4308Tests
{
    private const string Usings = "using Microsoft.Maui.ApplicationModel.DataTransfer; using Plugin.LocalNotification; using AndroidX.Core.App;";

    [Theory]
    [InlineData("""await clipboard.SetTextAsync("https://www.vlaanderen.be");""")]
    [InlineData("""await clipboard.SetTextAsync(client.Id.ToString());""")]
    [InlineData("""var n = new NotificationRequest { Title = "Zorgapp", Description = "U hebt een nieuw bericht", NotificationId = client.Id };""")]
    [InlineData("""var n = new NotificationRequest { Description = $"{list.Count} nieuwe berichten" };""")]
    [InlineData("""var n = new NotificationCompat.Builder().SetContentTitle("Zorgapp").SetContentText("Nieuwe afspraak");""")]
    public Task Quiet(string statement) => Run(statement);

    [Theory]
    [InlineData("""await clipboard.SetTextAsync([|client.Insz|]);""")]
    [InlineData("""await Clipboard.SetTextAsync([|$"{client.Naam} {client.Insz}"|]);""")]
    [InlineData("""var n = new NotificationRequest { Title = "Zorgapp", Description = [|$"Afspraak voor {client.Diagnose}"|] };""")]
    [InlineData("""var n = new NotificationRequest(); n.Title = [|client.Naam|];""")]
    [InlineData("""var n = new NotificationCompat.Builder().SetContentTitle("Zorgapp").SetContentText([|"Resultaat: " + client.Diagnose|]);""")]
    [InlineData("""var r = new ShareTextRequest([|client.Insz|]);""")]
    [InlineData("""var r = new ShareTextRequest { Text = [|client.Email|] };""")]
    public Task Flagged(string statement) => Run(statement);

    /// <summary>The example of the rule's page.</summary>
    [Fact]
    public Task List_of_your_own()
    {
        var test = FlowCase.Test("KK4308", """Care.Mobile.Banner.Show("Zorgapp", [|client.Diagnose|]); await clipboard.SetTextAsync(client.Insz);""", Usings, "IClipboard clipboard", ServiceStubs.Screens, "namespace Care.Mobile { public static class Banner { public static void Show(string title, string body) { } } }");
        test.TestState.AdditionalFiles.Add(("KkAnalyzers.Screens.txt", """
            Care.Mobile.Banner | Show | sink | text:title text:body
            ! Microsoft.Maui.ApplicationModel.DataTransfer.IClipboard
            """));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("kk.KK4308.protecting_methods", "Sample.Shorten")]
    [InlineData("kk.KK4308.ignored_categories", "contact.email")]
    [InlineData("kk.KK4308.confidence", "high")]
    public Task Options_quieten(string option, string value)
    {
        var test = FlowCase.Test("KK4308", "var email = key; await clipboard.SetTextAsync(Sample.Shorten(email));", Usings, "IClipboard clipboard", ServiceStubs.Screens, "partial class Sample { static string Shorten(string s) => s; }");
        test.Option(option, value);
        return test.RunAsync();
    }

    private static Task Run(string statement) => FlowCase.Test("KK4308", statement, Usings, "IClipboard clipboard", ServiceStubs.Screens).RunAsync();
}
