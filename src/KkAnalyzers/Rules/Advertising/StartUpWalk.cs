using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Advertising;

/// <summary>A way from the start of an app to a call.</summary>
/// <param name="Path">Names of the methods, the start first.</param>
/// <param name="Steps">The calls on the way, the start first.</param>
/// <param name="Asked">What is asked on the way: nothing, or whether somebody refused.</param>
/// <param name="Request">Where consent is asked although the call does not depend on the answer.</param>
internal sealed record StartUpPath(ImmutableArray<string> Path, ImmutableArray<Location> Steps, ConsentAsked Asked, UnusedRequest Request);

/// <summary>Consent is asked, and the call does not depend on the answer.</summary>
internal enum UnusedRequest
{
    None,
    After,
    Before,
}

/// <summary>
/// Goes from a call back to the start of the app, over callers, lambdas and interfaces, and stops where somebody asks about
/// consent or where something else than the start sets the code going, such as a button.
/// </summary>
/// <param name="question">Reads conditions.</param>
/// <param name="uses">Finds callers.</param>
/// <param name="decided">What a body says about the tracker besides: it switches the collection off, or makes it depend on consent.</param>
/// <param name="asksSwitch">A condition asks a setting of the app that is named after the tracker.</param>
internal sealed class StartUpWalk(ConsentQuestion question, SourceUses uses, Func<IOperation, ConsentAsked> decided, Func<IOperation, bool> asksSwitch)
{
    /// <summary>Most methods between the start and the call.</summary>
    private const int MaxDepth = 8;

    /// <summary>Most places that are looked at for one call.</summary>
    private const int MaxPlaces = 100;

    private sealed record Place(IOperation Operation, ISymbol? Containing, ImmutableArray<string> Path, ImmutableArray<Location> Steps, ConsentAsked Asked, UnusedRequest Request);

    /// <summary>The way to the call, without any question if there is one such; null when the start does not reach it so.</summary>
    /// <param name="call">The call.</param>
    /// <param name="containing">The member that it stands in.</param>
    /// <param name="notFollowed">Called when there was too much to look at.</param>
    /// <param name="cancellation">Of the action that asks.</param>
    public StartUpPath? Find(IOperation call, ISymbol containing, Action notFollowed, CancellationToken cancellation)
    {
        StartUpPath? weak = null;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var places = new Queue<Place>();
        places.Enqueue(new Place(call, containing, ImmutableArray<string>.Empty, ImmutableArray<Location>.Empty, ConsentAsked.Nothing, UnusedRequest.None));
        for (var count = 0; places.Count > 0; count++)
        {
            if (count == MaxPlaces)
            {
                notFollowed();
                break;
            }

            var place = places.Dequeue();
            if (Runs(place, cancellation) is not var (method, asked, request))
            {
                continue;
            }

            var name = Name(method, StartUpPlaces.Is(method));
            var here = place with { Path = place.Path.Insert(0, name), Asked = asked > place.Asked ? asked : place.Asked, Request = place.Request == UnusedRequest.None ? request : place.Request };
            if (StartUpPlaces.Is(method))
            {
                var path = new StartUpPath(here.Path, here.Steps, here.Asked, here.Request);
                if (path.Asked == ConsentAsked.Nothing)
                {
                    return path;
                }

                weak ??= path;
            }
            else if (here.Path.Length >= MaxDepth)
            {
                notFollowed();
            }
            else if (seen.Add(method))
            {
                foreach (var use in Callers(method, cancellation))
                {
                    places.Enqueue(here with
                    {
                        Operation = use,
                        Containing = use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart, cancellation),
                        Steps = here.Steps.Insert(0, use.Syntax.GetLocation()),
                    });
                }
            }
        }

