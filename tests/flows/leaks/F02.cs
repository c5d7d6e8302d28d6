// flow: 02 interpolation
// leaks: national number of a patient, in French code
// sink: url
// depth: 0
// expected: leak
namespace Zorg.F02;

public class Patient
{
    public string Niss { get; set; } = "";
}

public class Annuaire(HttpClient http)
{
    public Task<string> ChercherAsync(Patient patient)
    {
        return http.GetStringAsync($"https://annuaire.example.be/fhir/Patient?identifier={patient.Niss}"); // source, sink
    }
}
