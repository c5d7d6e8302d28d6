using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4502: somebody decided that everyone may enter, and personal data go in or out there (hard cases 8 and 23). Where nobody
/// decided it is KK4501's. A warning only where data about others go out and nothing in the code asks who calls.
/// </summary>
internal sealed class OpenPersonalData(KkContext context, EndpointModel endpoints, EndpointData data, Inspection inspection, CancellationToken cancellation)
{
    private enum Level
    {
        None,
        Information,
        Warning,
    }

    private readonly PersonalDataModel _model = PersonalDataModel.For(context);
    private readonly PublishedData _published = new(context.Options.List(RuleCatalog.KK4502.Id, "public_types"));

    public void Report(Action<Diagnostic> report)
    {
        foreach (var endpoint in endpoints.Endpoints)
        {
            cancellation.ThrowIfCancellationRequested();
            if (endpoint.Decision.Outcome is not (AccessOutcome.Anonymous or AccessOutcome.Key))
            {
                continue;
            }

            inspection.Inspected();
            var traffic = data.Traffic(endpoint);
            if ((traffic.Accepted.IsEmpty && traffic.Returned.IsEmpty) || SourceLocations.IsUserCode(endpoint.Location) is false)
            {
                continue;
            }

            if ((endpoint.Decision.Outcome == AccessOutcome.Key ? WithKey(endpoint, traffic) : Open(endpoint, traffic)) is { } finding)
            {
                report(finding);
            }
        }
    }

    /// <summary>A key that many share says nothing about who calls (hard case 23).</summary>
    private Diagnostic? WithKey(Endpoint endpoint, EndpointTraffic traffic)
    {
        foreach (var (list, text) in new[] { (traffic.Returned, Texts.TrafficReturns), (traffic.Accepted, Texts.TrafficAccepts) })
        {
            if (Worst(list.Where(d => d.Data.Tier == DataTier.Sensitive && IsAboutSomebody(d, list))) is { } datum)
            {
                return Create(endpoint, Level.Information, text, datum, Texts.OpenWithKey);
            }
        }

        return null;
    }

    private Diagnostic? Open(Endpoint endpoint, EndpointTraffic traffic)
    {
        if (traffic.TakesCredentials || MeantOpen.SignsIn(endpoint) || IsConvention(endpoint) || IsDevelopmentOnly(endpoint) || IsGuarded(endpoint) || MeantOpen.TakesSecret(endpoint, data.Code(endpoint)))
        {
            return null;
        }

        var level = Level.None;
        Datum worst = default;
        foreach (var datum in traffic.Returned)
        {
            if (datum.Root is not null && traffic.Accepted.Any(a => SymbolEqualityComparer.Default.Equals(a.Root, datum.Root)))
            {
                continue; // the form that was sent, shown again
            }

            var one = Returned(datum, traffic);
            if (one > level || (one == level && one != Level.None && DataClassification.Harm.Compare(datum.Data, worst.Data) > 0))
            {
                (level, worst) = (one, datum);
            }
        }

        if (level != Level.None)
        {
            // The caller's own data are no leak: sent in by the same request, or found by who is signed in.
            var echo = traffic.Accepted.Any(a => a.Root is not null && a.Data.Category == worst.Data.Category);
            var own = !echo && data.Code(endpoint).Any(AsksWhoCalls);
            if (level == Level.Warning && (echo || own || endpoint.Kind == EndpointKind.Component))
            {
                level = Level.Information;
            }

            return Create(endpoint, level, Texts.TrafficReturns, worst, echo ? Texts.OpenEcho : own ? Texts.OpenOwn : Texts.OpenToAll);
        }

        // A form that everyone may send is often meant: what comes in is worth a look, no more.
        return !MeantOpen.IsForm(endpoint) && Worst(traffic.Accepted.Where(IsWorthALook)) is { } accepted
            ? Create(endpoint, Level.Information, Texts.TrafficAccepts, accepted, Texts.OpenToAll)
            : null;
    }

    private Level Returned(Datum datum, EndpointTraffic traffic)
    {
        if (datum.Data.Pseudonymised || _published.Is(datum))
        {
            return Level.None;
        }

        switch (datum.Data.Category)
        {
            case "national-id":
                return Level.Warning;
            case "identity.name" or "care-id":
                // A name alone may be an author's; with a date of birth, an address or a number it is somebody.
                return traffic.Returned.Any(o => o.Root is not null && SymbolEqualityComparer.Default.Equals(o.Root, datum.Root) && o.Data.Category is "birth-age" or "address" or "care-id" or "contact.phone" or "contact.email" && o.Data.Category != datum.Data.Category)
                    && IsOfPerson(datum) ? Level.Warning : Level.Information;
            case "contact.email" or "contact.phone":
                return datum.Owner is null ? Level.Information : IsOfPerson(datum) ? Level.Warning : Level.None;
            default:
                return datum.Data.Tier != DataTier.Sensitive ? Level.None : IsAboutSomebody(datum, traffic.Returned) ? Level.Warning : Level.Information;
        }
    }

