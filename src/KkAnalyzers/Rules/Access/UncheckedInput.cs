using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4406: an endpoint binds a type of this project with personal data as text, and nothing that can be seen checks the
/// values. One finding per type, at the first endpoint that takes it.
/// </summary>
internal sealed class UncheckedInput(EndpointModel endpoints, EndpointData data, Inspection inspection, CancellationToken cancellation)
{
    private static readonly string[] Starts = ["CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder", "CreateDefaultBuilder"];

    private readonly ValidationOfTypes _types = new(endpoints.Bodies);
    private readonly InputChecks _checks = new(endpoints.Bodies, inspection);

    public void Report(Action<Diagnostic> report)
    {
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var endpoint in endpoints.Endpoints)
        {
            cancellation.ThrowIfCancellationRequested();
            if (endpoint.Decision.Outcome is AccessOutcome.Convention or AccessOutcome.Client)
            {
                continue;
            }

            foreach (var (type, place) in Models(endpoint))
            {
                if (reported.Contains(type) || !endpoints.Bodies.Has(type) || Worst(type) is not { } datum)
                {
                    continue;
                }

                inspection.Inspected();
                if (!MeantOpen.SignsIn(endpoint) && Missing(endpoint, type) is { } reason && reported.Add(type))
                {
                    report(KkDiagnostic.Create(
                        RuleCatalog.KK4406, SourceLocations.IsUserCode(place) ? place : endpoint.Location, endpoint.KindText, endpoint.Name, type.Name, datum.CategoryText, datum.Name, MessageArg.Text(reason)));
                }
            }
        }
    }

    /// <summary>The types that the endpoint fills from a body or form, each with the place that says so.</summary>
    private IEnumerable<(INamedTypeSymbol Type, Location Place)> Models(Endpoint endpoint)
    {
        switch (endpoint.Kind)
        {
            case EndpointKind.Action or EndpointKind.Route or EndpointKind.Hub or EndpointKind.Function:
                var unread = endpoint.Kind is EndpointKind.Route or EndpointKind.Action && MeantOpen.Reads(endpoint);
                foreach (var parameter in EndpointData.Methods(endpoint).SelectMany(m => m.Parameters))
                {
                    if (!unread && IsBody(parameter, endpoint) && EndpointData.Bound(parameter) is { } bound)
                    {
                        yield return (bound, parameter.Locations.FirstOrDefault() ?? endpoint.Location);
                    }
                }

                break;
            case EndpointKind.Page when endpoint.Symbol is INamedTypeSymbol page && page.GetMembers().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)):
                foreach (var property in page.GetMembers().OfType<IPropertySymbol>())
                {
                    if (property.GetAttributes().Any(a => a.AttributeClass?.Name == "BindPropertyAttribute") && EndpointData.Inner(property.Type).OfType<INamedTypeSymbol>().FirstOrDefault() is { TypeKind: TypeKind.Class } bound)
                    {
                        yield return (bound, property.Locations.FirstOrDefault() ?? endpoint.Location);
                    }
                }

                break;
        }

        if (endpoint.Kind is EndpointKind.Function or EndpointKind.Fast)
        {
            foreach (var root in data.Traffic(endpoint).Accepted.Select(d => d.Root).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            {
                yield return (root, endpoint.Location);
            }
        }
    }

    private static bool IsBody(IParameterSymbol parameter, Endpoint endpoint)
    {
        var isBody = endpoint.Kind != EndpointKind.Action;
        foreach (var attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "FromQueryAttribute" or "FromRouteAttribute" or "FromHeaderAttribute" or "ModelBinderAttribute" or "FromUriAttribute":
                    return false;
                case "FromBodyAttribute" or "FromFormAttribute":
                    isBody = true;
                    break;
            }
        }

        return isBody || (endpoint.Symbol is { } action && action.GetAttributes().Any(a => a.AttributeClass?.Name is "HttpPostAttribute" or "HttpPutAttribute" or "HttpPatchAttribute"));
    }

    /// <summary>The worst personal text; a date, a number or a type of the application's own checks itself.</summary>
    private DataClassification? Worst(INamedTypeSymbol type)
    {
        DataClassification? worst = null;
        var signsIn = false;
        foreach (var datum in data.In(type, subtypes: false))
        {
            signsIn |= datum.Data.Tier == DataTier.Credential;
            if (datum.Data.Tier is DataTier.DirectIdentifier or DataTier.Sensitive && IsText(datum.Member) && (worst is null || DataClassification.Harm.Compare(datum.Data, worst) > 0))
            {
                worst = datum.Data;
            }
        }

        // Signing in is the check.
        return signsIn && worst is { Category: "identity.name" or "contact.email" or "contact.phone" } ? null : worst;
    }

    private static bool IsText(ISymbol member) =>
        (member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type) is { } type && ValueKindsOf.Unwrap(type).SpecialType == SpecialType.System_String;

    /// <summary>What was looked for and not found, or null when something checks.</summary>
    private string? Missing(Endpoint endpoint, INamedTypeSymbol type)
    {
        var declared = _types.HasRules(type);
        if (declared && (endpoint.Kind is not (EndpointKind.Route or EndpointKind.Hub or EndpointKind.Function) || RunsRules(endpoint)))
        {
            return null;
        }

        if (_types.HasValidator(type) || HasFilter(endpoint, type))
        {
            return null;
        }

        var any = false;
        foreach (var body in data.Code(endpoint))
        {
            if (_checks.In(body, type))
            {
                return null;
            }

            any = true;
        }

        return !any ? null : declared ? Texts.CheckNotRun : Texts.CheckNothing;
    }

    /// <summary>Something here reads validation attributes for such endpoints, or start-up code that could is elsewhere.</summary>
    private bool RunsRules(Endpoint endpoint) =>
        endpoints.Calls.Setup("TryValidateObject", "ValidateObject", "TryValidate", "TryValidateAsync").Any()
        || (endpoint.Kind == EndpointKind.Route && (endpoints.Calls.Setup("AddValidation").Any() || !endpoints.Calls.Setup(Starts).Any()));

    /// <summary>A filter that calls itself one for validation, wherever it is added: which endpoints it covers is not asked.</summary>
    private bool HasFilter(Endpoint endpoint, INamedTypeSymbol type)
    {
        if (endpoint.Kind is EndpointKind.Action or EndpointKind.Page)
        {
            for (var t = endpoint.Controller ?? endpoint.Symbol as INamedTypeSymbol; t is not null; t = t.BaseType)
            {
                if (t.GetAttributes().Any(IsFilter))
                {
                    return true;
                }
            }

            return endpoint.Symbol?.GetAttributes().Any(IsFilter) == true
                || endpoints.Calls.Setup("Add", "AddService").Any(c => IsToFilters(c) && (c.TargetMethod.TypeArguments.Any(IsValidation) || c.Arguments.Any(a => a.Value.Unwrap() is ITypeOfOperation typeOf ? IsValidation(typeOf.TypeOperand) : a.Value.Unwrap().Type is { } added && IsValidation(added))));
        }

        return endpoint.Kind == EndpointKind.Route && endpoints.Calls.BuilderCalls.Any(c =>
            c.TargetMethod.Name.IndexOf("Validat", StringComparison.Ordinal) >= 0
            || (c.TargetMethod.Name.StartsWith("AddEndpointFilter", StringComparison.Ordinal)
                && (c.TargetMethod.TypeArguments.Any(IsValidation) || c.Arguments.SelectMany(a => a.Value.Inside()).OfType<IInvocationOperation>().Any(i =>
                    i.TargetMethod.Name.IndexOf("Valid", StringComparison.Ordinal) >= 0 || i.TargetMethod.TypeArguments.Contains(type, SymbolEqualityComparer.Default)))));
    }

    /// <summary>Filters of the application; the code of a view adds tag helpers that show what validation found.</summary>
    private static bool IsToFilters(IInvocationOperation add) => add.Receiver()?.Unwrap().Type is { } type && type.Name.EndsWith("FilterCollection", StringComparison.Ordinal);

    private static bool IsFilter(AttributeData attribute) =>
        attribute.AttributeClass is { } type && (IsValidation(type) || attribute.ConstructorArguments.Any(a => a.Value is INamedTypeSymbol filter && IsValidation(filter)));

    private static bool IsValidation(ITypeSymbol type) =>
        type.Name.IndexOf("Validat", StringComparison.OrdinalIgnoreCase) >= 0 && type.Name.IndexOf("forgery", StringComparison.OrdinalIgnoreCase) < 0;
}
