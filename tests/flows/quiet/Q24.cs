// flow: 24 LoggerMessage, source-generated
// why quiet: the numbers are masked but for the last two digits
// sink: log
// depth: 2
// expected: quiet
namespace Zorg.Q24;

using Microsoft.Extensions.Logging;

public class Patient
{
    public string NationalNumber { get; set; } = "";
}

public static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Consent withdrawn by {Who}")]
    public static partial void ConsentWithdrawn(ILogger logger, string who);
}

public class Consents(ILogger<Consents> logger)
{
    public void Withdraw(Patient patient)
    {
        Log.ConsentWithdrawn(logger, Mask(patient.NationalNumber));
    }

    private static string Mask(string text) => new string('*', text.Length - 2) + text[^2..];
}
