namespace KkAnalyzers.Tests.Stubs;

/// <summary>Third-party types that KK4313 and KK4404 look at. Real names; external, unverified (2026-11).</summary>
internal static class TlsStubs
{
    public const string Mail = """
        namespace MailKit.Net.Smtp
        {
            public class SmtpClient { public System.Net.Security.RemoteCertificateValidationCallback ServerCertificateValidationCallback { get; set; } }
        }
        """;

    public const string Mqtt = """
        namespace MQTTnet.Client
        {
            public class MqttClientCertificateValidationEventArgs { public System.Net.Security.SslPolicyErrors SslPolicyErrors { get; } }
            public class MqttClientTlsOptions { public bool AllowUntrustedCertificates { get; set; } }
            public class MqttClientTlsOptionsBuilder
            {
                public MqttClientTlsOptionsBuilder WithAllowUntrustedCertificates(bool allow = true) => this;
                public MqttClientTlsOptionsBuilder WithCertificateValidationHandler(System.Func<MqttClientCertificateValidationEventArgs, bool> handler) => this;
            }
        }
        """;

    public const string Rabbit = """
        namespace RabbitMQ.Client { public class SslOption { public System.Net.Security.SslPolicyErrors AcceptablePolicyErrors { get; set; } } }
        """;

    public const string Android = """
        namespace Javax.Net.Ssl
        {
            public interface ISSLSession { }
            public interface IX509TrustManager { void CheckServerTrusted(byte[] chain, string authType); }
            public interface IHostnameVerifier { bool Verify(string hostname, ISSLSession session); }
        }
        namespace Android.Webkit
        {
            public class SslErrorHandler { public void Proceed() { } public void Cancel() { } }
            public class WebViewClient { public virtual void OnReceivedSslError(object view, SslErrorHandler handler, object error) { } }
        }
        """;

    public const string Apple = """
        namespace Security { public class SecTrust { } }
        namespace Foundation
        {
            public delegate bool NSUrlSessionHandlerTrustOverrideForUrlCallback(NSUrlSessionHandler sender, string url, Security.SecTrust trust);
            public class NSUrlSessionHandler { public NSUrlSessionHandlerTrustOverrideForUrlCallback TrustOverrideForUrl { get; set; } }
        }
        """;

    public const string Wcf = """
        namespace System.ServiceModel.Security
        {
            public enum X509CertificateValidationMode { None, PeerTrust, ChainTrust, PeerOrChainTrust, Custom }
            public class X509ServiceCertificateAuthentication { public X509CertificateValidationMode CertificateValidationMode { get; set; } }
        }
        namespace System.IdentityModel.Selectors
        {
            public abstract class X509CertificateValidator { public abstract void Validate(object certificate); }
        }
        """;

    public const string EntityFramework = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContextOptionsBuilder
            {
                public virtual DbContextOptionsBuilder EnableSensitiveDataLogging(bool sensitiveDataLoggingEnabled = true) => this;
                public virtual DbContextOptionsBuilder UseSqlServer(string connection) => this;
            }
        }
        namespace Microsoft.EntityFrameworkCore.Design { public interface IDesignTimeDbContextFactory<T> { } }
        """;

    public const string IdentityModel = """
        namespace Microsoft.IdentityModel.Logging { public static class IdentityModelEventSource { public static bool ShowPII { get; set; } } }
        """;

    public const string MigrationsPage = """
        namespace Microsoft.AspNetCore.Builder { public static class MigrationsEndPointExtensions { public static IApplicationBuilder UseMigrationsEndPoint(this IApplicationBuilder app) => app; } }
        """;
}
