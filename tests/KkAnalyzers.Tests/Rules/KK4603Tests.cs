using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.Pages.PageLoadsAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The half of markup. The half of package sources is tested with the report.</summary>
public class KK4603Tests
{
    [Theory]
    [InlineData("""<script src="https://cdn.example.org/npm/chart@4.4.1/chart.js" integrity="sha384-abc" crossorigin="anonymous"></script>""")]
    [InlineData("""<script src="~/lib/jquery/3.6.0/jquery.js" asp-append-version="true"></script>""")]
    [InlineData("""<script src="/js/3.6.0/site.js"></script><script>var a = "https://cdn.example.org/a@1.2.3.js";</script>""")]
    [InlineData("""<script src="http://cdn.example.org/npm/chart@4.4.1/chart.js"></script>""")] // KK4311
    [InlineData("""<script src="https://localhost:5173/1.2.3/main.js"></script>""")]
    [InlineData("""<link rel="stylesheet" href="https://fonts.example.org/css2?family=Inter">""")]
    [InlineData("""<link rel="icon" href="https://cdn.example.org/1.2.3/favicon.ico"><link rel="preconnect" href="https://cdn.example.org">""")]
    [InlineData("""<a href="https://cdn.example.org/1.2.3/a.js">script</a><img src="https://cdn.example.org/1.2.3/a.png">""")]
    [InlineData("""<!-- <script src="https://cdn.example.org/1.2.3/a.js"></script> -->""")]
    [InlineData("""<script src="https://"></script><script src="https://[broken/1.2.3/a.js"></script>""")]
    public Task Quiet(string markup) => Verify.Silent("", ("wwwroot/index.html", markup));

    [Theory]
    [InlineData("""<script src="@Model.Cdn/1.2.3/a.js"></script><script src="https://@Model.Host/1.2.3/a.js"></script>""")]
    [InlineData("""<environment include="Development"><script src="https://cdn.example.org/vue@3.4.1/vue.js"></script></environment>""")]
    [InlineData("""<script src="https://cdn.example.org/vue@3.4.1/vue.js" @attributes="Hash"></script>""")]
    [InlineData("""<Script src="https://cdn.example.org/vue@3.4.1/vue.js" />""")]
    [InlineData("""@* <script src="https://cdn.example.org/1.2.3/a.js"></script> *@""")]
    public Task Quiet_razor(string markup) => Verify.Silent("", ("Pages/Client.cshtml", markup));

    [Theory]
    [InlineData("""<script src="[|https://cdn.example.org/npm/chart@4.4.1/chart.js|]"></script>""")]
    [InlineData("""<SCRIPT SRC='[|//cdn.example.org/ajax/libs/jquery/3.6.0/jquery.min.js|]'></SCRIPT>""")]
    [InlineData("""<script defer crossorigin="anonymous" integrity="" src="[|https://code.example.org/jquery-3.6.0.min.js|]"></script>""")]
    [InlineData("""<script type="module" src=[|https://cdn.example.org/v1.2.3/care.js|]></script>""")]
    public Task A_version_that_does_not_change_has_a_hash(string markup) => Verify.Flags("", ("wwwroot/index.html", markup));

    [Theory]
    [InlineData("""<script src="[|https://cdn.example.org/npm/bootstrap@5.3.3/dist/js/bootstrap.js|]"></script>""")]
    [InlineData("""<script src="[|https://cdn.example.org/npm/bootstrap@@5.3.3/dist/js/bootstrap.js|]"></script>""")]
    [InlineData("""<environment exclude="Development"><script src="[|https://cdn.example.org/vue@3.4.1/vue.js|]" asp-fallback-src="~/vue.js"></script></environment>""")]
    [InlineData("""@if (Model.Chart) { <script src="[|https://cdn.example.org/4.4.1/chart.js|]"></script> }""")]
    public Task Razor(string markup) => Verify.Flags("", ("Pages/Client.cshtml", markup));

    [Theory]
    [InlineData("""<script src="{|#0:https://maps.example.org/api/js?key=@Model.Key|}"></script>""")]
    [InlineData("""<script src="{|#0:https://js.example.org/v3/|}"></script>""")]
    [InlineData("""<script src="{|#0:https://cdn.example.org/npm/chart@4/chart.js|}"></script>""")]
    [InlineData("""<link rel="stylesheet" href="{|#0:https://cdn.example.org/bootstrap@5.3.3/bootstrap.css|}">""")]
    public async Task What_can_change_and_styles_are_information(string markup)
    {
        var test = Verify.Test("", ("Pages/Client.html", markup.Replace("?key=@Model.Key", "?key=1", StringComparison.Ordinal).Replace("{|#0:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4603", DiagnosticSeverity.Info).WithLocation("Pages/Client.html", 1, markup.IndexOf("{|#0:", StringComparison.Ordinal) + 1));
        await test.RunAsync();
    }

    [Fact]
    public async Task Scripts_and_styles_of_other_hosts_are_counted()
    {
        var test = Verify.Test("", ("a.html", """<script src="https://cdn.example.org/1.2.3/a.js" integrity="sha384-a"></script><link rel="stylesheet" href="https://fonts.example.org/css"><script src="/b.js"></script>""")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4603 inspected=2 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK4205 inspected=2 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithSpan("a.html", 1, 14, 1, 48).WithMessage("external-hosts: cdn.example.org, , , script, , "));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithSpan("a.html", 1, 109, 1, 138).WithMessage("external-hosts: fonts.example.org, , , link, , "));
        await test.RunAsync();
    }
}
