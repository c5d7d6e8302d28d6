// flow: 08 LINQ, method syntax
// leaks: national numbers of all clients of a round
// sink: storage
// depth: 0
// expected: leak
namespace Zorg.F08;

public class Client
{
    public int Volgorde { get; set; }

    public string Insz { get; set; } = "";
}

public class Ronde
{
    public void Exporteer(IEnumerable<Client> clienten, string pad)
    {
        var regels = clienten.Where(c => c.Volgorde > 0).OrderBy(c => c.Volgorde).Select(c => c.Volgorde + ";" + c.Insz); // source
        File.WriteAllLines(pad, regels); // sink
    }
}
