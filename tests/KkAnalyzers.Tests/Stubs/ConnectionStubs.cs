namespace KkAnalyzers.Tests.Stubs;

/// <summary>Clients of databases and brokers, as far as KK4314 and KK4402 look at them. Real names; external, unverified (2026-11).</summary>
internal static class ConnectionStubs
{
    public const string All = """
        #nullable disable
        namespace Microsoft.Data.SqlClient
        {
            public sealed class SqlConnectionEncryptOption { public static SqlConnectionEncryptOption Optional => null; public static SqlConnectionEncryptOption Mandatory => null; public static implicit operator SqlConnectionEncryptOption(bool value) => null; }
            public sealed class SqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
            {
                public SqlConnectionStringBuilder() { }
                public SqlConnectionStringBuilder(string connectionString) { }
                public string DataSource { get; set; }
                public string Password { get; set; }
                public SqlConnectionEncryptOption Encrypt { get; set; }
                public bool TrustServerCertificate { get; set; }
            }
        }
        namespace Npgsql
        {
            public enum SslMode { Disable, Allow, Prefer, Require, VerifyCA, VerifyFull }
            public sealed class NpgsqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder { public string Host { get; set; } public SslMode SslMode { get; set; } }
        }
        namespace MySqlConnector
        {
            public enum MySqlSslMode { None, Preferred, Required, VerifyCA, VerifyFull }
            public sealed class MySqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder { public string Server { get; set; } public MySqlSslMode SslMode { get; set; } }
        }
        namespace StackExchange.Redis
        {
            public sealed class EndPointCollection : System.Collections.Generic.List<string> { }
            public sealed class ConfigurationOptions { public EndPointCollection EndPoints { get; init; } = new(); public bool Ssl { get; set; } public string Password { get; set; } }
        }
        namespace MongoDB.Driver
        {
            public sealed class MongoClientSettings { public bool UseTls { get; set; } public bool AllowInsecureTls { get; set; } }
        }
        namespace RabbitMQ.Client
        {
            public sealed class SslOption { public bool Enabled { get; set; } }
            public sealed class ConnectionFactory { public string HostName { get; set; } public string Password { get; set; } public SslOption Ssl { get; set; } = new(); }
        }
        namespace Confluent.Kafka
        {
            public enum SecurityProtocol { Plaintext, Ssl, SaslPlaintext, SaslSsl }
            public class ClientConfig { public string BootstrapServers { get; set; } public SecurityProtocol? SecurityProtocol { get; set; } }
            public sealed class ProducerConfig : ClientConfig { }
        }
        namespace Microsoft.IdentityModel.Tokens { public sealed class SymmetricSecurityKey { public SymmetricSecurityKey(byte[] key) { } } }
        """;
}
