// flow: 16 interface with one implementation
// leaks: diagnosis of a client
// sink: log
// depth: 4
// expected: leak
namespace Zorg.F16;

using Microsoft.Extensions.Logging;

public class Client
{
    public string Diagnose { get; set; } = "";
}

public interface IMelder
{
    void Meld(string onderwerp, string tekst);
}

public class Melder(ILogger<Melder> logger) : IMelder
{
    public void Meld(string onderwerp, string tekst) => Schrijf(onderwerp + ": " + tekst); // step

    private void Schrijf(string regel) => logger.LogError("{Regel}", regel); // sink
}

public class Dienst(IMelder melder)
{
    public void Verwerk(Client client) => Klaar(client.Diagnose.Trim()); // source

    private void Klaar(string tekst) => Stuur(tekst); // step

    private void Stuur(string tekst) => melder.Meld("klaar", tekst); // step
}
