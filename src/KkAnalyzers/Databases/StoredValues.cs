using System.Collections.Immutable;
using KkAnalyzers.Connections;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Databases;

/// <summary>Where a value for a column is written.</summary>
internal enum StoredPlace
{
    /// <summary>The model: new rows get it.</summary>
    Model,

    /// <summary>A migration gives the column a default.</summary>
    Migration,

    /// <summary>A migration writes it into the rows that exist.</summary>
    Rows,

    /// <summary>A migration or the model stores rows with it.</summary>
    Seed,
}

/// <summary>A value that a database gets for a column.</summary>
/// <param name="Owner">Table or entity; empty when unknown.</param>
/// <param name="Column">Column or property.</param>
/// <param name="Property">The property, where the code names it.</param>
/// <param name="Values">What is written, in C#; several for a choice, none for a default that goes.</param>
/// <param name="Sql">What is written, in SQL.</param>
/// <param name="At">What a finding marks.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record StoredValue(string Owner, string Column, IPropertySymbol? Property, IReadOnlyList<IOperation> Values, SqlDefault? Sql, IOperation At, StoredPlace Place)
{
    /// <summary>The column has no default any more, or is no more.</summary>
    public bool IsDropped => Values.Count == 0 && Sql is null or { Kind: SqlDefaultKind.Dropped };

    /// <summary>True when a later statement takes the place of this one.</summary>
    public bool IsReplacedBy(StoredValue later) =>
        string.Equals(Column, later.Column, StringComparison.OrdinalIgnoreCase)
        && (Owner.Length == 0 || later.Owner.Length == 0 || string.Equals(Owner, later.Owner, StringComparison.OrdinalIgnoreCase))
        && (later.IsDropped || later.Place == Place);
}

/// <summary>
/// Reads the calls that give values to columns: Entity Framework's model and migrations, FluentMigrator's. Parameters of helpers are
/// read through the calls that lead to them.
/// </summary>
internal sealed class StoredValues(SourceUses uses, CancellationToken cancellation)
{
    // Calls in one chain; a type with a hundred properties is configured by a hundred chains.
    private const int MaxChain = 64;

    private static readonly StoredValue[] Nothing = [];

    /// <summary>True for a call that may say something, by its name alone.</summary>
    public static bool MayBe(string name) => name is
        "HasDefaultValue" or "HasDefaultValueSql" or "SetDefaultValue" or "SetDefaultValueSql" or "AddColumn" or "AlterColumn" or "Column" or "Boolean" or "DropColumn"
        or "Sql" or "InsertData" or "UpdateData" or "WithDefaultValue" or "SetExistingRowsTo";

    /// <summary>What a call says.</summary>
    /// <param name="call">The call.</param>
    /// <param name="callers">The calls that led to its method, the nearest first.</param>
    /// <param name="missing">The method whose parameters decide, when its callers were not given.</param>
    public IReadOnlyList<StoredValue> Of(IInvocationOperation call, ImmutableArray<IInvocationOperation> callers, out IMethodSymbol? missing)
    {
        var walk = new Walk(this, callers);
        var found = walk.Of(call);
        missing = walk.Missing;
        return found;
    }

