using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Endpoints;

/// <summary>One personal datum that an endpoint takes in or hands out.</summary>
/// <param name="Data">What it is.</param>
/// <param name="Member">The property, field, parameter or local that holds it, or a type of which a list says what it is.</param>
/// <param name="Root">Type of the object that travels; null for a value by itself.</param>
internal readonly record struct Datum(DataClassification Data, ISymbol Member, INamedTypeSymbol? Root)
{
    /// <summary>The type that has the datum as a member.</summary>
    public INamedTypeSymbol? Owner => Member switch
    {
        INamedTypeSymbol type => type,
        IPropertySymbol or IFieldSymbol or IMethodSymbol => Member.ContainingType,
        _ => null,
    };
}

/// <summary>The personal data of one endpoint, as far as types, names and attributes are sure. Passwords are none of it.</summary>
/// <param name="Accepted">What comes in.</param>
/// <param name="Returned">What goes out.</param>
/// <param name="TakesCredentials">A password or code comes in too: somebody signs in or makes an account.</param>
internal sealed record EndpointTraffic(ImmutableArray<Datum> Accepted, ImmutableArray<Datum> Returned, bool TakesCredentials)
{
    public static readonly EndpointTraffic None = new(ImmutableArray<Datum>.Empty, ImmutableArray<Datum>.Empty, false);

    /// <summary>The worst that comes in, or null.</summary>
    public DataClassification? Accepts => Worst(Accepted);

    /// <summary>The worst that goes out, or null.</summary>
    public DataClassification? Returns => Worst(Returned);

    private static DataClassification? Worst(ImmutableArray<Datum> data)
    {
        DataClassification? worst = null;
        foreach (var datum in data)
        {
            if (worst is null || DataClassification.Harm.Compare(datum.Data, worst) > 0)
            {
                worst = datum.Data;
            }
        }

        return worst;
    }
}
