// flow: 28 switch expression, pattern variable
// leaks: national number of a client or phone number of a carer
// sink: log
// depth: 1
// expected: leak
namespace Zorg.F28;

using System.Diagnostics;

public class Client
{
    public string Insz { get; set; } = "";
}

public class Mantelzorger
{
    public string Telefoonnummer { get; set; } = "";
}

public class Volgen
{
    public void Open(object wie)
    {
        using var activiteit = Activity.Current;
        activiteit?.SetTag("zorg.wie", Kenmerk(wie)); // sink
    }

    private static string Kenmerk(object wie) => wie switch
    {
        Client { Insz: var nummer } => nummer, // source
        Mantelzorger m => m.Telefoonnummer, // source
        _ => "onbekend",
    };
}
