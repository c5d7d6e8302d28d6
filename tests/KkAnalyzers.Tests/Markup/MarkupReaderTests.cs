using KkAnalyzers.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Tests.Markup;

public class MarkupReaderTests
{
    private const string RazorSample = """
        @page "/register"
        @model Care.RegisterModel
        @using Care.Models
        @* <input checked name="newsletter"> *@
        @{
            var count = Model.Items.Count<Item>(x => x.Name == "<b>" && 'a' < 'b');
            <p class="intro">It's @count of @Model.Total.</p>
        }
        @if (Model.Items.Any(i => i.Name == "}"))
        {
            <ul>
                @foreach (var item in Model.Items)
                {
                    <li id="@item.Id" @onclick="@(() => Select("x", item))">@item.Name</li>
                }
            </ul>
        }
        else if (count < 3)
        {
            @:text with <b>bold</b> words
            <br>
            <EditForm Model="model" @attributes="More"><InputCheckbox @bind-Value="model.Newsletter" /></EditForm>
        }
        else
        {
            <input type="checkbox" @(Model.On ? "checked" : "") disabled=@(Model.Off) name='news"letter' />
        }
        mail me@example.org or @@handle @(1 + (2)) @Html.CheckBox("newsletter", true)
        <script>if (a < b) { document.write("<input checked>"); }</script>
        <style>a > b { }</style>
        <textarea name="t"><input></textarea>
        <select><option>een<option selected>twee</select>
        @section Scripts {
            <link rel="x"><span>einde</span>
        }
        @code {
            private bool newsletter = true;
            string html = "</div><input checked>"; // }
            RenderFragment f = @<p>It's me</p>;
        }
        <p>na</p>
        """;

    private const string XamlSample = """
        <?xml version="1.0"?>
        <!DOCTYPE x [ <!ENTITY a "<b>"> ]>
        <!-- <Switch IsToggled="True"/> -->
        <ContentPage xmlns:x="http://schemas.microsoft.com/winfx/2009/xaml" x:DataType="vm:RegisterViewModel">
          <Grid RowDefinitions="Auto,Auto">
            <Label Grid.Row="0" Text="Nieuwsbrief &amp; meer" />
            <Switch Grid.Row="0" IsToggled="{Binding Newsletter, FallbackValue=True}" x:Name="one"/>
            <CheckBox><CheckBox.IsChecked>True</CheckBox.IsChecked></CheckBox>
          </Grid>
          <![CDATA[ <Switch/> ]]>
        </ContentPage>
        """;

    private const string HtmlSample = """
        <!doctype html>
        <html lang=nl><head><title>Inschrijven & meer</title><meta charset=utf-8></head>
        <body class='a b'><form action=/go><p>een<p>twee<br/>drie
        <label for=n>Nieuwsbrief</label><INPUT id=n CHECKED type=checkbox>
        <div></span></div></form>&eacute;<a href="x>y">z</a></body></html>
        """;

    [Fact]
    public void Elements_of_Razor_are_those_that_are_markup()
    {
        var names = Read(RazorSample, MarkupDialect.Razor).Elements.Select(e => e.Name);
        Assert.Equal(
            ["p", "ul", "li", "b", "br", "EditForm", "InputCheckbox", "input", "script", "style", "textarea", "select", "option", "option", "link", "span", "p"],
            names);
    }

    [Fact]
    public void Attributes_of_Razor()
    {
        var document = Read(RazorSample, MarkupDialect.Razor);
        var input = document.Elements.Single(e => e.Name == "input");
        Assert.Equal(["type", "disabled", "name"], input.Attributes.Select(a => a.Name));
        Assert.Equal("@(Model.Off)", input.Attribute("disabled")!.Value);
        Assert.Equal("news\"letter", input.Attribute("NAME")!.Value);
        Assert.True(input.HasUnknownAttributes);
        Assert.True(input.IsConditional);
        Assert.True(document.Elements.Single(e => e.Name == "EditForm").HasUnknownAttributes);
        Assert.Equal("@(() => Select(\"x\", item))", document.Elements.Single(e => e.Name == "li").Attribute("@onclick")!.Value);
        Assert.Equal("EditForm", document.Elements.Single(e => e.Name == "InputCheckbox").Parent!.Name);
        Assert.Equal("model.Newsletter", document.Elements.Single(e => e.Name == "InputCheckbox").Attribute("@bind-Value")!.Value);
    }

