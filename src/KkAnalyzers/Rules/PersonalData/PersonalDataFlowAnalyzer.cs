using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>The rules of <see cref="FlowRule.All"/>: personal data that reach a listed sink as they are. One walk over the code for all of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataFlowAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Property of a finding: metadata name of the type that stores, for the code fix.</summary>
    internal const string StoreProperty = "store";

    /// <summary>Used by the compiler.</summary>
    public PersonalDataFlowAnalyzer()
        : base(FlowRule.All.Select(r => r.Descriptor).ToArray())
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        PersonalDataInventory.Register(context, context.Inspection(RuleCatalog.KK4301));
        var check = new FlowCheck(context);
        RouteParameters.Register(context, data => check.Counts(RuleIds.KK4305, data));
        var names = check.Names;
        var fileEnd = context.RegisterAfterFile();

        // Methods of their own, because a lambda's variables are made at the top of what is around it: here for every call in the program.
        void Follow(OperationAnalysisContext c, Action<Action<Diagnostic>> action) => fileEnd.Add(c.Operation.Syntax.SyntaxTree, c.ReportDiagnostic, action);
        void Call(OperationAnalysisContext c, FlowCall call) => Follow(c, report => check.Call(report, call));
        void Delegate(OperationAnalysisContext c, IInvocationOperation call) => Follow(c, report => check.Delegate(report, call));
        void Entry(OperationAnalysisContext c, IPropertyReferenceOperation holder, IOperation? key, IOperation? value) => Follow(c, report => check.Entry(report, holder, key, value));
        void Setting(OperationAnalysisContext c, IPropertyReferenceOperation target, IOperation value) => Follow(c, report => check.Setting(report, target, value));

        // The name is asked first: of all calls in a program very few are called like a sink.
        context.RegisterOperationAction(
            c =>
            {
                var invocation = (IInvocationOperation)c.Operation;
                var method = invocation.TargetMethod;
                if (method.MethodKind == MethodKind.DelegateInvoke)
                {
                    if (LogMethods.IsDefined(invocation))
                    {
                        Delegate(c, invocation);
                    }
                }
                else if (method.MethodKind == MethodKind.Constructor ? names.MayBeSinkType(method.ContainingType.Name)
                    : names.MayBeSink(method.Name) || (names.HasMarks && FlowCatalogue.MayBeMarked(method)))
                {
                    Call(c, new FlowCall(invocation, method, invocation.Instance, invocation.Arguments));
                }

                if (method.Name is "Add" or "TryAdd" && invocation.Instance is IPropertyReferenceOperation holder && names.MayBeHolder(holder.Property.Name))
                {
                    Entry(c, holder, invocation.Arguments.FirstOrDefault()?.Value, invocation.Arguments.LastOrDefault()?.Value);
                }
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            c =>
            {
                if (((IObjectCreationOperation)c.Operation).Constructor is { ContainingType: var type } && names.MayBeSinkType(type.Name) && FlowCall.From(c.Operation) is { } call)
                {
                    Call(c, call);
                }
            },
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(
            c =>
            {
                var assignment = (ISimpleAssignmentOperation)c.Operation;
                if (assignment.Target is not IPropertyReferenceOperation target)
                {
                    return;
                }

                if (target is { Property.IsIndexer: true, Instance: IPropertyReferenceOperation holder })
                {
                    if (names.MayBeHolder(holder.Property.Name))
                    {
                        Entry(c, holder, target.Arguments.FirstOrDefault()?.Value, assignment.Value);
                    }
                }
                else if (names.HasSettings || names.MayBeAssigned(target.Property.Name))
                {
                    Setting(c, target, assignment.Value);
                }
            },
            OperationKind.SimpleAssignment);
    }
}
