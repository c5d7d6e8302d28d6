namespace KkAnalyzers.EndToEnd.Tests;

/// <param name="Rule">Rule id.</param>
/// <param name="Level">note, warning or error, as in SARIF.</param>
/// <param name="File">Path below the folder of all projects.</param>
/// <param name="Line">Text of the line; empty for a finding about the whole project.</param>
/// <param name="Why">Why an untouched template gets this, and why at this level.</param>
internal sealed record ExpectedFinding(string Rule, string Level, string File, string Line, string Why);

/// <param name="Name">Name of the project and of its folder.</param>
/// <param name="Command">What follows <c>dotnet new</c>.</param>
/// <param name="Expected">All findings, and no others.</param>
internal sealed record Template(string Name, string Command, IReadOnlyList<ExpectedFinding> Expected);

/// <summary>
/// The web templates of the SDK and what is expected of them. <c>docs/templates.md</c> says the same to users, and which templates
/// are not in this list because their packages are not at hand everywhere.
/// </summary>
internal static class Templates
{
    public static IReadOnlyList<Template> All { get; } =
    [
        New("Web", "web"),
        New("WebApi", "webapi", WeatherOf("WebApi/Program.cs", "app.MapGet(\"/weatherforecast\", () =>")),
        New("WebApiControllers", "webapi --use-controllers", WeatherOf("WebApiControllers/Controllers/WeatherForecastController.cs", "public IEnumerable<WeatherForecast> Get()")),
        New(
            "WebApiAot",
            "webapiaot",
            TodosOf("todosApi.MapGet(\"/\", () => sampleTodos)"),
            TodosOf("todosApi.MapGet(\"/{id}\", Results<Ok<Todo>, NotFound> (int id) =>")),
        New("Mvc", "mvc"),
        New("MvcAccounts", "mvc --auth Individual", Accounts("MvcAccounts", "builder.Services.AddDefaultIdentity<IdentityUser>(options => options.SignIn.RequireConfirmedAccount = true)")),
        New("Pages", "webapp"),
        New("PagesAccounts", "webapp --auth Individual", Accounts("PagesAccounts", "builder.Services.AddDefaultIdentity<IdentityUser>(options => options.SignIn.RequireConfirmedAccount = true)")),
        New("Blazor", "blazor"),
        New(
            "BlazorAccounts",
            "blazor --auth Individual",
            [
                .. Accounts("BlazorAccounts", "builder.Services.AddIdentityCore<ApplicationUser>(options =>"),
                new(
                    "KK4504", "note", "BlazorAccounts/Components/Account/Pages/Login.razor",
                    "result = await SignInManager.PasswordSignInAsync(Input.Email, Input.Password, Input.RememberMe, lockoutOnFailure: false);",
                    "Wrong passwords are not counted. The template says so itself and leaves the choice to the developer: information."),
            ]),

        // No endpoints and no personal data: KK4407 and KK4408 are about applications that others can reach.
        new("WorkerService", "worker", []),
    ];

    /// <summary>A template with endpoints: two things are true of all of them.</summary>
    private static Template New(string name, string command, params ExpectedFinding[] more) => new(name, command,
    [
        new(
            "KK4407", "note", $"{name}/{name}.csproj", "",
            "Framework and nullable checks are as they should be, but no template makes warnings stop the build: one step that makes the difference later, and a choice of the team."),
        new(
            "KK4408", "note", $"{name}/{name}.csproj", "",
            "No template has a SECURITY.md or a security.txt. The organisation may publish one elsewhere, so it is never more than information."),
        .. more,
    ]);

    private static ExpectedFinding WeatherOf(string file, string line) => new(
        "KK4501", "note", file, line,
        "Nobody decided who may enter, and that is worth knowing before real data comes; but the handler makes up a weather forecast and has nothing to protect, so it is no claim.");

    private static ExpectedFinding TodosOf(string line) => new(
        "KK4501", "note", "WebApiAot/Program.cs", line,
        "Nobody decided who may enter, but all that is handed out stands in the source and is the same for everybody: no claim.");

    /// <summary>What comes with accounts in a database of the application's own.</summary>
    private static ExpectedFinding[] Accounts(string name, string identity) =>
    [
        new(
            "KK4303", "note", name + "/Program.cs", "options.UseSqlite(connectionString));",
            "Accounts with e-mail addresses are kept in a SQLite file without a key. On a server the disk may be encrypted, which the code does not show: information."),
        new(
            "KK4504", "note", name + "/Program.cs", identity,
            "Nothing sets the length of passwords, so the framework's 6 characters hold, below today's advice of 8. It is a default that nobody wrote: information."),
    ];
}
