using KkAnalyzers.Connections;

namespace KkAnalyzers.Settings;

/// <summary>A text in a settings file.</summary>
/// <param name="Section">Name of what it stands in; empty at the top.</param>
/// <param name="Name">Its key; of an element of an array, the key of the array.</param>
/// <param name="Value">The text and where it stands.</param>
internal readonly record struct Setting(string Section, string Name, PlacedText Value);
