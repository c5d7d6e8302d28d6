using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>Who states it, the product, who it is for, and where it is used.</summary>
internal sealed partial class DeclarationReader
{
    /// <summary>An empty one is none: <c>kk init</c> writes it for somebody to fill in.</summary>
    private StatementData? Statement(Value value)
    {
        var data = Object(value, new StatementData(), new()
        {
            ["name"] = (d, v) => d with { Name = Text(v) },
            ["function"] = (d, v) => d with { Function = Text(v) },
            ["role"] = (d, v) => d with { Role = Choice(v, "provider", "third-party") },
            ["date"] = (d, v) => d with { Date = Date(v) },
        });
        return data == new StatementData() ? null : data;
    }

    private ProductData Product(Value value) => Object(value, new ProductData(), new()
    {
        ["name"] = (d, v) => d with { Name = Text(v) },
        ["version"] = (d, v) => d with { Version = Text(v) },
        ["provider"] = (d, v) => d with { Provider = Provider(v) },
        ["helpdesk"] = (d, v) => d with { Helpdesk = Helpdesk(v) },
        ["languages"] = (d, v) => d with { Languages = TextList(v) },
        ["licence"] = (d, v) => d with { Licence = Text(v) },
        ["price"] = (d, v) => d with { Price = Text(v) },
        ["lastUpdate"] = (d, v) => d with { LastUpdate = Date(v) },
    });

    private ProviderData Provider(Value value) => Object(value, new ProviderData(), new()
    {
        ["name"] = (d, v) => d with { Name = Text(v) },
        ["enterpriseNumber"] = (d, v) => d with { EnterpriseNumber = Text(v) },
        ["address"] = (d, v) => d with { Address = Text(v) },
        ["site"] = (d, v) => d with { Site = Link(v) },
    });

    private HelpdeskData Helpdesk(Value value) => Object(value, new HelpdeskData(), new()
    {
        ["channels"] = (d, v) => d with { Channels = TextList(v) },
        ["hours"] = (d, v) => d with { Hours = Text(v) },
    });

    private IntendedUseData IntendedUse(Value value) => Object(value, new IntendedUseData(), new()
    {
        ["users"] = (d, v) => d with { Users = TextList(v) },
        ["professionals"] = (d, v) => d with { Professionals = TextList(v) },
        ["minimumAge"] = (d, v) => d with { MinimumAge = Age(v) },
        ["maximumAge"] = (d, v) => d with { MaximumAge = Age(v) },
        ["restrictions"] = (d, v) => d with { Restrictions = TextList(v) },
        ["purpose"] = (d, v) => d with { Purpose = Text(v) },
        ["instructions"] = (d, v) => d with { Instructions = Text(v) },
    });

    private ContextData Context(Value value) => Object(value, new ContextData(), new()
    {
        ["interactivity"] = (d, v) => d with { Interactivity = Choice(v, "information", "active", "contact") },
        ["risk"] = (d, v) => d with { Risk = Choice(v, "low", "some", "high") },
        ["vulnerableUsers"] = (d, v) => d with { VulnerableUsers = Choices(v, "children", "youth", "disability", "lowDigitalLiteracy", "lackingCapacity") },
        ["autonomy"] = (d, v) => d with { Autonomy = Choice(v, "supported", "alone") },
        ["medicalDevice"] = (d, v) => d with { MedicalDevice = Flag(v) },
        ["ai"] = (d, v) => d with { Ai = Flag(v) },
        ["ads"] = (d, v) => d with { Ads = Flag(v) },
        ["healthVault"] = (d, v) => d with { HealthVault = Flag(v) },
        ["personalData"] = (d, v) => d with { PersonalData = Flag(v) },
        ["signIn"] = (d, v) => d with { SignIn = Flag(v) },
    });

    private string? Profile(Value value) => Choice(value, [.. Catalogue.Instance.Profiles.Profiles.Select(p => p.Id)]);

    /// <summary>A part without a reason stays in scope: nothing is left out of a report without a word.</summary>
    private OutOfScopeData? OutOfScope(Value value)
    {
        var (part, reason) = Object(value, (Part: (string?)null, Reason: (string?)null), new()
        {
            ["part"] = (d, v) => d with { Part = Text(v) },
            ["reason"] = (d, v) => d with { Reason = Text(v) },
        });
        return Complete(value, ("part", part), ("reason", reason)) ? new OutOfScopeData(part!.Trim(), reason!.Trim()) : null;
    }
}
