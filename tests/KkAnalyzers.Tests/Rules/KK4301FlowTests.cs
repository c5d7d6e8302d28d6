using static KkAnalyzers.Tests.Rules.KK4301Case;

namespace KkAnalyzers.Tests.Rules;

/// <summary>The shapes in which a value travels, each with a twin that carries nothing.</summary>
public class KK4301FlowTests
{
    [Theory]
    [InlineData("""string a; a = client.Insz; var b = a; File.WriteAllText(path, [|b|]);""")]
    [InlineData("""var a = "x"; if (path == "") { a = client.Insz; } File.WriteAllText(path, [|a|]);""")]
    [InlineData("""var a = ""; a += client.Insz; File.WriteAllText(path, [|a|]);""")]
    [InlineData("""File.WriteAllText(path, [|"a" + client.Insz + "b"|]);""")]
    [InlineData("""File.WriteAllText(path, [|$"{client.Id};{client.Insz,11}"|]);""")]
    [InlineData("""File.WriteAllText(path, [|string.Format("{0};{1}", client.Id, client.Insz)|]);""")]
    [InlineData("""File.WriteAllText(path, [|string.Join(";", client.Id, client.Insz)|]);""")]
    [InlineData("""File.WriteAllText(path, [|string.Concat("a", client.Insz)|]);""")]
    [InlineData("""File.WriteAllText(path, [|client.Insz.Trim().ToUpperInvariant().Substring(0, 6)|]);""")]
    [InlineData("""File.WriteAllText(path, [|client?.Insz ?? ""|]);""")]
    [InlineData("""File.WriteAllText(path, [|client.Version > 1 ? client.Insz : "-"|]);""")]
    [InlineData("""File.WriteAllText(path, [|client.Version switch { 1 => "x", _ => client.Insz }|]);""")]
    [InlineData("""var sb = new StringBuilder(); sb.Append("x").AppendLine(client.Insz); File.WriteAllText(path, [|sb.ToString()|]);""")]
    [InlineData("""var sb = new StringBuilder(); sb.Append($"{client.Id};{client.Insz}"); File.WriteAllText(path, [|sb.ToString()|]);""")]
    [InlineData("""var sb = new StringBuilder(); foreach (var c in list) { sb.AppendFormat("{0}", c.Diagnose); } await File.WriteAllTextAsync(path, [|sb.ToString()|]);""")]
    [InlineData("""File.WriteAllLines(path, [|list.Select(c => c.Email)|]);""")]
    [InlineData("""File.WriteAllLines(path, [|list.Where(c => c.Id > 3).Select(c => c.Id + ";" + c.Naam).ToArray()|]);""")]
    [InlineData("""File.WriteAllLines(path, [|from c in list where c.Id > 1 select c.Insz|]);""")]
    [InlineData("""var lines = new List<string>(); foreach (var c in list) { lines.Add(c.Insz); } File.WriteAllLines(path, [|lines|]);""")]
    [InlineData("""var texts = list.Select(c => c.Insz).ToList(); texts.ForEach(t => File.AppendAllText(path, [|t|]));""")]
    [InlineData("""var texts = list.Select(c => c.Insz); foreach (var t in texts) { File.AppendAllText(path, [|t|]); }""")]
    [InlineData("""File.WriteAllLines(path, [|new[] { client.Insz, "x" }|]);""")]
    [InlineData("""File.WriteAllLines(path, [|[client.Insz, "x"]|]);""")]
    [InlineData("""var (a, b) = (client.Insz, client.Version); File.WriteAllText(path, [|a|]);""")]
    [InlineData("""var t = (a: client.Insz, b: client.Version); File.WriteAllText(path, [|t.a|]);""")]
    [InlineData("""var x = new { a = client.Insz }; File.WriteAllText(path, [|x.a|]);""")]
    [InlineData("""File.WriteAllText(path, [|JsonSerializer.Serialize(new { a = client.Insz, b = 1 })|]);""")]
    [InlineData("""var e = new Entry { Key = "k", Value = client.Insz }; File.WriteAllText(path, [|e.Value|]);""")]
    [InlineData("""var e = new Entry(); e.Value = client.Insz; File.WriteAllText(path, [|e.Value|]);""")]
    [InlineData("""var e = new Entry { Key = "k", Value = client.Insz }; File.WriteAllText(path, [|JsonSerializer.Serialize(e)|]);""")]
    [InlineData("""var r = new ClientRecord(1, "a", "b"); var s = r with { Insz = client.Insz }; File.WriteAllText(path, [|JsonSerializer.Serialize(s)|]);""")]
    [InlineData("""File.WriteAllBytes(path, [|Encoding.UTF8.GetBytes(client.Insz)|]);""")]
    [InlineData("""File.WriteAllText(path, [|Convert.ToBase64String(Encoding.UTF8.GetBytes(client.Insz))|]);""")]
    [InlineData("""var ms = new MemoryStream(); var w = new StreamWriter(ms); w.Write(client.Insz); w.Flush(); File.WriteAllBytes(path, [|ms.ToArray()|]);""")]
    [InlineData("""var ms = new MemoryStream(); JsonSerializer.Serialize(ms, client); File.WriteAllBytes(path, [|ms.ToArray()|]);""")]
    [InlineData("""var ms = new MemoryStream(); await JsonSerializer.SerializeAsync(ms, client); using var f = File.Create(path); await [|ms|].CopyToAsync(f);""")]
    [InlineData("""using var f = File.Create(path); await JsonSerializer.SerializeAsync(f, [|client|]);""")]
    [InlineData("""using var f = File.Create(path); new XmlSerializer(typeof(Client)).Serialize(f, [|client|]);""")]
    [InlineData("""using var f = File.Create(path); f.Write([|Encoding.UTF8.GetBytes(client.Insz)|]);""")]
    [InlineData("""using var w = File.CreateText(path); w.WriteLine("{0};{1}", client.Id, [|client.Insz|]);""")]
    [InlineData("""using var f = new FileStream(path, FileMode.Create); using var w = new StreamWriter(f, Encoding.UTF8); await w.WriteLineAsync([|client.Insz|]);""")]
    [InlineData("""using var w = new BinaryWriter(File.Create(path)); w.Write([|client.Insz|]);""")]
    [InlineData("""using var z = new GZipStream(File.Create(path), CompressionLevel.Fastest); using var w = new StreamWriter(z); w.Write([|client.Insz|]);""")]
    [InlineData("""using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create); using var w = new StreamWriter(zip.CreateEntry("a").Open()); w.Write([|client.Insz|]);""")]
    [InlineData("""using var store = IsolatedStorageFile.GetUserStoreForApplication(); using var s = store.CreateFile("a"); using var w = new StreamWriter(s); w.Write([|client.Insz|]);""")]
    [InlineData("""using var x = System.Xml.XmlWriter.Create(path); x.WriteElementString("insz", [|client.Insz|]);""")]
    [InlineData("""var d = new XDocument(new XElement("client", new XAttribute("insz", client.Insz))); [|d|].Save(path);""")]
    [InlineData("""var d = new XElement("client", client.Insz); [|d|].Save(path);""")]
    [InlineData("""var d = new XAttribute("insz", client.Insz); File.WriteAllText(path, [|d.ToString()|]);""")]
    [InlineData("""var d = new XElement("client", client.Insz); File.WriteAllText(path, [|d.ToString()|]);""")]
    [InlineData("""string Line(Client c) => c.Id + ";" + c.Insz; File.WriteAllText(path, [|Line(client)|]);""")]
    [InlineData("""Func<Client, string> f = c => c.Insz; File.WriteAllLines(path, [|list.Select(c => c.Insz.ToString())|]);""")]
    [InlineData("""if (client is { Insz: var n }) { File.WriteAllText(path, [|n|]); }""")]
    [InlineData("""object o = client; if (o is Client c) { File.WriteAllText(path, [|c.Insz|]); }""")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = client.Insz }; if (d.TryGetValue("a", out var v)) { File.WriteAllText(path, [|v|]); }""")]
    [InlineData("""var d = new Dictionary<string, string>(); d["a"] = client.Insz; File.WriteAllText(path, [|JsonSerializer.Serialize(d)|]);""")]
    [InlineData("""var t = Task.FromResult(client.Insz); File.WriteAllText(path, [|await t|]);""")]
    [InlineData("""File.WriteAllText(path, [|client.Insz.Replace("-", "")[..6]|]);""")]
    public Task Carries(string statements) => Flags(Body(statements));

    [Theory]
    [InlineData("""string a; a = client.Version.ToString(); var b = a; File.WriteAllText(path, b);""")]
    [InlineData("""File.WriteAllText(path, "a" + client.Version + "b");""")]
    [InlineData("""File.WriteAllText(path, string.Format("{0};{1}", client.Id, client.Version));""")]
    [InlineData("""File.WriteAllText(path, client.Insz == null ? "none" : "some");""")]
    [InlineData("""var sb = new StringBuilder(); sb.Append("x").AppendLine(client.Version.ToString()); File.WriteAllText(path, sb.ToString());""")]
    [InlineData("""File.WriteAllLines(path, list.Select(c => c.Id.ToString()));""")]
    [InlineData("""File.WriteAllLines(path, list.Where(c => c.Insz != null).Select(c => c.Id + ";").ToArray());""")]
    [InlineData("""var (a, b) = (client.Version.ToString(), client.Insz); File.WriteAllText(path, a);""")]
    [InlineData("""var t = (a: client.Version.ToString(), b: client.Insz); File.WriteAllText(path, t.a);""")]
    [InlineData("""var x = new { a = client.Version.ToString(), b = client.Insz }; File.WriteAllText(path, x.a);""")]
    [InlineData("""var e = new Entry { Key = client.Id.ToString(), Value = client.Insz }; File.WriteAllText(path, e.Key);""")]
    [InlineData("""File.WriteAllText(path, JsonSerializer.Serialize(new { id = client.Id, version = 1 }));""")]
    [InlineData("""var e = new Entry { Key = "k", Value = protector.Protect(client.Insz) }; File.WriteAllText(path, JsonSerializer.Serialize(e));""")]
    [InlineData("""var ms = new MemoryStream(); using (var c = new CryptoStream(ms, aes.CreateEncryptor(), CryptoStreamMode.Write)) using (var w = new StreamWriter(c)) { w.Write(client.Insz); } File.WriteAllBytes(path, ms.ToArray());""")]
    [InlineData("""var json = JsonSerializer.Serialize(client); var bytes = Encoding.UTF8.GetBytes(json); File.WriteAllBytes(path, protector.Protect(bytes));""")]
    [InlineData("""var w = new StringWriter(); w.WriteLine(client.Insz);""")]
    [InlineData("""Console.Out.WriteLine(client.Insz); Console.WriteLine(client.Insz);""")]
    [InlineData("""using var f = File.Create(path); using var r = new StreamReader(path); f.Write(Encoding.UTF8.GetBytes(r.ReadToEnd()));""")]
    [InlineData("""string Line(Client c) => c.Id + ";" + c.Version; File.WriteAllText(path, Line(client));""")]
    [InlineData("""using var upload = new MemoryStream(); using var f = File.Create(path); await upload.CopyToAsync(f);""")]
    [InlineData("""IFormFile file = null; using var f = File.Create(Path.Combine(path, file.FileName)); await file.CopyToAsync(f);""")]
    [InlineData("""HttpContext http = null; using var w = new StreamWriter(http.Response.Body); await w.WriteAsync(client.Insz);""")]
    public Task Carries_nothing(string statements) => Silent(Body(statements));

    [Fact]
    public Task Through_a_helper_that_gives_back_what_it_got() => Flags(Members("""
        static string Quote(string s) => "'" + s + "'";
        void A(Client c) => File.WriteAllText("a", [|Quote(c.Insz)|]);
        void B(Client c) => File.WriteAllText("b", Quote(c.Version.ToString()));
        """));

    [Fact]
    public Task Through_two_helpers_to_the_sink() => Flags(Members("""
        private void Put(string key, string text) => File.WriteAllText(key, text);
        private void Keep(string text) { var copy = text; Put("a", copy); }
        void A(Client c) => Keep([|c.Insz|]);
        void B(Client c) => Keep(c.Version.ToString());
        """));

    [Fact]
    public Task A_named_parameter_of_a_helper_is_reported_at_the_sink() => Flags(Members("""
        private void Put(string insz) => File.WriteAllText("a", [|insz|]);
        void A(Client c) => Put(c.Insz);
        """));

    [Fact]
    public Task A_generic_helper_that_serialises() => Flags(Members("""
        private void Put<T>(string name, T value) => File.WriteAllText(name, JsonSerializer.Serialize(value));
        void A(Client c) { Put("a", [|c|]); Put("b", c.Version); Put("c", new { c.Id }); Put("d", [|new { c.Insz }|]); }
        """));

    [Fact]
    public Task A_helper_with_the_writer_as_parameter() => Flags(Members("""
        private static void Write(TextWriter writer, Client c) => writer.WriteLine([|c.Insz|]);
        private static void Show(TextWriter writer, Client c) => writer.WriteLine(c.Insz);
        void A(Client c) { using var w = new StreamWriter("a"); Write(w, c); }
        void B(Client c) { using var w = new StringWriter(); Show(w, c); }
        """));

    [Fact]
    public Task Fields_and_properties_of_the_type() => Flags(Members("""
        private string _line;
        private StreamWriter _writer = new StreamWriter("a");
        private string _other;
        private string Text => _line + "\n";
        void Load(Client c) { _line = c.Insz; _other = c.Version.ToString(); }
        void Save() { File.WriteAllText("a", [|_line|]); File.WriteAllText("b", [|Text|]); File.WriteAllText("c", _other); _writer.Write([|_line|]); }
        """));

    [Fact]
    public Task A_private_field_is_what_was_put_into_it() => Silent(Members("""
        private string _insz;
        void Load(Client c, IDataProtector p) => _insz = p.Protect(c.Insz);
        void Save() => File.WriteAllText("a", _insz);
        """));

    [Fact]
    public Task Through_the_only_implementation_of_an_interface() => Flags(Members("""
        public interface IStore { void Put(string name, string text); }
        public class FileStore : IStore { public void Put(string name, string text) => File.WriteAllText(name, text); }
        void A(IStore store, Client c) { store.Put("a", [|c.Insz|]); store.Put("b", "x"); }
        """));

    [Fact]
    public Task Not_through_an_interface_with_several() => Silent(Members("""
        public interface IStore { void Put(string name, string text); }
        public class FileStore : IStore { public void Put(string name, string text) => File.WriteAllText(name, text); }
        public class SafeStore : IStore { public void Put(string name, string text) => File.WriteAllText(name, Encrypt(text)); string Encrypt(string s) => s; }
        void A(IStore store, Client c) => store.Put("a", c.Insz);
        """));

    [Fact]
    public Task People_with_nothing_but_a_name_in_a_whole_object() => Silent(Members("""
        public class Person { public string Name { get; set; } public string Role { get; set; } }
        public class Film { public string Title { get; set; } public List<Person> Cast { get; set; } }
        void M(Film film) => File.WriteAllText("a", JsonSerializer.Serialize(film));
        """));

    [Fact]
    public Task A_secret_of_a_machine_is_nobodys_datum() => Silent(Members("""
        public class NetworkConfiguration { public string CertificatePassword { get; set; } public int Port { get; set; } }
        void M(NetworkConfiguration old)
        {
            var fresh = new NetworkConfiguration { CertificatePassword = old.CertificatePassword, Port = old.Port };
            File.WriteAllText("a", JsonSerializer.Serialize(old));
            File.WriteAllText("b", JsonSerializer.Serialize(fresh));
        }
        """));

    [Fact]
    public Task An_out_parameter() => Flags(Members("""
        static bool Find(Client c, out string text) { text = c.Insz; return true; }
        static bool FindVersion(Client c, out string text) { text = c.Version.ToString(); return true; }
        void A(Client c) { Find(c, out var t); File.WriteAllText("a", [|t|]); FindVersion(c, out var u); File.WriteAllText("a", u); }
        """));

    [Fact]
    public async Task Long_expressions_and_long_chains_come_to_an_end()
    {
        var terms = string.Join(" + ", Enumerable.Range(0, 2000).Select(i => i == 1999 ? "client.Insz" : "client.Id"));
        await Flags(Body($"File.WriteAllText(path, [|\"\" + {terms}|]);"));

        var chain = string.Join("\n", Enumerable.Range(0, 300).Select(i => $"string F{i}(Client c) => F{i + 1}(c);"));
        await Silent(Members(chain + "string F300(Client c) => c.Insz; void M(Client c) => File.WriteAllText(\"a\", F0(c));"));

        var sinks = string.Join("\n", Enumerable.Range(0, 300).Select(i => $"void G{i}(string s) => G{i + 1}(s);"));
        await Silent(Members(sinks + "void G300(string s) => File.WriteAllText(\"a\", s); void M(Client c) => G0(c.Insz);"));

        var calls = string.Join(".", Enumerable.Repeat("Trim()", 1500));
        await Flags(Body($"File.WriteAllText(path, [|client.Insz.{calls}|]);"));
    }

    [Fact]
    public Task Recursion_comes_to_an_end() => Flags(Members("""
        string Down(Client c, int n) => n == 0 ? c.Insz : Down(c, n - 1);
        void Up(string s) { File.WriteAllText("a", s); Up(s + "x"); }
        void M(Client c) { File.WriteAllText("a", [|Down(c, 3)|]); Up([|c.Insz|]); }
        """));
}
