namespace ZorgApp.Web.Data;

/// <summary>Someone who receives care.</summary>
public class Client
{
    public int Id { get; set; }

    public string Voornaam { get; set; } = "";

    public string Achternaam { get; set; } = "";

    public string Rijksregisternummer { get; set; } = "";

    public DateOnly Geboortedatum { get; set; }

    public string? Email { get; set; }

    public List<Diagnose> Diagnoses { get; } = [];

    public CommunicationPreferences Preferences { get; set; } = new();
}

public class Diagnose
{
    public int Id { get; set; }

    public int ClientId { get; set; }

    public string Omschrijving { get; set; } = "";

    public DateOnly Vastgesteld { get; set; }
}

public class CommunicationPreferences
{
    public int Id { get; set; }

    // Found by KK3201: the client did not choose this.
    public bool ReceiveNewsletter { get; set; } = true;

    // Silent: starts as no. What the database makes of it is in CareContext.
    public bool ShareWithResearchers { get; set; }

    // Silent: nobody asked yet.
    public bool? ShareWithGeneralPractitioner { get; set; }

    // Silent: a reminder of one's own appointment is part of the care.
    public bool AppointmentReminders { get; set; } = true;

    // Silent: the protective choice may be the default.
    public bool RequireConsentForSharing { get; set; } = true;
}
