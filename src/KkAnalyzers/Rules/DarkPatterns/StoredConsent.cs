using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Databases;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3202 in code.</summary>
internal sealed class StoredConsent
{
    /// <summary>Helpers within helpers that are followed to who calls them.</summary>
    private const int MaxCalls = 3;

    private readonly ConsentMembers _members;
    private readonly ConsentInventory _inventory;
    private readonly SourceUses _uses;
    private readonly StoredValues _values;
    private readonly MigrationOrder _order;
    private readonly FileEnd _fileEnd;
    private readonly CancellationToken _cancellation;

    public StoredConsent(KkContext context, ConsentMembers members, ConsentInventory inventory)
    {
        _members = members;
        _inventory = inventory;
        _cancellation = context.CancellationToken;
        _uses = new SourceUses(context.Compilation);
        _values = new StoredValues(_uses, _cancellation);
        _order = new MigrationOrder(context.Compilation, _values);
        _fileEnd = context.RegisterAfterFile();
    }

    public void Call(OperationAnalysisContext c)
    {
        var call = (IInvocationOperation)c.Operation;
        var name = call.TargetMethod.Name;
        if (name == "HasData")
        {
            Rows(c, call);
            return;
        }

        // The way back of a migration restores what was.
        if (!StoredValues.MayBe(name) || c.IsGeneratedCode || c.ContainingSymbol.Name == "Down")
        {
            return;
        }

        var found = _values.Of(call, ImmutableArray<IInvocationOperation>.Empty, out var missing);
        if (missing is not null)
        {
            _fileEnd.Add(call.Syntax.SyntaxTree, c.ReportDiagnostic, report => Follow(report, call, ImmutableArray<IInvocationOperation>.Empty, missing));
            return;
        }

        foreach (var value in found)
        {
            // Almost no column is about consent: only then other files are asked, at the end of this one.
            if (Reading(value) is { } reading)
            {
                var migration = c.ContainingSymbol.ContainingType;
                if (MigrationOrder.IsMigration(migration) && Yes(value) is not null)
                {
                    _fileEnd.Add(call.Syntax.SyntaxTree, c.ReportDiagnostic, report => Judge(report, value, reading, value.At.Syntax.GetLocation(), migration, canFix: true));
                }
                else
                {
                    Judge(c.ReportDiagnostic, value, reading, value.At.Syntax.GetLocation(), null, canFix: true);
                }
            }
        }
    }

    /// <summary>Rows with a member that says yes: HasData, UseSeeding, and FluentMigrator's Row and Set.</summary>
    public void Assignment(OperationAnalysisContext c)
    {
        var assignment = (ISimpleAssignmentOperation)c.Operation;
        if (assignment.Target is not IMemberReferenceOperation { Member: { } member, Type: { } type } || _members.Name(member.Name) is null
            || _members.Read(member, type) is not { } reading || ConsentMembers.Written(assignment.Value) is not { } written
            || c.IsGeneratedCode || c.ContainingSymbol.Name == "Down" || Stored(assignment) is not { } table)
        {
            return;
        }

        var owner = member.ContainingType.IsAnonymousType ? table : member.ContainingType.Name;
        Row(c.ReportDiagnostic, assignment.Value, assignment.Value.Syntax.GetLocation(), owner, member.Name, reading, _members.Yes(assignment.Value, member), written);
    }

    /// <summary>Of rows that a constructor makes, and of those that a class of samples hands out, which KK3201 leaves alone.</summary>
    private void Rows(OperationAnalysisContext c, IInvocationOperation call)
    {
        if (c.IsGeneratedCode)
        {
            return;
        }

        var work = new Stack<IOperation>(call.Arguments.Select(a => a.Value));
        while (work.Count > 0)
        {
            switch (work.Pop().Unwrap())
            {
                case IArrayCreationOperation { Initializer: { } elements }:
                    foreach (var element in elements.ElementValues)
                    {
                        work.Push(element);
                    }

                    break;
                case IObjectCreationOperation creation:
                    Constructed(c.ReportDiagnostic, creation, null);
                    break;
                case IMemberReferenceOperation { Member: { } member } reference when IsSample(member.ContainingType):
                    _fileEnd.Add(call.Syntax.SyntaxTree, c.ReportDiagnostic, report => Sample(report, _uses.Initial(member, _cancellation), reference));
                    break;
                case IInvocationOperation { TargetMethod: var method } made when IsSample(method.ContainingType):
                    _fileEnd.Add(call.Syntax.SyntaxTree, c.ReportDiagnostic, report => Sample(report, _uses.Body(method, _cancellation), made));
                    break;
            }
        }
    }

