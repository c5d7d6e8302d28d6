using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Hands the fixable diagnostics to fix all providers.</summary>
internal sealed class FixAllDiagnostics(ImmutableArray<(TextDocument Document, Diagnostic Diagnostic)> diagnostics) : FixAllContext.DiagnosticProvider
{
    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        => Select(item => item.Document.Project.Id == project.Id);

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        => Select(item => item.Document.Id == document.Id);

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        => Select(item => item.Document.Project.Id == project.Id && item.Document is not Document);

    private Task<IEnumerable<Diagnostic>> Select(Func<(TextDocument Document, Diagnostic Diagnostic), bool> isWanted)
        => Task.FromResult<IEnumerable<Diagnostic>>([.. diagnostics.Where(isWanted).Select(item => item.Diagnostic)]);
}
