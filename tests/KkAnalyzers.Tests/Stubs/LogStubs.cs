namespace KkAnalyzers.Tests.Stubs;

/// <summary>Small stand-ins with the real names of logging libraries that tests cannot restore.</summary>
internal static class LogStubs
{
    public const string Serilog = """
        namespace Serilog
        {
            public interface ILogger
            {
                void Information(string messageTemplate);
                void Information(string messageTemplate, params object[] propertyValues);
                void Information<T>(string messageTemplate, T propertyValue);
                void Information<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
                ILogger ForContext(string propertyName, object value, bool destructureObjects = false);
            }

            public static class Log
            {
                public static void Information(string messageTemplate) { }
                public static void Information(string messageTemplate, params object[] propertyValues) { }
                public static void Information<T>(string messageTemplate, T propertyValue) { }
                public static void Information<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) { }
                public static ILogger ForContext(string propertyName, object value, bool destructureObjects = false) => null;
            }
        }

        namespace Destructurama.Attributed
        {
            public class NotLoggedAttribute : System.Attribute { }
            public class LogMaskedAttribute : System.Attribute { }
        }
        """;

    public const string Masked = """
        public class Masked
        {
            [Destructurama.Attributed.NotLogged] public string Insz { get; set; }
            [Destructurama.Attributed.LogMasked] public string Diagnose { get; set; }
            public int Id { get; set; }
        }
        """;

    public const string Compliance = """
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public class DataClassificationAttribute : System.Attribute { }
        }

        namespace Microsoft.Extensions.Logging
        {
            public class LogPropertiesAttribute : System.Attribute { }
            public class LogPropertyIgnoreAttribute : System.Attribute { }
        }

        [System.AttributeUsage(System.AttributeTargets.All)]
        public class HealthDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { }
        """;
}
