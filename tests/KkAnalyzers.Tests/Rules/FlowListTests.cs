using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Testing;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The flow lists against the real assemblies: a name that does not exist would be a rule that is silent for ever.</summary>
public class FlowListTests
{
    /// <summary>Libraries that .NET and ASP.NET Core do not contain; the lists mark their blocks as external.</summary>
    private static readonly string[] External =
    [
        "Dapper.", "LinqToDB.", "Microsoft.Data.", "Microsoft.EntityFrameworkCore.", "MySql.", "MySqlConnector.", "NHibernate.", "NPoco.", "Npgsql.", "Oracle.",
        "PetaPoco.", "SQLite.", "System.Data.Entity.", "System.Data.Odbc.", "System.Data.OleDb.", "System.Data.SQLite.", "System.Data.SqlClient.",
        "Akavache.", "Amazon.", "Android.", "AndroidX.", "Anthropic.", "Aptabase.", "Azure.", "Blazored.", "Bugsnag.", "CountlySDK.", "CsvHelper.",
        "Firebase.", "FirebaseAdmin.", "Flurl.", "Foundation.", "Grpc.", "Microsoft.AppCenter.", "Microsoft.ApplicationInsights.", "Microsoft.Azure.",
        "Microsoft.Extensions.AI.", "Microsoft.Maui.", "Microsoft.SemanticKernel.", "Microsoft.Toolkit.", "Microsoft.Windows.", "Mindscape.",
        "Mixpanel.", "MonkeyCache.", "Mscc.", "NLog.", "NSec.", "NewRelic.", "Newtonsoft.", "OneSignalSDK.", "OpenAI.", "OpenTelemetry.", "Piwik.",
        "Plugin.", "PostHog.", "Refit.", "RestSharp.", "Security.", "Segment.", "Sentry.", "Serilog.", "Shiny.", "Sodium.", "StackExchange.", "System.Configuration.",
        "System.Security.Cryptography.Pkcs.", "System.Security.Cryptography.ProtectedData", "System.Web.", "System.Windows.", "UIKit.",
        "UserNotifications.", "WebPush.", "Windows.", "Xamarin.", "log4net.",
    ];

    public static TheoryData<string> Lines =>
    [
        .. FlowRule.All.Select(r => r.Sinks).Prepend(FlowLists.Flow).Append(UnkeyedHashes.List).Append(FlowLists.Sql).SelectMany(l => l.BuiltIn).Where(l => l[0].Contains('.', StringComparison.Ordinal)).Select(l => string.Join(" | ", l.Fields)).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Every_type_member_and_parameter_exists(string line)
    {
        var entry = FlowEntry.Parse(KkList.Parse(Microsoft.CodeAnalysis.Text.SourceText.From(line), null).Single(), "");
        var compilation = await References.Value;
        var type = compilation.GetTypeByMetadataName(entry.Type);
        if (External.Any(e => entry.Type.StartsWith(e, StringComparison.Ordinal)))
        {
            // What a stub of the tests has is checked as well; the rest cannot be.
            type = (await Stubs.Value).GetTypeByMetadataName(entry.Type);
            if (type is null)
            {
                return;
            }
        }

        Assert.NotNull(type);
        var stub = External.Any(e => entry.Type.StartsWith(e, StringComparison.Ordinal));
        var members = entry.Members.Where(m => m is not ("*" or "*=" or FlowEntry.Marked)).Select(m => (Name: m, Found: Members(type, m).ToArray())).ToArray();
        Assert.All(members, m => Assert.True(stub || m.Found.Length > 0, $"{entry.Type} has no {m.Name}"));
        foreach (var slot in entry.Slots.Where(s => s.Role != SlotRole.Unless && s.Name is not (FlowSlot.This or FlowSlot.Every or "value")))
        {
            Assert.True(
                stub || entry.Members.Contains("*") || entry.Members.Contains(FlowEntry.Marked) || members.SelectMany(m => m.Found).SelectMany(Parameters).Any(p => p.Name == slot.Name),
                $"no member of {entry.Type} on this line has a parameter {slot.Name}");
        }
    }

    private static readonly Lazy<Task<Compilation>> References = new(async () =>
        CSharpCompilation.Create("lists", references: (await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, default)).Concat(KkReferenceAssemblies.AspNetCore)));

    private static readonly Lazy<Task<Compilation>> Stubs = new(async () => (await References.Value).AddSyntaxTrees(
        new[] { StorageStubs.Maui, StorageStubs.Xamarin, StorageStubs.Akavache, StorageStubs.Android, StorageStubs.Redis, ServiceStubs.ThirdParties, ServiceStubs.Screens, ServiceStubs.Browser, SqlStubs.Dapper, SqlStubs.SqlClient, SqlStubs.EntityFramework }.Select(s => CSharpSyntaxTree.ParseText(s))));

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            foreach (var member in t.GetMembers(name switch { "this[]" => t.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => p.IsIndexer)?.MetadataName ?? "this[]", _ => name.Replace("[]", "", StringComparison.Ordinal).TrimEnd('=', '*') }))
            {
                yield return member;
            }

            foreach (var indexer in name == "this[]" ? t.GetMembers().OfType<IPropertySymbol>().Where(p => p.IsIndexer) : [])
            {
                yield return indexer;
            }
        }
    }

    private static IEnumerable<IParameterSymbol> Parameters(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };
}
