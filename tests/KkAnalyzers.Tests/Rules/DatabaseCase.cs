using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Tests.Stubs;

namespace KkAnalyzers.Tests.Rules;

/// <summary>
/// A test of one of the three rules about databases. The others are off, so that a case about a column need not open its
/// database with a key, nor delete anybody.
/// </summary>
internal static class DatabaseCase
{
    private const string Usings = """
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        """;

    /// <summary>A client of a home care service.</summary>
    public const string Client = """

        public class Client
        {
            public int Id { get; set; }
            public string Naam { get; set; }
            public string Email { get; set; }
            public string Diagnose { get; set; }
        }
        """;

    public static KkTest<DatabaseAnalyzer> Test(string rule, string code, params string[] stubs)
    {
        // Plain marks mean the first of the three.
        code = code.Replace("[|", "{|" + rule + ":", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);
        var test = KkVerifier<DatabaseAnalyzer>.Test(Usings + code);
        test.TestState.Sources.Add(("/0/EntityFramework.cs", "#nullable disable\n" + DatabaseStubs.EntityFramework));
        for (var i = 0; i < stubs.Length; i++)
        {
            test.TestState.Sources.Add(($"/0/Stub{i}.cs", "#nullable disable\n" + stubs[i]));
        }

        test.DisabledDiagnostics.AddRange(new[] { "KK4302", "KK4303", "KK4317" }.Where(r => r != rule));
        return test;
    }
}
