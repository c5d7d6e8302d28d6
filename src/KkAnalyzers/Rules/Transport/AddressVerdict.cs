using KkAnalyzers.Infrastructure;
using KkAnalyzers.Transport;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.Transport;

/// <summary>What an address and its use amount to; the same for code, settings and markup.</summary>
internal static class AddressVerdict
{
    /// <summary>False for what is a name by its use, its path or its fragment.</summary>
    public static bool IsAddress(ClearUrl url, AddressUse use, ClearTextHosts hosts) =>
        use != AddressUse.Name && (use == AddressUse.Connection || (!url.HasFragment && !hosts.HasPath(url)));

    /// <summary>The severity, when it is lower than the rule's, and the evidence.</summary>
    /// <param name="url">The address.</param>
    /// <param name="reading">Its use.</param>
    /// <param name="place">What to name when the use has no name: the member around it.</param>
    public static (DiagnosticSeverity? Severity, MessageArg Evidence) Weigh(ClearUrl url, AddressReading reading, string place)
    {
        var where = reading.Where.Length == 0 ? place : reading.Where;
        var isCertain = reading.Use == AddressUse.Connection;
        return url.Kind switch
        {
            HostKind.AnyAddress => Information(Texts.ClearTextListens),
            HostKind.LocalNetwork => Information(Texts.ClearTextLocalNetwork),
            _ when reading.Use == AddressUse.Link || (url.IsPage && !isCertain) => Information(Texts.ClearTextLink),
            _ when reading.HasSecureAlternative => Information(Texts.ClearTextAlternative),
            HostKind.Unknown when !isCertain => Information(Texts.ClearTextUnknownHost),
            _ => (null, MessageArg.Text(isCertain ? Texts.ClearTextConnects : Texts.ClearTextHeld, where)),
        };

        (DiagnosticSeverity?, MessageArg) Information(string text) => (DiagnosticSeverity.Info, MessageArg.Text(text, where));
    }
}
