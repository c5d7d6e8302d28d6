using KkAnalyzers.Tests.Rules;

namespace KkAnalyzers.Tests.Flow;

/// <summary>A test of the flow engine, with the console as the sink: what is marked is flagged, the rest stays silent.</summary>
internal static class FlowCase
{
    private const string Usings = "using System.Runtime.CompilerServices;\nusing System.Text.Json.Nodes;\nusing Microsoft.Extensions.Logging;\n";

    /// <summary>Statements in an async method of a care app.</summary>
    public static Task Body(string statements) => Members(
        "async Task M(Client client, ClientRecord record, List<Client> list, IDataProtector protector, bool yes, string key, ILogger logger)\n    {\n        await Task.Yield();\n        " + statements + "\n    }");

    /// <summary>Members of a class of a care app.</summary>
    public static Task Members(string members, params string[] files) => Run(KK4301Case.Members(members, Usings), files);

    public static Task Run(string code, params string[] files)
    {
        var test = new FlowTest("KK4304") { TestCode = code };
        for (var i = 0; i < files.Length; i++)
        {
            test.TestState.Sources.Add(($"/0/File{i}.cs", "#nullable disable\n" + files[i]));
        }

        return test.RunAsync();
    }
}
