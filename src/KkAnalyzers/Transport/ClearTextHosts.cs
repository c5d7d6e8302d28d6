using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Transport;

/// <summary>Addresses that are names and no places: namespaces, code systems, licences; and hosts that the user vouches for.</summary>
internal sealed class ClearTextHosts
{
    /// <summary>One field: a pattern; the forms are explained in the list itself.</summary>
    public static readonly KkList List = new("KkAnalyzers.ClearText", 1, 1, static line =>
        line[0].Contains("://") ? "the pattern begins with the host, without a scheme"
        : line[0].Any(char.IsWhiteSpace) ? "the pattern contains a space"
        : line[0].StartsWith("*/", StringComparison.Ordinal) ? null
        : line[0].Split('/')[0] is var host && host.TrimEnd('*').TrimEnd('.').IndexOf('*') >= 0 ? "a star stands at the end of the host, or alone before the path"
        : null);

    private static readonly ConcurrentDictionary<string, ClearTextHosts> BuiltIn = new(StringComparer.Ordinal);

    private readonly ILookup<string, string> _hosts;
    private readonly HashSet<string> _firstLabels;
    private readonly ImmutableArray<string> _paths;
    private readonly HashSet<string> _extensions;

    private ClearTextHosts(IEnumerable<ListLine> lines)
    {
        var patterns = lines.Select(l => l[0]).ToArray();
        _hosts = patterns.Where(p => !p.StartsWith("*/", StringComparison.Ordinal) && !p.EndsWith(".*", StringComparison.Ordinal))
            .ToLookup(p => p.Split('/')[0], p => p.IndexOf('/') is var at && at < 0 ? "" : p.Substring(at), StringComparer.OrdinalIgnoreCase);
        _firstLabels = new HashSet<string>(patterns.Where(p => p.EndsWith(".*", StringComparison.Ordinal)).Select(p => p.Substring(0, p.Length - 2)), StringComparer.OrdinalIgnoreCase);
        _extensions = new HashSet<string>(patterns.Where(p => p.StartsWith("*/*.", StringComparison.Ordinal)).Select(p => p.Substring(4)), StringComparer.OrdinalIgnoreCase);
        _paths = patterns.Where(p => p.StartsWith("*/", StringComparison.Ordinal) && !p.StartsWith("*/*.", StringComparison.Ordinal)).Select(p => p.Substring(1)).ToImmutableArray();
    }

    public static ClearTextHosts For(KkContext context) =>
        List.UserFiles(context.Options.AdditionalFiles).Any()
            ? new ClearTextHosts(List.Lines(context))
            : BuiltIn.GetOrAdd("", static _ => new ClearTextHosts(List.BuiltIn));

    /// <summary>True for a host on the list, wherever the address is used.</summary>
    public bool HasHost(ClearUrl url)
    {
        if (url.Host.IndexOf('.') is var dot && dot > 0 && _firstLabels.Contains(url.Host.Substring(0, dot)))
        {
            return true;
        }

        for (var host = url.Host; host.Length > 0; host = host.IndexOf('.') is var next && next < 0 ? "" : host.Substring(next + 1))
        {
            foreach (var path in _hosts[host])
            {
                if (url.Path.StartsWith(path, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True for a path that only names have; does not count where the program surely connects.</summary>
    public bool HasPath(ClearUrl url)
    {
        var end = url.Path.IndexOfAny(['?', '#']);
        var path = end < 0 ? url.Path : url.Path.Substring(0, end);
        if (path.LastIndexOf('.') is var dot && dot >= 0 && _extensions.Contains(path.Substring(dot + 1)))
        {
            return true;
        }

        foreach (var part in _paths)
        {
            if (path.IndexOf(part, StringComparison.OrdinalIgnoreCase) is var at && at >= 0 && (at + part.Length == path.Length || path[at + part.Length] == '/'))
            {
                return true;
            }
        }

        return false;
    }
}
