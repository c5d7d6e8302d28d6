// flow: 05 wrapper
// why quiet: the wrapper is given a count
// sink: log
// depth: 1
// expected: quiet
namespace Zorg.Q05;

using Microsoft.Extensions.Logging;

public class Client
{
    public List<string> Medicatie { get; } = [];
}

public class Spoor(ILogger<Spoor> logger)
{
    public void Meld(string regel)
    {
        logger.LogInformation(regel);
    }
}

public class Toediening(Spoor spoor)
{
    public void Geef(Client client)
    {
        spoor.Meld("Gegeven: " + client.Medicatie.Count);
    }
}
