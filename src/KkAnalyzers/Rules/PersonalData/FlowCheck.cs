using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>What one compilation's sinks are given. Thread-safe: it keeps caches and the findings already made.</summary>
internal sealed class FlowCheck
{
    private readonly FlowCatalogue _catalogue;

    // The word lists are read when the first value reaches a sink.
    private readonly Lazy<ValueFlow> _flow;
    private readonly Lazy<PersonalDataModel> _model;
    private readonly Destinations _destinations;
    private readonly LogMethods _logMethods;
    private readonly ImmutableDictionary<string, Active> _rules;
    private readonly KnownSymbols _symbols;
    private readonly bool _records;
    private readonly CancellationToken _cancellation;

    // Two sinks in one helper find the same caller: one finding of a rule for each value that is handed over.
    private readonly ConcurrentDictionary<(Active Rule, Location Location), bool> _reported = new();

    public FlowCheck(KkContext context)
    {
        var options = context.Options;
        _rules = FlowRule.All.ToImmutableDictionary(r => r.Descriptor.Id, r => new Active(
            r,
            context.Inspection(r.Descriptor),
            r.Threshold(options),
            options.List(r.Descriptor.Id, "ignored_categories")));
        _catalogue = new FlowCatalogue(
            context,
            FlowRule.All.SelectMany(r => options.List(r.Descriptor.Id, "protecting_methods")).Distinct().ToImmutableArray(),
            FlowRule.All.Select(r => (r.Sinks, r.Descriptor.Id)).Prepend((FlowLists.Flow, "")).ToArray());
        _symbols = context.Symbols;
        _records = options.RecordInspection;
        _cancellation = context.CancellationToken;
        _model = new Lazy<PersonalDataModel>(() => PersonalDataModel.For(context));
        var bodies = new FlowBodies(context.Compilation, _catalogue, context.CancellationToken);
        _flow = new Lazy<ValueFlow>(() => new ValueFlow(_catalogue, bodies, _model.Value, _records));
        _destinations = new Destinations(_catalogue, bodies);
        _logMethods = new LogMethods(context.Compilation, bodies);
    }

    /// <summary>Names of sinks: the questions to ask before any other work.</summary>
    public FlowTable Names => _catalogue.Names;

    /// <summary>True when the options of the rule count such data.</summary>
    public bool Counts(string rule, DataClassification data) =>
        _rules[rule] is var active && ValueFlow.Counts(data, active.Least) && !active.IgnoredCategories.Contains(data.Category, StringComparer.OrdinalIgnoreCase);

    /// <summary>A call or creation that is named like a sink.</summary>
    public void Call(Action<Diagnostic> report, FlowCall call)
    {
        Active? counted = null;
        foreach (var entry in _catalogue.Of(call.Method))
        {
            if (!entry.IsSink || !call.Meets(entry))
            {
                continue;
            }

            if (entry.Slots.Any(s => s.Role == SlotRole.Unless && _symbols.Type(s.Name) is not null))
            {
                _rules[entry.Rule].Inspection.NotFollowed();
                continue;
            }

            var slots = call.Slots(entry).ToArray();
            var names = slots.Where(s => s.Slot.Role == SlotRole.Name && s.Value.Type?.SpecialType == SpecialType.System_String && MakesFile(call)).ToArray();
            var target = Target(entry, call, slots, out var rule);
            if ((target == Destination.Unknown && names.Length == 0) || !_rules.TryGetValue(rule, out var active))
            {
                continue;
            }

            // Several lines may speak of one call.
            if (counted != active)
            {
                counted = active;
                active.Inspection.Inspected();
            }

            var sink = new Sink(active, Name(call.Method), call.Method.ContainingType, IsProtected: target == Destination.Protected);
            if (target == Destination.Open || (target == Destination.Protected && _records))
            {
                var key = slots.Where(s => s.Slot.Role == SlotRole.Key).Select(s => _flow.Value.Key(s.Value)).FirstOrDefault(k => k is not null);
                foreach (var given in Data(entry, slots, key))
                {
                    Report(report, call.Site, sink, _flow.Value.Of(given.Value, given.Role, active.Least, given.Key, keyConfirms: given.Key is not null && given.Key == key));
                }
            }

            // After what is stored: of a value that is both, the content says more than the name.
            foreach (var (_, path) in names)
            {
                Report(report, call.Site, sink with { IsName = true, IsProtected = false }, _flow.Value.Of(path, SlotRole.Name, active.Least));
            }
        }
    }

