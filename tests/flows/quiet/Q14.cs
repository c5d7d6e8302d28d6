// flow: 14 generic method
// why quiet: kept in the secure store of the device
// sink: storage
// depth: 2
// expected: quiet
namespace Zorg.Q14;

using System.Text.Json;
using Microsoft.Maui.Storage;

public class Client
{
    public string Voornaam { get; set; } = "";

    public string Insz { get; set; } = "";
}

public class Toestel
{
    public Task OnthoudAsync(Client client) => BewaarAsync("laatste", client);

    private static Task BewaarAsync<T>(string sleutel, T waarde) => ZetAsync(sleutel, JsonSerializer.Serialize(waarde));

    private static Task ZetAsync(string sleutel, string tekst) => SecureStorage.Default.SetAsync(sleutel, tekst);
}
