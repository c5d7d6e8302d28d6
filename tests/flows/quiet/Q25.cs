// flow: 25 Serilog, destructuring
// why quiet: an object with a key and a state is destructured, not the patient
// sink: log
// depth: 0
// expected: quiet
namespace Zorg.Q25;

using Serilog;

public class Patient
{
    public Guid Id { get; set; }

    public bool Sorti { get; set; }

    public string Prenom { get; set; } = "";
}

public class Sortie(ILogger log)
{
    public void Confirmer(Patient patient)
    {
        log.Information("Sortie confirmée {@Sortie}", new { patient.Id, patient.Sorti });
    }
}