    /// <summary>A delegate that LoggerMessage.Define made.</summary>
    public void Delegate(Action<Diagnostic> report, IInvocationOperation invocation)
    {
        if (!_rules.TryGetValue(RuleIds.KK4304, out var active))
        {
            return;
        }

        active.Inspection.Inspected();
        var holes = _logMethods.Holes(invocation);

        // The logger before them, the exception behind them.
        for (var i = 1; i < invocation.Arguments.Length - 1; i++)
        {
            var value = invocation.Arguments[i].Value;
            Report(report, invocation, new Sink(active, "LoggerMessage.Define"), _flow.Value.Of(value, SlotRole.Text, active.Least, HoleKey(holes, i - 1)));
        }
    }

    /// <summary>A value put under a key of the dictionary in a property: <c>Application.Current.Properties["x"] = …</c>.</summary>
    public void Entry(Action<Diagnostic> report, IPropertyReferenceOperation holder, IOperation? key, IOperation? value)
    {
        if (value is not null && _catalogue.OfProperty(holder.Property.ContainingType, holder.Property.Name + "[]") is { } entry)
        {
            Assigned(report, entry, holder, holder.Property, value, key is null ? null : _flow.Value.Key(key));
        }
    }

    /// <summary>A value put into a property that is a sink, or into a setting of its own name.</summary>
    public void Setting(Action<Diagnostic> report, IPropertyReferenceOperation target, IOperation value)
    {
        var property = target.Property;
        if (Names.MayBeAssigned(property.Name) && _catalogue.OfProperty(property.ContainingType, property.Name + "=") is { } named)
        {
            Assigned(report, named, target, property, value, null);
        }
        else if (Names.HasSettings && _catalogue.OfProperty(property.ContainingType, "*=") is { } every)
        {
            Assigned(report, every, target, property, value, _flow.Value.Key(property));
        }
    }

    private void Assigned(Action<Diagnostic> report, FlowEntry entry, IOperation site, IPropertySymbol property, IOperation value, DataClassification? key)
    {
        if (entry.IsSink && _rules.TryGetValue(entry.Rule, out var active))
        {
            active.Inspection.Inspected();
            var role = entry.Slots.Where(s => s.IsData).Select(s => s.Role).DefaultIfEmpty(SlotRole.Value).First();
            Report(
                report,
                site,
                new Sink(active, $"{property.ContainingType.Name}.{property.Name}", IsProtected: entry.Effect == FlowEffect.Protects),
                _flow.Value.Of(value, role == SlotRole.Value ? SlotRole.Members : role, active.Least, key, keyConfirms: true));
        }
    }

    /// <summary>Whether data that this line takes end in the open, protected, or nowhere that is known; and for which rule.</summary>
    private Destination Target(FlowEntry entry, FlowCall call, (FlowSlot Slot, IOperation Value)[] slots, out string rule)
    {
        rule = entry.Rule;
        switch (entry.Effect)
        {
            case FlowEffect.Protects:
                return Destination.Protected;
            case FlowEffect.Sink:
                return _destinations.Of(call.Receiver, out _) == Destination.Protected ? Destination.Protected : Destination.Open;
            case FlowEffect.Writes:
                var to = slots.Where(s => s.Slot.Role == SlotRole.Destination).Select(s => s.Value).FirstOrDefault() ?? call.Receiver;
                if (to?.Type?.SpecialType == SpecialType.System_String)
                {
                    return Destination.Open;
                }

                var target = _destinations.Of(to, out var opened);
                rule = opened.Length > 0 ? opened : rule;
                return target;
            default:
                return Destination.Unknown;
        }
    }

