using System.Globalization;

namespace KkAnalyzers.Benchmarks;

/// <summary>Options of the commands that measure.</summary>
/// <param name="Files">Size of the generated code base.</param>
/// <param name="Rounds">How often everything takes its turn.</param>
/// <param name="ArgsFiles">Compiler response files: code bases to measure instead of the generated one.</param>
/// <param name="Folder">The folder that the paths in them start from: that of the project.</param>
/// <param name="Each">Every rule by itself as well.</param>
/// <param name="Peers">Other tools as well.</param>
/// <param name="Editor">As an editor runs the rules: without inspection records.</param>
internal sealed record Settings(int Files, int Rounds, IReadOnlyList<string> ArgsFiles, string Folder, bool Each, bool Peers, bool Editor)
{
    public static Settings Parse(IEnumerable<string> args, int files, int rounds)
    {
        var settings = new Settings(files, rounds, [], Directory.GetCurrentDirectory(), false, true, false);
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var name))
        {
            string Value() => rest.TryDequeue(out var value) ? value : throw new ArgumentException(name + " needs a value");
            settings = name switch
            {
                "--files" => settings with { Files = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--rounds" => settings with { Rounds = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--args" => settings with { ArgsFiles = [.. settings.ArgsFiles, Path.GetFullPath(Value())] },
                "--folder" => settings with { Folder = Path.GetFullPath(Value()) },
                "--each" => settings with { Each = true },
                "--editor" => settings with { Editor = true },
                "--no-peers" => settings with { Peers = false },
                _ => throw new ArgumentException("unknown option " + name),
            };
        }

        return settings;
    }

    /// <summary>What is measured, one after the other.</summary>
    public IEnumerable<Subject> Subjects() => ArgsFiles.Count == 0
        ? [Subject.Generated(Files)]
        : ArgsFiles.Select(f => Subject.FromArguments(f, Folder));
}
