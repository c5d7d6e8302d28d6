using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>What a guard means for a finding: how loud it is, and what its message says.</summary>
internal static class Reach
{
    /// <summary>Code behind a setting is no claim: the setting may never be on where people's data is.</summary>
    public static DiagnosticSeverity? Severity(GuardKind guard) => guard == GuardKind.Switch ? DiagnosticSeverity.Info : null;

    public static MessageArg Text(GuardKind guard) => MessageArg.Text(guard == GuardKind.Switch ? Texts.GuardSwitch : Texts.GuardNone);
}
