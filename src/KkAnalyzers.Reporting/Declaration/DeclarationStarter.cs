using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KkAnalyzers.Reporting;

/// <summary>
/// Writes a first <c>kwaliteitskader.json</c>. What the projects say is filled in; what only people know stands there as a comment,
/// so that the file is read without a problem and claims nothing.
/// </summary>
public static class DeclarationStarter
{
    /// <summary>Address of the schema that editors read.</summary>
    public const string SchemaAddress = "https://raw.githubusercontent.com/KkAnalyzers/KkAnalyzers/main/src/KkAnalyzers.Reporting/schema/kwaliteitskader.schema.json";

    /// <param name="scan">What the projects say.</param>
    /// <param name="language">nl, fr or en: of the comments.</param>
    /// <param name="today">For the example of a date.</param>
    public static string Write(ProjectScan scan, string language, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(scan);
        var text = new Builder(language);
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var nextYear = today.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        text.Comment("starter.intro");
        text.Line("{").In();
        text.Value("$schema", SchemaAddress).Blank();

        text.Comment("starter.statement");
        text.Line("\"statement\": {").In();
        text.Value("name", null).Value("function", null).Hint("\"role\": \"provider\",", "starter.role").Hint($"\"date\": \"{day}\",");
        text.Out().Line("},").Blank();

        text.Comment("starter.product");
        text.Line("\"product\": {").In();
        text.Value("name", scan.Name).Value("version", scan.Version);
        text.Line("\"provider\": {").In();
        text.Value("name", scan.Provider).Value("enterpriseNumber", null).Value("address", null).Value("site", scan.Site);
        text.Out().Line("},");
        text.Comment("starter.helpdesk").Hint("\"helpdesk\": { \"channels\": [\"…\"], \"hours\": \"…\" },");
        text.List("languages", scan.Languages).Value("licence", scan.Licence);
        text.Comment("starter.price").Value("price", null).Hint($"\"lastUpdate\": \"{day}\",");
        text.Out().Line("},").Blank();

        text.Comment("starter.intendedUse");
        text.Line("\"intendedUse\": {").In();
        text.List("users", []).List("professionals", []).Hint("\"minimumAge\": 16,").List("restrictions", []).Value("purpose", null).Value("instructions", null);
        text.Out().Line("},").Blank();

        text.Comment("starter.context");
        text.Line("\"context\": {").In();
        text.Hint("\"interactivity\": \"information | active | contact\",", "starter.interactivity");
        text.Hint("\"risk\": \"low | some | high\",", "starter.risk");
        text.Hint("\"vulnerableUsers\": [\"children\", \"youth\", \"disability\", \"lowDigitalLiteracy\", \"lackingCapacity\"],", "starter.vulnerableUsers");
        text.Hint("\"autonomy\": \"supported | alone\",", "starter.autonomy");
        text.Hint("\"medicalDevice\": false,");
        foreach (var (key, sign) in new[] { ("ai", "ai"), ("ads", "ads"), ("healthVault", "vault") })
            text.Flag(key, [.. scan.Packages.Where(p => p.Sign == sign)]);
        text.Hint("\"personalData\": true,");
        text.Flag("signIn", [.. scan.Packages.Where(p => p.Sign == "sign-in")]);
        text.Out().Line("},").Blank();

        text.Comment("starter.criteria");
        text.Line("\"criteria\": {").In();
        text.Hint($"\"T4.11\": {{ \"evidence\": [{{ \"title\": \"…\", \"file\": \"evidence/….pdf\", \"sha256\": \"…\", \"owner\": \"…\", \"date\": \"{day}\", \"validUntil\": \"{nextYear}\" }}] }},");
        text.Hint("\"T2.02\": { \"notApplicable\": { \"reason\": \"…\" } },");
        text.Out().Line("},").Blank();

        text.Comment("starter.trackers");
        text.Line("\"trackers\": [").In();
        foreach (var tracker in scan.Packages.Where(p => p.Sign is "tracker" or "ads"))
            text.Hint($"{{ \"name\": {Json(tracker.Vendor!)}, \"ground\": \"consent\", \"purpose\": \"…\" }},  // {Visible.Text(tracker.Id)}, {Visible.Text(tracker.File)}");
        text.Out().Line("],").Blank();

        text.Comment("starter.aiSystems");
        text.Line("\"aiSystems\": [").In();
        foreach (var ai in scan.Packages.Where(p => p.Sign == "ai"))
            text.Line($"{{ \"name\": {Json(Visible.Text(ai.Id))} }},  // {Visible.Text(ai.File)}");
        text.Hint("{ \"name\": \"…\", \"provider\": \"…\", \"purpose\": \"…\", \"role\": \"deployer\", \"risk\": \"limited\", \"oversight\": \"…\", \"disclosure\": \"…\", \"data\": [\"…\"] },");
        text.Out().Line("],").Blank();

        text.Comment("starter.thirdParties");
        text.Line("\"thirdParties\": [").In();
        text.Hint("{ \"name\": \"…\", \"role\": \"processor\", \"purpose\": \"…\", \"ground\": \"contract\", \"country\": \"BE\", \"agreement\": \"…\", \"data\": [\"…\"] },");
        text.Out().Line("],").Blank();

        text.Comment("starter.outOfScope");
        text.Line("\"outOfScope\": [").In();
        text.Hint("{ \"part\": \"…\", \"reason\": \"…\" },");
        text.Out().Line("],").Blank();

        text.Comment("starter.exceptions");
        text.Line("\"exceptions\": [").In();
        text.Hint($"{{ \"rule\": \"KK4301\", \"file\": \"src/**/…\", \"reason\": \"…\", \"owner\": \"…\", \"approvedBy\": \"…\", \"until\": \"{nextYear}\" }},");
        text.Out().Line("],");
        text.Out().Line("}");
        return text.ToString();
    }

    private static string Json(string text) => JsonSerializer.Serialize(text, JsonFile.Options);

    /// <summary>Lines of JSON and comments with their indentation.</summary>
    private sealed class Builder(string language)
    {
        private readonly StringBuilder _text = new();
        private int _depth;

        public Builder In()
        {
            _depth++;
            return this;
        }

        public Builder Out()
        {
            _depth--;
            return this;
        }

        public Builder Blank()
        {
            _text.Append('\n');
            return this;
        }

        public Builder Line(string line)
        {
            _text.Append(' ', 2 * _depth).Append(line).Append('\n');
            return this;
        }

        /// <summary>What people have to fill in themselves, with a word about it behind it.</summary>
        public Builder Hint(string json, string? key = null) => Line("// " + json + (key is null ? "" : "  // " + Texts.Get(key)[language]));

        public Builder Comment(string key)
        {
            foreach (var line in Texts.Get(key)[language].Split('\n'))
                Line("// " + line);
            return this;
        }

        public Builder Value(string key, string? value) => value is null ? Hint($"\"{key}\": \"…\",") : Line($"\"{key}\": {Json(value)},");

        public Builder List(string key, IReadOnlyList<string> values) =>
            values.Count == 0 ? Hint($"\"{key}\": [\"…\"],") : Line($"\"{key}\": [{string.Join(", ", values.Select(Json))}],");

        /// <summary>True where a package shows it; to say that it is not so takes a person.</summary>
        public Builder Flag(string key, ScannedPackage[] packages) => packages.Length == 0
            ? Hint($"\"{key}\": false,")
            : Line($"\"{key}\": true,  // {Visible.Text(string.Join(", ", packages.Select(p => $"{p.Id} ({p.File})")))}");

        public override string ToString() => _text.ToString();
    }
}
