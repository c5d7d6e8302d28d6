using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.PersonalData;

/// <summary>What attributes, types and the traps of C# make of a name.</summary>
public class DeclarationTests
{
    private const string Attributes = """
        using System; using System.Collections.Generic; using System.ComponentModel.DataAnnotations; using System.Text.Json.Serialization; using System.Threading.Tasks;
        using Microsoft.AspNetCore.Identity; using Microsoft.Extensions.Compliance.Classification;
        namespace Microsoft.AspNetCore.Identity
        {
            public class PersonalDataAttribute : Attribute { }
            public class ProtectedPersonalDataAttribute : PersonalDataAttribute { }
            public class IdentityUser<T> { public T Id { get; set; } = default!; [ProtectedPersonalData] public string? Email { get; set; } [PersonalData] public bool EmailConfirmed { get; set; } }
            public class IdentityUser : IdentityUser<string> { }
        }
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public class DataClassificationAttribute : Attribute { }
            public class NoDataClassificationAttribute : DataClassificationAttribute { }
            public class UnknownDataClassificationAttribute : DataClassificationAttribute { }
        }
        public class PrivateDataAttribute : DataClassificationAttribute { }
        public class PublicDataAttribute : DataClassificationAttribute { }

        """;

    [Theory]
    [InlineData("[PersonalData] public string Code { get; set; }", "declared", "PersonalData")]
    [InlineData("[ProtectedPersonalData] public string Code { get; set; }", "declared", "ProtectedPersonalData")]
    [InlineData("[PrivateData] public int Code { get; set; }", "declared", "PrivateData")]
    [InlineData("[PersonalData] public string Code;", "declared", "PersonalData")]
    [InlineData("[PersonalData] public bool Voornaam { get; set; }", "identity.name", "PersonalData")]
    public async Task An_attribute_declares_personal_data_whatever_the_name(string member, string category, string attribute)
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + $"public class C {{ {member} }}");
        var found = model.Classify(compilation.GetTypeByMetadataName("C")!.GetMembers().First(m => m is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }));
        Assert.NotNull(found);
        Assert.Equal((category, Confidence.High), (found.Category, found.Confidence));
        Assert.EndsWith(attribute, found.Reason.Property);
    }

    [Theory]
    [InlineData("[NoDataClassification] public string Voornaam { get; set; }")]
    [InlineData("[PublicData] public string Voornaam { get; set; }")]
    public async Task An_attribute_that_says_no_switches_the_words_off(string member)
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + $"public class C {{ {member} }}");
        Assert.Null(model.Classify(compilation.Member("C.Voornaam")));
    }

    [Fact]
    public async Task Unknown_leaves_the_words_on()
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + "public class C { [UnknownDataClassification] public string Voornaam { get; set; } [UnknownDataClassification] public string Code { get; set; } }");
        Assert.Equal("identity.name", model.Classify(compilation.Member("C.Voornaam"))!.Category);
        Assert.Null(model.Classify(compilation.Member("C.Code")));
    }

    [Fact]
    public async Task The_parameter_of_a_record_is_its_member()
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + "public record Toegevoegd(string Insz, string Voornaam, [PersonalData] string Code, string Titel);");
        var type = compilation.GetTypeByMetadataName("Toegevoegd")!;
        Assert.Equal("national-id", model.Classify(compilation.Member("Toegevoegd.Insz"))!.Category);
        Assert.Equal("Toegevoegd.Insz", model.Classify(compilation.Member("Toegevoegd.Insz"))!.Name);
        Assert.Equal("declared", model.Classify(compilation.Member("Toegevoegd.Code"))!.Category);
        Assert.Null(model.Classify(compilation.Member("Toegevoegd.Titel")));
        Assert.Equal("identity.name", model.Classify(type.InstanceConstructors.First(c => c.Parameters.Length == 4).Parameters[1])!.Category);
        Assert.True(model.IsPersonType(type));
    }

    [Fact]
    public async Task An_override_keeps_the_attribute()
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + "public class A { [PersonalData] public virtual string Code { get; set; } } public class B : A { public override string Code { get; set; } }");
        Assert.Equal("declared", model.Classify(compilation.Member("B.Code"))!.Category);
    }

    [Theory]
    [InlineData("[EmailAddress] public string Email { get; set; }", "contact.email", "High")]
    [InlineData("public string Email { get; set; }", "contact.email", "Review")]
    [InlineData("[DataType(DataType.Password)] public string Secret { get; set; }", "credentials", "High")]
    [InlineData("[Phone] public string Telephone { get; set; }", "contact.phone", "High")]
    [InlineData("[Display(Name = \"Rijksregisternummer\")] public string Field7 { get; set; }", "national-id", "High")]
    [InlineData("[JsonPropertyName(\"date_de_naissance\")] public string Field7 { get; set; }", "birth-age", "High")]
    public async Task Attributes_for_validation_and_for_names_support_the_words(string member, string category, string confidence)
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + $"public class C {{ {member} }}");
        var found = model.Classify(compilation.GetTypeByMetadataName("C")!.GetMembers().OfType<IPropertySymbol>().Single());
        Assert.Equal((category, confidence), (found?.Category, found?.Confidence.ToString()));
    }

    [Fact]
    public async Task An_application_user_is_a_person_and_its_key_is_none()
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + "public class Account : IdentityUser { public string Name { get; set; } }");
        var type = compilation.GetTypeByMetadataName("Account")!;
        Assert.True(model.IsPersonType(type));
        Assert.Equal(Confidence.Low, model.Classify(compilation.Member("Account.Name"))!.Confidence);
        Assert.Null(model.Classify(type.BaseType!.BaseType!.GetMembers("Id").Single()));
        Assert.Null(model.Classify(type.BaseType!.BaseType!.GetMembers("EmailConfirmed").Single()));
        Assert.Equal("contact.email", model.Classify(type.BaseType!.BaseType!.GetMembers("Email").Single())!.Category);
    }

    [Theory]
    [InlineData("public const string Rijksregisternummer = \"x\";")]
    [InlineData("public static readonly string Rijksregisternummer = \"x\";")]
    [InlineData("public System.Threading.CancellationToken Rijksregisternummer;")]
    [InlineData("public System.Func<string> Rijksregisternummer;")]
    [InlineData("public bool Rijksregisternummer;")]
    [InlineData("public DayOfWeek Rijksregisternummer;")]
    [InlineData("public DateTime Rijksregisternummer;")]
    [InlineData("public IInszService Rijksregisternummer; public interface IInszService { }")]
    [InlineData("public void Rijksregisternummer() { }")]
    [InlineData("public Task Rijksregisternummer() => null;")]
    public async Task Names_of_data_and_services_around_data_are_none(string member)
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + $"public class C {{ {member} }}");
        Assert.Null(model.Classify(compilation.Member("C.Rijksregisternummer")));
    }

    [Theory]
    [InlineData("Task<string> GetDiagnoseAsync() => null!;", "GetDiagnoseAsync", true)]
    [InlineData("List<string> Diagnoses() => null!;", "Diagnoses", true)]
    [InlineData("string HaalRijksregisternummer() => null!;", "HaalRijksregisternummer", true)]
    [InlineData("string SendDiagnose() => null!;", "SendDiagnose", false)]
    [InlineData("bool ValidateRijksregisternummer() => true;", "ValidateRijksregisternummer", false)]
    [InlineData("int GetDiagnoseCount() => 0;", "GetDiagnoseCount", false)]
    public async Task The_result_of_a_method_is_the_datum_when_the_method_gets_it(string method, string name, bool isFound)
    {
        var (model, compilation) = await ModelProbe.Of(Attributes + $"public class C {{ public {method} }}");
        Assert.Equal(isFound, model.Classify(compilation.Member("C." + name)) is not null);
    }

    [Fact]
    public async Task What_derives_from_a_person_is_one_and_what_derives_from_a_command_is_not()
    {
        var (model, compilation) = await ModelProbe.Of("public class Persoon { } public class Adviseur : Persoon { } public class VolunteerCommand { } public class Complete : VolunteerCommand { }");
        Assert.True(model.IsPersonType(compilation.GetTypeByMetadataName("Adviseur")!));
        Assert.False(model.IsPersonType(compilation.GetTypeByMetadataName("Complete")!));
    }

    [Fact]
    public async Task Of_settings_only_secrets_count()
    {
        var (model, compilation) = await ModelProbe.Of("public class MailSettings { public string FirstName { get; set; } = \"\"; public string ApiKey { get; set; } = \"\"; }");
        Assert.Null(model.Classify(compilation.Member("MailSettings.FirstName")));
        Assert.Equal("service-secret", model.Classify(compilation.Member("MailSettings.ApiKey"))!.Category);
    }

    [Fact]
    public async Task Labels_are_names_of_data()
    {
        var (model, compilation) = await ModelProbe.Of("public static class Labels { public static string Voornaam => \"Voornaam\"; } public class Kind { public string Voornaam { get; set; } = \"\"; }");
        Assert.Null(model.Classify(compilation.Member("Labels.Voornaam")));
        Assert.NotNull(model.Classify(compilation.Member("Kind.Voornaam")));
    }

    [Theory]
    [InlineData("BsnHash", true)]
    [InlineData("GepseudonimiseerdeInsz", true)]
    [InlineData("MaskedRijksregisternummer", true)]
    [InlineData("Rijksregisternummer", false)]
    public async Task A_hashed_value_is_still_personal_data_and_says_so(string name, bool isSafe)
    {
        var (model, compilation) = await ModelProbe.Of($"public class C {{ public string {name} {{ get; set; }} = \"\"; }}");
        Assert.Equal(isSafe, model.Classify(compilation.Member("C." + name))!.Pseudonymised);
    }

    [Fact]
    public async Task Locals_parameters_tuples_and_anonymous_types_have_names_too()
    {
        var (model, compilation) = await ModelProbe.Of("""
            public class C
            {
                public void M(string rijksregisternummer, string code, string firstName, string lastName, string email)
                {
                    var diagnose = "x";
                    var (voornaam, _) = (rijksregisternummer, code);
                    var tuple = (Bloeddruk: 120, Other: 1);
                    var anonymous = new { Medicatie = code };
                    System.Console.WriteLine(tuple.Bloeddruk + anonymous.Medicatie + diagnose + voornaam + firstName + lastName + email);
                }

                public void N(string email) { }
            }
            """);
        var parameters = ((IMethodSymbol)compilation.Member("C.M")).Parameters;
        Assert.Equal("national-id", model.Classify(parameters[0])!.Category);
        Assert.Null(model.Classify(parameters[1]));

        // Beside a first and a last name an e-mail address is a person's; alone it is a guess.
        Assert.Equal(Confidence.High, model.Classify(parameters[4])!.Confidence);
        Assert.Equal(Confidence.Review, model.Classify(((IMethodSymbol)compilation.Member("C.N")).Parameters[0])!.Confidence);

        var tree = compilation.SyntaxTrees.Single();
        var semantics = compilation.GetSemanticModel(tree);
        var symbols = (await tree.GetRootAsync()).DescendantNodes()
            .Select(n => semantics.GetDeclaredSymbol(n) ?? semantics.GetSymbolInfo(n).Symbol)
            .Where(s => s is ILocalSymbol or IPropertySymbol or IFieldSymbol)
            .GroupBy(s => s!.Name).ToDictionary(g => g.Key, g => g.First()!);
        Assert.Equal("health.diagnosis", model.Classify(symbols["diagnose"])!.Category);
        Assert.Equal("identity.name", model.Classify(symbols["voornaam"])!.Category);
        Assert.Equal("health.vitals-lab", model.Classify(symbols["Bloeddruk"])!.Category);
        Assert.Equal("health.medication", model.Classify(symbols["Medicatie"])!.Category);
        Assert.Null(model.Classify(symbols["tuple"]));
    }

    [Theory]
    [InlineData("rijksregisternummer", "national-id")]
    [InlineData("geboortedatum", "birth-age")]
    [InlineData("urn:be:fgov:person:ssin", "national-id")]
    [InlineData("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "contact.email")]
    [InlineData("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "identity.name")]
    [InlineData("patient[voornaam]", "identity.name")]
    [InlineData("first name", "identity.name")]
    [InlineData("id", null)]
    [InlineData("ConnectionStrings:Default", null)]
    [InlineData("The first name of the patient is not valid here", null)]
    public async Task A_key_says_what_stands_behind_it(string key, string? category)
    {
        var (model, _) = await ModelProbe.Of("public class C { }");
        Assert.Equal(category, model.ClassifyName(key)?.Category);
    }

    [Theory]
    [InlineData("Patient", true)]
    [InlineData("PatientDto", true)]
    [InlineData("ZorgvragerViewModel", true)]
    [InlineData("Hoofdverpleegkundige", true)]
    [InlineData("MantelZorger", true)]
    [InlineData("Client", true)]
    [InlineData("ApplicationUser", true)]
    [InlineData("UserManager", false)]
    [InlineData("PatientController", false)]
    [InlineData("HttpClient2", false)]
    [InlineData("PatientClient", false)]
    [InlineData("ClientResources", false)]
    [InlineData("PatientMeasurement", false)]
    [InlineData("MemberReference", false)]
    public async Task The_last_word_of_a_type_says_whether_it_is_a_person(string name, bool isPerson)
    {
        var (model, compilation) = await ModelProbe.Of($"public class {name} {{ }}");
        Assert.Equal(isPerson, model.IsPersonType(compilation.GetTypeByMetadataName(name)!));
    }
}
