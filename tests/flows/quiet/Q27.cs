// flow: 27 dictionary for telemetry
// why quiet: counts and a screen
// sink: third-party
// depth: 1
// expected: quiet
namespace Zorg.Q27;

using Microsoft.ApplicationInsights;

public class Patient
{
    public List<string> Diagnoses { get; } = [];
}

public class Usage(TelemetryClient telemetry)
{
    public void Opened(Patient patient)
    {
        telemetry.TrackEvent("dossier opened", Properties(patient));
    }

    private static Dictionary<string, string> Properties(Patient patient)
    {
        var properties = new Dictionary<string, string> { ["screen"] = "dossier" };
        properties["entries"] = patient.Diagnoses.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return properties;
    }
}
