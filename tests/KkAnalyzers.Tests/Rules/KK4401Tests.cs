using KkAnalyzers.Rules.SecureDevelopment;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Text that becomes a command, quiet cases first.</summary>
public class KK4401Tests
{
    internal const string Before = """
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;

        public class Client { public int Id { get; set; } public string Name { get; set; } }
        public enum Status { Open, Closed }
        public record Search(string Name, string Sort, int Id);
        public class ClientStore
        {
            private const string Table = "Clients";
            private static readonly string[] Allowed = { "Name", "Id" };
            private static readonly Dictionary<string, string> Columns = new() { ["name"] = "Name", ["id"] = "Id" };
            private readonly string _order = "Name";
            private IDbConnection _db;
            private DbContext _context;
            private SqlCommand _cmd;

        """;

    [Theory]
    [InlineData("public object Find(string name) => _db.Query<Client>(\"select * from Clients where Name = @name\", new { name });")]
    [InlineData("public object Find(string name) => _db.Query<Client>($\"select * from {Table} where Name = @{nameof(name)}\", new { name });")]
    [InlineData("public object Find(int id, Guid key, DateTime day, bool open, Status status, long? number) => _db.Query<Client>($\"select * from Clients where Id = {id} and K = '{key}' and D = '{day:O}' and O = {open} and S = '{status}' and N = {number}\");")]
    [InlineData("public object Find(int id) => _db.Query<Client>(\"select * from Clients where Id = \" + id.ToString());")]
    [InlineData("public object Find(int[] ids) => _db.Query<Client>($\"select * from Clients where Id in ({string.Join(\",\", ids)})\");")]
    [InlineData("public object Find(string[] names) => _db.Query<Client>(\"select * from Clients where Name in (\" + string.Join(\",\", names.Select((_, i) => \"@p\" + i)) + \")\", names);")]
    [InlineData("public object Find(string name) => _context.Set<Client>().FromSql($\"select * from Clients where Name = {name}\");")]
    [InlineData("public object Find(string name) => _context.Set<Client>().FromSqlRaw(\"select * from Clients where Name = {0}\", name);")]
    [InlineData("public void Clear() { var table = _context.Model.FindEntityType(typeof(Client)).GetTableName(); var sql = $\"delete from {table}\"; _context.Database.ExecuteSqlRaw(sql); }")]
    [InlineData("public void Clear<T>() { var sql = $\"delete from {typeof(T).Name}\"; _context.Database.ExecuteSqlRaw(sql); }")]
    [InlineData("public object Find(string sort) { var column = sort switch { \"name\" => \"Name\", _ => \"Id\" }; return _db.Query<Client>($\"select * from Clients order by {column}\"); }")]
    [InlineData("public object Find(bool down) => _db.Query<Client>(\"select * from Clients order by Name \" + (down ? \"desc\" : \"asc\"));")]
    [InlineData("public object Find(string sort) => _db.Query<Client>($\"select * from Clients order by {Columns[sort]}\");")]
    [InlineData("public object Find(string sort) { if (!Columns.TryGetValue(sort, out var column)) throw new ArgumentException(sort); return _db.Query<Client>($\"select * from Clients order by {column}\"); }")]
    [InlineData("public object Find(string sort) { if (!Allowed.Contains(sort)) throw new ArgumentException(sort); return _db.Query<Client>($\"select * from Clients order by {sort}\"); }")]
    [InlineData("public object Find(string sort) { if (sort != \"asc\" && sort != \"desc\") throw new ArgumentException(sort); return _db.Query<Client>($\"select * from Clients order by Name {sort}\"); }")]
    [InlineData("public object Find(Search search) { if (!Allowed.Contains(search.Sort)) throw new ArgumentException(); return _db.Query<Client>($\"select * from Clients order by {search.Sort}\"); }")]
    [InlineData("public object Find(string name) => _db.Query<Client>($\"select * from {QuoteIdentifier(name)}\"); private static string QuoteIdentifier(string n) => \"[\" + n + \"]\";")]
    [InlineData("public object Find() => _db.Query<Client>($\"select * from Clients order by {_order}\");")]
    [InlineData("public object Find(string name) { var sql = new StringBuilder(\"select * from Clients where 1 = 1\"); if (name != null) sql.Append(\" and Name = @name\"); return _db.Query<Client>(sql.ToString(), new { name }); }")]
    [InlineData("public void Run(string sql) { _cmd.CommandText = sql; }")]
    [InlineData("public void Run(string path) { _cmd.CommandText = File.ReadAllText(path); }")]
    [InlineData("public void Run(string path) { var sql = new StringBuilder(); foreach (var line in File.ReadLines(path)) sql.AppendLine(line); _cmd.CommandText = sql.ToString(); }")]
    [InlineData("public object Find() => Filter(\"Name\"); private object Filter(string column) => _db.Query<Client>($\"select * from Clients order by {column}\");")]
    [InlineData("private object Unused(string name) => nameof(Unused) + name;")]
    public Task Constants_parameters_and_lists_are_quiet(string code) => Test(code).RunAsync();