        return weak;
    }

    private static string Name(IMethodSymbol method, bool withType)
    {
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.AssociatedSymbol?.Name ?? method.Name;
        return name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName ? "Program"
            : withType && method.MethodKind != MethodKind.Constructor ? method.ContainingType.Name + "." + name
            : name;
    }

    /// <summary>The method that runs the place as soon as it runs itself, and what is asked before; null when consent or somebody decides first.</summary>
    private (IMethodSymbol Method, ConsentAsked Asked, UnusedRequest Request)? Runs(Place place, CancellationToken cancellation)
    {
        IMethodSymbol? local = null;
        var asked = ConsentAsked.Nothing;
        var child = place.Operation;
        for (var parent = child.Parent; parent is not null && local is null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConditionalOperation choice when choice.Condition != child:
                    Ask(choice.Condition);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both when both.RightOperand == child:
                    Ask(both.LeftOperand);
                    break;
                case ISwitchOperation choice when choice.Value != child:
                    Ask(choice.Value);
                    break;
                case ISwitchCaseOperation section:
                    foreach (var guard in section.Clauses.OfType<IPatternCaseClauseOperation>().Select(c => c.Guard).OfType<IOperation>())
                    {
                        Ask(guard);
                    }

                    break;
                case ISwitchExpressionOperation choice when choice.Value != child:
                    Ask(choice.Value);
                    break;
                case ISwitchExpressionArmOperation { Guard: { } guard } when guard != child:
                    Ask(guard);
                    break;
                case IWhileLoopOperation { Condition: { } condition } when condition != child:
                    Ask(condition);
                    break;
                case IBlockOperation block:
                    foreach (var statement in block.Operations.TakeWhile(s => s != child))
                    {
                        if (statement is IConditionalOperation { WhenFalse: null } choice && Leaves(choice.WhenTrue))
                        {
                            Ask(choice.Condition);
                        }
                        else if (statement is IWhileLoopOperation { Condition: { } wait })
                        {
                            Ask(wait);
                        }
                    }

                    break;
                case IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }:
                    if (question.IsRequest(call) || !StartUpPlaces.RunsAtStart(call.TargetMethod.Name))
                    {
                        return null;
                    }

                    break;
                case IDelegateCreationOperation:
                    // A handler, or a value that somebody calls some day.
                    return null;
                case ILocalFunctionOperation function:
                    local = function.Symbol;
                    break;
            }

            if (asked == ConsentAsked.Agreement)
            {
                return null;
            }
        }

        // Behind the loop, child is the body of the method or local function.
        var besides = decided(child);
        if (besides == ConsentAsked.Agreement || (local ?? Member(place.Containing)) is not { } method || (method.MethodKind == MethodKind.Ordinary && question.IsAboutConsent(method.Name)))
        {
            return null;
        }

        return (method, besides > asked ? besides : asked, Request(child, place.Operation));

        void Ask(IOperation condition)
        {
            var what = question.Of(condition, cancellation);
            what = what == ConsentAsked.Nothing && asksSwitch(condition) ? ConsentAsked.Agreement : what;
            asked = what > asked ? what : asked;
        }
    }

    /// <summary>A call nearby that asks, but decides nothing about this one.</summary>
    private UnusedRequest Request(IOperation body, IOperation operation)
    {
        var found = UnusedRequest.None;
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (found != UnusedRequest.Before && !operation.Syntax.Span.IntersectsWith(call.Syntax.Span) && question.IsRequest(call))
            {
                found = call.Syntax.SpanStart < operation.Syntax.SpanStart ? UnusedRequest.Before : UnusedRequest.After;
            }
        }

        return found;
    }

    /// <summary>The method of a place: of an initialiser the constructor, of a lambda the method around it.</summary>
    private static IMethodSymbol? Member(ISymbol? containing)
    {
        while (containing is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            containing = containing.ContainingSymbol;
        }

        return containing switch
        {
            IMethodSymbol method => method,
            IFieldSymbol or IPropertySymbol => containing.ContainingType.InstanceConstructors.FirstOrDefault(),
            _ => null,
        };
    }

    private IEnumerable<IOperation> Callers(IMethodSymbol method, CancellationToken cancellation)
    {
        ISymbol called = method.AssociatedSymbol is IPropertySymbol property ? property : method;
        var callers = uses.Of(called, cancellation).AsEnumerable();
        for (var overridden = method.OverriddenMethod; overridden is not null && overridden.Locations.Any(l => l.IsInSource); overridden = overridden.OverriddenMethod)
        {
            callers = callers.Concat(uses.Of(overridden, cancellation));
        }

        if (method is { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, IsStatic: false })
        {
            foreach (var contract in method.ContainingType.AllInterfaces)
            {
                if (contract.Locations.Any(l => l.IsInSource))
                {
                    foreach (var member in contract.GetMembers().OfType<IMethodSymbol>())
                    {
                        if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                        {
                            callers = callers.Concat(uses.Of(member, cancellation));
                        }
                    }
                }
            }
        }

        return callers;
    }

    private static bool Leaves(IOperation statement) => statement switch
    {
        IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation block => block.Operations.LastOrDefault() is { } last && Leaves(last),
        _ => false,
    };
}
