using KkAnalyzers.Connections;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Settings;

/// <summary>A value in a settings file.</summary>
/// <param name="Path">Keys from the root, with colons between them as in .NET configuration: <c>Api:BaseUrl</c>. In XML, the name.</param>
/// <param name="Section">Name of what it stands in; empty at the top.</param>
/// <param name="Name">Its key; of an element of an array, the key of the array.</param>
/// <param name="Value">The text, with escapes resolved, and where it stands.</param>
/// <param name="Span">The whole: key and value with their quotes in JSON, what is between the quotes or tags in XML.</param>
/// <param name="IsText">No number, true, false or null.</param>
internal readonly record struct Setting(string Path, string Section, string Name, PlacedText Value, TextSpan Span, bool IsText = true);
