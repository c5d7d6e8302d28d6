// flow: 10 lambda
// leaks: e-mail address of a patient, in a member that carries a data classification
// sink: log
// depth: 0
// expected: leak
namespace Zorg.F10;

using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;

[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute() : DataClassificationAttribute(new DataClassification("Zorg", "Personal"));

public class Patient
{
    [Personal]
    public string EmailAddress { get; set; } = "";
}

public class Reminders(ILogger<Reminders> logger)
{
    public void Send(List<Patient> patients)
    {
        patients.ForEach(p => logger.LogInformation("Reminder sent to {To}", p.EmailAddress)); // source, sink
    }
}
