using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using KkAnalyzers.Rules.DarkPatterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Access;

/// <summary>The rules about endpoints. One analyzer, because all ask the same model, which is built once, when the compilation ends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public EndpointAnalyzer()
        : base(
            RuleCatalog.KK4501, RuleCatalog.KK4406, RuleCatalog.KK4502, RuleCatalog.KK4506, RuleCatalog.KK4507, RuleCatalog.KK4508, RuleCatalog.KK4509,
            RuleCatalog.KK4510, RuleCatalog.KK3207)
    {
    }

    /// <summary>Blazor pages exist only in the C# that Razor makes of them.</summary>
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(KkContext context)
    {
        if (EndpointModel.Collect(context, context.Inspection(RuleCatalog.KK4501)) is not { } read)
        {
            WaysOut.RegisterScreens(context);
            return;
        }

        context.RegisterCompilationEndAction(c =>
        {
            var cancellation = c.CancellationToken;
            var model = read(cancellation);
            var personal = PersonalDataModel.For(context);
            var data = new EndpointData(personal, model.Bodies);
            new UndecidedEndpoints(context, model, data, context.Inspection(RuleCatalog.KK4501), cancellation).Report(c.ReportDiagnostic);
            new OpenPersonalData(context, model, data, context.Inspection(RuleCatalog.KK4502), cancellation).Report(c.ReportDiagnostic);
            new UncheckedInput(model, data, context.Inspection(RuleCatalog.KK4406), cancellation).Report(c.ReportDiagnostic);
            new OpenOrigins(context, model, data, context.Inspection(RuleCatalog.KK4506), cancellation).Report(c.ReportDiagnostic);
            new RequestForgery(context, model, context.Inspection(RuleCatalog.KK4507), cancellation).Report(c.ReportDiagnostic);
            new PipelineOrder(context, model, context.Inspection(RuleCatalog.KK4508), cancellation).Report(c.ReportDiagnostic);

            var names = new AuditNames(context);
            var walk = new HandlerWalk(model.Bodies, new RecordCalls(personal), names, context.Options.List(RuleIds.KK4509, "checking_methods"), cancellation);
            new OwnershipCheck(model, walk, context.Inspection(RuleCatalog.KK4509), cancellation).Report(c.ReportDiagnostic);
            new AuditTrail(model, walk, names, context.Inspection(RuleCatalog.KK4510), cancellation).Report(c.ReportDiagnostic);
            new WaysOut(context, context.Inspection(RuleCatalog.KK3207), cancellation).Report(c.ReportDiagnostic, model);
        });
    }
}
