using KkAnalyzers.Consent;
using KkAnalyzers.Databases;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3202 in SQL files.</summary>
internal sealed class ConsentScripts(KkContext context, ConsentMembers members, ConsentInventory inventory)
{
    /// <summary>Longest script that is read, in characters; what is longer is a copy of a database.</summary>
    private const int Longest = 4 * 1024 * 1024;

    public void Check(AdditionalFileAnalysisContext c)
    {
        if (!IsScript(c.AdditionalFile) || Read(c.AdditionalFile, c.CancellationToken) is not { } found)
        {
            return;
        }

        var text = c.AdditionalFile.GetText(c.CancellationToken)!;
        foreach (var value in found)
        {
            if (value.Kind == SqlDefaultKind.Dropped || members.IsIgnored(value.Table, value.Column) || members.Name(value.Column) is not { } reading)
            {
                continue;
            }

            inventory.Inspection.Inspected();
            var place = MarkupDocument.Location(c.AdditionalFile.Path, text, value.Span);
            var finding = "";
            if (Yes(members, value) is { } yes && ConsentReader.Weigh(reading, members.OwnerByName(value.Table)) is { } severity && !IsReplaced(c, found, value))
            {
                var edit = No(value.Value) is { } no ? TextEdit.Properties(value.Span, no, Texts.ConsentFixDefault) : null;
                var reason = value.Kind == SqlDefaultKind.Update ? Texts.ConsentReasonRows : Texts.ConsentReasonDatabase;
                c.ReportDiagnostic(KkDiagnostic.Create(
                    RuleCatalog.KK3202, place, severity, null, edit, value.Column, ConsentSubjects.Text(reading.Subject), MessageArg.Text(reason, yes, reading.Term), reading.Reasoning));
                finding = RuleIds.KK3202;
            }

            inventory.Row(place, value.Table, value.Column, reading, value.IsText ? "'" + value.Value + "'" : value.Value, ConsentInventory.Database, finding);
        }
    }

    /// <summary>The constant when it says yes: 1 and TRUE, the letters of PostgreSQL and Oracle, and words such as 'granted'.</summary>
    public static string? Yes(ConsentMembers members, SqlDefault value)
    {
        if (value.IsText)
        {
            return value.Value is "t" or "T" or "y" or "Y" or "J" or "j" || members.SaysYes(value.Value) ? "'" + value.Value + "'" : null;
        }

        // A number that counts something is no answer.
        return value.Value.Equals("true", StringComparison.OrdinalIgnoreCase)
            || (value.Value == "1" && value.Type.ToUpperInvariant() is "" or "BIT" or "BOOL" or "BOOLEAN" or "TINYINT" or "SMALLINT" or "NUMBER" or "NUMERIC")
                ? value.Value
                : null;
    }

    /// <summary>What says no in the same way; null when there is no one word for it.</summary>
    public static string? No(string yes) => yes switch
    {
        "1" => "0",
        "true" => "false",
        "TRUE" => "FALSE",
        "True" => "False",
        "t" => "f",
        "T" => "F",
        "y" => "n",
        "Y" => "N",
        "yes" => "no",
        _ => null,
    };

    private static bool IsScript(AdditionalText file) => file.Path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<SqlDefault>? Read(AdditionalText file, CancellationToken cancellation)
    {
        if (file.GetText(cancellation) is not { Length: <= Longest } source)
        {
            return null;
        }

        var text = source.ToString();
        return text.IndexOf("DEFAULT", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("UPDATE", StringComparison.OrdinalIgnoreCase) >= 0 ? SqlDefaults.Read(text) : null;
    }

    /// <summary>A later statement of this script, or of a script that is numbered later, says something else about the column.</summary>
    private bool IsReplaced(AdditionalFileAnalysisContext c, IReadOnlyList<SqlDefault> found, SqlDefault value)
    {
        var later = found.SkipWhile(f => f != value).Skip(1);
        if (later.Any(Replaces))
        {
            return true;
        }

        var name = FilePaths.Name(c.AdditionalFile.Path);
        return IsNumbered(name) && context.Options.AdditionalFiles.Any(f => IsScript(f) && FilePaths.Name(f.Path) is var other && IsNumbered(other)
            && Number(other).CompareTo(Number(name)) > 0 && Read(f, c.CancellationToken) is { } others && others.Any(Replaces));

        bool Replaces(SqlDefault other) =>
            (other.Kind == value.Kind || other.Kind == SqlDefaultKind.Dropped)
            && other.Column.Equals(value.Column, StringComparison.OrdinalIgnoreCase) && other.Table.Equals(value.Table, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>V2__privacy.sql, 003_privacy.sql: scripts that run in the order of their numbers.</summary>
    private static bool IsNumbered(string name) => name.Length > 1 && (char.IsDigit(name[0]) || (name[0] is 'V' or 'v' && char.IsDigit(name[1])));

    private static decimal Number(string name)
    {
        var digits = string.Concat(name.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit).Take(20));
        return decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
