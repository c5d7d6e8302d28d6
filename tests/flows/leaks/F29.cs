// flow: 29 field set in one method and logged in another
// leaks: name of a patient
// sink: log
// depth: 2
// expected: leak
namespace Zorg.F29;

using Microsoft.Extensions.Logging;

public class Patient
{
    public string LastName { get; set; } = "";
}

public class Call(ILogger<Call> logger)
{
    private string _subject = "";

    public void Begin(Patient patient) => Remember(patient.LastName); // source

    public void End() => logger.LogInformation("Call about {Subject} ended", _subject); // sink

    private void Remember(string subject) => _subject = subject; // step
}
