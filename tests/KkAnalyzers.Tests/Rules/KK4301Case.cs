using KkAnalyzers.Tests.Stubs;

namespace KkAnalyzers.Tests.Rules;

/// <summary>A KK4301 test: statements in a method of a care app, or members of its class.</summary>
internal static class KK4301Case
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.IO.Compression;
        using System.IO.IsolatedStorage;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using System.Xml.Linq;
        using System.Xml.Serialization;
        using Microsoft.AspNetCore.DataProtection;
        using Microsoft.AspNetCore.Http;
        """;

    private const string Model = """
        public class Client
        {
            public int Id { get; set; }
            public string Naam { get; set; }
            public string Insz { get; set; }
            public string Email { get; set; }
            public string Diagnose { get; set; }
            public bool HasReminder { get; set; }
            public int Version { get; set; }
        }

        public record ClientRecord(int Id, string Voornaam, string Insz);

        public class Entry
        {
            public string Key { get; set; }
            public string Value { get; set; }
        }
        """;

    /// <summary>Statements with <c>client</c>, <c>path</c>, <c>list</c>, <c>protector</c> and <c>aes</c> at hand.</summary>
    public static string Body(string statements, string @namespaces = "") => Members(
        "async Task M(Client client, string path, List<Client> list, IDataProtector protector, Aes aes)\n    {\n        await Task.Yield();\n        " + statements + "\n    }", @namespaces);

    public static string Members(string members, string @namespaces = "") =>
        "#nullable disable\n" + Usings + "\n" + @namespaces + "\n" + Model + "\npartial class Sample\n{\n    " + members + "\n}\n";

    public static FlowTest Test(string code, params string[] stubs)
    {
        var test = new FlowTest("KK4301") { TestCode = code };
        for (var i = 0; i < stubs.Length; i++)
        {
            test.TestState.Sources.Add(($"/0/Stub{i}.cs", "#nullable disable\n" + stubs[i]));
        }

        return test;
    }

    public static Task Flags(string code, params string[] stubs)
    {
        Assert.Contains("[|", code, StringComparison.Ordinal);
        return Test(code, stubs).RunAsync();
    }

    public static Task Silent(string code, params string[] stubs)
    {
        Assert.DoesNotContain("[|", code, StringComparison.Ordinal);
        return Test(code, stubs).RunAsync();
    }

    public const string MauiUsing = "using Microsoft.Maui.Storage;";

    public static Task Maui(string statements) => Run(Body(statements, MauiUsing), StorageStubs.Maui);

    /// <summary>Flags what is marked; silent without marks.</summary>
    public static Task Run(string code, params string[] stubs) => Test(code, stubs).RunAsync();
}
