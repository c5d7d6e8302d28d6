namespace KkAnalyzers.Tests.Flow;

/// <summary>Code of unusual size comes to an end, without a deep stack.</summary>
public class ScaleTests
{
    [Fact]
    public Task An_expression_of_2000_terms() => FlowCase.Members($$"""
        void M(Client client) { var x = client.Insz; Console.WriteLine([|"" + {{string.Join(" + ", Enumerable.Repeat("x", 2000))}}|]); }
        """);

    [Fact]
    public Task A_switch_of_2000_arms() => FlowCase.Members($$"""
        void M(Client client) => Console.WriteLine([|client.Version switch { {{string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i} => client.Version.ToString(), "))}} _ => client.Insz }|]);
        """);

    [Fact]
    public Task A_chain_of_300_methods() => FlowCase.Members(
        string.Concat(Enumerable.Range(0, 300).Select(i => $"string F{i}(string s) => F{i + 1}(s); void G{i}(string s) => G{i + 1}(s);\n"))
        + "string F300(string s) => s; void G300(string s) => Console.WriteLine(s); void M(Client c) { Console.WriteLine(F0(c.Insz)); G0(c.Insz); G296([|c.Insz|]); Console.WriteLine([|F296(c.Insz)|]); }");

    [Fact]
    public Task A_type_of_2000_members() => FlowCase.Members(
        string.Concat(Enumerable.Range(0, 2000).Select(i => $"private string _f{i}; void Set{i}(Client c) => _f{i} = c.Version.ToString();\n"))
        + $"void M() {{ {string.Concat(Enumerable.Range(0, 2000).Select(i => i == 7 ? "Console.WriteLine([|_f7|]);\n" : $"Console.WriteLine(_f{i});\n"))} }} void N(Client c) {{ _f7 += c.Naam; }}");

    [Fact]
    public Task A_chain_of_500_conditional_accesses() => FlowCase.Members($$"""
        void M(Client client) => Console.WriteLine([|client{{string.Concat(Enumerable.Repeat("?.Insz?.Trim()", 1))}}{{string.Concat(Enumerable.Repeat("?.Trim()", 500))}}|]);
        """);

    [Fact]
    public Task Lambdas_in_lambdas() => FlowCase.Members($$"""
        static T Run<T>(Func<T> f) => f();
        string M(Client client) { string x = {{string.Concat(Enumerable.Repeat("Run<string>(() => ", 60))}}client.Insz{{new string(')', 60)}}; Console.WriteLine(x); return x; }
        """);

    [Fact]
    public Task Objects_of_100_levels() => FlowCase.Members($$"""
        public class Node { public Node Next { get; set; } public string Value { get; set; } }
        void M(Client client) { var node = {{string.Concat(Enumerable.Repeat("new Node { Next = ", 100))}}new Node { Value = client.Insz }{{new string('}', 100)}}; Console.WriteLine(node{{string.Concat(Enumerable.Repeat(".Next", 100))}}.Value); Console.WriteLine(node.Value); }
        """);

    [Fact]
    public Task A_method_with_2000_callers() => FlowCase.Members(
        "static void Show(string s) => Console.WriteLine(s);\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"void M{i}(Client c) => Show(c.Id.ToString());\n")) );
}
