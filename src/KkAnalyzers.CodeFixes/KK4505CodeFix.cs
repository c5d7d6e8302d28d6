using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KkAnalyzers.CodeFixes;

/// <summary>KK4505: see <see cref="OptionFix"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KK4505CodeFix))]
public sealed class KK4505CodeFix() : OptionFix(RuleIds.KK4505);
