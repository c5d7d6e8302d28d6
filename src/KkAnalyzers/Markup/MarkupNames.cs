using System.Collections.Immutable;

namespace KkAnalyzers.Markup;

/// <summary>What HTML says about the elements of a name.</summary>
[Flags]
internal enum HtmlKind
{
    None = 0,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1,

    /// <summary>Its content is no markup: script and style.</summary>
    RawText = 2,

    /// <summary>Its content is text with entities, without tags: a title, a text area.</summary>
    PlainText = 4,

    /// <summary>Part of a table: its end tag closes what stands open in the cells.</summary>
    Table = 8,

    /// <summary>An end tag of another kind within does not reach what is open outside: cells of a table.</summary>
    Scope = 16,

    /// <summary>Ends a paragraph that is open.</summary>
    EndsParagraph = 32,
}

/// <summary>A name of elements or attributes in one file. All that have it share this.</summary>
internal sealed class MarkupName(string text, int hash)
{
    private MarkupName? _folded;

    public string Text { get; } = text;

    public int Hash { get; } = hash;

    /// <summary>Without a prefix.</summary>
    public string LocalName { get; } = text.LastIndexOf(':') is var colon && colon >= 0 ? text.Substring(colon + 1) : text;

    /// <summary>The same without capitals, where capitals do not count; it keeps <see cref="LastOpen"/>.</summary>
    public MarkupName Folded
    {
        get => _folded ?? this;
        set => _folded = value;
    }

    public HtmlKind Html { get; set; }

    /// <summary>Names of elements that end where one of this name begins: <c>&lt;li&gt;a&lt;li&gt;b</c>.</summary>
    public ImmutableArray<string> Ends { get; set; } = ImmutableArray<string>.Empty;

    /// <summary>Place on the stack of the innermost open element of this name; -1 when there is none.</summary>
    public int LastOpen { get; set; } = -1;

    /// <summary>Next in the same bucket.</summary>
    public MarkupName? Next { get; set; }
}

/// <summary>The names in one file, so that a page with a hundred thousand cells has one string for them.</summary>
internal sealed class MarkupNames(MarkupDialect dialect)
{
    private static readonly Dictionary<string, HtmlKind> Kinds = Known();

    /// <summary>HTML, "optional tags": start tags that end an element before them.</summary>
    private static readonly Dictionary<string, ImmutableArray<string>> Ends = new(StringComparer.Ordinal)
    {
        ["li"] = ImmutableArray.Create("li"),
        ["dt"] = ImmutableArray.Create("dt", "dd"),
        ["dd"] = ImmutableArray.Create("dt", "dd"),
        ["option"] = ImmutableArray.Create("option"),
        ["optgroup"] = ImmutableArray.Create("option", "optgroup"),
        ["td"] = ImmutableArray.Create("td", "th"),
        ["th"] = ImmutableArray.Create("td", "th"),
        ["tr"] = ImmutableArray.Create("td", "th", "tr"),
        ["tbody"] = ImmutableArray.Create("td", "th", "tr", "thead", "tbody", "caption", "colgroup"),
        ["thead"] = ImmutableArray.Create("caption", "colgroup"),
        ["tfoot"] = ImmutableArray.Create("td", "th", "tr", "thead", "tbody"),
        ["rt"] = ImmutableArray.Create("rt", "rp"),
        ["rp"] = ImmutableArray.Create("rt", "rp"),
        ["body"] = ImmutableArray.Create("head"),
    };

    private MarkupName?[] _buckets = new MarkupName?[64];
    private int _count;

    /// <summary>The name that stands at a place of the text.</summary>
    public MarkupName At(string text, int start, int length)
    {
        var hash = length;
        for (var i = start; i < start + length; i++)
        {
            hash = (hash * 31) + text[i];
        }

        for (var name = _buckets[hash & (_buckets.Length - 1)]; name is not null; name = name.Next)
        {
            if (name.Hash == hash && name.Text.Length == length && string.CompareOrdinal(name.Text, 0, text, start, length) == 0)
            {
                return name;
            }
        }

        return Add(text.Substring(start, length), hash);
    }

    private MarkupName Add(string text, int hash)
    {
        if (_count == _buckets.Length)
        {
            Grow();
        }

        var added = new MarkupName(text, hash);
        Insert(added);
        _count++;
        if (dialect != MarkupDialect.Xml)
        {
            var lower = text.ToLowerInvariant();
            added.Folded = lower == text ? added : At(lower, 0, lower.Length);

            // In Razor, <Link> is a component and <link> is HTML.
            if (dialect == MarkupDialect.Html || text.Length == 0 || !char.IsUpper(text[0]))
            {
                added.Html = Kinds.TryGetValue(lower, out var kind) ? kind : HtmlKind.None;
                added.Ends = Ends.TryGetValue(lower, out var ends) ? ends : added.Ends;
            }
        }

        return added;
    }

    private void Grow()
    {
        var old = _buckets;
        _buckets = new MarkupName?[old.Length * 4];
        foreach (var bucket in old)
        {
            for (var name = bucket; name is not null;)
            {
                var next = name.Next;
                Insert(name);
                name = next;
            }
        }
    }

    private void Insert(MarkupName name)
    {
        ref var bucket = ref _buckets[name.Hash & (_buckets.Length - 1)];
        name.Next = bucket;
        bucket = name;
    }

    private static Dictionary<string, HtmlKind> Known()
    {
        var kinds = new Dictionary<string, HtmlKind>(StringComparer.Ordinal);
        Add(HtmlKind.Void, "area base br col embed hr img input link meta param source track wbr");
        Add(HtmlKind.RawText, "script style xmp iframe noframes");
        Add(HtmlKind.PlainText, "title textarea");
        Add(HtmlKind.Table, "table thead tbody tfoot tr td th caption html body template");
        Add(HtmlKind.Scope, "td th caption table template");
        Add(HtmlKind.EndsParagraph, "address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dt dd");
        return kinds;

        void Add(HtmlKind kind, string names)
        {
            foreach (var name in names.Split(' '))
            {
                kinds[name] = kinds.TryGetValue(name, out var other) ? other | kind : kind;
            }
        }
    }
}
