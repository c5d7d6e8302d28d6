// flow: 05 wrapper
// leaks: medication of a client
// sink: log
// depth: 1
// expected: leak
namespace Zorg.F05;

using Microsoft.Extensions.Logging;

public class Client
{
    public string Medicatie { get; set; } = "";
}

public class Spoor(ILogger<Spoor> logger)
{
    public void Meld(string regel)
    {
        logger.LogInformation(regel); // sink
    }
}

public class Toediening(Spoor spoor)
{
    public void Geef(Client client)
    {
        spoor.Meld("Gegeven: " + client.Medicatie); // source
    }
}
