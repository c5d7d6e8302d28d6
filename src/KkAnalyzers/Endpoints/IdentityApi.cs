using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>
/// The endpoints of <c>MapIdentityApi</c>. Those for signing in are open by their nature; it asks itself for authorization
/// on those below <c>/manage</c>, which AllowAnonymous() on the whole undoes.
/// </summary>
internal sealed class IdentityApi
{
    private static readonly string[] Open = ["/register", "/login", "/refresh", "/confirmEmail", "/resendConfirmationEmail", "/forgotPassword", "/resetPassword"];
    private static readonly string[] Guarded = ["/manage/2fa", "/manage/info"];

    private readonly EndpointReader _reader;
    private readonly IInvocationOperation _call;

    public IdentityApi(EndpointReader reader, IInvocationOperation call)
    {
        _reader = reader;
        _call = call;
    }

    public IEnumerable<Endpoint> All()
    {
        var mapping = MappedEndpoints.Mapping(_reader, _call, AccessBasis.Mapping);
        var prefix = _call.Receiver() is { } builder ? _reader.Flow.Up(builder)[0].Prefix : "";
        var onAll = mapping.Decide();
        foreach (var route in Open)
        {
            yield return Row(prefix, route, onAll ?? _reader.Application.Fallback ?? new(AccessOutcome.Convention, "MapIdentityApi", _call.NameLocation()));
        }

        var reported = false;
        foreach (var route in Guarded)
        {
            var evidence = new AccessEvidence(mapping);
            evidence.Requires(0, "MapIdentityApi", _call.NameLocation(), AccessBasis.Framework);
            var decision = evidence.Decide()!;
            yield return Row(prefix, route, decision with { ReportedElsewhere = reported });
            reported |= decision.Outcome == AccessOutcome.Overridden;
        }
    }

    private Endpoint Row(string prefix, string route, AccessDecision decision) =>
        new(EndpointKind.Route, RouteFlow.Join(prefix, route), "MapIdentityApi", _call.NameLocation(), null, decision);
}
