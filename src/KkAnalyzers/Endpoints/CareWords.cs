namespace KkAnalyzers.Endpoints;

/// <summary>
/// Words that make an endpoint sound as if it is about people, care or their affairs. They only decide whether an
/// endpoint whose own code uses no data is worth a warning or an information, in an application without any authorization.
/// </summary>
internal static class CareWords
{
    private static readonly string[] Starts =
    [
        "patient", "patiënt", "client", "cliënt", "dossier", "record", "medic", "diagno", "health", "gezond", "sante", "care", "zorg", "soin",
        "resident", "bewoner", "person", "employee", "medewerker", "user", "gebruiker", "utilisateur", "customer", "klant", "member", "account",
        "contact", "appointment", "afspraak", "prescription", "voorschrift", "allerg", "vaccin", "treat", "behandel", "insur", "niss", "insz",
        "rijksregister", "document", "note", "message", "address", "adres", "profile", "profiel", "admin", "observation", "report", "verslag", "file",
    ];

    /// <summary>True when a word of the text starts like one of these; a word begins at a capital or after a sign.</summary>
    public static bool In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var begins = char.IsLetter(text[i]) && (i == 0 || !char.IsLetter(text[i - 1]) || (char.IsUpper(text[i]) && char.IsLower(text[i - 1])));
            if (begins && Starts.Any(s => string.Compare(text, i, s, 0, s.Length, StringComparison.OrdinalIgnoreCase) == 0))
            {
                return true;
            }
        }

        return false;
    }
}