    private bool IsSample(INamedTypeSymbol? type) => type is { DeclaringSyntaxReferences.IsEmpty: false } && ConsentSites.IsSampleOrMigration(_members, type);

    /// <param name="report">Where findings go.</param>
    /// <param name="creation">The object.</param>
    /// <param name="at">The use that is shown instead of the value, which stands elsewhere.</param>
    private void Constructed(Action<Diagnostic> report, IObjectCreationOperation creation, IOperation? at)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument is { Parameter: { } parameter, ArgumentKind: ArgumentKind.Explicit } && _members.Name(parameter.Name) is not null
                && _members.Read(parameter, parameter.Type) is { } reading && ConsentMembers.Written(argument.Value) is { } written)
            {
                Row(report, argument.Value, (at ?? argument.Value).Syntax.GetLocation(), creation.Type?.Name ?? "", parameter.Name, reading, _members.Yes(argument.Value, parameter), written);
            }
        }
    }

    private void Sample(Action<Diagnostic> report, IOperation? body, IOperation at)
    {
        if (body is null)
        {
            _inventory.Inspection.NotFollowed();
            return;
        }

        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IObjectCreationOperation creation:
                    Constructed(report, creation, at);
                    break;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member, Type: { } type } } assignment
                    when _members.Name(member.Name) is not null && _members.Read(member, type) is { } reading && ConsentMembers.Written(assignment.Value) is { } written:
                    Row(report, assignment.Value, at.Syntax.GetLocation(), member.ContainingType.Name, member.Name, reading, _members.Yes(assignment.Value, member), written);
                    break;
            }
        }
    }

    private void Row(Action<Diagnostic> report, IOperation value, Location place, string owner, string name, ConsentReading reading, string? yes, string written)
    {
        _inventory.Inspection.Inspected();
        var kind = _members.OwnerByName(owner);
        var finding = "";
        if (yes is not null && ConsentReader.Weigh(reading, kind) is { } severity)
        {
            // A row of nobody knows what may be about anything; a noun of consent or a person makes it a claim.
            var isClear = reading.HasNoun || kind == ConsentOwner.Person;
            var fix = place == value.Syntax.GetLocation() ? Fix(value, null) : null;
            Report(report, place, isClear ? severity : DiagnosticSeverity.Info, name, reading, MessageArg.Text(Texts.ConsentReasonSeed, yes, reading.Term), fix);
            finding = RuleIds.KK3202;
        }

        _inventory.Row(place, owner, name, reading, written, ConsentInventory.Seed, finding);
    }

    /// <summary>The table when what is assigned goes into a database, empty when its name is unknown; null when it goes elsewhere.</summary>
    private static string? Stored(IOperation assignment)
    {
        for (var parent = assignment.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not IInvocationOperation call)
            {
                continue;
            }

            switch (call.TargetMethod.Name)
            {
                case "HasData":
                    return FluentConfiguration.Entity(call.Receiver())?.Name ?? "";
                case "UseSeeding" or "UseAsyncSeeding":
                    return "";
                case "Row" or "Rows" or "Set" when WebSymbols.Namespace(call.TargetMethod.ContainingType).StartsWith("FluentMigrator", StringComparison.Ordinal):
                    return (call.Receiver()?.Unwrap() as IInvocationOperation)?.Arguments.Select(a => a.Value.Constant()).FirstOrDefault(n => n is not null) ?? "";
            }
        }

        return null;
    }

    /// <summary>A helper gets the column or the value from who calls it.</summary>
    private void Follow(Action<Diagnostic> report, IInvocationOperation call, ImmutableArray<IInvocationOperation> callers, IMethodSymbol helper)
    {
        foreach (var use in _uses.Of(helper, _cancellation).OfType<IInvocationOperation>())
        {
            var chain = callers.Add(use);
            var found = _values.Of(call, chain, out var missing);
            if (missing is not null)
            {
                if (chain.Length < MaxCalls)
                {
                    Follow(report, call, chain, missing);
                }
                else
                {
                    _inventory.Inspection.NotFollowed();
                }

                continue;
            }

            foreach (var value in found)
            {
                if (Reading(value) is { } reading)
                {
                    // A true among the arguments is shown where it stands; a true within the helper where the helper is called.
                    var isArgument = value.At.Syntax.SyntaxTree == use.Syntax.SyntaxTree && use.Syntax.Span.Contains(value.At.Syntax.Span);
                    Judge(report, value, reading, isArgument ? value.At.Syntax.GetLocation() : use.NameLocation(), null, canFix: isArgument);
                }
            }
        }
    }

    private ConsentReading? Reading(StoredValue value) => value.Property is { } property
        ? _members.Read(property, property.Type)
        : _members.IsIgnored(value.Owner, value.Column) ? null : _members.Name(value.Column);

    private void Judge(Action<Diagnostic> report, StoredValue value, ConsentReading reading, Location place, INamedTypeSymbol? migration, bool canFix)
    {
        if (!SourceLocations.IsUserCode(place))
        {
            return;
        }

        _inventory.Inspection.Inspected();
        var finding = "";
        var owner = _members.OwnerByName(value.Owner);
        var weight = value.Property is { } property ? _members.Weigh(reading, property) : ConsentReader.Weigh(reading, owner);
        if (weight is { } severity && Yes(value) is { } yes && (migration is null || !_order.IsReplaced(migration, value, _cancellation)))
        {
            var reason = value.Place switch
            {
                StoredPlace.Model => Texts.ConsentReasonDatabase,
                StoredPlace.Migration => Texts.ConsentReasonMigration,
                StoredPlace.Rows => Texts.ConsentReasonRows,
                _ => Texts.ConsentReasonSeed,
            };
            Report(report, place, severity, value.Column, reading, MessageArg.Text(reason, yes, reading.Term), canFix && value.Values.Count == 1 ? Fix(value.At, value.Sql) : null);
            finding = RuleIds.KK3202;
        }

        _inventory.Row(
            place,
            value.Owner,
            value.Column,
            reading,
            value.Sql is { IsText: var isText } sql ? (isText ? "'" + sql.Value + "'" : sql.Value) : value.Values.Select(ConsentMembers.Written).FirstOrDefault(w => w is not null) ?? ConsentInventory.None,
            value.Place switch { StoredPlace.Model => ConsentInventory.Database, StoredPlace.Seed => ConsentInventory.Seed, _ => ConsentInventory.Migration },
            finding);
    }

    /// <summary>The value as it is written when each value that it can have is a yes.</summary>
    private string? Yes(StoredValue value)
    {
        if (value.Sql is { } sql)
        {
            return ConsentScripts.Yes(_members, sql);
        }

        string? first = null;
        foreach (var possible in value.Values)
        {
            var yes = value.Property is { } property ? _members.Yes(possible, property)
                : possible.Unconverted() is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field } ? (_members.SaysYes(field.Name) ? field.ContainingType.Name + "." + field.Name : null)
                : _members.Yes(possible.ConstantValue is { HasValue: true, Value: { } constant } ? constant : null, value.Column);
            if (yes is null)
            {
                return null;
            }

            first ??= yes;
        }

        return first;
    }

    private static void Report(Action<Diagnostic> report, Location place, DiagnosticSeverity severity, string name, ConsentReading reading, MessageArg reason, ImmutableDictionary<string, string?>? fix) =>
        report(KkDiagnostic.Create(RuleCatalog.KK3202, place, severity, null, fix, name, ConsentSubjects.Text(reading.Subject), reason, reading.Reasoning));

    /// <summary>true becomes false, also in SQL; other words for yes have no one word for no.</summary>
    private static ImmutableDictionary<string, string?>? Fix(IOperation value, SqlDefault? sql)
    {
        if (value.Syntax is not LiteralExpressionSyntax literal)
        {
            return null;
        }

        if (literal.IsKind(SyntaxKind.TrueLiteralExpression))
        {
            return TextEdit.Properties(literal.Span, "false", Texts.ConsentFixDefault);
        }

        // Only where the text stands in the file as it is.
        return sql is { } constant && literal.Token.Text == "\"" + literal.Token.ValueText + "\"" && ConsentScripts.No(constant.Value) is { } no
            ? TextEdit.Properties(new TextSpan(literal.SpanStart + 1 + constant.Span.Start, constant.Span.Length), no, Texts.ConsentFixDefault)
            : null;
    }
}
