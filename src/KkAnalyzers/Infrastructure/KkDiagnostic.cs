using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Infrastructure;

/// <summary>The one place that makes diagnostics, so that each carries its evidence for the report.</summary>
internal static class KkDiagnostic
{
    /// <summary>Property prefix of a message argument: <c>arg0</c>, <c>arg1</c> … See <see cref="MessageArg.Property"/>.</summary>
    public const string ArgumentPrefix = "arg";

    public static Diagnostic Create(DiagnosticDescriptor descriptor, Location location, params MessageArg[] args) =>
        Create(descriptor, location, null, null, null, args);

    /// <param name="descriptor">The rule.</param>
    /// <param name="location">Where the finding is shown: as tight as the evidence allows.</param>
    /// <param name="severity">A lower severity than the rule's own for a single finding (the rule's page says when); null for the rule's own.</param>
    /// <param name="related">The steps that led here, in order: source first.</param>
    /// <param name="properties">What a code fix needs.</param>
    /// <param name="args">The evidence, for the holes of the rule's message.</param>
    public static Diagnostic Create(
        DiagnosticDescriptor descriptor,
        Location location,
        DiagnosticSeverity? severity,
        IEnumerable<Location>? related,
        ImmutableDictionary<string, string?>? properties,
        params MessageArg[] args)
    {
        var all = (properties ?? ImmutableDictionary<string, string?>.Empty).ToBuilder();
        for (var i = 0; i < args.Length; i++)
        {
            all[ArgumentPrefix + i.ToString(CultureInfo.InvariantCulture)] = args[i].Property;
        }

#pragma warning disable RS0030 // this is the wrapper that the ban points to
        return Diagnostic.Create(
            descriptor,
            location,
            severity ?? descriptor.DefaultSeverity,
            related,
            all.ToImmutable(),
            Array.ConvertAll(args, a => (object?)a.Argument));
#pragma warning restore RS0030
    }
}
