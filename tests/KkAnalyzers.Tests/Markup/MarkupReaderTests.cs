using KkAnalyzers.Markup;

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
            ["p", "ul", "li", "b", "br", "EditForm", "InputCheckbox", "input", "script", "style", "textarea", "select", "option", "option", "link", "span", "p", "p"],
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
    [InlineData("<p><td>")]
    [InlineData("<td></div>")]
    [InlineData("</script")]
    [InlineData("<textarea></text")]
    [InlineData("@code       ")]
    [InlineData("@{ $\"{")]
    [InlineData("@{ \"\"\"x\" ")]
    [InlineData("@{ 'x")]
    [InlineData("@model ")]
    [InlineData("@@ ")]
    [InlineData("a@")]
    [InlineData("<a x=\"@\" ")]
    [InlineData("<a @if (x) { ")]
    [InlineData("<a\0é ")]
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

    /// <summary>A generated page of a megabyte against one of 64 KB: as much per character.</summary>
    [Fact]
    public void Steps_per_character_do_not_depend_on_the_size()
    {
        foreach (var (sample, dialect) in Samples())
        {
            double PerCharacter(int size) => Repeat(sample, size) is var text ? (double)Read(text, dialect).Steps / text.Length : 0;
            Assert.InRange(PerCharacter(1 << 20) / PerCharacter(1 << 16), 0.98, 1.02);
        }
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static MarkupDocument Read(string text, MarkupDialect dialect) => MarkupDocument.Read(text, dialect);

    private static IEnumerable<(string Text, MarkupDialect Dialect)> Samples() =>
        [(RazorSample, MarkupDialect.Razor), (XamlSample, MarkupDialect.Xml), (HtmlSample, MarkupDialect.Html)];

    private static void AssertInside(string text, MarkupDialect dialect) => MutationTests.Check(Read(text, dialect), text);
}
