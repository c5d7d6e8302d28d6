using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Tool;

/// <summary>KK9002: lines of the user's lists that cannot be used, each with its file and line. The rest of the file counts.</summary>
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
        context.RegisterAdditionalFileAction(c =>
        {
            var path = c.AdditionalFile.Path;
            var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
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
}
