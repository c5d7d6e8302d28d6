using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>What the code of a handler hands out and reads from the request where the signature does not say it.</summary>
internal sealed class EndpointAnswers(SourceBodies bodies, TrafficBuilder found, EndpointKind kind)
{
    // A handler calls a helper of the base controller, and that one another.
    private const int MaxDepth = 2;

    // Choices and lists inside one value.
    private const int MaxValues = 64;

    /// <summary>Methods of the frameworks whose arguments are the answer.</summary>
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "Ok", "Json", "Created", "CreatedAtAction", "CreatedAtRoute", "Accepted", "AcceptedAtAction", "AcceptedAtRoute", "WriteAsJsonAsync", "View", "PartialView", "ViewComponent", "Content", "Text", "Updated",
    };

    /// <summary>The same in FastEndpoints.</summary>
    private static readonly HashSet<string> FastAnswers = new(StringComparer.Ordinal)
    {
        "SendAsync", "SendOkAsync", "SendCreatedAtAsync", "OkAsync", "CreatedAtAsync", "ResponseAsync", "ResultAsync",
    };

    /// <summary>Results that are made with new.</summary>
    private static readonly HashSet<string> Results = new(StringComparer.Ordinal)
    {
        "OkObjectResult", "JsonResult", "ObjectResult", "CreatedResult", "CreatedAtActionResult", "CreatedAtRouteResult", "AcceptedResult", "OkNegotiatedContentResult", "ContentResult",
    };

    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "Deserialize", "DeserializeAsync", "DeserializeObject" };

    private readonly HashSet<IOperation> _read = [];

    public void Read(IOperation body) => Read(body, 0, null);

    private void Read(IOperation body, int depth, IInvocationOperation? caller)
    {
        if (!_read.Add(body))
        {
            return;
        }

        foreach (var operation in body.Inside())
        {
            switch (operation)
            {
                case IInvocationOperation call:
                    Call(call, body, depth, caller);
                    break;
                case IObjectCreationOperation { Type: { } type } creation when Results.Contains(type.Name) && WebSymbols.IsFramework(type):
                    foreach (var argument in creation.Arguments)
                    {
                        Value(argument.Value, body, caller);
                    }

                    break;
                case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys, Instance.Type.Name: "IFormCollection" or "IQueryCollection" } read when keys[0].Value.Constant() is { } key:
                    found.Accepts(key, read.Property);
                    break;
            }
        }

        // What a lambda inside returns is not what the handler returns.
        foreach (var operation in body.Inside(lambdas: false))
        {
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                Value(value, body, caller);
            }
        }
    }

    private void Call(IInvocationOperation call, IOperation body, int depth, IInvocationOperation? caller)
    {
        var method = call.TargetMethod;
        if (WebSymbols.IsFramework(method))
        {
            if (Answers.Contains(method.Name) || (method.Name is "SendAsync" or "SendCoreAsync" && WebSymbols.Namespace(method).StartsWith("Microsoft.AspNetCore.SignalR", StringComparison.Ordinal)))
            {
                foreach (var argument in call.Arguments)
                {
                    if (method.Name is not ("View" or "PartialView") || !EmptyForm(argument.Value, body))
                    {
                        Value(argument.Value, body, caller);
                    }
                }
            }
            else if (method.Name is "ReadFromJsonAsync" or "GetFromJsonAsync" && call.Receiver()?.Type?.Name.StartsWith("HttpRequest", StringComparison.Ordinal) == true)
            {
                Input(method);
            }
            else if (method.Name is "TryUpdateModelAsync" or "TryUpdateModel" or "UpdateModel" && call.Arguments.FirstOrDefault()?.Value.Unwrap().Type is { } filled)
            {
                found.Accepts(filled);
            }
        }
        else if (WebSymbols.Namespace(method).StartsWith("FastEndpoints", StringComparison.Ordinal))
        {
            if (FastAnswers.Contains(method.Name))
            {
                foreach (var argument in call.Arguments)
                {
                    Value(argument.Value, body, caller);
                }
            }
        }
        else if (IsClient(call))
        {
            foreach (var argument in call.Arguments)
            {
                Value(argument.Value, body, caller);
            }
        }
        else if (depth < MaxDepth && bodies.Has(method) && AnswersWith(method.ReturnType) && bodies.Of(method) is { } helper)
        {
            Read(helper, depth + 1, call);
        }

        if (kind == EndpointKind.Function && Readers.Contains(method.Name))
        {
            Input(method);
        }
    }

    /// <summary>
    /// A view gets an object that the handler made for a form: only what the handler put into it is shown. An object that is
    /// handed to other code together with something else may be filled there.
    /// </summary>
    private bool EmptyForm(IOperation value, IOperation body)
    {
        if (value.Unwrap() is not ILocalReferenceOperation { Local: var form } || !Initial(form, body).Any() || !Initial(form, body).All(i => i.Unwrap() is IObjectCreationOperation { Arguments.IsEmpty: true }))
        {
            return false;
        }

        var filled = new List<IPropertySymbol>();
        foreach (var operation in body.Inside())
        {
            switch (operation)
            {
                case IInvocationOperation call when call.Arguments.Any(a => IsForm(a.Value)) && call.Arguments.Any(a => !IsForm(a.Value) && a.Value.Unwrap().Type is { } other && !EndpointData.IsSimple(other)):
                    return false;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } target } when IsForm(instance)
                    || (instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } && SymbolEqualityComparer.Default.Equals(instance.Type, form.Type)):
                    filled.Add(target.Property);
                    break;
            }
        }

        foreach (var property in filled)
        {
            found.Returns(property, property.Type);
        }

        return true;

        bool IsForm(IOperation operation) => operation.Unwrap() is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, form);
    }

    private void Input(IMethodSymbol method)
    {
        foreach (var type in method.TypeArguments)
        {
            found.Accepts(type);
        }
    }

    /// <summary>A call of a hub's typed client: Clients.All.Receive(message).</summary>
    private static bool IsClient(IInvocationOperation call) =>
        call.Instance?.Unwrap() switch
        {
            IPropertyReferenceOperation { Property: var property } => WebSymbols.Namespace(property).StartsWith("Microsoft.AspNetCore.SignalR", StringComparison.Ordinal),
            IInvocationOperation { TargetMethod: var method } => WebSymbols.Namespace(method).StartsWith("Microsoft.AspNetCore.SignalR", StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>The type says that something is answered, and not what.</summary>
    private static bool AnswersWith(ITypeSymbol type)
    {
        type = type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } inner } ? inner[0] : type;
        return type.Name is "IActionResult" or "ActionResult" or "IResult" or "JsonResult" or "ObjectResult" or "OkObjectResult" or "IHttpActionResult" or "HttpResponseData" or "ViewResult";
    }

    private void Value(IOperation value, IOperation body, IInvocationOperation? caller)
    {
        var work = new Stack<IOperation>();
        work.Push(value);
        for (var steps = 0; work.Count > 0 && steps < MaxValues; steps++)
        {
            var current = work.Pop().Unwrap();
            switch (current)
            {
                case IArrayCreationOperation { Initializer: { } elements } array:
                    Push(elements.ElementValues);
                    Type(array.Type);
                    break;
                case IAnonymousObjectCreationOperation made:
                    Push(made.Initializers.OfType<ISimpleAssignmentOperation>().Select(a => a.Value));
                    Type(made.Type);
                    break;
                case IConditionalOperation choice:
                    Push(new[] { choice.WhenTrue, choice.WhenFalse }.OfType<IOperation>());
                    break;
                case ICoalesceOperation coalesce:
                    Push([coalesce.Value, coalesce.WhenNull]);
                    break;
                case ISwitchExpressionOperation choice:
                    Push(choice.Arms.Select(a => a.Value));
                    break;
                case IInterpolatedStringOperation text:
                    Push(text.Parts.OfType<IInterpolationOperation>().Select(p => p.Expression));
                    break;
                case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null }:
                    break; // an empty form
                case IParameterReferenceOperation parameter when caller?.Argument(parameter.Parameter.Ordinal) is { } argument && IsOf(parameter.Parameter, caller):
                    if (argument != current)
                    {
                        work.Push(argument);
                    }

                    break;
                case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Object } or ILocalReferenceOperation { Type.TypeKind: TypeKind.Dynamic }:
                    Push(Initial(((ILocalReferenceOperation)current).Local, body));
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IInvocationOperation when current.Type is { } type && EndpointData.IsSimple(type):
                    found.Returns(current switch
                    {
                        ILocalReferenceOperation local => local.Local,
                        IParameterReferenceOperation parameter => parameter.Parameter,
                        IMemberReferenceOperation member => member.Member,
                        _ => ((IInvocationOperation)current).TargetMethod,
                    });
                    break;
                default:
                    Type(current.Type);
                    break;
            }
        }

        void Push(IEnumerable<IOperation> values)
        {
            foreach (var next in values)
            {
                work.Push(next);
            }
        }

        void Type(ITypeSymbol? type)
        {
            if (type is not null and not { TypeKind: TypeKind.Error })
            {
                found.Returns(type);
            }
        }
    }

    private static bool IsOf(IParameterSymbol parameter, IInvocationOperation caller) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol?.OriginalDefinition, caller.TargetMethod.OriginalDefinition);

    /// <summary>What a local of type object is given, wherever in the handler.</summary>
    private static IEnumerable<IOperation> Initial(ILocalSymbol local, IOperation body) => body.Inside().Select(o => o switch
    {
        IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) => declarator.GetVariableInitializer()?.Value,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when SymbolEqualityComparer.Default.Equals(target.Local, local) => assignment.Value,
        _ => null,
    }).OfType<IOperation>();
}
