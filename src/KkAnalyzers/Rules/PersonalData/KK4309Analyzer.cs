using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using KkAnalyzers.Trackers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>KK4309: a number in code or data that may be a living person's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KK4309Analyzer : KkDiagnosticAnalyzer
{
    /// <summary>Characters of the largest data file that is read; what is larger was made by a program.</summary>
    internal const int LargestFile = 1_000_000;

    /// <summary>Findings in one file: who has a table of clients in the project needs one to know.</summary>
    internal const int MostInFile = 20;

    /// <summary>Numbers with right check digits that are weighed in one file.</summary>
    private const int MostWeighed = 2_000;

    private static readonly ImmutableHashSet<string> Extensions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".json", ".csv", ".tsv", ".sql", ".xml", ".resx", ".razor", ".cshtml", ".html", ".htm", ".xaml", ".axaml", ".http");

    /// <summary>Used by the compiler.</summary>
    public KK4309Analyzer()
        : base(RuleCatalog.KK4309)
    {
    }

    private protected override void Register(KkContext context)
    {
        var check = new Check(context);

        // Syntax: a literal in an attribute, a constant or an interpolation is one token with one place, and most literals are
        // too short, which the length of the token says without anything else.
        context.RegisterSyntaxNodeAction(
            check.Literal,
            SyntaxKind.StringLiteralExpression,
            SyntaxKind.Utf8StringLiteralExpression,
            SyntaxKind.InterpolatedStringText,
            SyntaxKind.NumericLiteralExpression);
        context.RegisterAdditionalFileAction(check.File);
    }

    /// <summary>One compilation. Thread-safe: everything here is made once.</summary>
    private sealed class Check
    {
        private readonly Inspection _inspection;
        private readonly bool _isTest;

        // The day only tells numbers that nobody has yet: those of people who are still to be born.
        private readonly DateTime _today = DateTime.UtcNow.Date;
        private readonly Lazy<SampleNumbers> _samples;
        private readonly Lazy<PersonalDataModel> _model;

        public Check(KkContext context)
        {
            _inspection = context.Inspection(RuleCatalog.KK4309);
            _isTest = TestProjects.Is(context);
            _samples = new Lazy<SampleNumbers>(() => SampleNumbers.For(context, context.Options.List(RuleIds.KK4309, "allowed_numbers")));
            _model = new Lazy<PersonalDataModel>(() => PersonalDataModel.For(context));
        }

        public void Literal(SyntaxNodeAnalysisContext context)
        {
            // Nine digits and their quotes, or nine digits.
            if (context.Node.Span.Length < 9)
            {
                return;
            }

            var token = context.Node.GetFirstToken();
            if (context.Node.IsKind(SyntaxKind.NumericLiteralExpression))
            {
                Number(context, token);
                return;
            }

            var text = token.Text;
            if (!NumberScan.MayBeIn(text))
            {
                return;
            }

            _inspection.Inspected();
            foreach (var number in NumberScan.Find(text, _today))
            {
                var readings = Real(number);
                if (readings.IsEmpty)
                {
                    continue;
                }

                var evidence = new NumberContext();
                new NumberTextContext(text, isTable: false).Describe(number.Start, number.Start + number.Length, evidence);
                new NumberCodeContext(context.SemanticModel, _model.Value, context.CancellationToken).Describe(context.Node, evidence);
                Report(
                    context.ReportDiagnostic,
                    text.Substring(number.Start, number.Length),
                    readings,
                    evidence,
                    Location.Create(context.Node.SyntaxTree, new TextSpan(token.SpanStart + number.Start, number.Length)),
                    _isTest);
            }
        }

        private void Number(SyntaxNodeAnalysisContext context, SyntaxToken token)
        {
            // Arithmetic, masks, indices and constants are numbers of the program.
            if (token.Value is not (int or uint or long or ulong) || token.Text.Length < 2 || token.Text[1] is 'x' or 'X' or 'b' or 'B'
                || context.Node.Parent is BinaryExpressionSyntax and not { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }
                || context.Node.Parent is PrefixUnaryExpressionSyntax or EnumMemberDeclarationSyntax
                || context.Node.Parent?.Parent is EnumMemberDeclarationSyntax
                || (context.Node.Parent?.Parent?.Parent?.Parent is BaseFieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)))
            {
                return;
            }

            var digits = string.Format(CultureInfo.InvariantCulture, "{0}", token.Value);
            if (digits.Length < 9)
            {
                return;
            }

            _inspection.Inspected();
            foreach (var number in NumberScan.Find(digits, _today))
            {
                var readings = Real(number);
                if (!readings.IsEmpty)
                {
                    var evidence = new NumberContext { Numeric = token.Value is int ? -2 : char.IsLetter(token.Text[token.Text.Length - 1]) ? -3 : -2 };
                    new NumberCodeContext(context.SemanticModel, _model.Value, context.CancellationToken).Describe(context.Node, evidence);
                    Report(context.ReportDiagnostic, digits, readings, evidence, token.GetLocation(), _isTest);
                }
            }
        }

        public void File(AdditionalFileAnalysisContext context)
        {
            var path = context.AdditionalFile.Path;
            var dot = path.LastIndexOf('.');
            if (dot < 0 || !Extensions.Contains(path.Substring(dot)) || DeclaredTrackers.IsDeclaration(path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
            {
                return;
            }

            if (source.Length > LargestFile)
            {
                _inspection.NotFollowed();
                return;
            }

            _inspection.Inspected();
            var text = source.ToString();
            if (!NumberScan.MayBeIn(text))
            {
                return;
            }

            NumberTextContext? around = null;
            var weighed = 0;
            var reported = 0;
            foreach (var number in NumberScan.Find(text, _today))
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                var readings = Real(number);
                if (readings.IsEmpty)
                {
                    continue;
                }

                if (++weighed > MostWeighed || reported == MostInFile)
                {
                    _inspection.NotFollowed();
                    return;
                }

                around ??= new NumberTextContext(text, path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase));
                var evidence = new NumberContext();
                around.Describe(number.Start, number.Start + number.Length, evidence);
                var span = new TextSpan(number.Start, number.Length);
                reported += Report(
                    context.ReportDiagnostic,
                    text.Substring(number.Start, number.Length),
                    readings,
                    evidence,
                    Location.Create(path, span, source.Lines.GetLinePositionSpan(span)),
                    isTestCode: false) ? 1 : 0;
            }
        }

        private ImmutableArray<NationalId> Real(NumberAt number) =>
            number.Readings.Any(r => r.IsSample || _samples.Value.Contains(r.Digits)) ? ImmutableArray<NationalId>.Empty : number.Readings;

        private bool Report(Action<Diagnostic> report, string written, ImmutableArray<NationalId> readings, NumberContext context, Location location, bool isTestCode)
        {
            if (new NumberEvidence(_model.Value).Judge(readings, context) is not { } verdict)
            {
                return false;
            }

            // A professional's number is public, and an account in code is nearly always made up.
            var isMinor = isTestCode || verdict.Id.Kind == NationalIdKind.Riziv || (verdict.Id.Kind == NationalIdKind.Iban && !verdict.IsBesidePerson);
            report(KkDiagnostic.Create(
                RuleCatalog.KK4309,
                location,
                isMinor ? DiagnosticSeverity.Info : null,
                null,
                null,
                Mask(written, verdict.Id.Kind),
                Kind(verdict.Id.Kind),
                verdict.Date,
                verdict.Form,
                verdict.Name,
                verdict.Beside));
            return true;
        }

        /// <summary>The first two characters stay, of an account the first four; a log is no place for the rest either.</summary>
        private static string Mask(string written, NationalIdKind kind)
        {
            var shown = kind == NationalIdKind.Iban ? 4 : 2;
            return new string(written.Select(c => !char.IsLetterOrDigit(c) || shown-- > 0 ? c : '*').ToArray());
        }

        private static MessageArg Kind(NationalIdKind kind) => MessageArg.Text(kind switch
        {
            NationalIdKind.Insz => Texts.NumberInsz,
            NationalIdKind.Bsn => Texts.NumberBsn,
            NationalIdKind.Nir => Texts.NumberNir,
            NationalIdKind.Luxembourg => Texts.NumberLuxembourg,
            NationalIdKind.Riziv => Texts.NumberRiziv,
            NationalIdKind.Iban => Texts.NumberIban,
            _ => Texts.NumberEidCard,
        });
    }
}
