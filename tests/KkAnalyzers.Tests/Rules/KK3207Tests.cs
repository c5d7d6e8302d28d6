using KkAnalyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

public class KK3207Tests
{
    private const string Usings = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        """;

    [Fact]
    public Task A_library_without_endpoints_is_not_inspected() => Silent("""
        public class NewsletterService { public void SubscribeToNewsletter(string email) { } }
        public class AccountService { public void Register(string email) { } }
        """);

    [Fact]
    public Task Events_observers_containers_and_sockets_are_quiet() => Silent(Usings + """
        [AllowAnonymous] public class WebhooksController : ControllerBase
        {
            [HttpPost] public void Subscribe(string url) { }
            [HttpPost] public void CreateSubscription(string topic) { }
            [HttpPost] public void Connect(string socket) { }
        }
        [AllowAnonymous] public class DevicesController : ControllerBase
        {
            [HttpPost("devices/{userId}/register")] public void Register(string userId) { }
            [HttpPost] public void RegisterPatient(string name) { }
            [HttpPost] public void UploadDocument(string name) { }
        }
        [AllowAnonymous] public class UserController : ControllerBase { [HttpPost] public void RegisterDevice(string name) { } }
        public class Bus : IObservable<int> { public IDisposable Subscribe(IObserver<int> o) => null; public void Register<T>() { } public void Connect() { } public void SubscribeToNewsletter() { } }
        """);

    [Fact]
    public Task Each_pair_with_its_way_out_is_quiet() => Silent(Usings + """
        [AllowAnonymous] public class NewsletterController : ControllerBase { [HttpPost] public void Subscribe(string email) { } [HttpPost] public void Unsubscribe(string email) { } }
        [AllowAnonymous] public class AccountController : ControllerBase { [HttpPost] public void Register(string email) { } [HttpDelete] public void Index() { } }
        [AllowAnonymous] public class ConsentController : ControllerBase { [HttpPost] public void GiveConsent() { } [HttpPost] public void Withdraw() { } }
        [AllowAnonymous] public class DossierController : ControllerBase { [HttpPost] public void ShareDossier() { } [HttpPost] public void StopSharing() { } }
        [AllowAnonymous] public class FitbitController : ControllerBase { [HttpPost] public void Connect() { } [HttpPost] public void Disconnect() { } }
        [AllowAnonymous] public class LocationController : ControllerBase { [HttpPost] public void ShareLocation() { } [HttpPost] public void StopSharingLocation() { } }
        [AllowAnonymous] public class SubscriptionController : ControllerBase { [HttpPost] public void StartSubscription() { } [HttpPost] public void Cancel() { } }
        [AllowAnonymous] public class PhotoController : ControllerBase { [HttpPost] public void Upload() { } [HttpPost] public void Delete() { } }
        """);

    [Fact]
    public Task Dutch_and_French_ways_out_are_quiet() => Silent(Usings + """
        [AllowAnonymous] public class NieuwsbriefController : ControllerBase { [HttpPost] public void Inschrijven(string email) { } [HttpPost] public void Uitschrijven(string email) { } }
        [AllowAnonymous] public class CompteController : ControllerBase { [HttpPost] public void CreerCompte(string email) { } [HttpPost] public void SupprimerCompte() { } }
        [AllowAnonymous] public class ToestemmingController : ControllerBase { [HttpPost] public void GeefToestemming() { } [HttpPost] public void TrekToestemmingIn() { } }
        """);

    [Fact]
    public Task A_way_in_without_a_way_out() => Flags(Usings + """
        [AllowAnonymous] public class NewsletterController : ControllerBase { [HttpPost] public void {|KK3207:Subscribe|}(string email) { } [HttpPost] public void SubscribeConfirm(string email) { } }
        [AllowAnonymous] public class AccountController : ControllerBase { [HttpPost] public void {|KK3207:Register|}(string email) { } }
        [AllowAnonymous] public class ToestemmingController : ControllerBase { [HttpPost] public void {|KK3207:GeefToestemming|}() { } }
        [Authorize] public class SubscriptionController : ControllerBase { [HttpPost] public void {|KK3207:StartSubscription|}() { } }
        [Authorize] public class PhotoController : ControllerBase { [HttpPost] public void {|KK3207:Upload|}() { } }
        """);

    [Fact]
    public Task French_ways_in() => Flags(Usings + """
        [AllowAnonymous] public class InfolettreController : ControllerBase { [HttpPost] public void {|KK3207:Abonner|}(string email) { } }
        [AllowAnonymous] public class CompteController : ControllerBase { [HttpPost] public void {|KK3207:CreerCompte|}(string email) { } }
        [Authorize] public class PartageController : ControllerBase { [HttpPost] public void {|KK3207:PartagerDossier|}() { } }
        """);

    [Fact]
    public Task Routes_and_pages() => Flags(Usings + """
        public static class Routes
        {
            public static void Add(WebApplication app)
            {
                app.{|KK3207:MapPost|}("/newsletter/subscribe", (string email) => Results.Ok());
                app.MapPost("/photos", () => Results.Ok());
                app.MapPost("/account/photo/upload", () => Results.Ok());
                app.MapDelete("/account/photo/{id}", (string id) => Results.Ok());
            }
        }

