using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Markup;

/// <summary>Where the path of a binding begins.</summary>
/// <param name="Type">Name of a type, maybe with its namespace.</param>
/// <param name="Namespace">Its namespace where the file says so; else null.</param>
/// <param name="Path">The path from that type on.</param>
/// <param name="IsContextOfClass">
/// The class belongs to the page: what it gives to <c>BindingContext</c> or <c>DataContext</c> is where the path begins.
/// </param>
internal readonly record struct BoundType(string Type, string? Namespace, string Path, bool IsContextOfClass = false);

/// <summary>From a control to the type that its binding names a member of, by what the file around it says.</summary>
internal static class BoundTypes
{
    /// <summary>How far up a context is looked for.</summary>
    private const int Surroundings = 32;

    /// <summary>Types to look in, the likeliest first; the first that has the member is meant.</summary>
    /// <param name="document">The file.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="node">The control.</param>
    /// <param name="binding">Value of its attribute: <c>{Binding A.B}</c>, <c>@Input.Newsletter</c>, or the bare path.</param>
    public static ImmutableArray<BoundType> Of(MarkupDocument document, string path, MarkupNode node, string binding) =>
        document.Dialect == MarkupDialect.Xml ? OfXaml(document, node, binding) : OfRazor(document, path, binding);

    private static ImmutableArray<BoundType> OfRazor(MarkupDocument document, string file, string binding)
    {
        var types = ImmutableArray.CreateBuilder<BoundType>();
        var path = binding.TrimStart('@').Trim('(', ')', ' ');
        var dot = path.IndexOf('.');
        var first = dot < 0 ? path : path.Substring(0, dot);

        // @inject Care.ProfileState State: the path State.Newsletter begins in the service.
        foreach (var injected in document.DirectivesNamed("inject"))
        {
            var space = injected.LastIndexOf(' ');
            if (dot > 0 && space > 0 && injected.Substring(space + 1) == first)
            {
                types.Add(new BoundType(injected.Substring(0, space), null, path.Substring(dot + 1)));
                return types.ToImmutable();
            }
        }

        if (document.Directive("model") is { } model)
        {
            types.Add(new BoundType(model, null, path));
        }

        // The generated half of a component has the name of its file; what stands in its own file or in the base class counts.
        var name = FilePaths.Name(file);
        types.Add(new BoundType(name.IndexOf('.') is var end && end > 0 ? name.Substring(0, end) : name, document.Directive("namespace"), path));
        if (document.Directive("inherits") is { } inherits)
        {
            types.Add(new BoundType(inherits, null, path));
        }

        return types.ToImmutable();
    }

    private static ImmutableArray<BoundType> OfXaml(MarkupDocument document, MarkupNode node, string binding)
    {
        var extension = MarkupExtension.Parse(binding);
        var path = extension is null ? binding : extension.BindingPath();
        if (path is null)
        {
            return ImmutableArray<BoundType>.Empty;
        }

        if (extension?.Argument("x:DataType") is { } own)
        {
            return ImmutableArray.Create(Named(document, own, path));
        }

        var root = node as MarkupElement ?? node.Parent;
        var isBind = extension?.Name == "x:Bind";
        var around = root;
        for (var i = 0; i < Surroundings && around is not null; i++, around = around.Parent)
        {
            root = around;
            var isTemplate = around.LocalName.EndsWith("Template", StringComparison.Ordinal);
            if ((!isBind || isTemplate) && ContextAt(document, around, path) is { } context)
            {
                return ImmutableArray.Create(context);
            }

            // Items of a list have a context that nothing here names.
            if (isTemplate)
            {
                return ImmutableArray<BoundType>.Empty;
            }
        }

        return around is null && root?.Attribute("x:Class")?.Value is { Length: > 0 } type
            ? ImmutableArray.Create(new BoundType(type, null, path, IsContextOfClass: !isBind))
            : ImmutableArray<BoundType>.Empty;
    }

    /// <summary>What an element says about the context of all that is in it.</summary>
    private static BoundType? ContextAt(MarkupDocument document, MarkupElement element, string path)
    {
        foreach (var attribute in element.Attributes)
        {
            switch (attribute.Name)
            {
                case "x:DataType" or "DataType":
                    return Named(document, attribute.Value, path);
                case "d:DataContext" or "d:BindingContext" when MarkupExtension.Parse(attribute.Value) is { } design:
                    // {d:DesignInstance vm:Foo}, {d:DesignInstance Type={x:Type vm:Foo}, IsDesignTimeCreatable=True}
                    if (design.Name.EndsWith("DesignInstance", StringComparison.Ordinal) && (design.Argument("Type") ?? design.Positional.FirstOrDefault()) is { } type)
                    {
                        return Named(document, type, path);
                    }

                    break;
            }
        }

        // <ContentPage.BindingContext><vm:RegisterViewModel/></ContentPage.BindingContext>: a child, near the start of the element.
        const int near = 24;
        var left = near;
        foreach (var inner in document.Within(element))
        {
            if (left-- == 0)
            {
                return null;
            }

            if (inner is MarkupElement { Parent.Parent: { } owner } value && owner == element
                && (inner.Parent!.LocalName.EndsWith(".BindingContext", StringComparison.Ordinal) || inner.Parent.LocalName.EndsWith(".DataContext", StringComparison.Ordinal)))
            {
                return Named(document, value.Name, path);
            }
        }

        return null;
    }

    /// <summary><c>vm:RegisterViewModel</c> or <c>{x:Type vm:RegisterViewModel}</c>, with the namespace that the prefix stands for.</summary>
    private static BoundType Named(MarkupDocument document, string name, string path)
    {
        name = MarkupExtension.Parse(name) is { } type ? type.Positional.FirstOrDefault() ?? type.Argument("TypeName") ?? "" : name.Trim();
        var colon = name.IndexOf(':');
        var declaration = document.Elements.FirstOrDefault()?.Attribute(colon < 0 ? "xmlns" : "xmlns:" + name.Substring(0, colon))?.Value ?? "";
        foreach (var start in new[] { "clr-namespace:", "using:" })
        {
            if (declaration.StartsWith(start, StringComparison.Ordinal))
            {
                return new BoundType(name.Substring(colon + 1), declaration.Substring(start.Length).Split(';')[0].Trim(), path);
            }
        }

        return new BoundType(name.Substring(colon + 1), null, path);
    }
}
