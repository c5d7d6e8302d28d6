using Microsoft.EntityFrameworkCore;

namespace ZorgApp.Web.Data;

public class CareContext(DbContextOptions<CareContext> options) : DbContext(options)
{
    public DbSet<Client> Clients => Set<Client>();

    public DbSet<Diagnose> Diagnoses => Set<Diagnose>();
}
