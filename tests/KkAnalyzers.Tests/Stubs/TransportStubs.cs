namespace KkAnalyzers.Tests.Stubs;

/// <summary>The shape of mail, message, directory and platform libraries, with their real names.</summary>
internal static class TransportStubs
{
    public const string MailKit = """
        namespace MailKit.Security { public enum SecureSocketOptions { None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable } }
        namespace MailKit.Net.Smtp
        {
            public class SmtpClient
            {
                public void Connect(string host, int port, MailKit.Security.SecureSocketOptions options) { }
                public void Connect(string host, int port, bool useSsl) { }
            }
        }
        """;

    public const string Mqtt = """
        namespace MQTTnet
        {
            public class MqttClientOptionsBuilder
            {
                public MqttClientOptionsBuilder WithTcpServer(string host, int? port = null) => this;
                public MqttClientOptionsBuilder WithCredentials(string user, string password) => this;
                public MqttClientOptionsBuilder WithTlsOptions(object options) => this;
                public object Build() => this;
            }
        }
        """;

    public const string Ldap = """
        namespace System.DirectoryServices.Protocols
        {
            public enum AuthType { Anonymous, Basic, Negotiate }
            public class LdapDirectoryIdentifier { public LdapDirectoryIdentifier(string server, int port) { } }
            public class LdapSessionOptions { public bool SecureSocketLayer { get; set; } }
            public class LdapConnection
            {
                public LdapConnection(string server) { }
                public LdapConnection(LdapDirectoryIdentifier identifier) { }
                public AuthType AuthType { get; set; }
                public LdapSessionOptions SessionOptions => null;
            }
        }
        """;

    public const string Fhir = """
        namespace Hl7.Fhir.Model
        {
            public class Coding { public Coding(string system, string code) { } public string System { get; set; } }
            public class Identifier { public Identifier(string system, string value) { } }
            public class Extension { public Extension(string url, object value) { } }
        }
        namespace Hl7.Fhir.Rest { public class FhirClient { public FhirClient(string endpoint) { } } }
        """;

    public const string Android = """
        namespace Android.App
        {
            [System.AttributeUsage(System.AttributeTargets.All)]
            public class ApplicationAttribute : System.Attribute
            {
                public bool AllowBackup { get; set; }
                public bool UsesCleartextTraffic { get; set; }
                public string FullBackupContent { get; set; }
                public string DataExtractionRules { get; set; }
                public string Label { get; set; }
            }
        }
        """;
}
