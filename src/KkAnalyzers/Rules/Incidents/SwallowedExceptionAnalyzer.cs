using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Incidents;

/// <summary>KK4101: health data are read, changed or sent, it fails, and nobody hears of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedExceptionAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public SwallowedExceptionAnalyzer()
        : base(RuleCatalog.KK4101)
    {
    }

    /// <summary>The code of Razor components counts.</summary>
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var inspection = context.Inspection(RuleCatalog.KK4101);
        var caught = new CaughtExceptions(context.Options.List(RuleIds.KK4101, "handled_exceptions"));
        var reader = new CatchReader(context.Options.List(RuleIds.KK4101, "silent_methods"));

        // Most projects lose no exception: then nobody asks what is health data.
        var health = new Lazy<HealthData>(() => new HealthData(context));
        context.RegisterOperationAction(
            c =>
            {
                var clause = (ICatchClauseOperation)c.Operation;
                if (c.IsGeneratedCode && !SourceLocations.IsUserCode(clause.Syntax.GetLocation(), isGeneratedTree: true))
                {
                    return;
                }

                inspection.Inspected();
                if (clause.Parent is not ITryOperation attempt || caught.Of(clause) is not (not Breadth.Narrow and var breadth) || IsCleanup(attempt, c.ContainingSymbol)
                    || reader.Read(clause, c.ContainingSymbol) is not { } loss || health.Value.In(attempt.Body) is not { } use || MadeUpData.In(c.ContainingSymbol.ContainingType))
                {
                    return;
                }

                var severity = breadth == Breadth.Everything && use.Moves && !loss.CallerKnows ? (DiagnosticSeverity?)null : DiagnosticSeverity.Info;
                c.ReportDiagnostic(KkDiagnostic.Create(
                    RuleCatalog.KK4101,
                    Place(clause),
                    severity,
                    null,
                    FixKind.Properties(FixKind.Catch),
                    clause.ExceptionType.SpecialType == SpecialType.System_Object ? "Exception" : clause.ExceptionType.Name,
                    use.Name,
                    use.Data.CategoryText,
                    loss.How));
            },
            OperationKind.CatchClause);
        context.RegisterOperationAction(
            c =>
            {
                // task.ContinueWith(t => { }): a catch block with nothing in it, written in another way.
                var lambda = (IAnonymousFunctionOperation)c.Operation;
                if (lambda.Syntax is not LambdaExpressionSyntax { Body: BlockSyntax { Statements.Count: 0 } }
                    || lambda.Parent is not IDelegateCreationOperation { Parent: IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { Name: "ContinueWith", ContainingType.Name: "Task" }, Instance: { } task } call } }
                    || !CatchReader.IsEmpty(lambda.Body))
                {
                    return;
                }

                inspection.Inspected();
                if (health.Value.In(task) is { } use && !MadeUpData.In(c.ContainingSymbol.ContainingType) && SourceLocations.IsUserCode(call.NameLocation(), c.IsGeneratedCode))
                {
                    c.ReportDiagnostic(KkDiagnostic.Create(
                        RuleCatalog.KK4101, call.NameLocation(), use.Moves ? null : DiagnosticSeverity.Info, null, null, "Exception", use.Name, use.Data.CategoryText, MessageArg.Text(Texts.IncidentContinuation)));
                }
            },
            OperationKind.AnonymousFunction);
    }

    /// <summary>From <c>catch</c> to the end of the type, or of the filter.</summary>
    private static Location Place(ICatchClauseOperation clause)
    {
        var syntax = (CatchClauseSyntax)clause.Syntax;
        var end = syntax.Filter?.Span.End ?? syntax.Declaration?.Span.End ?? syntax.CatchKeyword.Span.End;
        return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.CatchKeyword.SpanStart, end));
    }

    /// <summary>What is cleaned up is not needed any more.</summary>
    private static bool IsCleanup(IOperation attempt, ISymbol containing)
    {
        if (containing is IMethodSymbol { MethodKind: MethodKind.Destructor } or IMethodSymbol { Name: "Dispose" or "DisposeAsync" or "DisposeAsyncCore" })
        {
            return true;
        }

        for (var o = attempt; o.Parent is { } parent; o = parent)
        {
            if (parent is ITryOperation { Finally: { } last } && last == o)
            {
                return true;
            }
        }

        return false;
    }
}
