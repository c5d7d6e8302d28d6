using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Rules.Platform;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>
/// Switches in manifests by which an SDK collects nothing before the app says so: meta-data of AndroidManifest.xml or of an
/// assembly attribute, and keys of Info.plist. Read once, when a start of a tracker is about to be reported.
/// </summary>
internal sealed class ManifestSwitches(KkContext context)
{
    private readonly Lazy<HashSet<string>> _off = new(() => Read(context));

    /// <summary>True when a manifest of this build switches the vendor's collection off.</summary>
    public bool AreOff(string vendor) => _off.Value.Contains(vendor);

    private static HashSet<string> Read(KkContext context)
    {
        var switches = TrackerStarts.All(context).Where(s => s.Effect is TrackerStarts.Android or TrackerStarts.Apple && !s.IsPart)
            .ToLookup(s => (s.Effect, s.Owner));
        var off = new HashSet<string>(StringComparer.Ordinal);
        var platform = PlatformManifestAnalyzer.PlatformOf(context.Options.Property("TargetFramework"));
        foreach (var file in context.Options.AdditionalFiles)
        {
            if (PlatformManifestAnalyzer.KindOf(file.Path) is not { } kind || !PlatformManifestAnalyzer.Concerns(platform, kind)
                || MarkupFile.For(file, MarkupDialect.Xml, context.CancellationToken) is not { } markup)
            {
                continue;
            }

            if (kind == ManifestKind.Apple)
            {
                foreach (var (name, _, value) in PropertyList.Pairs(markup.Document))
                {
                    Add(TrackerStarts.Apple, name, PropertyList.IsTrue(value));
                }
            }
            else if (kind == ManifestKind.Android)
            {
                foreach (var element in markup.Document.Elements)
                {
                    if (element.Name == "meta-data")
                    {
                        Add(TrackerStarts.Android, element.Attribute("android:name")?.Value, Flag(element.Attribute("android:value")?.Value));
                    }
                }
            }
        }

        foreach (var attribute in context.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "MetaDataAttribute" && attribute.ConstructorArguments.Length == 1)
            {
                Add(TrackerStarts.Android, attribute.ConstructorArguments[0].Value as string, Flag(attribute.NamedArguments.FirstOrDefault(n => n.Key == "Value").Value.Value as string));
            }
        }

        return off;

        void Add(string effect, string? key, bool? value)
        {
            if (key is not null && value is { } given)
            {
                foreach (var line in switches[(effect, key)])
                {
                    if (given == line.OffIsTrue)
                    {
                        off.Add(line.Vendor);
                    }
                }
            }
        }
    }

    private static bool? Flag(string? value) => value?.ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null };
}
