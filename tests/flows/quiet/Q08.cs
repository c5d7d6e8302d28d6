// flow: 08 LINQ, method syntax
// why quiet: the national number filters and sorts, it is not selected
// sink: storage
// depth: 0
// expected: quiet
namespace Zorg.Q08;

public class Client
{
    public int Volgorde { get; set; }

    public string Insz { get; set; } = "";
}

public class Ronde
{
    public void Exporteer(IEnumerable<Client> clienten, string pad)
    {
        var regels = clienten.Where(c => c.Insz.Length > 0).OrderBy(c => c.Insz).Select(c => $"stop {c.Volgorde}");
        File.WriteAllLines(pad, regels);
    }
}
