// flow: 25 Serilog, destructuring
// leaks: a whole patient
// sink: log
// depth: 0
// expected: leak
namespace Zorg.F25;

using Serilog;

public class Patient
{
    public Guid Id { get; set; }

    public string Prenom { get; set; } = "";

    public string Niss { get; set; } = "";
}

public class Sortie(ILogger log)
{
    public void Confirmer(Patient patient)
    {
        log.Information("Sortie confirmée {@Patient}", patient); // source, sink
    }
}
