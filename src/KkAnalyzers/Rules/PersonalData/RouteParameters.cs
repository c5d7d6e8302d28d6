using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>
/// KK4305 on the receiving side: parameters of a controller's action that a caller puts into the address, because the route
/// template names them or because a GET takes simple values from nowhere else.
/// </summary>
internal sealed class RouteParameters
{
    private readonly Lazy<PersonalDataModel> _model;
    private readonly Inspection _inspection;
    private readonly Func<DataClassification, bool> _counts;

    private RouteParameters(KkContext context, Func<DataClassification, bool> counts) =>
        (_model, _inspection, _counts) = (new Lazy<PersonalDataModel>(() => PersonalDataModel.For(context)), context.Inspection(RuleCatalog.KK4305), counts);

    /// <summary>Registers nothing in a program without MVC.</summary>
    /// <param name="context">The compilation.</param>
    /// <param name="counts">Whether the rule's options count such data.</param>
    public static void Register(KkContext context, Func<DataClassification, bool> counts)
    {
        if (context.Type("Microsoft.AspNetCore.Mvc.Routing.HttpMethodAttribute") is not null)
        {
            context.RegisterSymbolAction(new RouteParameters(context, counts).Method, SymbolKind.Method);
        }
    }

    private void Method(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.Parameters.IsEmpty || method.DeclaredAccessibility != Accessibility.Public || method.MethodKind != MethodKind.Ordinary)
        {
            return;
        }

        var template = "";
        var isGet = false;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is not { } name || !(name is "RouteAttribute" || name.StartsWith("Http", StringComparison.Ordinal)))
            {
                continue;
            }

            isGet |= name is "HttpGetAttribute" or "HttpDeleteAttribute" or "HttpHeadAttribute";
            template += attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is string text ? "/" + text : "";
        }

        if (template.Length == 0 && !isGet)
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            if (IsInAddress(parameter, template, isGet))
            {
                _inspection.Inspected();
                if (_model.Value.Classify(parameter) is { Pseudonymised: false } data && _counts(data) && parameter.Locations.FirstOrDefault() is { IsInSource: true } location)
                {
                    context.ReportDiagnostic(KkDiagnostic.Create(
                        RuleCatalog.KK4305, location,
                        data.Name, data.CategoryText, method.ContainingType.Name + "." + method.Name, data.Reason, MessageArg.Text(Texts.FlowRoute)));
                    PersonalDataInventory.Use(_inspection, location, null, data, "url", method.ContainingType.Name + "." + method.Name, isProtected: false);
                }
            }
        }
    }

    /// <summary>Values of one word each; objects come from the body unless an attribute says otherwise, and then their members are looked at where they are declared.</summary>
    private static bool IsInAddress(IParameterSymbol parameter, string template, bool isGet)
    {
        if (parameter.Type.SpecialType == SpecialType.None && !parameter.Type.IsValueType)
        {
            return false;
        }

        var source = parameter.GetAttributes().Select(a => a.AttributeClass?.Name).FirstOrDefault(n => n?.StartsWith("From", StringComparison.Ordinal) == true);
        return source switch
        {
            "FromRouteAttribute" or "FromQueryAttribute" => true,
            null => isGet || IsNamed(template, parameter.Name),
            _ => false,
        };
    }

    // {insz}, {insz:length(11)}, {*path}, {insz?}, {insz=0}
    private static bool IsNamed(string template, string name)
    {
        for (var at = template.IndexOf(name, StringComparison.OrdinalIgnoreCase); at > 0; at = template.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if (template[at - 1] is '{' or '*' && end < template.Length && template[end] is '}' or ':' or '?' or '=')
            {
                return true;
            }
        }

        return false;
    }
}
