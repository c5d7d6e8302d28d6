using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4503: see <see cref="OptionFix"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4503CodeFix))]
public sealed class KK4503CodeFix() : OptionFix(RuleIds.KK4503);
