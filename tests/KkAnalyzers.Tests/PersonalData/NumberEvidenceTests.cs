using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Tests.PersonalData;

/// <summary>The table of points. The numbers are published samples and numbers that nobody can have, here without their excuse.</summary>
public class NumberEvidenceTests
{
    private const string Insz = "85073003328";
    private const string InszWritten = "85.07.30-033.28";
    private const string Bsn = "111222333";
    private const string Nir = "295109912611193";
    private const string Luxembourg = "1893120105732";
    private const string RizivWritten = "0-12345-71-004";
    private const string Riziv = "01234571004";
    private const string IbanWritten = "BE11 0001 2345 6748";
    private const string Iban = "BE11000123456748";
    private const string Eid = "591-1917064-58";

    private static readonly Lazy<Task<PersonalDataModel>> Model = new(async () => (await ModelProbe.Of("class Dossier { }")).Model);

    /// <summary>Names, what stands beside it, comments, and the points; 0 for no finding.</summary>
    [Theory]
    // Written as offices write it: that is enough.
    [InlineData(InszWritten, "", "", "", 5)]
    [InlineData(Eid, "", "", "", 5)]
    [InlineData(IbanWritten, "", "", "", 5)]
    [InlineData(RizivWritten, "", "", "", 5)]
    [InlineData(Nir, "", "", "", 5)]
    [InlineData(Luxembourg, "", "", "", 5)]
    // Digits alone never are.
    [InlineData(Insz, "", "", "", 0)]
    [InlineData(Bsn, "", "", "", 0)]
    [InlineData(Riziv, "", "", "", 0)]
    [InlineData(Iban, "", "", "", 0)]
    // A name that says which number it is.
    [InlineData(Insz, "Rijksregisternummer", "", "", 6)]
    [InlineData(Insz, "patientInsz", "", "", 6)]
    [InlineData(Insz, "https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin", "", "", 6)]
    [InlineData(Insz, "PatientId", "", "", 6)]
    [InlineData(Bsn, "Bsn", "", "", 6)]
    [InlineData(Bsn, "burgerservicenummer", "", "", 6)]
    [InlineData(Riziv, "RizivNummer", "", "", 6)]
    [InlineData(Iban, "iban", "", "", 6)]
    // Of another kind of number, it says the opposite.
    [InlineData(Bsn, "insz", "", "", 0)]
    [InlineData(Bsn, "nationalId", "", "", 0)]
    [InlineData(Insz, "rizivNummer", "", "", 0)]
    [InlineData(Insz, "iban", "", "", 0)]
    // A name that says it is a number, and who stands beside it.
    [InlineData(Insz, "Nummer", "", "", 0)]
    [InlineData(Insz, "Nummer", "Voornaam", "", 5)]
    [InlineData(Insz, "Code", "Voornaam", "", 0)]
    [InlineData(Insz, "Nummer", "Postcode", "", 0)]
    [InlineData(Bsn, "Nummer", "Voornaam", "", 0)]
    // A comment or the name of a test.
    [InlineData(Insz, "value", "", "INSZ of the client", 0)]
    [InlineData(Insz, "nummer", "", "het rijksregisternummer van de cliënt", 5)]
    [InlineData(Bsn, "nummer", "", "// BSN", 5)]
    // The birth date beside it.
    [InlineData(Insz, "code", "date:new DateTime(1985, 7, 30)", "", 5)]
    [InlineData(Insz, "code", "date:30/07/1985", "", 5)]
    [InlineData(Insz, "code", "date:1985-07-31", "", 0)]
    // Names of other things.
    [InlineData(Insz, "Timestamp", "", "", 0)]
    [InlineData(Insz, "orderNumber", "Voornaam", "", 0)]
    [InlineData(InszWritten, "InvoiceNumber", "", "", 0)]
    [InlineData(Insz, "inszHash", "", "", 0)]
    [InlineData(Eid, "phone", "", "", 0)]
    [InlineData(IbanWritten, "CompanyIban", "", "", 0)]
    [InlineData(IbanWritten, "onzeRekening", "", "", 0)]
    public async Task Points(string number, string names, string beside, string comment, int points)
    {
        var context = new NumberContext();
        context.Names.AddRange(names.Length == 0 ? [] : [names]);
        context.Comments.AddRange(comment.Length == 0 ? [] : [comment]);
        (beside.StartsWith("date:", StringComparison.Ordinal) ? context.Texts : context.Beside).Add(beside);
        Assert.Equal(points, (await Judge(number, context))?.Points ?? 0);
    }

    [Theory]
    [InlineData("insz", 0, 6)]
    [InlineData("insz", -2, 0)]
    [InlineData("insz", -3, 0)]
    public async Task Numbers_of_the_program_count_for_less(string name, int numeric, int points)
    {
        var context = new NumberContext { Numeric = numeric };
        context.Names.Add(name);
        Assert.Equal(points, (await Judge(Insz, context))?.Points ?? 0);
        context.InPerson = true;
        Assert.NotNull(await Judge(Insz, context));
    }

    [Fact]
    public async Task An_unknown_birth_date_needs_a_name()
    {
        var unknown = new NationalId(NationalIdKind.Insz, "00000100000", true, false) { NeedsName = true };
        Assert.Null(new NumberEvidence(await Model.Value).Judge([unknown], new NumberContext()));
        var named = new NumberContext();
        named.Names.Add("insz");
        Assert.NotNull(new NumberEvidence(await Model.Value).Judge([unknown], named));
    }

    [Fact]
    public async Task A_bar_code_that_passes_as_a_Luxembourg_number_needs_a_name()
    {
        // The digits of a bar code; its Luxembourg checks are taken as given.
        var number = new NationalId(NationalIdKind.Luxembourg, "4006381333931", true, false);
        Assert.Null(new NumberEvidence(await Model.Value).Judge([number], new NumberContext()));
        var named = new NumberContext();
        named.Names.Add("Matricule");
        Assert.NotNull(new NumberEvidence(await Model.Value).Judge([number], named));
    }

    private static async Task<NumberVerdict?> Judge(string number, NumberContext context)
    {
        var found = Assert.Single(NumberScan.Find(number, new DateTime(2026, 11, 22)));
        Assert.Equal(number.Length, found.Length);
        return new NumberEvidence(await Model.Value).Judge([.. found.Readings.Select(r => r with { IsSample = false })], context);
    }
}
