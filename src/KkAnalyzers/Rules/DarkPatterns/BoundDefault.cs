using System.Collections.Immutable;
using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>
/// Follows the path in asp-for, @bind or {Binding} to its member in the source of this compilation. By syntax: view models are
/// plain, and the generators of MVVM toolkits may not have run.
/// </summary>
internal static class BoundDefault
{
    /// <summary>Longest path that is followed.</summary>
    private const int LongestPath = 6;

    /// <summary>The bool that a binding ends at; null when there is none, or more than one.</summary>
    public static ISymbol? Member(Compilation compilation, BoundType binding, CancellationToken cancellationToken)
    {
        var names = binding.Path.TrimStart('@').Split('.').Select(n => n.Trim('(', ')', ' ', '!', '?')).Where(n => n is not ("Model" or "this")).ToArray();
        if (names.Length is 0 or > LongestPath)
        {
            return null;
        }

        ISymbol? found = null;
        foreach (var type in Types(compilation, binding, cancellationToken))
        {
            if (Walk(type, names) is not { } member || SymbolEqualityComparer.Default.Equals(member, found))
            {
                continue;
            }

            if (found is not null)
            {
                // Two types of this name have it: which one is meant is not known here.
                return null;
            }

            found = member;
        }

        return found;
    }

    private static IEnumerable<ITypeSymbol> Types(Compilation compilation, BoundType binding, CancellationToken cancellationToken)
    {
        var written = binding.Type.TrimEnd('?', ' ');
        var generic = written.IndexOf('<');
        var full = generic < 0 ? written : written.Substring(0, generic);
        var dot = full.LastIndexOf('.');
        var simple = full.Substring(dot + 1);
        var space = dot > 0 ? full.Substring(0, dot) : binding.Namespace;
        if (simple.Length == 0)
        {
            yield break;
        }

        foreach (var type in compilation.GetSymbolsWithName(simple, SymbolFilter.Type, cancellationToken).OfType<INamedTypeSymbol>())
        {
            // A namespace may be written short, from where the file is.
            if (space is not null && $".{type.ContainingNamespace?.ToDisplayString()}".EndsWith("." + space, StringComparison.Ordinal) == false && type.ContainingType is null)
            {
                continue;
            }

            if (!binding.IsContextOfClass)
            {
                yield return type;
                continue;
            }

            foreach (var context in ContextsOf(compilation, type, cancellationToken))
            {
                yield return context;
            }
        }
    }

    /// <summary><c>BindingContext = viewModel</c> in the constructors of the page.</summary>
    private static IEnumerable<ITypeSymbol> ContextsOf(Compilation compilation, INamedTypeSymbol page, CancellationToken cancellationToken)
    {
        foreach (var constructor in page.InstanceConstructors)
        {
            foreach (var (target, value) in Assignments(constructor, cancellationToken))
            {
                if (target is not ("BindingContext" or "DataContext"))
                {
                    continue;
                }

                var (name, isType) = value switch
                {
                    ThisExpressionSyntax => (null, false),
                    ObjectCreationExpressionSyntax { Type: var created } => (created.ToString(), true),
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => (left.Identifier.ValueText, false),
                    IdentifierNameSyntax identifier => (identifier.Identifier.ValueText, false),
                    _ => ("", false),
                };
                if (name is null)
                {
                    yield return page;
                }
                else if (isType)
                {
                    foreach (var type in Types(compilation, new BoundType(name, null, ""), cancellationToken))
                    {
                        yield return type;
                    }
                }
                else if (name.Length > 0 && (constructor.Parameters.FirstOrDefault(p => p.Name == name)?.Type ?? TypeOf(MemberOf(page, name))) is { } declared)
                {
                    yield return declared;
                }
            }
        }
    }

    private static ISymbol? Walk(ITypeSymbol type, string[] names)
    {
        ISymbol? member = null;
        ITypeSymbol? current = type;
        foreach (var name in names)
        {
            member = current is null ? null : MemberOf(current, name);
            current = TypeOf(member);
            if (current is null)
            {
                return null;
            }
        }

        return TypeOf(member)?.SpecialType == SpecialType.System_Boolean ? member : null;
    }

