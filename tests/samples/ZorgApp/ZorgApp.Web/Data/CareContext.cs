using Microsoft.EntityFrameworkCore;

namespace ZorgApp.Web.Data;

public class CareContext(DbContextOptions<CareContext> options) : DbContext(options)
{
    public DbSet<Client> Clients => Set<Client>();

    public DbSet<Diagnose> Diagnoses => Set<Diagnose>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var preferences = modelBuilder.Entity<CommunicationPreferences>();

        // Found by KK3202: whoever is in the database already shares from now on.
        preferences.Property(p => p.ShareWithResearchers).HasDefaultValue(true);

        // Silent: the protective choice.
        preferences.Property(p => p.RequireConsentForSharing).HasDefaultValue(true);
    }
}
