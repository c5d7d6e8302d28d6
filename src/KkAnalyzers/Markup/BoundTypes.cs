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
/// <remarks>One for a file: what is found out about an element holds for all that is in it.</remarks>
internal sealed class BoundTypes(MarkupDocument document, string file)
{
    /// <summary>How far up the page of an x:Bind is looked for.</summary>
    private const int Surroundings = 32;

    private readonly Dictionary<MarkupElement, BoundType?> _contexts = new();

    private bool? _namesContexts;

    /// <summary>Types to look in, the likeliest first; the first that has the member is meant.</summary>
    /// <param name="node">The control.</param>
    /// <param name="binding">Value of its attribute: <c>{Binding A.B}</c>, <c>@Input.Newsletter</c>, or the bare path.</param>
    public ImmutableArray<BoundType> Of(MarkupNode node, string binding) =>
        document.Dialect == MarkupDialect.Xml ? OfXaml(node, binding) : OfRazor(binding);

    private ImmutableArray<BoundType> OfRazor(string binding)
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

    private ImmutableArray<BoundType> OfXaml(MarkupNode node, string binding)
    {
        var extension = MarkupExtension.Parse(binding);
        var path = extension is null ? binding : extension.BindingPath();
        if (path is null)
        {
            return ImmutableArray<BoundType>.Empty;
        }

        var context = extension?.Argument("x:DataType") is { } own ? Named(own)
            : (node as MarkupElement ?? node.Parent) is not { } element ? null
            : extension?.Name == "x:Bind" ? OfPage(element)
            : Context(element);
        return context is { } type ? ImmutableArray.Create(type with { Path = path }) : ImmutableArray<BoundType>.Empty;
    }

    /// <summary>x:Bind begins in the class of the page, in a template in what that says.</summary>
    private BoundType? OfPage(MarkupElement element)
    {
        var around = element;
        for (var i = 0; i < Surroundings && around is not null; i++, around = around.Parent)
        {
            if (IsTemplate(around))
            {
                return ContextAt(around);
            }

            if (around.Parent is null)
            {
                return around.Attribute("x:Class")?.Value is { Length: > 0 } type ? new BoundType(type, null, "") : null;
            }
        }

        return null;
    }

    /// <summary>The context of an element: what it says itself, or what is around it.</summary>
    private BoundType? Context(MarkupElement element)
    {
        if (!(_namesContexts ??= NamesContexts()))
        {
            return null;
        }

        var around = element;
        BoundType? found;
        while (!_contexts.TryGetValue(around, out found))
        {
            found = ContextAt(around);

            // Items of a list have a context that nothing here names.
            if (found is not null || IsTemplate(around))
            {
                break;
            }

            if (around.Parent is null)
            {
                found = around.Attribute("x:Class")?.Value is { Length: > 0 } type ? new BoundType(type, null, "", IsContextOfClass: true) : null;
                break;
            }

            around = around.Parent;
        }

        // The same for all on the way, so that no two controls of a page go the same way twice.
        for (var inner = element; inner != around; inner = inner.Parent!)
        {
            _contexts[inner.Parent!] = found;
        }

        return found;
    }

    /// <summary>False for a file in which no element says what its controls are bound to, so that none need be looked for around each.</summary>
    private bool NamesContexts()
    {
        foreach (var element in document.Elements)
        {
            if (element.LocalName.EndsWith("Context", StringComparison.Ordinal))
            {
                return true;
            }

            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.EndsWith("DataType", StringComparison.Ordinal) || attribute.Name.EndsWith("Context", StringComparison.Ordinal) || attribute.Name == "x:Class")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsTemplate(MarkupElement element) => element.LocalName.EndsWith("Template", StringComparison.Ordinal);

    /// <summary>What an element says about the context of all that is in it.</summary>
    private BoundType? ContextAt(MarkupElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            switch (attribute.Name)
            {
                case "x:DataType" or "DataType":
                    return Named(attribute.Value);
                case "d:DataContext" or "d:BindingContext" when MarkupExtension.Parse(attribute.Value) is { } design:
                    // {d:DesignInstance vm:Foo}, {d:DesignInstance Type={x:Type vm:Foo}, IsDesignTimeCreatable=True}
                    if (design.Name.EndsWith("DesignInstance", StringComparison.Ordinal) && (design.Argument("Type") ?? design.Positional.FirstOrDefault()) is { } type)
                    {
                        return Named(type);
                    }

                    break;
            }
        }

        // <ContentPage.BindingContext><vm:RegisterViewModel/></ContentPage.BindingContext>: a child, near the start of the element.
        const int near = 24;
        var last = Math.Min(document.Nodes.Length, element.Index + near);
        for (var i = element.Index + 1; i < last && document.Nodes[i].Span.Start < element.Span.End; i++)
        {
            if (document.Nodes[i] is MarkupElement { Parent: { Parent: { } owner } inner } value && owner == element
                && (inner.LocalName.EndsWith(".BindingContext", StringComparison.Ordinal) || inner.LocalName.EndsWith(".DataContext", StringComparison.Ordinal)))
            {
                return Named(value.Name);
            }
        }

        return null;
    }

    /// <summary><c>vm:RegisterViewModel</c> or <c>{x:Type vm:RegisterViewModel}</c>, with the namespace that the prefix stands for.</summary>
    private BoundType Named(string name)
    {
        name = MarkupExtension.Parse(name) is { } type ? type.Positional.FirstOrDefault() ?? type.Argument("TypeName") ?? "" : name.Trim();
        var colon = name.IndexOf(':');
        var declaration = document.Elements.FirstOrDefault()?.Attribute(colon < 0 ? "xmlns" : "xmlns:" + name.Substring(0, colon))?.Value ?? "";
        foreach (var start in new[] { "clr-namespace:", "using:" })
        {
            if (declaration.StartsWith(start, StringComparison.Ordinal))
            {
                return new BoundType(name.Substring(colon + 1), declaration.Substring(start.Length).Split(';')[0].Trim(), "");
            }
        }

        return new BoundType(name.Substring(colon + 1), null, "");
    }
}
