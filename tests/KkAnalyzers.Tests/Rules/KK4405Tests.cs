namespace KkAnalyzers.Tests.Rules;

/// <summary>Limits on requests and messages, kept and taken away.</summary>
public class KK4405Tests
{
    private const string Action = """
        public class PhotosController : Controller
        {
            const long Largest = 20 * 1024 * 1024;
            ATTRIBUTE
            public IActionResult Add(IFormFile photo) => Ok(Largest + MORE);
        }
        class MultipartReader { public static int Read() => 1; }
        """;

    [Theory]
    [InlineData("services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = 50 * 1024 * 1024);")]
    [InlineData("services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => { o.MultipartBodyLengthLimit = 256L * 1024 * 1024; o.ValueLengthLimit = 1 << 20; });")]
    [InlineData("services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => o.MultipartBodyLengthLimit = config.GetValue<long>(\"Max\"));")]
    [InlineData("if (env.IsDevelopment()) services.Configure<IISServerOptions>(o => o.MaxRequestBodySize = null);")]
    [InlineData("services.AddSignalR(o => o.MaximumReceiveMessageSize = 64 * 1024);")]
    [InlineData("_ = new System.Text.Json.JsonSerializerOptions { MaxDepth = 128 };")]
    [InlineData("_ = new Grpc.AspNetCore.Server.GrpcServiceOptions { MaxReceiveMessageSize = 8 * 1024 * 1024 };")]
    [InlineData("_ = new CareForm { MaxRequestBodySize = null, MaxDepth = int.MaxValue };")]
    public Task Limits_that_stay_are_quiet(string statement) => OptionCase.Setup(statement, "class CareForm { public long? MaxRequestBodySize { get; set; } public int MaxDepth { get; set; } }").RunAsync();

    [Theory]
    [InlineData("services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(o => {|KK4405:o.Limits.MaxRequestBodySize = null|});")]
    [InlineData("services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(o => {|KK4405:o.Limits.MaxRequestBodySize = long.MaxValue|});")]
    [InlineData("long? none = null; services.Configure<IISServerOptions>(o => {|KK4405:o.MaxRequestBodySize = none|});")]
    [InlineData("services.Configure<IISServerOptions>(o => {|KK4405:o.MaxRequestBodySize = int.MaxValue|});")]
    [InlineData("services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => { {|KK4405:o.MultipartBodyLengthLimit = long.MaxValue|}; {|KK4405:o.ValueLengthLimit = int.MaxValue|}; });")]
    [InlineData("services.AddSignalR(o => {|KK4405:o.MaximumReceiveMessageSize = null|});")]
    [InlineData("_ = new Grpc.AspNetCore.Server.GrpcServiceOptions { {|KK4405:MaxReceiveMessageSize = null|} };")]
    [InlineData("_ = new System.Text.Json.JsonSerializerOptions { {|KK4405:MaxDepth = int.MaxValue|} };")]
    [InlineData("_ = new Newtonsoft.Json.JsonSerializerSettings { {|KK4405:MaxDepth = null|} };")]
    [InlineData("{|KK4405:context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null|};")]
    public Task Limits_taken_away_are_flagged(string statement) => OptionCase.Setup(statement).RunAsync();

    [Theory]
    [InlineData("[RequestSizeLimit(Largest)]")]
    [InlineData("[RequestSizeLimit(10_000_000)]")]
    [InlineData("[RequestFormLimits(MultipartBodyLengthLimit = 10_000_000)]")]
    [InlineData("[Own.DisableRequestSizeLimit]")]
    [InlineData("\n#if DEBUG\n[DisableRequestSizeLimit]\n#endif\n")]
    public Task Attributes_that_limit_are_quiet(string attribute) => Attribute(attribute, "namespace Own { class DisableRequestSizeLimitAttribute : Attribute { } }").RunAsync();

    [Theory]
    [InlineData("[{|KK4405:DisableRequestSizeLimit|}]")]
    [InlineData("[HttpPost, {|KK4405:DisableRequestSizeLimitAttribute|}]")]
    [InlineData("[{|KK4405:RequestSizeLimit(long.MaxValue)|}]")]
    [InlineData("[{|KK4405:Microsoft.AspNetCore.Mvc.RequestSizeLimit(bytes: int.MaxValue)|}]")]
    [InlineData("[RequestFormLimits({|KK4405:MultipartBodyLengthLimit = long.MaxValue|})]")]
    public Task Attributes_without_a_limit_are_flagged(string attribute) => Attribute(attribute).RunAsync();

    [Fact]
    public Task A_whole_controller() => OptionCase.Code("[{|KK4405:DisableRequestSizeLimit|}] public class PhotosController : Controller { public IActionResult Add(IFormFile photo) => Ok(); }").RunAsync();

    [Theory]
    [InlineData("app.MapPost(\"/foto\", () => 1).WithMetadata({|KK4405:new DisableRequestSizeLimitAttribute()|});")]
    [InlineData("app.MapPost(\"/foto\", () => 1).WithMetadata({|KK4405:new RequestSizeLimitAttribute(long.MaxValue)|}, new RequestSizeLimitAttribute(1000));")]
    [InlineData("app.MapPost(\"/foto\", () => 1).WithFormOptions({|KK4405:multipartBodyLengthLimit: long.MaxValue|});")]
    [InlineData("app.MapPost(\"/foto\", () => 1).WithFormOptions(multipartBodyLengthLimit: 1000, valueLengthLimit: null);")]
    public Task Mapped_endpoints(string statement) => OptionCase.Code("class Map { void Endpoints(WebApplication app) { " + statement + " } }").RunAsync();

    [Fact]
    public Task Code_that_reads_piece_by_piece_is_information() => OptionCase.Information("KK4405", Attribute("[{|#0:DisableRequestSizeLimit|}]", "", "MultipartReader.Read()"));

    [Theory]
    [InlineData("[{|#0:RequestSizeLimit(2L * 1024 * 1024 * 1024)|}]")]
    public Task A_very_large_limit_is_information(string attribute) => OptionCase.Information("KK4405", Attribute(attribute));

    [Theory]
    [InlineData("services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => {|#0:o.MultipartBodyLengthLimit = 5L * 1024 * 1024 * 1024|});")]
    [InlineData("if (config.GetValue<bool>(\"Big\")) services.Configure<IISServerOptions>(o => {|#0:o.MaxRequestBodySize = null|});")]
    public Task Options_that_may_be_right_are_information(string statement) => OptionCase.Information("KK4405", OptionCase.Setup(statement));

    [Theory]
    [InlineData("/app/web.config", "<requestLimits {|KK4405:maxAllowedContentLength=\"4294967295\"|} />")]
    [InlineData("/app/Web.config", "<httpRuntime targetFramework=\"4.8\" {|KK4405:maxRequestLength=\"2147483647\"|} />")]
    [InlineData("/app/web.config", "<requestLimits maxAllowedContentLength=\"104857600\" /><httpRuntime maxRequestLength=\"102400\" /><!-- <requestLimits maxAllowedContentLength=\"4294967295\" /> -->")]
    [InlineData("/app/web.Debug.config", "<requestLimits maxAllowedContentLength=\"4294967295\" />")]
    public Task Limits_in_settings(string path, string text)
    {
        var test = OptionCase.Code("class Care { }");
        test.TestState.AdditionalFiles.Add((path, text));
        return test.RunAsync();
    }

    private static KkTest<KkAnalyzers.Rules.SecureDevelopment.UnsafeSettingsAnalyzer> Attribute(string attribute, string code = "", string more = "1") => OptionCase.Code(
        Action.Replace("ATTRIBUTE", attribute, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal) + code);
}
