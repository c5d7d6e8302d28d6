using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>The types that a compilation writes itself.</summary>
internal static class SourceTypes
{
    /// <summary>All of them, nested ones too. For the end of a compilation.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation)
    {
        var work = new Stack<INamespaceOrTypeSymbol>();
        work.Push(compilation.Assembly.GlobalNamespace);
        while (work.Count > 0)
        {
            var current = work.Pop();
            if (current is INamespaceSymbol space)
            {
                foreach (var inner in space.GetNamespaceMembers())
                {
                    work.Push(inner);
                }
            }

            foreach (var type in current.GetTypeMembers())
            {
                work.Push(type);
                yield return type;
            }
        }
    }
}
