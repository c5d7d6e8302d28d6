// flow: 23 out parameter
// leaks: phone number of a client
// sink: url
// depth: 1
// expected: leak
namespace Zorg.F23;

using Microsoft.AspNetCore.WebUtilities;

public class Client
{
    public Guid Id { get; set; }

    public string Telefoonnummer { get; set; } = "";
}

public class Sms(HttpClient http, Dictionary<Guid, Client> clienten)
{
    public async Task StuurAsync(Guid id)
    {
        if (Zoek(id, out var bestemming)) // step
        {
            await http.PostAsync(QueryHelpers.AddQueryString("https://sms.example.be/send", "to", bestemming), null); // sink
        }
    }

    private bool Zoek(Guid id, out string gevonden)
    {
        gevonden = clienten.TryGetValue(id, out var client) ? client.Telefoonnummer : ""; // source
        return gevonden.Length > 0;
    }
}
