using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Platform;

/// <summary>AndroidManifest.xml: <c>usesCleartextTraffic</c> and <c>allowBackup</c> of the application.</summary>
internal static class AndroidManifest
{
    /// <summary>The default is true, and true is what a manifest without the attribute means.</summary>
    private const string AllowBackup = "android:allowBackup";

    /// <summary>Attributes that the manifest of an app has and that of a library has not.</summary>
    private static readonly ImmutableHashSet<string> OfApps = ImmutableHashSet.Create(
        "android:label", "android:icon", "android:roundIcon", "android:theme", "android:supportsRtl", AllowBackup, "android:networkSecurityConfig", "android:usesCleartextTraffic", "android:banner");

    public static void Read(ManifestFile file, ApplicationAttributes? attributes, Inspection clearText, Inspection backup)
    {
        if (IsForDebugging(file.Path))
        {
            return;
        }

        foreach (var application in file.Document.Elements)
        {
            // The child of the root and nothing deeper.
            if (application.Name != "application" || application.Parent is not { Name: "manifest", Parent: null })
            {
                continue;
            }

            clearText.Inspected();
            if (application.Attribute("android:usesCleartextTraffic") is { } traffic && IsTrue(traffic.Value))
            {
                file.Report(
                    RuleCatalog.KK4312,
                    traffic.Span,
                    null,
                    (traffic.ValueSpan, "false", Texts.PlatformFixClearText),
                    MessageArg.Text(Texts.PlatformAndroid),
                    traffic.Name + "=\"" + traffic.Value + "\"");
            }

            Backup(file, application, attributes, backup);
        }
    }

    private static void Backup(ManifestFile file, MarkupElement application, ApplicationAttributes? attributes, Inspection backup)
    {
        if (!application.Attributes.Any(a => OfApps.Contains(a.Name)) && !Starts(file.Document, application))
        {
            // A library: the app that takes it in decides.
            return;
        }

        backup.Inspected();
        var allow = application.Attribute(AllowBackup);
        if (allow is not null && !IsTrue(allow.Value))
        {
            if (allow.Value is not ("false" or "0"))
            {
                // @bool/backup or ${backup}: the value stands elsewhere.
                backup.NotFollowed();
            }

            return;
        }

        if (HasRules(application.Attribute("android:dataExtractionRules")?.Value) || HasRules(application.Attribute("android:fullBackupContent")?.Value))
        {
            return;
        }

        if (allow is null)
        {
            if (attributes is null || !attributes.DecideAboutBackup(file.Compilation, file.CancellationToken))
            {
                file.Report(
                    RuleCatalog.KK4315,
                    application.NameSpan,
                    null,
                    (new TextSpan(application.NameSpan.End, 0), " " + AllowBackup + "=\"false\"", Texts.PlatformFixBackup),
                    MessageArg.Text(Texts.PlatformBackupAbsent, AllowBackup));
            }

            return;
        }

        file.Report(
            RuleCatalog.KK4315,
            allow.Span,
            null,
            (allow.ValueSpan, "false", Texts.PlatformFixBackup),
            MessageArg.Text(Texts.PlatformBackupAllowed, allow.Name + "=\"" + allow.Value + "\""));
    }

    /// <summary>A file of rules says what stays out; "true" means everything, and "false" nothing at all.</summary>
    private static bool HasRules(string? value) => value is { Length: > 0 } && !IsTrue(value);

    /// <summary>An activity that the home screen starts.</summary>
    private static bool Starts(MarkupDocument document, MarkupElement application) =>
        document.Within(application).OfType<MarkupElement>().Any(e => e.Name == "category" && e.Attribute("android:name")?.Value == "android.intent.category.LAUNCHER");

    public static bool IsTrue(string value) => value is "true" or "1" or "True";

    /// <summary>src/debug/AndroidManifest.xml is laid over the manifest in debug builds only.</summary>
    public static bool IsForDebugging(string path) =>
        path.Split('/', '\\') is { Length: > 1 } parts && parts[parts.Length - 2].Equals("debug", StringComparison.OrdinalIgnoreCase);
}
