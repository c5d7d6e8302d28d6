// flow: 02 interpolation
// why quiet: protected by Data Protection before it is put into the address
// sink: url
// depth: 0
// expected: quiet
namespace Zorg.Q02;

using Microsoft.AspNetCore.DataProtection;

public class Patient
{
    public string Niss { get; set; } = "";
}

public class Annuaire(HttpClient http, IDataProtector protector)
{
    public Task<string> ChercherAsync(Patient patient)
    {
        return http.GetStringAsync($"https://annuaire.example.be/recherche?jeton={Uri.EscapeDataString(protector.Protect(patient.Niss))}");
    }
}
