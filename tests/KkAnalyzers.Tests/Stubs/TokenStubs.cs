namespace KkAnalyzers.Tests.Stubs;

/// <summary>Types for tokens and sign-in outside the framework. Real names; external, unverified (2026-11).</summary>
internal static class TokenStubs
{
    public const string IdentityModel = """
        namespace Microsoft.IdentityModel.Tokens
        {
            using System.Collections.Generic;
            public class SecurityToken { }
            public delegate string IssuerValidator(string issuer, SecurityToken token, TokenValidationParameters parameters);
            public delegate bool AudienceValidator(IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters parameters);
            public delegate bool LifetimeValidator(System.DateTime? notBefore, System.DateTime? expires, SecurityToken token, TokenValidationParameters parameters);
            public delegate SecurityToken SignatureValidator(string token, TokenValidationParameters parameters);
            public class TokenValidationParameters
            {
                public bool ValidateIssuer { get; set; }
                public bool ValidateAudience { get; set; }
                public bool ValidateLifetime { get; set; }
                public bool ValidateIssuerSigningKey { get; set; }
                public bool RequireSignedTokens { get; set; }
                public bool RequireExpirationTime { get; set; }
                public System.TimeSpan ClockSkew { get; set; }
                public string ValidIssuer { get; set; }
                public IEnumerable<string> ValidAlgorithms { get; set; }
                public IssuerValidator IssuerValidator { get; set; }
                public AudienceValidator AudienceValidator { get; set; }
                public LifetimeValidator LifetimeValidator { get; set; }
                public SignatureValidator SignatureValidator { get; set; }
            }
            public class SecurityTokenInvalidIssuerException : System.Exception { }
            public static class SecurityAlgorithms { public const string None = "none"; public const string RsaSha256 = "RS256"; }
        }
        namespace System.IdentityModel.Tokens.Jwt
        {
            public class JwtSecurityToken : Microsoft.IdentityModel.Tokens.SecurityToken { public JwtSecurityToken(string token) { } public System.Collections.Generic.IEnumerable<System.Security.Claims.Claim> Claims => null; }
            public class JwtSecurityTokenHandler
            {
                public JwtSecurityToken ReadJwtToken(string token) => null;
                public System.Security.Claims.ClaimsPrincipal ValidateToken(string token, Microsoft.IdentityModel.Tokens.TokenValidationParameters parameters, out Microsoft.IdentityModel.Tokens.SecurityToken read) { read = null; return null; }
            }
        }
        namespace Microsoft.IdentityModel.Protocols.OpenIdConnect
        {
            public class OpenIdConnectProtocolValidator { public bool RequireNonce { get; set; } public bool RequireState { get; set; } public bool RequireStateValidation { get; set; } }
        }
        namespace Microsoft.AspNetCore.Authentication.JwtBearer
        {
            public class JwtBearerEvents { public System.Func<object, System.Threading.Tasks.Task> OnTokenValidated { get; set; } }
            public class JwtBearerOptions
            {
                public bool RequireHttpsMetadata { get; set; }
                public string Authority { get; set; }
                public JwtBearerEvents Events { get; set; }
                public Microsoft.IdentityModel.Tokens.TokenValidationParameters TokenValidationParameters { get; set; }
            }
        }
        namespace Microsoft.AspNetCore.Authentication.OpenIdConnect
        {
            public class OpenIdConnectOptions
            {
                public bool RequireHttpsMetadata { get; set; }
                public Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectProtocolValidator ProtocolValidator { get; set; }
            }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class TokenExtensions
            {
                public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddJwtBearer(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder, System.Action<Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions> setUp) => builder;
                public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddOpenIdConnect(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder, System.Action<Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions> setUp) => builder;
            }
        }
        """;

    public const string ClassicIdentity = """
        namespace Microsoft.AspNet.Identity
        {
            public class PasswordValidator { public int RequiredLength { get; set; } public bool RequireDigit { get; set; } }
            public class UserManager { public bool UserLockoutEnabledByDefault { get; set; } public int MaxFailedAccessAttemptsBeforeLockout { get; set; } }
        }
        namespace Microsoft.Owin.Security.Cookies
        {
            public enum CookieSecureOption { SameAsRequest, Never, Always }
            public class CookieAuthenticationOptions { public bool CookieHttpOnly { get; set; } public CookieSecureOption CookieSecure { get; set; } public System.TimeSpan ExpireTimeSpan { get; set; } }
        }
        """;

    public const string Grpc = """
        namespace Grpc.AspNetCore.Server { public class GrpcServiceOptions { public int? MaxReceiveMessageSize { get; set; } } }
        namespace Newtonsoft.Json { public class JsonSerializerSettings { public int? MaxDepth { get; set; } } }
        """;
}
