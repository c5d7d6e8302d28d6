using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Trackers;

/// <summary>A package that the restore resolved for this project and framework.</summary>
/// <param name="Id">Package id.</param>
/// <param name="Version">Resolved version.</param>
/// <param name="IsDirect">The project itself refers to it.</param>
/// <param name="Path">For a transitive package: <c>A > B > Id</c>, the shortest way in.</param>
internal sealed record ResolvedPackage(string Id, string Version, bool IsDirect, string Path)
{
    /// <summary>The package of the project through which this one comes in; itself when direct.</summary>
    public string Root => IsDirect ? Id : Path.Split('>')[0].Trim();
}

/// <summary>What the build wrote down about packages (<c>kk.packages.txt</c>), and where project files name them.</summary>
internal static class PackageFacts
{
    private const string FileName = "kk.packages.txt";

    private static readonly string[] ProjectExtensions = [".csproj", ".props", ".targets"];

    /// <summary>All resolved packages; empty when the build facts are not there (an analyzer reference without the package's targets).</summary>
    public static ImmutableArray<ResolvedPackage> Read(KkContext context)
    {
        var packages = ImmutableArray.CreateBuilder<ResolvedPackage>();
        foreach (var file in context.Options.AdditionalFiles.Where(f => f.Path.EndsWith(FileName, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var line in file.GetText(context.CancellationToken)?.Lines ?? Enumerable.Empty<TextLine>())
            {
                var fields = line.ToString().Split('|');
                if (fields.Length >= 3 && fields[0] is "direct" or "transitive")
                {
                    packages.Add(new ResolvedPackage(fields[1], fields[2], fields[0] == "direct", fields.Length > 3 ? fields[3] : ""));
                }
            }
        }

        return packages.ToImmutable();
    }

    /// <summary>
    /// Where a project file or a props file names <paramref name="id"/> in a PackageReference, GlobalPackageReference or
    /// Reference; the start of the first project file when none does; none without project files.
    /// </summary>
    public static Location Find(KkContext context, string id)
    {
        var fallback = Location.None;
        foreach (var file in context.Options.AdditionalFiles.Where(f => ProjectExtensions.Any(e => f.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase))))
        {
            if (file.GetText(context.CancellationToken) is not { } source)
            {
                continue;
            }

            if (Find(source.ToString(), id) is { } span)
            {
                return Location.Create(file.Path, span, source.Lines.GetLinePositionSpan(span));
            }

            if (fallback == Location.None && file.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            {
                fallback = Location.Create(file.Path, default, default);
            }
        }

        return fallback;
    }

    private static TextSpan? Find(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(id, at + id.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + id.Length;
            var quoted = at > 0 && end < text.Length && text[at - 1] is '"' or '\'' && text[end] is '"' or '\'' or ',';
            if (quoted && NamesReference(text, at))
            {
                return TextSpan.FromBounds(at, end);
            }
        }

        return null;
    }

    // The tag that the text at this place belongs to, unless a comment is open there.
    private static bool NamesReference(string text, int at)
    {
        var tag = text.LastIndexOf('<', at - 1);
        if (tag < 0 || text.LastIndexOf("<!--", at, StringComparison.Ordinal) > text.LastIndexOf("-->", at, StringComparison.Ordinal))
        {
            return false;
        }

        bool Is(string name) => string.CompareOrdinal(text, tag + 1, name, 0, name.Length) == 0;
        return Is("PackageReference ") || Is("GlobalPackageReference ") || Is("Reference ")
            || Is("PackageReference\n") || Is("PackageReference\r");
    }
}
