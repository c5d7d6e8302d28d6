// flow: 22 serialiser with an ignored member
// why quiet: all that is personal is ignored by the serialiser
// sink: log
// depth: 1
// expected: quiet
namespace Zorg.Q22;

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

public class Dossier
{
    public Guid Id { get; set; }

    [JsonIgnore]
    public string Rijksregisternummer { get; set; } = "";

    [JsonIgnore]
    public string Diagnose { get; set; } = "";
}

public class Bezoeken(ILogger<Bezoeken> logger)
{
    public void Sluit(Dossier dossier)
    {
        logger.LogDebug("Gesloten: {Json}", Json(dossier));
    }

    private static string Json(Dossier dossier) => JsonSerializer.Serialize(dossier);
}
