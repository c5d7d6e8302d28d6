// flow: 19 DTO, object initialiser
// why quiet: the copy has a surrogate key and a yes or no
// sink: browser
// depth: 1
// expected: quiet
namespace Zorg.Q19;

using System.Text.Json;
using Microsoft.JSInterop;

public class Client
{
    public Guid Id { get; set; }

    public string Diagnose { get; set; } = "";
}

public class Kaart
{
    public Guid Sleutel { get; set; }

    public bool Ingevuld { get; set; }
}

public class Browseropslag(IJSRuntime js)
{
    public async Task BewaarAsync(Client client)
    {
        var kaart = new Kaart { Sleutel = client.Id, Ingevuld = client.Diagnose != "" };
        await ZetAsync("kaart", JsonSerializer.Serialize(kaart));
    }

    private ValueTask ZetAsync(string sleutel, string waarde) => js.InvokeVoidAsync("localStorage.setItem", sleutel, waarde);
}
