// flow: 16 interface with one implementation
// why quiet: a keyed hash of the number, not the number
// sink: log
// depth: 4
// expected: quiet
namespace Zorg.Q16;

using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

public class Client
{
    public string Insz { get; set; } = "";
}

public interface IMelder
{
    void Meld(string onderwerp, string tekst);
}

public class Melder(ILogger<Melder> logger) : IMelder
{
    public void Meld(string onderwerp, string tekst) => Schrijf(onderwerp + ": " + tekst);

    private void Schrijf(string regel) => logger.LogError("{Regel}", regel);
}

public class Dienst(IMelder melder, byte[] sleutel)
{
    public void Verwerk(Client client) => Klaar(Convert.ToHexString(HMACSHA256.HashData(sleutel, Encoding.UTF8.GetBytes(client.Insz))));

    private void Klaar(string tekst) => Stuur(tekst);

    private void Stuur(string tekst) => melder.Meld("klaar", tekst);
}
