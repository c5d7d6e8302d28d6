using KkAnalyzers.Endpoints;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

/// <summary>
/// Walks from a value that reaches a sink back to where it comes from, and says which personal data are in it. It starts at
/// the sink, so it costs nothing where there is none; it has a budget; and it is a loop over a list of work, so that no
/// expression is too long for it.
/// </summary>
/// <remarks>
/// Ends of the way: a source (a symbol the model classifies), nothing (a constant, a protected value, a yes or no), or the
/// unknown. In the unknown the nearest name on the way decides: <c>var email = Lookup()</c> is an e-mail address,
/// <c>var email = protector.Protect(…)</c> is not.
/// </remarks>
internal sealed partial class ValueFlow
{
    private const int MaxOperations = 20_000;
    private const int MaxHops = 200;
    private const int MaxDepth = 6;
    private const int MaxCallSites = 500;

    // In one compilation: an ordinary program of a million lines needs a tenth of it.
    private const int MaxWork = 20_000_000;

    private readonly FlowCatalogue _catalogue;
    private readonly FlowBodies _bodies;
    private readonly PersonalDataModel _model;
    private readonly bool _followsProtected;
    private int _work;

    /// <param name="catalogue">What members do with data.</param>
    /// <param name="bodies">The bodies of the compilation.</param>
    /// <param name="model">What is personal data.</param>
    /// <param name="followsProtected">Also says which data are protected on the way, for the inventory.</param>
    public ValueFlow(FlowCatalogue catalogue, FlowBodies bodies, PersonalDataModel model, bool followsProtected)
    {
        _catalogue = catalogue;
        _bodies = bodies;
        _model = model;
        _followsProtected = followsProtected;
    }

    /// <summary>What reaches a sink through this value.</summary>
    /// <param name="value">What the sink is given.</param>
    /// <param name="role">How the sink takes it.</param>
    /// <param name="least">Classifications below this are no source.</param>
    /// <param name="key">What the key says under which it is stored, if anything.</param>
    /// <param name="keyConfirms">
    /// A weak name counts when the key says the same. True of a store, where both were chosen; not of the hole of a message
    /// template, which repeats the name of the variable.
    /// </param>
    public FlowResult Of(IOperation value, SlotRole role, Sureness least, DataClassification? key = null, bool keyConfirms = false)
    {
        var walk = new Walk(this, least, keyConfirms ? key?.Category : null);
        walk.Push(new FlowStep(
            value,
            null,
            new FlowAnchor(value, 0),
            Text: false,
            Says: key is not null && Counts(key, least, null) && KeyMayDecide(value.Unwrap().Type) ? new NameSays(key, value, ByKey: true) : null).As(role));
        return walk.Run();
    }

    /// <summary>What a key says about what is stored under it, however sure; null for nothing.</summary>
    public DataClassification? Key(IOperation key)
    {
        key = key is IConversionOperation { Operand: var operand } ? operand : key;
        var data = key.ConstantValue is { HasValue: true, Value: string name } ? _model.ClassifyName(name)
            : key is IMemberReferenceOperation { Member: var member } ? _model.ClassifyName(member.Name)
            : null;
        return data is { Pseudonymised: false } ? data : null;
    }

    /// <summary>What a name that stands for the value says, such as the hole of a message template; null for nothing.</summary>
    public DataClassification? Key(string name) => _model.ClassifyName(name) is { Pseudonymised: false } data ? data : null;

    /// <summary>The name of a setting as the key of what is assigned to it; its type is a holder of settings and says nothing.</summary>
    public DataClassification? Key(IPropertySymbol property) => Key(property.Name);

