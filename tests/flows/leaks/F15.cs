// flow: 15 extension method
// leaks: name and birth date of a patient
// sink: log
// depth: 1
// expected: leak
namespace Zorg.F15;

public class Patient
{
    public string Achternaam { get; set; } = "";

    public DateOnly Geboortedatum { get; set; }
}

public static class PatientTexts
{
    public static string Etiket(this Patient patient) => $"{patient.Achternaam} ({patient.Geboortedatum:yyyy-MM-dd})"; // source
}

public class Balie
{
    public void Roep(Patient patient) => Console.WriteLine("Volgende: " + patient.Etiket()); // sink
}
