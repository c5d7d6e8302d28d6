using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Rules.Incidents;

/// <summary>What becomes of an exception that nobody hears of.</summary>
/// <param name="How">For the message.</param>
/// <param name="CallerKnows">The caller learns that it failed, and not why: <c>return false</c>.</param>
/// <param name="Weight">Of several things that a catch block does, the one with most weight is told.</param>
internal sealed record LostException(MessageArg How, bool CallerKnows, int Weight)
{
    public static LostException Empty { get; } = new(MessageArg.Text(Texts.IncidentEmpty), false, 0);

    public static LostException Waits { get; } = new(MessageArg.Text(Texts.IncidentWaits), false, 1);

    public static LostException DebugOnly { get; } = new(MessageArg.Text(Texts.IncidentDebug), false, 3);

    public static LostException GoesOn { get; } = new(MessageArg.Text(Texts.IncidentGoesOn), false, 5);

    public static LostException Cleans(string method) => new(MessageArg.Text(Texts.IncidentCleans, method), false, 4);

    public static LostException Calls(string method) => new(MessageArg.Text(Texts.IncidentSilentMethod, method), false, 2);

    public static LostException Sets(string target, string value) => new(MessageArg.Text(Texts.IncidentSets, target, value), false, 6);

    public static LostException Returns(string value, bool callerKnows) =>
        new(callerKnows ? MessageArg.Text(Texts.IncidentReturnsFailure, value) : MessageArg.Text(Texts.IncidentReturns, value), callerKnows, 7);
}
