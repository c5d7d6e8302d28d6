using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4504: see <see cref="OptionFix"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4504CodeFix))]
public sealed class KK4504CodeFix() : OptionFix(RuleIds.KK4504);
