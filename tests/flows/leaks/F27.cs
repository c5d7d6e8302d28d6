// flow: 27 dictionary for telemetry
// leaks: diagnosis and e-mail address of a patient
// sink: third-party
// depth: 1
// expected: leak
namespace Zorg.F27;

using Microsoft.ApplicationInsights;

public class Patient
{
    public string Diagnosis { get; set; } = "";

    public string EmailAddress { get; set; } = "";
}

public class Usage(TelemetryClient telemetry)
{
    public void Opened(Patient patient)
    {
        telemetry.TrackEvent("dossier opened", Properties(patient)); // sink
    }

    private static Dictionary<string, string> Properties(Patient patient)
    {
        var properties = new Dictionary<string, string> { ["screen"] = "dossier" };
        properties["about"] = patient.Diagnosis; // source
        properties.Add("by", patient.EmailAddress); // source
        return properties; // step
    }
}
