using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>The methods that a platform calls when an app starts on somebody's device, before anybody could be asked anything.</summary>
internal static class StartUpPlaces
{
    /// <summary>Types of which a program has one that runs on the device of a person; a server has none.</summary>
    private static readonly string[] Applications =
    [
        "Microsoft.Maui.Controls.Application", "Xamarin.Forms.Application", "Android.App.Application", "UIKit.UIApplication", "AppKit.NSApplication",
        "System.Windows.Application", "Microsoft.UI.Xaml.Application", "Windows.UI.Xaml.Application", "Avalonia.Application", "System.Windows.Forms.Form",
        "Microsoft.AspNetCore.Components.WebAssembly.Hosting.WebAssemblyHostBuilder",
    ];

    private static readonly ImmutableHashSet<string> OfApplications = ImmutableHashSet.Create(
        StringComparer.Ordinal, "OnCreate", "OnLaunched", "OnStartup", "OnStart", "OnFrameworkInitializationCompleted", "OnInitialized", "CreateWindow", "Initialize");

    private static readonly ImmutableHashSet<string> OfActivities = ImmutableHashSet.Create(StringComparer.Ordinal, "OnCreate", "OnPostCreate", "OnStart", "OnResume");

    /// <summary>Calls whose lambda the platform runs at the start, or that run it at once: not those that keep it for later.</summary>
    private static readonly ImmutableHashSet<string> RunAtStart = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ConfigureLifecycleEvents", "AddAndroid", "AddiOS", "AddMacCatalyst", "AddWindows", "AddTizen",
        "OnCreate", "OnPostCreate", "OnStart", "OnResume", "OnApplicationCreate", "OnApplicationCreating", "FinishedLaunching", "WillFinishLaunching", "SceneWillConnect", "OnActivated",
        "OnLaunched", "OnLaunching", "OnWindowCreated", "ConfigureServices", "AfterSetup",
        "Run", "StartNew", "InvokeOnMainThread", "InvokeOnMainThreadAsync", "BeginInvokeOnMainThread", "RunOnUiThread", "Invoke", "InvokeAsync", "BeginInvoke", "Dispatch", "DispatchAsync", "Post");

    public static bool AreIn(Infrastructure.KkContext context) => Applications.Any(a => context.Type(a) is not null);

    public static bool RunsAtStart(string call) => RunAtStart.Contains(call);

    public static bool Is(IMethodSymbol method)
    {
        var type = method.ContainingType;
        switch (method.Name)
        {
            case "CreateMauiApp" or "FinishedLaunching" or "WillFinishLaunching" or "DidFinishLaunching" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName:
            case WellKnownMemberNames.EntryPointMethodName when method.IsStatic:
                return true;
            case "WillConnect":
                return type.Name.EndsWith("SceneDelegate", StringComparison.Ordinal);
            case WellKnownMemberNames.InstanceConstructorName or WellKnownMemberNames.StaticConstructorName:
                return Derives(type, "Application") || Derives(type, "ApplicationDelegate");
            case "Initialize" when type.AllInterfaces.Any(i => i.Name is "IMauiInitializeService" or "IMauiInitializeScopedService"):
                return true;
        }

        return (OfApplications.Contains(method.Name) && method.IsOverride && Derives(type, "Application"))
            || (OfActivities.Contains(method.Name) && method.IsOverride && IsFirstActivity(type));
    }

    private static bool IsFirstActivity(INamedTypeSymbol type) =>
        Derives(type, "Activity")
        && (type.Name.IndexOf("Main", StringComparison.Ordinal) >= 0 || type.Name.IndexOf("Splash", StringComparison.Ordinal) >= 0
            || type.GetAttributes().Any(a => a.AttributeClass?.Name == "ActivityAttribute" && a.NamedArguments.Any(n => n is { Key: "MainLauncher", Value.Value: true })));

    private static bool Derives(INamedTypeSymbol type, string ending)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return ending == "ApplicationDelegate" && type.AllInterfaces.Any(i => i.Name.EndsWith(ending, StringComparison.Ordinal));
    }
}
