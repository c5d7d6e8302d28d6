using System.Security.Cryptography;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Reads <c>kwaliteitskader.json</c>. What cannot be read becomes a KK9002 with line and column and has no effect; the rest
/// counts. Its keys and values are those of <c>schema/kwaliteitskader.schema.json</c>; a test keeps the two together.
/// </summary>
internal sealed class DeclarationReader : PositionedReader
{
    private static readonly string[] Later = ["exceptions", "aiSystems", "thirdParties"];

    private readonly string _folder;

    private DeclarationReader(string path)
        : base(path) => _folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";

    /// <param name="path">Full path of the declaration.</param>
    /// <param name="shownPath">The same path as the report shows it.</param>
    /// <returns>Null data when nothing at all could be read. Problems name the full path.</returns>
    public static (DeclarationData? Data, IReadOnlyList<ReportMessage> Problems) Read(string path, string shownPath)
    {
        var reader = new DeclarationReader(path);
        return (reader.Read(shownPath), reader.Problems);
    }

    private DeclarationData? Read(string shownPath)
    {
        if (Load() is not var (root, bytes))
            return null;

        var data = new DeclarationData { File = shownPath, Sha256 = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant() };
        if (root is null)
            return data;

        var later = new List<string>();
        Object(root, "kwaliteitskader.json", (name, value) =>
        {
            switch (name)
            {
                case "$schema": Text(value, name); return true;
                case "product": data = data with { Product = Product(value) }; return true;
                case "intendedUse": data = data with { IntendedUse = IntendedUse(value) }; return true;
                case "context": data = data with { Context = Context(value) }; return true;
                case "criteria": data = data with { Criteria = Criteria(value) }; return true;
                case "trackers": data = data with { Trackers = Trackers(value) }; return true;
                default:
                    if (!Later.Contains(name))
                        return false;
                    later.Add(name);
                    return true;
            }
        });

        return data with { ForLaterVersions = [.. later.Order(StringComparer.Ordinal)] };
    }

    private ProductData Product(PositionedJson node)
    {
        var data = new ProductData();
        Object(node, "product", (name, value) =>
        {
            switch (name)
            {
                case "name": data = data with { Name = Text(value, name) }; return true;
                case "version": data = data with { Version = Text(value, name) }; return true;
                case "provider": data = data with { Provider = Provider(value) }; return true;
                case "helpdesk": data = data with { Helpdesk = Helpdesk(value) }; return true;
                case "languages": data = data with { Languages = List(value, name) }; return true;
                case "licence": data = data with { Licence = Text(value, name) }; return true;
                case "price": data = data with { Price = Text(value, name) }; return true;
                case "lastUpdate": data = data with { LastUpdate = Date(value, name) }; return true;
                default: return false;
            }
        });
        return data;
    }

    private ProviderData Provider(PositionedJson node)
    {
        var data = new ProviderData();
        Object(node, "provider", (name, value) =>
        {
            switch (name)
            {
                case "name": data = data with { Name = Text(value, name) }; return true;
                case "enterpriseNumber": data = data with { EnterpriseNumber = Text(value, name) }; return true;
                case "address": data = data with { Address = Text(value, name) }; return true;
                case "site": data = data with { Site = Link(value, name) }; return true;
                default: return false;
            }
        });
        return data;
    }

    private HelpdeskData Helpdesk(PositionedJson node)
    {
        var data = new HelpdeskData();
        Object(node, "helpdesk", (name, value) =>
        {
            switch (name)
            {
                case "channels": data = data with { Channels = List(value, name) }; return true;
                case "hours": data = data with { Hours = Text(value, name) }; return true;
                default: return false;
            }
        });
        return data;
    }

    private IntendedUseData IntendedUse(PositionedJson node)
    {
        var data = new IntendedUseData();
        Object(node, "intendedUse", (name, value) =>
        {
            switch (name)
            {
                case "users": data = data with { Users = List(value, name) }; return true;
                case "professionals": data = data with { Professionals = List(value, name) }; return true;
                case "minimumAge": data = data with { MinimumAge = Age(value, name) }; return true;
                case "maximumAge": data = data with { MaximumAge = Age(value, name) }; return true;
                case "restrictions": data = data with { Restrictions = List(value, name) }; return true;
                case "purpose": data = data with { Purpose = Text(value, name) }; return true;
                case "instructions": data = data with { Instructions = Text(value, name) }; return true;
                default: return false;
            }
        });
        return data;
    }

