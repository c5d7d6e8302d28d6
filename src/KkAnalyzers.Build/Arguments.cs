using System.Text;

namespace KkAnalyzers.Build;

/// <summary>
/// What a task passes to its command: names with one or more values. Also the content of a response file (<c>name=value</c>,
/// one per line), so that the command cannot tell whether it runs in MSBuild or in a child process.
/// </summary>
internal sealed class Arguments
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public Arguments Add(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            // Properties such as NoWarn may be written over several lines.
            _values.Add(new(name, value!.Replace('\r', ' ').Replace('\n', ' ').Trim()));
        }

        return this;
    }

    public string? Optional(string name) => _values.Where(v => v.Key == name).Select(v => v.Value).LastOrDefault();

    public string Required(string name) => Optional(name) ?? throw new ArgumentException($"{name} is missing");

    public IReadOnlyList<string> All(string name) => _values.Where(v => v.Key == name).Select(v => v.Value).ToArray();

    /// <summary>The values of all names that begin with the prefix, by the rest of the name in any case.</summary>
    public ILookup<string, string> Below(string prefix) => _values
        .Where(v => v.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToLookup(v => v.Key.Substring(prefix.Length), v => v.Value, StringComparer.OrdinalIgnoreCase);

    public bool Flag(string name) => string.Equals(Optional(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file of <c>name=value</c> lines and adds them to what is here.</summary>
    public Arguments Read(string path)
    {
        foreach (var line in File.ReadAllLines(path, Encoding.UTF8))
        {
            var equals = line.IndexOf('=');
            if (equals > 0)
            {
                Add(line.Substring(0, equals), line.Substring(equals + 1));
            }
        }

        return this;
    }

    public override string ToString() => string.Concat(_values.Select(v => v.Key + "=" + v.Value + "\n"));
}
