// flow: 03 local, string.Format
// why quiet: the length of a text and the name of a member, not the text
// sink: storage
// depth: 0
// expected: quiet
namespace Zorg.Q03;

public class Bewoner
{
    public int Volgnummer { get; set; }

    public string Diagnose { get; set; } = "";
}

public class Overdracht
{
    public void Noteer(Bewoner bewoner, string map)
    {
        var lengte = bewoner.Diagnose.Length;
        var regel = string.Format("Notitie {0}: {1} heeft {2} tekens", bewoner.Volgnummer, nameof(Bewoner.Diagnose), lengte);
        File.AppendAllText(Path.Combine(map, "statistiek.txt"), regel);
    }
}
