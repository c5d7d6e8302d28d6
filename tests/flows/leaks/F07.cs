// flow: 07 tuple, deconstruction
// leaks: phone number of an informal carer
// sink: log
// depth: 1
// expected: leak
namespace Zorg.F07;

using Microsoft.Extensions.Logging;

public class Mantelzorger
{
    public int Rang { get; set; }

    public string Telefoonnummer { get; set; } = "";
}

public class Oproep(ILogger<Oproep> logger)
{
    public void Bel(Mantelzorger mantelzorger)
    {
        var (rang, wie) = Kies(mantelzorger); // step
        logger.LogInformation("Oproep {Rang}: {Wie}", rang, wie); // sink
    }

    private static (int Rang, string Wie) Kies(Mantelzorger m) => (m.Rang, m.Telefoonnummer); // source
}
