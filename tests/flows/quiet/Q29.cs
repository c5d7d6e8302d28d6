// flow: 29 field set in one method and logged in another
// why quiet: the field keeps a key; the name goes back to the caller only
// sink: log
// depth: 2
// expected: quiet
namespace Zorg.Q29;

using Microsoft.Extensions.Logging;

public class Patient
{
    public Guid Id { get; set; }

    public string LastName { get; set; } = "";
}

public class Call(ILogger<Call> logger)
{
    private string _subject = "";

    public string Begin(Patient patient)
    {
        Remember(patient.Id.ToString());
        return patient.LastName;
    }

    public void End() => logger.LogInformation("Call about {Subject} ended", _subject);

    private void Remember(string subject) => _subject = subject;
}
