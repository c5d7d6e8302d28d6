using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.SecureDevelopment;
using KkAnalyzers.Testing;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The fix of KK4401: parameters instead of text.</summary>
public class KK4401FixTests
{
    [Theory]
    [InlineData("_context.Set<Client>().FromSqlRaw($\"select * from Clients where Name = '{[|name|]}'\");", "_context.Set<Client>().FromSql($\"select * from Clients where Name = {name}\");")]
    [InlineData("_context.Database.ExecuteSqlRaw($\"delete from Clients where Name = {[|name|]} and Id = {id}\");", "_context.Database.ExecuteSql($\"delete from Clients where Name = {name} and Id = {id}\");")]
    [InlineData("_context.Database.ExecuteSqlRawAsync($@\"delete from Clients where Name = '{[|name|]}'\", default(CancellationToken));", "_context.Database.ExecuteSqlAsync($@\"delete from Clients where Name = {name}\", default(CancellationToken));")]
    [InlineData("_context.Database.SqlQueryRaw<int>($\"select Id from Clients where Name = '{[|name|]}'\");", "_context.Database.SqlQuery<int>($\"select Id from Clients where Name = {name}\");")]
    [InlineData("_db.Query<Client>($\"select * from Clients where Name = '{[|name|]}' and Id = {id}\");", "_db.Query<Client>(\"select * from Clients where Name = @name and Id = @id\", new { name, id });")]
    [InlineData("_db.Query<Client>($@\"select * from Clients where Name = '{[|search.Name|]}'\", commandTimeout: 5);", "_db.Query<Client>(@\"select * from Clients where Name = @Name\", new { search.Name }, commandTimeout: 5);")]
    [InlineData("cmd.CommandText = $\"delete from Clients where Name = '{[|name|]}'\";", "cmd.CommandText = \"delete from Clients where Name = @name\";\n        cmd.Parameters.AddWithValue(\"@name\", name);")]
    public Task Fixed(string before, string after) => Run(before, after);

    [Theory]
    [InlineData("_context.Database.ExecuteSqlRaw($\"delete from Clients where Name like '%{[|name|]}%'\");")]
    [InlineData("_db.Query<Client>($\"select * from {table} where Name = '{[|name|]}'\");")]
    [InlineData("_db.Query<Client>($\"select * from Clients where Name = '{[|name.Trim()|]}'\");")]
    [InlineData("_db.Query<Client>($\"select * from Clients where Name = '{[|name|]}' and Id = @id\", new { id });")]
    [InlineData("cmd.CommandText = $\"delete from Clients where Name = '{[|name|]}' order by {table}\";")]
    public Task Not_fixed(string code) => Run(code, code);

    private static Task Run(string before, string after)
    {
        var test = new FixTest { TestCode = Code(before), FixedCode = Code(after), ReferenceAssemblies = ReferenceAssemblies.Net.Net100 };
        test.TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        foreach (var stub in new[] { SqlStubs.Dapper, SqlStubs.SqlClient, SqlStubs.EntityFramework })
        {
            test.TestState.Sources.Add(stub);
            test.FixedState.Sources.Add(stub);
        }

        return test.RunAsync();
    }

    private static string Code(string statement) => KK4401Tests.Before + $$"""
            public void M(string name, string table, int id, Search search, SqlCommand cmd)
            {
                {{statement}}
            }
        }
        """.Replace("\r", "", StringComparison.Ordinal);

    private sealed class FixTest : CSharpCodeFixTest<SqlTextAnalyzer, CodeEditFix, DefaultVerifier>
    {
        protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => RuleCatalog.KK4401;
    }
}
