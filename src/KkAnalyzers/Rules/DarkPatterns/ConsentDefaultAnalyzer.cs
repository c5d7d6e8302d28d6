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
/// KK3201: a member about consent that says yes before the person did, or a rule that protects the choice and is switched off;
/// KK3209 when it is about what people pay for; KK3210: a flag to refuse where there is none to agree. Also in the C# of Razor
/// files, where the generated code maps back to the file. KK3206 asks about the same names.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConsentDefaultAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public ConsentDefaultAnalyzer()
        : base(RuleCatalog.KK3201, RuleCatalog.KK3206, RuleCatalog.KK3209, RuleCatalog.KK3210)
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
        var rule = new Rule(members, new ConsentInventory(context, RuleCatalog.KK3201), context.Inspection(RuleCatalog.KK3209), new OptOutModel(members, context.Inspection(RuleCatalog.KK3210)));
        var granted = new GrantedByProgram(context, members);
        var paid = new PaidByDefault(context, members);
        context.RegisterSymbolAction(rule.Declaration, SymbolKind.Property, SymbolKind.Field, SymbolKind.Parameter);
        context.RegisterSymbolAction(rule.Enum, SymbolKind.NamedType);
        context.RegisterOperationAction(rule.Initializer, OperationKind.PropertyInitializer, OperationKind.FieldInitializer, OperationKind.ParameterInitializer);

        // The most frequent operations: one action for the three.
        context.RegisterOperationAction(
            c =>
            {
                if (c.Operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation })
                {
                    rule.Assignment(c);
                    granted.Assignment(c);
                    paid.Assignment(c);
                }
            },
            OperationKind.SimpleAssignment);
        context.RegisterOperationAction(
            c =>
            {
                rule.Call(c);
                granted.Call(c);
                paid.Call(c);
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(rule.Coalesce, OperationKind.Coalesce, OperationKind.CoalesceAssignment);
        context.RegisterOperationAction(rule.NotFalse, OperationKind.Binary, OperationKind.IsPattern);
    }

    /// <summary>The rule in one compilation.</summary>
    private sealed class Rule(ConsentMembers members, ConsentInventory inventory, Inspection paid, OptOutModel optOut)
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

            Counter(reading).Inspected();
            if (symbol is IPropertySymbol { SetMethod: not null } asked && optOut.Check(context, asked, reading))
            {
                Row(asked.Locations[0], asked, reading, "false", ConsentInventory.Initializer, RuleIds.KK3210);
            }
            else if (inventory.IsWanted)
            {
                Declared(context, symbol, type, reading);
            }

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
                    var reported = Report(context.ReportDiagnostic, symbol, reading, written[0].Expression.GetLocation(), context.IsGeneratedCode, MessageArg.Text(Texts.ConsentReasonAttribute, yes, reading.Term));
                    Row(written[0].Expression.GetLocation(), symbol, reading, yes, ConsentInventory.Attribute, reported);
                }
            }
        }

        /// <summary>The row of a member without a default. One with a default has a row where the default is read.</summary>
        private void Declared(SymbolAnalysisContext context, ISymbol symbol, ITypeSymbol type, ConsentReading reading)
        {
            var hasDefault = symbol switch
            {
                IPropertySymbol property => property.SetMethod is null || HasValue(property, context.CancellationToken),
                IFieldSymbol { IsConst: false, IsReadOnly: false } field => HasValue(field, context.CancellationToken),
                _ => true,
            };
            if (!hasDefault && type.SpecialType is not (SpecialType.System_String or SpecialType.System_Object) && !IsSetElsewhere(symbol, context.CancellationToken))
            {
                Row(symbol.Locations[0], symbol, reading, ConsentInventory.None, ConsentInventory.Initializer, "");
            }
        }

        private static bool HasValue(ISymbol symbol, CancellationToken cancellationToken) =>
            symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { Initializer: not null } or VariableDeclaratorSyntax { Initializer: not null } or ParameterSyntax;

        /// <summary>In a constructor or an attribute, where its row is made.</summary>
        private static bool IsSetElsewhere(ISymbol symbol, CancellationToken cancellationToken) =>
            symbol.GetAttributes().Any(a => a.AttributeClass?.Name is "DefaultValueAttribute")
            || symbol.ContainingType.InstanceConstructors.SelectMany(c => c.DeclaringSyntaxReferences).SelectMany(r => r.GetSyntax(cancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>())
                .Any(a => (a.Left as IdentifierNameSyntax ?? (a.Left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == symbol.Name);

        private void Row(Location place, ISymbol member, ConsentReading reading, string value, string where, string finding)
        {
            // ViewLocation, forceNoTracking: a word that needs support and has none is no consent. Nor is how often something recurs.
            if (finding.Length > 0 || ((reading.Needs == TermNeeds.Nothing || members.Weigh(reading, member) is not null) && !IsCount(reading, member)))
            {
                inventory.Row(place, member.ContainingType?.Name, member.Name, reading, value, where, finding);
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
                case IFieldInitializerOperation { InitializedFields.IsEmpty: false } of when of.InitializedFields[0].ContainingType.TypeKind != TypeKind.Enum:
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
                if (!IsWritten(initializer.Value) || members.Read(member, type) is not { } reading
                    || (member is IParameterSymbol parameter && !ConsentSites.IsDefaultOfCreation(members, parameter)))
                {
                    return;
                }

                var finding = "";
                if (members.Yes(initializer.Value, member) is { } yes)
                {
                    var reason = member is IParameterSymbol ? Texts.ConsentReasonParameter : Texts.ConsentReasonStarts;
                    finding = Report(context, member, reading, initializer.Value, MessageArg.Text(reason, yes, reading.Term));
                }
                else if (member is not IParameterSymbol && member.DeclaredAccessibility != Accessibility.Private && IsFalse(initializer.Value))
                {
                    finding = SwitchedOff(context, member, reading, initializer.Value);
                }

                if (inventory.IsWanted && ConsentMembers.Written(initializer.Value) is { } written && SourceLocations.IsUserCode(initializer.Value.Syntax.GetLocation(), context.IsGeneratedCode)
                    && !(finding.Length == 0 && OptOutModel.IsOne(reading, member)))
                {
                    Row(initializer.Value.Syntax.GetLocation(), member, reading, written, member is IParameterSymbol ? ConsentInventory.Parameter : ConsentInventory.Initializer, finding);
                }
            }
        }

        /// <summary>In a constructor or a factory: <c>X = true</c>, <c>new Dto { X = true }</c>.</summary>
        public void Assignment(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (assignment.Target is not IMemberReferenceOperation { Member: { } member, Type: { } type } target)
            {
                return;
            }

            if (member.Name == "CheckConsentNeeded")
            {
                NeverNeeded(context, assignment, member);
                return;
            }

            if (!IsWritten(assignment.Value) || members.Read(member, type) is not { } reading)
            {
                return;
            }

            if (members.Yes(assignment.Value, member) is { } yes)
            {
                if (ConsentSites.IsDefault(members, assignment, target, context.ContainingSymbol))
                {
                    var reason = ConsentSites.IsInHandler(assignment) ? MessageArg.Text(Texts.ConsentReasonNoAnswer, reading.Term) : MessageArg.Text(Texts.ConsentReasonSet, yes, reading.Term);
                    var finding = Report(context, member, reading, assignment.Value, reason);
                    Row(context, finding);
                }
            }
            else if (IsFalse(assignment.Value) && reading.Polarity is ConsentPolarity.Rule or ConsentPolarity.WayOut && ConsentSites.IsOption(members, assignment, target, context.ContainingSymbol))
            {
                Row(context, SwitchedOff(context, member, reading, assignment.Value));
            }
            else if (inventory.IsWanted && ConsentSites.IsDefault(members, assignment, target, context.ContainingSymbol))
            {
                Row(context, "");
            }

            void Row(OperationAnalysisContext context, string finding)
            {
                if (inventory.IsWanted && ConsentMembers.Written(assignment.Value) is { } written && SourceLocations.IsUserCode(assignment.Syntax.GetLocation(), context.IsGeneratedCode))
                {
                    this.Row(assignment.Value.Syntax.GetLocation(), member, reading, written, ConsentInventory.Constructor, finding);
                }
            }
        }

        private static bool IsCount(ConsentReading reading, ISymbol member) =>
            reading.Subject == ConsentSubjects.Renewal && (member is IPropertySymbol { Type.SpecialType: SpecialType.System_Int32 } or IFieldSymbol { Type.SpecialType: SpecialType.System_Int32 });

        /// <summary><c>options.CheckConsentNeeded = _ =&gt; false</c> of the cookie policy of ASP.NET Core.</summary>
        private void NeverNeeded(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, ISymbol member)
        {
            if (member.ContainingType.Name == "CookiePolicyOptions" && members.Name(member.Name) is { } reading && assignment.Value.Unwrap() is IAnonymousFunctionOperation { Body: { } body }
                && body.Inside(lambdas: false).OfType<IReturnOperation>().All(r => r.ReturnedValue is { } value && IsFalse(value)))
            {
                inventory.Inspection.Inspected();
                Report(
                    context.ReportDiagnostic,
                    member.Name,
                    reading,
                    assignment.Value.Syntax.GetLocation(),
                    context.IsGeneratedCode,
                    MessageArg.Text(Texts.ConsentReasonOff, "false", reading.Frame ?? reading.Term),
                    DiagnosticSeverity.Warning);
                Row(assignment.Value.Syntax.GetLocation(), member, reading, "false", ConsentInventory.Constructor, RuleIds.KK3201);
            }
        }

        /// <summary>A rule that protects the choice, or a way out, that is switched off.</summary>
        private string SwitchedOff(OperationAnalysisContext context, ISymbol member, ConsentReading reading, IOperation value)
        {
            if (reading is not { Polarity: ConsentPolarity.Rule or ConsentPolarity.WayOut, Frame: { } frame }
                || members.Owner(member.ContainingType) == ConsentOwner.Unrelated || ConsentReader.WeighOff(reading) is not { } severity)
            {
                return "";
            }

            return Report(context.ReportDiagnostic, member.Name, reading, value.Syntax.GetLocation(), context.IsGeneratedCode, MessageArg.Text(Texts.ConsentReasonOff, "false", frame), severity);
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
                IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, IsLifted: true } binary when IsFalse(binary.RightOperand) => binary.LeftOperand,
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
            if (!call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal))
            {
                return;
            }

            if (call is { TargetMethod: { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Arguments.Length: 1 })
            {
                NoAnswer(context, call.Instance, call.Arguments[0].Value, call.Arguments[0].Value.Syntax);
            }
            else if (ConsentSites.PreferenceWithFallback(call) is var (key, value) && members.Name(key.Substring(key.LastIndexOf(':') + 1)) is { } reading
                && WeighFallback(call, key, reading) is { } severity)
            {
                Report(context.ReportDiagnostic, key, reading, value.Syntax.GetLocation(), context.IsGeneratedCode, MessageArg.Text(Texts.ConsentReasonNoAnswer, reading.Term), severity);
            }
        }

        /// <summary>Preferences are a person's; of settings the path says so, or a noun of consent makes it information.</summary>
        private DiagnosticSeverity? WeighFallback(IInvocationOperation call, string key, ConsentReading reading)
        {
            var tokens = ConsentTokens.Split(key);
            return call.TargetMethod.ContainingType.Name != "ConfigurationBinder" || members.Words.AnyHas(tokens, ConsentRoles.Default) || members.OwnerByName(key) == ConsentOwner.Person
                ? ConsentReader.Weigh(reading, ConsentOwner.Person)
                : reading.HasNoun && ConsentReader.Weigh(reading, ConsentOwner.Unknown) is not null ? DiagnosticSeverity.Info : null;
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
                Counter(reading).Inspected();
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

        private Inspection Counter(ConsentReading reading) => PaidByDefault.Takes(reading) ? paid : inventory.Inspection;

        private string Report(OperationAnalysisContext context, ISymbol member, ConsentReading reading, IOperation value, MessageArg reason) =>
            Report(context.ReportDiagnostic, member, reading, value.Syntax.GetLocation(), context.IsGeneratedCode, reason);

        /// <summary>Gives the id of the rule when there is a finding.</summary>
        private string Report(Action<Diagnostic> report, ISymbol member, ConsentReading reading, Location location, bool isGenerated, MessageArg reason, DiagnosticSeverity? lower = null) =>
            (PaidByDefault.Takes(reading) ? PaidByDefault.Weigh(members, reading, member.ContainingType) : members.Weigh(reading, member)) is { } severity
                ? Report(report, member.Name, reading, location, isGenerated, reason, lower ?? Frequency(reading, member) ?? severity)
                : "";

        private static string Report(Action<Diagnostic> report, string name, ConsentReading reading, Location location, bool isGenerated, MessageArg reason, DiagnosticSeverity severity)
        {
            if (!SourceLocations.IsUserCode(location, isGenerated))
            {
                return "";
            }

            // KK3209 has no hole for the reasoning: what people pay for is not negated twice.
            var rule = PaidByDefault.Takes(reading) ? RuleCatalog.KK3209 : RuleCatalog.KK3201;
            report(KkDiagnostic.Create(rule, location, severity, null, null, name, ConsentSubjects.Text(reading.Subject), reason, reading.Reasoning));
            return rule.Id;
        }

        /// <summary>Hard case 64: who fills in a form to subscribe wants a newsletter; which one is a smaller matter.</summary>
        private DiagnosticSeverity? Frequency(ConsentReading reading, ISymbol member) =>
            reading is { Subject: ConsentSubjects.Newsletter, Needs: TermNeeds.Nothing, HasNoun: false } && member.ContainingType is { } type
                && members.Name(type.Name) is { Subject: ConsentSubjects.Newsletter }
                    ? DiagnosticSeverity.Info
                    : null;

        /// <summary>A value that the code itself gives: asked before any name, because most values come from elsewhere.</summary>
        private static bool IsWritten(IOperation value) =>
            value.Unconverted() is var bare && (bare.ConstantValue.HasValue || bare is IFieldReferenceOperation { Field.ContainingType.TypeKind: TypeKind.Enum });

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