    private ContextData Context(PositionedJson node)
    {
        var data = new ContextData();
        Object(node, "context", (name, value) =>
        {
            switch (name)
            {
                case "interactivity": data = data with { Interactivity = Choice(value, name, "information", "active", "contact") }; return true;
                case "risk": data = data with { Risk = Choice(value, name, "low", "some", "high") }; return true;
                case "vulnerableUsers":
                    data = data with { VulnerableUsers = Choices(value, name, "children", "youth", "disability", "lowDigitalLiteracy", "lackingCapacity") };
                    return true;
                case "autonomy": data = data with { Autonomy = Choice(value, name, "supported", "alone") }; return true;
                case "medicalDevice": data = data with { MedicalDevice = Flag(value, name) }; return true;
                case "ai": data = data with { Ai = Flag(value, name) }; return true;
                case "ads": data = data with { Ads = Flag(value, name) }; return true;
                case "healthVault": data = data with { HealthVault = Flag(value, name) }; return true;
                case "personalData": data = data with { PersonalData = Flag(value, name) }; return true;
                case "signIn": data = data with { SignIn = Flag(value, name) }; return true;
                default: return false;
            }
        });
        return data;
    }

    private TrackerData[] Trackers(PositionedJson node) =>
        IsList(node, "trackers") ? [.. node.Items.Select(Tracker).OfType<TrackerData>()] : [];

    /// <summary>Null when a part is missing: a tracker is declared with its ground and purpose or not at all.</summary>
    private TrackerData? Tracker(PositionedJson node)
    {
        if (!IsObject(node, "trackers"))
            return null;

        string? tracker = null, ground = null, purpose = null;
        Object(node, "trackers", (name, value) =>
        {
            switch (name)
            {
                case "name": tracker = Text(value, name); return true;
                case "ground": ground = Choice(value, name, "consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"); return true;
                case "purpose": purpose = Text(value, name); return true;
                default: return false;
            }
        });
        if (!string.IsNullOrWhiteSpace(tracker) && ground is not null && !string.IsNullOrWhiteSpace(purpose))
            return new TrackerData(tracker.Trim(), ground, purpose.Trim());
        Problem(node, "declaration.tracker", tracker ?? "?");
        return null;
    }

