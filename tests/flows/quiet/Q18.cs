// flow: 18 DTO, constructor
// why quiet: stored in the browser encrypted, by ASP.NET Core's protected storage
// sink: browser
// depth: 1
// expected: quiet
namespace Zorg.Q18;

using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;

public class Resident
{
    public string NomDeFamille { get; set; } = "";

    public string Niss { get; set; } = "";
}

public class Carte
{
    public Carte(string titre, string numero)
    {
        Titre = titre;
        Numero = numero;
    }

    public string Titre { get; }

    public string Numero { get; }
}

public class DernierVu(ProtectedLocalStorage storage)
{
    public ValueTask RetenirAsync(Resident resident)
    {
        var carte = new Carte(resident.NomDeFamille, resident.Niss);
        return storage.SetAsync("dernier", carte);
    }
}
