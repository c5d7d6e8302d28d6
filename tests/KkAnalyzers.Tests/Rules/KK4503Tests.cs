using KkAnalyzers.CodeFixes;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Checks of tokens, on and off.</summary>
public class KK4503Tests
{
    [Theory]
    [InlineData("o.TokenValidationParameters = new() { ValidateIssuer = true, ValidateAudience = true, ValidateLifetime = true };")]
    [InlineData("o.TokenValidationParameters = new() { ValidateIssuer = false, IssuerValidator = (issuer, t, p) => issuer.EndsWith(\".be\") ? issuer : throw new SecurityTokenInvalidIssuerException() };")]
    [InlineData("o.TokenValidationParameters = new() { ValidateAudience = false, AudienceValidator = (all, t, p) => string.Join(\",\", all) == \"dossiers\" };")]
    [InlineData("o.TokenValidationParameters.ValidateAudience = false; o.TokenValidationParameters.AudienceValidator = Audiences.Check;")]
    [InlineData("o.RequireHttpsMetadata = !env.IsDevelopment();")]
    [InlineData("o.RequireHttpsMetadata = env.IsDevelopment() ? false : true;")]
    [InlineData("if (env.IsDevelopment()) o.RequireHttpsMetadata = false;")]
    [InlineData("o.RequireHttpsMetadata = config.GetValue<bool>(\"Https\");")]
    [InlineData("o.RequireHttpsMetadata = bool.Parse(config[\"Https\"]);")]
    [InlineData("o.Authority = \"http://localhost:8080/realms/zorg\"; o.RequireHttpsMetadata = false;")]
    [InlineData("\n#if DEBUG\n        o.RequireHttpsMetadata = false;\n#endif\n")]
    [InlineData("o.TokenValidationParameters.ClockSkew = TimeSpan.Zero; o.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(10);")]
    [InlineData("o.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(config.GetValue<int>(\"Skew\"));")]
    [InlineData("o.TokenValidationParameters.LifetimeValidator = (from, to, t, p) => to > DateTime.UtcNow;")]
    [InlineData("o.TokenValidationParameters.SignatureValidator = (text, p) => { new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().ValidateToken(text, p, out var read); return read; };")]
    [InlineData("o.TokenValidationParameters.ValidAlgorithms = new[] { SecurityAlgorithms.RsaSha256 };")]
    [InlineData("new CareForm { ValidateIssuer = false, RequireHttpsMetadata = false }.ToString();")]
    [InlineData("new Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectProtocolValidator { RequireStateValidation = false }.ToString();")]
    public Task Checks_that_hold_are_quiet(string statement) => Bearer(statement).RunAsync();

    [Theory]
    [InlineData("o.TokenValidationParameters = new() { {|KK4503:ValidateIssuer = false|} };")]
    [InlineData("o.TokenValidationParameters = new TokenValidationParameters { ValidateIssuer = true, {|KK4503:ValidateAudience = false|} };")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ValidateLifetime = false|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.RequireSignedTokens = false|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.RequireExpirationTime = false|};")]
    [InlineData("const bool check = false; {|KK4503:o.TokenValidationParameters.ValidateIssuer = check|};")]
    [InlineData("var check = false; {|KK4503:o.TokenValidationParameters.ValidateIssuer = check|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ValidateIssuer = Checks.Issuer|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ValidateIssuer = Checks.Const|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ValidateIssuer = env.IsDevelopment() ? true : false|};")]
    [InlineData("{|KK4503:o.RequireHttpsMetadata = false|};")]
    [InlineData("if (!env.IsDevelopment()) {|KK4503:o.RequireHttpsMetadata = false|};")]
    [InlineData("o.Authority = \"http://aanmelden.example.be\"; {|KK4503:o.RequireHttpsMetadata = false|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(60)|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ClockSkew = TimeSpan.FromDays(365)|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ClockSkew = new TimeSpan(1, 0, 0)|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ClockSkew = TimeSpan.MaxValue|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ClockSkew = Checks.Skew|};")]
    [InlineData("o.TokenValidationParameters.IssuerValidator = {|KK4503:(issuer, t, p) => issuer|};")]
    [InlineData("o.TokenValidationParameters.AudienceValidator = {|KK4503:(all, t, p) => true|};")]
    [InlineData("o.TokenValidationParameters.AudienceValidator = {|KK4503:Checks.Any|};")]
    [InlineData("o.TokenValidationParameters.LifetimeValidator = {|KK4503:delegate { return true; }|};")]
    [InlineData("o.TokenValidationParameters.SignatureValidator = {|KK4503:(text, p) => new System.IdentityModel.Tokens.Jwt.JwtSecurityToken(text)|};")]
    [InlineData("o.TokenValidationParameters.SignatureValidator = {|KK4503:(text, p) => { var read = new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().ReadJwtToken(text); return read; }|};")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ValidAlgorithms = new[] { \"RS256\", SecurityAlgorithms.None }|};")]
    public Task Checks_that_are_off_are_flagged(string statement) => Bearer(statement).RunAsync();

