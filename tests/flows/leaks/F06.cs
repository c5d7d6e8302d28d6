// flow: 06 record, with
// leaks: first name and birth date of a client
// sink: storage
// depth: 1
// expected: leak
namespace Zorg.F06;

using System.Text.Json;

public record Fiche(Guid Id, string Voornaam, DateOnly Geboortedatum);

public class Fiches
{
    public void Hernoem(Fiche fiche, string voornaam)
    {
        var nieuw = fiche with { Voornaam = voornaam.Trim() }; // source
        Bewaar(nieuw.Id, JsonSerializer.Serialize(nieuw)); // step
    }

    private static void Bewaar(Guid id, string json) => File.WriteAllText($"{id:N}.json", json); // sink
}
