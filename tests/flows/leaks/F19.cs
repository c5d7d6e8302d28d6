// flow: 19 DTO, object initialiser
// leaks: diagnosis of a client
// sink: browser
// depth: 1
// expected: leak
namespace Zorg.F19;

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

    public string Regel { get; set; } = "";
}

public class Browseropslag(IJSRuntime js)
{
    public async Task BewaarAsync(Client client)
    {
        var kaart = new Kaart { Sleutel = client.Id, Regel = client.Diagnose }; // source
        await ZetAsync("kaart", JsonSerializer.Serialize(kaart)); // step
    }

    private ValueTask ZetAsync(string sleutel, string waarde) => js.InvokeVoidAsync("localStorage.setItem", sleutel, waarde); // sink
}
