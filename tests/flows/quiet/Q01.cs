// flow: 01 direct
// why quiet: a surrogate key, which says nothing to who does not have the database
// sink: log
// depth: 0
// expected: quiet
namespace Zorg.Q01;

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
        logger.LogInformation("Intake started for {ClientId}", client.Id);
    }
}
