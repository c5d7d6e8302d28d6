using KkAnalyzers.CodeFixes;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Cookies that say who somebody is, and the others.</summary>
public class KK4505Tests
{
    private const string Names = """
        static class Names { public const string Session = "zorg-session"; public static readonly string Token = "t" + 1; public static string Theme => "theme"; }
        class Baked { public void Set(CookieOptions options) { options.Secure = true; options.HttpOnly = true; } public static CookieOptions Make() => new() { Secure = true }; }
        """;

    [Theory]
    [InlineData("context.Response.Cookies.Append(\"theme\", token);")]
    [InlineData("context.Response.Cookies.Append(\"XSRF-TOKEN\", token, new CookieOptions { HttpOnly = false });")]
    [InlineData("context.Response.Cookies.Append(\"user-language\", token);")]
    [InlineData("context.Response.Cookies.Append(\"SessionTimeZone.timezone\", token);")]
    [InlineData("context.Response.Cookies.Append(\"cookie-consent\", \"yes\", new CookieOptions());")]
    [InlineData("context.Response.Cookies.Append(\"user_tour\", config[\"x\"]);")]
    [InlineData("context.Response.Cookies.Append(\"sessionid\", \"\");")]
    [InlineData("context.Response.Cookies.Append(\"sessionid\", string.Empty);")]
    [InlineData("context.Response.Cookies.Append(\"session-id\", token, new CookieOptions { HttpOnly = true, Secure = true });")]
    [InlineData("context.Response.Cookies.Append(\"session-id\", token, new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps });")]
    [InlineData("var options = new CookieOptions { HttpOnly = true }; options.Secure = true; context.Response.Cookies.Append(\"session-id\", token, options);")]
    [InlineData("var options = new CookieOptions(); new Baked().Set(options); context.Response.Cookies.Append(\"session-id\", token, options);")]
    [InlineData("context.Response.Cookies.Append(\"session-id\", token, Baked.Make());")]
    [InlineData("if (env.IsDevelopment()) context.Response.Cookies.Append(\"session-id\", token);")]
    [InlineData("new System.Text.StringBuilder().Append(\"session\", 0, 3);")]
    [InlineData("context.Response.Cookies.Append(Names.Theme, token);")]
    public Task Cookies_for_everyone_and_cookies_that_are_kept_are_quiet(string statement) => OptionCase.Setup(statement, Names).RunAsync();

