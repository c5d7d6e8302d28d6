using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// What one rule looked at in one compilation. Absence of findings is no evidence; this is. Lives in the compilation's
/// closure, is counted from several threads and leaves as one KK9001.
/// </summary>
internal sealed class Inspection
{
    private readonly ConcurrentQueue<(Location Location, ImmutableDictionary<string, string?> Columns, string Text)> _inventory = new();
    private int _inspected;
    private int _failed;
    private int _notFollowed;

    public Inspection(string ruleId) => RuleId = ruleId;

    public string RuleId { get; }

    /// <summary>One more of what the rule's catalogue entry says it inspects.</summary>
    public void Inspected() => Interlocked.Increment(ref _inspected);

    /// <summary>So many more of it.</summary>
    public void Inspected(int count) => Interlocked.Add(ref _inspected, count);

    /// <summary>Something the rule gave up on (a budget, an unknown shape), so that its silence is no statement about it.</summary>
    public void NotFollowed() => Interlocked.Increment(ref _notFollowed);

    /// <summary>A callback of the rule threw. The report turns this into "not evaluated".</summary>
    public void Failed() => Interlocked.Increment(ref _failed);

    /// <summary>A row for an inventory of the report, such as an endpoint with what decides on access to it.</summary>
    /// <param name="inventory">Name of the inventory: <c>endpoints</c>, <c>trackers</c> …</param>
    /// <param name="location">Where the row was found.</param>
    /// <param name="columns">Name and value of each column; values use the form of <see cref="MessageArg.Property"/>.</param>
    public void Row(string inventory, Location location, params (string Name, MessageArg Value)[] columns)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties["rule"] = RuleId;
        properties["inventory"] = inventory;
        foreach (var (name, value) in columns)
        {
            properties["col." + name] = value.Property;
        }

        _inventory.Enqueue((location, properties.ToImmutable(), inventory + ": " + string.Join(", ", columns.Select(c => c.Value.Argument))));
    }

    /// <summary>The record itself, then its inventory rows.</summary>
    public IEnumerable<Diagnostic> ToDiagnostics()
    {
        static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties["rule"] = RuleId;
        properties["inspected"] = Number(_inspected);
        properties["failed"] = Number(_failed);
        properties["notFollowed"] = Number(_notFollowed);

        yield return KkDiagnostic.Create(
            RuleCatalog.KK9001,
            Location.None,
            null,
            null,
            properties.ToImmutable(),
            $"{RuleId} inspected={Number(_inspected)} failed={Number(_failed)} notFollowed={Number(_notFollowed)}");

        foreach (var (location, row, text) in _inventory)
        {
            yield return KkDiagnostic.Create(RuleCatalog.KK9001, location, null, null, row, text);
        }
    }
}
