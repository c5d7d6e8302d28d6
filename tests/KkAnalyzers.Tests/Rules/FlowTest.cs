using KkAnalyzers.Rules.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>A test of one rule of the family that follows personal data: the others are off, and what is marked is this one's.</summary>
public sealed class FlowTest : KkTest<PersonalDataFlowAnalyzer>
{
    private readonly DiagnosticDescriptor _rule;

    public FlowTest(string rule)
    {
        _rule = FlowRule.All.Single(r => r.Descriptor.Id == rule).Descriptor;
        DisabledDiagnostics.AddRange(FlowRule.All.Select(r => r.Descriptor.Id).Where(id => id != rule));
    }

    /// <summary>Asks for inspection records, and expects those of the other rules to have nothing in them.</summary>
    public new FlowTest Records()
    {
        base.Records();
        foreach (var other in FlowRule.All.Select(r => r.Descriptor.Id).Where(id => id != _rule.Id))
        {
            ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithArguments($"{other} inspected=0 failed=0 notFollowed=0"));
        }

        return this;
    }

    protected override DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers) => _rule;
}
