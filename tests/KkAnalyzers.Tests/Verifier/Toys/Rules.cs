using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Tests.Verifier.Toys;

#pragma warning disable RS2008, RS1033 // These rules are never released.
internal static class ToyRules
{
    public static readonly DiagnosticDescriptor TypeName = Make("TOY001", "Type name '{0}' starts in lower case");
    public static readonly DiagnosticDescriptor FieldName = Make("TOY002", "Field name '{0}' is short");
    public static readonly DiagnosticDescriptor MethodName = Make("TOY003", "Method name '{0}' is short");
    public static readonly DiagnosticDescriptor Off = Make("TOY004", "This rule is off by default", isEnabled: false);
    public static readonly DiagnosticDescriptor Todo = Make("TOY005", "Something is to be done");
    public static readonly DiagnosticDescriptor Option = Make("TOY006", "{0}");
    public static readonly DiagnosticDescriptor NoPlace = Make("TOY007", "The compilation has {0} types");
    public static readonly DiagnosticDescriptor AtEnd = Make("TOY008", "Type name '{0}' is seen at the end", tags: WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor Partial = Make("TOY009", "The type '{0}' has several parts");

    private static DiagnosticDescriptor Make(string id, string message, bool isEnabled = true, params string[] tags)
        => new(id, "A toy rule", message, "Toys", DiagnosticSeverity.Warning, isEnabled, customTags: tags);
}
