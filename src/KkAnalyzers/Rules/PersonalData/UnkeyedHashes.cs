using System.Collections.Concurrent;
using System.Collections.Immutable;
using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>
/// Hashes without a key of values that can be tried one by one (hard case 54): there are a hundred billion national numbers at
/// most, and a graphics card computes that many hashes in a minute.
/// </summary>
internal sealed class UnkeyedHashes
{
    /// <summary>Hash functions, as a flow list.</summary>
    public static readonly KkList List = FlowEntry.List("KkAnalyzers.Hashes");

    // Categories whose values are numbers or dates of a known form.
    private static readonly ImmutableHashSet<string> Small = ImmutableHashSet.Create("national-id", "care-id", "contact.phone", "birth-age");

    // A token or key is long and random: a plain hash is right for it. A password is neither.
    private static readonly ImmutableArray<string> Passwords = ImmutableArray.Create(
        "password", "passwd", "passphrase", "pwd", "passcode", "pincode", "pin", "wachtwoord", "paswoord", "toegangscode", "motdepasse", "mdp", "codepin", "codesecret");

    // Passwords of programs: the other side's protocol says how they are hashed.
    private static readonly ImmutableHashSet<string> Programs = ImmutableHashSet.Create(
        "merchant", "api", "gateway", "service", "app", "application", "db", "database", "sql", "smtp", "proxy", "certificate", "keystore");

    // A care-id that ends so may be a key of the program, such as a Guid as text.
    private static readonly ImmutableHashSet<string> Surrogates = ImmutableHashSet.Create("id", "ids", "identifier", "key", "code");

    /// <summary>What the hash is for when it is no pseudonym, or when a protocol asks for it as it is.</summary>
    private static readonly ImmutableHashSet<string> OtherPurposes = ImmutableHashSet.Create(
        "cache", "etag", "checksum", "crc", "integrity", "fingerprint", "pwned", "hibp", "breach", "breached", "compromised", "gravatar", "digest", "ntlm");

    private readonly FlowCatalogue _catalogue;
    private readonly FlowBodies _bodies;
    private readonly Destinations _destinations;
    private readonly Lazy<PersonalDataModel> _model;
    private readonly Lazy<ValueFlow> _flow;
    private readonly Inspection _inspection;
    private readonly ConcurrentDictionary<Location, bool> _reported = new();

    public UnkeyedHashes(KkContext context, Inspection inspection)
    {
        _inspection = inspection;
        _catalogue = new FlowCatalogue(context, ImmutableArray<string>.Empty, (FlowLists.Flow, ""), (List, RuleIds.KK4316));
        _bodies = new FlowBodies(context.Compilation, _catalogue, context.CancellationToken);
        _destinations = new Destinations(_catalogue, _bodies);
        _model = new Lazy<PersonalDataModel>(() => PersonalDataModel.For(context));
        _flow = new Lazy<ValueFlow>(() => new ValueFlow(_catalogue, _bodies, _model.Value, followsProtected: false));
    }

    /// <summary>True when a method of this name may be a hash function.</summary>
    public bool MayBeHash(string method) => _catalogue.Names.MayBeSink(method);

    public void Call(Action<Diagnostic> report, FlowCall call)
    {
        foreach (var entry in _catalogue.Of(call.Method))
        {
            if (entry.Effect != FlowEffect.Sink && !(entry.Effect == FlowEffect.Writes && _destinations.Of(call.Receiver, out _) == Destination.Open))
            {
                continue;
            }

            _inspection.Inspected();
            foreach (var (_, value) in call.Slots(entry))
            {
                Report(report, call, value, _flow.Value.Of(value, SlotRole.Value, Sureness.High));
            }

            return;
        }
    }

    private void Report(Action<Diagnostic> report, FlowCall call, IOperation hashed, FlowResult result)
    {
        if (result.Cut)
        {
            _inspection.NotFollowed();
        }

        foreach (var anchor in result.Origins.GroupBy(o => o.Anchor.Syntax))
        {
            // A record of name, number and address has more values than anybody tries.
            var worst = anchor.First();
            if (!anchor.All(IsSmall) || MadeUpData.In(TypeAround(worst.Anchor)) || IsForSomethingElse(call.Site) || IsForSomethingElse(worst.Anchor))
            {
                continue;
            }

            var (salted, unknown) = Parts(hashed, worst.Anchor);
            if (unknown && !salted)
            {
                _inspection.NotFollowed();
            }

            var location = worst.Anchor.Syntax.GetLocation();
            if (salted || unknown || !_reported.TryAdd(location, true))
            {
                continue;
            }

            var hash = call.Method.ContainingType.Name + "." + call.Method.Name;
            report(KkDiagnostic.Create(
                RuleCatalog.KK4316,
                location,
                null,
                worst.Locations.Add(call.Site.Syntax.GetLocation()),
                null,
                worst.Data.Name,
                worst.Data.CategoryText,
                MessageArg.Text(worst.Data.Category == "credentials" ? Texts.ProtectionPassword : Texts.ProtectionHash, hash),
                worst.Data.Reason));
        }
    }

