using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ZorgApp.Web.Data;
using ZorgApp.Web.Export;

namespace ZorgApp.Web.Endpoints;

[ApiController]
[Authorize(Policy = "CareStaff")]
[Route("api/[controller]")]
public class MedicationController(CareContext care, DossierExport export) : ControllerBase
{
    [HttpPost("{id:int}/export")]
    public async Task<IActionResult> Export(int id)
    {
        var client = await care.Clients.FindAsync(id);
        if (client is null)
        {
            return NotFound();
        }

        await export.WriteSummaryAsync(client);
        await export.WriteProtectedAsync(client);
        return NoContent();
    }
}
