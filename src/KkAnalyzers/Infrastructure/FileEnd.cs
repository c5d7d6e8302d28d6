using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>What one analyzer has to do when the compiler has bound a whole file. Called from several threads.</summary>
internal sealed class FileEnd
{
    private readonly ConcurrentDictionary<SyntaxTree, Work> _files = new();

    /// <summary>Runs the action when the file is done, at once when it is already.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="report">For findings when the action runs at once.</param>
    /// <param name="action">Gets what findings go to.</param>
    public void Add(SyntaxTree tree, Action<Diagnostic> report, Action<Action<Diagnostic>> action)
    {
        if (!_files.GetOrAdd(tree, _ => new Work()).TryAdd(action))
        {
            action(report);
        }
    }

    public void Reached(SyntaxTree tree, Action<Diagnostic> report)
    {
        foreach (var action in _files.GetOrAdd(tree, _ => new Work()).Close())
        {
            action(report);
        }
    }

    private sealed class Work
    {
        private List<Action<Action<Diagnostic>>>? _actions = [];

        public bool TryAdd(Action<Action<Diagnostic>> action)
        {
            lock (this)
            {
                _actions?.Add(action);
                return _actions is not null;
            }
        }

        public List<Action<Action<Diagnostic>>> Close()
        {
            lock (this)
            {
                var actions = _actions ?? [];
                _actions = null;
                return actions;
            }
        }
    }
}
