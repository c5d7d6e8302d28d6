using KkAnalyzers.Endpoints;
using KkAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>What types, members and methods mean for text that becomes SQL.</summary>
internal static class SqlTypes
{
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "ReadAllText", "ReadAllTextAsync", "ReadAllLines", "ReadAllLinesAsync", "ReadLines", "ReadLine", "ReadLineAsync", "ReadToEnd", "ReadToEndAsync" };

    /// <summary>False for what cannot hold a command: numbers, dates, ids, choices, yes or no.</summary>
    public static bool MayCarry(ITypeSymbol? type)
    {
        // Nested type arguments are few; the loop is bounded by the way types are written.
        for (var depth = 0; depth < 5; depth++)
        {
            switch (type)
            {
                case null or IDynamicTypeSymbol:
                case { SpecialType: SpecialType.System_String or SpecialType.System_Object }:
                    return true;
                case IArrayTypeSymbol array:
                    type = array.ElementType;
                    continue;
                case INamedTypeSymbol { Name: "StringBuilder" or "StringValues" or "FormattableString" or "StringWriter" }:
                    return true;
                case INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod.ReturnType: { } result }:
                    type = result;
                    continue;
                case INamedTypeSymbol { IsTupleType: true } tuple:
                    return tuple.TupleElements.Any(e => e.Type.SpecialType == SpecialType.System_String);
                case INamedTypeSymbol named when named.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal):
                    return true;
                case INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments }:
                    type = arguments[arguments.Length - 1];
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>What reads the query, the form, the headers of a request.</summary>
    public static bool IsRequest(INamedTypeSymbol type) =>
        type.Name is "HttpRequest" or "HttpRequestBase" or "IQueryCollection" or "IFormCollection" or "IHeaderDictionary" or "IRequestCookieCollection" or "RouteValueDictionary" or "HttpRequestData"
        && WebSymbols.IsFramework(type);

    /// <summary>Names of the program itself: types, members, the model of Entity Framework.</summary>
    public static bool IsModel(INamedTypeSymbol type)
    {
        if (type.Name is "Type" or "MemberInfo" or "PropertyInfo" or "FieldInfo" or "TypeInfo" or "Environment")
        {
            return true;
        }

        return WebSymbols.Namespace(type) is var name && (name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("System.Reflection", StringComparison.Ordinal));
    }

    /// <summary>Settings of the one who runs the application.</summary>
    public static bool IsSettings(INamedTypeSymbol type) => WebSymbols.Namespace(type) is var name && (name.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) || name == "System.Configuration");

    /// <summary>Text of a file or of the console.</summary>
    public static bool Reads(IMethodSymbol method) =>
        Readers.Contains(method.Name) && method.ContainingType.Name is "File" or "StreamReader" or "TextReader" or "StringReader" or "Console";

    /// <summary>A property that the framework fills from the request.</summary>
    public static bool IsBound(ISymbol member) => member is IPropertySymbol && member.GetAttributes().Any(a =>
        a.AttributeClass?.Name is "BindPropertyAttribute" or "FromQueryAttribute" or "FromFormAttribute" or "FromRouteAttribute" or "FromHeaderAttribute" or "SupplyParameterFromQueryAttribute" or "SupplyParameterFromFormAttribute");

    /// <summary>True when a request fills the parameter.</summary>
    public static bool IsEndpoint(IMethodSymbol method, IParameterSymbol parameter, FlowBodies bodies)
    {
        if (parameter.GetAttributes().Any(a => a.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute"))
        {
            return false;
        }

        if (method.MethodKind == MethodKind.AnonymousFunction)
        {
            return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } lambda && Mapping(lambda) is not null;
        }

        if (method.MethodKind != MethodKind.Ordinary || method.DeclaredAccessibility != Accessibility.Public)
        {
            return false;
        }

        if (method.GetAttributes().Any(a => a.AttributeClass?.Name is "FunctionAttribute" or "FunctionNameAttribute"))
        {
            return true;
        }

        for (var t = method.ContainingType.BaseType; t is not null; t = t.BaseType)
        {
            switch (t.Name)
            {
                case "ControllerBase" or "Controller" or "ApiController" or "Hub" when !method.GetAttributes().Any(a => a.AttributeClass?.Name == "NonActionAttribute"):
                    return true;
                case "PageModel" when method.Name.StartsWith("On", StringComparison.Ordinal):
                    return true;
            }
        }

        return false;
    }

    /// <summary>A method that is handed to MapGet and its kind.</summary>
    public static bool IsMapped(IMethodReferenceOperation group) => Mapping(group.Syntax) is not null;

    /// <summary>How the mapping that has the lambda is written: <c>MapGet("/clients")</c>.</summary>
    public static string Mapping(IMethodSymbol lambda, IOperation at) =>
        lambda.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax && Mapping(syntax) is { } call
            ? call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string route } ? route : Name(call) ?? at.Syntax.ToString()
            : at.Syntax.ToString();

    private static InvocationExpressionSyntax? Mapping(SyntaxNode function) =>
        function.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && Name(call) is "Map" or "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "MapMethods" ? (InvocationExpressionSyntax)function.Parent!.Parent!.Parent! : null;

    private static string? Name(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
}
