// flow: 14 generic method
// leaks: a client's whole card, with name and national number
// sink: storage
// depth: 2
// expected: leak
namespace Zorg.F14;

using System.Text.Json;
using Microsoft.Maui.Storage;

public class Client
{
    public string Voornaam { get; set; } = "";

    public string Insz { get; set; } = "";
}

public class Toestel
{
    public void Onthoud(Client client) => Bewaar("laatste", client); // source

    private static void Bewaar<T>(string sleutel, T waarde) => Zet(sleutel, JsonSerializer.Serialize(waarde)); // step

    private static void Zet(string sleutel, string tekst) => Preferences.Default.Set(sleutel, tekst); // sink
}
