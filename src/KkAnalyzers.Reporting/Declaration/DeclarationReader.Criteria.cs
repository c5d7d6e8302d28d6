using System.Security.Cryptography;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>Per criterion: level, why it does not apply, evidence.</summary>
internal sealed partial class DeclarationReader
{
    private List<CriterionDeclaration> Criteria(Value value)
    {
        var criteria = new List<CriterionDeclaration>();
        if (!IsObject(value))
            return criteria;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, line, column, node) in value.Node.Members)
        {
            if (!seen.Add(name))
                Problem(line, column, "KK9002", "declaration.duplicate-key", name);
            else if (Catalogue.Instance.Criteria.FirstOrDefault(c => c.Id == name) is not { } criterion)
                Problem(line, column, "KK9002", "declaration.unknown-criterion", name);
            else if (!criterion.Checkable)
                Problem(line, column, "KK9002", "declaration.group", name);
            else
                criteria.Add(Criterion(new Value(node, name, name)));
        }

        return [.. criteria.OrderBy(c => c.Id, StringComparer.Ordinal)];
    }

    private CriterionDeclaration Criterion(Value value) => Object(value, new CriterionDeclaration { Id = value.Name }, new()
    {
        ["level"] = (d, v) => d with { Level = Choice(v, "minimal", "optional") },
        ["notApplicable"] = (d, v) => d with { NotApplicable = Reason(v) },
        ["evidence"] = (d, v) => d with { Evidence = Items(v, e => Evidence(value.Name, e)) },
    });

    private string? Reason(Value value)
    {
        var reason = Object<string?>(value, null, new() { ["reason"] = (_, v) => Text(v) });
        if (!string.IsNullOrWhiteSpace(reason))
            return reason;
        Problem(value.Node, "declaration.no-reason");
        return null;
    }

    private EvidenceData? Evidence(string criterion, Value value)
    {
        if (!IsObject(value))
            return null;

        var node = value.Node;
        var readable = true;
        PositionedJson? fileNode = null;
        var data = Object(value, new EvidenceData { Status = "incomplete", Line = node.Line }, new()
        {
            ["title"] = (d, v) => d with { Title = Text(v) },
            ["kind"] = (d, v) => d with { Kind = Text(v) },
            ["link"] = (d, v) => d with { Link = Link(v) },
            ["file"] = (d, v) =>
            {
                fileNode = v.Node;
                return d with { File = Text(v)?.Replace('\\', '/') };
            },
            ["sha256"] = (d, v) => d with { Sha256 = Digest(v) },
            ["owner"] = (d, v) => d with { Owner = Text(v) },
            ["date"] = (d, v) => d with { Date = Date(v) },
            ["validUntil"] = (d, v) =>
            {
                // An end date that cannot be read must not turn into "no end date".
                var until = Date(v);
                readable = until is not null;
                return d with { ValidUntil = until };
            },
        });

        if (string.IsNullOrWhiteSpace(data.Title))
        {
            Problem(node, "declaration.evidence-title", criterion);
            return data;
        }

        if (data.File is not null)
        {
            if (Inside(data.File) is not { } full)
            {
                Problem(fileNode, "declaration.path-outside", data.File);
                return data with { File = null };
            }

            data = FileStatus(criterion, node, data, full);
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

    private EvidenceData FileStatus(string criterion, PositionedJson node, EvidenceData data, string full)
    {
        if (!File.Exists(full))
            return Wrong("missing", data.File!);

        string actual;
        try
        {
            using var stream = File.OpenRead(full);
            actual = Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Wrong("unreadable", data.File!);
        }

        data = data with { ActualSha256 = actual };
        if (data.Sha256 is null)
        {
            Problem(node, "declaration.no-sha256", data.File!, actual);
            return data;
        }

        return data.Sha256 == actual ? data with { Status = "file" } : Wrong("digest-differs", data.File!, actual);

        EvidenceData Wrong(string status, params object[] args)
        {
            var text = Texts.Format(status == "digest-differs" ? "evidence.digest" : "evidence." + status, args);
            Problems.Add(new ReportMessage("KK9004", "warning", FilePath, node.Line, node.Column, Texts.Format(Rules.Find("KK9004")!.Message, criterion, text)));
            return data with { Status = status };
        }
    }

    /// <summary>Full path of a file in or below the declaration's folder, also after links are followed; null for any other.</summary>
    private string? Inside(string relative)
    {
        if (string.IsNullOrWhiteSpace(relative) || Path.IsPathRooted(relative) || relative.Contains(':') || relative.Split('/').Contains(".."))
            return null;

        var inside = _folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        try
        {
            var full = Path.GetFullPath(Path.Combine(_folder, relative));
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Links that go round in circles, names that are too long.
            return null;
        }
    }
}