    [Theory]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(\"session-id\", token);")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(\"refresh_token\", config[\"x\"], new CookieOptions { HttpOnly = true });")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(\"JSESSIONID\", token, new CookieOptions { Secure = true, HttpOnly = false });")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(Names.Session, token, new() { Secure = true });")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(Names.Token, config[\"x\"]);")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(\"x\", token);")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(\"ZorgUserGuid\", Guid.NewGuid().ToString(), new CookieOptions { HttpOnly = true, IsEssential = true });")]
    [InlineData("var options = new CookieOptions { HttpOnly = true }; options.Expires = DateTime.UtcNow.AddDays(1); context.Response.Cookies.{|KK4505:Append|}(\"auth\", token, options);")]
    [InlineData("var options = new CookieOptions { HttpOnly = true, Secure = false }; context.Response.Cookies.{|KK4505:Append|}(\"auth\", token, options);")]
    public Task Cookie_of_a_person_without_options_is_flagged(string statement) => OptionCase.Setup(statement, Names).RunAsync();

    [Theory]
    [InlineData("services.AddAuthentication().AddCookie(o => { o.Cookie.HttpOnly = true; o.Cookie.SecurePolicy = CookieSecurePolicy.Always; o.ExpireTimeSpan = TimeSpan.FromHours(8); });")]
    [InlineData("services.AddAuthentication().AddCookie(o => { o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; o.ExpireTimeSpan = TimeSpan.FromDays(30); });")]
    [InlineData("services.AddAuthentication().AddCookie(o => { o.Cookie.SecurePolicy = env.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.Always; });")]
    [InlineData("services.AddAuthentication().AddCookie(o => { o.Cookie.SameSite = SameSiteMode.Lax; o.ExpireTimeSpan = TimeSpan.FromMinutes(config.GetValue<int>(\"x\")); });")]
    [InlineData("services.AddAntiforgery(o => { o.Cookie.HttpOnly = false; o.Cookie.SecurePolicy = CookieSecurePolicy.None; o.Cookie.SameSite = SameSiteMode.None; });")]
    [InlineData("services.Configure<CookiePolicyOptions>(o => { o.HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.None; o.Secure = CookieSecurePolicy.None; o.MinimumSameSitePolicy = SameSiteMode.None; o.ConsentCookie.HttpOnly = false; });")]
    [InlineData("services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.SecurePolicy = CookieSecurePolicy.None);")]
    [InlineData("services.AddSession(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    [InlineData("services.Configure<SessionOptions>(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always); services.AddSession();")]
    [InlineData("services.AddAuthentication().AddOAuth(\"x\", o => o.CorrelationCookie.SameSite = SameSiteMode.None);")]
    [InlineData("new CookieBuilder { Name = \"theme\", HttpOnly = false }.ToString();")]
    [InlineData("new CookieAuthenticationOptionsLike { ExpireTimeSpan = TimeSpan.FromDays(900) }.ToString();")]
    public Task Options_that_keep_cookies_are_quiet(string statement) => OptionCase.Setup(statement, "class CookieAuthenticationOptionsLike { public TimeSpan ExpireTimeSpan { get; set; } }").RunAsync();

    [Theory]
    [InlineData("services.AddAuthentication().AddCookie(o => {|KK4505:o.Cookie.HttpOnly = false|});")]
    [InlineData("services.AddAuthentication().AddCookie(o => {|KK4505:o.Cookie.SecurePolicy = CookieSecurePolicy.None|});")]
    [InlineData("services.AddAuthentication().AddCookie(o => o.Cookie = new CookieBuilder { {|KK4505:HttpOnly = false|}, Name = \"zorg\" });")]
    [InlineData("services.AddAuthentication().AddCookie(o => {|KK4505:o.ExpireTimeSpan = TimeSpan.FromDays(365)|});")]
    [InlineData("services.ConfigureApplicationCookie(o => { const int days = 60; {|KK4505:o.ExpireTimeSpan = TimeSpan.FromDays(days)|}; });")]
    [InlineData("services.AddSession(o => { {|KK4505:o.Cookie.HttpOnly = false|}; {|KK4505:o.Cookie.SecurePolicy = CookieSecurePolicy.None|}; });")]
    [InlineData("services.AddAuthentication().AddOAuth(\"x\", o => {|KK4505:o.CorrelationCookie.SecurePolicy = CookieSecurePolicy.None|});")]
    [InlineData("var cookie = new CookieBuilder { Name = \"zorg-session\", {|KK4505:HttpOnly = false|} };")]
    [InlineData("_ = new SessionOptions { Cookie = { {|KK4505:HttpOnly = false|} } };")]
    [InlineData("_ = new Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions { {|KK4505:CookieHttpOnly = false|}, {|KK4505:CookieSecure = Microsoft.Owin.Security.Cookies.CookieSecureOption.Never|}, {|KK4505:ExpireTimeSpan = TimeSpan.FromDays(90)|} };")]
    public Task Options_that_weaken_cookies_are_flagged(string statement) => OptionCase.Setup(statement).RunAsync();

    [Theory]
    [InlineData("services.AddAuthentication().AddCookie(o => {|#0:o.Cookie.SameSite = SameSiteMode.None|});")]
    [InlineData("services.{|#0:AddSession|}();")]
    [InlineData("services.{|#0:AddSession|}(o => o.IdleTimeout = TimeSpan.FromMinutes(10));")]
    [InlineData("if (config.GetValue<bool>(\"Http\")) services.AddAuthentication().AddCookie(o => {|#0:o.Cookie.SecurePolicy = CookieSecurePolicy.None|});")]
    public Task What_may_be_right_is_information(string statement) => OptionCase.Information("KK4505", OptionCase.Setup(statement));

    [Fact]
    public Task A_policy_for_all_cookies_adds_what_is_missing() => OptionCase.Setup(
        "context.Response.Cookies.Append(\"session-id\", token); services.AddSession();",
        """
        class Policy
        {
            void Configure(IServiceCollection services, IApplicationBuilder app)
            {
                services.Configure<CookiePolicyOptions>(o => { o.HttpOnly = Microsoft.AspNetCore.CookiePolicy.HttpOnlyPolicy.Always; o.Secure = CookieSecurePolicy.Always; });
                app.UseCookiePolicy();
            }
        }
        """).RunAsync();

    [Fact]
    public Task What_CA5382_warns_about_stays_in_the_report_as_information() => OptionCase.Information(
        "KK4505", OptionCase.Setup("context.Response.Cookies.{|#0:Append|}(\"session-id\", token, new CookieOptions { HttpOnly = true });").Option("dotnet_diagnostic.CA5382.severity", "warning"));

    [Theory]
    [InlineData("services.AddAuthentication().AddCookie(o => {|KK4505:o.Cookie.HttpOnly = false|});", "services.AddAuthentication().AddCookie(o => o.Cookie.HttpOnly = true);")]
    [InlineData("services.AddAuthentication().AddCookie(o => {|KK4505:o.Cookie.SecurePolicy = CookieSecurePolicy.None|});", "services.AddAuthentication().AddCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(\"session-id\", token);", "context.Response.Cookies.Append(\"session-id\", token, new CookieOptions { HttpOnly = true, Secure = true });")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(\"session-id\", token, new CookieOptions { HttpOnly = false, Path = \"/zorg\" });", "context.Response.Cookies.Append(\"session-id\", token, new CookieOptions { Path = \"/zorg\", HttpOnly = true, Secure = true });")]
    [InlineData("context.Response.Cookies.{|KK4505:Append|}(\"session-id\", token, new());", "context.Response.Cookies.Append(\"session-id\", token, new() { HttpOnly = true, Secure = true });")]
    public Task Fix(string before, string after) => OptionCase.Fix<KK4505CodeFix>(before, after);

    [Fact]
    public Task No_fix_for_what_a_person_must_choose() => OptionCase.Fix<KK4505CodeFix>(
        "services.AddAuthentication().AddCookie(o => {|KK4505:o.ExpireTimeSpan = TimeSpan.FromDays(365)|});",
        "services.AddAuthentication().AddCookie(o => {|KK4505:o.ExpireTimeSpan = TimeSpan.FromDays(365)|});");
}
