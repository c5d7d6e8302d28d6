using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace KkAnalyzers.Tests.Verifier.Toys;

public abstract class ToyFix(params string[] ids) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [.. ids];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    protected static async Task<Document> RenameAsync(Document document, Diagnostic diagnostic, Func<string, string> rename, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        var token = root.FindToken(diagnostic.Location.SourceSpan.Start);
        return document.WithSyntaxRoot(root.ReplaceToken(token, SyntaxFactory.Identifier(rename(token.Text)).WithTriviaFrom(token)));
    }

    protected static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
