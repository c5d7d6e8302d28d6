namespace KkAnalyzers.Tests.Flow;

/// <summary>Values that somebody protected, or only seems to have.</summary>
public class SanitiserTests
{
    private const string Methods = """
        static string Protect(string s) => s + "1";
        static string EncryptText(string s) => s + "1";
        static string PseudonymiseerInsz(string s) => s + "1";
        static string Unprotect(string s) => s + "1";
        static string Decrypt(string s) => s + "1";
        static string Unmask(string s) => s + "1";
        static string NotEncrypted(string s) => s + "1";
        static string GetEncryptedThenDecrypt(string s) => s + "1";
        static bool IsEncrypted(string s) => s != null;
        static string Hashtag(string s) => "#" + s;
        static string StripQuery(string url) => url + "";
        static string WithoutQueryString(string url) => url + "";
        static string AddQuery(string url) => url + "?";

        """;

    [Theory]
    [InlineData("""Console.WriteLine(Protect(client.Insz)); Console.WriteLine(EncryptText(client.Insz)); Console.WriteLine(PseudonymiseerInsz(client.Insz));""")]
    [InlineData("""Console.WriteLine([|Unprotect(client.Insz)|]); Console.WriteLine([|Decrypt(client.Insz)|]); Console.WriteLine([|Unmask(client.Insz)|]); Console.WriteLine([|NotEncrypted(client.Insz)|]);""")]
    [InlineData("""Console.WriteLine([|GetEncryptedThenDecrypt(client.Insz)|]); Console.WriteLine([|Hashtag(client.Insz)|]);""")]
    [InlineData("""Console.WriteLine(IsEncrypted(client.Insz)); Console.WriteLine([|IsEncrypted(client.Insz) ? client.Insz : "-"|]);""")]
    [InlineData("""var insz = Protect(client.Insz); Console.WriteLine(insz); var both = Protect(client.Insz) + client.Email; Console.WriteLine([|both|]);""")]
    [InlineData("""Console.WriteLine([|Unprotect(Protect(client.Insz) + client.Email)|]);""")]
    public Task Names_of_methods(string statements) => FlowCase.Members(Methods + "void M(Client client) { " + statements + " }");

    [Theory]
    [InlineData("""var url = $"https://zorg.be/clients?insz={client.Insz}"; Console.WriteLine([|url|]); Console.WriteLine(StripQuery(url)); Console.WriteLine(WithoutQueryString(url)); Console.WriteLine([|AddQuery(url)|]);""")]
    [InlineData("""var uri = new Uri("https://zorg.be/clients?insz=" + client.Insz); Console.WriteLine([|uri|]); Console.WriteLine([|uri.AbsoluteUri|]); Console.WriteLine([|uri.Query|]);""")]
    [InlineData("""var uri = new Uri("https://zorg.be/clients?insz=" + client.Insz); Console.WriteLine(uri.Host); Console.WriteLine(uri.GetLeftPart(UriPartial.Path)); Console.WriteLine(uri.Port);""")]
    public Task Case40_an_address_without_its_query(string statements) => FlowCase.Members(Methods + "void M(Client client) { " + statements + " }");
}
