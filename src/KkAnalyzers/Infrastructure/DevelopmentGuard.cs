using System.Collections.Concurrent;
using KkAnalyzers.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Infrastructure;

/// <summary>
/// Says whether code runs on a developer's machine only: by an if, a ternary or an early return around it, by
/// <c>#if DEBUG</c>, by the name of its method or type, or because everything that calls its method is guarded in that way
/// (one call up). For code that is about to be reported; it walks up and looks around, which is too much for every call.
/// </summary>
internal sealed class DevelopmentGuard
{
    private readonly ConcurrentDictionary<ISymbol, GuardKind> _callers = new(SymbolEqualityComparer.Default);

    public DevelopmentGuard(Compilation compilation) => Uses = new SourceUses(compilation);

    public SourceUses Uses { get; }

    /// <param name="operation">The code.</param>
    /// <param name="containing">The method, property or field it stands in; null when the operation's own tree is all there is.</param>
    /// <param name="cancellation">Of the action that asks.</param>
    public GuardKind Of(IOperation operation, ISymbol? containing, CancellationToken cancellation) => Of(operation.Syntax, operation, containing, cancellation);

    /// <summary>The same for a rule that reads syntax: only now that it is about to report, the operation is asked for.</summary>
    public bool IsDevelopment(SyntaxNode node, SemanticModel model, ISymbol? containing, CancellationToken cancellation) =>
        Of(node, node.AncestorsAndSelf().Select(n => model.GetOperation(n, cancellation)).FirstOrDefault(o => o is not null), containing, cancellation) == GuardKind.Development;

    private GuardKind Of(SyntaxNode node, IOperation? operation, ISymbol? containing, CancellationToken cancellation)
    {
        var here = Here(node, operation, containing, cancellation);
        if (here == GuardKind.Development || containing is null)
        {
            return here;
        }

        var callers = _callers.TryGetValue(containing, out var known) ? known : _callers.GetOrAdd(containing, Callers(containing, cancellation));
        return callers > here ? callers : here;
    }

    /// <summary>The weakest guard of all uses; None when there are none.</summary>
    public GuardKind OfUses(ISymbol symbol, CancellationToken cancellation)
    {
        var uses = Uses.Of(symbol, cancellation);
        var weakest = uses.IsEmpty ? GuardKind.None : GuardKind.Development;
        foreach (var use in uses)
        {
            var kind = Here(use.Syntax, use, use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart, cancellation), cancellation);
            weakest = kind < weakest ? kind : weakest;
            if (weakest == GuardKind.None)
            {
                break;
            }
        }

