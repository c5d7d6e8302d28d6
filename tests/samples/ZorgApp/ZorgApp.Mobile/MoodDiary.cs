using Microsoft.Maui.Storage;

namespace ZorgApp.Mobile;

public record MoodEntry(DateTime When, int Mood, string Notitie);

public class Patient
{
    public string Naam { get; set; } = "";

    public string Insz { get; set; } = "";

    public string Medicatie { get; set; } = "";
}

public class MoodDiary
{
    private const string LastPatientKey = "last";

    // Found by KK4301: the key says nothing, the value does.
    public async Task RememberAsync(Patient patient)
    {
        Preferences.Set(LastPatientKey, patient.Insz);
        await SecureStorage.SetAsync("medication", patient.Medicatie);
    }

    // Silent: a setting, and clearing.
    public void Forget()
    {
        Preferences.Set("dark-theme", true);
        Preferences.Set(LastPatientKey, "");
    }
}
