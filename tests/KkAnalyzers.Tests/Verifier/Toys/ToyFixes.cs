using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.Verifier.Toys;

#pragma warning disable SA1402, SA1649 // Toys are small.
public sealed class UpperFix() : ToyFix("TOY001", "TOY008")
{
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(CodeAction.Create("Upper", token => RenameAsync(context.Document, diagnostic, Upper, token), "upper"), diagnostic);
            context.RegisterCodeFix(CodeAction.Create("Add T", token => RenameAsync(context.Document, diagnostic, name => "T" + name, token), "prefix"), diagnostic);
        }

        return Task.CompletedTask;
    }
}

public sealed class NeverFix() : ToyFix("TOY001")
{
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Task.CompletedTask;
}

public sealed class IdleFix() : ToyFix("TOY001")
{
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(CodeAction.Create("Idle", _ => Task.FromResult(context.Document), "idle"), context.Diagnostics);
        return Task.CompletedTask;
    }
}

/// <summary>Makes a tree that its text does not parse to: one identifier with a space in it.</summary>
public sealed class BadTreeFix() : ToyFix("TOY001")
{
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var diagnostic = context.Diagnostics[0];
        context.RegisterCodeFix(CodeAction.Create("Bad", token => RenameAsync(context.Document, diagnostic, _ => "A : B", token), "bad"), diagnostic);
        return Task.CompletedTask;
    }
}

public sealed class AddDocumentFix() : ToyFix("TOY001")
{
    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var diagnostic = context.Diagnostics[0];
        context.RegisterCodeFix(
            CodeAction.Create(
                "Upper and note",
                async token =>
                {
                    var renamed = await RenameAsync(context.Document, diagnostic, Upper, token);
                    return renamed.Project.AddDocument("Note.cs", SourceText.From("class Note { }"), ["Notes"]).Project.Solution;
                },
                "note"),
            diagnostic);
        return Task.CompletedTask;
    }
}

public sealed class TodoFix() : ToyFix("TOY005")
{
    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        context.RegisterCodeFix(
            CodeAction.Create(
                "Done",
                async token =>
                {
                    var text = await document.GetTextAsync(token);
                    return document.Project.Solution.WithAdditionalDocumentText(document.Id, text.Replace(context.Span, "DONE"));
                },
                "done"),
            context.Diagnostics);
        return Task.CompletedTask;
    }
}

public sealed class NestedFix() : ToyFix("TOY001")
{
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var diagnostic = context.Diagnostics[0];
        var upper = CodeAction.Create("Upper", token => RenameAsync(context.Document, diagnostic, Upper, token), "upper");
        context.RegisterCodeFix(CodeAction.Create("Group", [upper], isInlinable: false), diagnostic);
        return Task.CompletedTask;
    }
}
