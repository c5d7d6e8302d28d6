using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>KK4401: the text of a database command has something in it that others decide about.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SqlTextAnalyzer : KkDiagnosticAnalyzer
{
    private const int MaxShown = 60;

    /// <summary>Used by the compiler.</summary>
    public SqlTextAnalyzer()
        : base(RuleCatalog.KK4401)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (!HasLibrary(context) || TestProjects.Is(context))
        {
            return;
        }

        var catalogue = new FlowCatalogue(context, ImmutableArray<string>.Empty, (FlowLists.Flow, ""), (FlowLists.Sql, RuleIds.KK4401));
        var names = catalogue.Names;
        var fileEnd = context.RegisterAfterFile();
        var inspection = context.Inspection(RuleCatalog.KK4401);
        var trace = new SqlTrace(catalogue, new FlowBodies(context.Compilation, catalogue, context.CancellationToken));
        var others = new OtherSqlRules(context.Compilation);
        var reported = new ConcurrentDictionary<(Location, DiagnosticSeverity), bool>();

        context.RegisterOperationAction(
            c =>
            {
                var call = (IInvocationOperation)c.Operation;
                if (call.TargetMethod.MethodKind != MethodKind.Constructor && names.MayBeSink(call.TargetMethod.Name))
                {
                    Look(c, new FlowCall(call, call.TargetMethod, call.Instance, call.Arguments));
                }
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            c =>
            {
                if (((IObjectCreationOperation)c.Operation).Constructor is { ContainingType: var type } && names.MayBeSinkType(type.Name) && FlowCall.From(c.Operation) is { } call)
                {
                    Look(c, call);
                }
            },
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(
            c =>
            {
                var assignment = (ISimpleAssignmentOperation)c.Operation;
                if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "CommandText" } property } && catalogue.OfProperty(property.ContainingType, "CommandText=") is not null)
                {
                    inspection.Inspected();
                    Trace(c, assignment.Value, $"{property.ContainingType.Name}.{property.Name}", default, assignment);
                }
            },
            OperationKind.SimpleAssignment);

        void Look(OperationAnalysisContext c, FlowCall call)
        {
            foreach (var entry in catalogue.Of(call.Method))
            {
                if (entry.Rule.Length == 0 || !entry.IsSink)
                {
                    continue;
                }

                foreach (var (_, value) in call.Slots(entry))
                {
                    inspection.Inspected();
                    var type = call.Method.ContainingType.Name;
                    Trace(c, value, call.Method.MethodKind == MethodKind.Constructor ? type : $"{type}.{call.Method.Name}", call, null);
                }

                return;
            }
        }

        void Trace(OperationAnalysisContext c, IOperation text, string sink, FlowCall call, ISimpleAssignmentOperation? assignment)
        {
            if (!text.ConstantValue.HasValue && !MadeUpData.In(c.ContainingSymbol.ContainingType))
            {
                fileEnd.Add(text.Syntax.SyntaxTree, c.ReportDiagnostic, report => Follow(report, c.Operation, text, sink, call, assignment));
            }
        }

        void Follow(Action<Diagnostic> report, IOperation site, IOperation text, string sink, FlowCall call, ISimpleAssignmentOperation? assignment)
        {
            if (others.Report(call, text))
            {
                inspection.NotFollowed();
                return;
            }

            var parts = trace.Of(text, out var cut);
            if (cut)
            {
                inspection.NotFollowed();
            }

            foreach (var together in parts.GroupBy(p => (p.Composition ?? p.Hole).Syntax))
            {
                // Of parts of one text the worst, and of equals the first.
                var worst = together.OrderByDescending(p => Severity(p)).ThenBy(p => p.Source).ThenBy(p => p.Hole.Syntax.SpanStart).First();
                var location = worst.Hole.Syntax.GetLocation();
                var severity = Severity(worst);
                if (!SourceLocations.IsUserCode(location) || !reported.TryAdd((location, severity), true))
                {
                    continue;
                }

                var related = new[] { worst.At.Syntax.GetLocation(), site.Syntax.GetLocation() }.Concat(together.Select(p => p.Hole.Syntax.GetLocation())).Distinct().Where(l => l != location);
                var fix = together.Key == text.Unconverted().Syntax ? SqlFix.Of(text.Unconverted(), call, assignment) : null;
                report(KkDiagnostic.Create(RuleCatalog.KK4401, location, severity, related, fix, sink, Shown(worst.Hole), Source(worst)));
            }
        }
    }

    /// <summary>A warning where somebody outside decides, or where a value that others give could have been a parameter.</summary>
    private static DiagnosticSeverity Severity(SqlPart part) => part switch
    {
        { Escaped: true } => DiagnosticSeverity.Info,
        { Source: SqlSource.Endpoint or SqlSource.Request } => DiagnosticSeverity.Warning,
        { Source: SqlSource.Parameter or SqlSource.File, Place: SqlPlace.Value or SqlPlace.Quoted } => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static MessageArg Source(SqlPart part) => part switch
    {
        { Escaped: true } => MessageArg.Text(Texts.SqlEscaped),
        { Source: SqlSource.Endpoint } => MessageArg.Text(Texts.SqlEndpoint, part.Owner),
        { Source: SqlSource.Request } => MessageArg.Text(Texts.SqlRequest, part.Owner),
        { Source: SqlSource.Parameter, Place: SqlPlace.Value or SqlPlace.Quoted } => MessageArg.Text(Texts.SqlParameter, part.Owner),
        { Source: SqlSource.Parameter } => MessageArg.Text(Texts.SqlParameterName, part.Owner),
        { Source: SqlSource.File } => MessageArg.Text(Texts.SqlFile, part.Owner),
        _ => MessageArg.Text(Texts.SqlUnseen, part.Owner),
    };

    private static string Shown(IOperation part)
    {
        var text = string.Join(" ", part.Syntax.ToString().Split(['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MaxShown ? text : text.Substring(0, MaxShown - 1) + "…";
    }

    /// <summary>False where no listed library is there; the interfaces of ADO.NET are part of .NET itself.</summary>
    private static bool HasLibrary(KkContext context)
    {
        foreach (var line in FlowLists.Sql.Lines(context))
        {
            if (line[0].IndexOf('.') > 0 && line[0] is not ("System.Data.IDbCommand" or "System.Data.Common.DbBatchCommand" or "System.Data.Common.DbDataSource") && context.Type(line[0]) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
