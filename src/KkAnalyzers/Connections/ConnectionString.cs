using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Connections;

/// <summary>One <c>key=value</c>.</summary>
/// <param name="Key">As written.</param>
/// <param name="Name">The key in small letters without spaces, hyphens and underscores.</param>
/// <param name="Value">Without its quotes.</param>
/// <param name="Span">Key and value, in the text.</param>
/// <param name="ValueSpan">The value without its quotes, in the text.</param>
internal sealed record ConnectionPair(string Key, string Name, string Value, TextSpan Span, TextSpan ValueSpan);

/// <summary>A connection string that was read.</summary>
/// <param name="Pairs">Its settings in order.</param>
/// <param name="Server">The server as written; null when none is named.</param>
/// <param name="Host">What the server's name tells.</param>
/// <param name="IsUrl">The settings are the query of a URL.</param>
internal sealed record ConnectionString(ImmutableArray<ConnectionPair> Pairs, string? Server, HostKind Host, bool IsUrl);
