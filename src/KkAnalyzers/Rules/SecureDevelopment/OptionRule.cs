using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>What is wrong with the value of an option.</summary>
/// <param name="What">The first part of the message.</param>
internal sealed record Weakness(MessageArg What)
{
    /// <summary>The C# that the fix writes in its place; null where a person must choose.</summary>
    public string? Safe { get; init; }

    /// <summary>True when <see cref="Safe"/> names members of the options of a cookie that the fix sets.</summary>
    public bool IsCookie { get; init; }

    /// <summary>Why this is no claim; null for a warning.</summary>
    public MessageArg? Doubt { get; init; }

    /// <summary>The SDK's rule that says the same.</summary>
    public string? Sdk { get; init; }
}

/// <summary>What the rules about options share: which values can be set here, who that reaches, and the finding.</summary>
internal sealed class OptionRule(KkContext context, DevelopmentGuard guard, DiagnosticDescriptor rule)
{
    public Inspection Inspection { get; } = context.Inspection(rule);

    public SourceUses Uses => guard.Uses;

    /// <summary>Reports the assignment when a value that reaches users is weak.</summary>
    public void Assignment(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, Func<IOperation, bool> isWeak, Func<IOperation, Weakness?> weakness) =>
        Value(c, assignment, assignment.Value, assignment.Syntax.GetLocation(), isWeak, weakness);

    /// <param name="c">The action.</param>
    /// <param name="site">The assignment or call.</param>
    /// <param name="value">What the option gets.</param>
    /// <param name="place">What is shown.</param>
    /// <param name="isWeak">Asked of each value that can be set.</param>
    /// <param name="weakness">Asked once, of a value that reaches users; null when the code around it makes up for the value.</param>
    public void Value(OperationAnalysisContext c, IOperation site, IOperation value, Location place, Func<IOperation, bool> isWeak, Func<IOperation, Weakness?> weakness)
    {
        Inspection.Inspected();
        IOperation? worst = null;
        var reach = GuardKind.Development;
        var isDecidedElsewhere = false;
        foreach (var possible in WrittenValues.Of(value, Uses, c.CancellationToken))
        {
            if (isWeak(possible))
            {
                var kind = guard.Of(possible, possible.Syntax.SyntaxTree == site.Syntax.SyntaxTree ? c.ContainingSymbol : null, c.CancellationToken);
                if (worst is null || kind < reach)
                {
                    worst = possible;
                    reach = kind;
                }
            }
            else
            {
                isDecidedElsewhere |= possible is IParameterReferenceOperation or IInvocationOperation { TargetMethod.Name: "Get" or "GetValue" or "Parse" };
            }
        }

        if (worst is not null)
        {
            var kind = guard.Of(site, c.ContainingSymbol, c.CancellationToken);
            Report(c, place, kind > reach ? kind : reach, () => weakness(worst));
        }
        else if (isDecidedElsewhere)
        {
            Inspection.NotFollowed();
        }
    }

    /// <summary>Reports something that is weak by being there.</summary>
    public void Report(OperationAnalysisContext c, IOperation site, Location place, Func<Weakness?> weakness) =>
        Report(c, place, guard.Of(site, c.ContainingSymbol, c.CancellationToken), weakness);

    private void Report(OperationAnalysisContext c, Location place, GuardKind reach, Func<Weakness?> weakness)
    {
        if (reach == GuardKind.Development || weakness() is not { } found)
        {
            return;
        }

        var severity = found.Doubt is not null || (found.Sdk is { } id && SdkRules.Warns(id, c.Compilation, c.Operation.Syntax.SyntaxTree, c.CancellationToken))
            ? DiagnosticSeverity.Info
            : Reach.Severity(reach);
        c.ReportDiagnostic(KkDiagnostic.Create(
            rule,
            place,
            severity,
            null,
            found.Safe is null ? null : FixKind.Properties(found.IsCookie ? FixKind.Cookie : FixKind.Value).Add(FixKind.Safe, found.Safe),
            found.What,
            found.Doubt ?? Reach.Text(reach)));
    }

    /// <summary>The lambda or body that sets up one object: what stands beside an assignment belongs to it.</summary>
    public static IOperation Scope(IOperation operation)
    {
        while (operation is not IAnonymousFunctionOperation && operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The assignments to a property beside this one.</summary>
    public static IEnumerable<ISimpleAssignmentOperation> Beside(IOperation operation, params string[] names)
    {
        foreach (var other in Scope(operation).Descendants())
        {
            if (other is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment && Array.IndexOf(names, name) >= 0)
            {
                yield return assignment;
            }
        }
    }

    /// <summary><c>TokenValidationParameters.ValidateIssuer = false</c>: the option as a reader knows it, with its value.</summary>
    public static string Written(ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        var value = assignment.Value.Syntax.ToString();
        const int longest = 60;
        return property.ContainingType.Name + "." + property.Name + " = " + (value.Length > longest ? "…" : value);
    }
}
