// flow: 06 record, with
// why quiet: what is personal is blanked in the copy that is stored
// sink: storage
// depth: 1
// expected: quiet
namespace Zorg.Q06;

using System.Text.Json;

public record Fiche(Guid Id, string Voornaam, int Versie);

public class Fiches
{
    public void Ontdubbel(Fiche fiche)
    {
        var nieuw = fiche with { Voornaam = "" };
        Bewaar(nieuw.Id, JsonSerializer.Serialize(nieuw));
    }

    private static void Bewaar(Guid id, string json) => File.WriteAllText($"{id:N}.json", json);
}
