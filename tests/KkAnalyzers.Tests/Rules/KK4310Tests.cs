using KkAnalyzers.Tests.Stubs;

namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4310: personal data in cookies, browser storage, session and cache.</summary>
public class KK4310Tests
{
    private const string Usings = """
        using Blazored.LocalStorage;
        using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;
        using Microsoft.JSInterop;
        """;

    private const string Parameters =
        "HttpResponse response, ISession session, IDistributedCache cache, IMemoryCache memory, IJSRuntime js, ProtectedLocalStorage safe, ILocalStorageService local";

    [Theory]
    [InlineData("""response.Cookies.Append("theme", "dark");""")]
    [InlineData("""response.Cookies.Append("client", client.Id.ToString());""")]
    [InlineData("""response.Cookies.Append("client", protector.Protect(client.Insz));""")]
    [InlineData("""session.SetString("ClientName", "");""")]
    [InlineData("""session.SetInt32("step", status);""")]
    [InlineData("""await safe.SetAsync("client", client.Insz);""")]
    [InlineData("""memory.Set("client", client);""")]
    [InlineData("""await js.InvokeVoidAsync("print", client.Naam);""")]
    [InlineData("""await js.InvokeVoidAsync("localStorage.setItem", "theme", "dark");""")]
    [InlineData("""await js.InvokeVoidAsync("localStorage.removeItem", "client");""")]
    public Task Quiet(string statement) => Run(statement);

    [Theory]
    [InlineData("""response.Cookies.Append("client", [|client.Insz|]);""")]
    [InlineData("""response.Cookies.Append("last", [|$"{client.Naam}|{client.Insz}"|], new CookieOptions { Secure = true });""")]
    [InlineData("""session.SetString("c", [|client.Insz|]);""")]
    [InlineData("""session.SetString("email", [|key|]);""")]
    [InlineData("""session.SetString("c", [|JsonSerializer.Serialize(client)|]);""")]
    [InlineData("""await cache.SetStringAsync("c", [|JsonSerializer.Serialize(list)|]);""")]
    [InlineData("""cache.Set("c", [|Encoding.UTF8.GetBytes(client.Insz)|]);""")]
    [InlineData("""await js.InvokeVoidAsync("localStorage.setItem", "client", [|client.Insz|]);""")]
    [InlineData("""await js.InvokeVoidAsync("sessionStorage.setItem", "client", [|client|]);""")]
    [InlineData("""await js.InvokeVoidAsync("eval", [|$"document.cookie='c={client.Insz}'"|]);""")]
    [InlineData("""await local.SetItemAsync("client", [|client|]);""")]
    [InlineData("""await local.SetItemAsStringAsync("c", [|Unmask(client.Insz)|]);""")]
    public Task Flagged(string statement) => Run(statement);

    /// <summary>The example of the rule's page.</summary>
    [Fact]
    public Task List_of_your_own()
    {
        var test = FlowCase.Test("KK4310", """Care.Web.Cabinet.Keep("c", [|client|]); session.SetString("c", client.Insz);""", Usings, "ISession session", ServiceStubs.Browser, "namespace Care.Web { public static class Cabinet { public static void Keep(string name, object value) { } } }");
        test.TestState.AdditionalFiles.Add(("KkAnalyzers.Browser.txt", """
            Care.Web.Cabinet | Keep | sink | members:value key:name
            ! Microsoft.AspNetCore.Http.ISession
            ! Microsoft.AspNetCore.Http.SessionExtensions
            """));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("kk.KK4310.protecting_methods", "Sample.Shorten")]
    [InlineData("kk.KK4310.ignored_categories", "contact.email")]
    [InlineData("kk.KK4310.confidence", "high")]
    public Task Options_quieten(string option, string value)
    {
        var test = FlowCase.Test("KK4310", """var email = key; session.SetString("x", Sample.Shorten(email));""", Usings, Parameters, ServiceStubs.Browser, "partial class Sample { static string Shorten(string s) => s; }");
        test.Option(option, value);
        return test.RunAsync();
    }

    private static Task Run(string statement) => FlowCase.Test("KK4310", statement, Usings, Parameters, ServiceStubs.Browser).RunAsync();
}