    /// <summary>The values that go in, with what a hole of the template or the key says of each.</summary>
    private IEnumerable<(IOperation Value, SlotRole Role, DataClassification? Key)> Data(FlowEntry entry, (FlowSlot Slot, IOperation Value)[] slots, DataClassification? key)
    {
        var isMarked = entry.Members.Contains(FlowEntry.Marked);
        var template = slots.FirstOrDefault(s => s.Slot.Role == SlotRole.Template).Value?.ConstantValue.Value as string;
        var holes = template is null ? default : MessageTemplate.Holes(template);
        var hole = 0;
        foreach (var (slot, value) in slots.Where(s => s.Slot.IsData).SelectMany(s => Elements(s.Value), (s, element) => (s.Slot, element)))
        {
            if (slot.Role == SlotRole.Holes)
            {
                yield return (value, holes.IsDefault || hole >= holes.Length ? SlotRole.Text : holes[hole].Role, HoleKey(holes, hole));
                hole++;
            }
            else if (isMarked && value.Parent is IArgumentOperation { Parameter: { } parameter })
            {
                if (entry.Rule == RuleIds.KK4305 ? LogMethods.IsInAddress(parameter) : !_logMethods.IsRedacted(parameter))
                {
                    var role = LogMethods.Role(parameter);
                    yield return (value, role, role == SlotRole.Text && _model.Value.Classify(parameter) is { Pseudonymised: false } says ? says : null);
                }
            }
            else
            {
                yield return (value, slot.Role, key);
            }
        }
    }

    /// <summary>The values themselves where the compiler packs them into an array, so that a finding stands on one of them.</summary>
    private static ImmutableArray<IOperation> Elements(IOperation value) =>
        value is IArrayCreationOperation { Initializer: { } elements, Parent: IArgumentOperation { ArgumentKind: ArgumentKind.ParamArray } } ? elements.ElementValues : ImmutableArray.Create(value);

    private DataClassification? HoleKey(ImmutableArray<TemplateHole> holes, int index) =>
        !holes.IsDefault && index < holes.Length && holes[index].IsNamed ? _flow.Value.Key(holes[index].Name) : null;

    private void Report(Action<Diagnostic> report, IOperation site, Sink sink, FlowResult result)
    {
        var active = sink.Rule;
        if (result.Cut)
        {
            active.Inspection.NotFollowed();
        }

        foreach (var anchor in result.Origins.Where(o => !active.IgnoredCategories.Contains(o.Data.Category, StringComparer.OrdinalIgnoreCase)).GroupBy(o => o.Anchor.Syntax))
        {
            var location = anchor.Key.GetLocation();
            if (MadeUpData.In(anchor.First().Anchor.SemanticModel?.GetEnclosingSymbol(anchor.Key.SpanStart, _cancellation)?.ContainingType))
            {
                continue;
            }

            if (_records)
            {
                foreach (var origin in anchor)
                {
                    PersonalDataUse.Row(active.Inspection, active.Rule.Use, sink.Name, origin, sink.IsProtected || origin.Protected);
                }
            }

            // The sort is stable: without a place in the value itself, what is nearer to the sink comes first.
            var found = anchor
                .Where(o => !o.Protected && !sink.IsProtected)
                .OrderBy(o => o.ByKey)
                .ThenByDescending(o => o.Data, DataClassification.Harm)
                .ThenBy(o => o.Source.Syntax is var source && source.SyntaxTree == anchor.Key.SyntaxTree && anchor.Key.Span.Contains(source.Span) ? source.SpanStart : int.MaxValue)
                .ToArray();
            if (found.Length == 0 || !_reported.TryAdd((active, location), true))
            {
                continue;
            }

            var worst = found[0];
            var related = worst.Locations.Add(site.Syntax.GetLocation());
            var others = found.Where(o => !o.ByKey).Select(o => o.Source.Syntax.GetLocation()).Where(l => !related.Contains(l)).Distinct();
            report(KkDiagnostic.Create(
                active.Rule.Descriptor,
                location,
                null,
                related.AddRange(others),
                sink.Type is { } type ? ImmutableDictionary<string, string?>.Empty.Add(PersonalDataFlowAnalyzer.StoreProperty, type.ToDisplayString()) : null,
                worst.Data.Name,
                worst.Data.CategoryText,
                sink.IsName ? MessageArg.Text(Texts.StorageFileName, sink.Name) : sink.Name,
                worst.ByKey ? MessageArg.Text(Texts.FlowKeySays, worst.Data.Name) : worst.Data.Reason,
                worst.Through.IsEmpty ? MessageArg.Text(Texts.FlowDirectly) : MessageArg.Text(Texts.FlowThrough, string.Join(", ", worst.Through))));
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

    /// <summary>A rule in this compilation.</summary>
    private sealed record Active(FlowRule Rule, Inspection Inspection, Sureness Least, ImmutableArray<string> IgnoredCategories);

    /// <summary>Where data end.</summary>
    private readonly record struct Sink(Active Rule, string Name, INamedTypeSymbol? Type = null, bool IsName = false, bool IsProtected = false);
}