    [Theory]
    [InlineData("public object Find(string name) => _db.Query<Client>($\"select * from Clients where Name = '{{|#0:name|}}'\");")]
    [InlineData("public object Find(string name) => _db.Query<Client>(\"select * from Clients where Name = '\" + {|#0:name|} + \"'\");")]
    [InlineData("public async Task<object> Find(string name) { var sql = \"select * from Clients where Name = '\" + {|#0:name|} + \"'\"; return await _db.QueryAsync<Client>(sql); }")]
    [InlineData("public object Find(string name) { var sql = \"select * from Clients\"; if (name != null) sql += $\" where Name like '%{{|#0:name|}}%'\"; return _db.Query<Client>(sql); }")]
    [InlineData("public object Find(string name) => _db.Query<Client>(string.Format(\"select * from Clients where Name = '{0}'\", {|#0:name|}));")]
    [InlineData("public object Find(string name) { var sql = new StringBuilder(); sql.Append(\"select * from Clients where Name = '\"); sql.Append({|#0:name|}); sql.Append(\"'\"); return _db.Query<Client>(sql.ToString()); }")]
    [InlineData("public object Find(string name) { var sql = new StringBuilder(\"select * from Clients where Name = '\").Append({|#0:name|}).Append(\"'\"); return _db.Query<Client>(sql.ToString()); }")]
    [InlineData("public object Find(string name) => _db.Query<Client>(\"select * from Clients where \" + Where(name)); private static string Where(string text) => $\"Name = '{{|#0:text|}}'\";")]
    [InlineData("public object Find(Search search) => _db.Query<Client>($\"select * from Clients where Name = '{{|#0:search.Name|}}'\");")]
    [InlineData("public object Find(string name) => Run($\"select * from Clients where Name = '{{|#0:name|}}'\"); private object Run(string sql) => _db.Query<Client>(sql);")]
    [InlineData("public void Find(string name) { _cmd.CommandText = \"delete from Clients where Name = '\" + {|#0:name|} + \"'\"; }")]
    [InlineData("public void Find(string name) { var sql = $\"delete from Clients where Name = '{{|#0:name|}}'\"; _context.Database.ExecuteSqlRaw(sql); }")]
    [InlineData("public object Find(string name) { var sql = $\"select * from Clients where Name = '{{|#0:name.Trim()|}}'\"; return _context.Set<Client>().FromSqlRaw(sql); }")]
    [InlineData("public object Find(string path) => _db.Query<Client>($\"select * from Clients where Name = '{{|#0:File.ReadAllText(path)|}}'\");")]
    [InlineData("public object Find(string name) { var sql = new StringBuilder(); sql.Append($\"select * from Clients where Name = '{{|#0:name|}}'\"); return _db.Query<Client>(sql.ToString()); }")]
    [InlineData("public object Find(string name) => new SqlDataAdapter($\"select * from Clients where Name = '{{|#0:name|}}'\", null);")]
    [InlineData("public object Find(string name) => new CommandDefinition($\"select * from Clients where Name = '{{|#0:name|}}'\");")]
    [InlineData("public async Task Add(List<Client> all, string by) { foreach (var c in all) { await _db.ExecuteAsync($\"insert into Log values ({c.Id}, '{{|#0:by|}}')\"); } }")]
    [InlineData("public object Find(string name) { string Where() => $\"Name = '{{|#0:name|}}'\"; return _db.Query<Client>(\"select * from Clients where \" + Where()); }")]
    [InlineData("public object Find(string name) { var parts = new List<string>(); parts.Add($\"Name = '{{|#0:name|}}'\"); return _db.Query<Client>(\"select * from Clients where \" + string.Join(\" and \", parts)); }")]
    [InlineData("public object Find(string name) { var sql = new StringBuilder(\"select * from Clients where \"); Fill(sql, name); return _db.Query<Client>(sql.ToString()); } private static void Fill(StringBuilder to, string text) => to.Append($\"Name = '{{|#0:text|}}'\");")]
    public Task Values_that_callers_give_are_flagged(string code) => Expect(Test(code), DiagnosticSeverity.Warning).RunAsync();

    [Fact]
    public Task A_text_from_a_base_class_helper_is_followed() => Expect(
        Test("} public abstract class Store { protected IDbConnection Db; protected virtual object Run(string where) => Db.Query<Client>(\"select * from Clients where \" + where); } public class Names : Store { public object Find(string name) => Run($\"Name = '{{|#0:name|}}'\");"),
        DiagnosticSeverity.Warning).RunAsync();

