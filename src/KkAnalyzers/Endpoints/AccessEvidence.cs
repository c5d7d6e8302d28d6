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
    private (int Distance, string What, Location? Place)? _reset;

    public AccessEvidence(AccessEvidence? copy = null)
    {
        if (copy is not null)
        {
            AddAll(copy);
        }
    }

    /// <summary>Why the silence of the visible code proves nothing; the first reason counts.</summary>
    public MessageArg? Doubt { get; private set; }

    /// <summary>The first attribute without effect.</summary>
    public (string What, Location? Place)? Without { get; private set; }

    /// <summary>The endpoint answers before the middleware asks for the fallback policy.</summary>
    public bool ShortCircuits { get; set; }

    public bool Any => _pieces.Count > 0;

    /// <param name="distance">How far from the endpoint.</param>
    /// <param name="what">As a reader finds it in the code.</param>
    /// <param name="place">Where.</param>
    /// <param name="basis">What kind of thing it is.</param>
    /// <param name="openPolicy">The policy it asks for when that lets everyone in (empty for the default policy); null for a real one.</param>
    public void Requires(int distance, string what, Location? place, AccessBasis basis, string? openPolicy = null) =>
        _pieces.Add(new(false, distance, what, place, basis, false, openPolicy));

    /// <summary>A filter of the application's own: it runs whatever [AllowAnonymous] says.</summary>
    public void Filter(int distance, string what, Location? place, AccessBasis basis = AccessBasis.Filter) =>
        _pieces.Add(new(false, distance, what, place, basis, true, null));

    public void Admits(int distance, string what, Location? place, AccessBasis basis) => _pieces.Add(new(true, distance, what, place, basis, false, null));

    /// <summary>Takes away the filters from farther away: [OverrideAuthorization] of classic ASP.NET.</summary>
    public void Resets(int distance, string what, Location? place) => _reset ??= (distance, what, place);

    public void Doubts(MessageArg reason) => Doubt ??= reason;

    /// <summary>An attribute that means nothing to what reads the others.</summary>
    public void Ineffective(string what, Location? place) => Without ??= (what, place);

    /// <summary>Endpoint filters run for actions and route handlers; what is mapped in another way never asks them.</summary>
    public void DropEndpointFilters() => _pieces.RemoveAll(p => p.IsOwnFilter);

    public void AddAll(AccessEvidence other)
    {
        _pieces.AddRange(other._pieces);
        Take(other);
    }

    /// <summary>The same pieces, that much farther away.</summary>
    public void AddFarther(int offset, AccessEvidence other)
    {
        _pieces.AddRange(other._pieces.Select(p => p with { Distance = p.Distance + offset }));
        Take(other);
    }

    /// <summary>The same pieces, seen from another level.</summary>
    /// <param name="distance">That level.</param>
    /// <param name="other">The pieces.</param>
    /// <param name="wrapper">The method that they stand in; null when they stand here.</param>
    public void AddAt(int distance, AccessEvidence other, string? wrapper = null)
    {
        _pieces.AddRange(other._pieces.Select(p => wrapper is null
            ? p with { Distance = distance }
            : p with { Distance = distance, What = $"{wrapper}(): {p.What}", Basis = AccessBasis.Wrapper }));
        Take(other);
    }

    /// <param name="frameworkReports">ASP0026 is there for attributes.</param>
    /// <returns>Null when nothing visible decides.</returns>
    public AccessDecision? Decide(bool frameworkReports = false)
    {
        if (_pieces.Count == 0)
        {
            return null;
        }

        if (_reset is { } reset && Undone(reset.Distance) is { What: not null } undone)
        {
            if (!_pieces.Exists(p => p.Distance <= reset.Distance))
            {
                return new(AccessOutcome.Overridden, reset.What, undone.Place ?? reset.Place, MessageArg.Text(Texts.AccessOverridden, reset.What, undone.What));
            }

            _pieces.RemoveAll(p => p.Distance > reset.Distance);
        }

        if (_pieces.FirstOrDefault(p => p.IsOwnFilter) is { What: not null } filter)
        {
            return new(AccessOutcome.Required, filter.What, filter.Place) { Basis = filter.Basis };
        }

        // What asks for a policy that everyone meets is no demand beside one that does.
        var requires = _pieces.Where(p => !p.Admits).OrderBy(p => p.OpenPolicy is null ? 0 : 1).ThenBy(p => p.Distance).FirstOrDefault();
        var admits = _pieces.Where(p => p.Admits).OrderByDescending(p => p.Distance).FirstOrDefault();
        if (admits.What is null)
        {
            return requires.OpenPolicy switch
            {
                null => new(AccessOutcome.Required, requires.What, requires.Place) { Basis = requires.Basis },
                "" => new(AccessOutcome.Overridden, requires.What, requires.Place, MessageArg.Text(Texts.AccessDefaultPolicyOpen, requires.What)) { Basis = AccessBasis.Policy },
                var policy => new(AccessOutcome.Overridden, requires.What, requires.Place, MessageArg.Text(Texts.AccessPolicyOpen, requires.What, policy)) { Basis = AccessBasis.Policy },
            };
        }

        if (requires.What is null || admits.Distance < requires.Distance)
        {
            return new(AccessOutcome.Anonymous, admits.What, admits.Place);
        }

        return new(AccessOutcome.Overridden, admits.What, requires.Place ?? admits.Place, MessageArg.Text(Texts.AccessOverridden, admits.What, requires.What))
        {
            ReportedElsewhere = frameworkReports && admits.IsAttribute && requires.IsAttribute,
        };
    }

    private Piece Undone(int distance) => _pieces.FirstOrDefault(p => !p.Admits && p.Distance > distance);

    private void Take(AccessEvidence other)
    {
        Doubt ??= other.Doubt;
        ShortCircuits |= other.ShortCircuits;
        _reset ??= other._reset;
        Without ??= other.Without;
    }

    private readonly record struct Piece(bool Admits, int Distance, string What, Location? Place, AccessBasis Basis, bool IsOwnFilter, string? OpenPolicy)
    {
        public bool IsAttribute => Basis is AccessBasis.Attribute or AccessBasis.Interface or AccessBasis.BaseClass;
    }
}
