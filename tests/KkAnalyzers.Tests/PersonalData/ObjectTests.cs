using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.PersonalData;

/// <summary>Whole objects, and how the work grows.</summary>
public class ObjectTests
{
    private const string Code = """
        using System.Collections.Generic; using System.Threading.Tasks;
        public class Patient { public int Id { get; set; } public string Naam { get; set; } = ""; public string Rijksregisternummer { get; set; } = ""; public List<Diagnosis> Items { get; set; } = []; private string _wachtwoord = ""; public override string ToString() => _wachtwoord; }
        public class Diagnosis { public string Code { get; set; } = ""; public string Medicatie { get; set; } = ""; public Patient? Back { get; set; } }
        public class Page<T> { public IReadOnlyList<T> Rows { get; set; } = []; public int Total { get; set; } }
        public class Weather { public int Degrees { get; set; } public Weather? Next { get; set; } public System.Exception? Problem { get; set; } }
        public class Holder { public Task<Page<Patient>>? Later; public Dictionary<string, Patient>? Map; public Patient[]? Array; public Page<Weather>? Sky; public string? Text; public (string Voornaam, int Code) Tuple; }
        """;

    [Theory]
    [InlineData("Later")]
    [InlineData("Map")]
    [InlineData("Array")]
    public async Task The_worst_member_counts_through_tasks_collections_and_generics(string field)
    {
        var (model, compilation) = await ModelProbe.Of(Code);
        var found = model.ClassifyObject(((IFieldSymbol)compilation.Member("Holder." + field)).Type);
        Assert.NotNull(found);
        Assert.Equal((DataTier.Sensitive, Confidence.High), (found.Tier, found.Confidence));
        Assert.Contains("Diagnosis.Medicatie", found.Reason.Property, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sky")]
    [InlineData("Text")]
    public async Task An_object_without_personal_data_is_none(string field)
    {
        var (model, compilation) = await ModelProbe.Of(Code);
        Assert.Null(model.ClassifyObject(((IFieldSymbol)compilation.Member("Holder." + field)).Type));
    }

    [Fact]
    public async Task The_reason_counts_the_members_and_names_the_worst()
    {
        var (model, compilation) = await ModelProbe.Of(Code);
        var found = model.ClassifyObject(compilation.GetTypeByMetadataName("Patient")!)!;
        Assert.Equal("@ReasonObject\u001FPatient\u001F3\u001FDiagnosis.Medicatie", found.Reason.Property);
        Assert.Equal("Patient", found.Name);
        Assert.Equal("identity.name", model.ClassifyObject(((IFieldSymbol)compilation.Member("Holder.Tuple")).Type)!.Category);
    }

    [Fact]
    public async Task The_same_question_has_the_same_answer_and_costs_nothing()
    {
        var (model, compilation) = await ModelProbe.Of(Code);
        var type = compilation.GetTypeByMetadataName("Patient")!;
        var first = model.ClassifyObject(type);
        var work = model.Work;
        Assert.Same(first, model.ClassifyObject(type));
        Assert.Same(model.Classify(type.GetMembers("Naam")[0]), model.Classify(type.GetMembers("Naam")[0]));
        Assert.Equal(work, model.Work);
    }

    [Fact]
    public async Task Work_grows_with_the_members_and_not_with_their_square()
    {
        var small = await Work(500);
        var large = await Work(2000);
        Assert.InRange(small, 500, 2500);
        Assert.InRange(large, 3.5 * small, 4.5 * small);
    }

    [Fact]
    public async Task A_long_chain_of_types_is_cut_off()
    {
        var code = string.Concat(Enumerable.Range(0, 300).Select(i => $"public class T{i} {{ public T{i + 1}? Next {{ get; set; }} }} ")) + "public class T300 { public string Insz { get; set; } = \"\"; }";
        var (model, compilation) = await ModelProbe.Of(code);
        Assert.Null(model.ClassifyObject(compilation.GetTypeByMetadataName("T0")!));
        Assert.NotNull(model.ClassifyObject(compilation.GetTypeByMetadataName("T298")!));
    }

    private static async Task<double> Work(int members)
    {
        var (model, compilation) = await ModelProbe.Of($"public class Big {{ {string.Concat(Enumerable.Range(0, members).Select(i => $"public string Veld{i} {{ get; set; }} = \"\"; "))} }}");
        var type = compilation.GetTypeByMetadataName("Big")!;
        Assert.Null(model.ClassifyObject(type));
        foreach (var member in type.GetMembers())
        {
            model.Classify(member);
        }

        return model.Work;
    }
}
