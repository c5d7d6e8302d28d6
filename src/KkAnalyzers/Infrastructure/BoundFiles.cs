using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>The semantic models of one compilation, for what looks into other bodies than the one at hand. Shared by all rules.</summary>
/// <remarks>
/// The compiler hands the bodies that it has bound to the analyzers with the model of their file, and lets go of both when the
/// file is done. Who asks for a body before or after that binds it once more, which costs more than all else our rules do. So
/// what needs other bodies waits for the end of its file (<see cref="KkContext.RegisterAfterFile"/>), and the models stay at hand
/// for as long as nobody needs the memory.
/// </remarks>
internal sealed class BoundFiles
{
    // A cache, not state: the key is the compilation, and the entry dies with it.
    private static readonly ConditionalWeakTable<Compilation, BoundFiles> Cache = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>> _done = new();
    private readonly ConcurrentDictionary<SyntaxTree, string> _texts = new();

    private BoundFiles(Compilation compilation) => _compilation = compilation;

    public static BoundFiles For(Compilation compilation) => Cache.GetValue(compilation, c => new BoundFiles(c));

    /// <summary>What the compiler made of a file that is done.</summary>
    public void Keep(SemanticModel model) => _done.TryAdd(model.SyntaxTree, new WeakReference<SemanticModel>(model));

    public SemanticModel Model(SyntaxTree tree) =>
#pragma warning disable RS1030 // this is the one place: each model is made once, and only where a value or a call leads into another file
        _models.GetOrAdd(tree, t => _done.TryGetValue(t, out var done) && done.TryGetTarget(out var model) ? model : _compilation.GetSemanticModel(t));
#pragma warning restore RS1030

    /// <summary>The operation of a node; null for code of another compilation: in an editor a referenced project has sources too.</summary>
    public IOperation? Operation(SyntaxNode node, CancellationToken cancellation) =>
        _compilation.ContainsSyntaxTree(node.SyntaxTree) ? Model(node.SyntaxTree).GetOperation(node, cancellation) : null;

    /// <summary>The text of a file, in one piece.</summary>
    public string Text(SyntaxTree tree, CancellationToken cancellation) =>
        _texts.TryGetValue(tree, out var text) ? text : _texts.GetOrAdd(tree, tree.GetText(cancellation).ToString());
}
