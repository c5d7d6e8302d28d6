using System.Globalization;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.Access;

/// <summary>KK4501: endpoints that nobody decided about. Keeps the inventory of all endpoints.</summary>
internal sealed class UndecidedEndpoints(KkContext context, EndpointModel model, EndpointData data, Inspection inspection, CancellationToken cancellation)
{
    public void Report(Action<Diagnostic> report)
    {
        foreach (var endpoint in model.Endpoints)
        {
            inspection.Inspected();
            if (context.Options.RecordInspection)
            {
                Record(endpoint, data.Traffic(endpoint));
            }
        }

        var whole = model.Endpoints.Where(e => e.Controller is not null)
            .GroupBy(e => e.Controller!, SymbolEqualityComparer.Default)
            .Where(g => g.Count() > 1 && g.All(e => e.Decision.Outcome == AccessOutcome.None) && EndpointReader.Place(g.Key!) is not null)
            .ToDictionary(g => g.Key!, g => g.ToArray(), SymbolEqualityComparer.Default);
        foreach (var pair in whole)
        {
            report(Whole((INamedTypeSymbol)pair.Key, pair.Value));
        }

        foreach (var endpoint in model.Endpoints.Where(e => e.Controller is null || !whole.ContainsKey(e.Controller)))
        {
            if (Finding(endpoint) is { } finding)
            {
                report(finding);
            }
        }
    }

    /// <summary>One finding for a controller of which no action is decided: one decision mends it.</summary>
    private static Diagnostic Whole(INamedTypeSymbol controller, Endpoint[] actions)
    {
        var names = string.Join(", ", actions.Select(a => a.Symbol!.Name).Distinct(StringComparer.Ordinal).Take(5));
        if (actions.Length > 5)
        {
            names += ", …";
        }

        return KkDiagnostic.Create(
            RuleCatalog.KK4501,
            EndpointReader.Place(controller)!,
            null,
            actions.Select(a => a.Location),
            FixKind.Properties(actions[0].Fix.ToString()),
            MessageArg.Text(Texts.EndpointController),
            controller.Name,
            actions[0].Decision.Reason is { } reason && reason.Property != "@" + Texts.AccessNone ? reason : MessageArg.Text(Texts.AccessNoneInController, names));
    }

    private static Diagnostic? Finding(Endpoint endpoint)
    {
        var decision = endpoint.Decision;
        if (decision.Outcome is not (AccessOutcome.None or AccessOutcome.Unseen or AccessOutcome.Overridden) || decision.ReportedElsewhere || decision.Reason is not { } reason)
        {
            return null;
        }

        // What is not visible here may be decided elsewhere: that is no claim.
        var severity = decision.Outcome == AccessOutcome.Unseen ? DiagnosticSeverity.Info : (DiagnosticSeverity?)null;
        var overridden = decision.Outcome == AccessOutcome.Overridden;
        return KkDiagnostic.Create(
            RuleCatalog.KK4501,
            overridden && decision.Place is { } place ? place : endpoint.Location,
            severity,
            overridden ? [endpoint.Location] : null,
            FixKind.Properties((overridden ? EndpointFix.None : endpoint.Fix).ToString()),
            endpoint.KindText,
            endpoint.Name,
            reason);
    }

    private void Record(Endpoint endpoint, EndpointTraffic traffic)
    {
        var by = endpoint.Decision.By;
        if (endpoint.Decision.Place?.GetMappedLineSpan() is { IsValid: true } span && endpoint.Decision.Outcome != AccessOutcome.InCode && by.Length > 0)
        {
            by += string.Format(CultureInfo.InvariantCulture, " ({0}:{1})", FilePaths.Name(span.Path), span.StartLinePosition.Line + 1);
        }

        inspection.Row(
            "endpoints",
            endpoint.Location,
            ("kind", endpoint.KindText),
            ("route", endpoint.Route),
            ("handler", endpoint.Handler),
            ("decision", endpoint.Decision.Text),
            ("reason", endpoint.Decision.Basis.Text()),
            ("by", by),
            ("justification", Justification.Of(endpoint.Decision, cancellation)),
            ("accepts", traffic.Accepts?.CategoryText ?? ""),
            ("acceptsMember", traffic.Accepts?.Name ?? ""),
            ("returns", traffic.Returns?.CategoryText ?? ""),
            ("returnsMember", traffic.Returns?.Name ?? ""));
    }
}