        namespace Areas.Identity.Pages.Account
        {
            [AllowAnonymous] public class {|KK3207:RegisterModel|} : PageModel { public void OnPost() { } }
        }
        """);

    [Fact]
    public Task A_professional_who_registers_somebody_else_is_quiet() => Silent(Usings + """
        [Authorize(Roles = "Admin")] public class UsersController : ControllerBase { [HttpPost] public void RegisterUser(string email) { } }
        [AllowAnonymous] public class NewsletterController : ControllerBase { [HttpPost] public void Subscribe(bool on) { } }
        """);

    [Fact]
    public Task Who_deletes_an_address_keeps_the_account() => Flags(Usings + """
        [AllowAnonymous] public class AccountController : ControllerBase { [HttpPost] public void {|KK3207:Register|}(string email) { } }
        [Authorize] public class UserAddressController : ControllerBase { [HttpPost] public void Delete(long id) { } }
        [Authorize] public class GebruikerController : ControllerBase { [HttpPost] public void VerwijderAdres(long id) { } }
        """);

    [Fact]
    public Task What_an_administrator_deletes_is_no_way_out_for_the_person() => Flags(Usings + """
        [AllowAnonymous] public class AccountController : ControllerBase { [HttpPost] public void {|KK3207:Register|}(string email) { } [HttpPost] public void DeletePhoto() { } }
        [Authorize(Roles = "admin")] public class UserApiController : ControllerBase { [HttpDelete("users/{id}")] public void Delete(string id) { } }
        public class UserRepository { public void Delete(string id) { } }
        """);

    [Fact]
    public Task The_counterpart_may_be_a_message_a_service_or_a_key() => Silent(Usings + """
        [AllowAnonymous] public class NewsletterController : ControllerBase { [HttpPost] public void Subscribe(string email) { } }
        [AllowAnonymous] public class AccountController : ControllerBase { [HttpPost] public void Register(string email) { } }
        public record UnsubscribeFromNewsletter(string Email);
        public class Profile { public void DeletePersonalData() { } }
        """);

    [Fact]
    public async Task The_counterpart_may_be_a_link()
    {
        const string code = Usings + """
            [AllowAnonymous] public class NewsletterController : ControllerBase { [HttpPost] public void {0}(string email) {{ }} }
            """;
        await Test(code.Replace("{0}", "Subscribe").Replace("{{ }}", "{ }"), ("/0/Mail.cshtml", "<a href=\"https://mail.example/unsubscribe?id=1\">Uitschrijven</a>")).RunAsync();
        await Test(code.Replace("{0}", "{|KK3207:Subscribe|}").Replace("{{ }}", "{ }"), ("/0/Mail.cshtml", "<a href=\"https://mail.example/help\">Help</a>")).RunAsync();
    }

    [Fact]
    public Task The_counterpart_that_the_user_names() =>
        Test(Usings + """
            [AllowAnonymous] public class NewsletterController : ControllerBase { [HttpPost] public void Subscribe(string email) { } }
            [AllowAnonymous] public class AccountController : ControllerBase { [HttpPost] public void {|KK3207:Register|}(string email) { } }
            """).Option("kk.KK3207.ways_out_elsewhere", "newsletter, photo").RunAsync();

    [Fact]
    public Task A_word_that_the_user_adds() => Test(
        Usings + """[AllowAnonymous] public class NewsletterController : ControllerBase { [HttpPost] public void Subscribe(string email) { } [HttpPost] public void Wegwezen(string email) { } }""",
        ("/0/KkAnalyzers.WaysOut.txt", "wegwezen | newsletter | out\n")).RunAsync();

    [Fact]
    public async Task The_default_pages_of_Identity_delete_the_account_and_its_API_does_not()
    {
        const string identity = """

