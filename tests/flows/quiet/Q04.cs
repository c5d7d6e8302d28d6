// flow: 04 helper
// why quiet: whether there is a value, not the value
// sink: log
// depth: 1
// expected: quiet
namespace Zorg.Q04;

using Microsoft.Extensions.Logging;

public class Patient
{
    public int Bed { get; set; }

    public string? LastName { get; set; }
}

public class Admissions(ILogger<Admissions> logger)
{
    public void Admit(Patient patient)
    {
        logger.LogWarning("Admitted: {Text}", Describe(patient));
    }

    private static string Describe(Patient patient) => "bed " + patient.Bed + (string.IsNullOrEmpty(patient.LastName) ? ", nameless" : ", named");
}
