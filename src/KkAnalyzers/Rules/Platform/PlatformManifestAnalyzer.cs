using System.Xml;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Platform;

/// <summary>What a manifest is about.</summary>
internal enum ManifestKind
{
    Android,
    NetworkSecurity,
    Apple,

    /// <summary>Privacy manifest and entitlements.</summary>
    AppleOther,
}

/// <summary>
/// What the manifests of the platforms allow: KK4203, advertising and trackers; KK4312, traffic without encryption; KK4315, data
/// of the app in backups. Each manifest is read once for all. In an Android head the attributes that become a manifest are read too.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlatformManifestAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public PlatformManifestAnalyzer()
        : base(RuleCatalog.KK4312, RuleCatalog.KK4315, RuleCatalog.KK4203)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var clearText = context.Inspection(RuleCatalog.KK4312);
        var backup = context.Inspection(RuleCatalog.KK4315);
        var platform = PlatformOf(context.Options.Property("TargetFramework"));
        var attribute = context.Type("Android.App.ApplicationAttribute");
        var guard = new DevelopmentGuard(context.Compilation);
        var attributes = attribute is null ? null : new ApplicationAttributes(attribute, guard);

        // Most projects have no manifest at all.
        var advertising = new Lazy<AdvertisingManifest>(() => new AdvertisingManifest(context));
        if (attributes is not null)
        {
            // Syntax and not symbols: the attribute stands on a class or on the assembly, and this sees both while typing.
            context.RegisterSyntaxNodeAction(
                c =>
                {
                    attributes.Report(c, clearText, backup);
                    advertising.Value.Attribute(c, guard);
                },
                SyntaxKind.Attribute);
        }

        context.RegisterAdditionalFileAction(c =>
        {
            if (KindOf(c.AdditionalFile.Path) is not { } kind || !Concerns(platform, kind) || MarkupFile.For(c.AdditionalFile, MarkupDialect.Xml, c.CancellationToken, clearText, backup) is not { } markup)
            {
                return;
            }

            var file = new ManifestFile(c, markup);
            if (!IsWellFormed(markup.Text))
            {
                // The platform's tools refuse it. What was still readable is judged; the silence about the rest proves nothing.
                clearText.NotFollowed();
                backup.NotFollowed();
                context.Inspection(RuleCatalog.KK4203).NotFollowed();
            }

            switch (kind)
            {
                case ManifestKind.Android:
                    AndroidManifest.Read(file, attributes, clearText, backup);
                    advertising.Value.Android(file);
                    break;
                case ManifestKind.NetworkSecurity:
                    NetworkSecurityConfig.Read(file, clearText);
                    break;
                case ManifestKind.Apple:
                    ApplePropertyList.Read(file, clearText);
                    advertising.Value.Apple(file);
                    break;
                case ManifestKind.AppleOther:
                    advertising.Value.Apple(file);
                    break;
            }
        });
    }

    internal static ManifestKind? KindOf(string path)
    {
        var file = FilePaths.Name(path);
        return file.Equals("AndroidManifest.xml", StringComparison.OrdinalIgnoreCase) ? ManifestKind.Android
            : file.Equals("Info.plist", StringComparison.OrdinalIgnoreCase) ? ManifestKind.Apple
            : file.Equals("Entitlements.plist", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".entitlements", StringComparison.OrdinalIgnoreCase)
                || file.EndsWith(".xcprivacy", StringComparison.OrdinalIgnoreCase) ? ManifestKind.AppleOther
            : file.StartsWith("network_security_config", StringComparison.OrdinalIgnoreCase) && file.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? ManifestKind.NetworkSecurity
            : null;
    }

    /// <summary>The last part of net10.0-android; empty where the framework names no platform or is not known.</summary>
    internal static string PlatformOf(string? framework) => framework?.IndexOf('-') is { } at && at >= 0 ? framework.Substring(at + 1) : "";

    /// <summary>A project for several platforms gets all manifests in each of its compilations; each is judged in its own.</summary>
    internal static bool Concerns(string platform, ManifestKind kind) =>
        platform.Length == 0
        || (kind is ManifestKind.Apple or ManifestKind.AppleOther
            ? platform.StartsWith("ios", StringComparison.OrdinalIgnoreCase) || platform.StartsWith("mac", StringComparison.OrdinalIgnoreCase) || platform.StartsWith("tvos", StringComparison.OrdinalIgnoreCase)
            : platform.StartsWith("android", StringComparison.OrdinalIgnoreCase));

    private static bool IsWellFormed(string content)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(content.TrimStart('\uFEFF')), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            while (reader.Read())
            {
                // To the end of the file, or to the mistake.
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