    [Fact]
    public void Expressions_directives_and_conditions_of_Razor()
    {
        var document = Read(RazorSample, MarkupDialect.Razor);
        Assert.Equal("Care.RegisterModel", document.Directive("model"));
        Assert.Equal(
            ["count", "Model.Total", "item.Name", "(1 + (2))", "Html.CheckBox(\"newsletter\", true)"],
            document.Nodes.OfType<MarkupCode>().Select(c => c.Code));
        Assert.False(document.Elements.First().IsConditional);
        Assert.False(document.Elements.Last().IsConditional);
        Assert.Contains(document.Nodes.OfType<MarkupText>(), t => t.Text.Contains("me", StringComparison.Ordinal));
        Assert.Equal(["option", "option"], document.Elements.Where(e => e.Parent?.Name == "select").Select(e => e.Name));
    }

    [Fact]
    public void Html_with_bare_values_capitals_and_tags_that_do_not_close()
    {
        var document = Read(HtmlSample, MarkupDialect.Html);
        var input = document.Elements.Single(e => e.Name == "INPUT");
        Assert.Null(input.Attribute("checked")!.RawValue);
        Assert.Equal("checkbox", input.Attribute("type")!.Value);
        Assert.Equal("x>y", document.Elements.Single(e => e.Name == "a").Attribute("href")!.Value);
        Assert.Equal(["een", "twee"], document.Elements.Where(e => e.Name == "p").Select(p => document.Within(p).OfType<MarkupText>().First().Text));
        Assert.Equal("form", document.Elements.First(e => e.Name == "p").Parent!.Name);
        Assert.Equal("form", document.Elements.Last(e => e.Name == "p").Parent!.Name);
        Assert.Equal("body", document.Elements.Single(e => e.Name == "a").Parent!.Name);
        Assert.Contains(document.Nodes.OfType<MarkupText>(), t => t.Text == "é");
    }

    [Fact]
    public void Xml_without_document_type_comments_and_character_data()
    {
        var document = Read(XamlSample, MarkupDialect.Xml);
        Assert.Equal(["ContentPage", "Grid", "Label", "Switch", "CheckBox", "CheckBox.IsChecked"], document.Elements.Select(e => e.Name));
        Assert.Equal("Nieuwsbrief & meer", document.Elements.Single(e => e.Name == "Label").Attribute("Text")!.Value);
        Assert.Equal("True", document.Within(document.Elements.Single(e => e.Name == "CheckBox.IsChecked")).OfType<MarkupText>().Single().Text);
        Assert.Contains(document.Nodes.OfType<MarkupText>(), t => t.Text.Trim() == "<Switch/>");
    }

    [Fact]
    public void Positions_are_exact()
    {
        foreach (var (text, dialect) in Samples())
        {
            var document = Read(text, dialect);
            foreach (var element in document.Elements)
            {
                Assert.Equal(element.Name, text.Substring(element.NameSpan.Start, element.NameSpan.Length));
                Assert.Equal('<', text[element.StartTag.Start]);
                Assert.Equal('>', text[element.StartTag.End - 1]);
                foreach (var attribute in element.Attributes)
                {
                    Assert.Equal(attribute.Name, text.Substring(attribute.NameSpan.Start, attribute.NameSpan.Length));
                    Assert.Equal(attribute.RawValue ?? "", text.Substring(attribute.ValueSpan.Start, attribute.ValueSpan.Length));
                }
            }

            foreach (var code in document.Nodes.OfType<MarkupCode>())
            {
                Assert.Equal("@" + code.Code, text.Substring(code.Span.Start, code.Span.Length));
            }
        }
    }

