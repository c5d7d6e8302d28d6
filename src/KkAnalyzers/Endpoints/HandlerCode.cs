using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>Reads handlers: does the code itself refuse callers before it hands something out (hard case 22), and has it anything to hand out?</summary>
internal sealed class HandlerCode
{
    /// <summary>How many calls deep a check is followed.</summary>
    private const int MaxDepth = 3;

    private static readonly HashSet<string> ErrorResults = new(StringComparer.Ordinal)
    {
        "NotFound", "BadRequest", "ValidationProblem", "Problem", "Conflict", "UnprocessableEntity", "NoContent", "StatusCode",
        "NotFoundResult", "NotFoundObjectResult", "BadRequestResult", "BadRequestObjectResult", "NoContentResult", "StatusCodeResult",
        "ConflictResult", "BadRequestErrorMessageResult", "HttpNotFound", "CreateResponse", "CreateErrorResponse",
        "Redirect", "RedirectToAction", "RedirectToPage", "RedirectToRoute", "LocalRedirect",
    };

    /// <summary>Answers without data of the application.</summary>
    private static readonly HashSet<string> StaticResults = new(StringComparer.Ordinal)
    {
        "View", "PartialView", "Page", "Redirect", "RedirectPermanent", "RedirectToAction", "RedirectToPage", "RedirectToRoute", "LocalRedirect",
    };

    private readonly SourceBodies _bodies;
    private readonly ImmutableArray<string> _authorizingMethods;

    public HandlerCode(SourceBodies bodies, ImmutableArray<string> authorizingMethods)
    {
        _bodies = bodies;
        _authorizingMethods = authorizingMethods;
    }

    /// <summary>The place where the code refuses a caller before it hands out anything; null when it does not.</summary>
    public Location? Guard(IOperation body) => Guard(body, 0, throwsOnly: false, new(SymbolEqualityComparer.Default));

    /// <summary>True when the type refuses somebody anywhere in its code: a filter or middleware of the application's own.</summary>
    public Location? Refuses(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary)
            .Select(m => _bodies.Of(m)).OfType<IOperation>().Select(Refuses).FirstOrDefault(l => l is not null);

    public Location? Refuses(IOperation body) => body.Inside().FirstOrDefault(Refusals.IsRefusal)?.Syntax.GetLocation();

    /// <summary>True for a method on the list of the option: by name, or by type and name.</summary>
    public bool IsAuthorizing(IMethodSymbol method) => MethodNames.Have(_authorizingMethods, method);

    /// <summary>A fixed page, a redirect or nothing at all: there is no data to guard.</summary>
    public bool IsStatic(IOperation body) => body.Inside().All(o => o switch
    {
        IInvocationOperation call => (StaticResults.Contains(call.TargetMethod.Name) && WebSymbols.IsFramework(call.TargetMethod)
            && call.Arguments.All(a => a.IsImplicit || a.ArgumentKind == ArgumentKind.DefaultValue || a.Value.Unwrap() is { ConstantValue.HasValue: true } or IAnonymousObjectCreationOperation))
            || IsLogging(call),
        IFieldReferenceOperation field => field.Field.IsConst || IsLogger(field.Type),
        IPropertyReferenceOperation property => property.Property.Name is "ViewData" or "ViewBag" or "TempData" or "this[]" || IsLogger(property.Type),
        IParameterReferenceOperation parameter => IsLogger(parameter.Type) || parameter.Type?.Name == "CancellationToken",
        IObjectCreationOperation or IAwaitOperation or IDynamicInvocationOperation => false,
        _ => true,
    });

    /// <summary>
    /// The code works with its own input and fixed values only: it reaches no service, no state, no other code of the
    /// application, and nothing outside the process.
    /// </summary>
    public bool IsSelfContained(IOperation body) => IsSelfContained(body, samples: true);

    private bool IsSelfContained(IOperation body, bool samples) => body.Inside().All(o => o switch
    {
        IInvocationOperation call => IsLogging(call) || IsHarmless(call.TargetMethod),
        IFieldReferenceOperation field => field.Field.IsConst || (field.Field.IsStatic && field.Field.IsReadOnly && IsPlain(field.Type)) || IsLogger(field.Type),
        IPropertyReferenceOperation property => IsLogger(property.Type) || property.Instance is not (null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
            || IsHarmless(property.Property),
        IParameterReferenceOperation parameter => IsInput(parameter.Parameter, body) || IsLogger(parameter.Type),
        ILocalReferenceOperation local => IsPlain(local.Type) || IsDeclaredInside(local.Local, body) || (samples && IsSample(local.Local, body)),
        IObjectCreationOperation { Constructor: { } constructor } => _bodies.Has(constructor)
            ? constructor.ContainingType.IsRecord || constructor.Parameters.IsEmpty
            : IsHarmless(constructor),
        IDynamicInvocationOperation or IMethodReferenceOperation => false,
        _ => true,
    });

    /// <summary>
    /// An array of records that the source spells out and that nothing fills afterwards, as in <c>dotnet new webapiaot</c>: the same
    /// fixed values for everybody. Records that sound like people or care are none: who writes them down will soon read them.
    /// </summary>
    private bool IsSample(ILocalSymbol local, IOperation body)
    {
        if (local.Type is not IArrayTypeSymbol { ElementType: INamedTypeSymbol { IsRecord: true } element } || !_bodies.Has(element) || CareWords.In(element.Name)
            || element.GetMembers().OfType<IPropertySymbol>().Any(p => p is { IsStatic: false, SetMethod.IsInitOnly: false } || CareWords.In(p.Name)))
        {
            return false;
        }

        var root = body;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? value = null;
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case ILocalReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsOnlyRead(reference):
                    return false;
            }
        }

