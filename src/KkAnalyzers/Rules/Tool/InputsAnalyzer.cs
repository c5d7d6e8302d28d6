using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Tool;

/// <summary>
/// KK9002: lines of the user's lists that cannot be used, each with its file and line, and options that do not exist or have
/// a value that cannot be read (the compiler does not say in which file they stand). Everything else counts.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InputsAnalyzer : KkDiagnosticAnalyzer
{
    private const string Prefix = "KkAnalyzers.";

    /// <summary>Used by the compiler.</summary>
    public InputsAnalyzer()
        : base(RuleCatalog.KK9002)
    {
    }

    private protected override void Register(KkContext context)
    {
        var inspection = context.Inspection(RuleCatalog.KK9002);
        var keys = context.Options.Keys().ToArray();
        if (keys.Length > 0)
        {
            context.RegisterCompilationEndAction(c =>
            {
                foreach (var key in keys)
                {
                    inspection.Inspected();
                    if (Complaint(key, context.Options.Value(key)) is { } complaint)
                    {
                        c.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK9002, Location.None, $"option {key}: {complaint}"));
                    }
                }
            });
        }

        context.RegisterAdditionalFileAction(c =>
        {
            var path = c.AdditionalFile.Path;
            var file = FilePaths.Name(path);
            if (!file.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                || !file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
                || c.AdditionalFile.GetText(c.CancellationToken) is not { } text)
            {
                return;
            }

            inspection.Inspected();
            var list = KkLists.All.FirstOrDefault(l => l.Matches(path));
            if (list is null)
            {
                var known = string.Join(", ", KkLists.All.Select(l => l.Name + ".txt"));
                var start = Location.Create(path, default, default);
                c.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK9002, start, $"{file}: no list has this name; the lists are {known}"));
                return;
            }

            foreach (var line in KkList.Parse(text, path))
            {
                if (list.Complaint(line) is { } complaint)
                {
                    c.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK9002, line.Location, $"{list.Name}: {complaint}"));
                }
            }
        });
    }

    private static string? Complaint(string key, string? value)
    {
        // kk.KKnnnn.name, or kk.name for every rule that has an option of this name.
        var parts = key.Split('.');
        var options = RuleOptions.All.Where(o => string.Equals(o.Name, parts[parts.Length - 1], StringComparison.OrdinalIgnoreCase)
            && (parts.Length == 2 || (parts.Length == 3 && string.Equals(o.Rule, parts[1], StringComparison.OrdinalIgnoreCase)))).ToArray();
        if (options.Length == 0)
        {
            return parts.Length == 2 && PersonalDataOptions.Names.Contains(parts[1], StringComparer.OrdinalIgnoreCase) ? null : "no rule has this option";
        }

        return value is null ? null : options[0].Complaint(value);
    }
}
