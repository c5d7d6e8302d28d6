// flow: 01 direct
// leaks: national number of a client
// sink: log
// depth: 0
// expected: leak
namespace Zorg.F01;

using Microsoft.Extensions.Logging;

public class Client
{
    public Guid Id { get; set; }

    public string Rijksregisternummer { get; set; } = "";
}

public class Intake(ILogger<Intake> logger)
{
    public void Start(Client client)
    {
        logger.LogInformation("Intake started for {Client}", client.Rijksregisternummer); // source, sink
    }
}
