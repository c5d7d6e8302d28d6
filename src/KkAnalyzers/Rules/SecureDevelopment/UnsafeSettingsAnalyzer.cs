using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>
/// KK4313 and KK4404: what is right on a developer's machine and wrong anywhere else. One analyzer, because both look at
/// assignments and calls and ask the same question about them: who can this reach?
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeSettingsAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public UnsafeSettingsAnalyzer()
        : base(RuleCatalog.KK4313, RuleCatalog.KK4404)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var guard = new DevelopmentGuard(context.Compilation);
        var certificates = new CertificateValidation(context, guard);
        var internals = new InternalsShown(context, guard);
        certificates.Register();
        internals.Register();
        context.RegisterOperationAction(
            c =>
            {
                if (((ISimpleAssignmentOperation)c.Operation) is { Target: IPropertyReferenceOperation property } assignment)
                {
                    certificates.Assignment(c, assignment, property.Property);
                    internals.Assignment(c, assignment, property.Property);
                }
            },
            OperationKind.SimpleAssignment);
        if (certificates.HasCalls || internals.HasCalls)
        {
            context.RegisterOperationAction(
                c =>
                {
                    var call = (IInvocationOperation)c.Operation;
                    certificates.Call(c, call);
                    internals.Call(c, call);
                },
                OperationKind.Invocation);
        }
    }
}