        return weakest;
    }

    private GuardKind Callers(ISymbol containing, CancellationToken cancellation) => containing switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => OfUses(method, cancellation),
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => OfUses(property, cancellation),
        IPropertySymbol { IsIndexer: false } property => OfUses(property, cancellation),
        _ => GuardKind.None,
    };

    private GuardKind Here(SyntaxNode node, IOperation? operation, ISymbol? containing, CancellationToken cancellation)
    {
        for (var symbol = containing; symbol is IMethodSymbol or INamedTypeSymbol or IPropertySymbol or IFieldSymbol; symbol = symbol.ContainingSymbol)
        {
            if (IsDevelopmentByName(symbol))
            {
                return GuardKind.Development;
            }
        }

        if (InDebugBuild(node, cancellation))
        {
            return GuardKind.Development;
        }

        var condition = new DevelopmentCondition(Uses, cancellation);
        var best = GuardKind.None;
        for (var o = operation; o?.Parent is { } parent && best != GuardKind.Development; o = parent)
        {
            var kind = parent switch
            {
                IConditionalOperation choice when choice.Condition != o => condition.Read(choice.Condition, truth: choice.WhenTrue == o),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == o => condition.Read(both.LeftOperand, truth: true),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when either.RightOperand == o => condition.Read(either.LeftOperand, truth: false),
                IBlockOperation block => Before(block.Operations, o, condition),
                ISwitchCaseOperation section => Section(section, o),
                IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "UseWhen" or "MapWhen" } call } => When(call, o, condition),
                ILocalFunctionOperation local => OfUses(local.Symbol, cancellation),
                _ => GuardKind.None,
            };
            best = kind > best ? kind : best;
        }

        return best;
    }

    /// <summary>ConfigureDevelopment, StartupDevelopment, [Conditional("DEBUG")]: names with a meaning of their own.</summary>
    private static bool IsDevelopmentByName(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => (method.Name.StartsWith("Configure", StringComparison.Ordinal) && method.Name.IndexOf("Development", StringComparison.Ordinal) > 0)
            || method.GetAttributes().Any(a => a.AttributeClass?.Name == "ConditionalAttribute" && a.ConstructorArguments.FirstOrDefault().Value is "DEBUG"),
        INamedTypeSymbol type => type.Name.StartsWith("Startup", StringComparison.Ordinal) && type.Name.EndsWith("Development", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary><c>if (!env.IsDevelopment()) return;</c> before it.</summary>
    private static GuardKind Before(IEnumerable<IOperation> statements, IOperation statement, DevelopmentCondition condition)
    {
        var best = GuardKind.None;
        foreach (var earlier in statements.TakeWhile(s => s != statement).OfType<IConditionalOperation>())
        {
            if (earlier.WhenFalse is null && Leaves(earlier.WhenTrue))
            {
                var kind = condition.Read(earlier.Condition, truth: false);
                best = kind > best ? kind : best;
            }
        }

        return best;
    }

    private static bool Leaves(IOperation statement) => statement switch
    {
        IReturnOperation => true,
        IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IThrowOperation => true,
        IBlockOperation block => block.Operations.LastOrDefault() is { } last && Leaves(last),
        _ => false,
    };

    private static GuardKind Section(ISwitchCaseOperation section, IOperation inside) =>
        section.Body.Contains(inside) && !section.Clauses.IsEmpty
            && section.Clauses.All(c => c is ISingleValueCaseClauseOperation { Value: { } value } && value.Constant() is { } text && DevelopmentCondition.NamesDevelopment(text))
            ? GuardKind.Development
            : GuardKind.None;

    private static GuardKind When(IInvocationOperation call, IOperation branch, DevelopmentCondition condition)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument != branch.Parent && argument.Value.Unwrap() is IAnonymousFunctionOperation { Body.Operations: { Length: 1 } statements }
                && statements[0] is IReturnOperation { ReturnedValue: { } value } && value.Syntax != branch.Syntax)
            {
                return condition.Read(value, truth: true);
            }
        }

        return GuardKind.None;
    }

    /// <summary>Within <c>#if DEBUG</c>, or in the other branch of <c>#if !DEBUG</c> or <c>#if RELEASE</c>.</summary>
    private static bool InDebugBuild(SyntaxNode node, CancellationToken cancellation)
    {
        var root = node.SyntaxTree.GetRoot(cancellation);
        if (!root.ContainsDirectives)
        {
            return false;
        }

        // Of each open #if the condition that holds, and those before it that do not.
        var branches = new Stack<(string Holds, string[] Not)>();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax start:
                    branches.Push((start.Condition.ToString(), []));
                    break;
                case ElifDirectiveTriviaSyntax other when branches.Count > 0:
                    Next(other.Condition.ToString());
                    break;
                case ElseDirectiveTriviaSyntax when branches.Count > 0:
                    Next("");
                    break;
                case EndIfDirectiveTriviaSyntax when branches.Count > 0:
                    branches.Pop();
                    break;
            }
        }

        return branches.Any(b => b.Not.Any(n => n.Trim() is "!DEBUG" or "RELEASE") || (Mentions(b.Holds, "DEBUG") && b.Holds.IndexOf("||", StringComparison.Ordinal) < 0));

        void Next(string condition)
        {
            var before = branches.Pop();
            branches.Push((condition, [.. before.Not, before.Holds]));
        }

        static bool Mentions(string condition, string symbol) => condition.Split(' ', '(', ')', '&').Contains(symbol);
    }
}
