using KkAnalyzers.Consent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>
/// KK3201: a member about consent that says yes before the person did, and KK3209 when it is about what people pay for. Also in
/// the C# of Razor files, where the generated code maps back to the file. KK3206 asks about the same names.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConsentDefaultAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public ConsentDefaultAnalyzer()
        : base(RuleCatalog.KK3201, RuleCatalog.KK3206, RuleCatalog.KK3209)
    {
    }

    /// <inheritdoc/>
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var members = new ConsentMembers(context);
        var rule = new Rule(members, context.Inspection(RuleCatalog.KK3201), context.Inspection(RuleCatalog.KK3209));
        _ = new GrantedByProgram(context, members);
        _ = new PaidByDefault(context, members);
        context.RegisterSymbolAction(rule.Declaration, SymbolKind.Property, SymbolKind.Field, SymbolKind.Parameter);
        context.RegisterSymbolAction(rule.Enum, SymbolKind.NamedType);
        context.RegisterOperationAction(rule.Initializer, OperationKind.PropertyInitializer, OperationKind.FieldInitializer, OperationKind.ParameterInitializer);
        context.RegisterOperationAction(rule.Assignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(rule.Coalesce, OperationKind.Coalesce, OperationKind.CoalesceAssignment);
        context.RegisterOperationAction(rule.NotFalse, OperationKind.Binary, OperationKind.IsPattern);
        context.RegisterOperationAction(rule.Call, OperationKind.Invocation);
    }

    /// <summary>The rule in one compilation.</summary>
    private sealed class Rule(ConsentMembers members, Inspection inspection, Inspection paid)
    {
        /// <summary>Counts the members, and reads what has no operation: attributes and <c>=&gt; true</c>.</summary>
        public void Declaration(SymbolAnalysisContext context)
        {
            var symbol = context.Symbol;
            var type = symbol switch
            {
                IPropertySymbol property => property.Type,
                IFieldSymbol { ContainingType.TypeKind: not TypeKind.Enum } field => field.Type,
                IParameterSymbol parameter => parameter.Type,
                _ => null,
            };
            if (type is null || members.Read(symbol, type) is not { } reading
                || !symbol.Locations.Any(l => SourceLocations.IsUserCode(l, context.IsGeneratedCode)))
            {
                return;
            }

            (PaidByDefault.Takes(reading) ? paid : inspection).Inspected();
            if (symbol is IPropertySymbol && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken)
                is PropertyDeclarationSyntax { ExpressionBody.Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } literal }
                && (reading.HasNoun || members.Owner(symbol.ContainingType) == ConsentOwner.Person))
            {
                Report(context.ReportDiagnostic, symbol, reading, literal.GetLocation(), context.IsGeneratedCode, MessageArg.Text(Texts.ConsentReasonStarts, "true", reading.Term));
            }

            foreach (var attribute in symbol.GetAttributes())
            {
                if (attribute.AttributeClass?.Name is "DefaultValueAttribute" or "DefaultParameterValueAttribute"
                    && attribute.ConstructorArguments is { Length: 1 } arguments
                    && arguments[0] is { Kind: TypedConstantKind.Primitive, Value: { } value }
                    && members.Yes(value, symbol) is { } yes
                    && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax { ArgumentList.Arguments: { Count: 1 } written }
                    && !HasInitialYes(symbol, context.CancellationToken))
                {
                    Report(context.ReportDiagnostic, symbol, reading, written[0].Expression.GetLocation(), context.IsGeneratedCode, MessageArg.Text(Texts.ConsentReasonAttribute, yes, reading.Term));
                }
            }
        }

        /// <summary>An enum about consent whose zero is a yes: what nobody sets is a yes. Information, for the type may never be left unset.</summary>
        public void Enum(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            if (type.TypeKind != TypeKind.Enum || members.Name(type.Name) is not { } reading)
            {
                return;
            }

            var zero = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f is { HasConstantValue: true, ConstantValue: 0 });
            if (zero is not null && members.Words.IsYes(zero.Name) && members.Weigh(reading, zero) is not null)
            {
                Report(context.ReportDiagnostic, zero, reading, zero.Locations[0], context.IsGeneratedCode, MessageArg.Text(Texts.ConsentReasonZero, reading.Term), DiagnosticSeverity.Info);
            }
        }

        public void Initializer(OperationAnalysisContext context)
        {
            var initializer = (ISymbolInitializerOperation)context.Operation;
            switch (initializer)
            {
                case IPropertyInitializerOperation { InitializedProperties.IsEmpty: false } of:
                    Value(of.InitializedProperties[0], of.InitializedProperties[0].Type);
                    break;
                case IFieldInitializerOperation { InitializedFields.IsEmpty: false } of:
                    var field = of.InitializedFields[0];
                    if (BindableDefault.Find(initializer.Value) is { } bindable)
                    {
                        Bindable(context, field, bindable);
                    }
                    else if (field is { IsConst: false } || members.Name(field.Name) is { HasNoun: true })
                    {
                        Value(field, field.Type);
                    }

                    break;
                case IParameterInitializerOperation { Parameter: { } parameter }:
                    Value(parameter, parameter.Type);
                    break;
            }

            void Value(ISymbol member, ITypeSymbol type)
            {
                if (members.Yes(initializer.Value, member) is { } yes && members.Read(member, type) is { } reading
                    && (member is not IParameterSymbol parameter || ConsentSites.IsDefaultOfCreation(members, parameter)))
                {
                    var reason = member is IParameterSymbol ? Texts.ConsentReasonParameter : Texts.ConsentReasonStarts;
                    Report(context, member, reading, initializer.Value, MessageArg.Text(reason, yes, reading.Term));
                }
            }
        }

        /// <summary>In a constructor or a factory: <c>X = true</c>, <c>new Dto { X = true }</c>.</summary>
        public void Assignment(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (assignment.Target is IMemberReferenceOperation { Member: { } member, Type: { } type } target
                && members.Yes(assignment.Value, member) is { } yes
                && members.Read(member, type) is { } reading
                && ConsentSites.IsDefault(members, assignment, target, context.ContainingSymbol))
            {
                Report(context, member, reading, assignment.Value, MessageArg.Text(Texts.ConsentReasonSet, yes, reading.Term));
            }
        }

        /// <summary><c>x.Newsletter ?? true</c>: no answer counts as a yes.</summary>
        public void Coalesce(OperationAnalysisContext context)
        {
            var (left, right) = context.Operation switch
            {
                ICoalesceOperation coalesce => (coalesce.Value, coalesce.WhenNull),
                ICoalesceAssignmentOperation coalesce => (coalesce.Target, coalesce.Value),
                _ => default,
            };
            NoAnswer(context, left, right, right.Syntax);
        }

        /// <summary><c>x.Newsletter != false</c> and <c>is not false</c> on a <c>bool?</c>.</summary>
        public void NotFalse(OperationAnalysisContext context)
        {
            var asked = context.Operation switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } binary when IsFalse(binary.RightOperand) => binary.LeftOperand,
                IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } } pattern when IsFalse(constant) => pattern.Value,
                _ => null,
            };
            if (asked?.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            {
                NoAnswer(context, asked, null, context.Operation.Syntax);
            }
        }

        public void Call(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (call is { TargetMethod: { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Arguments.Length: 1 })
            {
                NoAnswer(context, call.Instance, call.Arguments[0].Value, call.Arguments[0].Value.Syntax);
            }
            else if (ConsentSites.PreferenceWithFallback(call) is var (key, value) && members.Name(key) is { } reading
                && ConsentReader.Weigh(reading, ConsentOwner.Person) is { } severity)
            {
                Report(context.ReportDiagnostic, key, reading, value.Syntax.GetLocation(), context.IsGeneratedCode, MessageArg.Text(Texts.ConsentReasonNoAnswer, reading.Term), severity);
            }
        }

        private void NoAnswer(OperationAnalysisContext context, IOperation? asked, IOperation? fallback, SyntaxNode at)
        {
            var (symbol, type) = asked?.Unconverted() switch
            {
                IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol, Type: { } t } reference => (reference.Member, t),
                IParameterReferenceOperation { Parameter: var parameter } => ((ISymbol)parameter, parameter.Type),
                ILocalReferenceOperation { Local: var local } => (local, local.Type),
                IConditionalAccessOperation { WhenNotNull: IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol, Type: { } t } reference } => (reference.Member, t),
                _ => default,
            };
            if (symbol is not null && (fallback is null || fallback.ConstantValue is { HasValue: true, Value: true } || members.Yes(fallback, symbol) is not null)
                && members.Read(symbol, type) is { } reading
                && members.OwnerByName(context.ContainingSymbol.ContainingType?.Name ?? "") != ConsentOwner.Unrelated)
            {
                Report(context.ReportDiagnostic, symbol, reading, at.GetLocation(), context.IsGeneratedCode, MessageArg.Text(Texts.ConsentReasonNoAnswer, reading.Term));
            }
        }

        private void Bindable(OperationAnalysisContext context, IFieldSymbol field, BindableDefault bindable)
        {
            if (members.Name(bindable.Property) is { } reading
                && (PaidByDefault.Takes(reading) ? PaidByDefault.Weigh(members, reading, field.ContainingType) : ConsentReader.Weigh(reading, members.Owner(field.ContainingType))) is { } severity)
            {
                (PaidByDefault.Takes(reading) ? paid : inspection).Inspected();
                Report(
                    context.ReportDiagnostic,
                    bindable.Property,
                    reading,
                    bindable.Value.Syntax.GetLocation(),
                    context.IsGeneratedCode,
                    MessageArg.Text(Texts.ConsentReasonStarts, "true", reading.Term),
                    severity);
            }
        }

        private void Report(OperationAnalysisContext context, ISymbol member, ConsentReading reading, IOperation value, MessageArg reason) =>
            Report(context.ReportDiagnostic, member, reading, value.Syntax.GetLocation(), context.IsGeneratedCode, reason);

        private void Report(Action<Diagnostic> report, ISymbol member, ConsentReading reading, Location location, bool isGenerated, MessageArg reason, DiagnosticSeverity? lower = null)
        {
            if ((PaidByDefault.Takes(reading) ? PaidByDefault.Weigh(members, reading, member.ContainingType) : members.Weigh(reading, member)) is { } severity)
            {
                Report(report, member.Name, reading, location, isGenerated, reason, lower ?? Frequency(reading, member) ?? severity);
            }
        }

        private void Report(Action<Diagnostic> report, string name, ConsentReading reading, Location location, bool isGenerated, MessageArg reason, DiagnosticSeverity severity)
        {
            if (SourceLocations.IsUserCode(location, isGenerated))
            {
                var rule = PaidByDefault.Takes(reading) ? RuleCatalog.KK3209 : RuleCatalog.KK3201;
                report(KkDiagnostic.Create(rule, location, severity, null, null, name, ConsentSubjects.Text(reading.Subject), reason));
            }
        }

        /// <summary>Hard case 64: who fills in a form to subscribe wants a newsletter; which one is a smaller matter.</summary>
        private DiagnosticSeverity? Frequency(ConsentReading reading, ISymbol member) =>
            reading is { Subject: ConsentSubjects.Newsletter, Needs: TermNeeds.Nothing, HasNoun: false } && member.ContainingType is { } type
                && members.Name(type.Name) is { Subject: ConsentSubjects.Newsletter }
                    ? DiagnosticSeverity.Info
                    : null;

        private static bool IsFalse(IOperation operation) => operation.Unconverted().ConstantValue is { HasValue: true, Value: false };

        /// <summary>An initialiser says the same as the attribute; it is reported by its own action.</summary>
        private bool HasInitialYes(ISymbol symbol, CancellationToken cancellationToken)
        {
            var value = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
            {
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                ParameterSyntax parameter => parameter.Default?.Value,
                _ => null,
            };
            return value.IsKind(SyntaxKind.TrueLiteralExpression);
        }
    }
}
