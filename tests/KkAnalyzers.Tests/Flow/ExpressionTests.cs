namespace KkAnalyzers.Tests.Flow;

/// <summary>Values inside one method.</summary>
public class ExpressionTests
{
    [Theory]
    [InlineData("""var s = "a"; s += client.Insz; Console.WriteLine([|s|]);""")]
    [InlineData("""string s = null; s ??= client.Insz; Console.WriteLine([|s|]);""")]
    [InlineData("""var e = new Entry(); e.Value += client.Insz; Console.WriteLine([|e.Value|]); Console.WriteLine(e.Key);""")]
    [InlineData("""var sb = new StringBuilder().Append("a").Append(client.Insz).AppendLine(); Console.WriteLine([|sb|]);""")]
    [InlineData("""var sb = new StringBuilder(); Add(sb); Console.WriteLine([|sb.ToString()|]); void Add(StringBuilder b) => b.Append(client.Insz);""")]
    [InlineData("""Span<char> s = stackalloc char[11]; Console.WriteLine([|client.Insz.AsSpan()[..6].ToString()|]);""")]
    [InlineData("""Console.WriteLine([|client.Insz[^3..]|]); Console.WriteLine([|client.Insz[0]|]);""")]
    [InlineData("""Console.WriteLine([|client?.Insz?.Trim()?.ToUpper()|]);""")]
    [InlineData("""var n = client.Version; var s = checked(n + 1) > 3 ? client.Insz : "x"; Console.WriteLine([|s|]);""")]
    [InlineData("""using var w = new StringWriter(); w.Write(client.Insz); Console.WriteLine([|w.ToString()|]);""")]
    [InlineData("""DefaultInterpolatedStringHandler h = $"{client.Insz}"; Console.WriteLine([|h.ToStringAndClear()|]);""")]
    [InlineData("""FormattableString f = $"{client.Insz}"; Console.WriteLine([|f.ToString()|]);""")]
    [InlineData("""Console.WriteLine([|$"{client.Id}: {(yes ? client.Insz : "x"),-12}"|]);""")]
    [InlineData("""try { Console.WriteLine(client.Id); } catch (Exception e) when (Seen(e, client.Insz)) { } bool Seen(Exception e, string s) { Console.WriteLine([|s|]); return true; }""")]
    [InlineData("""dynamic d = client.Insz; Console.WriteLine([|(string)d|]);""")]
    [InlineData("""string s = null; if (yes) { s = client.Insz; } else { s = "x"; } Console.WriteLine([|s|]);""")]
    [InlineData("""static string Pass(ref string s) => s; var t = client.Insz; Console.WriteLine([|Pass(ref t)|]);""")]
    [InlineData("""void Fill(out string s) => s = client.Insz; Fill(out var t); Console.WriteLine([|t|]);""")]
    [InlineData("""void Fill(ref string s) => s += client.Insz; var t = "a"; Fill(ref t); Console.WriteLine([|t|]);""")]
    public Task Carry(string statements) => FlowCase.Body(statements);

    [Theory]
    [InlineData("""Console.WriteLine(nameof(client.Insz));""")]
    [InlineData("""Console.WriteLine(client.Insz.Length); Console.WriteLine(list.Count); Console.WriteLine(list.Count(c => c.Insz != null));""")]
    [InlineData("""Console.WriteLine(client.Insz == null); Console.WriteLine(client.Insz is { Length: > 0 }); Console.WriteLine(string.IsNullOrEmpty(client.Insz));""")]
    [InlineData("""Console.WriteLine(client.Insz != null ? "yes" : "no"); Console.WriteLine(client.Insz.StartsWith("8") ? 1 : 2);""")]
    [InlineData("""Console.WriteLine(client.Insz.GetHashCode()); Console.WriteLine(client.GetHashCode()); Console.WriteLine(client.GetType().Name); Console.WriteLine(client.Insz.GetType().Name);""")]
    [InlineData("""Console.WriteLine(string.Compare(client.Insz, key)); Console.WriteLine(client.Insz.CompareTo(key)); Console.WriteLine(client.Insz.IndexOf("8"));""")]
    [InlineData("""Console.WriteLine(client.Id); Console.WriteLine($"{client.Id}"); Guid clientId = Guid.NewGuid(); Console.WriteLine(clientId); int patientId = client.Id; Console.WriteLine(patientId); Guid childId = clientId; Console.WriteLine(childId);""")]
    [InlineData("""const string insz = "INSZ"; Console.WriteLine(insz); Console.WriteLine($"{insz} {client.Id}");""")]
    [InlineData("""var sb = new StringBuilder(); sb.Append(client.Insz).Clear(); Console.WriteLine(sb.Length);""")]
    [InlineData("""var s = client.Insz switch { null => "none", { Length: 11 } => "full", _ => "odd" }; Console.WriteLine(s);""")]
    [InlineData("""string Pass(string s) => s; Console.WriteLine(Pass("x")); var t = Pass(client.Insz);""")]
    [InlineData("""void Add(StringBuilder b, string s) => b.Append(s); var sb = new StringBuilder(); var other = new StringBuilder(); Add(other, client.Insz); Add(sb, "x"); Console.WriteLine(sb.ToString());""")]
    [InlineData("""var d = new Dictionary<string, string> { [client.Insz] = "x", [client.Email] = "y" }; Console.WriteLine(d.Count); foreach (var v in d.Values) { Console.WriteLine(v); }""")]
    [InlineData("""var e = new Entry { Key = "a", Value = client.Insz }; Console.WriteLine(e.Key); Console.WriteLine(e);""")]
    public Task Say_nothing(string statements) => FlowCase.Body(statements);

