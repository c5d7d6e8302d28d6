namespace KkAnalyzers.Tests.Flow;

/// <summary>Values across the methods and types of one compilation.</summary>
public class AcrossMethodsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public Task A_parameter_reaches_the_sink(int depth)
    {
        var helpers = string.Concat(Enumerable.Range(1, depth).Select(i => $"static void F{i}(string s) => {(i == 1 ? "Console.WriteLine" : $"F{i - 1}")}(s);\n"));
        var call = depth == 0 ? "Console.WriteLine" : $"F{depth}";
        return FlowCase.Members(helpers + $$"""void A(Client c) { {{call}}([|c.Insz|]); {{call}}("x"); } void B(Client c) => {{call}}([|c.Email|]);""");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public Task A_parameter_comes_back(int depth)
    {
        var helpers = string.Concat(Enumerable.Range(1, depth).Select(i => $"static string F{i}(string s) => {(i == 1 ? "s" : $"F{i - 1}(s)")};\n"));
        return FlowCase.Members(helpers + $$"""void A(Client c) { Console.WriteLine([|F{{depth}}(c.Insz)|]); Console.WriteLine(F{{depth}}("x")); }""");
    }

    [Fact]
    public Task A_field_comes_back() => FlowCase.Members("""
        public class Buffer
        {
            private string _text;
            public void Load(Client c) => _text = c.Insz;
            public void Put(string s) => _text = s;
            public string Text() => _text;
            public string Shown => "'" + _text + "'";
        }
        private readonly Buffer _buffer = new Buffer();
        void A(Client client) { var b = new Buffer(); b.Load(client); Console.WriteLine([|b.Text()|]); Console.WriteLine([|b.Shown|]); }
        void B(Client client) { var b = new Buffer(); b.Put(client.Insz); Console.WriteLine([|b.Text()|]); }
        """);

    [Fact]
    public Task A_field_of_another_object_does_not() => FlowCase.Members("""
        public class Buffer
        {
            private string _text;
            public void Put(string s) => _text = s;
            public string Text() => _text;
        }
        void A(Client client) { var b = new Buffer(); var other = new Buffer(); other.Put(client.Insz); b.Put("x"); Console.WriteLine(b.Text()); }
        """);

    [Fact]
    public Task A_service_that_keeps_what_it_got() => FlowCase.Members("""
        public class Buffer
        {
            private string _text;
            public void Load(Client c) => _text = c.Insz;
            public string Text() => _text;
        }
        private readonly Buffer _buffer;
        public Sample(Buffer buffer) => _buffer = buffer;
        void A(Client client) => _buffer.Load(client);
        void B() => Console.WriteLine([|_buffer.Text()|]);
        """);

    [Fact]
    public Task An_object_that_logs_itself() => FlowCase.Run("""
        #nullable disable
        using System;
        using System.Text.Json;

        public class Patient
        {
            private string _code;
            public string Insz { get; set; }
            public int Version { get; set; }
            public Patient(string insz) => _code = insz;
            public void Show() { Console.WriteLine([|Insz|]); Console.WriteLine([|_code|]); Console.WriteLine(Version); }
            public void ShowAll() { Console.WriteLine([|JsonSerializer.Serialize(this)|]); Helper.Show([|this|]); Helper.Print(this); }
        }

        static class Helper
        {
            public static void Show(object o) => Console.WriteLine(JsonSerializer.Serialize(o));
            public static void Print(object o) => Console.WriteLine(o);
        }
        """);

    [Fact]
    public Task Extension_and_generic_methods() => FlowCase.Members(
        """
        static T Same<T>(T value) => value;
        static void Show<T>(T value) => Console.WriteLine(value);
        void M(Client client)
        {
            client.Insz.Trace();
            "x".Trace();
            Console.WriteLine([|client.Insz.Quoted()|]);
            Console.WriteLine("x".Quoted());
            Console.WriteLine([|Same(client.Insz)|]);
            Console.WriteLine(Same(client.Version));
            Show([|client.Insz|]);
            Show(client.Version);
            var sb = new System.Text.StringBuilder();
            sb.AddClient(client);
            Console.WriteLine([|sb.ToString()|]);
        }
        """.Replace("client.Insz.Trace()", "[|client.Insz|].Trace()", StringComparison.Ordinal),
        """
        static class Extensions
        {
            public static void Trace(this string text) => System.Console.WriteLine(text);
            public static string Quoted(this string text) => "'" + text + "'";
            public static System.Text.StringBuilder AddClient(this System.Text.StringBuilder sb, Client c) => sb.Append(c.Id).Append(c.Insz);
        }
        """);

    [Fact]
    public Task An_interface_with_one_implementation() => FlowCase.Members("""
        public interface ILogService { void Write(string text); string Decorate(string text); string Line { get; } }
        public class LogService : ILogService
        {
            private readonly Client _client;
            public LogService(Client client) => _client = client;
            public void Write(string text) => Console.WriteLine(text);
            public string Decorate(string text) => "* " + text;
            public string Line => _client.Insz;
        }
        void M(ILogService log, Client client)
        {
            log.Write([|client.Insz|]);
            log.Write("x");
            Console.WriteLine([|log.Decorate(client.Insz)|]);
            Console.WriteLine(log.Decorate("x"));
            Console.WriteLine([|log.Line|]);
        }
        """);

    [Fact]
    public Task A_generic_interface_with_one_implementation() => FlowCase.Members("""
        public interface IShow<T> { string Text(T value); }
        public class Show<T> : IShow<T> { public string Text(T value) => value.ToString(); }
        void M(IShow<string> show, Client client) { Console.WriteLine([|show.Text(client.Insz)|]); Console.WriteLine(show.Text("x")); }
        """);

    [Fact]
    public Task An_interface_with_two_is_unknown() => FlowCase.Members("""
        public interface IShow { string Text(string value); }
        public class Plain : IShow { public string Text(string value) => value; }
        public class Masked : IShow { public string Text(string value) => "***"; }
        void M(IShow show, Client client) => Console.WriteLine(show.Text(client.Insz));
        """);

    [Fact]
    public Task An_abstract_or_virtual_method_with_one_override() => FlowCase.Members("""
        public abstract class Base
        {
            public abstract string Text(string value);
            public virtual string Other(string value) => "";
            public void Show(string value) => Write(value);
            protected abstract void Write(string value);
        }
        public class Derived : Base
        {
            public override string Text(string value) => value + "!";
            public override string Other(string value) => value + "?";
            protected override void Write(string value) => Console.WriteLine(value);
        }
        void M(Base b, Client client)
        {
            Console.WriteLine([|b.Text(client.Insz)|]);
            Console.WriteLine([|b.Other(client.Insz)|]);
            Console.WriteLine(b.Text("x"));
            b.Show([|client.Insz|]);
            b.Show("x");
        }
        """);

    [Fact]
    public Task Constructors_and_mappings_to_neutral_names() => FlowCase.Members(
        """
        public class ByBody { public ByBody(string a, string b) { X = a; Y = b; } public string X { get; } public string Y { get; } }
        public class ByArrow { private readonly string _a; public ByArrow(string a) => _a = a; public string X => _a; }
        public class ByParameter(string a) { public string X { get; set; } = a; public string Y { get; set; } = "y"; }
        public class ByBase : ByBody { public ByBase(string z) : base(z, "y") { } }
        public class ByThis { public ByThis(string z) : this(z, 1) { } public ByThis(string z, int n) => X = z; public string X { get; } }
        public class ByPrimaryBase(string z) : ByParameter(z);
        public record ByPosition(string X, string Y);
        public struct ByStruct { public string X; public string Y; }

        void M(Client client)
        {
            var body = new ByBody(client.Insz, "y"); Console.WriteLine([|body.X|]); Console.WriteLine(body.Y);
            var named = new ByBody(b: client.Insz, a: "x"); Console.WriteLine(named.X); Console.WriteLine([|named.Y|]);
            var arrow = new ByArrow(client.Insz); Console.WriteLine([|arrow.X|]);
            var parameter = new ByParameter(client.Insz); Console.WriteLine([|parameter.X|]); Console.WriteLine(parameter.Y);
            var derived = new ByBase(client.Insz); Console.WriteLine([|derived.X|]); Console.WriteLine(derived.Y);
            var chained = new ByThis(client.Insz); Console.WriteLine([|chained.X|]);
            var primary = new ByPrimaryBase(client.Insz); Console.WriteLine([|primary.X|]); Console.WriteLine(primary.Y);
            var position = new ByPosition(client.Insz, "y"); Console.WriteLine([|position.X|]); Console.WriteLine(position.Y);
            var plain = new ByStruct { X = client.Insz, Y = "y" }; Console.WriteLine([|plain.X|]); Console.WriteLine(plain.Y);
            var dto = client.ToDto(); Console.WriteLine([|dto.Value|]); Console.WriteLine(dto.Other); Console.WriteLine([|dto.Inner.Value|]);
            var filled = new Dto(); Fill(filled, client); Console.WriteLine([|filled.Value|]); Console.WriteLine(filled.Other);
            Console.WriteLine([|Load(client).Value|]);
            Show([|client.ToDto()|]);
        }
        void Fill(Dto dto, Client c) { dto.Value = c.Insz; dto.Other = c.Version.ToString(); }
        static Dto Load(Client c) { var d = new Dto(); d.Value = c.Insz; return d; }
        static void Show(Dto dto) => Console.WriteLine(dto.Value);
        """,
        """
        public class Dto { public string Value { get; set; } public string Other { get; set; } public Dto Inner { get; set; } }
        static class Mapping
        {
            public static Dto ToDto(this Client client) => new Dto { Value = client.Insz, Other = client.Id.ToString(), Inner = new Dto { Value = client.Email } };
        }
        """);

    [Fact]
    public Task Optional_named_and_many_arguments() => FlowCase.Members("""
        static void One(string text = "x", string other = "y") => Console.WriteLine(other);
        static void Many(string format, params object[] values) => Console.WriteLine(format, values);
        static string Join(params string[] values) => string.Join(",", values);
        void M(Client client)
        {
            One(client.Insz);
            One(other: [|client.Insz|]);
            Many("{0} {1}", client.Id, [|client.Insz|]);
            Many("{0}", client.Version);
            Console.WriteLine([|Join("x", client.Insz)|]);
            Console.WriteLine(Join("x", "y"));
        }
        """);

    [Fact]
    public Task Creations_that_do_not_name_their_type() => FlowCase.Members("""
        public class Line { private readonly string _text; public Line(string text) { _text = text; } public void Show() => Console.WriteLine(_text); }
        public class Long : Line { public Long(string text) : base([|Shortened(text)|]) { } static string Shortened(string s) => s; }
        void M(Client client) { Line line = new([|client.Insz|]); line.Show(); Line other = new("x"); other.Show(); }
        void N(Client client) => new Long(client.Insz).Show();
        """.Replace("[|Shortened(text)|]", "Shortened(text)", StringComparison.Ordinal).Replace("new Long(client.Insz)", "new Long([|client.Insz|])", StringComparison.Ordinal));

    [Fact]
    public Task Parts_of_a_class_in_several_files() => FlowCase.Members(
        """void A(Client client) => _kept = client.Insz; private partial string Get(Client client); void B(Client c) => Console.WriteLine([|Get(c)|]);""",
        """partial class Sample { private string _kept; private partial string Get(Client client) => client.Insz; void Show() => System.Console.WriteLine([|_kept|]); }""");

    [Fact]
    public Task A_key_speaks_where_it_stands_and_not_at_every_caller() => FlowCase.Members("""
        private readonly Microsoft.Extensions.Logging.ILogger _logger;
        void Failed(FileInfo info) => _logger.LogError("Failed: {Email}", [|info.Name|]);
        void A(string path) => Failed(new FileInfo(path));
        void B(FileInfo file) => Failed(file);
        """);

    [Fact]
    public Task Recursion_and_objects_that_are_linked_come_to_an_end() => FlowCase.Members("""
        public class Node { public Node Next { get; set; } public string Value { get; set; } }
        public interface IA { string Get(string s); }
        public class A : IA { private readonly IA _inner; public A(IA inner) => _inner = inner; public string Get(string s) => _inner.Get(s + "x"); }
        string Ping(string s) => Pong(s); string Pong(string s) => s.Length > 9 ? s : Ping(s + "x");
        void M(Client client, IA a, Node node)
        {
            while (node.Next != null) { node = node.Next; }
            Console.WriteLine(node.Value);
            Console.WriteLine([|Ping(client.Insz)|]);
            Console.WriteLine(a.Get("x"));
            var first = new Node { Value = client.Insz };
            for (var n = first; n != null; n = n.Next) { Console.WriteLine([|n.Value|]); }
        }
        """);
}
