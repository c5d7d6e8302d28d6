namespace KkAnalyzers.Tests.Rules;

/// <summary>KK4305: personal data in addresses. The hard cases carry their numbers.</summary>
public class KK4305Tests
{
    private const string Usings = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.WebUtilities;
        """;

    [Theory]
    // 39: a surrogate key, and the body of a POST.
    [InlineData("""await http.GetAsync($"api/clients/{client.Id}");""")]
    [InlineData("""await http.PostAsJsonAsync("api/clients", client);""")]
    [InlineData("""await http.PostAsync("api/clients", new StringContent(JsonSerializer.Serialize(client)));""")]
    [InlineData("""await http.GetAsync("api/clients?mail=");""")]
    [InlineData("""await http.GetAsync($"api/clients?mail={Mask(client.Email)}");""")]
    [InlineData("""await http.GetAsync($"api/clients?count={list.Count}");""")]
    [InlineData("""nav.NavigateTo($"clients/{client.Id}");""")]
    public Task Quiet(string statement) => Run(statement);

    [Theory]
    // 39.
    [InlineData("""await http.GetAsync([|$"api/clients?mail={client.Email}"|]);""")]
    [InlineData("""await http.GetAsync([|"api/clients?mail=" + Uri.EscapeDataString(client.Email)|]);""")]
    [InlineData("""var email = key; await http.GetAsync([|$"api/clients?mail={email}"|]);""")]
    [InlineData("""await http.GetFromJsonAsync<Client>([|$"api/clients/{client.Insz}"|]);""")]
    [InlineData("""await http.DeleteAsync([|new Uri($"https://zorg.be/clients/{client.Insz}")|]);""")]
    [InlineData("""var request = new HttpRequestMessage(HttpMethod.Get, [|$"clients?insz={client.Insz}"|]);""")]
    [InlineData("""var b = new UriBuilder("https://zorg.be"); b.Query = [|"insz=" + client.Insz|];""")]
    [InlineData("""var url = QueryHelpers.AddQueryString("clients", "mail", [|client.Email|]);""")]
    [InlineData("""nav.NavigateTo([|$"clients?naam={client.Naam}"|]);""")]
    [InlineData("""response.Redirect([|$"/clients/{client.Insz}"|]);""")]
    [InlineData("""var r = controller.RedirectToAction("Index", [|new { client.Email }|]);""")]
    [InlineData("""var r = controller.RedirectToAction("Index", [|new { q = client.Email }|]);""")]
    public Task Flagged(string statement) => Run(statement);

    [Theory]
    [InlineData("""await http.GetAsync([|$"api/clients?mail={client.Email}"|]);""")]
    [InlineData("""await http.GetAsync([|$"api/clients?mail={Uri.EscapeDataString(client.Email)}"|]);""")]
    [InlineData("""var query = "?insz=" + client.Insz; await http.PostAsync([|"api/clients" + query|], null);""")]
    public Task Case39_person_in_an_address_is_flagged(string statement) => Run(statement);

    [Theory]
    [InlineData("""await http.GetAsync($"api/clients/{client.Id}");""")]
    [InlineData("""await http.PostAsJsonAsync($"api/clients/{client.Id}", client);""")]
    [InlineData("""await http.PostAsync("api/clients/search", new FormUrlEncodedContent(new Dictionary<string, string> { ["insz"] = client.Insz }));""")]
    [InlineData("""await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "api/clients/search") { Content = JsonContent.Create(new { client.Insz }) });""")]
    public Task Case39_key_in_a_path_and_body_of_a_post_are_quiet(string statement) => Run(statement);

    [Fact]
    public Task Routes_and_query_strings_take_keys_and_no_people() => Controller("""
        [HttpGet("clients/{id}")] public string One(int id) => "";
        [HttpGet("clients/{id:guid}/notes")] public string Notes(Guid id) => "";
        [HttpGet("clients")] public string All(int page, string sort) => "";
        [HttpPost("clients/search")] public string Search([FromBody] string insz) => "";
        [HttpPost("clients")] public string Add([FromForm] string email) => "";
        """);

    [Fact]
    public Task Parameters_of_routes_and_query_strings() => Controller("""
        [HttpGet("clients/{insz}")] public string One(string [|insz|]) => "";
        [HttpPut("clients/{insz:length(11)}")] public string Put(string [|insz|], [FromBody] Client client) => "";
        [HttpGet("clients")] public string Find(string [|email|]) => "";
        [HttpPost("clients/find")] public string Post([FromQuery] string [|voornaam|]) => "";
        """);

    [Fact]
    public Task Refit_puts_simple_values_into_the_address()
    {
        var test = FlowCase.Test(
            "KK4305", "await api.Get([|client.Insz|]); await api.Get(key); await api.Add(client); await api.Find([|client.Email|], client.Naam);", Usings, "IClients api",
            """
            namespace Refit
            {
                public class GetAttribute : System.Attribute { public GetAttribute(string path) { } }
                public class PostAttribute : System.Attribute { public PostAttribute(string path) { } }
                public class HeaderAttribute : System.Attribute { public HeaderAttribute(string name) { } }
            }

            public interface IClients
            {
                [Refit.Get("/clients/{key}")] System.Threading.Tasks.Task Get(string key);
                [Refit.Post("/clients")] System.Threading.Tasks.Task Add(Client client);
                [Refit.Get("/clients")] System.Threading.Tasks.Task Find(string mail, [Refit.Header("X-Name")] string name);
            }
            """);
        return test.RunAsync();
    }

    /// <summary>The example of the rule's page.</summary>
    [Fact]
    public Task List_of_your_own()
    {
        var test = FlowCase.Test("KK4305", """new Care.Api.Request().WithQuery("x", [|client.Insz|]); nav.NavigateTo($"clients/{client.Insz}");""", Usings, "NavigationManager nav", "namespace Care.Api { public class Request { public void WithQuery(string name, string value) { } } }");
        test.TestState.AdditionalFiles.Add(("KkAnalyzers.Urls.txt", """
            Care.Api.Request | WithQuery | sink | text:value key:name
            ! Microsoft.AspNetCore.Components.NavigationManager
            """));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("kk.KK4305.protecting_methods", "Sample.Shorten")]
    [InlineData("kk.KK4305.ignored_categories", "contact.email")]
    [InlineData("kk.KK4305.confidence", "high")]
    public Task Options_quieten(string option, string value)
    {
        var test = FlowCase.Test("KK4305", """var email = key; await http.GetAsync(Sample.Shorten(email));""", Usings, "HttpClient http", "partial class Sample { static string Shorten(string s) => s; }");
        test.Option(option, value);
        return test.RunAsync();
    }

    private static Task Run(string statement) =>
        FlowCase.Test("KK4305", statement, Usings, "HttpClient http, NavigationManager nav, HttpResponse response, ControllerBase controller").RunAsync();

    private static Task Controller(string actions)
    {
        var test = new FlowTest("KK4305") { TestCode = KK4301Case.Members("", Usings) + "public class ClientsController : ControllerBase\n{\n" + actions + "\n}\n" };
        return test.RunAsync();
    }
}
