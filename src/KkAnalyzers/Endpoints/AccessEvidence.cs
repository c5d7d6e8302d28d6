using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// What speaks for and against access to one endpoint. Each piece has a distance: an attribute on the action is near, a
/// call on MapControllers far. Permission for everyone wins from any distance; where it comes from farther than a demand,
/// somebody meant to guard the endpoint and did not.
/// </summary>
internal sealed class AccessEvidence
{
    /// <summary>Distance between two levels; within a level the order of attributes counts.</summary>
    public const int Level = 100;

    /// <summary>Conventions on what a controller, page or hub is mapped with.</summary>
    public const int Mapping = 100 * Level;

    /// <summary>Filters of the whole application.</summary>
    public const int Application = 200 * Level;

    private readonly List<Piece> _pieces = [];

    public AccessEvidence(AccessEvidence? copy = null)
    {
        if (copy is not null)
        {
            _pieces.AddRange(copy._pieces);
            Doubt = copy.Doubt;
        }
    }

    /// <summary>Why the silence of the visible code proves nothing; the first reason counts.</summary>
    public MessageArg? Doubt { get; private set; }

    public bool Any => _pieces.Count > 0;

    public void Requires(int distance, string what, Location? place, bool attribute = false) => _pieces.Add(new(false, distance, what, place, attribute, false));

    /// <summary>A filter of the application's own: it runs whatever [AllowAnonymous] says.</summary>
    public void Filter(int distance, string what, Location? place) => _pieces.Add(new(false, distance, what, place, false, true));

    public void Admits(int distance, string what, Location? place, bool attribute = false) => _pieces.Add(new(true, distance, what, place, attribute, false));

    public void Doubts(MessageArg reason) => Doubt ??= reason;

    public void AddAll(AccessEvidence other)
    {
        _pieces.AddRange(other._pieces);
        Doubt ??= other.Doubt;
    }

    /// <summary>The same pieces, that much farther away.</summary>
    public void AddFarther(int offset, AccessEvidence other)
    {
        _pieces.AddRange(other._pieces.Select(p => p with { Distance = p.Distance + offset }));
        Doubt ??= other.Doubt;
    }

    /// <summary>The same pieces, seen from another level.</summary>
    public void AddAt(int distance, AccessEvidence other)
    {
        _pieces.AddRange(other._pieces.Select(p => p with { Distance = distance }));
        Doubt ??= other.Doubt;
    }

    /// <param name="frameworkReports">ASP0026 is there for attributes.</param>
    /// <returns>Null when nothing visible decides.</returns>
    public AccessDecision? Decide(bool frameworkReports = false)
    {
        if (_pieces.Count == 0)
        {
            return null;
        }

        if (_pieces.FirstOrDefault(p => p.IsOwnFilter) is { What: not null } filter)
        {
            return new(AccessOutcome.Required, filter.What, filter.Place);
        }

        var requires = _pieces.Where(p => !p.Admits).OrderBy(p => p.Distance).FirstOrDefault();
        var admits = _pieces.Where(p => p.Admits).OrderByDescending(p => p.Distance).FirstOrDefault();
        if (admits.What is null)
        {
            return new(AccessOutcome.Required, requires.What, requires.Place);
        }

        if (requires.What is null || admits.Distance < requires.Distance)
        {
            return new(AccessOutcome.Anonymous, admits.What, admits.Place);
        }

        return new(AccessOutcome.Overridden, admits.What, requires.Place ?? admits.Place, MessageArg.Text(Texts.AccessOverridden, admits.What, requires.What))
        {
            ReportedByFramework = frameworkReports && admits.IsAttribute && requires.IsAttribute,
        };
    }

    private readonly record struct Piece(bool Admits, int Distance, string What, Location? Place, bool IsAttribute, bool IsOwnFilter);
}
