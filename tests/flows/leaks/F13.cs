// flow: 13 iterator
// leaks: allergies of residents
// sink: storage
// depth: 2
// expected: leak
namespace Zorg.F13;

public class Resident
{
    public int Chambre { get; set; }

    public string Allergies { get; set; } = "";
}

public class Cuisine
{
    public void Imprimer(IReadOnlyList<Resident> residents, string chemin) => Ecrire(chemin, Lignes(residents)); // step

    private static IEnumerable<string> Lignes(IReadOnlyList<Resident> residents)
    {
        foreach (var resident in residents)
        {
            yield return $"{resident.Chambre} : {resident.Allergies}"; // source
        }
    }

    private static void Ecrire(string chemin, IEnumerable<string> lignes) => File.WriteAllLines(chemin, lignes); // sink
}
