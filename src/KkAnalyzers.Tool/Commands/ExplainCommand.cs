using System.CommandLine;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Tool.Commands;

/// <summary><c>kk explain KK4301</c>, <c>kk explain T4.09b</c>: what a rule or a criterion is about.</summary>
internal static class ExplainCommand
{
    private const int Width = 96;

    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = terminal[Texts.Get("tool.explain.id")] };
        id.CompletionSources.Add(_ => Ids().Select(i => new System.CommandLine.Completions.CompletionItem(i)));
        var command = new Command("explain", terminal[Texts.Get("tool.explain")]) { id };
        command.SetAction(parsed => new Page(terminal).Explain(parsed.GetRequiredValue(id)));
        return command;
    }

    private static IEnumerable<string> Ids() =>
        Catalogue.Instance.Rules.Select(r => r.Id).Concat(Catalogue.Instance.Criteria.Select(c => c.Id)).Concat(Catalogue.Instance.Others.Select(o => o.Id));

    private sealed class Page(Terminal terminal)
    {
        private static readonly Catalogue Catalogue = Catalogue.Instance;

        public int Explain(string id)
        {
            bool Is(string other) => other.Equals(id, StringComparison.OrdinalIgnoreCase);

            if (Catalogue.Rules.FirstOrDefault(r => Is(r.Id)) is { } rule)
                Rule(rule);
            else if (Catalogue.Criteria.FirstOrDefault(c => Is(c.Id)) is { } criterion)
                Criterion(criterion);
            else if (Catalogue.Others.FirstOrDefault(o => Is(o.Id)) is { } other)
                Other(other);
            else if (Similar.To(id, Ids()) is { Count: > 0 } near)
                throw new UsageException("tool.explain.similar", id, string.Join(", ", near));
            else
                throw new UsageException("tool.explain.unknown", id);
            return ExitCodes.Success;
        }

        private void Rule(Rule rule)
        {
            Title(rule.Id, rule.Title);
            Part("severity", [Severity(rule.Severity), .. rule.Strict is { } strict ? [Texts.Format("tool.explain.strict", Severity(strict))] : (Localized[])[]]);
            Part("why", [rule.Description]);
            Part("criteria", [.. rule.Criteria.Select(c => Relation(c, TitleOf(c.Id)))]);
            Part("inspects", [rule.Inspects]);
            Part("cannot-see", [rule.CannotSee]);
            Part("remedy", [rule.Remedy, .. rule.HasFix ? [Texts.Get("tool.explain.has-fix")] : (Localized[])[]]);
            Part("options", [.. (rule.Options ?? []).Select(o => Texts.Format(
                "tool.explain.option", $"kk.{rule.Id}.{o.Name}", string.Join('|', o.Values ?? [o.Type]), o.Default.Length == 0 ? "–" : o.Default, o.Description))]);
            Part("lists", [.. (rule.Lists ?? []).Select(l => Texts.Same(l + ".txt"))]);
            Part("standards", [.. (rule.Standards ?? []).Select(Texts.Same)]);
            Part("page", Texts.Same($"{Catalogue.Header.HelpLinkBase}{rule.Id}.md"));
        }

        private void Criterion(Criterion criterion)
        {
            Title(criterion.Id, criterion.Title);
            Part("where", Texts.Format(
                "tool.explain.place", Texts.Get("pillar." + criterion.Pillar), Texts.Get("theme." + criterion.Theme),
                criterion.Page is { } page ? Texts.Format(criterion.PageInferred ? "tool.explain.page-inferred" : "tool.explain.page-number", page) : Texts.Get("tool.explain.no-page")));
            if (criterion.AppliesIf is { } condition && Texts.Find("applies." + condition) is { } applies)
                Part("applies", applies);
            if (!criterion.Checkable)
                Part("group", [.. Catalogue.Criteria.Where(c => c.Parent == criterion.Id).Select(c => Relation(new RuleCriterion(c.Id, ""), c.Title))]);
            else
                Part("visibility", Texts.Get("visibility." + Lower(criterion.Visibility)));

            Part("rules", [.. Catalogue.Rules.SelectMany(r => r.Criteria.Where(c => c.Id == criterion.Id).Select(c => Relation(c with { Id = r.Id }, r.Title)))]);
            Part("others", [.. Catalogue.Others.SelectMany(o => o.Criteria.Where(c => c.Id == criterion.Id).Select(c => (Other: o, c.Relation)))
                .GroupBy(o => (MappedRules.Analyzer(o.Other), o.Relation))
                .Select(g => Relation(new RuleCriterion(g.Key.Item1, g.Key.Relation), Texts.Same(string.Join(", ", g.Select(o => o.Other.Id)))))]);
            if (criterion.Checkable && Catalogue.Rules.All(r => r.Criteria.All(c => c.Id != criterion.Id)))
                Part("rules", Texts.Get("tool.explain.no-rule"));
            Part("references", [.. Catalogue.Crosswalk.GetValueOrDefault(criterion.Id, []).Select(r => Texts.Format(
                "tool.explain.reference", r.Scheme, r.Ref, Texts.Get(r.Verified ? "tool.explain.verified" : "tool.explain.unverified")))]);
            Part("page", Texts.Same(new Uri(new Uri(Catalogue.Header.HelpLinkBase), $"../criteria/{GatePolicy.Theme(criterion.Id)}.md").ToString()));
        }

        private void Other(OtherRule rule)
        {
            Title(rule.Id, MappedRules.Topic(rule));
            Part("analyzer", Texts.Same(MappedRules.Analyzer(rule)));
            Part("criteria", [.. rule.Criteria.Select(c => Relation(c, TitleOf(c.Id)))]);
            Part("standards", [.. (rule.Cwe ?? []).Select(c => Texts.Same($"CWE-{c}"))]);
        }

        private static Localized TitleOf(string criterion) => Catalogue.Criteria.First(c => c.Id == criterion).Title;

        private static Localized Relation(RuleCriterion criterion, Localized title) =>
            Texts.Format(Texts.Same("{0}  {1}{2}"), criterion.Id, title, criterion.Relation == "partial" ? Texts.Get("tool.explain.partial") : Texts.Same(""));

        private static Localized Severity(RuleSeverity severity) => Texts.Get("tool.severity." + Lower(severity));

        private static string Lower<T>(T value)
            where T : struct, Enum => value.ToString().ToLowerInvariant();

        private void Title(string id, Localized title) => terminal.Out.WriteLine($"{id}  {terminal[title]}");

        private void Part(string key, params IReadOnlyList<Localized> texts)
        {
            if (texts.Count == 0)
                return;

            terminal.Out.WriteLine();
            terminal.Out.WriteLine(terminal[Texts.Get("tool.explain." + key)]);
            foreach (var line in texts.SelectMany(t => Help.Wrap(Visible.Text(terminal[t]), Width)))
                terminal.Out.WriteLine("  " + line);
        }
    }
}
