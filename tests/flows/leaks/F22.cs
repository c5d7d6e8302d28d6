// flow: 22 serialiser with an ignored member
// leaks: diagnosis of a client: the national number is ignored, the diagnosis is not
// sink: log
// depth: 1
// expected: leak
namespace Zorg.F22;

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

public class Dossier
{
    public Guid Id { get; set; }

    [JsonIgnore]
    public string Rijksregisternummer { get; set; } = "";

    public string Diagnose { get; set; } = "";
}

public class Bezoeken(ILogger<Bezoeken> logger)
{
    public void Sluit(Dossier dossier)
    {
        logger.LogDebug("Gesloten: {Json}", Json(dossier)); // sink
    }

    private static string Json(Dossier dossier) => JsonSerializer.Serialize(dossier); // source
}