    /// <summary>A property or field of the type or of its bases; for a property that a generator makes, the field it is made of.</summary>
    private static ISymbol? MemberOf(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            foreach (var member in t.GetMembers(name))
            {
                if (member is IPropertySymbol or IFieldSymbol)
                {
                    return member;
                }
            }

            foreach (var field in FieldNames(name))
            {
                foreach (var member in t.GetMembers(field))
                {
                    if (member is IFieldSymbol && IsObservable(member))
                    {
                        return member;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>How people name the field of a property.</summary>
    private static string[] FieldNames(string property)
    {
        if (property.Length == 0)
        {
            return [];
        }

        var camel = char.ToLowerInvariant(property[0]) + property.Substring(1);
        return ["_" + camel, camel, "m_" + camel];
    }

    private static bool IsObservable(ISymbol member) => member.GetAttributes().Any(a => a.AttributeClass?.Name is "ObservablePropertyAttribute" or "ObservableProperty")
        || member.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field }
            && field.AttributeLists.Any(l => l.Attributes.Any(a => a.Name.ToString() is "ObservableProperty" or "ObservablePropertyAttribute")));

    private static ITypeSymbol? TypeOf(ISymbol? member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    /// <summary>What the member holds before anybody touched it: what a constructor gives it, else its initialiser.</summary>
    public static bool StartsTrue(ISymbol member, CancellationToken cancellationToken)
    {
        var value = Initial(member, cancellationToken);
        var backing = BackingField(member, cancellationToken);
        value ??= backing is null ? null : Initial(backing, cancellationToken);
        var constructors = member.ContainingType.InstanceConstructors.Where(c => !c.IsImplicitlyDeclared).ToArray();
        if (constructors.Length == 1)
        {
            foreach (var (target, assigned) in Assignments(constructors[0], cancellationToken))
            {
                if (target == member.Name || target == backing?.Name)
                {
                    value = assigned;
                }
            }
        }

        return value.IsKind(SyntaxKind.TrueLiteralExpression);
    }

    private static ExpressionSyntax? Initial(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var declaration in Declarations(member, cancellationToken))
        {
            if (declaration switch
            {
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                ParameterSyntax parameter => parameter.Default?.Value,
                _ => null,
            } is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Where a member is written; a partial property in two parts, of which the symbol tells one.</summary>
    private static IEnumerable<SyntaxNode> Declarations(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellationToken);
            yield return declaration;
            if (declaration is not PropertyDeclarationSyntax property || !property.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                continue;
            }

            foreach (var part in member.ContainingType.DeclaringSyntaxReferences)
            {
                foreach (var other in (part.GetSyntax(cancellationToken) as TypeDeclarationSyntax)?.Members ?? default)
                {
                    if (other != declaration && other is PropertyDeclarationSyntax { Identifier.ValueText: var name } && name == member.Name)
                    {
                        yield return other;
                    }
                }
            }
        }
    }

    /// <summary>The field that the getter gives: <c>get =&gt; _newsletter;</c>.</summary>
    private static ISymbol? BackingField(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is not IPropertySymbol)
        {
            return null;
        }

        foreach (var declaration in Declarations(member, cancellationToken))
        {
            if (declaration is not PropertyDeclarationSyntax property)
            {
                continue;
            }

            var getter = property.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
            var given = property.ExpressionBody?.Expression ?? getter?.ExpressionBody?.Expression
                ?? (getter?.Body?.Statements is { Count: 1 } statements && statements[0] is ReturnStatementSyntax { Expression: var returned } ? returned : null);
            if (NameOf(given) is { } name && member.ContainingType.GetMembers(name).FirstOrDefault(m => m is IFieldSymbol) is { } field)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>What a constructor assigns whatever happens, in order.</summary>
    private static IEnumerable<(string Target, ExpressionSyntax Value)> Assignments(IMethodSymbol constructor, CancellationToken cancellationToken)
    {
        if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not ConstructorDeclarationSyntax declaration)
        {
            yield break;
        }

        var written = declaration.ExpressionBody is { Expression: var single }
            ? ImmutableArray.Create(single)
            : declaration.Body?.Statements.OfType<ExpressionStatementSyntax>().Select(s => s.Expression).ToImmutableArray() ?? ImmutableArray<ExpressionSyntax>.Empty;
        foreach (var expression in written)
        {
            // BindingContext = _viewModel = viewModel; the outer one comes first.
            for (var assignment = expression as AssignmentExpressionSyntax; assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression }; assignment = assignment.Right as AssignmentExpressionSyntax)
            {
                if (NameOf(assignment.Left) is { } target)
                {
                    yield return (target, assignment.Right);
                }
            }
        }
    }

    private static string? NameOf(ExpressionSyntax? expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
