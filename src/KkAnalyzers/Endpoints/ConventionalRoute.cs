using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Endpoints;

/// <summary>A pattern such as <c>{area}/{controller=Home}/{action=Index}/{id?}</c> that gives routes to actions without attributes.</summary>
/// <param name="Call">The call that adds it.</param>
/// <param name="Evidence">What the call says about access.</param>
/// <param name="Template">The pattern; <c>…</c> when it is not constant.</param>
/// <param name="Area">The area it is for; null for none in particular.</param>
/// <param name="Controller">The only controller it leads to; null for all.</param>
/// <param name="Action">The only action it leads to; null for all.</param>
internal sealed record ConventionalRoute(IInvocationOperation Call, AccessEvidence Evidence, string Template, string? Area, string? Controller, string? Action)
{
    /// <summary>The documented pattern of MapDefaultControllerRoute, and of MVC before there were patterns to read.</summary>
    public const string Default = "{controller=Home}/{action=Index}/{id?}";

    public static ConventionalRoute Read(IInvocationOperation call, AccessEvidence evidence)
    {
        var pattern = call.Argument("pattern") ?? call.Argument("template") ?? call.Argument("url") ?? call.Argument("routeTemplate");
        var area = call.Argument("areaName").Constant();
        var only = call.TargetMethod.Name.StartsWith("MapFallbackTo", StringComparison.Ordinal);
        var template = call.TargetMethod.Name == "MapDynamicControllerRoute" ? "…"
            : only ? (pattern is null ? "{*path}" : RouteFlow.Pattern(pattern))
            : pattern is null ? Default
            : RouteFlow.Pattern(pattern);
        var defaults = call.Argument("defaults");
        return new(
            call,
            evidence,
            template,
            call.Argument("area").Constant() ?? area,
            only ? call.Argument("controller").Constant() : Fixed(defaults, template, "controller"),
            only ? call.Argument("action").Constant() : Fixed(defaults, template, "action"));
    }

    /// <summary>The route can lead to this action, as far as its pattern is known.</summary>
    public bool Serves(string? area, string controller, string action) =>
        (Area is null ? area is null || Template == "…" || Template.IndexOf("{area", StringComparison.OrdinalIgnoreCase) >= 0 : Same(Area, area))
        && (area is not null || Template.IndexOf("{area}", StringComparison.OrdinalIgnoreCase) < 0)
        && (Controller is null || Same(Controller, controller))
        && (Action is null || Same(Action, action));

    /// <summary>The pattern with the names filled in.</summary>
    public string Fill(string? area, string controller, string action)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Template.Length; i++)
        {
            var end = Template[i] == '{' ? Template.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(Template[i]);
                continue;
            }

            var hole = Template.Substring(i + 1, end - i - 1);
            var name = hole.Split('=', ':', '?')[0];
            text.Append(name.ToUpperInvariant() switch
            {
                "AREA" => area ?? "{" + hole + "}",
                "CONTROLLER" => controller,
                "ACTION" => action,
                _ => "{" + hole + "}",
            });
            i = end;
        }

        return "/" + text.ToString().TrimStart('/');
    }

    /// <summary>A value that every request by this route gets: from the defaults, where the pattern has no place for another.</summary>
    private static string? Fixed(IOperation? defaults, string template, string name) =>
        template.IndexOf("{" + name, StringComparison.OrdinalIgnoreCase) >= 0 || defaults?.Unwrap() is not IAnonymousObjectCreationOperation values ? null
        : values.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a => a.Target is IPropertyReferenceOperation target && Same(target.Property.Name, name))?.Value.Constant();

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
