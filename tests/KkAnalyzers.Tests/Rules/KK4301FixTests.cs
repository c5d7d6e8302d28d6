using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.PersonalData;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests.Rules;

/// <summary>Preferences become SecureStorage where the call can be awaited, and nowhere else.</summary>
public class KK4301FixTests
{
    [Theory]
    [InlineData("""async Task M(string insz) { await Task.Yield(); Preferences.Set("k", [|insz|]); }""", """async Task M(string insz) { await Task.Yield(); await SecureStorage.SetAsync("k", insz); }""")]
    [InlineData("""async Task M(string insz) { await Task.Yield(); Preferences.Default.Set("k", [|insz|]); }""", """async Task M(string insz) { await Task.Yield(); await SecureStorage.Default.SetAsync("k", insz); }""")]
    [InlineData("""async Task M(string insz) { await Task.Yield(); Microsoft.Maui.Storage.Preferences.Set("k", [|insz|]); }""", """async Task M(string insz) { await Task.Yield(); await Microsoft.Maui.Storage.SecureStorage.SetAsync("k", insz); }""")]
    [InlineData("""void M(string insz) { Func<Task> f = async () => { await Task.Yield(); Preferences.Set("k", [|insz|]); }; }""", """void M(string insz) { Func<Task> f = async () => { await Task.Yield(); await SecureStorage.SetAsync("k", insz); }; }""")]
    public Task Fixed(string before, string after) => Run(before, after);

    [Theory]
    [InlineData("""void M(string insz) { Preferences.Set("k", [|insz|]); }""")]
    [InlineData("""void M(string insz) => Preferences.Set("k", [|insz|]);""")]
    [InlineData("""async Task M(string insz) { await Task.Yield(); void Local() { Preferences.Set("k", [|insz|]); } Local(); }""")]
    [InlineData("""async Task M(string insz) { await Task.Yield(); Preferences.Set("k", [|insz|], "shared"); }""")]
    [InlineData("""async Task M(IPreferences own, string insz) { await Task.Yield(); own.Set("k", [|insz|]); }""")]
    [InlineData("""async Task M(DateTime geboortedatum) { await Task.Yield(); Preferences.Set("k", [|geboortedatum|]); }""")]
    [InlineData("""async Task M(string insz) { await Task.Yield(); System.IO.File.WriteAllText("k", [|insz|]); }""")]
    public Task Not_fixed(string code) => Run(code, code);

    private static Task Run(string before, string after)
    {
        var test = new CSharpCodeFixTest<PersonalDataFlowAnalyzer, KK4301CodeFix, DefaultVerifier>
        {
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestCode = Code(before),
            FixedCode = Code(after),
        };
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
        test.TestState.Sources.Add(("/0/Maui.cs", "#nullable disable\n" + StorageStubs.Maui));
        test.FixedState.Sources.Add(("/0/Maui.cs", "#nullable disable\n" + StorageStubs.Maui));
        return test.RunAsync();
    }

    private static string Code(string member) =>
        "#nullable disable\nusing System;\nusing System.Threading.Tasks;\nusing Microsoft.Maui.Storage;\nclass Sample\n{\n    " + member + "\n}\n";
}
