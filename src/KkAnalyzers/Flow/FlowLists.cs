using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Flow;

/// <summary>The lists that say how data travel. <see cref="Flow"/> holds for every rule; the others hold the sinks of one.</summary>
internal static class FlowLists
{
    /// <summary>What carries, protects and reveals data, whatever the sink.</summary>
    public static readonly KkList Flow = FlowEntry.List("KkAnalyzers.Flow");

    /// <summary>Where data are stored as they are, and what stores them protected.</summary>
    public static readonly KkList Storage = FlowEntry.List("KkAnalyzers.Storage");

    /// <summary>Where data become lines of a log or trace.</summary>
    public static readonly KkList Logs = FlowEntry.List("KkAnalyzers.Logs");

    /// <summary>Where data become part of an address.</summary>
    public static readonly KkList Urls = FlowEntry.List("KkAnalyzers.Urls");

    /// <summary>Where data become part of an exception or an error response.</summary>
    public static readonly KkList Errors = FlowEntry.List("KkAnalyzers.Errors");

    /// <summary>Where data go to analytics, crash reporting, advertising and AI services.</summary>
    public static readonly KkList ThirdParties = FlowEntry.List("KkAnalyzers.ThirdParties");

    /// <summary>Clipboard, notifications, lock screen, share sheet.</summary>
    public static readonly KkList Screens = FlowEntry.List("KkAnalyzers.Screens");

    /// <summary>Cookies, browser storage, session, distributed cache.</summary>
    public static readonly KkList Browser = FlowEntry.List("KkAnalyzers.Browser");

    /// <summary>Where text becomes a command of a database.</summary>
    public static readonly KkList Sql = FlowEntry.List("KkAnalyzers.Sql");
}
