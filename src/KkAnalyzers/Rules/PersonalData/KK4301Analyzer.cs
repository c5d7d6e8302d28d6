using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>KK4301: personal data that reach files, preferences or key-value stores as they are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KK4301Analyzer : KkDiagnosticAnalyzer
{
    /// <summary>Property of a finding: metadata name of the type that stores, for the code fix.</summary>
    internal const string StoreProperty = "store";

    /// <summary>Used by the compiler.</summary>
    public KK4301Analyzer()
        : base(RuleCatalog.KK4301)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        PersonalDataInventory.Register(context, context.Inspection(RuleCatalog.KK4301));
        var catalogue = new FlowCatalogue(context, context.Options.List(RuleIds.KK4301, "protecting_methods"), FlowLists.Flow, FlowLists.Storage);
        if (!catalogue.HasSinks)
        {
            return;
        }

        var least = context.Options.Raw(RuleIds.KK4301, "confidence")?.ToLowerInvariant() switch
        {
            "review" => Confidence.Review,
            "low" => Confidence.Low,
            _ => Confidence.High,
        };
        var check = new StorageCheck(catalogue, new FlowBodies(context.Compilation, catalogue, context.CancellationToken), new Lazy<PersonalDataModel>(() => PersonalDataModel.For(context)), least, context.Inspection(RuleCatalog.KK4301));

        // The name is asked first: of all calls in a program very few are called like a sink.
        context.RegisterOperationAction(
            c =>
            {
                var invocation = (IInvocationOperation)c.Operation;
                if (catalogue.MayBeSink(invocation.TargetMethod.Name))
                {
                    check.Call(c, new FlowCall(invocation, invocation.TargetMethod, invocation.Instance, invocation.Arguments));
                }

                if (invocation is { TargetMethod.Name: "Add" or "TryAdd", Instance: IPropertyReferenceOperation holder } && catalogue.MayBeSink(holder.Property.Name + "[]"))
                {
                    check.Entry(c, holder, invocation.Arguments.FirstOrDefault()?.Value, invocation.Arguments.LastOrDefault()?.Value);
                }
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            c =>
            {
                if (((IObjectCreationOperation)c.Operation).Constructor is { ContainingType: var type } && catalogue.MayBeSinkType(type.Name) && FlowCall.From(c.Operation) is { } call)
                {
                    check.Call(c, call);
                }
            },
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(
            c =>
            {
                var assignment = (ISimpleAssignmentOperation)c.Operation;
                if (assignment.Target is not IPropertyReferenceOperation target)
                {
                    return;
                }

                if (target is { Property.IsIndexer: true, Instance: IPropertyReferenceOperation holder } && catalogue.MayBeSink(holder.Property.Name + "[]"))
                {
                    check.Entry(c, holder, target.Arguments.FirstOrDefault()?.Value, assignment.Value);
                }
                else if (catalogue.MayBeSink("*="))
                {
                    check.Setting(c, target, assignment.Value);
                }
            },
            OperationKind.SimpleAssignment);
    }

    /// <summary>One compilation's check. Thread-safe: what it keeps are caches and the findings already made.</summary>
    private sealed class StorageCheck
    {
        private readonly FlowCatalogue _catalogue;

        // The word lists are read when the first value reaches a store.
        private readonly Lazy<ValueFlow> _flow;
        private readonly Destinations _destinations;
        private readonly Inspection _inspection;

        // Two sinks in one helper find the same caller: one finding for each value that is handed over.
        private readonly ConcurrentDictionary<Location, bool> _reported = new();

        public StorageCheck(FlowCatalogue catalogue, FlowBodies bodies, Lazy<PersonalDataModel> model, Confidence least, Inspection inspection)
        {
            _catalogue = catalogue;
            _flow = new Lazy<ValueFlow>(() => new ValueFlow(catalogue, bodies, model.Value, least));
            _destinations = new Destinations(catalogue, bodies);
            _inspection = inspection;
        }

        /// <summary>A call or creation that is named like a sink.</summary>
        public void Call(OperationAnalysisContext context, FlowCall call)
        {
            var counted = false;
            foreach (var entry in _catalogue.Of(call.Method))
            {
                if (entry.Effect is not (FlowEffect.Sink or FlowEffect.Writes or FlowEffect.Opens))
                {
                    continue;
                }

                var slots = call.Slots(entry).ToArray();
                var names = slots.Where(s => s.Slot.Role == SlotRole.Name && s.Value.Type?.SpecialType == SpecialType.System_String && MakesFile(call)).ToArray();
                var stores = entry.Effect switch
                {
                    FlowEffect.Sink => call.Receiver is null || _destinations.Of(call.Receiver) != Destination.Protected,
                    FlowEffect.Writes => IsOpen(call, slots),
                    _ => false,
                };
                if (!stores && names.Length == 0)
                {
                    continue;
                }

                if (!counted)
                {
                    counted = true;
                    _inspection.Inspected();
                }

                var sink = Name(call.Method);
                if (stores)
                {
                    var key = slots.Where(s => s.Slot.Role == SlotRole.Key).Select(s => _flow.Value.Key(s.Value)).FirstOrDefault(k => k is not null);
                    foreach (var (slot, value) in slots.Where(s => s.Slot.Role is SlotRole.Value or SlotRole.Text or SlotRole.Members))
                    {
                        Report(context, call, sink, _flow.Value.Of(value, slot.Role, key), isName: false);
                    }
                }

                // After what is stored: of a value that is both, the content says more than the name.
                foreach (var (_, path) in names)
                {
                    Report(context, call, sink, _flow.Value.Of(path, SlotRole.Name), isName: true);
                }
            }
        }

        /// <summary>A value put under a key of the dictionary in a property: <c>Application.Current.Properties["x"] = …</c>.</summary>
        public void Entry(OperationAnalysisContext context, IPropertyReferenceOperation holder, IOperation? key, IOperation? value)
        {
            if (value is not null && _catalogue.HasProperty(holder.Property.ContainingType, holder.Property.Name + "[]"))
            {
                _inspection.Inspected();
                Report(context, null, $"{holder.Property.ContainingType.Name}.{holder.Property.Name}", _flow.Value.Of(value, SlotRole.Members, key is null ? null : _flow.Value.Key(key)), isName: false);
            }
        }

        /// <summary>A value put into a setting of its own name.</summary>
        public void Setting(OperationAnalysisContext context, IPropertyReferenceOperation target, IOperation value)
        {
            if (_catalogue.HasProperty(target.Property.ContainingType, "*="))
            {
                _inspection.Inspected();
                Report(context, null, $"{target.Property.ContainingType.Name}.{target.Property.Name}", _flow.Value.Of(value, SlotRole.Members, _flow.Value.Key(target.Property)), isName: false);
            }
        }

        private bool IsOpen(FlowCall call, (FlowSlot Slot, IOperation Value)[] slots)
        {
            var to = slots.Where(s => s.Slot.Role == SlotRole.Destination).Select(s => s.Value).FirstOrDefault() ?? call.Receiver;
            return to?.Type?.SpecialType == SpecialType.System_String || _destinations.Of(to) == Destination.Open;
        }

        private void Report(OperationAnalysisContext context, FlowCall? call, string sink, FlowResult result, bool isName)
        {
            if (result.Cut)
            {
                _inspection.NotFollowed();
            }

            foreach (var anchor in result.Origins.GroupBy(o => o.Anchor.Syntax))
            {
                // The sort is stable: without a place in the value itself, what is nearer to the store comes first.
                var found = anchor
                    .OrderBy(o => o.ByKey)
                    .ThenByDescending(o => o.Data, DataClassification.Harm)
                    .ThenBy(o => o.Source.Syntax is var source && source.SyntaxTree == anchor.Key.SyntaxTree && anchor.Key.Span.Contains(source.Span) ? source.SpanStart : int.MaxValue)
                    .ToArray();
                var worst = found[0];
                var location = anchor.Key.GetLocation();
                var model = worst.Anchor.SemanticModel;
                if (MadeUpData.In(model?.GetEnclosingSymbol(anchor.Key.SpanStart, context.CancellationToken)?.ContainingType)
                    || !_reported.TryAdd(location, true))
                {
                    continue;
                }

                var related = worst.Locations.Add((call?.Site ?? context.Operation).Syntax.GetLocation());
                var others = found.Where(o => !o.ByKey).Select(o => o.Source.Syntax.GetLocation()).Where(l => !related.Contains(l)).Distinct();
                var through = worst.Through.IsEmpty
                    ? MessageArg.Text(Texts.FlowDirectly)
                    : MessageArg.Text(Texts.FlowThrough, string.Join(", ", worst.Through));
                var properties = call is { Method.ContainingType: { } store }
                    ? ImmutableDictionary<string, string?>.Empty.Add(StoreProperty, store.ToDisplayString())
                    : null;
                context.ReportDiagnostic(KkDiagnostic.Create(
                    RuleCatalog.KK4301,
                    location,
                    null,
                    related.AddRange(others),
                    properties,
                    worst.Data.Name,
                    worst.Data.CategoryText,
                    isName ? MessageArg.Text(Texts.StorageFileName, sink) : sink,
                    worst.ByKey ? MessageArg.Text(Texts.FlowKeySays, worst.Data.Name) : worst.Data.Reason,
                    through));
            }
        }

        /// <summary>False for a call that opens an existing file or only reads: the name is there already.</summary>
        private static bool MakesFile(FlowCall call)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Value is { Type: { TypeKind: TypeKind.Enum } type, ConstantValue: { HasValue: true, Value: int value } }
                    && ((type.Name == "FileMode" && value == (int)System.IO.FileMode.Open) || (type.Name == "FileAccess" && value == (int)System.IO.FileAccess.Read)))
                {
                    return false;
                }
            }

            return true;
        }

        private static string Name(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
            ? method.ContainingType.Name
            : method.ContainingType.Name + "." + method.Name;
    }
}
