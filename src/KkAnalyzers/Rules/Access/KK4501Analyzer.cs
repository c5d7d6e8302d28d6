using System.Globalization;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Access;

/// <summary>
/// KK4501: an endpoint that nobody decided about. Keeps the inventory of all endpoints. KK4506 to KK4508 ask the same model,
/// which is built once.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KK4501Analyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public KK4501Analyzer()
        : base(RuleCatalog.KK4501, RuleCatalog.KK4506, RuleCatalog.KK4507, RuleCatalog.KK4508)
    {
    }

    /// <summary>Blazor pages exist only in the C# that Razor makes of them.</summary>
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(KkContext context)
    {
        var inspection = context.Inspection(RuleCatalog.KK4501);
        if (EndpointModel.Collect(context, inspection) is not { } read)
        {
            return;
        }

        context.RegisterCompilationEndAction(c =>
        {
            var model = read(c.CancellationToken);
            new OpenOrigins(context, model, context.Inspection(RuleCatalog.KK4506), c.CancellationToken).Report(c.ReportDiagnostic);
            new RequestForgery(context, model, context.Inspection(RuleCatalog.KK4507), c.CancellationToken).Report(c.ReportDiagnostic);
            new PipelineOrder(context, model, context.Inspection(RuleCatalog.KK4508), c.CancellationToken).Report(c.ReportDiagnostic);
            var endpoints = model.Endpoints;
            foreach (var endpoint in endpoints)
            {
                inspection.Inspected();
                if (context.Options.RecordInspection)
                {
                    Record(inspection, endpoint);
                }
            }

            var whole = endpoints.Where(e => e.Controller is not null)
                .GroupBy(e => e.Controller!, SymbolEqualityComparer.Default)
                .Where(g => g.Count() > 1 && g.All(e => e.Decision.Outcome == AccessOutcome.None) && EndpointReader.Place(g.Key!) is not null)
                .ToDictionary(g => g.Key!, g => g.ToArray(), SymbolEqualityComparer.Default);
            foreach (var pair in whole)
            {
                c.ReportDiagnostic(Whole((INamedTypeSymbol)pair.Key, pair.Value));
            }

            foreach (var endpoint in endpoints.Where(e => e.Controller is null || !whole.ContainsKey(e.Controller)))
            {
                if (Finding(endpoint) is { } finding)
                {
                    c.ReportDiagnostic(finding);
                }
            }
        });
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
        if (decision.Outcome is not (AccessOutcome.None or AccessOutcome.Unseen or AccessOutcome.Overridden) || decision.ReportedByFramework || decision.Reason is not { } reason)
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

    private static void Record(Inspection inspection, Endpoint endpoint)
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
            ("by", by));
    }
}
