using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Incidents;

/// <summary>Health data that a piece of code works on.</summary>
/// <param name="Name">The type of the record, or the member, as a reader knows it.</param>
/// <param name="Data">What it is.</param>
/// <param name="Moves">The code waits for something, or reads or writes outside its own memory.</param>
internal sealed record HealthDataUse(string Name, DataClassification Data, bool Moves);

/// <summary>Finds it. Asked only about code whose failure is lost, which is little, from several threads.</summary>
internal sealed class HealthData(KkContext context)
{
    /// <summary>Where a library's calls leave the memory of the process.</summary>
    private static readonly string[] Outside = ["System.IO", "System.Net", "System.Data", "Microsoft.Data", "Microsoft.EntityFrameworkCore", "SQLite", "MongoDB", "Dapper", "LiteDB", "Microsoft.Maui.Storage", "Xamarin.Essentials"];

    /// <summary>How a method of the program's own is called that reads or writes.</summary>
    private static readonly string[] Verbs =
    [
        "Save", "Load", "Read", "Write", "Get", "Fetch", "Send", "Post", "Put", "Insert", "Update", "Upsert", "Delete", "Add", "Store", "Upload", "Download", "Sync", "Import", "Export", "Find", "Query",
        "Execute", "Submit", "Publish", "Push", "Pull", "Persist", "Bewaar", "Bewaren", "Opslaan", "Laad", "Laden", "Lees", "Lezen", "Haal", "Verzend", "Verstuur", "Schrijf", "Wis", "Verwijder", "Enregistre",
        "Enregistrer", "Charge", "Charger", "Lire", "Lis", "Envoie", "Envoyer", "Ecrire", "Supprimer",
    ];

    private readonly PersonalDataModel _model = PersonalDataModel.For(context);
    private readonly RecordCalls _records = new(PersonalDataModel.For(context));

    /// <summary>What the code handles; null when nothing in it is about somebody's health.</summary>
    public HealthDataUse? In(IOperation code)
    {
        (string Name, DataClassification Data)? found = null;
        var moves = false;
        var onlyDeletes = true;
        foreach (var operation in Code(code))
        {
            found ??= Of(operation);
            if (operation is IInvocationOperation call)
            {
                onlyDeletes &= call.TargetMethod is { Name: "Delete", ContainingType.Name: "File" or "Directory" or "FileInfo" or "DirectoryInfo" };
                moves |= Moves(call);
            }
            else
            {
                moves |= operation is IAwaitOperation;
                onlyDeletes &= operation is not IAwaitOperation;
            }

            if (found is not null && moves && !onlyDeletes)
            {
                break;
            }
        }

        // A temporary file that could not be removed is no incident with the data.
        return found is var (name, data) && !(onlyDeletes && moves) ? new(name, data, moves) : null;
    }