        return value is not null && IsSelfContained(value, samples: false);
    }

    /// <summary>The array is handed out or looked through, and not given to code that could put something in it.</summary>
    private static bool IsOnlyRead(ILocalReferenceOperation reference)
    {
        var user = reference.Parent;
        while (user is IConversionOperation)
        {
            user = user.Parent;
        }

        return user switch
        {
            IReturnOperation or IForEachLoopOperation or IPropertyReferenceOperation => true,
            IArgumentOperation { Parent: IInvocationOperation call } => WebSymbols.Namespace(call.TargetMethod) is "System.Linq" or "Microsoft.AspNetCore.Http",
            IArrayElementReferenceOperation element => element.Parent is IReturnOperation or IConversionOperation or IPropertyReferenceOperation
                || (element.Parent is IArgumentOperation { Parameter.RefKind: RefKind.None, Parent: IInvocationOperation }),
            _ => false,
        };
    }

    private bool IsHarmless(ISymbol member)
    {
        if (_bodies.Has(member) || !WebSymbols.IsFramework(member))
        {
            // Members of a record or message that came in are data, not code.
            return member is IPropertySymbol;
        }

        var ns = WebSymbols.Namespace(member);
        return ns is "System" or "System.Linq" or "System.Text" or "System.Globalization" or "System.Threading.Tasks" or "System.Collections.Generic" or "System.Collections.Immutable"
            ? member.ContainingType.Name is not ("Environment" or "Activator" or "Lazy" or "IServiceProvider" or "AppContext")
            : ns is "Microsoft.AspNetCore.Mvc" or "Microsoft.AspNetCore.Http";
    }

    private static bool IsPlain(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsPlain(array.ElementType),
        null => true,
        _ => type.SpecialType is not (SpecialType.None or SpecialType.System_Object),
    };

    private static bool IsInput(IParameterSymbol parameter, IOperation body)
    {
        // A service that the framework hands to the handler is an interface or a class with behaviour; data has none.
        var type = parameter.Type;
        return type.TypeKind != TypeKind.Interface
            && (IsPlain(type) || type.IsValueType || type.IsRecord || type.Name is "CancellationToken" or "HttpContext" or "ServerCallContext"
                || (type is INamedTypeSymbol named && named.GetMembers().OfType<IMethodSymbol>().All(m => m.MethodKind != MethodKind.Ordinary || m.IsOverride || m.IsImplicitlyDeclared || IsMessage(named))))
            && parameter.ContainingSymbol is IMethodSymbol owner
            && (owner.MethodKind != MethodKind.Constructor)
            && body is not null;
    }

    private static bool IsMessage(INamedTypeSymbol type) => type.AllInterfaces.Any(i => i.Name == "IMessage" && WebSymbols.Namespace(i) == "Google.Protobuf");

    private static bool IsDeclaredInside(ILocalSymbol local, IOperation body) =>
        local.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == body.Syntax.SyntaxTree && body.Syntax.FullSpan.Contains(reference.Span);

    private static bool IsLogging(IInvocationOperation call) => IsLogger(call.Receiver()?.Unwrap().Type);

    private static bool IsLogger(ITypeSymbol? type) => type is { Name: "ILogger" } && WebSymbols.Namespace(type) == "Microsoft.Extensions.Logging";

    private Location? Guard(IOperation body, int depth, bool throwsOnly, HashSet<ISymbol> aboutCaller)
    {
        var work = new Stack<IOperation>();
        Push(body.Statements());
        while (work.Count > 0)
        {
            var statement = work.Pop();
            switch (statement)
            {
                case IBlockOperation block:
                    Push(block.Operations);
                    continue;
                case ITryOperation tried:
                    Push([tried.Body]);
                    continue;
                case IUsingOperation use:
                    Push([use.Resources, use.Body]);
                    continue;
                case ILockOperation locked:
                    Push([locked.Body]);
                    continue;
                case ILocalFunctionOperation:
                    continue;
            }

            if (Decides(statement, depth, throwsOnly, aboutCaller) is { } place)
            {
                return place;
            }

            if (HandsOut(statement))
            {
                return null;
            }
        }

        return null;

        void Push(IEnumerable<IOperation> operations)
        {
            foreach (var operation in operations.Reverse())
            {
                work.Push(operation);
            }
        }
    }

    private Location? Decides(IOperation statement, int depth, bool throwsOnly, HashSet<ISymbol> aboutCaller)
    {
        foreach (var operation in statement.Inside())
        {
            if (throwsOnly ? Refusals.IsRefusingThrow(operation) : Refusals.IsRefusal(operation))
            {
                return operation.Syntax.GetLocation();
            }

            switch (operation)
            {
                // What is known about the caller is remembered, so that "if (user is null) return NotFound()" is understood.
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when IsAboutCaller(value, aboutCaller):
                    aboutCaller.Add(declarator.Symbol);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when IsAboutCaller(assignment.Value, aboutCaller):
                    aboutCaller.Add(target.Local);
                    break;
                case IConditionalOperation condition when Leaves(condition) && IsAboutCaller(condition.Condition, aboutCaller):
                    return condition.Condition.Syntax.GetLocation();
                case IInvocationOperation call when IsAuthorizing(call.TargetMethod):
                    return call.Syntax.GetLocation();
                case IInvocationOperation call when depth < MaxDepth && !WebSymbols.IsFramework(call.TargetMethod):
                    var result = UsesResult(call, statement);
                    if (_bodies.Targets(call.TargetMethod).Select(b => Guard(b, depth + 1, throwsOnly || !result, new(SymbolEqualityComparer.Default))).FirstOrDefault(l => l is not null) is { } inHelper)
                    {
                        return inHelper;
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>The helper's answer leaves the handler, or decides whether the handler goes on.</summary>
    private static bool UsesResult(IOperation call, IOperation statement)
    {
        for (var o = call; o is not null; o = o.Parent)
        {
            if (o is IReturnOperation || (o.Parent is IConditionalOperation condition && Leaves(condition)))
            {
                return true;
            }

            if (o == statement)
            {
                return false;
            }
        }

        return false;
    }

    private static bool Leaves(IConditionalOperation condition) =>
        condition.WhenTrue.Inside(lambdas: false).Concat(condition.WhenFalse?.Inside(lambdas: false) ?? []).Any(o => o is IReturnOperation or IThrowOperation);

    /// <summary>The value depends on who calls: the principal, its claims and roles, the result of an authorization service.</summary>
    private static bool IsAboutCaller(IOperation value, HashSet<ISymbol> aboutCaller) => !IsChosenByClient(value) && value.Inside().Any(o =>
        o.Type is { } type && (type.Name is "ClaimsPrincipal" && WebSymbols.Namespace(type) == "System.Security.Claims"
            || (type.Name == "IPrincipal" && WebSymbols.Namespace(type) == "System.Security.Principal")
            || (type.Name == "AuthorizationResult" && WebSymbols.Namespace(type) == "Microsoft.AspNetCore.Authorization"))
        || o is ILocalReferenceOperation local && aboutCaller.Contains(local.Local)
        || IsSecretComparison(o));

    /// <summary><c>userId ?? User.Id()</c>: who calls may say to be somebody else.</summary>
    private static bool IsChosenByClient(IOperation value) => value.Unwrap() is ICoalesceOperation { Value: var first } && first.Unwrap() is IParameterReferenceOperation;

    /// <summary>A secret that the caller sends is compared with one that the application knows, as web hooks do.</summary>
    private static bool IsSecretComparison(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary =>
            !binary.LeftOperand.ConstantValue.HasValue && !binary.RightOperand.ConstantValue.HasValue && (IsSecret(binary.LeftOperand) || IsSecret(binary.RightOperand)),
        IInvocationOperation { TargetMethod.Name: "FixedTimeEquals" } => true,
        _ => false,
    };

    private static bool IsSecret(IOperation operation)
    {
        var name = operation.Unwrap() switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => "",
        };
        return Words.Of(name).Any(w => w.ToUpperInvariant() is "TOKEN" or "SECRET" or "SIGNATURE" or "HMAC" or "APIKEY");
    }

    private static bool HandsOut(IOperation statement) => statement.Inside(lambdas: false).Any(o => o is IReturnOperation { ReturnedValue: { } value }
        && value.Unwrap() switch
        {
            { ConstantValue.HasValue: true } => false,
            IInvocationOperation call => !ErrorResults.Contains(call.TargetMethod.Name),
            IObjectCreationOperation creation => creation.Type is not { } type || !ErrorResults.Contains(type.Name),
            _ => true,
        });
}
