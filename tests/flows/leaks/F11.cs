// flow: 11 local function
// leaks: national number of a client
// sink: url
// depth: 1
// expected: leak
namespace Zorg.F11;

using Microsoft.AspNetCore.Http;

public class Client
{
    public string Rijksregisternummer { get; set; } = "";
}

public class Doorverwijzing
{
    public IResult NaarDossier(Client client)
    {
        string Adres(string nummer) => "/dossiers?nummer=" + Uri.EscapeDataString(nummer); // step

        return Results.Redirect(Adres(client.Rijksregisternummer)); // source, sink
    }
}
