using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Databases;

/// <summary>The worst personal datum that each kind of store keeps.</summary>
internal sealed class KeptPersonalData(StoreModel model, Lazy<PersonalDataModel> data, SourceMarks marks)
{
    private readonly Dictionary<StoreKind, KeptData?> _worst = [];

    public KeptData? Of(StoreKind kind)
    {
        if (!_worst.TryGetValue(kind, out var worst))
        {
            _worst[kind] = worst = Find(kind);
        }

        return worst;
    }

    /// <summary>What a column holds, when that is surely a datum about a person; passwords and keys are no such data.</summary>
    public DataClassification? Certain(StoredColumn column) =>
        data.Value.Classify(column.Property) is { Confidence: Confidence.High, Pseudonymised: false, Tier: not DataTier.Credential } found
        && !IsForeignKey(column.Property)
        && (found.Category == "national-id" || data.Value.IsAboutPerson(column.In.Type) || model.Owners(column.In.Type).Any(data.Value.IsPersonType))
            ? found
            : null;

    private KeptData? Find(StoreKind kind)
    {
        KeptData? worst = null;
        void Weigh(string name, DataClassification found, bool isOwn)
        {
            if (worst is null || DataClassification.Harm.Compare(found, worst.Data) > 0)
            {
                worst = new KeptData(name, found, isOwn);
            }
        }

        var types = model.Types.Where(t => t.Kind == kind);
        foreach (var stored in kind == StoreKind.EntityFramework ? types.Concat(model.ForeignTypes()) : types)
        {
            if (MadeUpData.In(stored.Type))
            {
                continue;
            }

            foreach (var column in model.Columns(stored))
            {
                if (Certain(column) is { } found)
                {
                    Weigh(found.Name, found, model.IsHere(column.Property) && stored.Place != Location.None);
                }
            }
        }

        if (kind == StoreKind.Sqlite)
        {
            foreach (var (table, column) in marks.SqlColumns())
            {
                if (data.Value.ClassifyName(column) is { Confidence: Confidence.High, Pseudonymised: false, Tier: not DataTier.Credential } found)
                {
                    Weigh(table + "." + column, found, isOwn: true);
                }
            }
        }

        return worst;
    }

    /// <summary>DiagnosisId as a number or a Guid: it points at a record and says nothing by itself.</summary>
    private static bool IsForeignKey(IPropertySymbol property) =>
        property.Name.EndsWith("Id", StringComparison.Ordinal) && property.Type.SpecialType != SpecialType.System_String && property.Type.IsValueType;
}