    private static bool IsSmall(FlowOrigin origin)
    {
        // A Guid is not small, and of a whole object the hash is a checksum.
        if (origin.Source.Type is { } type && type.SpecialType == SpecialType.None && type is not IArrayTypeSymbol
            && type.Name is not ("DateOnly" or "DateTimeOffset" or "Nullable" or "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory"))
        {
            return false;
        }

        var name = origin.Data.Name.Substring(origin.Data.Name.LastIndexOf('.') + 1);
        return origin.Data.Category switch
        {
            "credentials" => Tokenizer.Glue(name) is var glued && Passwords.Any(p => p.Length > 3 ? glued.Contains(p) : Tokenizer.Tokens(name).Contains(p))
                && !Tokenizer.Tokens(name).Any(Programs.Contains),
            "care-id" => !Surrogates.Contains(Tokenizer.Tokens(name).LastOrDefault() ?? ""),
            var category => Small.Contains(category),
        };
    }

    /// <summary>Whether the hashed value has a salt or key in it, by name, or a part of which nobody knows what it is.</summary>
    private (bool Salted, bool Unknown) Parts(IOperation hashed, IOperation anchor)
    {
        const int MaxSteps = 300;
        var unknown = false;
        var seen = new HashSet<(SyntaxNode, OperationKind)>();
        var pending = new Queue<(IOperation Operation, bool IsCombined)>();
        pending.Enqueue((hashed, false));
        pending.Enqueue((anchor, false));
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            var (operation, isCombined) = pending.Dequeue();
            if (!seen.Add((operation.Syntax, operation.Kind)) || operation.ConstantValue.HasValue && operation is not (IFieldReferenceOperation or ILocalReferenceOperation))
            {
                continue;
            }

            var symbol = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IMemberReferenceOperation member => member.Member,
                IInvocationOperation invocation => invocation.TargetMethod,
                IArgumentOperation argument => (ISymbol?)argument.Parameter,
                _ => null,
            };
            if (symbol is not null && SaltWords.In(symbol.Name))
            {
                return (true, unknown);
            }

            if (operation is ILocalReferenceOperation reference && _bodies.Around(reference).Of(reference.Local) is { Count: > 0 } definitions)
            {
                foreach (var definition in definitions)
                {
                    if (definition.Value is { } value)
                    {
                        pending.Enqueue((value, isCombined));
                    }
                }

                continue;
            }

            if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation)
            {
                unknown |= isCombined && !operation.ConstantValue.HasValue && IsText(operation.Type) && _model.Value.Classify(symbol!) is null;
                continue;
            }

            var combines = isCombined || operation is IBinaryOperation
                || operation is IInterpolatedStringOperation { Parts: var parts } && parts.OfType<IInterpolationOperation>().Skip(1).Any()
                || operation is IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "Concat" or "Format" or "Join" } };
            foreach (var child in operation.ChildOperations)
            {
                pending.Enqueue((child, combines));
            }
        }

        return (false, unknown);
    }

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or IArrayTypeSymbol;

    private static INamedTypeSymbol? TypeAround(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is { } symbol ? symbol.ContainingType : null;

    /// <summary>True when the member around the hash, or what it is put in, is called after another purpose.</summary>
    private static bool IsForSomethingElse(IOperation operation)
    {
        for (var o = operation; o is not null; o = o.Parent)
        {
            var name = o switch
            {
                IVariableDeclaratorOperation variable => variable.Symbol.Name,
                IAssignmentOperation { Target: IMemberReferenceOperation member } => member.Member.Name,
                IAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local.Name,
                IArgumentOperation argument when argument.Value != operation => argument.Parameter?.Name,
                IInvocationOperation invocation when invocation != operation => invocation.TargetMethod.Name,
                _ => null,
            };
            if (name is not null && Tokenizer.Tokens(name).Any(OtherPurposes.Contains))
            {
                return true;
            }
        }

        for (var symbol = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart); symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (Tokenizer.Tokens(symbol.Name).Any(OtherPurposes.Contains))
            {
                return true;
            }
        }

        return false;
    }

    private static class SaltWords
    {
        private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
            "salt", "salted", "salts", "pepper", "peppered", "zout", "sel", "key", "sleutel", "cle", "secret", "geheim", "nonce", "hmac", "entropy");

        public static bool In(string name) => Tokenizer.Tokens(name).Any(Words.Contains);
    }
}
