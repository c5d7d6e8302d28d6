namespace KkAnalyzers.Reporting;

/// <summary>Findings that somebody accepts until a day. An exception that is not whole has no effect: it must never reach further than was meant.</summary>
internal sealed partial class DeclarationReader
{
    private ExceptionData? Exception(Value value)
    {
        var before = Problems.Count;
        var data = Object(value, new ExceptionData { Rule = "", Reason = "", Owner = "", Until = "", Line = value.Node.Line }, new()
        {
            ["rule"] = (d, v) => d with { Rule = RuleId(v) ?? "" },
            ["file"] = (d, v) => d with { File = Pattern(v) },
            ["line"] = (d, v) => d with { Place = LineNumber(v) },
            ["reason"] = (d, v) => d with { Reason = Text(v)?.Trim() ?? "" },
            ["owner"] = (d, v) => d with { Owner = Text(v)?.Trim() ?? "" },
            ["approvedBy"] = (d, v) => d with { ApprovedBy = Text(v)?.Trim() },
            ["until"] = (d, v) => d with { Until = Date(v) ?? "" },
        });

        // What was named already is not named again as missing.
        if (Problems.Count > before)
            return null;
        if (!Complete(value, ("rule", data.Rule), ("reason", data.Reason), ("owner", data.Owner), ("until", data.Until)))
            return null;
        if (data is not { Place: not null, File: null })
            return data;
        Problem(value.Node, "declaration.line-without-file");
        return null;
    }

    /// <summary>A rule about the product, or a mapped rule of another analyzer: what the tool says about itself (KK9xxx) cannot be excepted.</summary>
    private string? RuleId(Value value)
    {
        if (Text(value) is not { } id)
            return null;
        if (Rules.Find(id) is { } rule ? ToolInfo.IsProductRule(rule) : MappedRules.Find(id) is not null)
            return id;
        Problem(value.Node, "declaration.unknown-rule", id);
        return null;
    }

    /// <summary>A path relative to the root of the repository, with <c>*</c> and <c>**</c>.</summary>
    private string? Pattern(Value value)
    {
        if (Text(value)?.Replace('\\', '/') is not { } path)
            return null;
        if (!string.IsNullOrWhiteSpace(path) && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal) && path.Split('/').All(p => p is not ("" or "." or "..")))
            return path;
        Problem(value.Node, "declaration.bad-pattern", path);
        return null;
    }
}