    /// <summary>A constant text, or one that is put together; what is not constant in it is a hole.</summary>
    public string? Text(IOperation value)
    {
        value = value.Unwrap();
        if (WrittenValues.Of(value, uses, cancellation) is { Count: 1 } written && written[0].Constant() is { } constant)
        {
            return constant;
        }

        var text = new System.Text.StringBuilder();
        var work = new Stack<IOperation>();
        work.Push(value);
        while (work.Count > 0)
        {
            switch (work.Pop().Unwrap())
            {
                case { ConstantValue: { HasValue: true, Value: var part } }:
                    text.Append(part is string s ? s : part is bool b ? (b ? "1" : "0") : part);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    work.Push(sum.RightOperand);
                    work.Push(sum.LeftOperand);
                    break;
                case IInterpolatedStringOperation interpolated:
                    for (var i = interpolated.Parts.Length - 1; i >= 0; i--)
                    {
                        work.Push(interpolated.Parts[i] is IInterpolatedStringTextOperation literal ? literal.Text
                            : interpolated.Parts[i] is IInterpolationOperation hole ? hole.Expression : interpolated.Parts[i]);
                    }

                    break;
                case var other when WrittenValues.Of(other, uses, cancellation) is { Count: 1 } known && known[0] != other:
                    work.Push(known[0]);
                    break;
                default:
                    text.Append(PlacedText.Hole);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>One reading of one call.</summary>
    private sealed class Walk(StoredValues owner, ImmutableArray<IInvocationOperation> callers)
    {
        public IMethodSymbol? Missing { get; private set; }

        public IReadOnlyList<StoredValue> Of(IInvocationOperation call)
        {
            var type = call.TargetMethod.ContainingType.Name;
            switch (call.TargetMethod.Name)
            {
                case "HasDefaultValue" or "HasDefaultValueSql" or "SetDefaultValue" or "SetDefaultValueSql":
                    return Model(call);
                case "AddColumn" or "AlterColumn" when type == "MigrationBuilder":
                    return Name(Given(call, "name")) is { } name ? Migrated(call, Name(Given(call, "table")), name) : Nothing;
                case "Column" when type == "ColumnsBuilder":
                    return (Name(Given(call, "name")) ?? Anonymous(call)) is { } own ? Migrated(call, Name(Around(call, "CreateTable") is { } table ? Given(table, "name") : null), own) : Nothing;
                case "Boolean" when type == "ColumnBuilder":
                    return Around(call, "AddColumn") is { } add ? Migrated(call, Name(Given(add, "table")), Name(Given(add, "name")) ?? "")
                        : Anonymous(call) is { } member ? Migrated(call, Name(Around(call, "CreateTable") is { } create ? Given(create, "name") : null), member)
                        : Nothing;
                case "DropColumn" when type is "MigrationBuilder" or "DbMigration" && Name(Given(call, "name")) is { } dropped:
                    return [new StoredValue(Table(Name(Given(call, "table"))), dropped, null, [], null, call, StoredPlace.Migration)];
                case "Sql" when type is "MigrationBuilder" or "DbMigration" or "IExecuteExpressionRoot" && call.Arguments.Length > 0:
                    return Script(call);
                case "InsertData" or "UpdateData" when type == "MigrationBuilder":
                    return Data(call);
                case "WithDefaultValue" or "SetExistingRowsTo":
                    return Fluent(call);
                default:
                    return Nothing;
            }
        }

        private IReadOnlyList<StoredValue> Model(IInvocationOperation call)
        {
            if (Column(call.Receiver(), call) is not var (entity, column, property))
            {
                return Nothing;
            }

            var isSql = call.TargetMethod.Name.EndsWith("Sql", StringComparison.Ordinal);
            var given = Given(call, isSql ? "sql" : "value") ?? Given(call, "value");
            return given is null ? Nothing : [Value(entity, column, property, given, isSql, StoredPlace.Model)];
        }

        private IReadOnlyList<StoredValue> Migrated(IInvocationOperation call, string? table, string column)
        {
            var sql = Given(call, "defaultValueSql");
            return (sql ?? Given(call, "defaultValue")) is { } given
                ? [Value(Table(table), column, null, given, sql is not null, StoredPlace.Migration)]
                : [new StoredValue(Table(table), column, null, [], null, call, StoredPlace.Migration)];
        }

        private IReadOnlyList<StoredValue> Script(IInvocationOperation call)
        {
            var argument = call.Arguments[0].Value;
            return owner.Text(argument) is { } sql
                ? SqlDefaults.Read(sql).Select(d => new StoredValue(d.Table, d.Column, null, [], d, argument, d.Kind == SqlDefaultKind.Update ? StoredPlace.Rows : StoredPlace.Migration)).ToArray()
                : Nothing;
        }

        private IReadOnlyList<StoredValue> Data(IInvocationOperation call)
        {
            var table = Table(Name(Given(call, "table")));
            var place = call.TargetMethod.Name == "InsertData" ? StoredPlace.Seed : StoredPlace.Rows;
            if (Name(Given(call, "column")) is { } only)
            {
                return (Given(call, "value") ?? Given(call, "values")) is { } value
                    ? Elements(value, flat: true).Select(v => Value(table, only, null, v, false, place)).ToArray()
                    : Nothing;
            }

            if (Given(call, "columns") is not { } columns || Given(call, "values") is not { } values)
            {
                return Nothing;
            }

            var names = Elements(columns, flat: true).Select(Name).ToArray();
            var cells = Elements(values, flat: true).ToArray();
            return cells.Select((cell, i) => (Cell: cell, Name: names.Length == 0 ? null : names[i % names.Length])).Where(c => c.Name is not null)
                .Select(c => Value(table, c.Name!, null, c.Cell, false, place)).ToArray();
        }

        /// <summary>FluentMigrator: <c>Create.Table("Users").WithColumn("Newsletter").AsBoolean().WithDefaultValue(true)</c>.</summary>
        private IReadOnlyList<StoredValue> Fluent(IInvocationOperation call)
        {
            string? column = null;
            string? table = null;
            var receiver = call.Receiver();
            for (var i = 0; receiver?.Unwrap() is IInvocationOperation before && i < MaxChain; receiver = before.Receiver(), i++)
            {
                switch (before.TargetMethod.Name)
                {
                    case "WithColumn" or "AddColumn" or "AlterColumn" or "Column" when column is null:
                        column = First(before);
                        break;
                    case "Table" or "OnTable":
                        table ??= First(before);
                        break;
                }
            }

            return column is not null && call.Arguments.FirstOrDefault(a => a.ArgumentKind == ArgumentKind.Explicit && a.Value != call.Receiver())?.Value is { } given
                ? [Value(Table(table), column, null, given, false, call.TargetMethod.Name == "WithDefaultValue" ? StoredPlace.Migration : StoredPlace.Rows)]
                : Nothing;

            string? First(IInvocationOperation before) => before.Arguments.Select(a => a.Value).Where(v => v != before.Receiver()).Select(Name).FirstOrDefault(n => n is not null);
        }

        private StoredValue Value(string table, string column, IPropertySymbol? property, IOperation given, bool isSql, StoredPlace place)
        {
            var (value, level) = Resolve(given, 0);

            // What a caller passes is shown there.
            var at = level > 0 ? value : given;
            if (!isSql)
            {
                return new StoredValue(table, column, property, WrittenValues.Of(value, owner.Uses, owner.Cancellation), null, at, place);
            }

            SqlDefault? sql = owner.Text(value) is { } text && SqlDefaults.Constant(text) is { } constant
                ? new SqlDefault(table, column, "", constant.Value, constant.IsText, constant.Span, SqlDefaultKind.Default)
                : null;
            return new StoredValue(table, column, property, [value], sql, at, place);
        }

        /// <summary>The property that a builder is about.</summary>
        private (string Entity, string Column, IPropertySymbol? Property)? Column(IOperation? builder, IInvocationOperation call)
        {
            var level = 0;
            for (var i = 0; builder is not null && i < MaxChain; i++)
            {
                (builder, level) = Resolve(builder, level);
                switch (builder)
                {
                    case IInvocationOperation { TargetMethod.Name: "Property" or "PrimitiveCollection" or "ComplexProperty" or "FindProperty" or "GetProperty" or "FindDeclaredProperty" } selector:
                        return Selected(selector, level);
                    case IInvocationOperation before:
                        builder = before.Receiver();
                        break;
                    case IPropertyReferenceOperation { Property.Name: "Metadata" } metadata:
                        builder = metadata.Instance;
                        break;
                    default:
                        return null;
                }
            }

            return null;
        }

        private (string Entity, string Column, IPropertySymbol? Property)? Selected(IInvocationOperation selector, int level)
        {
            foreach (var argument in selector.Arguments)
            {
                if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                {
                    continue;
                }

                switch (Resolve(argument.Value, level).Operation)
                {
                    case IAnonymousFunctionOperation lambda:
                        return lambda.Body.Inside().OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue?.Unwrap() is IPropertyReferenceOperation { Property: var property }
                            ? (property.ContainingType.Name, property.Name, property)
                            : null;
                    case { } value when value.Constant() is { } name:
                        var entity = FluentConfiguration.Entity(selector.Receiver());
                        IPropertySymbol? found = null;
                        for (var type = entity; type is not null && found is null; type = type.BaseType)
                        {
                            found = type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
                        }

                        return (entity?.Name ?? "", name, found);
                }
            }

            return null;
        }

        /// <summary>Behind locals and the parameters of helpers.</summary>
        private (IOperation Operation, int Level) Resolve(IOperation operation, int level)
        {
            for (var i = 0; i < MaxChain; i++)
            {
                operation = operation.Unwrap();
                switch (operation)
                {
                    case ILocalReferenceOperation local when local.OnlyValue() is { } value:
                        operation = value;
                        break;
                    case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } parameter }:
                        if (level >= callers.Length)
                        {
                            Missing ??= method;
                            return (operation, level);
                        }

                        if (callers[level].Argument(parameter.Ordinal) is not { } argument)
                        {
                            return (operation, level);
                        }

                        operation = argument;
                        level++;
                        break;
                    default:
                        return (operation, level);
                }
            }

            return (operation, level);
        }

        private string? Name(IOperation? value) => value is null ? null : Resolve(value, 0).Operation is var name && name.Constant() is { } constant ? constant
            : WrittenValues.Of(name, owner.Uses, owner.Cancellation) is { Count: 1 } written ? written[0].Constant() : null;

        private static string Table(string? name) => name is null ? "" : name.Substring(name.LastIndexOf('.') + 1);

        /// <summary>What is written for a parameter; null when it is left out, or null.</summary>
        private static IOperation? Given(IInvocationOperation call, string parameter)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Name == parameter)
                {
                    return argument.Value.ConstantValue is { HasValue: true, Value: null } ? null : argument.Value;
                }
            }

            return null;
        }

        /// <summary>The member of the anonymous object that the call is the value of.</summary>
        private static string? Anonymous(IOperation call)
        {
            for (var parent = call.Parent; parent is IConversionOperation or IInvocationOperation or ISimpleAssignmentOperation; parent = parent.Parent)
            {
                if (parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { ContainingType.IsAnonymousType: true } member } })
                {
                    return member.Name;
                }
            }

            return null;
        }

        private static IInvocationOperation? Around(IOperation call, string name)
        {
            for (var parent = call.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent is IInvocationOperation around && around.TargetMethod.Name == name)
                {
                    return around;
                }
            }

            return null;
        }

        private static IEnumerable<IOperation> Elements(IOperation value, bool flat)
        {
            var initializer = value.Unwrap() is IArrayCreationOperation array ? array.Initializer : null;
            if (initializer is null)
            {
                return [value];
            }

            return initializer.ElementValues.SelectMany(e => flat && e is IArrayInitializerOperation row ? row.ElementValues.AsEnumerable() : [e]);
        }
    }

    private SourceUses Uses => uses;

    private CancellationToken Cancellation => cancellation;
}
