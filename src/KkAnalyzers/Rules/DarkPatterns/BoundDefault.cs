using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>Follows the path in asp-for, @bind or {Binding} to its member in the source of this compilation.</summary>
internal static class BoundDefault
{
    /// <summary>Longest path that is followed.</summary>
    private const int LongestPath = 6;

    /// <summary>The bool that the path ends at when its initialiser is true; null when it is not, or when it is unknown.</summary>
    /// <param name="compilation">Where the types are.</param>
    /// <param name="typeName">Type that the path begins in: of @model, the component, or x:DataType.</param>
    /// <param name="path">Such as <c>Input.Newsletter</c>.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public static ISymbol? Find(Compilation compilation, string typeName, string path, CancellationToken cancellationToken)
    {
        var names = path.TrimStart('@').Split('.').Where(n => n is not ("Model" or "this")).ToArray();
        var simple = ControlTexts.LastName(typeName);
        if (names.Length is 0 or > LongestPath || simple.Length == 0)
        {
            return null;
        }

        foreach (var root in compilation.GetSymbolsWithName(simple, SymbolFilter.Type, cancellationToken).OfType<INamedTypeSymbol>())
        {
            if (Walk(root, names) is { } member && StartsTrue(member, cancellationToken))
            {
                return member;
            }
        }

        return null;
    }

    private static ISymbol? Walk(ITypeSymbol type, string[] names)
    {
        ISymbol? member = null;
        ITypeSymbol? current = type;
        foreach (var name in names)
        {
            member = null;
            for (var t = current; t is not null && member is null; t = t.BaseType)
            {
                member = t.GetMembers(name).FirstOrDefault(m => m is IPropertySymbol or IFieldSymbol);
            }

            current = TypeOf(member);
            if (current is null)
            {
                return null;
            }
        }

        return TypeOf(member)?.SpecialType == SpecialType.System_Boolean ? member : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol? member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool StartsTrue(ISymbol member, CancellationToken cancellationToken) =>
        (member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        }).IsKind(SyntaxKind.TrueLiteralExpression);
}
