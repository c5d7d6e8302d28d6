using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>Code that sends a caller away: Forbid(), Unauthorized(), a 401 or 403, an exception that becomes one.</summary>
internal static class Refusals
{
    private static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "Forbid", "ForbidAsync", "Unauthorized", "Challenge", "ChallengeAsync", "Abort",
        "Forbidden", "AccessDenied", "AccessDeniedView", "NotAuthorized", "SendForbiddenAsync", "SendUnauthorizedAsync",
    };

    private static readonly HashSet<string> Results = new(StringComparer.Ordinal)
    {
        "UnauthorizedResult", "UnauthorizedObjectResult", "ForbidResult", "ChallengeResult", "HttpUnauthorizedResult",
        "UnauthorizedHttpResult", "ForbidHttpResult", "ChallengeHttpResult",
    };

    private static readonly HashSet<string> SignInPages = new(StringComparer.OrdinalIgnoreCase)
    {
        "Login", "SignIn", "AccessDenied", "Forbidden", "Unauthorized", "LogOn",
    };

    private static readonly HashSet<string> Exceptions = new(StringComparer.Ordinal)
    {
        "UnauthorizedAccessException", "SecurityException", "AuthenticationException", "UnauthorizedException", "ForbiddenException",
        "AccessDeniedException", "NotAuthorizedException", "ForbiddenAccessException", "AuthorizationException", "NotAuthenticatedException",
        "UnauthenticatedException",
    };

    /// <summary>True for the operation itself; its parts are asked one by one.</summary>
    public static bool IsRefusal(IOperation operation) => operation switch
    {
        IInvocationOperation call => Calls.Contains(call.TargetMethod.Name) || call.Arguments.Any(a => IsRefusingStatus(a.Value)) || IsToSignIn(call.TargetMethod.Name, call.Arguments),
        IObjectCreationOperation creation => creation.Type is { } type && (Results.Contains(type.Name) || creation.Arguments.Any(a => IsRefusingStatus(a.Value)) || IsToSignIn(type.Name, creation.Arguments)),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "StatusCode" } } assignment => IsRefusingStatus(assignment.Value),
        IThrowOperation => IsRefusingThrow(operation),
        _ => false,
    };

    /// <summary>An exception refuses wherever it is thrown, also in a helper; a result refuses only where it is returned.</summary>
    public static bool IsRefusingThrow(IOperation operation) =>
        operation is IThrowOperation { Exception: { } exception } && exception.Unwrap() is IObjectCreationOperation { Type: { } type } creation
        && (Exceptions.Contains(type.Name) || creation.Inside().Any(o => o is IFieldReferenceOperation { Field: var field } && IsGrpcStatus(field)));

    private static bool IsGrpcStatus(IFieldSymbol field) =>
        field.Name is "Unauthenticated" or "PermissionDenied" && field.ContainingType.Name == "StatusCode";

    private static bool IsRefusingStatus(IOperation value)
    {
        var inner = value.Unwrap();
        return inner.ConstantValue is { HasValue: true, Value: 401 or 403 }
            && (inner.Type?.TypeKind == TypeKind.Enum ? inner.Type.Name == "HttpStatusCode"
                : value.Parent is IArgumentOperation { Parameter.Name: var name } ? name.EndsWith("tatusCode", StringComparison.Ordinal) || name == "code" || name == "status"
                : true);
    }

    private static bool IsToSignIn(string name, IEnumerable<IArgumentOperation> arguments) =>
        name.StartsWith("Redirect", StringComparison.Ordinal)
        && arguments.Any(a => a.Value.Constant() is { } target && SignInPages.Contains(target.Substring(target.LastIndexOf('/') + 1)));
}
