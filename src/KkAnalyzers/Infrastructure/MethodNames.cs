using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>Methods as the user names them in an option.</summary>
internal static class MethodNames
{
    /// <summary>True when one of the names is <c>Method</c>, <c>Type.Method</c> or <c>Namespace.Type.Method</c> of the method.</summary>
    public static bool Have(ImmutableArray<string> names, IMethodSymbol method)
    {
        foreach (var name in names)
        {
            if (name == method.Name
                || (name.EndsWith("." + method.Name, StringComparison.Ordinal) && method.ContainingType is { } type
                    && name.Substring(0, name.Length - method.Name.Length - 1) is var owner
                    && (owner == type.Name || owner == type.ToDisplayString())))
            {
                return true;
            }
        }

        return false;
    }
}
