using KkAnalyzers.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Passwords, guesses, hashes and how long a sign-in lasts.</summary>
public class KK4504Tests
{
    private const string People = """
        class Carer : IdentityUser { }
        class Db { }
        class SignIn
        {
            Task Enter(SignInManager<Carer> manager, string name, string password, bool count) => CALL;
        }
        """;

    private const string Manager = "class Own { public Task PasswordSignInAsync(string name, bool lockoutOnFailure) => null; Task Use() => PasswordSignInAsync(\"a\", lockoutOnFailure: false); }";

    [Theory]
    [InlineData("o.Password.RequiredLength = 8;")]
    [InlineData("o.Password.RequiredLength = 12; o.Password.RequireDigit = false; o.Password.RequireLowercase = false; o.Password.RequireUppercase = false; o.Password.RequireNonAlphanumeric = false; o.Password.RequiredUniqueChars = 1;")]
    [InlineData("o.Password.RequiredLength = 10; o.Password.RequireDigit = false; o.Password.RequireNonAlphanumeric = false;")]
    [InlineData("o.Password.RequiredLength = config.GetValue<int>(\"Length\"); o.Password.RequireDigit = false; o.Password.RequireLowercase = false; o.Password.RequireUppercase = false; o.Password.RequireNonAlphanumeric = false;")]
    [InlineData("o.Password.RequiredLength = env.IsDevelopment() ? 1 : 12;")]
    [InlineData("if (env.IsDevelopment()) { o.Password.RequiredLength = 1; o.Lockout.AllowedForNewUsers = false; }")]
    [InlineData("o.Password.RequiredLength = 8; o.Lockout.AllowedForNewUsers = true; o.Lockout.MaxFailedAccessAttempts = 100;")]
    [InlineData("o.Password.RequiredLength = 8; o.SignIn.RequireConfirmedAccount = true; o.SignIn.RequireConfirmedEmail = false;")]
    [InlineData("o.Password.RequiredLength = 8; o.SignIn.RequireConfirmedPhoneNumber = false;")]
    [InlineData("o.Password.RequiredLength = 8; _ = new CareForm { RequiredLength = 2, MaxFailedAccessAttempts = 5000, IterationCount = 1 };")]
    public Task Strong_enough_is_quiet(string statement) => Identity(statement).RunAsync();

    [Theory]
    [InlineData("{|KK4504:o.Password.RequiredLength = 4|};")]
    [InlineData("{|KK4504:o.Password.RequiredLength = 7|};")]
    [InlineData("const int length = 3 * 2; {|KK4504:o.Password.RequiredLength = length|};")]
    [InlineData("o.Password = new PasswordOptions { {|KK4504:RequiredLength = 6|}, RequireDigit = false };")]
    [InlineData("{|KK4504:o.Password.RequiredLength = env.IsDevelopment() ? 12 : 6|};")]
    [InlineData("{|KK4504:o.Password.RequireDigit = false|}; o.Password.RequireLowercase = false; o.Password.RequireUppercase = false; o.Password.RequireNonAlphanumeric = false;", true)]
    [InlineData("o.Password.RequiredLength = 8; {|KK4504:o.Lockout.AllowedForNewUsers = false|};")]
    [InlineData("o.Password.RequiredLength = 8; {|KK4504:o.Lockout.MaxFailedAccessAttempts = int.MaxValue|};")]
    [InlineData("o.Password.RequiredLength = 8; o.Lockout = new LockoutOptions { {|KK4504:MaxFailedAccessAttempts = 1000|} };")]
    public Task Weak_is_flagged(string statement, bool withoutLength = false)
    {
        // The default length is information of its own, at the call.
        var test = Identity(statement, withoutLength ? "{|#0:AddIdentityCore<IdentityUser>|}" : "AddIdentityCore<IdentityUser>");
        return withoutLength ? OptionCase.Information("KK4504", test) : test.RunAsync();
    }

    [Theory]
    [InlineData("services.Configure<PasswordHasherOptions>(o => {|KK4504:o.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2|});")]
    [InlineData("services.Configure<PasswordHasherOptions>(o => {|KK4504:o.IterationCount = 10_000|});")]
    [InlineData("_ = new Microsoft.AspNet.Identity.PasswordValidator { {|KK4504:RequiredLength = 4|} };")]
    [InlineData("_ = new Microsoft.AspNet.Identity.UserManager { {|KK4504:UserLockoutEnabledByDefault = false|}, {|KK4504:MaxFailedAccessAttemptsBeforeLockout = 500|} };")]
    [InlineData("services.AddAuthentication().AddBearerToken(o => {|KK4504:o.RefreshTokenExpiration = TimeSpan.FromDays(365)|});")]
    [InlineData("services.AddAuthentication().AddBearerToken(o => {|KK4504:o.BearerTokenExpiration = TimeSpan.MaxValue|});")]
    public Task Other_options_are_flagged(string statement) => OptionCase.Setup(statement).RunAsync();

