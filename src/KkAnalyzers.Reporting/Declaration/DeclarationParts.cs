namespace KkAnalyzers.Reporting;

/// <summary>Who stands for the declaration, and in what role.</summary>
public sealed record StatementData
{
    /// <summary>Person or body.</summary>
    public string? Name { get; init; }

    /// <summary>Function of the person.</summary>
    public string? Function { get; init; }

    /// <summary><c>provider</c> or <c>third-party</c>.</summary>
    public string? Role { get; init; }

    /// <summary>yyyy-MM-dd.</summary>
    public string? Date { get; init; }
}

/// <summary>A part of the product that the report does not cover.</summary>
/// <param name="Part">The part.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record OutOfScopeData(string Part, string Reason);

/// <summary>A declared exception: findings that somebody accepts, until a day.</summary>
public sealed record ExceptionData
{
    /// <summary>Rule id.</summary>
    public required string Rule { get; init; }

    /// <summary>Files it holds for, relative to the root, with <c>*</c> and <c>**</c>; null for every place.</summary>
    public string? File { get; init; }

    /// <summary>Line it holds for; null for the whole file.</summary>
    public int? Place { get; init; }

    public required string Reason { get; init; }

    public required string Owner { get; init; }

    public string? ApprovedBy { get; init; }

    /// <summary>yyyy-MM-dd, the last day on which it counts.</summary>
    public required string Until { get; init; }

    /// <summary>Line in the declaration.</summary>
    public int Line { get; init; }
}

/// <summary>A system of artificial intelligence that the product uses. Roles and risks are those of Regulation (EU) 2024/1689.</summary>
public sealed record AiSystemData
{
    public string? Name { get; init; }

    public string? Provider { get; init; }

    public string? Purpose { get; init; }

    /// <summary><c>provider</c> or <c>deployer</c>: what the product's provider is towards the system.</summary>
    public string? Role { get; init; }

    /// <summary><c>minimal</c>, <c>limited</c> or <c>high</c>.</summary>
    public string? Risk { get; init; }

    /// <summary>Who watches it, and can overrule it.</summary>
    public string? Oversight { get; init; }

    /// <summary>How users are told.</summary>
    public string? Disclosure { get; init; }

    /// <summary>Kinds of data that go in.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];
}

/// <summary>An organisation that gets personal data. Roles are those of GDPR art. 4.</summary>
public sealed record DeclaredThirdPartyData
{
    public string? Name { get; init; }

    /// <summary><c>processor</c>, <c>joint-controller</c>, <c>controller</c> or <c>recipient</c>.</summary>
    public string? Role { get; init; }

    public string? Purpose { get; init; }

    /// <summary>Ground of GDPR art. 6(1), as of a tracker.</summary>
    public string? Ground { get; init; }

    /// <summary>Where the data goes.</summary>
    public string? Country { get; init; }

    /// <summary>Agreement, such as one of art. 28.</summary>
    public string? Agreement { get; init; }

    /// <summary>Kinds of data.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];
}
