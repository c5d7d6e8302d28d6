// flow: 07 tuple, deconstruction
// why quiet: the part of the tuple that is personal is not logged
// sink: log
// depth: 1
// expected: quiet
namespace Zorg.Q07;

using Microsoft.Extensions.Logging;

public class Mantelzorger
{
    public int Rang { get; set; }

    public string Telefoonnummer { get; set; } = "";
}

public class Oproep(ILogger<Oproep> logger)
{
    public string Bel(Mantelzorger mantelzorger)
    {
        var (rang, wie) = Kies(mantelzorger);
        logger.LogInformation("Oproep {Rang}", rang);
        return wie;
    }

    private static (int Rang, string Wie) Kies(Mantelzorger m) => (m.Rang, m.Telefoonnummer);
}