    private List<CriterionDeclaration> Criteria(PositionedJson node)
    {
        var criteria = new List<CriterionDeclaration>();
        if (!IsObject(node, "criteria"))
            return criteria;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, line, column, value) in node.Members)
        {
            if (!seen.Add(name))
                Problem(line, column, "KK9002", "declaration.duplicate-key", name);
            else if (Catalogue.Instance.Criteria.FirstOrDefault(c => c.Id == name) is not { } criterion)
                Problem(line, column, "KK9002", "declaration.unknown-criterion", name);
            else if (!criterion.Checkable)
                Problem(line, column, "KK9002", "declaration.group", name);
            else
                criteria.Add(Criterion(name, value));
        }

        return [.. criteria.OrderBy(c => c.Id, StringComparer.Ordinal)];
    }

    private CriterionDeclaration Criterion(string id, PositionedJson node)
    {
        var data = new CriterionDeclaration { Id = id };
        Object(node, id, (name, value) =>
        {
            switch (name)
            {
                case "level": data = data with { Level = Choice(value, name, "minimal", "optional") }; return true;
                case "notApplicable": data = data with { NotApplicable = Reason(value) }; return true;
                case "evidence":
                    if (IsList(value, name))
                        data = data with { Evidence = [.. value.Items.Select(i => Evidence(id, i)).OfType<EvidenceData>()] };
                    return true;
                default: return false;
            }
        });
        return data;
    }

    private string? Reason(PositionedJson node)
    {
        string? reason = null;
        Object(node, "notApplicable", (name, value) =>
        {
            if (name != "reason")
                return false;
            reason = Text(value, name);
            return true;
        });
        if (string.IsNullOrWhiteSpace(reason))
            Problem(node, "declaration.no-reason");
        return string.IsNullOrWhiteSpace(reason) ? null : reason;
    }

    private EvidenceData? Evidence(string criterion, PositionedJson node)
    {
        if (!IsObject(node, "evidence"))
            return null;

        var data = new EvidenceData { Status = "incomplete", Line = node.Line };
        var readable = true;
        PositionedJson? fileNode = null;
        Object(node, "evidence", (name, value) =>
        {
            var before = Problems.Count;
            switch (name)
            {
                case "title": data = data with { Title = Text(value, name) }; break;
                case "kind": data = data with { Kind = Text(value, name) }; break;
                case "link": data = data with { Link = Link(value, name) }; break;
                case "file": (data, fileNode) = (data with { File = Text(value, name)?.Replace('\\', '/') }, value); break;
                case "sha256": data = data with { Sha256 = Digest(value, name) }; break;
                case "owner": data = data with { Owner = Text(value, name) }; break;
                case "date": data = data with { Date = Date(value, name) }; break;
                // An end date that cannot be read must not turn into "no end date".
                case "validUntil":
                    data = data with { ValidUntil = Date(value, name) };
                    readable &= Problems.Count == before;
                    break;
                default: return false;
            }

            return true;
        });

        if (string.IsNullOrWhiteSpace(data.Title))
        {
            Problem(node, "declaration.evidence-title", criterion);
            return data;
        }

        if (data.File is not null && Inside(data.File) is not { } full)
        {
            Problem(fileNode!, "declaration.path-outside", data.File);
            return data with { File = null };
        }
        else if (data.File is not null)
        {
            data = data with { Status = FileStatus(criterion, node, data, Inside(data.File)!) };
        }
        else if (data.Link is not null)
        {
            data = data with { Status = "link" };
        }
        else
        {
            Problem(node, "declaration.evidence-source", criterion);
        }

        return readable ? data : data with { Status = "incomplete" };
    }

    private string FileStatus(string criterion, PositionedJson node, EvidenceData data, string full)
    {
        if (!File.Exists(full))
        {
            Evidence(node, criterion, Texts.Format("evidence.missing", data.File!));
            return "missing";
        }

        string actual;
        try
        {
            using var stream = File.OpenRead(full);
            actual = Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Evidence(node, criterion, Texts.Format("evidence.unreadable", data.File!));
            return "unreadable";
        }

        if (data.Sha256 is null)
        {
            Problem(node, "declaration.no-sha256", data.File!, actual);
            return "incomplete";
        }

        if (data.Sha256 == actual)
            return "file";

        Evidence(node, criterion, Texts.Format("evidence.digest", data.File!, actual));
        return "digest-differs";
    }

    /// <summary>Full path of a file in or below the declaration's folder, also after links are followed; null for any other.</summary>
    private string? Inside(string relative)
    {
        if (relative.Length == 0 || relative.Contains('\0') || Path.IsPathRooted(relative) || relative.Contains(':') || relative.Split('/').Contains(".."))
            return null;

        var full = Path.GetFullPath(Path.Combine(_folder, relative));
        var inside = _folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        if (!full.StartsWith(inside, StringComparison.Ordinal))
            return null;

        var current = _folder;
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            current = Path.Combine(current, part);
            FileSystemInfo info = Directory.Exists(current) ? new DirectoryInfo(current) : new FileInfo(current);
            if (info.LinkTarget is not null
                && info.ResolveLinkTarget(returnFinalTarget: true)?.FullName.StartsWith(inside, StringComparison.Ordinal) != true)
                return null;
        }

        return full;
    }

    private void Evidence(PositionedJson node, string criterion, Localized what) =>
        Problems.Add(new ReportMessage("KK9004", "warning", FilePath, node.Line, node.Column,
            Texts.Format(Catalogue.Instance.Rules.First(r => r.Id == "KK9004").Message, criterion, what)));
}
