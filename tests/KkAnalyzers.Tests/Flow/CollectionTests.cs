namespace KkAnalyzers.Tests.Flow;

/// <summary>Collections, LINQ, tasks and iterators: what goes in comes out, and nothing else.</summary>
public class CollectionTests
{
    [Theory]
    [InlineData("""var all = new List<string>(); all.Add(client.Insz); Console.WriteLine([|all[0]|]); Console.WriteLine([|string.Join(",", all)|]); Console.WriteLine(all.Count);""")]
    [InlineData("""var d = new Dictionary<string, string> { ["a"] = client.Insz }; Console.WriteLine([|d["a"]|]); Console.WriteLine([|d.Values.First()|]); Console.WriteLine(d.Keys.First());""")]
    [InlineData("""var d = new Dictionary<string, string> { { "a", client.Insz } }; foreach (var p in d) { Console.WriteLine(p.Key); Console.WriteLine([|p.Value|]); }""")]
    [InlineData("""var d = new Dictionary<string, string>(); d.Add(client.Insz, "x"); Console.WriteLine([|d.Keys.First()|]); Console.WriteLine(d["a"]);""")]
    [InlineData("""var d = new Dictionary<string, string>(); d[client.Insz] = "x"; if (d.TryGetValue("a", out var v)) { Console.WriteLine(v); }""")]
    [InlineData("""var d = new Dictionary<int, Entry> { [1] = new Entry { Value = client.Insz } }; Console.WriteLine([|d[1].Value|]); Console.WriteLine(d[1].Key);""")]
    [InlineData("""var a = new string[2]; a[0] = client.Insz; Console.WriteLine([|a[1]|]);""")]
    [InlineData("""string[] a = [client.Insz, "x"]; Console.WriteLine([|a[0]|]);""")]
    [InlineData("""List<string> a = ["x", .. list.Select(c => c.Insz)]; Console.WriteLine([|a[0]|]);""")]
    [InlineData("""ReadOnlySpan<string> a = [client.Insz]; Console.WriteLine([|a[0]|]);""")]
    [InlineData("""var q = new Queue<string>(); q.Enqueue(client.Insz); Console.WriteLine([|q.Dequeue()|]);""")]
    [InlineData("""var q = new System.Collections.Concurrent.ConcurrentDictionary<int, string>(); Console.WriteLine([|q.GetOrAdd(1, _ => client.Insz)|]);""")]
    public Task Collections(string statements) => FlowCase.Body(statements);

    [Theory]
    [InlineData("""Console.WriteLine([|list.Select(c => c.Insz).First()|]); Console.WriteLine(list.Select(c => c.Version).First());""")]
    [InlineData("""Console.WriteLine([|list.Where(c => c.Id > 1).OrderBy(c => c.Id).Select(c => c.Insz).Last()|]);""")]
    [InlineData("""Console.WriteLine(list.OrderBy(c => c.Insz).Select(c => c.Version.ToString()).First());""")]
    [InlineData("""Console.WriteLine([|list.Select(c => new { X = c.Insz, Y = c.Id }).First().X|]); Console.WriteLine(list.Select(c => new { X = c.Insz, Y = "y" }).First().Y);""")]
    [InlineData("""var rows = list.Select(c => new Entry { Key = c.Id.ToString(), Value = c.Insz }).ToList(); foreach (var r in rows) { Console.WriteLine(r.Key); Console.WriteLine([|r.Value|]); }""")]
    [InlineData("""Console.WriteLine([|list.Aggregate("", (a, c) => a + c.Insz)|]); Console.WriteLine(list.Aggregate("", (a, c) => a + c.Version));""")]
    [InlineData("""var d = list.ToDictionary(c => c.Id, c => c.Insz); Console.WriteLine([|d[1]|]); Console.WriteLine(d.Keys.First());""")]
    [InlineData("""var d = list.ToDictionary(c => c.Insz, c => c.Version.ToString()); Console.WriteLine([|d.Keys.First()|]); Console.WriteLine(d["1"]);""")]
    [InlineData("""foreach (var g in list.GroupBy(c => c.Insz)) { Console.WriteLine([|g.Key|]); Console.WriteLine(g.Count()); }""")]
    [InlineData("""foreach (var g in list.GroupBy(c => c.Version.ToString())) { Console.WriteLine(g.Key); }""")]
    [InlineData("""Console.WriteLine([|list.SelectMany(c => new[] { c.Insz }).First()|]); Console.WriteLine([|list.SelectMany(c => new[] { c.Insz }, (c, s) => s).First()|]);""")]
    [InlineData("""Console.WriteLine([|list.Zip(list, (a, b) => a.Insz + b.Id).First()|]); Console.WriteLine(list.Zip(list, (a, b) => a.Id + b.Version).First());""")]
    [InlineData("""Console.WriteLine([|list.Join(list, a => a.Insz, b => b.Insz, (a, b) => b.Insz).First()|]); Console.WriteLine(list.Join(list, a => a.Insz, b => b.Insz, (a, b) => b.Version.ToString()).First());""")]
    [InlineData("""Console.WriteLine([|list.Max(c => c.Insz)|]); Console.WriteLine(list.Max(c => c.Version)); Console.WriteLine(list.Any(c => c.Insz == key));""")]
    [InlineData("""string Format(Client c) => c.Insz + "!"; Console.WriteLine([|list.Select(Format).First()|]);""")]
    [InlineData("""string Format(Client c) => c.Version + "!"; Console.WriteLine(list.Select(Format).First());""")]
    [InlineData("""var texts = list.Select(c => c.Insz); Console.WriteLine([|texts.Select(string.Intern).First()|]); Console.WriteLine(texts.Select(protector.Protect).First());""")]
    [InlineData("""list.Select(c => c.Insz).ToList().ForEach(Show); void Show(string s) => Console.WriteLine([|s|]);""")]
    public Task Linq_methods(string statements) => FlowCase.Body(statements);

