// flow: 04 helper
// leaks: last name of a patient
// sink: log
// depth: 1
// expected: leak
namespace Zorg.F04;

using Microsoft.Extensions.Logging;

public class Patient
{
    public int Bed { get; set; }

    public string LastName { get; set; } = "";
}

public class Admissions(ILogger<Admissions> logger)
{
    public void Admit(Patient patient)
    {
        logger.LogWarning("Admitted: {Text}", Describe(patient)); // sink
    }

    private static string Describe(Patient patient) => "bed " + patient.Bed + ", " + patient.LastName; // source
}