    /// <summary>The expression before the <c>?.</c> that this one stands behind.</summary>
    public static IOperation? Accessed(IConditionalAccessInstanceOperation instance)
    {
        IOperation child = instance;
        for (var parent = instance.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary>
    /// True when the classification is sure enough: by itself, because key and value say the same (<c>"email", email</c>), or
    /// because it is the name of a person type: the plain word "name" is as sure there as it can be.
    /// </summary>
    public static bool Counts(DataClassification data, Sureness least, string? keyCategory = null) =>
        data is { Pseudonymised: false, Category: not DataCategory.ServiceSecret }
        && (data.Confidence == Confidence.High
            || least == Sureness.Review
            || (data.Confidence == Confidence.Low && least <= Sureness.Low)
            || (data.IsNamed && least <= Sureness.Named)
            || data.Category == keyCategory
            || (data.Confidence == Confidence.Low && data.Category == "identity.name"));

    /// <summary>A key speaks for a text, bytes, a date or an object of unknown make; never for a number, a choice or a yes or no.</summary>
    private static bool KeyMayDecide(ITypeSymbol? type) => type is null || type.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_DateTime
        || type is IArrayTypeSymbol or ITypeParameterSymbol;

    /// <summary>What makes two steps the same.</summary>
    private readonly record struct Seen(SyntaxNode Syntax, OperationKind Kind, bool Text, bool Protected, bool IsGiven, CallFrame? Frame, FlowPath? Path, FlowAnchor Anchor)
    {
        public override int GetHashCode() => (((Syntax.GetHashCode() * 31) + (int)Kind) * 31) + (Frame?.GetHashCode() ?? 0) + (Path?.GetHashCode() ?? 0);
    }

    private sealed partial class Walk
    {
        private readonly ValueFlow _flow;
        private readonly Sureness _least;
        private readonly string? _keyCategory;
        private readonly Queue<FlowStep> _pending = new();
        private readonly HashSet<Seen> _seen = [];
        private readonly List<FlowOrigin> _origins = [];
        private readonly Dictionary<IOperation, FlowAnchor> _anchors = [];
        private int _callSites;
        private bool _cut;

        public Walk(ValueFlow flow, Sureness least, string? keyCategory) => (_flow, _least, _keyCategory) = (flow, least, keyCategory);

        public FlowResult Run()
        {
            while (_pending.Count > 0)
            {
                if (_seen.Count > MaxOperations || Volatile.Read(ref _flow._work) > MaxWork)
                {
                    _cut = true;
                    break;
                }

                var step = _pending.Dequeue();
                while (step.Operation is IConversionOperation { Operand: var operand })
                {
                    // Several conversions may share one place in the text, which is what tells steps apart.
                    step = step with { Operation = operand };
                }

                if (_seen.Add(new Seen(step.Operation.Syntax, step.Operation.Kind, step.Text, step.Protected, step.IsGiven, step.Frame, step.Path, step.Anchor)))
                {
                    Visit(step);
                }
            }

            Interlocked.Add(ref _flow._work, _seen.Count);
            return new FlowResult(_origins, _cut);
        }

        public void Push(FlowStep step) => _pending.Enqueue(step);

        /// <summary>The same value in another expression.</summary>
        private void Same(FlowStep step, IOperation? operation)
        {
            if (operation is not null)
            {
                Push(step with { Operation = operation, From = step, Name = null });
            }
        }

        /// <summary>The whole of another value that this one is made of.</summary>
        private void Part(FlowStep step, IOperation? operation, SlotRole role = SlotRole.Value)
        {
            if (operation is not null)
            {
                Push((step with { Operation = operation, From = step, Name = null, Path = null }).As(role));
            }
        }

        /// <summary>A member of the value in another expression.</summary>
        private void Of(FlowStep step, IOperation? operation, FlowPath path, CallFrame? frame)
        {
            if (operation is null || !path.IsShort)
            {
                Unknown(step);
                return;
            }

            Push(step with { Operation = operation, From = step, Path = path, Frame = frame, Name = null });
        }

        /// <summary>The value is protected here: the end, unless somebody asks what it was.</summary>
        private void Protects(FlowStep step, FlowCall call)
        {
            if (_flow._followsProtected)
            {
                foreach (var argument in call.Arguments)
                {
                    Part(step with { Protected = true, Says = null }, argument.Value);
                }
            }
        }

        /// <summary>Goes on at another place of the code, which costs budget; false when there is none left.</summary>
        private bool Hop(FlowStep step)
        {
            if (step.Anchor.Hops >= MaxHops)
            {
                _cut = true;
                return false;
            }

            step.Anchor.Hops++;
            return true;
        }

        /// <summary>One for each argument, however many ways lead there: the first to come is the nearest, and what lies beyond is walked once.</summary>
        private FlowAnchor Anchor(IOperation argument, int depth)
        {
            if (!_anchors.TryGetValue(argument, out var anchor))
            {
                _anchors.Add(argument, anchor = new FlowAnchor(argument, depth));
            }

            return anchor;
        }

        private DataClassification? Counts(DataClassification? data) => data is not null && ValueFlow.Counts(data, _least, _keyCategory) ? data : null;

        private void Found(FlowStep step, DataClassification data) => _origins.Add(step.Origin(data, step.Operation, byKey: false));

        private void Unknown(FlowStep step)
        {
            if (step.Path is { Own: { } own } path)
            {
                // Nobody knows how this object was made, but its own type says what it puts into that member.
                Stored(step with { Path = path.Then }, own);
                return;
            }

            if (step.Says is { } says)
            {
                _origins.Add(step.Origin(says.Data, says.At, says.ByKey));
            }
        }
    }
}