            public class CareUser { }
            namespace Microsoft.AspNetCore.Identity.UI.Stub { }
            namespace Microsoft.Extensions.DependencyInjection
            {
                public static class IdentityServiceCollectionUIExtensions { public static object AddDefaultIdentity<T>(this IServiceCollection services) => services; }
            }
            """;
        await Silent("using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection;\n" + Usings + """
            public static class Startup { public static void Add(IServiceCollection services) => services.AddDefaultIdentity<CareUser>(); }
            [AllowAnonymous] public class AccountController : ControllerBase { [HttpPost] public void Register(string email) { } }
            """ + identity);
        await Flags("using Microsoft.AspNetCore.Routing;\n" + Usings + """
            public class CareUser { }
            public static class Program { public static void Main() { var app = WebApplication.Create(); app.{|KK3207:MapIdentityApi<CareUser>|}(); app.Run(); } }
            """);
    }

    [Fact]
    public Task Commands_of_an_app() => App("""
        namespace Microsoft.Maui.Controls { public class Page { } public class ContentPage : Page { } }
        public class Command { }
        public class RelayCommandAttribute : System.Attribute { }
        public class NewsletterViewModel
        {
            public Command {|KK3207:SubscribeCommand|} { get; } = new();
            [RelayCommand] public void {|KK3207:ShareLocation|}() { }
        }
        public class PhotoPage : Microsoft.Maui.Controls.ContentPage
        {
            public void Upload_Clicked(object sender, System.EventArgs e) { }
            public void Delete_Clicked(object sender, System.EventArgs e) { }
        }
        public class Bus { public void SubscribeNewsletter() { } }
        """);

    [Fact]
    public async Task The_message_names_the_way_in()
    {
        var test = Test(Usings + """[AllowAnonymous] public class NewsletterController : ControllerBase { [HttpPost("news")] public void {|#0:Subscribe|}(string email) { } }""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3207", DiagnosticSeverity.Info).WithLocation(0)
            .WithMessage("'NewsletterController.Subscribe' is a way into a newsletter, and this project shows no way out of it"));
        await test.RunAsync();
    }

    /// <summary>Without ASP.NET Core among the references.</summary>
    private static Task App(string code)
    {
        var test = Test(code);
        test.TestState.AdditionalReferences.Clear();
        return test.RunAsync();
    }

    private static Task Silent(string code) => Test(code).RunAsync();

    private static Task Flags(string code) => Test(code).RunAsync();

    /// <summary>The rules of the same analyzer about access say other things about this code.</summary>
    private static KkTest<EndpointAnalyzer> Test(string code, params (string Path, string Text)[] files)
    {
        var test = KkVerifier<EndpointAnalyzer>.Test(code, files);
        test.TestState.OutputKind = code.Contains("static void Main(", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        foreach (var id in new[] { "KK4501", "KK4406", "KK4502", "KK4506", "KK4507", "KK4508", "KK4509", "KK4510" })
        {
            test.DisabledDiagnostics.Add(id);
        }

        return test;
    }
}
