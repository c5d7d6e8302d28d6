using KkAnalyzers.Rules.SecureDevelopment;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Hard case 53, in both directions, and what a certificate check looks like in the libraries of care software.</summary>
public class KK4313Tests
{
    private const string Usings = """
        global using System;
        global using System.Net;
        global using System.Net.Http;
        global using System.Net.Security;
        global using System.Security.Cryptography.X509Certificates;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.Hosting;
        """;

    [Theory]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, c, _, _) => c.Thumbprint == Known;")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => { if (errors != SslPolicyErrors.None) throw new InvalidOperationException(); return true; };")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, c, chain, errors) => { if (errors == SslPolicyErrors.None) return true; return chain.Build(c); };")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, c, _, errors) => { var ok = errors == SslPolicyErrors.None; if (c.Thumbprint == Known) ok = true; return ok; };")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, c, _, _) => Trust(c);")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, c, _, _) => { ThrowUnlessKnown(c); return true; };")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => false;")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = null;")]
    public Task Case53_A_check_is_quiet(string statement) => Silent(statement);

    [Theory]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|(m, c, chain, errors) => { Console.WriteLine(errors); return true; }|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|(m, c, chain, errors) => errors == SslPolicyErrors.None || true|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|(m, c, chain, errors) => { if (errors == SslPolicyErrors.None) return true; Console.WriteLine(c); return true; }|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|(m, c, chain, errors) => { var ok = true; return ok; }|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|(m, c, chain, errors) => errors == SslPolicyErrors.None ? true : true|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|(m, c, chain, errors) => { try { return chain.Build(c) || true; } catch { return true; } }|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|delegate { return true; }|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|Accept|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|(m, c, chain, errors) => Accept(m, c, chain, errors)|];")]
    [InlineData("bool Local(HttpRequestMessage m, X509Certificate2 c, X509Chain h, SslPolicyErrors e) { return true; } handler.ServerCertificateCustomValidationCallback = [|Local|];")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|];")]
    [InlineData("var any = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; handler.ServerCertificateCustomValidationCallback = [|any|];")]
    [InlineData("_ = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] };")]
    [InlineData("_ = new SslStream(System.IO.Stream.Null, false, [|(_, _, _, _) => true|]);")]
    [InlineData("_ = new SslStream(System.IO.Stream.Null, false, new RemoteCertificateValidationCallback([|AcceptAny|]));")]
    [InlineData("_ = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = [|(_, _, _, _) => true|] } };")]
    [InlineData("var socket = new System.Net.WebSockets.ClientWebSocket(); socket.Options.RemoteCertificateValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("#pragma warning disable SYSLIB0014\nServicePointManager.ServerCertificateValidationCallback += [|(_, _, _, _) => true|];")]
    [InlineData("new MailKit.Net.Smtp.SmtpClient().ServerCertificateValidationCallback = [|(s, c, h, e) => true|];")]
    [InlineData("new MQTTnet.Client.MqttClientTlsOptionsBuilder().WithCertificateValidationHandler([|_ => true|]);")]
    [InlineData("new MQTTnet.Client.MqttClientTlsOptionsBuilder().[|WithAllowUntrustedCertificates|]();")]
    [InlineData("[|new MQTTnet.Client.MqttClientTlsOptions().AllowUntrustedCertificates = true|];")]
    [InlineData("[|new RabbitMQ.Client.SslOption().AcceptablePolicyErrors = SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateChainErrors|];")]
    [InlineData("new Foundation.NSUrlSessionHandler().TrustOverrideForUrl = [|(sender, url, trust) => true|];")]
    [InlineData("[|new System.ServiceModel.Security.X509ServiceCertificateAuthentication().CertificateValidationMode = System.ServiceModel.Security.X509CertificateValidationMode.None|];")]
    [InlineData("[|chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags|];")]
    [InlineData("[|chain.ChainPolicy.VerificationFlags |= X509VerificationFlags.AllowUnknownCertificateAuthority|];")]
    [InlineData("if (config.GetValue(\"AcceptAny\", true)) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("if (env.IsProduction()) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("if (env.IsDevelopment()) { } else handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    public Task Case53_Everything_accepted_is_flagged(string statement) => Flags(statement);

    [Theory]
    [InlineData("if (env.IsDevelopment()) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("if (env.IsDevelopment() && Known.Length > 0) { handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; }")]
    [InlineData("if (!env.IsDevelopment()) return; handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("if (env.IsProduction()) { } else handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = env.IsDevelopment() ? (_, _, _, _) => true : null;")]
    [InlineData("Func<HttpRequestMessage, X509Certificate2, X509Chain, SslPolicyErrors, bool> any = (_, _, _, _) => true; if (env.IsDevelopment()) handler.ServerCertificateCustomValidationCallback = any;")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"DOTNET_ENVIRONMENT\") == \"Development\") handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("switch (env.EnvironmentName) { case \"Development\": handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; break; }")]
    [InlineData("void Relax() => handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; if (env.IsDevelopment()) Relax();")]
    [InlineData("if (env.IsDevelopment()) Loose(handler);")]
    public Task Case53_A_developers_machine_is_quiet(string statement) =>
        Silent(statement, statement.Contains("Loose") ? "static void Loose(HttpClientHandler h) { h.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; }" : "");

    [Fact]
    public Task Case53_A_helper_that_one_caller_does_not_guard_is_flagged() => Flags(
        "if (env.IsDevelopment()) Loose(handler); Loose(handler);",
        "static void Loose(HttpClientHandler h) { h.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|]; }");

    [Fact]
    public Task Case53_Inside_if_debug_is_quiet() => Silent("""

        #if DEBUG
                handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
        #endif
        """);

    [Fact]
    public Task Case53_The_other_branch_of_if_debug_is_flagged() => Flags("""

        #if !DEBUG
                chain.Reset();
        #elif X
        #else
                handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
        #endif
        #if !OTHER
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];
        #endif
        """);

    [Theory]
    [InlineData("if (config.GetValue<bool>(\"AcceptAny\")) handler.ServerCertificateCustomValidationCallback = {|#0:(_, _, _, _) => true|};")]
    [InlineData("if (Relaxed) handler.ServerCertificateCustomValidationCallback = {|#0:(_, _, _, _) => true|};")]
    [InlineData("{|#0:chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck|};")]
    public Task A_switch_and_revocation_are_information(string statement)
    {
        var test = Test(statement, "bool Relaxed { get; set; }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4313", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority; _ = chain.ChainElements[^1].Certificate.Thumbprint == Known;")]
    [InlineData("chain.ChainPolicy.VerificationFlags = X509VerificationFlags.NoFlag;")]
    [InlineData("chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;")]
    [InlineData("handler.CheckCertificateRevocationList = false;")]
    [InlineData("_ = new SslServerAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };")]
    [InlineData("_ = new Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions { ClientCertificateValidation = (_, _, _) => true };")]
    [InlineData("var s = new SslStream(System.IO.Stream.Null, false, (_, _, _, _) => true); s.AuthenticateAsServer((X509Certificate)null);")]
    [InlineData("new RabbitMQ.Client.SslOption().AcceptablePolicyErrors = SslPolicyErrors.None;")]
    [InlineData("new MQTTnet.Client.MqttClientTlsOptionsBuilder().WithAllowUntrustedCertificates(false);")]
    [InlineData("Func<string, bool> any = _ => true;")]
    public Task Own_authorities_and_other_questions_are_quiet(string statement) => Silent(statement);

    [Fact]
    public Task Case53_Classes_that_check_nothing_are_flagged() => FlagsCode("""
        using Javax.Net.Ssl;
        class TrustAll : IX509TrustManager { public void [|CheckServerTrusted|](byte[] chain, string authType) { } }
        class Hosts : IHostnameVerifier { public bool [|Verify|](string hostname, ISSLSession session) => true; }
        class Portal : Android.Webkit.WebViewClient { public override void [|OnReceivedSslError|](object view, Android.Webkit.SslErrorHandler handler, object error) { handler.Proceed(); } }
        class EHealth : System.IdentityModel.Selectors.X509CertificateValidator { public override void [|Validate|](object certificate) { } }
        """);

    [Fact]
    public Task Case53_Classes_that_check_are_quiet() => SilentCode("""
        using Javax.Net.Ssl;
        class Pinned : IX509TrustManager { public void CheckServerTrusted(byte[] chain, string authType) { if (chain.Length == 0) throw new InvalidOperationException(); } }
        class Hosts : IHostnameVerifier { public bool Verify(string hostname, ISSLSession session) => hostname == "care.example"; }
        class Portal : Android.Webkit.WebViewClient { public override void OnReceivedSslError(object view, Android.Webkit.SslErrorHandler handler, object error) { handler.Cancel(); } }
        class Form { public bool Verify(string hostname) => true; public void Validate(object x) { } }
        """);

    [Fact]
    public Task Case53_Test_projects_are_quiet()
    {
        var test = Test("handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;", "");
        return test.Option("build_property.IsTestProject", "true").RunAsync();
    }

    [Fact]
    public Task What_CA5359_warns_about_stays_in_the_report_as_information()
    {
        var test = Test("handler.ServerCertificateCustomValidationCallback = {|#0:(_, _, _, _) => true|};", "").Option("dotnet_diagnostic.CA5359.severity", "warning");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4313", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Fact]
    public Task A_field_is_as_guarded_as_its_uses() => FlagsCode("""
        class Clients(IHostEnvironment env)
        {
            private static readonly RemoteCertificateValidationCallback Any = (_, _, _, _) => true;
            private static readonly RemoteCertificateValidationCallback Always = [|(_, _, _, _) => true|];
            SslStream Development() => env.IsDevelopment() ? new SslStream(System.IO.Stream.Null, false, Any) : null;
            SslStream Everywhere() => new SslStream(System.IO.Stream.Null, false, Always);
        }
        """);

    private static Task Silent(string statement, string member = "") => Test(statement, member).RunAsync();

    private static Task Flags(string statement, string member = "") => Test(statement, member).RunAsync();

    private static Task SilentCode(string code) => TestCode(code).RunAsync();

    private static Task FlagsCode(string code) => TestCode(code).RunAsync();

    private static KkTest<UnsafeSettingsAnalyzer> Test(string statement, string member) => TestCode($$"""
        class Connections(IHostEnvironment env, IConfiguration config)
        {
            private const string Known = "00";
            void Connect(HttpClientHandler handler, X509Chain chain)
            {
                {{statement}}
            }
            static bool Accept(HttpRequestMessage m, X509Certificate2 c, X509Chain h, SslPolicyErrors e) { return true; }
            static bool AcceptAny(object m, X509Certificate c, X509Chain h, SslPolicyErrors e) => true;
            static bool Trust(X509Certificate2 c) => c.Thumbprint == Known;
            static void ThrowUnlessKnown(X509Certificate2 c) { if (c.Thumbprint != Known) throw new InvalidOperationException(); }
            bool Use => env is null && config is null;
            {{member}}
        }
        """);

    private static KkTest<UnsafeSettingsAnalyzer> TestCode(string code)
    {
        var test = KkVerifier<UnsafeSettingsAnalyzer>.Test("#define DEBUG\n#nullable disable\n" + code);
        test.TestState.Sources.Add(("/0/Usings.cs", Usings));
        foreach (var stub in new[] { TlsStubs.Mail, TlsStubs.Mqtt, TlsStubs.Rabbit, TlsStubs.Android, TlsStubs.Apple, TlsStubs.Wcf })
        {
            test.TestState.Sources.Add("#nullable disable\n" + stub);
        }

        return test;
    }
}