    [Theory]
    [InlineData("services.Configure<PasswordHasherOptions>(o => { o.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3; o.IterationCount = 210_000; });")]
    [InlineData("services.AddAuthentication().AddBearerToken(o => { o.RefreshTokenExpiration = TimeSpan.FromDays(14); o.BearerTokenExpiration = TimeSpan.FromHours(1); });")]
    [InlineData("services.AddIdentityCore<IdentityUser>(); services.Configure<IdentityOptions>(config.GetSection(\"Identity\"));")]
    [InlineData("services.AddIdentityCore<IdentityUser>(); services.Configure<IdentityOptions>(o => o.Password.RequiredLength = 10);")]
    public Task Other_options_that_are_strong_enough_are_quiet(string statement) => OptionCase.Setup(statement, Manager).RunAsync();

    [Theory]
    [InlineData("o.Password.RequiredLength = 8; {|#0:o.Password.RequireDigit = false|}; o.Password.RequireLowercase = false; o.Password.RequireUppercase = false; o.Password.RequireNonAlphanumeric = false;")]
    [InlineData("o.Password.RequiredLength = 8; {|#0:o.SignIn.RequireConfirmedAccount = false|};")]
    [InlineData("if (config.GetValue<bool>(\"Short\")) {|#0:o.Password.RequiredLength = 4|};")]
    public Task What_may_be_right_is_information(string statement) => OptionCase.Information("KK4504", Identity(statement));

    [Theory]
    [InlineData("services.{|#0:AddIdentityCore<IdentityUser>|}();")]
    [InlineData("services.{|#0:AddIdentity<IdentityUser, IdentityRole>|}(o => o.User.RequireUniqueEmail = true);")]
    [InlineData("services.{|#0:AddIdentityApiEndpoints<IdentityUser>|}();")]
    public Task Nothing_set_is_information(string statement) => OptionCase.Information("KK4504", OptionCase.Setup(statement));

    [Theory]
    [InlineData("manager.PasswordSignInAsync(name, password, false, {|#0:lockoutOnFailure: false|})")]
    [InlineData("manager.PasswordSignInAsync(name, password, false, {|#0:false|})")]
    [InlineData("manager.CheckPasswordSignInAsync(new Carer(), password, {|#0:false|})")]
    public Task Guesses_that_are_not_counted_are_information(string call) => OptionCase.Information("KK4504", OptionCase.Code(People.Replace("CALL", call, StringComparison.Ordinal)));

    /// <summary>The sign-in page of a Blazor application is a Razor file; other generated code is nobody's choice.</summary>
    [Fact]
    public Task Guesses_in_a_razor_file_are_seen()
    {
        const string Login = """
            // <auto-generated/>
            using Microsoft.AspNetCore.Identity;
            using System.Threading.Tasks;
            public partial class Login
            {
            #line (12,5)-(12,120) "Login.razor"
                Task Enter(SignInManager<IdentityUser> manager, string name, string password) => manager.PasswordSignInAsync(name, password, false, {|#0:false|});
            #line default
            #line hidden
                Task Again(SignInManager<IdentityUser> manager, string name, string password) => manager.PasswordSignInAsync(name, password, false, false);
                void Options(IdentityOptions options) { options.Password.RequiredLength = 1; }
            }
            """;
        var test = OptionCase.Code("");
        test.TestState.GeneratedSources.Add(("/gen/Login_razor.g.cs", Login));
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
        return OptionCase.Information("KK4504", test);
    }

    [Theory]
    [InlineData("manager.PasswordSignInAsync(name, password, false, lockoutOnFailure: true)")]
    [InlineData("manager.PasswordSignInAsync(name, password, false, count)")]
    [InlineData("manager.RefreshSignInAsync(new Carer())")]
    public Task Guesses_that_are_counted_are_quiet(string call) => OptionCase.Code(People.Replace("CALL", call, StringComparison.Ordinal)).RunAsync();

    [Theory]
    [InlineData("{|KK4504:o.Password.RequiredLength = 4|}", "o.Password.RequiredLength = 12")]
    [InlineData("o.Lockout = new() { {|KK4504:AllowedForNewUsers = false|}, {|KK4504:MaxFailedAccessAttempts = 1000|} }", "o.Lockout = new() { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5 }")]
    public Task Fix(string before, string after) => OptionCase.Fix<KK4504CodeFix>("services.Configure<IdentityOptions>(o => " + before + ");", "services.Configure<IdentityOptions>(o => " + after + ");");

    [Fact]
    public Task Fix_of_the_hash() => OptionCase.Fix<KK4504CodeFix>(
        "services.Configure<PasswordHasherOptions>(o => { {|KK4504:o.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2|}; {|KK4504:o.IterationCount = 1000|}; });",
        "services.Configure<PasswordHasherOptions>(o => { o.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3; o.IterationCount = 100000; });");

    private static KkTest<KkAnalyzers.Rules.SecureDevelopment.UnsafeSettingsAnalyzer> Identity(string statement, string method = "AddIdentityCore<IdentityUser>") => OptionCase.Setup(
        "services." + method + "(o => { " + statement + " });",
        "class CareForm { public int RequiredLength { get; set; } public int MaxFailedAccessAttempts { get; set; } public int IterationCount { get; set; } }");
}
