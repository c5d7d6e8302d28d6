using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>
/// KK4313. A validation callback is recognised by its shape, not by the library: a delegate that returns bool and gets
/// SslPolicyErrors (or the library's own arguments for the same). So HttpClient, SslStream, WebSocket, gRPC, MailKit, Npgsql,
/// RabbitMQ and what comes after them need no list.
/// </summary>
internal sealed class CertificateValidation
{
    /// <summary>X509VerificationFlags.AllowUnknownCertificateAuthority.</summary>
    private const int AllowUnknownAuthority = 0x10;

    /// <summary>All X509VerificationFlags of .NET Framework; later versions of .NET have more, and all of these.</summary>
    private const int AllFlags = 0xFFF;

    /// <summary>Switches of libraries that turn the check off when true.</summary>
    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        "AllowUntrustedCertificates", "IgnoreCertificateChainErrors", "ValidateAnyCertificate", "AllowInsecureTls", "SkipCertificateCheck",
    };

    /// <summary>Members by which code decides itself whether it trusts a chain.</summary>
    private static readonly HashSet<string> OwnChecks = new(StringComparer.Ordinal)
    {
        "Thumbprint", "RawData", "RawDataMemory", "GetCertHash", "GetCertHashString", "GetRawCertData", "GetPublicKey", "PublicKey", "ChainElements", "ChainStatus", "CustomTrustStore", "SequenceEqual",
    };

    private readonly KkContext _context;
    private readonly DevelopmentGuard _guard;
    private readonly Inspection _inspection;
    private readonly ImmutableArray<INamedTypeSymbol> _validators;
    private readonly bool _hasCalls;

    public CertificateValidation(KkContext context, DevelopmentGuard guard)
    {
        _context = context;
        _guard = guard;
        _inspection = context.Inspection(RuleCatalog.KK4313);
        _validators = new[]
        {
            "Javax.Net.Ssl.IX509TrustManager", "Javax.Net.Ssl.IHostnameVerifier", "Android.Webkit.WebViewClient", "System.IdentityModel.Selectors.X509CertificateValidator",
        }.Select(context.Type).OfType<INamedTypeSymbol>().ToImmutableArray();
        _hasCalls = context.Type("MQTTnet.Client.MqttClientTlsOptionsBuilder") is not null || context.Type("MQTTnet.MqttClientTlsOptionsBuilder") is not null;
    }

    public void Register(OptionChecks checks)
    {
        if (_hasCalls)
        {
            checks.OnCall(Call, "WithAllowUntrustedCertificates", "WithIgnoreCertificateChainErrors");
        }

        // Razor writes a delegate for every piece of a page; assignments of its files come by name, from the analyzer.
        _context.RegisterOperationAction(
            c =>
            {
                if (!c.IsGeneratedCode)
                {
                    Delegate(c, (IDelegateCreationOperation)c.Operation);
                }
            },
            OperationKind.DelegateCreation);
        _context.RegisterOperationAction(
            c =>
            {
                var assignment = (ICompoundAssignmentOperation)c.Operation;
                if (!c.IsGeneratedCode && assignment.Target is IPropertyReferenceOperation { Property.Name: "VerificationFlags" } && assignment.OperatorKind == BinaryOperatorKind.Or)
                {
                    Flags(c, assignment.Value, assignment);
                }
            },
            OperationKind.CompoundAssignment);
        if (!_validators.IsEmpty)
        {
            _context.RegisterOperationBlockAction(Validator);
        }
    }

    public void Assignment(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        switch (property.Name)
        {
            case "VerificationFlags":
                Flags(c, assignment.Value, assignment);
                return;
            case "RevocationMode" when property.ContainingType.Name == "X509ChainPolicy":
                _inspection.Inspected();
                if (assignment.Value.ConstantValue is { HasValue: true, Value: 0 })
                {
                    Report(c, assignment, assignment.Syntax.GetLocation(), MessageArg.Text(Texts.CertificateRevocation, assignment.Syntax.ToString()), DiagnosticSeverity.Info);
                }

                return;
            case "CertificateValidationMode" when property.Type.Name == "X509CertificateValidationMode":
                _inspection.Inspected();
                if (assignment.Value.ConstantValue is { HasValue: true, Value: 0 })
                {
                    Report(c, assignment, assignment.Syntax.GetLocation(), MessageArg.Text(Texts.CertificateModeNone, assignment.Syntax.ToString()));
                }

                return;
            case "AcceptablePolicyErrors" when property.Type.Name == "SslPolicyErrors":
                _inspection.Inspected();

                // 1 says that there was no certificate at all; 2 is another name on it, 4 an untrusted chain.
                if (assignment.Value.ConstantValue is { HasValue: true, Value: int errors } && errors > 1)
                {
                    Report(c, assignment, assignment.Syntax.GetLocation(), MessageArg.Text(Texts.CertificateErrorsAccepted, assignment.Syntax.ToString()));
                }

                return;
        }

        if (property.Type.TypeKind == TypeKind.Delegate && property.Name.IndexOf("ertificate", StringComparison.Ordinal) >= 0)
        {
            if (Dangerous(assignment.Value, c.CancellationToken) is { } value)
            {
                // Kept in a local or field: what counts is where it is used.
                var shown = assignment.Value.Syntax.Span.Contains(value.Syntax.Span) && value.Syntax.SyntaxTree == assignment.Syntax.SyntaxTree ? value : assignment.Value;
                _inspection.Inspected();
                Report(c, shown, shown.Syntax.GetLocation(), MessageArg.Text(Texts.CertificateDangerous, "DangerousAcceptAnyServerCertificateValidator"));
            }
        }
        else if (property.Type.SpecialType == SpecialType.System_Boolean && Switches.Contains(property.Name))
        {
            _inspection.Inspected();
            if (assignment.Value.ConstantValue is { HasValue: true, Value: true })
            {
                Report(c, assignment, assignment.Syntax.GetLocation(), MessageArg.Text(Texts.CertificateDangerous, assignment.Syntax.ToString()));
            }
        }
    }

    private void Call(OperationAnalysisContext c, IInvocationOperation call)
    {
        _inspection.Inspected();
        var value = call.Arguments.LastOrDefault()?.Value.Unwrap();
        if (value is null || value.ConstantValue is { HasValue: true, Value: true })
        {
            Report(c, call, call.NameLocation(), MessageArg.Text(Texts.CertificateDangerous, call.TargetMethod.Name));
        }
    }

    private void Delegate(OperationAnalysisContext c, IDelegateCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean } invoke } type || !IsValidation(type, invoke))
        {
            return;
        }

        _inspection.Inspected();
        var always = new AlwaysTrue(_guard.Uses, c.CancellationToken);
        var (holder, goal) = Goal(creation);
        if ((goal is IPropertySymbol property && IsAboutClients(property)) || IsServer(creation))
        {
            return;
        }

        if (!always.Function(creation.Target))
        {
            if (always.Body(creation.Target) is null)
            {
                _inspection.NotFollowed();
            }

            return;
        }

        // A callback that is kept for later is as guarded as its uses are.
        var guard = _guard.Of(creation, c.ContainingSymbol, c.CancellationToken);
        if (holder is not null && _guard.OfUses(holder, c.CancellationToken) is var later && later > guard)
        {
            guard = later;
        }

        var name = goal?.Name ?? holder?.Name ?? type.Name;
        Report(c, guard, creation.Target.Syntax.GetLocation(), MessageArg.Text(Texts.CertificateAlwaysTrue, name), IsReportedBySdk(c, creation, type, always) ? DiagnosticSeverity.Info : null);
    }

    private static bool IsValidation(INamedTypeSymbol type, IMethodSymbol invoke)
    {
        foreach (var parameter in invoke.Parameters)
        {
            var name = parameter.Type.Name;
            if (name is "SslPolicyErrors" or "SecTrust" || name.EndsWith("CertificateValidationEventArgs", StringComparison.Ordinal) || name.EndsWith("CertificateValidationCallbackContext", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return type.Name == "VerifyServerCertificateCallback";
    }

    /// <summary>Where the callback goes: a local or field that keeps it, or the member or parameter that uses it.</summary>
    private static (ISymbol? Holder, ISymbol? Goal) Goal(IOperation creation)
    {
        var o = creation;
        while (o.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or IDelegateCreationOperation)
        {
            o = o.Parent;
        }

        return o.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation local } => (local.Symbol, null),
            IFieldInitializerOperation field => (field.InitializedFields.FirstOrDefault(), null),
            IPropertyInitializerOperation property => (property.InitializedProperties.FirstOrDefault(), null),
            IAssignmentOperation { Target: ILocalReferenceOperation local } => (local.Local, null),
            IAssignmentOperation { Target: IMemberReferenceOperation member } => (null, member.Member),
            IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } => (null, reference.Event),
            IArgumentOperation { Parent: IInvocationOperation call } => (null, call.TargetMethod),
            _ => (null, null),
        };
    }

    /// <summary>A server that looks at its clients' certificates itself: another question, which the application's own code answers.</summary>
    private static bool IsAboutClients(IPropertySymbol goal) =>
        goal.Name == "ClientCertificateValidation" || goal.ContainingType.Name == "SslServerAuthenticationOptions";

    private static bool IsServer(IOperation creation)
    {
        if (creation.Parent is not IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "SslStream" } })
        {
            return false;
        }

        var calls = creation.Root().Descendants().OfType<IInvocationOperation>().Select(i => i.TargetMethod.Name).ToArray();
        return calls.Any(n => n.StartsWith("AuthenticateAsServer", StringComparison.Ordinal)) && !calls.Any(n => n.StartsWith("AuthenticateAsClient", StringComparison.Ordinal));
    }

    /// <summary>
    /// CA5359 of the SDK warns about the same lambda when it is on (KkMode=strict turns it on). The finding stays, because the
    /// report must not depend on another analyzer, and is quiet in the build.
    /// </summary>
    private static bool IsReportedBySdk(OperationAnalysisContext c, IDelegateCreationOperation creation, INamedTypeSymbol type, AlwaysTrue always)
    {
        if (type.Name is not ("RemoteCertificateValidationCallback" or "Func"))
        {
            return false;
        }

        return SdkRules.Warns("CA5359", c.Compilation, creation.Syntax.SyntaxTree, c.CancellationToken)
            && always.Body(creation.Target) is { } body
            && AlwaysTrue.Within(body).OfType<IReturnOperation>().All(r => r.ReturnedValue?.Unwrap() is ILiteralOperation);
    }

    /// <summary>The reference to the framework's validator that accepts everything, also through a local, a field or a choice.</summary>
    private IOperation? Dangerous(IOperation value, CancellationToken cancellation)
    {
        var work = new Stack<IOperation>();
        work.Push(value);
        for (var steps = 0; work.Count > 0 && steps < 16; steps++)
        {
            switch (work.Pop().Unwrap())
            {
                case IPropertyReferenceOperation { Property.Name: "DangerousAcceptAnyServerCertificateValidator" } found:
                    return found;
                case IConditionalOperation { WhenFalse: { } other } choice:
                    work.Push(other);
                    work.Push(choice.WhenTrue);
                    break;
                case ICoalesceOperation coalesce:
                    work.Push(coalesce.WhenNull);
                    work.Push(coalesce.Value);
                    break;
                case ILocalReferenceOperation local:
                    foreach (var operation in local.Root().Descendants())
                    {
                        if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local) && declarator.GetVariableInitializer() is { } initializer)
                        {
                            work.Push(initializer.Value);
                        }
                    }

                    break;
                case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when _guard.Uses.Initial(member.Member, cancellation)?.Unwrap() is IPropertyReferenceOperation { Property.Name: "DangerousAcceptAnyServerCertificateValidator" }:
                    return member;
            }
        }

        return null;
    }

    private void Flags(OperationAnalysisContext c, IOperation value, IOperation assignment)
    {
        _inspection.Inspected();
        if (value.ConstantValue is not { HasValue: true, Value: int flags } || (flags & AllowUnknownAuthority) == 0)
        {
            return;
        }

        // Trust in an own authority: the chain is built first and its root compared afterwards.
        var all = (flags & AllFlags) == AllFlags;
        if (!all && assignment.Root().Syntax.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && OwnChecks.Contains(t.ValueText)))
        {
            return;
        }

        Report(c, assignment, assignment.Syntax.GetLocation(), MessageArg.Text(all ? Texts.CertificateAllFlags : Texts.CertificateUnknownAuthority, assignment.Syntax.ToString()));
    }

    /// <summary>A method that Android, WCF or the web view calls to have a certificate checked, and that checks nothing.</summary>
    private void Validator(OperationBlockAnalysisContext c)
    {
        if (c.IsGeneratedCode || c.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method)
        {
            return;
        }

        var name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        if (name is not ("CheckServerTrusted" or "Verify" or "OnReceivedSslError" or "Validate") || !_validators.Any(v => WebSymbols.Is(method.ContainingType, v)) || c.OperationBlocks.IsEmpty)
        {
            return;
        }

        _inspection.Inspected();
        var body = c.OperationBlocks.FirstOrDefault(b => b is IBlockOperation);
        if (body is null)
        {
            return;
        }

        var does = AlwaysTrue.Within(body).ToArray();
        var empty = name switch
        {
            "OnReceivedSslError" => does.OfType<IInvocationOperation>().Any(i => i.TargetMethod.Name == "Proceed") && !does.Any(o => o is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation),
            "Verify" => does.OfType<IReturnOperation>().Any() && does.OfType<IReturnOperation>().All(r => r.ReturnedValue?.Unwrap() is { ConstantValue: { HasValue: true, Value: true } }) && !does.Any(o => o is IThrowOperation),
            _ => !does.Any(o => o is IThrowOperation or IInvocationOperation),
        };
        if (empty && method.Locations.FirstOrDefault() is { IsInSource: true } place)
        {
            var guard = _guard.Of(body, method, c.CancellationToken);
            if (guard != GuardKind.Development)
            {
                c.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK4313, place, Reach.Severity(guard), null, null, MessageArg.Text(Texts.CertificateEmpty, method.ContainingType.Name + "." + name), Reach.Text(guard)));
            }
        }
    }

    private void Report(OperationAnalysisContext c, IOperation operation, Location place, MessageArg what, DiagnosticSeverity? severity = null) =>
        Report(c, _guard.Of(operation, c.ContainingSymbol, c.CancellationToken), place, what, severity);

    private static void Report(OperationAnalysisContext c, GuardKind guard, Location place, MessageArg what, DiagnosticSeverity? severity)
    {
        if (guard != GuardKind.Development)
        {
            c.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK4313, place, severity ?? Reach.Severity(guard), null, null, what, Reach.Text(guard)));
        }
    }
}
