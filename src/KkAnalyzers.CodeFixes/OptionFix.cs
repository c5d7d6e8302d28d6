using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4503, KK4504 and KK4505: the safe value in the place of the weak one, or the options that a cookie lacks.</summary>
public abstract class OptionFix : SyntaxFix
{
    private protected OptionFix(string rule)
        : base(rule)
    {
    }

    private protected sealed override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) => Change(root, diagnostic) switch
    {
        null => null,
        { Old: ArgumentListSyntax } => Texts.FixCookieOptions,
        _ => Texts.FixSafeValue,
    };

    private protected sealed override CompilationUnitSyntax Fixed(CompilationUnitSyntax root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var changes = diagnostics.Select(d => Change(root, d)).OfType<Edit>().GroupBy(e => e.Old).ToDictionary(g => g.Key, g => g.First().New);
        return root.ReplaceNodes(changes.Keys, (old, _) => changes[old]);
    }

    private static Edit? Change(SyntaxNode root, Diagnostic diagnostic)
    {
        if (Find(root, diagnostic) is not var (node, kind) || !diagnostic.Properties.TryGetValue(FixKind.Safe, out var safe) || safe is null)
        {
            return null;
        }

        if (kind == FixKind.Cookie)
        {
            return node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && !call.ArgumentList.DescendantTrivia().Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia))
                ? new Edit(call.ArgumentList, WithOptions(call.ArgumentList, safe.Split(',')))
                : null;
        }

        var weak = node.FirstAncestorOrSelf<SyntaxNode>(n => n.Span == diagnostic.Location.SourceSpan && n is AssignmentExpressionSyntax or ArgumentSyntax) switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right,
            ArgumentSyntax argument => argument.Expression,
            _ => null,
        };
        return weak is null ? null : new Edit(weak, Short(SyntaxFactory.ParseExpression(safe)).WithTriviaFrom(weak));
    }

    /// <summary>Full names become as short as the usings of the file allow.</summary>
    private static ExpressionSyntax Short(ExpressionSyntax value) =>
        value.ReplaceNodes(value.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>(), (_, current) => current.WithAdditionalAnnotations(Simplifier.Annotation));

    /// <summary>The options of the call with these members set; new options when there are none.</summary>
    private static ArgumentListSyntax WithOptions(ArgumentListSyntax arguments, string[] members)
    {
        if (arguments.Arguments.Count < 3)
        {
            var options = SyntaxFactory.ParseExpression("new Microsoft.AspNetCore.Http.CookieOptions { " + string.Join(", ", members.Select(m => m + " = true")) + " }");
            var created = (ObjectCreationExpressionSyntax)options;
            return arguments.AddArguments(SyntaxFactory.Argument(created.WithType(created.Type.WithAdditionalAnnotations(Simplifier.Annotation))).WithLeadingTrivia(SyntaxFactory.Space));
        }

        var argument = arguments.Arguments[2];
        var creation = (BaseObjectCreationExpressionSyntax)argument.Expression;
        var old = creation.Initializer;
        var kept = (old?.Expressions ?? default).Where(e => e is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } || !members.Contains(name.Identifier.ValueText)).Select(e => e.ToString());
        var text = "new X { " + string.Join(", ", kept.Concat(members.Select(m => m + " = true"))) + " }";
        var initializer = ((ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression(text)).Initializer!;
        BaseObjectCreationExpressionSyntax changed = creation switch
        {
            ObjectCreationExpressionSyntax explicitly => explicitly.WithInitializer(initializer).WithType(explicitly.Type.WithTrailingTrivia(explicitly.ArgumentList is null ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : default)),
            ImplicitObjectCreationExpressionSyntax implicitly => implicitly.WithInitializer(initializer),
            _ => creation,
        };
        return arguments.ReplaceNode(argument.Expression, changed.WithTriviaFrom(creation).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private sealed record Edit(SyntaxNode Old, SyntaxNode New);
}
