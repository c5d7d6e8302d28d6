using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>Gathers what goes in and out of one endpoint.</summary>
internal sealed class TrafficBuilder(PersonalDataModel model, EndpointData types)
{
    private readonly List<Datum> _accepted = [];
    private readonly List<Datum> _returned = [];
    private readonly HashSet<(ITypeSymbol? Type, ISymbol? Symbol, bool In)> _seen = [];
    private bool _credentials;

    /// <summary>An object, or what the type wraps, comes in.</summary>
    public void Accepts(ITypeSymbol type)
    {
        foreach (var inner in EndpointData.Inner(type))
        {
            if (!_seen.Add((inner, null, true)))
            {
                continue;
            }

            // Beside a password, a name or an address for mail says whose account it is.
            var data = types.In(inner, subtypes: true);
            var signsIn = data.Any(d => d.Data.Tier == DataTier.Credential);
            _credentials |= signsIn;
            _accepted.AddRange(data.Where(d => d.Data.Tier != DataTier.Credential && !(signsIn && IsAccount(d.Data))));
        }
    }

    /// <summary>A single value comes in.</summary>
    public void Accepts(ISymbol symbol) => Value(symbol, _accepted, true);

    /// <summary>The key of a form field or of the query.</summary>
    public void Accepts(string key, ISymbol at)
    {
        if (model.ClassifyName(key) is { Confidence: Confidence.High } data)
        {
            Add(data, at, _accepted);
        }
    }

    /// <summary>A member that comes in, as a whole or as the value it is.</summary>
    public void Accepts(ISymbol member, ITypeSymbol type)
    {
        Accepts(type);
        if (EndpointData.IsSimple(type))
        {
            Accepts(member);
        }
    }

    /// <summary>An object, or what the type wraps, goes out.</summary>
    public void Returns(ITypeSymbol type)
    {
        foreach (var inner in EndpointData.Inner(type))
        {
            if (!_seen.Add((inner, null, false)))
            {
                continue;
            }

            // The answer to somebody who signs in, the token and whose it is; or the form to do so.
            var data = types.In(inner, subtypes: true);
            var signedIn = data.Any(d => d.Data.Tier == DataTier.Credential && IsOfSignIn(d.Member.Name));
            _returned.AddRange(data.Where(d => d.Data.Tier != DataTier.Credential && !(signedIn && IsAccount(d.Data))));
        }
    }

    /// <summary>A single value goes out.</summary>
    public void Returns(ISymbol symbol) => Value(symbol, _returned, false);

    /// <summary>A member that is shown, as a whole or as the value it is.</summary>
    public void Returns(ISymbol member, ITypeSymbol type)
    {
        Returns(type);
        if (EndpointData.IsSimple(type))
        {
            Returns(member);
        }
    }

    public EndpointTraffic ToTraffic() =>
        _accepted.Count == 0 && _returned.Count == 0 && !_credentials ? EndpointTraffic.None : new(_accepted.ToImmutableArray(), _returned.ToImmutableArray(), _credentials);

    private static bool IsAccount(DataClassification data) => data.Category is "identity.name" or "contact.email" or "contact.phone";

    /// <summary>A token or a password to type; a stored hash is neither.</summary>
    private static bool IsOfSignIn(string name)
    {
        return (Has("token") || Has("password") || Has("wachtwoord") || Has("motdepasse")) && !Has("hash") && !Has("salt");

        bool Has(string part) => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private void Value(ISymbol symbol, List<Datum> list, bool isIn)
    {
        if (_seen.Add((null, symbol, isIn)) && model.Classify(symbol) is { Confidence: Confidence.High } data)
        {
            Add(data, symbol, list);
        }
    }

    private void Add(DataClassification data, ISymbol symbol, List<Datum> list)
    {
        if (data.Tier == DataTier.Credential)
        {
            _credentials |= list == _accepted && data.Category != DataCategory.ServiceSecret;
            return;
        }

        list.Add(new(data, symbol, null));
    }
}
