using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>
/// The rules about options: KK4313 certificates, KK4404 internals, KK4405 limits, KK4503 tokens, KK4504 sign-in, KK4505 cookies.
/// One analyzer, because all look at assignments and calls by name and ask the same question about them: who can this reach?
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeSettingsAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public UnsafeSettingsAnalyzer()
        : base(RuleCatalog.KK4313, RuleCatalog.KK4404, RuleCatalog.KK4405, RuleCatalog.KK4503, RuleCatalog.KK4504, RuleCatalog.KK4505)
    {
    }

    /// <summary>The C# of Razor files counts: sign-in of a Blazor application is written there.</summary>
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var guard = new DevelopmentGuard(context.Compilation);
        var checks = new OptionChecks();
        var certificates = new CertificateValidation(context, guard);
        certificates.Register(checks);
        new InternalsShown(context, guard).Register(checks);
        new Limits(context, guard).Register(checks);
        new TokenValidation(context, guard).Register(checks);
        new SignInProtection(context, guard).Register(checks);
        new CookieProtection(context, guard).Register(checks);
        context.RegisterOperationAction(
            c =>
            {
                if (((ISimpleAssignmentOperation)c.Operation) is not { Target: IPropertyReferenceOperation { Property: var property } } assignment)
                {
                    return;
                }

                if (checks.Properties.TryGetValue(property.Name, out var check))
                {
                    if (IsUserCode(c))
                    {
                        check(c, assignment, property);
                    }
                }
                else if (IsUserCode(c))
                {
                    // Knows callbacks by their shape, not by a name.
                    certificates.Assignment(c, assignment, property);
                }
            },
            OperationKind.SimpleAssignment);
        if (checks.Calls.Count > 0)
        {
            context.RegisterOperationAction(
                c =>
                {
                    var call = (IInvocationOperation)c.Operation;
                    if (checks.Calls.TryGetValue(call.TargetMethod.Name, out var check) && IsUserCode(c))
                    {
                        check(c, call);
                    }
                },
                OperationKind.Invocation);
        }
    }

    private static bool IsUserCode(OperationAnalysisContext c) => !c.IsGeneratedCode || SourceLocations.IsUserCode(c.Operation.Syntax.GetLocation(), isGeneratedTree: true);
}
