using KkAnalyzers.Catalog;
using KkAnalyzers.Reporting.BuildRules;

namespace KkAnalyzers.Reporting.Tests.BuildRules;

/// <summary>Frameworks and SDKs without updates, and checks of the compiler that are off where they matter.</summary>
public class KK4407Tests
{
    private static readonly InventoryRow[] Endpoints = [new("endpoints", "KK4501", "Api.cs", 1, new Dictionary<string, Localized>(), [])];
    private static readonly InventoryRow[] Patients = [new("personalData", "KK4301", "Patient.cs", 1, new Dictionary<string, Localized>(), [])];

    private static Finding[] Findings(string properties, IReadOnlyList<InventoryRow>? rows = null, string today = "2026-11-22", bool head = true, string? outputType = null)
    {
        var set = Run(properties, rows, today, head, outputType);
        return [.. set.Findings(new Paths("/src"), ["App"])];
    }

    private static BuildRuleSet Run(string properties, IReadOnlyList<InventoryRow>? rows, string? today, bool head = true, string? outputType = null) => BuildRuleSet.Run(
        new ProjectFacts
        {
            ProjectPath = "/src/App/App.csproj",
            Mode = "recommended",
            IsHead = head,
            OutputType = outputType,
            Today = today is null ? null : DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture),
            Properties = properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase),
        },
        new HashSet<string>(),
        [new SupportedTools()],
        rows);

    [Theory]
    [InlineData("TargetFrameworkIdentifier=.NETCoreApp TargetFrameworkVersion=v10.0 NETCoreSdkVersion=10.0.401")]
    [InlineData("TargetFrameworkIdentifier=.NETCoreApp TargetFrameworkVersion=v12.0 NETCoreSdkVersion=12.0.100")] // newer than the table
    [InlineData("TargetFrameworkIdentifier=.NETStandard TargetFrameworkVersion=v2.0")]
    [InlineData("TargetFrameworkIdentifier=.NETFramework TargetFrameworkVersion=v4.8 LangVersion=13.0")]
    public void Supported_or_unknown_is_quiet(string properties) => Assert.Empty(Findings(properties));

    [Theory]
    [InlineData("TargetFrameworkIdentifier=.NETCoreApp TargetFrameworkVersion=v6.0", ".NET 6 gets no security updates since 2024-11-12")]
    [InlineData("TargetFrameworkIdentifier=.NETCoreApp TargetFrameworkVersion=v8.0", ".NET 8 gets no security updates since 2026-11-10")]
    [InlineData("TargetFrameworkIdentifier=.NETFramework TargetFrameworkVersion=v4.6.1", ".NET Framework 4.6.1")]
    [InlineData("TargetFrameworkIdentifier=MonoAndroid TargetFrameworkVersion=v13.0", "Xamarin.Android")]
    [InlineData("NETCoreSdkVersion=6.0.428", "the SDK 6.0.428")]
    [InlineData("LangVersion=preview", "LangVersion is preview")]
    public void Out_of_support_is_information(string properties, string text)
    {
        var finding = Assert.Single(Findings(properties));
        Assert.Equal("note", finding.Level);
        Assert.Contains(text, finding.Message.En, StringComparison.Ordinal);
        Assert.NotEqual(finding.Message.En, finding.Message.Fr);
    }

    [Theory]
    [InlineData("2026-11-10", 0)] // the last day itself
    [InlineData("2026-11-11", 1)]
    public void The_last_day_counts(string today, int findings) =>
        Assert.Equal(findings, Findings("TargetFrameworkIdentifier=.NETCoreApp TargetFrameworkVersion=v8.0", null, today).Length);

    [Fact]
    public void Without_a_day_no_date_is_judged()
    {
        Assert.Equal(State.NotApplicable, Run("TargetFrameworkIdentifier=.NETCoreApp TargetFrameworkVersion=v6.0", null, null).Outcomes["KK4407"].State);
    }

    [Fact]
    public void A_library_runs_on_the_framework_of_the_application()
    {
        const string Old = "TargetFrameworkIdentifier=.NETCoreApp TargetFrameworkVersion=v6.0";
        Assert.Empty(Findings(Old, head: false, outputType: "Library"));
        Assert.Single(Findings(Old, head: false, outputType: "Exe"));
    }

    [Fact]
    public void Checks_of_the_compiler_matter_where_there_is_something_to_lose()
    {
        Assert.Empty(Findings(""));
        Assert.Empty(Findings("Nullable=enable TreatWarningsAsErrors=true", Patients));
        var findings = Findings("TreatWarningsAsErrors=false", Endpoints);
        Assert.Equal(2, findings.Length);
        Assert.Contains(findings, f => f.Message.En.Contains("Nullable is not enabled in a project with endpoints", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Message.Nl.Contains("waarschuwingen stoppen de build niet", StringComparison.Ordinal));
        Assert.Contains(Findings("Nullable=disable TreatWarningsAsErrors=true", [.. Endpoints, .. Patients]), f => f.Message.En.Contains("personal data and endpoints", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WarningsAsErrors=;NU1605;nullable", 0)]
    [InlineData("CodeAnalysisTreatWarningsAsErrors=true", 0)]
    [InlineData("WarningsAsErrors=;NU1605;SYSLIB0011", 1)]
    public void Some_warnings_as_errors_is_a_decision_and_the_default_is_none(string property, int findings) =>
        Assert.Equal(findings, Findings("Nullable=enable " + property, Patients).Length);

    [Fact]
    public void The_place_is_where_the_framework_stands()
    {
        using var folder = new Folder();
        var project = folder.File("App.csproj", "<Project>\n  <PropertyGroup>\n    <TargetFrameworks>net6.0;net10.0</TargetFrameworks>\n  </PropertyGroup>\n</Project>");
        var set = BuildRuleSet.Run(
            new ProjectFacts
            {
                ProjectPath = project, RootDirectory = folder.Path, IsHead = true, Today = new DateOnly(2026, 11, 22),
                Properties = new Dictionary<string, string> { ["TargetFrameworkIdentifier"] = ".NETCoreApp", ["TargetFrameworkVersion"] = "v6.0" },
            },
            new HashSet<string>(), [new SupportedTools()]);
        Assert.Equal(3, Assert.Single(set.Findings(new Paths(folder.Path), ["App"])).Line);
    }

    [Fact]
    public void The_table_is_in_order() =>
        Assert.Equal(Catalogue.Instance.Support.Frameworks.Count, Catalogue.Instance.Support.Frameworks.Select(f => (f.Identifier, f.Version)).Distinct().Count());
}
