using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3204: a check box, switch or radio button about consent that is on before anybody touched it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PreTickedControlAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>How far up the forms and groups around a control are looked at.</summary>
    private const int Surroundings = 32;

    /// <summary>Longest piece of a label that a message repeats.</summary>
    private const int LongestQuote = 80;

    /// <summary>Used by the compiler.</summary>
    public PreTickedControlAnalyzer()
        : base(RuleCatalog.KK3204)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var members = new ConsentMembers(context);
        var resources = ResourceTexts.For(context);
        var inventory = new ConsentInventory(context, RuleCatalog.KK3204);

        // No .editorconfig reaches an additional file, so this one option counts for the whole project.
        var ignored = context.Options.List(RuleIds.KK3204, "ignored_names").ToImmutableHashSet(StringComparer.Ordinal);
        context.RegisterAdditionalFileAction(c =>
        {
            if (MarkupFile.For(c.AdditionalFile, c.CancellationToken, inventory.Inspection) is { } file
                && (file.Dialect == MarkupDialect.Xml ? XamlControls.MayBeIn(file.Text) : HtmlControls.MayBeIn(file.Text)))
            {
                new File(c, file.Source, file.Document, members, resources, inventory, ignored).Report();
            }
        });
    }

    /// <summary>The rule in one file.</summary>
    private sealed class File(AdditionalFileAnalysisContext context, SourceText text, MarkupDocument document, ConsentMembers members, ResourceTexts resources, ConsentInventory inventory, ImmutableHashSet<string> ignored)
    {
        private readonly BoundTypes _types = new(document, context.AdditionalFile.Path);
        private readonly Dictionary<BoundType, (bool IsKnown, ISymbol? Member)> _bound = new();
        private HashSet<string>? _shared;

        public void Report()
        {
            var html = document.Dialect == MarkupDialect.Xml ? null : new HtmlControls(document);
            var xaml = document.Dialect == MarkupDialect.Xml ? new XamlControls(document) : null;
            var controls = html?.All() ?? xaml!.All();
            HashSet<string>? offInAnotherBranch = null;
            foreach (var control in controls)
            {
                inventory.Inspection.Inspected();
                if (inventory.IsWanted && control is { Tick: null, Binding: null, IsFixed: false })
                {
                    Unticked(control);
                }

                // Whether it is on costs less than what it is about.
                if (control.IsFixed || (control.Tick is null && (control.Binding is null || Bound(control) is null)) || (!ignored.IsEmpty && control.Names.Any(ignored.Contains)))
                {
                    continue;
                }

                if (control.Node.IsConditional && control.Key.Length > 0)
                {
                    offInAnotherBranch ??= new HashSet<string>(controls.Where(c => c.Tick is null && c.Node.IsConditional).Select(c => c.Key), StringComparer.Ordinal);
                    if (offInAnotherBranch.Contains(control.Key))
                    {
                        continue;
                    }
                }

                var texts = html?.Texts(control) ?? xaml!.Texts(control);
                if (Evidence(control, texts) is { } evidence)
                {
                    Report(control, evidence);
                }
            }
        }

        /// <summary>The row of a control that nobody ticked, when its name says what it is for. One that is bound has the row of its member.</summary>
        private void Unticked(MarkupControl control)
        {
            foreach (var name in control.Names)
            {
                if (members.Name(name) is { } reading && ConsentReader.Weigh(reading, Surrounding(control.Node)) is not null)
                {
                    Row(control.Node.Span, name, reading, "false", "");
                    return;
                }
            }
        }

        private void Row(TextSpan place, string name, ConsentReading reading, string value, string finding) => inventory.Row(
            MarkupDocument.Location(context.AdditionalFile.Path, text, place), FileName(), name, reading, value, ConsentInventory.Markup, finding);

        private void Report(MarkupControl control, (ConsentReading Reading, DiagnosticSeverity Severity, string Quote, bool IsText) evidence)
        {
            var (reading, severity, quote, isText) = evidence;
            if (control.Tick is { } tick)
            {
                var edit = tick.EditSpan == default ? null : TextEdit.Properties(tick.EditSpan, tick.EditText, Texts.ConsentFixControl);
                var key = isText ? Texts.ConsentControlText : Texts.ConsentControlName;
                context.ReportDiagnostic(KkDiagnostic.Create(
                    RuleCatalog.KK3204,
                    MarkupDocument.Location(context.AdditionalFile.Path, text, tick.Span),
                    severity,
                    null,
                    edit,
                    ConsentSubjects.Text(reading.Subject),
                    MessageArg.Text(key, tick.Shown, quote, reading.Term)));
                Row(tick.Span, control.Key.Length > 0 ? control.Key : quote, reading, "true", RuleIds.KK3204);
                return;
            }

            // The member may be reported where it starts (KK3201); here only when its own name does not say what it is for.
            if (Bound(control) is not { } member
                || IsReported(member))
            {
                return;
            }

            context.ReportDiagnostic(KkDiagnostic.Create(
                RuleCatalog.KK3204,
                MarkupDocument.Location(context.AdditionalFile.Path, text, control.BindingSpan),
                severity,
                member.Locations.Where(l => l.IsInSource),
                null,
                ConsentSubjects.Text(reading.Subject),
                MessageArg.Text(Texts.ConsentControlBound, member.Name, quote, reading.Term)));
        }

        /// <summary>The member that a control is bound to, when it starts as true; asked once for all controls with one binding.</summary>
        private ISymbol? Bound(MarkupControl control)
        {
            foreach (var type in _types.Of(control.Node, Written()))
            {
                if (!_bound.TryGetValue(type, out var found))
                {
                    var member = BoundDefault.Member(context.Compilation, type, context.CancellationToken);
                    _bound[type] = found = (member is not null, member is not null && BoundDefault.StartsTrue(member, context.CancellationToken) ? member : null);
                }

                if (found.IsKnown)
                {
                    return found.Member;
                }
            }

            return null;

            // In XAML the extension, which tells more than the path.
            string Written()
            {
                if (document.Dialect == MarkupDialect.Xml && control.Node is MarkupElement element)
                {
                    foreach (var attribute in element.Attributes)
                    {
                        if (attribute.Span == control.BindingSpan)
                        {
                            return attribute.PlainBinding ?? attribute.Value;
                        }
                    }
                }

                return control.Binding ?? "";
            }
        }

        private bool IsReported(ISymbol member)
        {
            var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
            return members.Read(member, type) is { } reading && members.Weigh(reading, member) is not null;
        }

        private string FileName()
        {
            var name = FilePaths.Name(context.AdditionalFile.Path);
            return name.Substring(0, name.IndexOf('.'));
        }

        /// <summary>The first text or name that is about consent; null when one of them turns the meaning round or nothing is.</summary>
        private (ConsentReading Reading, DiagnosticSeverity Severity, string Quote, bool IsText)? Evidence(MarkupControl control, ControlTexts texts)
        {
            (ConsentReading Reading, DiagnosticSeverity Severity, string Quote, bool IsText)? best = null;
            ConsentOwner? owner = null;
            var saysYes = control.Kind == ControlKind.Box || members.Words.IsYes(control.Answer);
            var candidates = texts.Texts.Concat(texts.Names.SelectMany(resources.Of)).Select(t => (Value: t, IsText: true))
                .Concat(texts.Names.Concat(control.Names).Select(n => (Value: n, IsText: false)));
            foreach (var (value, isText) in candidates)
            {
                if (isText && control.Kind != ControlKind.Box && ConsentTokens.Split(value) is { IsEmpty: false } words && members.Words.IsYes(words[0]))
                {
                    saysYes = true;
                }

                if ((isText ? members.Reader.Text(value) : members.Name(value)) is not { } reading)
                {
                    continue;
                }

                if (reading.Polarity != ConsentPolarity.Given)
                {
                    return null;
                }

                owner ??= Surrounding(control.Node);
                if (best is null && ConsentReader.Weigh(reading, owner.Value) is { } severity && (isText ? TextCounts(reading) : saysYes))
                {
                    best = (reading, severity, value.Length > LongestQuote ? value.Substring(0, LongestQuote) + "…" : value, isText);
                }
            }

            return best;

            // "Newsletter" beside one of several answers, or of several boxes with one name, is a kind of something to choose from.
            bool TextCounts(ConsentReading reading) => control.Kind switch
            {
                ControlKind.Option => false,
                ControlKind.Radio => reading.HasNoun || reading.HasVerb,
                _ => reading.HasNoun || reading.HasVerb || !IsShared(control.Key),
            };
        }

        /// <summary>True for a name that several controls of the file have.</summary>
        private bool IsShared(string key)
        {
            if (_shared is null)
            {
                _shared = new HashSet<string>(StringComparer.Ordinal);
                var keys = new HashSet<string>(StringComparer.Ordinal);
                foreach (var control in document.Dialect == MarkupDialect.Xml ? new XamlControls(document).All() : new HtmlControls(document).All())
                {
                    if (control.Key.Length > 0 && !keys.Add(control.Key))
                    {
                        _shared.Add(control.Key);
                    }
                }
            }

            return _shared.Contains(key);
        }

        /// <summary>What the forms, groups and folders around a control tell about who answers it.</summary>
        private ConsentOwner Surrounding(MarkupNode control)
        {
            var found = members.OwnerByName(FileName()) == ConsentOwner.Person ? ConsentOwner.Person : ConsentOwner.Unknown;
            var around = control.Parent;
            for (var i = 0; i < Surroundings && around is not null; i++, around = around.Parent)
            {
                if (around.LocalName.Equals("thead", StringComparison.OrdinalIgnoreCase)
                    || (around.LocalName.Equals("form", StringComparison.OrdinalIgnoreCase) && "get".Equals(around.Attribute("method")?.Value, StringComparison.OrdinalIgnoreCase))
                    || "search".Equals(around.Attribute("role")?.Value, StringComparison.OrdinalIgnoreCase))
                {
                    return ConsentOwner.Unrelated;
                }

                foreach (var attribute in around.Attributes)
                {
                    if (attribute.Name.ToLowerInvariant() is not ("id" or "class" or "name" or "action" or "asp-action" or "formname" or "x:name" or "model"))
                    {
                        continue;
                    }

                    var owner = members.OwnerByName(attribute.Value);
                    if (owner == ConsentOwner.Unrelated)
                    {
                        return owner;
                    }

                    if (owner == ConsentOwner.Person || members.Name(attribute.Value) is not null)
                    {
                        found = ConsentOwner.Person;
                    }
                }
            }

            return IsAdministration() && found != ConsentOwner.Person ? ConsentOwner.System : found;
        }

        /// <summary>In a folder for administrators a switch turns a feature on for all.</summary>
        private bool IsAdministration() =>
            context.AdditionalFile.Path.Split('/', '\\').Any(s => s.Equals("admin", StringComparison.OrdinalIgnoreCase) || s.Equals("administration", StringComparison.OrdinalIgnoreCase));
    }
}
