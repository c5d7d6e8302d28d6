namespace KkAnalyzers.Tests.Rules;

/// <summary>Statements in a method of a care app, for a rule of the family that follows personal data.</summary>
internal static class FlowCase
{
    /// <summary>Flags what is marked; silent without marks. <paramref name="parameters"/> come behind the care app's own.</summary>
    public static FlowTest Test(string rule, string statements, string usings, string parameters, params string[] stubs)
    {
        var code = KK4301Case.Members(
            $"string Unmask(string s) => s; string Mask(string s) => s;\n    async Task M(Client client, List<Client> list, string key, int status, IDataProtector protector, {parameters})\n    {{\n        await Task.Yield();\n        {statements}\n    }}",
            usings);
        var test = new FlowTest(rule) { TestCode = code };
        for (var i = 0; i < stubs.Length; i++)
        {
            test.TestState.Sources.Add(($"/0/Stub{i}.cs", "#nullable disable\n" + stubs[i]));
        }

        return test;
    }
}
