namespace KkAnalyzers.Tests.Flow;

/// <summary>What serialisers write: every member at every depth, without what the types tell them to leave out.</summary>
public class SerialiserTests
{
    private const string Types = """
        public class Dossier { public int Id { get; set; } public Client Owner { get; set; } }
        public class Safe { public int Id { get; set; } [JsonIgnore] public Client Owner { get; set; } public Inner In { get; set; } }
        public class Inner { public int Version { get; set; } [JsonIgnore] public string Insz { get; set; } [JsonIgnore] public string Diagnose { get; set; } }
        public class Sometimes { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string Insz { get; set; } }
        public class Mixed { public Inner In { get; set; } public List<Leaf> Leaves { get; set; } }
        public class Leaf { [JsonIgnore] public string Insz { get; set; } public string Diagnose { get; set; } }
        [System.Runtime.Serialization.DataContract] public class Contract { [System.Runtime.Serialization.DataMember] public int Id { get; set; } public string Insz { get; set; } }
        [System.Runtime.Serialization.DataContract] public class Told { [System.Runtime.Serialization.DataMember] public string Insz { get; set; } }
        public class Xml { public int Id { get; set; } [XmlIgnore] public string Insz { get; set; } }
        public class Node { public Node Parent { get; set; } public int Id { get; set; } }

        """;

    [Theory]
    [InlineData("Dossier", true)]
    [InlineData("List<Client>", true)]
    [InlineData("Dictionary<int, Client>", true)]
    [InlineData("Dictionary<int, List<Dossier>>", true)]
    [InlineData("Sometimes", true)]
    [InlineData("Mixed", true)]
    [InlineData("Told", true)]
    [InlineData("Safe", false)]
    [InlineData("List<Safe>", false)]
    [InlineData("Dictionary<string, Inner[]>", false)]
    [InlineData("Contract", false)]
    [InlineData("Xml", false)]
    [InlineData("Node", false)]
    public Task Ignored_members_at_every_depth(string type, bool flagged)
    {
        var open = flagged ? "[|" : "";
        var close = flagged ? "|]" : "";
        return FlowCase.Members(Types + $$"""
            void M({{type}} value, XmlSerializer xml)
            {
                Console.WriteLine({{open}}JsonSerializer.Serialize(value){{close}});
                Console.WriteLine({{open}}Newtonsoft.Json.JsonConvert.SerializeObject(value){{close}});
                var w = new StringWriter();
                xml.Serialize(w, value);
                Console.WriteLine({{open}}w.ToString(){{close}});
                var s = new MemoryStream();
                new System.Runtime.Serialization.DataContractSerializer(typeof({{type}})).WriteObject(s, value);
                Console.WriteLine({{open}}Encoding.UTF8.GetString(s.ToArray()){{close}});
            }
            """, "namespace Newtonsoft.Json { public static class JsonConvert { public static string SerializeObject(object value) => null; } }");
    }

    [Theory]
    [InlineData("""Console.WriteLine([|JsonSerializer.Serialize(new { client.Insz })|]); Console.WriteLine(JsonSerializer.Serialize(new { client.Id }));""")]
    [InlineData("""var o = new JsonObject { ["a"] = client.Insz }; Console.WriteLine([|o.ToJsonString()|]); Console.WriteLine([|o|]);""")]
    [InlineData("""var o = new JsonObject(); o["a"] = client.Insz; Console.WriteLine([|o.ToJsonString()|]);""")]
    [InlineData("""var o = new JsonObject { ["a"] = new JsonArray(client.Insz) }; Console.WriteLine([|o.ToJsonString()|]);""")]
    [InlineData("""var o = new JsonObject { ["a"] = client.Version, ["b"] = protector.Protect(client.Insz) }; Console.WriteLine(o.ToJsonString());""")]
    [InlineData("""var e = new Entry { Key = "a" }; e.Value = client.Insz; Console.WriteLine([|JsonSerializer.Serialize(e)|]);""")]
    [InlineData("""var e = new Entry { Key = "a" }; e.Value = client.Version.ToString(); Console.WriteLine(JsonSerializer.Serialize(e));""")]
    [InlineData("""Console.WriteLine([|JsonSerializer.Serialize(list.Select(c => new { c.Id, X = c.Insz }))|]); Console.WriteLine(JsonSerializer.Serialize(list.Select(c => new { c.Id, c.Version })));""")]
    [InlineData("""Console.WriteLine(JsonSerializer.Serialize(list.ToDictionary(c => c.Id, c => c.Version))); Console.WriteLine([|JsonSerializer.Serialize(list.ToDictionary(c => c.Id, c => c.Insz))|]);""")]
    [InlineData("""Console.WriteLine(JsonSerializer.Serialize(list.GroupBy(c => c.Version).Select(g => new { g.Key, N = g.Count() })));""")]
    [InlineData("""Console.WriteLine([|JsonSerializer.Serialize(client, typeof(Client))|]); Console.WriteLine([|Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(client))|]);""")]
    [InlineData("""System.Text.Json.Serialization.Metadata.JsonTypeInfo<Client> info = null; Console.WriteLine([|JsonSerializer.Serialize(client, info)|]);""")]
    public Task Json(string statements) => FlowCase.Body(statements);
}
