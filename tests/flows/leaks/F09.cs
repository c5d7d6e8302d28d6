// flow: 09 LINQ, query syntax
// leaks: names and treatments of patients
// sink: clipboard
// depth: 1
// expected: leak
namespace Zorg.F09;

using Microsoft.Maui.ApplicationModel.DataTransfer;

public class Patient
{
    public string NomDeFamille { get; set; } = "";

    public string Traitement { get; set; } = "";
}

public class ListeDuJour
{
    public async Task CopierAsync(List<Patient> patients)
    {
        var lignes = from p in patients where p.Traitement.Length > 0 select p.NomDeFamille + " : " + p.Traitement; // source
        await PlacerAsync(string.Join("\n", lignes)); // step
    }

    private static Task PlacerAsync(string texte) => Clipboard.Default.SetTextAsync(texte); // sink
}
