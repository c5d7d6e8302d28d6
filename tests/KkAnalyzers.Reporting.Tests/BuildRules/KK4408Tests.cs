using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting.BuildRules;

namespace KkAnalyzers.Reporting.Tests.BuildRules;

/// <summary>Whether people who find a hole in a web application find whom to tell.</summary>
public sealed class KK4408Tests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly List<BuildItem> _files = [];

    public void Dispose() => _folder.Dispose();

    private void File(string path, string text) => _files.Add(new(_folder.File(path, text), null));

    private void SecurityText(string text) => File("src/App/wwwroot/.well-known/security.txt", text);

    private static InventoryRow Endpoint(string route) => new("endpoints", "KK4501", "Api.cs", 1, new Dictionary<string, Localized> { ["route"] = new(route, route, route) }, []);

    private BuildRuleSet Run(bool web = true, bool head = true, IReadOnlyList<InventoryRow>? rows = null, DeclarationData? declaration = null) => BuildRuleSet.Run(
        new ProjectFacts
        {
            ProjectPath = Path.Combine(_folder.Path, "src/App/App.csproj"),
            RootDirectory = _folder.Path,
            Mode = "recommended",
            IsHead = head,
            Today = new DateOnly(2026, 11, 22),
            Properties = new Dictionary<string, string> { ["UsingMicrosoftNETSdkWeb"] = web ? "true" : "" },
            Items = new Dictionary<string, IReadOnlyList<BuildItem>> { ["SecurityPolicy"] = _files },
        },
        new HashSet<string>(),
        [new SecurityPolicy()],
        rows,
        declaration);

    private void Is(State state, BuildRuleSet set) => Assert.Equal(state, set.Outcomes["KK4408"].State);

    private Finding One(string text, BuildRuleSet? set = null)
    {
        var finding = Assert.Single((set ?? Run()).Findings(new Paths(_folder.Path), ["App"]));
        Assert.Equal("note", finding.Level);
        Assert.Contains(text, finding.Message.En, StringComparison.Ordinal);
        Assert.NotEqual(finding.Message.En, finding.Message.Nl);
        return finding;
    }

    [Fact]
    public void Only_web_applications_are_asked()
    {
        Is(State.NotApplicable, Run(web: false));
        Is(State.NotApplicable, Run(head: false));
    }

    [Fact]
    public void A_valid_security_txt_is_quiet()
    {
        SecurityText("# Voorbeeldzorg\nContact: mailto:veiligheid@voorbeeldzorg.example\nExpires: 2027-06-30T22:00:00.000Z\nPreferred-Languages: nl, fr\n");
        Is(State.CheckedClean, Run());
    }

    [Theory]
    [InlineData("SECURITY.md")]
    [InlineData(".github/SECURITY.md")]
    public void A_policy_in_the_repository_is_quiet(string path)
    {
        File(path, "# Een lek melden\n\nveiligheid@voorbeeldzorg.example\n");
        Is(State.CheckedClean, Run());
    }

    [Fact]
    public void A_mapped_endpoint_is_quiet() => Is(State.CheckedClean, Run(web: false, rows: [Endpoint("/.well-known/security.txt")]));

    [Theory]
    [InlineData("T4.15")]
    [InlineData("T4.20a")]
    public void Declared_evidence_is_quiet(string criterion) => Is(State.CheckedClean, Run(declaration: Declared(criterion, "link")));

    [Fact]
    public void Evidence_that_is_missing_or_about_something_else_is_none()
    {
        One("no declared evidence", Run(declaration: Declared("T4.15", "missing")));
        One("no declared evidence", Run(declaration: Declared("T4.16", "link")));
    }

    [Fact]
    public void Nothing_at_all_is_information() => One("no /.well-known/security.txt");

    [Fact]
    public void An_application_with_endpoints_is_a_web_application() => One("no SECURITY.md", Run(web: false, rows: [Endpoint("/dossiers")]));

    [Fact]
    public void An_empty_policy_is_none()
    {
        File("SECURITY.md", " \n\n");
        One("no SECURITY.md");
    }

    [Fact]
    public void Without_contact()
    {
        SecurityText("Expires: 2027-06-30T22:00:00Z\nPolicy: https://voorbeeldzorg.example/lek\n");
        Assert.Equal("src/App/wwwroot/.well-known/security.txt", One("no Contact").File);
    }

    [Fact]
    public void Past_its_date()
    {
        SecurityText("Contact: https://voorbeeldzorg.example/lek\nExpires: 2025-12-31T22:00:00Z\n");
        Assert.Equal(2, One("past its date (2025-12-31)").Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Expires: binnenkort\n")]
    [InlineData("Expires: 2027-01-01T00:00:00Z\nExpires: 2028-01-01T00:00:00Z\n")]
    public void Without_a_valid_end(string expires)
    {
        SecurityText("Contact: mailto:veiligheid@voorbeeldzorg.example\n" + expires);
        One("no valid Expires");
    }

    private static DeclarationData Declared(string criterion, string status) => new()
    {
        File = "kwaliteitskader.json", Sha256 = "",
        Criteria = [new CriterionDeclaration { Id = criterion, Evidence = [new EvidenceData { Title = "Beleid", Status = status }] }],
    };
}
