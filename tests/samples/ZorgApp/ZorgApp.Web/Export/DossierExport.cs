using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ZorgApp.Web.Data;

namespace ZorgApp.Web.Export;

public class DossierExport(IDataProtectionProvider protection, IWebHostEnvironment environment)
{
    private readonly IDataProtector _protector = protection.CreateProtector("dossier-export");

    // Found by KK4301: a national number in a plain file, through a local and a helper.
    public async Task WriteSummaryAsync(Client client)
    {
        var line = $"{client.Achternaam};{client.Rijksregisternummer}";
        await AppendAsync("summary.csv", line);
    }

    // Silent: protected before it is stored.
    public async Task WriteProtectedAsync(Client client)
    {
        var json = JsonSerializer.Serialize(client);
        await AppendAsync("dossier.bin", _protector.Protect(json));
    }

    // Found by KK4101: the dossier is not there, and nobody will know.
    public async Task CopyAsync(Client client)
    {
        try
        {
            await WriteProtectedAsync(client);
        }
        catch (Exception)
        {
        }
    }

    // Silent: what went wrong is written down.
    public async Task CopyAsync(Client client, ILogger logger)
    {
        try
        {
            await WriteProtectedAsync(client);
        }
        catch (IOException e)
        {
            logger.LogError(e, "A dossier could not be copied");
        }
    }

    // An accepted exception: suppressed, with the reason in the attribute.
    [SuppressMessage("PersonalData", "KK4301", Justification = "Printed for the client at the desk; the spool folder is an encrypted volume that is wiped every night.")]
    public void SpoolForPrinter(Client client) =>
        File.WriteAllText(Path.Combine(environment.ContentRootPath, "spool", "print.txt"), client.Voornaam + " " + client.Achternaam);

    private Task AppendAsync(string file, string text) =>
        File.AppendAllTextAsync(Path.Combine(environment.ContentRootPath, "export", file), text);
}
