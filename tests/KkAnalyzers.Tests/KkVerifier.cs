using KkAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace KkAnalyzers.Tests;

/// <summary>
/// The analyzer test of this project: ASP.NET Core and .NET 10 referenced, compile errors fail the test. What is not marked
/// must stay silent. Inspection records are off unless a test asks for them with <see cref="KkTest{TAnalyzer}.Records"/>.
/// </summary>
public static class KkVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The code compiles and nothing is reported; markup is not allowed here, so that a silent test says it is silent.</summary>
    public static Task Silent(string code, params (string Path, string Text)[] additionalFiles)
    {
        Assert(!code.Contains("[|", StringComparison.Ordinal) && !code.Contains("{|", StringComparison.Ordinal), "a silent case has no markup");
        return Test(code, additionalFiles).RunAsync();
    }

    /// <summary>Exactly the marked spans are reported, and there is at least one, in the code or in an additional file.</summary>
    public static Task Flags(string code, params (string Path, string Text)[] additionalFiles)
    {
        Assert(
            additionalFiles.Select(f => f.Text).Prepend(code).Any(t => t.Contains("[|", StringComparison.Ordinal) || t.Contains("{|", StringComparison.Ordinal)),
            "a flagged case marks what is reported");
        return Test(code, additionalFiles).RunAsync();
    }

    /// <summary>A test to set up further: options, expected diagnostics with arguments, several files.</summary>
    public static KkTest<TAnalyzer> Test(string code, params (string Path, string Text)[] additionalFiles)
    {
        var test = new KkTest<TAnalyzer> { TestCode = code };
        foreach (var (path, text) in additionalFiles)
        {
            test.TestState.AdditionalFiles.Add((path, text));
        }

        return test;
    }

    private static void Assert(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}

/// <summary>See <see cref="KkVerifier{TAnalyzer}"/>.</summary>
public class KkTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public KkTest()
    {
        TestState.AdditionalReferences.AddRange(KkReferenceAssemblies.AspNetCore);
        ReferenceAssemblies = ReferenceAssemblies.Net.Net100;
        // The first descriptor is the rule's; the other is the inspection record's.
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;
    }

    /// <summary>Sets an option or MSBuild property (<c>build_property.KkMode</c>) for the whole compilation.</summary>
    public KkTest<TAnalyzer> Option(string key, string value)
    {
        TestState.AnalyzerConfigFiles.Add(($"/{key}.globalconfig", $"is_global = true\n{key} = {value}\n"));
        return this;
    }

    /// <summary>Asks for inspection records, as a build that writes a report does.</summary>
    public KkTest<TAnalyzer> Records() => Option("build_property.KkInspection", "true");
}
