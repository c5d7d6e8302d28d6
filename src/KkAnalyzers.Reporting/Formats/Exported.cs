using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting.Formats;

/// <summary>A report in another format.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Notes">What of the report is not in it although the format has a place for it.</param>
internal sealed record Exported(byte[] Bytes, IReadOnlyList<Localized> Notes);
