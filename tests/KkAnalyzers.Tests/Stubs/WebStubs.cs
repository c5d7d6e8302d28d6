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
            public abstract class Endpoint<TRequest, TResponse> : BaseEndpoint { protected void AllowAnonymous(params string[] verbs) { } protected void Get(params string[] routes) { } protected void Roles(params string[] roles) { } }
            public class EndpointDefinition { public void AllowAnonymous(params string[] verbs) { } public string[] Routes => []; }
            public class EndpointOptions { public System.Action<EndpointDefinition> Configurator { get; set; } }
            public class Config { public EndpointOptions Endpoints { get; } = new(); }
            public static class MainExtensions { public static Microsoft.AspNetCore.Builder.IApplicationBuilder UseFastEndpoints(this Microsoft.AspNetCore.Builder.IApplicationBuilder app, System.Action<Config> configure) => app; }
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
        namespace HotChocolate.Authorization { public class AuthorizeAttribute : System.Attribute { public string Policy { get; set; } } public class AllowAnonymousAttribute : System.Attribute { } }
        namespace HotChocolate.Types { public interface IObjectFieldDescriptor { IObjectFieldDescriptor Authorize(); } }
        namespace Microsoft.AspNetCore.Builder { public static class HotChocolateAspNetCoreEndpointRouteBuilderExtensions { public static IEndpointConventionBuilder MapGraphQL(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder builder, string path = "/graphql") => throw new System.NotImplementedException(); } }
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
            public class OverrideAuthorizationAttribute : System.Attribute { }
            public class HttpUnauthorizedResult { }
        }
        namespace System.Web.Http.Filters { public interface IAuthorizationFilter { } public class HttpFilterCollection { public void Add(IAuthorizationFilter filter) { } } }
        namespace System.Web.Http
        {
            public class AuthorizeAttribute : System.Attribute, System.Web.Http.Filters.IAuthorizationFilter { }
            public class AllowAnonymousAttribute : System.Attribute { }
            public class OverrideAuthorizationAttribute : System.Attribute { }
            public class ApiController { }
            public class HttpConfiguration { public System.Web.Http.Filters.HttpFilterCollection Filters { get; } = new(); }
        }
        """;

    public const string OData = """
        namespace Microsoft.AspNetCore.OData.Routing.Controllers { public abstract class ODataController : Microsoft.AspNetCore.Mvc.ControllerBase { } }
        namespace Microsoft.AspNetCore.OData.Query { public class EnableQueryAttribute : System.Attribute { } }
        namespace Microsoft.AspNetCore.OData { public class ODataOptions { public ODataOptions AddRouteComponents(string routePrefix, object model) => this; } }
        """;

    public const string CoreWcf = """
        namespace CoreWCF
        {
            public class ServiceContractAttribute : System.Attribute { }
            public class OperationContractAttribute : System.Attribute { }
            public class AuthorizeRoleAttribute : System.Attribute { public AuthorizeRoleAttribute(params string[] roles) { } }
            public enum HttpClientCredentialType { None, Basic, Certificate, Windows, InheritedFromHost }
            public class HttpTransportSecurity { public HttpClientCredentialType ClientCredentialType { get; set; } }
            public class BasicHttpSecurity { public Channels.BasicHttpSecurityMode Mode { get; set; } public HttpTransportSecurity Transport { get; set; } = new(); }
            public class BasicHttpBinding : Channels.Binding { public BasicHttpBinding() { } public BasicHttpBinding(Channels.BasicHttpSecurityMode mode) { } public BasicHttpSecurity Security { get; set; } = new(); }
            public class NetTcpBinding : Channels.Binding { public NetTcpBinding() { } public NetTcpBinding(SecurityMode mode) { } }
            public enum SecurityMode { None, Transport, Message, TransportWithMessageCredential }
        }
        namespace CoreWCF.Channels { public class Binding { } public enum BasicHttpSecurityMode { None, Transport, Message, TransportWithMessageCredential, TransportCredentialOnly } }
        namespace CoreWCF.Configuration
        {
            public interface IServiceBuilder { IServiceBuilder AddServiceEndpoint<TService, TContract>(CoreWCF.Channels.Binding binding, string address); }
            public static class Extensions { public static void UseServiceModel(this Microsoft.AspNetCore.Builder.IApplicationBuilder app, System.Action<IServiceBuilder> configure) { } }
        }
        """;

    public const string Abp = """
        namespace Volo.Abp { public class RemoteServiceAttribute : System.Attribute { public RemoteServiceAttribute(bool isEnabled = true) { } } }
        namespace Volo.Abp.Application.Services { public interface IApplicationService { } public abstract class ApplicationService : IApplicationService { } }
        """;
}
