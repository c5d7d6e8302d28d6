using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.Access;

/// <summary>Data that are there to be found: the name and telephone of a practice, a pharmacy, a publisher.</summary>
internal sealed class PublishedData(ImmutableArray<string> types)
{
    private static readonly HashSet<string> Published = new(StringComparer.OrdinalIgnoreCase)
    {
        "Provider", "Practitioner", "Physician", "Doctor", "Therapist", "Pharmacist", "Pharmacy", "Pharmacies", "Hospital", "Clinic", "Practice", "Facility", "Facilities",
        "Organisation", "Organization", "Institution", "Company", "Companies", "Vendor", "Supplier", "Store", "Shop", "Brand", "Publisher", "Author", "Office", "Location", "Venue", "Tenant", "Site",
        "Zorgverlener", "Zorgverstrekker", "Zorgaanbieder", "Hulpverlener", "Arts", "Artsen", "Huisarts", "Huisartsen", "Dokter", "Therapeut", "Apotheker", "Apotheek", "Apotheken", "Ziekenhuis", "Ziekenhuizen", "Kliniek", "Praktijk",
        "Organisatie", "Instelling", "Voorziening", "Bedrijf", "Bedrijven", "Leverancier", "Winkel", "Auteur", "Vestiging", "Centrum",
        "Prestataire", "Médecin", "Medecin", "Pharmacien", "Pharmacie", "Hôpital", "Hopital", "Clinique", "Cabinet", "Établissement", "Etablissement", "Organisme", "Entreprise", "Fournisseur", "Magasin",
    };

    /// <summary>Who stands beside a provider in the name of a type makes the data private again: DoctorPatient, ClinicUser.</summary>
    private static readonly HashSet<string> Private = new(StringComparer.OrdinalIgnoreCase)
    {
        "Patient", "Patiënt", "Client", "Cliënt", "User", "Gebruiker", "Utilisateur", "Resident", "Bewoner", "Résident", "Zorgvrager", "Customer", "Klant", "Employee", "Medewerker", "Member", "Lid", "Visitor", "Bezoeker", "Applicant", "Family", "Families", "Gezin", "Gezinnen", "Famille",
    };

    /// <summary>CustomerServiceEmail is no customer's.</summary>
    private static readonly HashSet<string> Desks = new(StringComparer.OrdinalIgnoreCase) { "Service", "Support", "Helpdesk", "Desk", "Dienst", "Sender", "Settings", "Options" };

    private static readonly HashSet<string> Records = new(StringComparer.OrdinalIgnoreCase)
    {
        "Dossier", "Record", "Chart", "Anamnesis", "Anamnese", "Anamnèse", "Consultation", "Consultatie", "Consult", "Admission", "Opname", "Encounter", "Appointment", "Afspraak", "Intake", "Referral", "Verwijsbrief",
    };

    /// <summary>A name, an address or a way to reach somebody who is reached that way by everyone. Nothing else is.</summary>
    public bool Is(Datum datum) =>
        (datum.Owner is { } owner && IsListed(owner)) || (datum.Root is { } root && IsListed(root))
        || (datum.Data.Category is "identity.name" or "contact.email" or "contact.phone" or "address" or "professional-id" or "geolocation"
            && (IsPublished(datum.Owner?.Name) || IsPublished(datum.Root?.Name)));

    /// <summary>A type of which each object is about one person in care, whoever that is.</summary>
    public static bool IsRecord(string name) => Has(name, Records);

    /// <summary>A name with a word for somebody who is cared for, served or employed.</summary>
    public static bool IsPersonal(string name) => Has(name, Private) && !Has(name, Desks);

    private bool IsListed(INamedTypeSymbol type) => !types.IsEmpty && types.Any(t => t == type.Name || t == type.ToDisplayString());

    private static bool IsPublished(string? name) => name is not null && Has(name, Published) && !Has(name, Private);

    private static bool Has(string name, HashSet<string> words) => Words.Of(name).Any(w => words.Contains(w) || (w.Length > 3 && w[w.Length - 1] == 's' && words.Contains(w.Substring(0, w.Length - 1))));
}