    [Theory]
    [InlineData("""Console.WriteLine([|(from c in list where c.Id > 1 select c.Insz).First()|]); Console.WriteLine((from c in list where c.Insz != null select c.Version).First());""")]
    [InlineData("""Console.WriteLine([|(from c in list let x = c.Insz select x).First()|]); Console.WriteLine((from c in list let x = c.Insz select c.Version).First());""")]
    [InlineData("""Console.WriteLine([|(from c in list from x in new[] { c.Insz } select x).First()|]);""")]
    [InlineData("""Console.WriteLine([|(from a in list join b in list on a.Id equals b.Id select new { X = b.Insz }).First().X|]);""")]
    [InlineData("""foreach (var g in from c in list group c by c.Insz into g orderby g.Key select g) { Console.WriteLine([|g.Key|]); }""")]
    [InlineData("""foreach (var g in from c in list group c.Insz by c.Version.ToString()) { Console.WriteLine(g.Key); Console.WriteLine([|g.First()|]); }""")]
    public Task Query_syntax(string statements) => FlowCase.Body(statements);

    [Theory]
    [InlineData("""var all = await Task.WhenAll(Get(client), Get(client)); Console.WriteLine([|all[0]|]); async Task<string> Get(Client c) { await Task.Yield(); return c.Insz; }""")]
    [InlineData("""Console.WriteLine([|await Get(client).ConfigureAwait(false)|]); ValueTask<string> Get(Client c) => new(c.Insz);""")]
    [InlineData("""Console.WriteLine([|await Task.Run(() => client.Insz)|]); Console.WriteLine(await Task.Run(() => client.Version));""")]
    [InlineData("""Console.WriteLine([|await Task.FromResult(client).ContinueWith(t => t.Result.Insz)|]);""")]
    [InlineData("""var t = Task.FromResult(client.Insz); Console.WriteLine([|t.Result|]); Console.WriteLine([|t.GetAwaiter().GetResult()|]); Console.WriteLine(t.Status);""")]
    [InlineData("""var lazy = new Lazy<string>(() => client.Insz); Console.WriteLine([|lazy.Value|]);""")]
    [InlineData("""IEnumerable<string> Lines() { yield return "x"; yield return client.Insz; } foreach (var s in Lines()) { Console.WriteLine([|s|]); }""")]
    [InlineData("""async IAsyncEnumerable<string> Lines() { await Task.Yield(); yield return client.Insz; } await foreach (var s in Lines()) { Console.WriteLine([|s|]); }""")]
    public Task Tasks_and_iterators(string statements) => FlowCase.Body(statements);
}
