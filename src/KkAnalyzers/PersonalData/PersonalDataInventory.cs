using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.PersonalData;

/// <summary>
/// The two inventories that the report makes a draft record of processing of (GDPR art. 30): which members hold personal
/// data, and where rules see them go. Written in builds that make a report, never in an editor.
/// </summary>
internal static class PersonalDataInventory
{
    /// <summary>One row for each member that is personal data.</summary>
    public const string Members = "personalData";

    /// <summary>One row for each datum that reaches a sink.</summary>
    public const string Uses = "personalDataUses";

    /// <summary>The member of a row about an object as a whole.</summary>
    public const string Whole = "*";

    // How fully qualified names are written: namespaces and outer types, no type parameters' constraints, no global::.
    private static readonly SymbolDisplayFormat TypeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>Registers what writes the rows of <see cref="Members"/>; registers nothing where nobody reads them.</summary>
    public static void Register(KkContext context, Inspection inspection)
    {
        if (!context.Options.RecordInspection || TestProjects.Is(context))
        {
            return;
        }

        // The word lists are read when the first type with members comes by.
        var model = new Lazy<PersonalDataModel>(() => PersonalDataModel.For(context));
        context.RegisterSymbolAction(
            c =>
            {
                var type = (INamedTypeSymbol)c.Symbol;
                if (type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface && !type.IsStatic && !type.IsImplicitlyDeclared && !MadeUpData.In(type))
                {
                    Record(inspection, type, model);
                }
            },
            SymbolKind.NamedType);
    }

    /// <summary>
    /// A row of <see cref="Uses"/>, for a rule that sees a datum reach a sink, protected or not. Call it in builds that make
    /// a report only (<see cref="KkOptions.RecordInspection"/>).
    /// </summary>
    /// <param name="inspection">The rule's.</param>
    /// <param name="location">Where the datum is handed over.</param>
    /// <param name="datum">The property, field or method that gives it, or the type of a whole object; null for what only a name says.</param>
    /// <param name="data">What the datum is.</param>
    /// <param name="use">stored, column, browser, logged, exception, sent, url or shown.</param>
    /// <param name="sink">The sink as a reader knows it: <c>File.WriteAllText</c>.</param>
    /// <param name="isProtected">Something encrypts, hashes or masks the value on its way.</param>
    public static void Use(Inspection inspection, Location location, ISymbol? datum, DataClassification data, string use, string sink, bool isProtected)
    {
        var (type, member) = datum switch
        {
            ITypeSymbol whole => (Name(whole.OriginalDefinition), Whole),
            IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => (Name(property.ContainingType.OriginalDefinition), property.Name),
            IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } when datum.ContainingType is { IsTupleType: false, IsAnonymousType: false } holder => (Name(holder.OriginalDefinition), datum.Name),
            _ => ("", data.Name.Substring(data.Name.LastIndexOf('.') + 1)),
        };
        inspection.Row(
            Uses,
            location,
            ("type", type),
            ("member", member),
            ("category", data.CategoryText),
            ("categoryId", data.Category),
            ("tier", Tier(data.Tier)),
            ("use", use),
            ("sink", sink),
            ("protected", YesNo(isProtected)));
    }

    /// <summary>A table (DbSet) is no datum: its columns are rows of the entity.</summary>
    private static void Record(Inspection inspection, INamedTypeSymbol type, Lazy<PersonalDataModel> model)
    {
        string? name = null;
        foreach (var member in type.GetMembers())
        {
            if (member is not (IPropertySymbol { IsIndexer: false } or IFieldSymbol { AssociatedSymbol: null })
                || member.IsStatic
                || member.IsImplicitlyDeclared
                || member is IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IPropertySymbol { Type.Name: "DbSet" }
                || model.Value.Classify(member) is not { Confidence: not Confidence.Review } data
                || member.Locations.FirstOrDefault(SourceLocations.IsUserCode) is not { } location
                || IsBehindProperty(member, type)
                || (data.Tier == DataTier.Credential && !IsOfPerson(member, type, model.Value)))
            {
                continue;
            }

            inspection.Row(
                Members,
                location,
                ("type", name ??= Name(type)),
                ("member", member.Name),
                ("category", data.CategoryText),
                ("categoryId", data.Category),
                ("tier", Tier(data.Tier)),
                ("confidence", data.Confidence == Confidence.High ? "high" : "low"),
                ("reason", data.Reason),
                ("pseudonymised", YesNo(data.Pseudonymised)));
        }
    }

    /// <summary>True for a field whose datum is there a second time, as the property that a person wrote around it.</summary>
    private static bool IsBehindProperty(ISymbol member, INamedTypeSymbol type)
    {
        if (member is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private })
        {
            return false;
        }

        var name = member.Name.StartsWith("m_", StringComparison.Ordinal) ? member.Name.Substring(2) : member.Name.TrimStart('_');
        return type.GetMembers().Any(m => m is IPropertySymbol
            && string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase)
            && m.Locations.Any(SourceLocations.IsUserCode));
    }

    /// <summary>A password beside a user's name is a person's; the key of a service in its settings is nobody's.</summary>
    private static bool IsOfPerson(ISymbol secret, INamedTypeSymbol type, PersonalDataModel model) =>
        model.IsPersonType(type)
        || type.GetMembers().Any(m => m is IPropertySymbol or IFieldSymbol { AssociatedSymbol: null }
            && !SymbolEqualityComparer.Default.Equals(m, secret)
            && model.Classify(m) is { Tier: not DataTier.Credential });

    private static string Name(ITypeSymbol type) => type.ToDisplayString(TypeName);

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Tier(DataTier tier) => tier switch
    {
        DataTier.Credential => "credential",
        DataTier.Sensitive => "sensitive",
        DataTier.DirectIdentifier => "directIdentifier",
        _ => "ordinary",
    };
}
