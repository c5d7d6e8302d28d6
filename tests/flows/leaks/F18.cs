// flow: 18 DTO, constructor
// leaks: name and national number of a resident
// sink: browser
// depth: 1
// expected: leak
namespace Zorg.F18;

using System.Text.Json;
using Microsoft.AspNetCore.Http;

public class Resident
{
    public string NomDeFamille { get; set; } = "";

    public string Niss { get; set; } = "";
}

public class Carte
{
    public Carte(string titre, string numero)
    {
        Titre = titre; // step
        Numero = numero; // step
    }

    public string Titre { get; }

    public string Numero { get; }
}

public class DernierVu(IHttpContextAccessor http)
{
    public void Retenir(Resident resident)
    {
        var carte = new Carte(resident.NomDeFamille, resident.Niss); // source
        http.HttpContext!.Response.Cookies.Append("dernier", JsonSerializer.Serialize(carte)); // sink
    }
}
