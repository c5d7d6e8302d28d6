using System.Text.Json;

namespace KkAnalyzers.Reporting;

/// <summary>Trackers, systems of artificial intelligence, and organisations that get personal data.</summary>
internal sealed partial class DeclarationReader
{
    private static readonly string[] Grounds = ["consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"];

    /// <summary>Null when a part is missing: a tracker is declared with its ground and purpose or not at all.</summary>
    private TrackerData? Tracker(Value value)
    {
        var (name, ground, purpose) = Object(value, (Name: (string?)null, Ground: (string?)null, Purpose: (string?)null), new()
        {
            ["name"] = (d, v) => d with { Name = Text(v) },
            ["ground"] = (d, v) => d with { Ground = Choice(v, Grounds) },
            ["purpose"] = (d, v) => d with { Purpose = Text(v) },
        });
        if (!string.IsNullOrWhiteSpace(name) && ground is not null && !string.IsNullOrWhiteSpace(purpose))
            return new TrackerData(name.Trim(), ground, purpose.Trim());
        if (value.Node.Kind == JsonTokenType.StartObject)
            Problem(value.Node, "declaration.tracker", name ?? "?");
        return null;
    }

    private AiSystemData? AiSystem(Value value)
    {
        var data = Object(value, new AiSystemData(), new()
        {
            ["name"] = (d, v) => d with { Name = Text(v) },
            ["provider"] = (d, v) => d with { Provider = Text(v) },
            ["purpose"] = (d, v) => d with { Purpose = Text(v) },
            ["role"] = (d, v) => d with { Role = Choice(v, "provider", "deployer") },
            ["risk"] = (d, v) => d with { Risk = Choice(v, "minimal", "limited", "high") },
            ["oversight"] = (d, v) => d with { Oversight = Text(v) },
            ["disclosure"] = (d, v) => d with { Disclosure = Text(v) },
            ["data"] = (d, v) => d with { Data = TextList(v) },
        });
        return Complete(value, ("name", data.Name)) ? data : null;
    }

    private DeclaredThirdPartyData? ThirdParty(Value value)
    {
        var data = Object(value, new DeclaredThirdPartyData(), new()
        {
            ["name"] = (d, v) => d with { Name = Text(v) },
            ["role"] = (d, v) => d with { Role = Choice(v, "processor", "joint-controller", "controller", "recipient") },
            ["purpose"] = (d, v) => d with { Purpose = Text(v) },
            ["ground"] = (d, v) => d with { Ground = Choice(v, Grounds) },
            ["country"] = (d, v) => d with { Country = Text(v) },
            ["agreement"] = (d, v) => d with { Agreement = Text(v) },
            ["data"] = (d, v) => d with { Data = TextList(v) },
        });
        return Complete(value, ("name", data.Name)) ? data : null;
    }
}
