using Microsoft.EntityFrameworkCore;
using ZorgApp.Web.Data;

namespace ZorgApp.Web.Endpoints;

public static class DossierEndpoints
{
    // Silent: the group decides for every dossier endpoint.
    public static void MapDossiers(this IEndpointRouteBuilder app)
    {
        var dossiers = app.MapGroup("/api/dossiers").RequireCareStaff();
        dossiers.MapGet("/", (CareContext care) => care.Clients.ToListAsync());
        dossiers.MapGet("/{id:int}", (int id, CareContext care) => care.Clients.Include(c => c.Diagnoses).FirstOrDefaultAsync(c => c.Id == id));
        dossiers.MapDelete("/{id:int}", async (int id, CareContext care) => await care.Clients.Where(c => c.Id == id).ExecuteDeleteAsync());
    }

    public static RouteGroupBuilder RequireCareStaff(this RouteGroupBuilder group) => group.RequireAuthorization("CareStaff");
}
