using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Tests.PersonalData;

/// <summary>Published samples and numbers that nobody can have; never a number that could be somebody's.</summary>
public class NationalIdTests
{
    private static readonly DateTime Today = new(2026, 11, 22);

    [Theory]
    [InlineData("85.07.30-033.28", "Insz", true)]
    [InlineData("85.07.30-033 28", "Insz", true)]
    [InlineData("85073003328", "Insz", false)]
    [InlineData("17.07.30-033.84", "Insz", true)]
    [InlineData("98.47.28-997.65", "Insz", true)]
    [InlineData("01.49.07-001.85", "Insz", true)]
    [InlineData("87.01.01-001.86", "Insz", true)]
    [InlineData("87.41.01-001.75", "Insz", true)]
    [InlineData("87.21.01-001.32", "Insz", true)]
    [InlineData("111222333", "Bsn", false)]
    [InlineData("1112.22.333", "Bsn", false)]
    [InlineData("999990019", "Bsn", false)]
    [InlineData("2 95 10 99 126 111 93", "Nir", true)]
    [InlineData("253072B07300470", "Nir", true)]
    [InlineData("253072A07300443", "Nir", true)]
    [InlineData("0-12345-71-004", "Riziv", true)]
    [InlineData("0-12345-26-004", "Riziv", true)]
    [InlineData("1893120105732", "Luxembourg", true)]
    [InlineData("2099010100149", "Luxembourg", true)]
    [InlineData("BE68 5390 0754 7034", "Iban", true)]
    [InlineData("NL91 ABNA 0417 1643 00", "Iban", true)]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", "Iban", true)]
    [InlineData("LU28 0019 4006 4475 0000", "Iban", true)]
    [InlineData("591-1917064-58", "EidCard", true)]
    public void A_sample_is_recognised_as_one(string text, string kind, bool standsByItself)
    {
        var found = NationalIds.Recognise(text, Today);
        Assert.Equal(kind, found?.Kind.ToString());
        Assert.Equal(standsByItself, found!.StandsByItself);
        Assert.True(found.IsSample);
        Assert.Contains(found.Category, DataCategory.All.Keys);
    }

    [Theory]
    [InlineData("85.07.30-033.29")] // check digits off by one
    [InlineData("85.13.30-001.05")] // month 13
    [InlineData("00000000097")] // sequence 000
    [InlineData("12345678901")]
    [InlineData("111252333")]
    [InlineData("123456789")]
    [InlineData("000000000")]
    [InlineData("295109912611199")]
    [InlineData("253072C07300443")] // no such department
    [InlineData("199010000000161")] // department 00
    [InlineData("0-12345-27-004")]
    [InlineData("1893120105733")]
    [InlineData("1893120105742")]
    [InlineData("BE11 0001 2345 6749")]
    [InlineData("000-0011032-25")]
    [InlineData("+32 475 12 34 56")]
    [InlineData("2026-11-22T10:00:00")]
    [InlineData("")]
    [InlineData("een gewone zin van enkele woorden")]
    public void Other_numbers_are_none(string text) => Assert.Null(NationalIds.Recognise(text, Today));

    [Fact]
    public void A_number_of_the_future_is_a_test_number() =>
        Assert.True(NationalIds.Recognise("85.07.30-033.57", Today) is { Kind: NationalIdKind.Insz, IsSample: true });

    [Theory]
    [InlineData("BE11 0001 2345 6748", false)] // made-up bank
    [InlineData("87.01.01-001.86", true)]
    public void What_is_no_sample_is_reported_as_such(string text, bool isSample) =>
        Assert.Equal(isSample, NationalIds.Recognise(text, Today)!.IsSample);
}
