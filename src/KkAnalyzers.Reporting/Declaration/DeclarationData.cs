namespace KkAnalyzers.Reporting;

/// <summary>What was readable in <c>kwaliteitskader.json</c>. Everything is optional; each gap is visible in the report.</summary>
public sealed record DeclarationData
{
    /// <summary>Path relative to the root.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The product.</summary>
    public ProductData? Product { get; init; }

    /// <summary>Who it is for.</summary>
    public IntendedUseData? IntendedUse { get; init; }

    /// <summary>Where and how it is used.</summary>
    public ContextData? Context { get; init; }

    /// <summary>Per criterion.</summary>
    public IReadOnlyList<CriterionDeclaration> Criteria { get; init; } = [];

    /// <summary>Trackers that the vendor uses knowingly.</summary>
    public IReadOnlyList<TrackerData> Trackers { get; init; } = [];

    /// <summary>Who states all this.</summary>
    public StatementData? Statement { get; init; }

    /// <summary>Parts of the product that are left out.</summary>
    public IReadOnlyList<OutOfScopeData> OutOfScope { get; init; } = [];

    /// <summary>Id of the profile that selects the expected criteria; null for the one that the context leads to.</summary>
    public string? Profile { get; init; }

    /// <summary>Findings that are accepted until a day.</summary>
    public IReadOnlyList<ExceptionData> Exceptions { get; init; } = [];

    /// <summary>Artificial intelligence in the product.</summary>
    public IReadOnlyList<AiSystemData> AiSystems { get; init; } = [];

    /// <summary>Organisations that get personal data.</summary>
    public IReadOnlyList<DeclaredThirdPartyData> ThirdParties { get; init; } = [];

    /// <summary>What could not be read (KK9002) and evidence that is not in order (KK9004).</summary>
    public IReadOnlyList<ReportMessage> Problems { get; init; } = [];

    /// <summary>False where reading stopped at an error of syntax.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool ReadToTheEnd { get; init; } = true;

    /// <summary>Line and column of each value, by its keys from the root with dots (<c>context.ai</c>): for what the same process has to say about it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyDictionary<string, (int Line, int Column)> Places { get; init; } = new Dictionary<string, (int Line, int Column)>();
}

/// <summary>A third party that follows users, declared with why it may.</summary>
/// <param name="Name">Vendor or package of the tracker list, or a host.</param>
/// <param name="Ground">Ground of GDPR art. 6(1): consent, contract, legal-obligation, vital-interests, public-task or legitimate-interests.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record TrackerData(string Name, string Ground, string Purpose);

/// <summary>The product, in its provider's words.</summary>
public sealed record ProductData
{
    public string? Name { get; init; }
    public string? Version { get; init; }
    public ProviderData? Provider { get; init; }
    public HelpdeskData? Helpdesk { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public string? Licence { get; init; }
    public string? Price { get; init; }

    /// <summary>yyyy-MM-dd.</summary>
    public string? LastUpdate { get; init; }
}

/// <summary>Who answers for the product.</summary>
public sealed record ProviderData
{
    public string? Name { get; init; }
    public string? EnterpriseNumber { get; init; }
    public string? Address { get; init; }
    public string? Site { get; init; }
}

/// <summary>Where a user finds help.</summary>
public sealed record HelpdeskData
{
    public IReadOnlyList<string> Channels { get; init; } = [];
    public string? Hours { get; init; }
}

/// <summary>Who the product is for, and for what.</summary>
public sealed record IntendedUseData
{
    public IReadOnlyList<string> Users { get; init; } = [];
    public IReadOnlyList<string> Professionals { get; init; } = [];
    public int? MinimumAge { get; init; }
    public int? MaximumAge { get; init; }
    public IReadOnlyList<string> Restrictions { get; init; } = [];
    public string? Purpose { get; init; }
    public string? Instructions { get; init; }
}

/// <summary>The context that decides which criteria weigh most. The words are the framework's, the values this project's.</summary>
public sealed record ContextData
{
    /// <summary>information, active or contact.</summary>
    public string? Interactivity { get; init; }

    /// <summary>low, some or high.</summary>
    public string? Risk { get; init; }

    /// <summary>children, youth, disability, lowDigitalLiteracy, lackingCapacity.</summary>
    public IReadOnlyList<string>? VulnerableUsers { get; init; }

    /// <summary>supported or alone.</summary>
    public string? Autonomy { get; init; }

    public bool? MedicalDevice { get; init; }
    public bool? Ai { get; init; }
    public bool? Ads { get; init; }
    public bool? HealthVault { get; init; }
    public bool? PersonalData { get; init; }
    public bool? SignIn { get; init; }
}

/// <summary>What is declared about one criterion.</summary>
public sealed record CriterionDeclaration
{
    /// <summary>Criterion id.</summary>
    public required string Id { get; init; }

    /// <summary>Level that the organisation gives it: minimal or optional.</summary>
    public string? Level { get; init; }

    /// <summary>Why it does not apply.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>Evidence.</summary>
    public IReadOnlyList<EvidenceData> Evidence { get; init; } = [];
}

/// <summary>One piece of evidence.</summary>
public sealed record EvidenceData
{
    public string? Title { get; init; }
    public string? Kind { get; init; }

    /// <summary>http(s) address.</summary>
    public string? Link { get; init; }

    /// <summary>Path relative to the declaration, inside its folder.</summary>
    public string? File { get; init; }

    /// <summary>Declared SHA-256 of <see cref="File"/>.</summary>
    public string? Sha256 { get; init; }

    /// <summary>SHA-256 of <see cref="File"/> as it is; null where it was not read. For the tool; the report says what it comes down to.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? ActualSha256 { get; init; }

    public string? Owner { get; init; }

    /// <summary>yyyy-MM-dd.</summary>
    public string? Date { get; init; }

    /// <summary>yyyy-MM-dd, the last day on which it counts.</summary>
    public string? ValidUntil { get; init; }

    /// <summary><c>link</c>, <c>file</c> (present, digest agrees), <c>missing</c>, <c>unreadable</c>, <c>digest-differs</c> or <c>incomplete</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Line in the declaration.</summary>
    public int Line { get; init; }

    /// <summary>Something is there to look at.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Present => Status is "link" or "file";
}