    [Theory]
    [InlineData("{|KK4503:o.ProtocolValidator.RequireNonce = false|};")]
    [InlineData("o.ProtocolValidator = new() { {|KK4503:RequireState = false|} };")]
    [InlineData("{|KK4503:o.RequireHttpsMetadata = false|};")]
    public Task OpenId_Connect_is_flagged(string statement) => OptionCase.Setup("services.AddAuthentication().AddOpenIdConnect(o => { " + statement + " });").RunAsync();

    [Theory]
    [InlineData("services.PostConfigure<Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions>(o => {|KK4503:o.RequireHttpsMetadata = false|});")]
    [InlineData("services.Configure<Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions>(\"Zorg\", o => { o.TokenValidationParameters = new() { {|KK4503:ValidateIssuer = false|} }; });")]
    public Task Options_set_elsewhere_are_flagged(string statement) => OptionCase.Setup(statement).RunAsync();

    [Theory]
    [InlineData("{|#0:o.TokenValidationParameters.ValidateIssuerSigningKey = false|};")]
    [InlineData("o.Authority = \"https://login.microsoftonline.com/common/v2.0\"; {|#0:o.TokenValidationParameters.ValidateIssuer = false|};")]
    [InlineData("{|#0:o.TokenValidationParameters.ValidateIssuer = false|}; o.Events = new() { OnTokenValidated = c => Task.CompletedTask };")]
    [InlineData("services.AddAuthorization(a => a.AddPolicy(\"zorg\", p => p.RequireClaim(\"scope\", \"dossiers\"))); {|#0:o.TokenValidationParameters.ValidateAudience = false|};")]
    [InlineData("if (config.GetValue<bool>(\"Http\")) {|#0:o.RequireHttpsMetadata = false|};")]
    [InlineData("{|#0:o.RequireHttpsMetadata = config.GetValue<bool>(\"Http\") ? false : true|};")]
    public Task What_may_be_right_is_information(string statement) => OptionCase.Information("KK4503", Bearer(statement));

    [Fact]
    public Task What_CA5404_warns_about_stays_in_the_report_as_information() =>
        OptionCase.Information("KK4503", Bearer("{|#0:o.TokenValidationParameters.ValidateLifetime = false|};").Option("dotnet_diagnostic.CA5404.severity", "warning"));

    [Fact]
    public Task What_CA5405_warns_about_stays_in_the_report_as_information() =>
        OptionCase.Information("KK4503", Bearer("o.TokenValidationParameters.AudienceValidator = {|#0:(a, t, p) => true|};").Option("dotnet_diagnostic.CA5405.severity", "error"));

    [Fact]
    public Task Test_projects_are_quiet() => Bearer("o.RequireHttpsMetadata = false;").Option("build_property.IsTestProject", "true").RunAsync();

    private const string Handler = """
        class Dossiers
        {
            public Task Invoke(HttpContext context, string token)
            {
                var jwt = new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().READ(token);
                USE
                return Task.CompletedTask;
            }
        }
        """;

    [Theory]
    [InlineData("context.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(jwt.Claims, \"jwt\"));", "{|KK4503:ReadJwtToken|}")]
    [InlineData("var ok = AuthenticateResult.Success(new AuthenticationTicket(new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(jwt.Claims)), \"jwt\"));", "{|KK4503:ReadJwtToken|}")]
    [InlineData("context.Items[\"naam\"] = jwt.Claims;", "ReadJwtToken")]
    [InlineData("new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler().ValidateToken(token, null, out _); context.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(jwt.Claims));", "ReadJwtToken")]
    public Task Token_that_is_only_read(string use, string read) => OptionCase.Code(Handler.Replace("READ", read, StringComparison.Ordinal).Replace("USE", use, StringComparison.Ordinal)).RunAsync();

    [Theory]
    [InlineData("{|KK4503:o.RequireHttpsMetadata = false|}", "o.RequireHttpsMetadata = true")]
    [InlineData("o.TokenValidationParameters = new() { {|KK4503:ValidateIssuer = false|}, {|KK4503:ValidateLifetime = false|} }", "o.TokenValidationParameters = new() { ValidateIssuer = true, ValidateLifetime = true }")]
    [InlineData("{|KK4503:o.TokenValidationParameters.ClockSkew = TimeSpan.FromHours(1)|}", "o.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(5)")]
    public Task Fix(string before, string after) => OptionCase.Fix<KK4503CodeFix>(
        "services.AddAuthentication().AddJwtBearer(o => " + before + ");",
        "services.AddAuthentication().AddJwtBearer(o => " + after + ");");

    private static KkTest<KkAnalyzers.Rules.SecureDevelopment.UnsafeSettingsAnalyzer> Bearer(string statement) => OptionCase.Setup(
        "services.AddAuthentication().AddJwtBearer(o => { " + statement + " });",
        """
        class CareForm { public bool ValidateIssuer { get; set; } public bool RequireHttpsMetadata { get; set; } }
        static class Checks
        {
            public const bool Const = false;
            public static readonly bool Issuer = false;
            public static TimeSpan Skew => TimeSpan.FromHours(2);
            public static bool Any(System.Collections.Generic.IEnumerable<string> all, SecurityToken token, TokenValidationParameters parameters) => true;
        }
        static class Audiences
        {
            public static bool Check(System.Collections.Generic.IEnumerable<string> all, SecurityToken token, TokenValidationParameters parameters) => string.Join(" ", all) == "dossiers";
        }
        """);
}
