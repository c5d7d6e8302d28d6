using System.Collections.Immutable;
using KkAnalyzers.PersonalData;

namespace KkAnalyzers.Rules.Transport;

/// <summary>What an address is for.</summary>
internal enum AddressUse
{
    /// <summary>Nothing says; an address in a product is there to connect to.</summary>
    Unknown,

    /// <summary>The program connects to it.</summary>
    Connection,

    /// <summary>A person follows it, or it is a picture or a page.</summary>
    Link,

    /// <summary>A name that looks like an address: compared, looked up, declared as a namespace or a code system.</summary>
    Name,
}

/// <summary>Reads the use of an address from the name of what holds it.</summary>
internal static class AddressNames
{
    private static readonly ImmutableHashSet<string> Connections = ImmutableHashSet.Create(
        "api", "apis", "endpoint", "endpoints", "server", "servers", "host", "hosts", "hostname", "base", "service", "services", "gateway", "backend",
        "callback", "webhook", "webhooks", "broker", "proxy", "address", "authority", "rest", "graphql", "hub", "upload", "login", "dienst", "serveur");

    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        "xsi", "xsd", "schema", "schemas", "claim", "claims", "audience", "audiences", "canonical", "system", "systems", "extension", "extensions",
        "profile", "profiles", "vocabulary", "vocabularies", "oid", "urn", "iri", "predicate", "rel", "relation", "relationship", "identifier",
        "identifiers", "prefix", "prefixes", "scope", "scopes", "context", "soap", "action", "algorithm", "transform", "binding");

    /// <summary>Words that win over those for a connection: <c>ServiceNamespace</c>, <c>BaseNs</c>.</summary>
    private static readonly ImmutableHashSet<string> SureNames = ImmutableHashSet.Create(
        "namespace", "namespaces", "ns", "xmlns", "dtd", "doctype", "codesystem", "valueset", "structuredefinition", "ontology", "issuer", "issuers",
        "licence", "license", "licences", "licenses", "naamruimte", "codestelsel");

    /// <summary>Of a type that holds nothing but names.</summary>
    private static readonly ImmutableHashSet<string> NameHolders = ImmutableHashSet.Create(
        "namespace", "namespaces", "xmlns", "claims", "schemas", "systems", "codesystems", "vocabulary", "vocabularies", "ontology", "urns", "identifiers",
        "profiles", "extensions", "canonicals", "prefixes", "licenses", "licences");

    private static readonly ImmutableHashSet<string> Links = ImmutableHashSet.Create(
        "link", "links", "website", "site", "homepage", "help", "docs", "documentation", "readme", "support", "contact", "about", "terms", "privacy", "policy",
        "faq", "project", "repository", "repo", "credits", "imprint", "blog", "wiki", "external", "image", "images", "img", "icon", "logo", "avatar",
        "thumbnail", "thumb", "picture", "pictures", "poster", "banner", "css", "font", "href", "navigate", "referer", "referrer", "copyright");

    /// <summary>By the name itself; a word for a connection wins over one that may be about a name.</summary>
    public static AddressUse Of(string name)
    {
        var words = Tokenizer.Tokens(name);
        return words.Any(SureNames.Contains) ? AddressUse.Name
            : words.Any(Connections.Contains) ? AddressUse.Connection
            : words.Any(Names.Contains) ? AddressUse.Name
            : words.Any(Links.Contains) ? AddressUse.Link
            : AddressUse.Unknown;
    }

    /// <summary>By the name of the type that holds it.</summary>
    public static bool HoldsNames(string type)
    {
        var words = Tokenizer.Tokens(type);
        return words.Any(NameHolders.Contains) || (words.Count > 1 && words[words.Count - 2] == "claim" && words[words.Count - 1] is "types" or "type");
    }

    /// <summary>By the keys of a setting, the last one first: <c>Fhir:Systems:Insz</c>.</summary>
    public static AddressUse OfPath(string path)
    {
        var keys = path.Split(':');
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            if (keys[i].StartsWith("$schema", StringComparison.Ordinal) || keys[i] == "@context")
            {
                return AddressUse.Name;
            }

            if (Of(keys[i]) is var use && use != AddressUse.Unknown)
            {
                return use;
            }
        }

        return AddressUse.Unknown;
    }
}
