using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>KK4404: error pages, error details and data in logs that are meant for developers, and that everyone gets.</summary>
internal sealed class InternalsShown
{
    /// <summary>Property, and the types that have it with this meaning: names are compared, because each comes with its own package.</summary>
    private static readonly Dictionary<string, (string Text, string[] Types)> Switches = new(StringComparer.Ordinal)
    {
        ["ShowPII"] = (Texts.InternalsTokens, ["IdentityModelEventSource"]),
        ["LogCompleteSecurityArtifact"] = (Texts.InternalsTokens, ["IdentityModelEventSource"]),
        ["DetailedErrors"] = (Texts.InternalsErrors, ["CircuitOptions"]),
        ["EnableDetailedErrors"] = (Texts.InternalsErrors, ["HubOptions", "GrpcServiceOptions"]),
        ["IncludeExceptionDetails"] = (Texts.InternalsErrors, ["RequestExecutorOptions", "RequestExecutorSetup"]),
        ["IncludeExceptionDetailInFaults"] = (Texts.InternalsErrors, ["ServiceDebugBehavior", "ServiceBehaviorAttribute"]),
        ["ExposeExceptionDetails"] = (Texts.InternalsErrors, ["ErrorInfoProviderOptions"]),
    };

    private readonly KkContext _context;
    private readonly DevelopmentGuard _guard;
    private readonly Inspection _inspection;
    private readonly bool _isWeb;
    private readonly bool _hasCalls;

    public InternalsShown(KkContext context, DevelopmentGuard guard)
    {
        _context = context;
        _guard = guard;
        _inspection = context.Inspection(RuleCatalog.KK4404);
        _isWeb = context.Type("Microsoft.AspNetCore.Http.HttpResponse") is not null || context.Type("System.Web.HttpResponse") is not null || context.Type("System.Web.Mvc.Controller") is not null;
        _hasCalls = _isWeb || context.Type("Microsoft.EntityFrameworkCore.DbContextOptionsBuilder") is not null;
    }

    public void Register(OptionChecks checks)
    {
        checks.OnSet(Assignment, Switches.Keys);
        if (_hasCalls)
        {
            checks.OnCall(Page, "UseDeveloperExceptionPage", "UseMigrationsEndPoint", "UseDatabaseErrorPage");
            checks.OnCall(DataLogging, "EnableSensitiveDataLogging");
            checks.OnCall(HostSetting, "UseSetting");
        }

        if (_isWeb)
        {
            new ExceptionText(_context, _guard, _inspection).Register();
        }

        new SettingsFiles(_context, _inspection, _context.Inspection(RuleCatalog.KK4405)).Register();
    }

    private void Assignment(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        var known = Switches[property.Name];
        if (Array.IndexOf(known.Types, property.ContainingType.Name) >= 0)
        {
            _inspection.Inspected();
            Value(c, assignment, assignment.Value, assignment.Syntax.GetLocation(), known.Text, property.ContainingType.Name + "." + property.Name);
        }
    }

    private void Page(OperationAnalysisContext c, IInvocationOperation call)
    {
        if (IsMicrosoft(call.TargetMethod))
        {
            _inspection.Inspected();
            Report(c, call.NameLocation(), _guard.Of(call, c.ContainingSymbol, c.CancellationToken), Texts.InternalsPage, call.TargetMethod.Name, "Wrap");
        }
    }

    private void DataLogging(OperationAnalysisContext c, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (IsMicrosoft(method) && !IsDesignTime(c.ContainingSymbol.ContainingType))
        {
            _inspection.Inspected();
            if (call.Argument(method.Parameters.Length - 1) is { } value && method.Parameters[method.Parameters.Length - 1].Type.SpecialType == SpecialType.System_Boolean)
            {
                Value(c, call, value, call.NameLocation(), Texts.InternalsData, method.Name);
            }
        }
    }

    private void HostSetting(OperationAnalysisContext c, IInvocationOperation call)
    {
        if (call.Arguments.Any(a => string.Equals(a.Value.Constant(), "detailedErrors", StringComparison.OrdinalIgnoreCase) || a.Value.Unwrap() is IFieldReferenceOperation { Field.Name: "DetailedErrorsKey" }))
        {
            _inspection.Inspected();
            if (call.Arguments.Any(a => a.Value.Constant() is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase))))
            {
                Report(c, call.NameLocation(), _guard.Of(call, c.ContainingSymbol, c.CancellationToken), Texts.InternalsErrors, "detailedErrors", "");
            }
        }
    }

    /// <summary>A value that is true for everyone, or that a setting decides.</summary>
    private void Value(OperationAnalysisContext c, IOperation operation, IOperation value, Location place, string text, string name)
    {
        var guard = _guard.Of(operation, c.ContainingSymbol, c.CancellationToken);
        value = value.Unwrap();
        if (value.ConstantValue is { HasValue: true } constant)
        {
            if (constant.Value is true)
            {
                Report(c, place, guard, text, name, "Value");
            }
        }
        else if (guard != GuardKind.Development && new DevelopmentCondition(_guard.Uses, c.CancellationToken).Read(value, truth: true) == GuardKind.Switch)
        {
            Report(c, place, GuardKind.Switch, text, name, "");
        }
    }

    private static void Report(OperationAnalysisContext c, Location place, GuardKind guard, string text, string name, string fix)
    {
        if (guard == GuardKind.Development)
        {
            return;
        }

        var properties = fix.Length > 0 ? FixKind.Properties(fix) : null;
        c.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK4404, place, Reach.Severity(guard), null, properties, MessageArg.Text(text, name), Reach.Text(guard)));
    }

    private static bool IsMicrosoft(IMethodSymbol method) => WebSymbols.Namespace(method).StartsWith("Microsoft.", StringComparison.Ordinal);

    /// <summary>The factory that the migration tools use; the product never runs it.</summary>
    private static bool IsDesignTime(INamedTypeSymbol? type) => type is not null && type.AllInterfaces.Any(i => i.Name == "IDesignTimeDbContextFactory");
}
