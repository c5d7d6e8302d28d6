using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Databases;

/// <summary>
/// Says whether a later migration changes what an earlier one wrote: the last one counts. Asked only about what is about to be
/// reported, and then only of files that name the column.
/// </summary>
internal sealed class MigrationOrder(Compilation compilation, StoredValues values)
{
    private readonly BoundFiles _files = BoundFiles.For(compilation);

    /// <summary>True for a type that Entity Framework or FluentMigrator runs.</summary>
    public static bool IsMigration(INamedTypeSymbol? type)
    {
        for (var t = type?.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name is "Migration" or "DbMigration" or "MigrationBase")
            {
                return true;
            }
        }

        return false;
    }

    public bool IsReplaced(INamedTypeSymbol migration, StoredValue value, CancellationToken cancellation)
    {
        if (Number(migration) is not { } own)
        {
            return false;
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = _files.Text(tree, cancellation);
            if (text.IndexOf(value.Column, StringComparison.OrdinalIgnoreCase) < 0 || text.IndexOf("Migration", StringComparison.Ordinal) < 0)
            {
                continue;
            }

            foreach (var declaration in tree.GetRoot(cancellation).DescendantNodes().OfType<ClassDeclarationSyntax>())
            {
                if (_files.Model(tree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol later && IsMigration(later) && Number(later) > own && Replaces(declaration, value, cancellation))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Replaces(ClassDeclarationSyntax migration, StoredValue value, CancellationToken cancellation)
    {
        foreach (var method in migration.Members.OfType<MethodDeclarationSyntax>().Where(m => m.Identifier.ValueText != "Down"))
        {
            foreach (var syntax in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                var name = (syntax.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (syntax.Expression as SimpleNameSyntax)?.Identifier.ValueText;
                if (name is not null && StoredValues.MayBe(name) && _files.Operation(syntax, cancellation) is IInvocationOperation call
                    && values.Of(call, ImmutableArray<IInvocationOperation>.Empty, out _).Any(value.IsReplacedBy))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The time at the head of its attribute or file name; null when there is none.</summary>
    private static decimal? Number(INamedTypeSymbol migration)
    {
        var attribute = migration.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "MigrationAttribute")?.ConstructorArguments.FirstOrDefault().Value;
        var text = attribute is null
            ? migration.DeclaringSyntaxReferences.Select(r => FilePaths.Name(r.SyntaxTree.FilePath)).FirstOrDefault(n => n.Length > 0 && char.IsDigit(n[0]))
            : Convert.ToString(attribute, CultureInfo.InvariantCulture);
        var digits = 0;
        while (text is not null && digits < text.Length && text[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        return digits is > 0 and < 28 ? decimal.Parse(text!.Substring(0, digits), CultureInfo.InvariantCulture) : null;
    }
}
