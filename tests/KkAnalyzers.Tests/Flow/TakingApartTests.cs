namespace KkAnalyzers.Tests.Flow;

/// <summary>Tuples, deconstruction and patterns: only the part that goes on counts.</summary>
public class TakingApartTests
{
    [Theory]
    [InlineData("""var t = (client.Insz, client.Version); Console.WriteLine([|t.Item1|]); Console.WriteLine(t.Version);""")]
    [InlineData("""var t = (1, (x: client.Insz, y: "a")); Console.WriteLine([|t.Item2.x|]); Console.WriteLine(t.Item2.y);""")]
    [InlineData("""(string a, string b) Pair(Client c) => (c.Insz, "x"); var t = Pair(client); Console.WriteLine([|t.a|]); Console.WriteLine(t.b);""")]
    [InlineData("""(string, string) t; t.Item1 = client.Insz; t.Item2 = "x"; Console.WriteLine([|t.Item1|]); Console.WriteLine(t.Item2);""")]
    [InlineData("""var t = Tuple.Create(client.Insz, key); Console.WriteLine([|t.Item1|]); Console.WriteLine(t.Item2);""")]
    [InlineData("""var pairs = new List<(string a, string b)> { (client.Insz, "x") }; foreach (var p in pairs) { Console.WriteLine([|p.a|]); Console.WriteLine(p.b); }""")]
    [InlineData("""var pairs = new List<(string a, string b)> { (client.Insz, "x") }; foreach (var (p, q) in pairs) { Console.WriteLine([|p|]); Console.WriteLine(q); }""")]
    [InlineData("""Console.WriteLine([|(client.Insz, 1)|]);""")]
    public Task Tuples(string statements) => FlowCase.Body(statements);

    [Theory]
    [InlineData("""var (a, (b, c)) = ("x", (client.Insz, "y")); Console.WriteLine(a); Console.WriteLine([|b|]); Console.WriteLine(c);""")]
    [InlineData("""string a, b; (a, b) = (client.Insz, "y"); Console.WriteLine([|a|]); Console.WriteLine(b);""")]
    [InlineData("""var t = (client.Insz, "y"); var (a, b) = t; Console.WriteLine([|a|]); Console.WriteLine(b);""")]
    [InlineData("""(string, string) Pair(Client c) => (c.Insz, "x"); var (a, b) = Pair(client); Console.WriteLine([|a|]); Console.WriteLine(b);""")]
    [InlineData("""var (a, (b, c)) = Nested(client); (string, (string, string)) Nested(Client c) => ("x", (c.Insz, "y")); Console.WriteLine(a); Console.WriteLine([|b|]); Console.WriteLine(c);""")]
    [InlineData("""var (_, b, c) = record; Console.WriteLine([|b|]); Console.WriteLine([|c|]);""")]
    [InlineData("""var (a, _, _) = record; Console.WriteLine(a);""")]
    [InlineData("""var d = new Dictionary<string, string> { ["x"] = client.Insz }; foreach (var (k, v) in d) { Console.WriteLine(k); Console.WriteLine([|v|]); }""")]
    public Task Deconstruction(string statements) => FlowCase.Body(statements);

    [Fact]
    public Task A_deconstruct_method_of_the_user() => FlowCase.Members("""
        public class Card
        {
            private readonly string _a, _b;
            public Card(Client c) { _a = c.Insz; _b = c.Version.ToString(); }
            public void Deconstruct(out string first, out string second) { first = _a; second = _b; }
        }
        void A(Client client) { var (x, y) = new Card(client); Console.WriteLine([|x|]); Console.WriteLine(y); }
        void B(Client client) { if (new Card(client) is (var x, var y)) { Console.WriteLine([|x|]); Console.WriteLine(y); } }
        """);

    [Fact]
    public Task A_positional_record_of_neutral_names() => FlowCase.Members("""
        public record Line(string First, string Second);
        void A(Client client) { var (x, y) = new Line(client.Insz, "b"); Console.WriteLine([|x|]); Console.WriteLine(y); }
        void B(Client client) { var line = new Line("a", client.Insz); if (line is (var x, var y)) { Console.WriteLine(x); Console.WriteLine([|y|]); } }
        void C(Client client) { var line = new Line("a", "b") with { Second = client.Insz }; Console.WriteLine(line.First); Console.WriteLine([|line.Second|]); }
        """);

    [Theory]
    [InlineData("""if (client is { Insz: var x, Version: var v }) { Console.WriteLine([|x|]); Console.WriteLine(v); }""")]
    [InlineData("""object o = client.Insz; if (o is string s) { Console.WriteLine([|s|]); }""")]
    [InlineData("""object o = client.Version.ToString(); if (o is string s) { Console.WriteLine(s); }""")]
    [InlineData("""var e = new Entry { Key = "k", Value = client.Insz }; if (e is { Key: var k, Value: var v }) { Console.WriteLine(k); Console.WriteLine([|v|]); }""")]
    [InlineData("""var e = new { A = new Entry { Key = "k", Value = client.Insz } }; if (e is { A.Value: var v, A.Key: var k }) { Console.WriteLine(k); Console.WriteLine([|v|]); }""")]
    [InlineData("""var t = (client.Insz, "b"); if (t is (var x, var y)) { Console.WriteLine([|x|]); Console.WriteLine(y); }""")]
    [InlineData("""var s = new[] { client.Insz } is [var first, ..] ? first : "-"; Console.WriteLine([|s|]);""")]
    [InlineData("""var s = new[] { "a", client.Insz } is [_, .. var rest] ? rest : null; Console.WriteLine([|s[0]|]);""")]
    [InlineData("""var s = client switch { { Version: 1 } => "x", { Insz: { Length: > 3 } x } => x, _ => "-" }; Console.WriteLine([|s|]);""")]
    [InlineData("""switch ((object)client.Insz) { case string s when s.Length > 3: Console.WriteLine([|s|]); break; }""")]
    [InlineData("""var s = (client.Insz, 1) switch { (var x, 1) => x, _ => "-" }; Console.WriteLine([|s|]);""")]
    [InlineData("""if (client.Insz is not { } x) { return; } Console.WriteLine([|x|]);""")]
    [InlineData("""if (client.Insz is { Length: var n } && client.Insz is "1" or "2") { Console.WriteLine(n); }""")]
    public Task Pattern_variables(string statements) => FlowCase.Body(statements);
}