    /// <summary>The record that the type is, when it tells about health; null for every other type.</summary>
    public DataClassification? Record(ITypeSymbol? type)
    {
        type = type is ITypeParameterSymbol { ConstraintTypes: { Length: > 0 } constraints } ? constraints[0] : type;
        if (type is null || type.SpecialType != SpecialType.None)
        {
            return null;
        }

        DataClassification? data;
        lock (_records)
        {
            data = _records.Record(type);
        }

        if (data is not null)
        {
            return IsHealth(data) ? data : null;
        }

        // A type of a library that the list knows: a FHIR resource.
        return ValueKindsOf.Unwrap(type) is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: true } named
            && _model.ClassifyObject(named) is { } known && IsHealth(known) && known.Reason.Property.StartsWith("@" + Texts.ReasonType, StringComparison.Ordinal)
            ? known
            : null;
    }

    private static bool IsHealth(DataClassification data) => data is { Confidence: Confidence.High, Tier: DataTier.Sensitive, Pseudonymised: false };

    private (string Name, DataClassification Data)? Of(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                if (Named(call.TargetMethod) is { } result)
                {
                    return result;
                }

                foreach (var argument in call.TargetMethod.TypeArguments)
                {
                    if (Typed(argument) is { } inCall)
                    {
                        return inCall;
                    }
                }

                break;
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member:
                if (Named(member.Member) is { } datum)
                {
                    return datum;
                }

                break;
            case ILocalReferenceOperation local:
                if (Named(local.Local) is { } value)
                {
                    return value;
                }

                break;
            case IParameterReferenceOperation parameter:
                if (Named(parameter.Parameter) is { } argumentValue)
                {
                    return argumentValue;
                }

                break;
            case IObjectCreationOperation or IAwaitOperation or IConversionOperation { IsImplicit: false }:
                break;
            default:
                return null;
        }

        return Typed(operation.Type);
    }

    /// <summary>
    /// By its name. A name for whole objects only says of which kind they are: a list of medicines is about nobody, unless somebody
    /// has it, or it is asked for by the key of somebody.
    /// </summary>
    private (string Name, DataClassification Data)? Named(ISymbol symbol) =>
        _model.Classify(symbol) is { } data && IsHealth(data) && (IsValue(TypeOf(symbol)) || IsAboutSomebody(symbol)) ? (data.Name, data) : null;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static bool IsValue(ITypeSymbol? type) =>
        type is not null && (ValueKindsOf.Unwrap(type) is not INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } inner || WebSymbols.IsFramework(inner));

    private bool IsAboutSomebody(ISymbol symbol) => symbol switch
    {
        IPropertySymbol or IFieldSymbol => symbol.ContainingType is { } owner && _model.IsAboutPerson(owner),
        IMethodSymbol method => method.Parameters.Any(p => _model.PointsAtPerson(p.Name) || _model.IsPersonType(p.Type)),
        _ => false,
    };

    private (string Name, DataClassification Data)? Typed(ITypeSymbol? type) => Record(type) is { } data ? (ValueKindsOf.Unwrap(type!).Name, data) : null;

    private bool Moves(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } owner)
        {
            return false;
        }

        lock (_records)
        {
            if (_records.IsStore(owner) || _records.IsStore(call.Receiver()?.Unconverted().Type))
            {
                return true;
            }
        }

        if (WebSymbols.IsFramework(owner) || owner.DeclaringSyntaxReferences.IsEmpty)
        {
            var space = WebSymbols.Namespace(owner);
            if (Outside.Any(o => space.StartsWith(o, StringComparison.Ordinal) && (space.Length == o.Length || space[o.Length] == '.')) && owner.Name != "Path")
            {
                return true;
            }
        }

        return !WebSymbols.IsFramework(owner)
            && Verbs.Any(v => method.Name.StartsWith(v, StringComparison.Ordinal) && (method.Name.Length == v.Length || !char.IsLower(method.Name[v.Length])))
            && (Named(method) ?? Typed(method.ReturnType) ?? call.Arguments.Select(a => Of(a.Value.Unwrap())).FirstOrDefault(a => a is not null)) is not null;
    }

    /// <summary>The operations that this catch guards: not those behind an inner catch that takes everything itself.</summary>
    private static IEnumerable<IOperation> Code(IOperation code)
    {
        var work = new Stack<IOperation>();
        work.Push(code);
        while (work.Count > 0)
        {
            var current = work.Pop();
            yield return current;
            if (current is ITryOperation inner && inner != code && inner.Catches.Any(c => c.Filter is null && TakesAll(c)))
            {
                continue;
            }

            foreach (var child in current.ChildOperations.Reverse())
            {
                if (child is not (ILocalFunctionOperation or ICatchClauseOperation or INameOfOperation))
                {
                    work.Push(child);
                }
            }
        }
    }

    private static bool TakesAll(ICatchClauseOperation clause) =>
        (clause.ExceptionType.SpecialType == SpecialType.System_Object || clause.ExceptionType is { Name: "Exception", ContainingNamespace.Name: "System" })
        && !clause.Handler.Descendants().Any(o => o is IThrowOperation);
}
