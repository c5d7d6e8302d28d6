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
        var found = Assert.Single(Readings(text), r => r.Kind.ToString() == kind);
        Assert.Equal(standsByItself, found.StandsByItself);
        Assert.True(found.IsSample || SampleNumbers.BuiltIn.Contains(found.Digits));
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
    public void Other_numbers_are_none(string text) => Assert.Empty(Readings(text));

    [Fact]
    public void A_number_of_the_future_is_a_test_number() =>
        Assert.Contains(Readings("85.07.30-033.57"), r => r is { Kind: NationalIdKind.Insz, IsSample: true });

    [Theory]
    [InlineData("BE11 0001 2345 6748", false)] // made-up bank
    [InlineData("87.01.01-001.86", true)]
    public void What_is_no_sample_is_reported_as_such(string text, bool isSample) => Assert.Equal(isSample, Assert.Single(Readings(text)).IsSample);

    [Theory]
    [InlineData("insz=85.07.30-033.28;naam=Jan", 5, 15)]
    [InlineData("\"\\n85073003328\"", 3, 11)]
    [InlineData("Jan (85073003328)", 5, 11)]
    [InlineData("Jan,85073003328,1985", 4, 11)]
    [InlineData("zie 850730-033-28.", 4, 13)]
    [InlineData("naar BE68 5390 0754 7034 sturen", 5, 19)]
    public void A_number_is_found_where_it_stands(string text, int start, int length)
    {
        Assert.True(NumberScan.MayBeIn(text));
        var found = Assert.Single(NumberScan.Find(text, Today));
        Assert.Equal((start, length), (found.Start, found.Length));
    }

    [Theory]
    [InlineData("185073003328")] // a longer number
    [InlineData("850730033280")]
    [InlineData("x85073003328")]
    [InlineData("85073003328_Initial")] // a migration
    [InlineData("1.85073003328")]
    [InlineData("85073003328-1")]
    [InlineData("/clients/85073003328")] // the path of an address
    [InlineData("2.16.56.85073003328.1")] // an object identifier
    [InlineData("+85073003328")]
    [InlineData("+32 111222333")]
    [InlineData("12 85 07 30 033 28")]
    [InlineData("85 07 30 033 28 12")]
    [InlineData("9.85.07.30-033.28")]
    public void A_part_of_something_else_is_none(string text) => Assert.DoesNotContain(NumberScan.Find(text, Today), n => n.Readings.Any(r => r.Kind is NationalIdKind.Insz or NationalIdKind.Bsn));

    [Theory]
    [InlineData("een gewone zin van enkele woorden", false)]
    [InlineData("2026-11-22", false)]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", true)]
    [InlineData("85.07.30-033.28", true)]
    public void Digits_are_counted_first(string text, bool mayBe) => Assert.Equal(mayBe, NumberScan.MayBeIn(text));

    [Fact]
    public void Counting_digits_allocates_nothing()
    {
        const string text = "een gewone zin van enkele woorden met 12 en 2026-11-22 erin";
        NumberScan.MayBeIn(text);

        // A collection that another test causes counts what is left of this thread's share as used: the best of a few rounds.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                NumberScan.MayBeIn(text);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }

    private static IEnumerable<NationalId> Readings(string text) =>
        NumberScan.Find(text, Today).Where(n => n.Start == 0 && n.Length == text.Length).SelectMany(n => n.Readings);
}
