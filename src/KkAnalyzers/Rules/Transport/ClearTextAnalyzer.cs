using System.Collections.Concurrent;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using KkAnalyzers.Transport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.Transport;

/// <summary>
/// KK4311: an address or a client without encryption, in code (also that of Razor files), settings and markup. A name that
/// looks like an address is none.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClearTextAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public ClearTextAnalyzer()
        : base(RuleCatalog.KK4311)
    {
    }

    /// <inheritdoc/>
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var guard = new DevelopmentGuard(context.Compilation);
        var rule = new Rule(context, guard);

        // Syntax and not operations: nearly all texts are no address, and one look at the token says so.
        context.RegisterSyntaxNodeAction(rule.Literal, SyntaxKind.StringLiteralExpression, SyntaxKind.InterpolatedStringExpression);
        ClearTextClients.Register(context, rule.Hosts, guard);
        context.RegisterAdditionalFileAction(c => AddressFiles.Read(c, rule.Hosts, rule.Inspection));
    }

    /// <summary>The rule in one compilation.</summary>
    private sealed class Rule(KkContext kk, DevelopmentGuard guard)
    {
        private readonly ConcurrentDictionary<SyntaxNode, ILookup<string, IdentifierNameSyntax>> _references = new();
        private ClearTextHosts? _hosts;

        public Inspection Inspection { get; } = kk.Inspection(RuleCatalog.KK4311);

        /// <summary>Read when the first address asks for it: most compilations have none.</summary>
        public ClearTextHosts Hosts() => _hosts ??= ClearTextHosts.For(kk);

        public void Literal(SyntaxNodeAnalysisContext context)
        {
            if (!HasMark(context.Node) || !SourceLocations.IsUserCode(context.Node.GetLocation(), context.IsGeneratedCode))
            {
                return;
            }

            Inspection.Inspected();
            var literal = (ExpressionSyntax)context.Node;
            if (AddressText.Read(literal, context.SemanticModel, context.CancellationToken) is not { } text
                || text.Url.Kind == HostKind.Nowhere || Hosts().HasHost(text.Url))
            {
                return;
            }

            var reading = new AddressUseReader(context.SemanticModel, _references, context.CancellationToken).Read(text.Whole);
            if (reading.Use == AddressUse.Unknown && context.IsGeneratedCode && literal.GetLocation().GetMappedLineSpan().Path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase))
            {
                // A view shows what it holds: a list of libraries, a help page. What it calls was followed and is a connection.
                reading = reading with { Use = AddressUse.Link };
            }

            if (!AddressVerdict.IsAddress(text.Url, reading.Use, Hosts()) || IsMadeUp(context.ContainingSymbol)
                || (text.Url.Scheme == "ftp" && ClearTextClients.Mentions(literal, "EnableSsl", "EncryptionMode"))
                || guard.IsDevelopment(literal, context.SemanticModel, context.ContainingSymbol, context.CancellationToken))
            {
                return;
            }

            var (severity, evidence) = AddressVerdict.Weigh(text.Url, reading, Place(context.ContainingSymbol));
            var properties = !context.IsGeneratedCode && text.Scheme != default && text.Url.SecureScheme is { } secure ? TextEdit.Properties(text.Scheme, secure, Texts.ClearTextFixScheme) : null;
            context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK4311, literal.GetLocation(), severity, null, properties, text.Url.Quote, evidence));
        }

        private static string Place(ISymbol? symbol) => symbol is { CanBeReferencedByName: true } ? symbol.Name : symbol?.ContainingType?.Name ?? "";

        private static bool HasMark(SyntaxNode node)
        {
            if (node is LiteralExpressionSyntax literal)
            {
                return literal.Token.ValueText.IndexOf("://", StringComparison.Ordinal) >= 0;
            }

            foreach (var content in ((InterpolatedStringExpressionSyntax)node).Contents)
            {
                if (content is InterpolatedStringTextSyntax text && text.TextToken.ValueText.IndexOf("://", StringComparison.Ordinal) >= 0)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>In a type that makes up data, or in a migration, which only repeats what once was.</summary>
        private static bool IsMadeUp(ISymbol? symbol)
        {
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            return MadeUpData.In(type) || type?.BaseType?.Name is "Migration" or "ModelSnapshot";
        }
    }
}
