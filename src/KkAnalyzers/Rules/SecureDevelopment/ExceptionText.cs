using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>
/// The stack trace or the whole text of an exception in an answer of the server. Starts at exceptions, which are few: catch
/// clauses, parameters, the exception feature of the request. The message of an exception alone is not reported: many are
/// written for users.
/// </summary>
internal sealed class ExceptionText
{
    private const int MaxSteps = 64;

    /// <summary>Methods whose argument goes to the client.</summary>
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "Ok", "BadRequest", "StatusCode", "Problem", "Content", "Json", "NotFound", "Conflict", "UnprocessableEntity", "InternalServerError", "Text", "ValidationProblem",
        "Write", "WriteAsync", "WriteAsJsonAsync", "AddModelError", "CreateResponse", "CreateErrorResponse",
    };

    private readonly KkContext _context;
    private readonly DevelopmentGuard _guard;
    private readonly Inspection _inspection;
    private readonly INamedTypeSymbol? _exception;

    public ExceptionText(KkContext context, DevelopmentGuard guard, Inspection inspection)
    {
        _context = context;
        _guard = guard;
        _inspection = inspection;
        _exception = context.Type("System.Exception");
    }

    /// <summary>Code that a generator wrote is left out, that of Razor files too: pages have no such answers.</summary>
    public void Register()
    {
        _context.RegisterOperationAction(
            c =>
            {
                var clause = (ICatchClauseOperation)c.Operation;
                if (!c.IsGeneratedCode && clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation { Symbol: { } caught })
                {
                    _inspection.Inspected();
                    Scan(clause.Handler, o => o is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, caught), c.ContainingSymbol, c.ReportDiagnostic, c.CancellationToken);
                }
            },
            OperationKind.CatchClause);
        _context.RegisterOperationBlockAction(c =>
        {
            if (!c.IsGeneratedCode && c.OwningSymbol is IMethodSymbol method && method.Parameters.Any(p => IsException(p.Type) || HoldsException(p.Type)))
            {
                _inspection.Inspected();
                foreach (var block in c.OperationBlocks)
                {
                    Scan(block, o => o is IParameterReferenceOperation && IsException(o.Type) || o is IPropertyReferenceOperation { Property.Name: "Exception", Instance: IParameterReferenceOperation }, method, c.ReportDiagnostic, c.CancellationToken);
                }
            }
        });
        _context.RegisterOperationAction(
            c =>
            {
                var call = (IInvocationOperation)c.Operation;
                if (call.TargetMethod is { Name: "Get", TypeArguments: { Length: 1 } types } && types[0].Name is "IExceptionHandlerFeature" or "IExceptionHandlerPathFeature" && !c.IsGeneratedCode)
                {
                    _inspection.Inspected();
                    var scope = Function(call);
                    Scan(
                        scope,
                        o => o is IPropertyReferenceOperation { Property: { Name: "Error", ContainingType.Name: "IExceptionHandlerFeature" or "IExceptionHandlerPathFeature" } }
                            || (o is ILocalReferenceOperation { IsDeclaration: false } && IsException(o.Type)),
                        c.ContainingSymbol,
                        c.ReportDiagnostic,
                        c.CancellationToken);
                }
            },
            OperationKind.Invocation);
    }

    private static bool HoldsException(ITypeSymbol type) => type.Name is "ExceptionContext" or "ExceptionHandlerContext" or "HttpActionExecutedContext";

    private bool IsException(ITypeSymbol? type) => WebSymbols.Is(type, _exception);

    private static IOperation Function(IOperation operation)
    {
        var o = operation;
        while (o.Parent is { } parent && o is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            o = parent;
        }

        return o;
    }

    private void Scan(IOperation scope, Func<IOperation, bool> isException, ISymbol containing, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (var operation in scope.Descendants())
        {
            if (isException(operation) && Text(operation) is { } text && Reaches(text, containing))
            {
                var guard = _guard.Of(text, containing, cancellation);
                if (guard != GuardKind.Development)
                {
                    var shown = text.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax ? text.Syntax : operation.Syntax;
                    report(KkDiagnostic.Create(RuleCatalog.KK4404, shown.GetLocation(), Reach.Severity(guard), null, null, MessageArg.Text(Texts.InternalsException, shown.ToString()), Reach.Text(guard)));
                }
            }
        }
    }

    /// <summary>The text that an exception becomes here: its stack trace, ToString, or a place that calls ToString by itself. Null for any other use.</summary>
    private IOperation? Text(IOperation exception)
    {
        var o = exception;
        for (var steps = 0; steps < 8 && o.Parent is { } parent; steps++)
        {
            switch (parent)
            {
                case IPropertyReferenceOperation { Property.Name: "StackTrace" } trace:
                    return trace;
                case IPropertyReferenceOperation { Property.Name: "InnerException" }:
                case IParenthesizedOperation:
                    o = parent;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ToString" } call when call.Instance == o:
                    return call;
                case IConditionalAccessOperation access when access.Operation == o:
                    return Accessed(access) is { } inner ? inner : null;
                case IConversionOperation { Type.SpecialType: SpecialType.System_Object } conversion:
                    return conversion.Parent is IBinaryOperation or IArgumentOperation or IInterpolationOperation ? conversion : null;
                case IConversionOperation:
                    o = parent;
                    continue;
                case IInterpolationOperation or IArgumentOperation { Parameter.Type.SpecialType: SpecialType.System_Object }:
                    return o;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary><c>exception?.StackTrace</c>, <c>exception?.ToString()</c>.</summary>
    private static IOperation? Accessed(IConditionalAccessOperation access) => access.WhenNotNull switch
    {
        IPropertyReferenceOperation { Property.Name: "StackTrace", Instance: IConditionalAccessInstanceOperation } => access,
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: IConditionalAccessInstanceOperation } => access,
        _ => null,
    };

    /// <summary>True when the value gets into an answer, through text, objects and locals.</summary>
    private bool Reaches(IOperation value, ISymbol containing)
    {
        var work = new Stack<IOperation>();
        work.Push(value);
        var followed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var steps = 0; work.Count > 0; steps++)
        {
            if (steps > MaxSteps)
            {
                _inspection.NotFollowed();
                return false;
            }

            var o = work.Pop();
            switch (o.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or IInterpolationOperation or IInterpolatedStringOperation or IBinaryOperation or ICoalesceOperation
                    or IAnonymousObjectCreationOperation or IArrayInitializerOperation or IArrayCreationOperation or IObjectOrCollectionInitializerOperation or IAwaitOperation or IConditionalAccessOperation:
                    work.Push(o.Parent);
                    break;
                case IConditionalOperation choice when choice.Condition != o && choice.Type is not null:
                    work.Push(choice);
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } }:
                    Follow(local);
                    break;
                case ISimpleAssignmentOperation assignment when assignment.Value == o:
                    switch (assignment.Target)
                    {
                        case ILocalReferenceOperation { Local: { } local }:
                            Follow(local);
                            break;
                        case IPropertyReferenceOperation property when IsAnswer(property.Property.ContainingType) || IsPartOfAnswer(property):
                            return true;
                        default:
                            if (assignment.Parent is IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation)
                            {
                                work.Push(assignment.Parent);
                            }

                            break;
                    }

                    break;
                case IObjectCreationOperation creation:
                    if (Creation(creation))
                    {
                        return true;
                    }

                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    if (Creation(creation))
                    {
                        return true;
                    }

                    break;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (Answers.Contains(call.TargetMethod.Name) && IsWeb(call.TargetMethod))
                    {
                        return true;
                    }

                    if (PassesOn(call))
                    {
                        work.Push(call);
                    }

                    break;
                case IInvocationOperation call when call.Instance == o && PassesOn(call):
                    work.Push(call);
                    break;
                case IReturnOperation when IsAction(containing) && !InLambda(o):
                    return true;
            }

            void Follow(ILocalSymbol local)
            {
                if (followed.Add(local))
                {
                    foreach (var reference in o.Root().Descendants().OfType<ILocalReferenceOperation>())
                    {
                        if (SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Syntax.SpanStart > o.Syntax.SpanStart)
                        {
                            work.Push(reference);
                        }
                    }
                }
            }

            bool Creation(IObjectCreationOperation creation)
            {
                if (IsAnswer(creation.Type))
                {
                    return true;
                }

                if (!IsException(creation.Type))
                {
                    work.Push(creation);
                }

                return false;
            }
        }

        return false;
    }

    /// <summary>Text that became other text.</summary>
    private static bool PassesOn(IInvocationOperation call) =>
        call.Type?.SpecialType == SpecialType.System_String && WebSymbols.IsFramework(call.TargetMethod)
        || call.TargetMethod is { Name: "SerializeObject", ContainingType.Name: "JsonConvert" };

    private static bool IsAnswer(ITypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == "ProblemDetails")
            {
                return true;
            }
        }

        return (type.Name == "Status" && WebSymbols.Namespace(type) == "Grpc.Core")
            || (type.Name.EndsWith("Result", StringComparison.Ordinal) && type.AllInterfaces.Any(i => i.Name is "IActionResult" or "IResult" or "IHttpActionResult"));
    }

    /// <summary><c>problem.Extensions["trace"]</c>, <c>ViewData["error"]</c>, <c>TempData["error"]</c>.</summary>
    private static bool IsPartOfAnswer(IPropertyReferenceOperation property) =>
        property is { Property.IsIndexer: true, Instance: IPropertyReferenceOperation { Property.Name: "Extensions" or "ViewData" or "TempData" } };

    private static bool IsWeb(IMethodSymbol method)
    {
        var ns = WebSymbols.Namespace(method);
        return ns.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || ns.StartsWith("System.Web", StringComparison.Ordinal) || ns == "System.Net.Http";
    }

    private static bool IsAction(ISymbol containing)
    {
        if (containing is not IMethodSymbol { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary })
        {
            return false;
        }

        for (var t = containing.ContainingType?.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name is "ControllerBase" or "Controller" or "ApiController" && WebSymbols.Namespace(t) is "Microsoft.AspNetCore.Mvc" or "System.Web.Mvc" or "System.Web.Http")
            {
                return true;
            }
        }

        return false;
    }

    private static bool InLambda(IOperation operation)
    {
        for (var o = operation; o is not null; o = o.Parent)
        {
            if (o is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
