using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Databases;

/// <summary>
/// Where a local, a field, a property or the result of a method gets its value, within this compilation. For the few places
/// that open a store or convert a column; asked at the end of the compilation, by one thread.
/// </summary>
internal sealed class ValueSources(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>The values that may be meant; none for a parameter and for what stands in another assembly.</summary>
    public IEnumerable<IOperation> Of(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => OfLocal(reference.Root(), local.Local),
        IFieldReferenceOperation field => OfMember(field.Field),
        IPropertyReferenceOperation { Property.IsIndexer: false } property => OfMember(property.Property),
        IInvocationOperation call => Returned(call.TargetMethod),
        _ => [],
    };

    /// <summary>Assignments to a property of the object that a local, field or property refers to: <c>builder.Password = key</c>.</summary>
    public IEnumerable<ISimpleAssignmentOperation> Settings(IOperation holder)
    {
        switch (holder)
        {
            case ILocalReferenceOperation local:
                return Settings(holder, local.Local);
            case IMemberReferenceOperation { Member: { ContainingType: { } type } member }:
                return Assignments(type)
                    .Where(a => a.Left is MemberAccessExpressionSyntax { Expression: var target } && LastName(target) == member.Name)
                    .Select(a => Operation(a)).OfType<ISimpleAssignmentOperation>();
            default:
                return [];
        }
    }

    /// <summary>The same for a local of the body that an operation stands in.</summary>
    public IEnumerable<ISimpleAssignmentOperation> Settings(IOperation within, ILocalSymbol holder) =>
        within.Root().Inside().OfType<ISimpleAssignmentOperation>().Where(a =>
            a.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation instance } && SymbolEqualityComparer.Default.Equals(instance.Local, holder));

    /// <summary>True for what is written in this compilation.</summary>
    public bool Has(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    public IOperation? Operation(SyntaxNode syntax) => BoundFiles.For(compilation).Operation(syntax, cancellation);

    public ISymbol? Symbol(SyntaxNode syntax) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? BoundFiles.For(compilation).Model(syntax.SyntaxTree).GetSymbolInfo(syntax, cancellation).Symbol : null;

    private static IEnumerable<IOperation> OfLocal(IOperation root, ILocalSymbol local)
    {
        foreach (var operation in root.Inside())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol) && declarator.GetVariableInitializer() is { } initializer:
                    yield return initializer.Value;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target.Local):
                    yield return assignment.Value;
                    break;
                case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } added when Is(target.Local):
                    yield return added.Value;
                    break;
            }
        }

        bool Is(ILocalSymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, local);
    }

    private IEnumerable<IOperation> OfMember(ISymbol member)
    {
        if (!Has(member))
        {
            yield break;
        }

        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            var value = syntax switch
            {
                VariableDeclaratorSyntax { Initializer.Value: { } initial } => initial,
                PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
                PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => body,
                _ => null,
            };
            foreach (var expression in value is not null ? [value] : Returns(syntax))
            {
                if (Operation(expression) is { } operation)
                {
                    yield return operation;
                }
            }
        }

        foreach (var assignment in Assignments(member.ContainingType))
        {
            if (assignment.Left is not InitializerExpressionSyntax && LastName(assignment.Left) == member.Name
                && SymbolEqualityComparer.Default.Equals(Symbol(assignment.Left), member) && Operation(assignment.Right) is { } operation)
            {
                yield return operation;
            }
        }
    }

    private IEnumerable<IOperation> Returned(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        if (!Has(method))
        {
            yield break;
        }

        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            foreach (var expression in Returns(reference.GetSyntax(cancellation)))
            {
                if (Operation(expression) is { } operation)
                {
                    yield return operation;
                }
            }
        }
    }

    /// <summary>What a method, local function or getter gives back.</summary>
    private static IEnumerable<ExpressionSyntax> Returns(SyntaxNode declaration)
    {
        var body = declaration switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: { } expression } => expression,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } expression } => expression,
            MethodDeclarationSyntax { Body: { } block } => block,
            LocalFunctionStatementSyntax { Body: { } block } => block,
            PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.FirstOrDefault(a => a.Keyword.ValueText == "get") is { } getter
                ? (SyntaxNode?)getter.Body ?? getter.ExpressionBody?.Expression
                : null,
            _ => null,
        };
        return body switch
        {
            ExpressionSyntax expression => [expression],
            BlockSyntax block => block.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>(),
            _ => [],
        };
    }

    private IEnumerable<AssignmentExpressionSyntax> Assignments(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).Where(n => compilation.ContainsSyntaxTree(n.SyntaxTree))
            .SelectMany(n => n.DescendantNodes()).OfType<AssignmentExpressionSyntax>();

    private static string LastName(SyntaxNode expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
