using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.PersonalData;

/// <summary>The classifier against names as they occur in code.</summary>
public class ExampleTests
{
    // Classes labelled by hand, none of which gave the lists a word: what is found of what is personal data, and what is flagged
    // of what is none.
    private const double LeastRecall = 0.91;
    private const int MostFalse = 3;

    // Types of the examples that the reference assemblies do not have or that belong to somebody else.
    private const string Stubs = """
        using System; using System.Collections.Generic; using System.Collections.ObjectModel; using System.IO; using System.IO.Compression; using System.Net; using System.Net.Http; using System.Net.Sockets; using System.Threading;
        using Microsoft.CodeAnalysis; using Microsoft.AspNetCore.Components; using Newtonsoft.Json; using Microsoft.Extensions.Diagnostics.HealthChecks; using System.Linq.Expressions;
        namespace Microsoft.CodeAnalysis { public struct SyntaxToken { } public class DiagnosticDescriptor { } public class Location { } public enum SyntaxKind { A } }
        namespace Microsoft.AspNetCore.Components { public delegate void RenderFragment(object builder); }
        namespace Newtonsoft.Json { public enum JsonToken { A } }
        namespace Microsoft.Extensions.Diagnostics.HealthChecks { public interface IHealthCheck { } public enum HealthStatus { A } }
        namespace Care
        {
            public interface IEmailSender { } public interface IEmailService { } public interface IAlgorithm { }
            public class SessionOptions { } public class PasswordOptions { } public class PasswordPolicy { } public class ProblemDetails { } public enum SomeEnum { A }

        """;

    public static TheoryData<string, string, string, string, string> Found() => Read(Examples.Found);

    public static TheoryData<string, string, string> NotFound()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in Lines(Examples.NotFound))
        {
            data.Add(line[0], line[1], line[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Found))]
    public async Task Personal_data_is_found(string name, string type, string owner, string category, string expected)
    {
        var found = await Classify(name, type, owner);
        Assert.NotNull(found);
        Assert.Equal(expected == "review", found.Confidence == Confidence.Review);
        Assert.Equal(category, found.Category);
    }

    [Theory]
    [MemberData(nameof(NotFound))]
    public async Task Other_names_stay_silent(string name, string type, string owner) =>
        Assert.Null((await Classify(name, type, owner))?.Category);

    [Fact]
    public async Task Members_of_real_classes_get_their_category()
    {
        var wrong = new List<string>();
        var index = 0;
        foreach (var line in Lines(Examples.Classes))
        {
            var members = line[1].Split(", ").Select(m => m.Split(' ')).ToArray();
            var (model, type) = await Class(line[0], members.Select(m => m[0]), index++);
            foreach (var member in members)
            {
                var found = model.Classify(Assert.Single(type.GetMembers(member[0])));
                var category = found is null || found.Confidence == Confidence.Review ? "none" : found.Category;
                if (category != member[1])
                {
                    wrong.Add($"{line[0]}.{member[0]}: {category} instead of {member[1]}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Of_hand_labelled_classes_most_is_found_and_little_is_false()
    {
        var (found, missed, falsely) = (0, new List<string>(), new List<string>());
        var index = 0;
        foreach (var line in Lines(Examples.HeldOut))
        {
            var members = line[1].Split(' ');
            var (model, type) = await Class(line[0], members.Select(m => m[1..]), index++);
            foreach (var member in members)
            {
                var isFound = model.Classify(Assert.Single(type.GetMembers(member[1..]))) is { Confidence: not Confidence.Review };
                if (isFound && member[0] == '+')
                {
                    found++;
                }
                else if (isFound != (member[0] == '+'))
                {
                    (isFound ? falsely : missed).Add($"{line[0]}.{member[1..]}");
                }
            }
        }

        var recall = (double)found / (found + missed.Count);
        var report = $"recall {recall:0.00}; missed {string.Join(", ", missed)}; false {string.Join(", ", falsely)}";
        Assert.True(recall >= LeastRecall, report);
        Assert.True(falsely.Count <= MostFalse, report);
    }

    private static async Task<DataClassification?> Classify(string name, string type, string owner)
    {
        var holder = owner.Length == 0 ? "Thing" : owner;
        var member = type == "void" ? $"public void {name}() {{ }}" : $"public {(type is "enum" ? "SomeEnum" : type is "List" or "ObservableCollection" ? type + "<object>" : type)} {name} = default!;";
        var (model, compilation) = await ModelProbe.Of($"{Stubs} public class {holder} {{ {member} }} }}");
        return model.Classify(compilation.Member($"Care.{holder}.{name}"));
    }

    // Types do not stand in these examples; text fits every category.
    private static async Task<(PersonalDataModel Model, INamedTypeSymbol Type)> Class(string name, IEnumerable<string> members, int index)
    {
        var (model, compilation) = await ModelProbe.Of($"namespace N{index} {{ public class {name} {{ {string.Concat(members.Select(m => $"public {TypeOf(m)} {m}{(m == name ? "_" : "")} = default!; "))} }} }}");
        return (model, compilation.GetTypeByMetadataName($"N{index}.{name}")!);
    }

    private static string TypeOf(string member) =>
        member.StartsWith("Is", StringComparison.Ordinal) || member.StartsWith("Has", StringComparison.Ordinal) || member.StartsWith("Heeft", StringComparison.Ordinal)
            ? "bool"
            : "string";

    private static TheoryData<string, string, string, string, string> Read(string text)
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in Lines(text))
        {
            data.Add(line[0], line[1], line[2], line[3], line[4]);
        }

        return data;
    }

    private static IEnumerable<string[]> Lines(string text) => text.Split('\n').Select(l => l.Split('|').Select(f => f.Trim()).ToArray());
}