    [Theory]
    [InlineData("app.MapGet(\"/clients\", (string sort, IDbConnection db) => db.Query<Client>($\"select * from Clients order by {{|#0:sort|}}\"));")]
    [InlineData("app.MapGet(\"/clients\", (HttpRequest request, IDbConnection db) => db.Query<Client>(\"select * from Clients order by \" + {|#0:request.Query[\"sort\"]|}));")]
    [InlineData("app.MapPost(\"/clients\", (HttpContext http, IDbConnection db) => db.Query<Client>(\"select * from \" + {|#0:http.Request.Form[\"table\"].ToString()|}));")]
    [InlineData("app.MapGet(\"/sql\", (string sql, IDbConnection db) => db.Query<Client>({|#0:sql|}));")]
    public Task What_a_request_says_is_flagged_wherever_it_stands(string map) => Expect(
        Test("public void Map(WebApplication app) { " + map + " }"), DiagnosticSeverity.Warning).RunAsync();

    [Fact]
    public Task An_action_parameter_is_flagged_through_a_store() => Expect(
        Test("""
            public object Sorted(string column) => _db.Query<Client>($"select * from Clients order by {{|#0:column|}}");
            }
            public class ClientsController : ControllerBase
            {
                private readonly ClientStore _store = new();
                [HttpGet] public object Get(string sort) => _store.Sorted(sort);
            """), DiagnosticSeverity.Warning).RunAsync();

    [Theory]
    [InlineData("public void Clear(string table) => _context.Database.ExecuteSqlRaw(string.Concat(\"delete from \", {|#0:table|}));")]
    [InlineData("public void Open(string key) => _context.Database.ExecuteSqlRaw(string.Concat(\"PRAGMA key = '\", {|#0:key|}, \"'\"));")]
    [InlineData("public void Open(string key) { _cmd.CommandText = $\"PRAGMA key = '{{|#0:key|}}'\"; }")]
    [InlineData("public object Find(string ids) => _db.Query<Client>($\"select * from Clients where Id in ({{|#0:ids|}})\");")]
    [InlineData("public object Find(string name) => _db.Query<Client>($\"select * from Clients where Name = '{{|#0:name.Replace(\"'\", \"''\")|}}'\");")]
    [InlineData("public object Find(int id) { var c = System.Text.Json.JsonSerializer.Deserialize<Client>(\"{}\"); return _db.Query<Client>($\"select * from Clients where Name = '{{|#0:c.Name|}}'\"); }")]
    public Task What_cannot_be_a_parameter_or_is_not_seen_is_information(string code) => Expect(Test(code), DiagnosticSeverity.Info).RunAsync();

    [Theory]
    [InlineData("CA2100", "warning", "public void Find(string name) { _cmd.CommandText = \"delete from Clients where Name = '\" + name + \"'\"; }")]
    public Task A_rule_of_the_SDK_that_is_on_is_not_repeated(string id, string severity, string code)
    {
        var test = Test(code);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = {severity}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task EF1002_is_not_repeated_from_Entity_Framework_8_on() => Test(
        "public object Find(string name) => _context.Set<Client>().FromSqlRaw($\"select * from Clients where Name = '{name}'\");", "[assembly: System.Reflection.AssemblyVersion(\"8.0.0.0\")]").RunAsync();

    [Fact]
    public Task EF1002_that_is_off_leaves_the_call_to_this_rule()
    {
        var test = Expect(
            Test("public object Find(string name) => _context.Set<Client>().FromSqlRaw($\"select * from Clients where Name = '{{|#0:name|}}'\");", "[assembly: System.Reflection.AssemblyVersion(\"8.0.0.0\")]"),
            DiagnosticSeverity.Warning);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.EF1002.severity = none\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_wrapper_of_your_own_is_one_line_of_a_list() => Expect(
        Test("public object Find(string name) => Care.Wrapper.Run($\"select * from Clients where Name = '{{|#0:name|}}'\");", "namespace Care { public static class Wrapper { public static object Run(string text) => null; } }"),
        DiagnosticSeverity.Warning,
        ("KkAnalyzers.Sql.care.txt", "Care.Wrapper | Run | sink | text")).RunAsync();

    [Fact]
    public Task A_long_sum_is_read()
    {
        var sum = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"\"c{i}, \" + "));
        return Expect(Test($"public object Find(string name) => _db.Query<Client>(\"select \" + {sum}\"x from Clients where Name = '\" + {{|#0:name|}} + \"'\");"), DiagnosticSeverity.Warning).RunAsync();
    }

    internal static KkTest<SqlTextAnalyzer> Test(string code, string first = "")
    {
        // In the markup of these tests {{|#0:x|}} is a hole with a marked value.
        var test = KkVerifier<SqlTextAnalyzer>.Test(Before + code + "\n}\n");
        test.TestState.Sources.Add(SqlStubs.Dapper);
        test.TestState.Sources.Add(SqlStubs.SqlClient);
        test.TestState.Sources.Add(first + SqlStubs.EntityFramework);
        return test;
    }

    private static KkTest<SqlTextAnalyzer> Expect(KkTest<SqlTextAnalyzer> test, DiagnosticSeverity severity, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            test.TestState.AdditionalFiles.Add((path, text));
        }

        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK4401", severity).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test;
    }
}