    [Fact]
    public void Two_thousand_mutations_never_throw_and_stay_in_the_file()
    {
        var random = new Random(20260117);
        const string Pieces = "<>\"'@{}()[]/=!-*:;&\\ \nax";
        var samples = Samples().ToArray();
        for (var i = 0; i < 2000; i++)
        {
            var (text, dialect) = samples[i % samples.Length];
            var mutated = text.ToList();
            for (var n = random.Next(1, 12); n > 0 && mutated.Count > 1; n--)
            {
                var at = random.Next(mutated.Count);
                switch (random.Next(4))
                {
                    case 0: mutated[at] = Pieces[random.Next(Pieces.Length)]; break;
                    case 1: mutated.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                    case 2: mutated.RemoveAt(at); break;
                    default: mutated.RemoveRange(at, Math.Min(random.Next(40), mutated.Count - at)); break;
                }
            }

            AssertInside(new string([.. mutated]), dialect);
        }
    }

    [Fact]
    public void Every_beginning_of_a_file_can_be_read()
    {
        foreach (var (text, dialect) in Samples())
        {
            for (var length = 0; length < text.Length; length++)
            {
                AssertInside(text[..length], dialect);
            }
        }
    }

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("@if (x) { <div>", "</div> }")]
    [InlineData("@{", "}")]
    [InlineData("@(", ")")]
    [InlineData("<li>", "")]
    public void Ten_thousand_levels(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 10_000)) + "x" + string.Concat(Enumerable.Repeat(close, 10_000));
        foreach (var dialect in Enum.GetValues<MarkupDialect>())
        {
            AssertInside(text, dialect);
        }
    }

    [Fact]
    public void A_huge_attribute()
    {
        var text = "<input name=\"" + new string('x', 1_000_000) + "\" checked>";
        foreach (var dialect in Enum.GetValues<MarkupDialect>())
        {
            Assert.Equal(1_000_000, Assert.Single(Read(text, dialect).Elements).Attribute("name")!.Value.Length);
        }
    }

    /// <summary>Also for what tempts a reader to look back or ahead: what never closes, and end tags that nothing opened.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("<a ")]
    [InlineData("<p title=\"")]
    [InlineData("@(")]
    [InlineData("@{ ")]
    [InlineData("</b>")]
    [InlineData("<b></c>")]
    [InlineData("@if (x) { <b></c> ")]
    [InlineData("@x\n")]
    [InlineData("} @if(a) { } \n   ")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("@{ @: ")]
    [InlineData("<a b  c  ")]
    public void Four_times_the_file_takes_four_times_the_steps(string? piece)
    {
        foreach (var (sample, dialect) in Samples())
        {
            var unit = piece ?? sample;
            var size = piece is null ? 1_000_000 : 50_000;
            var small = Read(Repeat(unit, size), dialect);
            var large = Read(Repeat(unit, 4 * size), dialect);
            Assert.InRange(large.Steps, 0, 4.2 * small.Steps + 1000);
            Assert.InRange(large.Steps, 0, 16L * size);
        }
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static MarkupDocument Read(string text, MarkupDialect dialect) => MarkupDocument.Read(text, dialect);

    private static IEnumerable<(string Text, MarkupDialect Dialect)> Samples() =>
        [(RazorSample, MarkupDialect.Razor), (XamlSample, MarkupDialect.Xml), (HtmlSample, MarkupDialect.Html)];

    private static void AssertInside(string text, MarkupDialect dialect)
    {
        var document = Read(text, dialect);
        var all = TextSpan.FromBounds(0, text.Length);
        var last = 0;
        for (var i = 0; i < document.Nodes.Length; i++)
        {
            var node = document.Nodes[i];
            Assert.Equal(i, node.Index);
            Assert.True(all.Contains(node.Span));
            Assert.True(node.Span.Start >= last);
            last = node.Span.Start;
            Assert.True(node.Parent is null || (node.Parent.Index < i && node.Parent.Span.Start <= node.Span.Start));
            if (node is MarkupElement element)
            {
                Assert.True(all.Contains(element.StartTag) && all.Contains(element.NameSpan));
                Assert.All(element.Attributes, a => Assert.True(all.Contains(a.Span) && all.Contains(a.NameSpan) && all.Contains(a.ValueSpan)));
            }
        }
    }
}
