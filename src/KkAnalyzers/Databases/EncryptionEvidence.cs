using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Databases;

/// <summary>
/// Whether an attribute, a converter or a piece of code encrypts: by its name, by a name in its code, or in the code that this
/// calls. A hint of encryption is enough, because the rule that asks makes a remark and no claim.
/// </summary>
/// <param name="sources">Where values come from.</param>
/// <param name="own">Names of <c>kk.KK4302.encrypting_names</c>.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class EncryptionEvidence(ValueSources sources, ImmutableArray<string> own, CancellationToken cancellation)
{
    // Declarations read for one converter: the converter, its helper and what that calls.
    private const int Budget = 16;

    private readonly Dictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    /// <summary>True for a name that says so, or that the option names.</summary>
    public bool Name(string name)
    {
        foreach (var mine in own)
        {
            var simple = mine.Substring(mine.LastIndexOf('.') + 1);
            if (name == simple || name == simple + "Attribute")
            {
                return true;
            }
        }

        return EncryptionNames.Say(name);
    }

    /// <summary>A converter by its type.</summary>
    public bool Type(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (!_types.TryGetValue(type, out var encrypts))
        {
            encrypts = type.SpecialType == SpecialType.None && (Name(type.Name)
                || (sources.Has(type) && Code(type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)))));
            _types[type] = encrypts;
        }

        return encrypts;
    }

    /// <summary>Code that converts, such as the lambdas of HasConversion, or an expression that gives a converter.</summary>
    public bool Code(IEnumerable<SyntaxNode> code)
    {
        var work = new Queue<SyntaxNode>(code);
        var seen = new HashSet<SyntaxNode>(work);
        for (var read = 0; work.Count > 0 && read < Budget; read++)
        {
            var names = work.Dequeue().DescendantNodesAndSelf().OfType<SimpleNameSyntax>().ToArray();
            if (names.Any(n => Name(n.Identifier.ValueText)))
            {
                return true;
            }

            foreach (var name in names.Where(MayLead))
            {
                foreach (var declaration in Declarations(name))
                {
                    if (seen.Add(declaration))
                    {
                        work.Enqueue(declaration);
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Calls, created types, and names that stand for a converter; not every property that a lambda touches.</summary>
    private static bool MayLead(SimpleNameSyntax name) => name.Parent switch
    {
        ObjectCreationExpressionSyntax or ArgumentSyntax or InvocationExpressionSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax => true,
        MemberAccessExpressionSyntax access => access.Name == name && access.Parent is InvocationExpressionSyntax or ArgumentSyntax,
        _ => false,
    };

    private IEnumerable<SyntaxNode> Declarations(SimpleNameSyntax name)
    {
        var symbol = sources.Symbol(name.Parent is ObjectCreationExpressionSyntax creation ? creation.Type : name);
        return symbol is null or IParameterSymbol or INamespaceSymbol or ITypeParameterSymbol || !sources.Has(symbol)
            ? []
            : symbol.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).Where(n => !n.IsKind(SyntaxKind.CompilationUnit));
    }
}