    private bool IsWorthALook(Datum datum) =>
        !datum.Data.Pseudonymised && !_published.Is(datum)
        && (datum.Data.Tier == DataTier.Sensitive || datum.Data.Category == "national-id" || (datum.Root is not null && datum.Data.Tier == DataTier.DirectIdentifier));

    /// <summary>A list of diagnoses is about nobody; a diagnosis beside a person, or in a dossier, is.</summary>
    private bool IsAboutSomebody(Datum datum, IEnumerable<Datum> beside) =>
        (datum.Owner is { } owner && (_model.IsAboutPerson(owner) || PublishedData.IsRecord(owner.Name)))
        || (datum.Root is { } root && (_model.IsAboutPerson(root) || PublishedData.IsRecord(root.Name)))
        || datum is { Member: ITypeSymbol }
        || beside.Any(o => o.Root is not null && SymbolEqualityComparer.Default.Equals(o.Root, datum.Root) && o.Data.Tier == DataTier.DirectIdentifier);

    /// <summary>
    /// The type is a person's, or the name says so (Order.CustomerEmail), or a way to reach somebody stands beside a full
    /// name, however little each of them says alone: what a query selects has no type of its own.
    /// </summary>
    private bool IsOfPerson(Datum datum) =>
        datum.Owner is { } owner
        && (_model.IsPersonType(owner) || PublishedData.IsPersonal(owner.Name) || PublishedData.IsPersonal(datum.Member.Name)
            || (_model.DataIn(owner, ObjectView.Serialised).ToArray() is var beside
                && beside.Any(d => d.Data.Category == "identity.name") && beside.Any(d => d.Data.Category is "contact.email" or "contact.phone")));

    private bool IsConvention(Endpoint endpoint) =>
        endpoints.Conventions.IsRoute(endpoint.Route)
        || (endpoint.Symbol is IMethodSymbol action && endpoint.Controller is { } controller && endpoints.Conventions.IsRoute($"/{controller.Name.Replace("Controller", "")}/{action.Name}"));

    /// <summary>Everyone may come in, and the code then asks who it is.</summary>
    private bool IsGuarded(Endpoint endpoint)
    {
        var any = false;
        foreach (var body in data.Code(endpoint))
        {
            if (endpoints.Code.Guard(body) is null)
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    private bool IsDevelopmentOnly(Endpoint endpoint)
    {
        if (endpoint.Kind != EndpointKind.Route || endpoint.Location.SourceTree is not { } tree)
        {
            return false;
        }

        var mapping = tree.GetRoot(cancellation).FindNode(endpoint.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        return mapping is not null && endpoints.Bodies.Model(tree).GetOperation(mapping, cancellation) is { } call && RouteFlow.IsDevelopmentOnly(call);
    }

    /// <summary>The principal or the session of the caller takes part in the answer.</summary>
    private static bool AsksWhoCalls(IOperation body) => body.Inside().Any(o => o switch
    {
        IPropertyReferenceOperation { Property: { Name: "User" or "Session" or "Cookies", ContainingType: { } type } } => WebSymbols.IsFramework(type),
        IInvocationOperation { TargetMethod.Name: var name } => IsCurrent(name),
        IPropertyReferenceOperation { Property.Name: var name } => IsCurrent(name),
        _ => o.Type is { Name: "ClaimsPrincipal" or "ICurrentUser" or "IUserContext" },
    });

    private static bool IsCurrent(string name) =>
        name.IndexOf("Current", StringComparison.Ordinal) >= 0 && Words.Of(name).Any(w => w is "User" or "Customer" or "Member" or "Account" or "Patient" or "Person" or "Client" or "Session");

    private static Datum? Worst(IEnumerable<Datum> data)
    {
        Datum? worst = null;
        foreach (var datum in data)
        {
            if (worst is not { } known || DataClassification.Harm.Compare(datum.Data, known.Data) > 0)
            {
                worst = datum;
            }
        }

        return worst;
    }

    private static Diagnostic Create(Endpoint endpoint, Level level, string direction, Datum datum, string reason) => KkDiagnostic.Create(
        RuleCatalog.KK4502,
        endpoint.Location,
        level == Level.Information ? DiagnosticSeverity.Info : null,
        endpoint.Decision.Place is { } place ? [place] : null,
        null,
        endpoint.KindText,
        endpoint.Name,
        MessageArg.Text(direction),
        datum.Data.CategoryText,
        datum.Data.Name,
        MessageArg.Text(reason, endpoint.Decision.By));
}
