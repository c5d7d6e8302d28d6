// flow: 03 local, string.Format
// leaks: diagnosis of a resident
// sink: storage
// depth: 0
// expected: leak
namespace Zorg.F03;

public class Bewoner
{
    public int Volgnummer { get; set; }

    public string Diagnose { get; set; } = "";
}

public class Overdracht
{
    public void Noteer(Bewoner bewoner, string map)
    {
        var tekst = bewoner.Diagnose; // source
        var regel = string.Format("Notitie {0}: {1}", bewoner.Volgnummer, tekst); // step
        File.AppendAllText(Path.Combine(map, "overdracht.txt"), regel); // sink
    }
}
