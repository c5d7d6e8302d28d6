namespace KkAnalyzers.Tests.Stubs;

/// <summary>Third-party web libraries, as far as the rules about endpoints look at them. Real names; external, unverified (2026-11).</summary>
internal static class WebStubs
{
    public const string Grpc = """
        namespace Grpc.Core
        {
            public class ServerCallContext { }
            [System.AttributeUsage(System.AttributeTargets.Class)] public class BindServiceMethodAttribute : System.Attribute { public BindServiceMethodAttribute(System.Type t, string m) { } }
        }
        namespace Microsoft.AspNetCore.Builder
        {
            public class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder { public void Add(System.Action<EndpointBuilder> convention) { } }
            public static class GrpcEndpointRouteBuilderExtensions { public static GrpcServiceEndpointConventionBuilder MapGrpcService<T>(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder builder) => new(); }
        }
        [Grpc.Core.BindServiceMethod(typeof(DossierBase), "Bind")] public abstract class DossierBase { public virtual System.Threading.Tasks.Task<string> Read(string id, Grpc.Core.ServerCallContext c) => throw new System.NotImplementedException(); }
        """;

    public const string Functions = """
        namespace Microsoft.Azure.Functions.Worker
        {
            public enum AuthorizationLevel { Anonymous, User, Function, System, Admin }
            public class FunctionAttribute : System.Attribute { public FunctionAttribute(string name) { } }
            public class HttpTriggerAttribute : System.Attribute
            {
                public HttpTriggerAttribute() { }
                public HttpTriggerAttribute(params string[] methods) { }
                public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) { }
                public AuthorizationLevel AuthLevel { get; set; }
                public string Route { get; set; }
            }
        }
        """;

    public const string FastEndpoints = """
        namespace FastEndpoints
        {
            public abstract class BaseEndpoint { public virtual void Configure() { } }
            public abstract class Endpoint<TRequest, TResponse> : BaseEndpoint { protected void AllowAnonymous(params string[] verbs) { } protected void Get(string route) { } }
        }
        """;

    public const string Carter = """
        namespace Carter
        {
            public interface ICarterModule { void AddRoutes(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app); }
            public static class CarterExtensions { public static Microsoft.AspNetCore.Routing.IEndpointRouteBuilder MapCarter(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder builder) => builder; }
        }
        """;

    public const string HotChocolate = """
        namespace HotChocolate.Types { public class QueryTypeAttribute : System.Attribute { } }
        namespace HotChocolate.Authorization { public class AuthorizeAttribute : System.Attribute { public string Policy { get; set; } } }
        namespace HotChocolate.Execution.Configuration
        {
            public interface IRequestExecutorBuilder { }
            public static class SchemaExtensions { public static IRequestExecutorBuilder AddQueryType<T>(this IRequestExecutorBuilder builder) => builder; }
        }
        """;

    public const string ClassicMvc = """
        namespace System.Web.Mvc
        {
            public interface IAuthorizationFilter { }
            public class AuthorizeAttribute : System.Attribute, IAuthorizationFilter { }
            public class ValidateAntiForgeryTokenAttribute : System.Attribute, IAuthorizationFilter { }
            public class AllowAnonymousAttribute : System.Attribute { }
            public class Controller { }
            public class GlobalFilterCollection { public void Add(object filter) { } }
        }
        """;
}
