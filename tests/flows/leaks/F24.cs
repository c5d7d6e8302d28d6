// flow: 24 LoggerMessage, source-generated
// leaks: national number of a patient
// sink: log
// depth: 1
// expected: leak
namespace Zorg.F24;

using Microsoft.Extensions.Logging;

public class Patient
{
    public string NationalNumber { get; set; } = "";
}

public static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Consent withdrawn by {Who}")]
    public static partial void ConsentWithdrawn(ILogger logger, string who); // sink
}

public class Consents(ILogger<Consents> logger)
{
    public void Withdraw(Patient patient)
    {
        Log.ConsentWithdrawn(logger, patient.NationalNumber); // source
    }
}
