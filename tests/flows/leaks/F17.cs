// flow: 17 base class
// leaks: address of a client
// sink: storage
// depth: 2
// expected: leak
namespace Zorg.F17;

public abstract class Export
{
    protected abstract string Name { get; }

    protected void Save(string line) => Append(line + Environment.NewLine); // step

    private void Append(string text) => File.AppendAllText(Name + ".csv", text); // sink
}

public class Client
{
    public int Stop { get; set; }

    public string StreetAddress { get; set; } = "";
}

public class RouteExport : Export
{
    protected override string Name => "route";

    public void Add(Client client) => Save(client.Stop + ";" + client.StreetAddress); // source
}