    [Fact]
    public Task A_handler_of_interpolated_strings_of_the_user() => FlowCase.Members("""
        [InterpolatedStringHandler]
        public ref struct Note
        {
            private readonly StringBuilder _text;
            public Note(int literalLength, int formattedCount) => _text = new StringBuilder();
            public void AppendLiteral(string s) => _text.Append(s);
            public void AppendFormatted<T>(T t) => _text.Append(t);
            public string Text() => _text.ToString();
        }
        static void Trace(Note note) => Console.WriteLine(note.Text());
        void M(Client client) { Trace([|$"Opened {client.Insz}"|]); Trace($"Opened {client.Id}"); }
        """);

    [Fact]
    public Task Fields_properties_and_constants_of_the_type() => FlowCase.Members("""
        private static string s_last;
        private readonly string _first;
        private string _note, _other = "x";
        private const string Insz = "INSZ";
        public Sample(Client client) => _first = client.Insz;
        private string Both => _first + _other;
        private string Block { get { var x = _first; return x; } }
        private string Made { get; init; }
        void Set(Client client) { s_last = client.Insz; this._note = client.Insz; _other = client.Version.ToString(); }
        void M()
        {
            Console.WriteLine([|s_last|]);
            Console.WriteLine([|_first|]);
            Console.WriteLine([|_note|]);
            Console.WriteLine(_other);
            Console.WriteLine(Insz);
            Console.WriteLine([|Both|]);
            Console.WriteLine([|Block|]);
        }
        static Sample Make(Client client) { var sample = new Sample(client) { Made = client.Insz }; Console.WriteLine([|sample.Made|]); return sample; }
        """);

    [Fact]
    public Task Parameters_of_a_primary_constructor() => FlowCase.Members("""
        public class Letter(string head, string body)
        {
            public string Head { get; } = head;
            public string Text() => body + "!";
            public void Show() => Console.WriteLine(body);
        }
        void M(Client client)
        {
            var letter = new Letter("x", [|client.Insz|]);
            Console.WriteLine(letter.Head);
            Console.WriteLine([|letter.Text()|]);
            var other = new Letter(client.Id.ToString(), "y");
            Console.WriteLine(other.Text());
        }
        """);

    [Theory]
    [InlineData("""string Text() => client.Insz; Console.WriteLine([|Text()|]);""")]
    [InlineData("""Func<Client, string> f = c => c.Insz; Console.WriteLine([|f(client)|]);""")]
    [InlineData("""Func<string, string> f = s => s + "!"; Console.WriteLine([|f(client.Insz)|]); Console.WriteLine(f("x"));""")]
    [InlineData("""Func<string> f = () => { var x = client.Insz; return x; }; Console.WriteLine([|f()|]); Console.WriteLine([|f.Invoke()|]);""")]
    [InlineData("""Action<string> log = s => Console.WriteLine([|s|]); log(client.Insz);""")]
    [InlineData("""Action<string> log = s => Console.WriteLine(s); log("x");""")]
    [InlineData("""string Format(string s) => s.Trim(); Func<string, string> f = Format; Console.WriteLine([|f(client.Insz)|]); Console.WriteLine(f("x"));""")]
    [InlineData("""var x = "a"; Action set = () => x = client.Insz; set(); Console.WriteLine([|x|]);""")]
    [InlineData("""string Apply(string s, Func<string, string> f) => f(s); Console.WriteLine([|Apply(client.Insz, s => s + "!")|]); Console.WriteLine(Apply("x", s => s + "!"));""")]
    [InlineData("""R Map<T, R>(T t, Func<T, R> f) => f(t); Console.WriteLine([|Map(client, c => c.Insz)|]); Console.WriteLine(Map(client, c => c.Version));""")]
    [InlineData("""int Depth(string s, int n) => n == 0 ? s.Length : Depth(s, n - 1); Console.WriteLine(Depth(client.Insz, 3));""")]
    public Task Lambdas_and_local_functions(string statements) => FlowCase.Body(statements);
}
