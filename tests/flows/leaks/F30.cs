// flow: 30 delegate
// leaks: diagnosis of a client
// sink: third-party
// depth: 3
// expected: leak
namespace Zorg.F30;

using Microsoft.ApplicationInsights;

public class Client
{
    public string Diagnose { get; set; } = "";
}

public class Meting(TelemetryClient telemetrie)
{
    public void Registreer(Client client) => Meet(client, c => c.Diagnose); // source

    private void Meet(Client client, Func<Client, string> label) => Volg(label(client)); // step

    private void Volg(string label) => telemetrie.TrackEvent("geregistreerd: " + label); // sink
}
