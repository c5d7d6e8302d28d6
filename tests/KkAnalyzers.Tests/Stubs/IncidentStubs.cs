namespace KkAnalyzers.Tests.Stubs;

/// <summary>Where errors of an application go, with the real names, as far as the rules about incidents look at them.</summary>
internal static class IncidentStubs
{
    public const string Crashes = """
        namespace Sentry { public static class SentrySdk { public static void CaptureException(System.Exception exception) => System.Console.WriteLine(exception); } }
        namespace Microsoft.AppCenter.Crashes { public static class Crashes { public static void TrackError(System.Exception exception) => System.Console.WriteLine(exception); } }
        """;

    public const string Serilog = """
        namespace Serilog
        {
            public interface ILogger { void Error(System.Exception exception, string messageTemplate); }
            public static class Log { public static void Error(System.Exception exception, string messageTemplate) => System.Console.WriteLine(exception); }
        }
        """;

    public const string Maui = """
        namespace Microsoft.Maui.Hosting
        {
            public sealed class MauiApp { public static MauiAppBuilder CreateBuilder() => new(); }
            public sealed class MauiAppBuilder { public MauiApp Build() => new(); }
        }
        """;
}
