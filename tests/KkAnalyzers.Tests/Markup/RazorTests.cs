using KkAnalyzers.Markup;

namespace KkAnalyzers.Tests.Markup;

/// <summary>Razor of views, pages and components.</summary>
public class RazorTests
{
    [Theory]
    // At signs that are text, and those that are not.
    [InlineData("@@handle en jan@zorg.be <p>x", "\"@handle en jan@zorg.be\",p[\"x\"]")]
    [InlineData("<a href=\"mailto:jan@zorg.be\" title='@@x(\"'>y</a>", "a href=mailto:jan@zorg.be title=@@x(\"[\"y\"]")]
    [InlineData("prijs @ 5 euro @", "\"prijs @ 5 euro @\"")]
    [InlineData("a@(b)c", "\"a\",@(b),\"c\"")]
    [InlineData("@Model.Naam. Dag", "@Model.Naam,\". Dag\"")]
    [InlineData("@Model.Lijst[0]?.Naam!.Length?", "@Model.Lijst[0]?.Naam!.Length,\"?\"")]
    [InlineData("@await Html.PartialAsync(\"_X\", new { A = \"}\" })<i>", "@await Html.PartialAsync(\"_X\", new { A = \"}\" }),i")]
    [InlineData("@(a < b ? \"<b>\" : '<' + \"\")<i>", "@(a < b ? \"<b>\" : '<' + \"\"),i")]
    [InlineData("@* <input checked> @ *@<i>", "i")]
    [InlineData("@*@<i>", "")]
    // Strings and comments of every kind, with tags and braces in them.
    [InlineData("@{ var a = \"}<b>\"; }<i>", "i")]
    [InlineData("@{ var a = @\"}\"\"<b>\\\"; }<i>", "i")]
    [InlineData("@{ var a = $\"{f(\"}\")}<b>\"; }<i>", "i")]
    [InlineData("@{ var a = $\"{(x ? $\"{y[\"}\"]}\" : \"{\")} {{ <b>\"; }<i>", "i")]
    [InlineData("@{ var a = $@\"{x}\"\"}\"; var b = @$\"}}{x}\"; }<i>", "i")]
    [InlineData("@{ var a = \"\"\"a \" }<b> \"\" \"\"\"; }<i>", "i")]
    [InlineData("@{ var a = $$\"\"\"{ } {{x[\"}\"]}} <b>\"\"\"; }<i>", "i")]
    [InlineData("@{ var a = \"\"\"\"x\"\"\"}\"\"\"\"; var b = \"\"; }<i>", "i")]
    [InlineData("@{ var a = '}'; var b = '\\''; var c = '\"'; var d = '\\u007D'; }<i>", "i")]
    [InlineData("@{ // } <b>\n /* } <b> */ @* } *@ }<i>", "i")]
    [InlineData("@{ var a = $\"{DateTime.Now:HH:mm}\"; <b>x</b> }<i>", "b[\"x\"],i")]
    // Markup in code.
    [InlineData("@{ <p>It's \"zo\" {x}</p> }<i>", "p[\"It's \"zo\" {x}\"],i")]
    [InlineData("@{ @:een <b>twee</b> }\n }<i>", "\"een\",b,\"twee\",\"}\",i")]
    [InlineData("@{ @:<div>\n }<p>x</p>@{ @:</div>\n }<i>", "div,p[\"x\"],i")]
    [InlineData("@if (a < b) { <text>x <b>y</b></text> } <svg><text>z</text></svg>", "\"x\"?,b?[\"y\"],svg[text[\"z\"]]")]
    [InlineData("@{ <br> <input name=a> <img src=x /> var b = a < c; }<i>", "br,input name=a,img src=x,i")]
    [InlineData("@{ List<string> x = new(); if (x.Count<3) { } Func<int, bool> f = y => y<x.Count; }<i>", "i")]
    [InlineData("@{ if (a) { <b>x</b> } else { <u>y</u> } }<i>", "b?[\"x\"],u?[\"y\"],i")]
    [InlineData("@{ using (Html.BeginForm()) { <b>x</b> } }", "b[\"x\"]")]
    [InlineData("@{ <!-- } <u> --> <b>x</b> }<i>", "b[\"x\"],i")]
    // Statements.
    [InlineData("@if (a) { <b>x</b> } else if (c) { <u>y</u> } else { <s>z</s> } else", "b?[\"x\"],u?[\"y\"],s?[\"z\"],\"else\"")]
    [InlineData("@if (a == \")\" && b == ')') { <b>x</b> }<i>", "b?[\"x\"],i")]
    [InlineData("@if (a) // <u> {\n{ <b>x</b> }<i>", "b?[\"x\"],i")]
    [InlineData("@foreach (var (a, b) in Model.D) { <li>@a</li> } else", "li?[@a],\"else\"")]
    [InlineData("@await foreach (var a in b) { <li>@a</li> }<i>", "li?[@a],i")]
    [InlineData("@switch (a) { case 1: <b>x</b> break; case \"}\": @:y\n break; default: <u>z</u> break; }<i>", "b?[\"x\"],\"y\"?,u?[\"z\"],i")]
    [InlineData("@try { <b>x</b> } catch (E e) when (e.X == \"{\") { <u>y</u> } finally { }<i>", "b?[\"x\"],u?[\"y\"],i")]
    [InlineData("@do { <b>x</b> } while (a < b);<i>", "b?[\"x\"],i")]
    [InlineData("@while (a) { <b>x</b> } while we wait", "b?[\"x\"],\"while we wait\"")]
    [InlineData("@lock (a) { <b>x</b> }<i>", "b?[\"x\"],i")]
    [InlineData("@using (Html.BeginForm()) { <b>x</b> }<i>", "b[\"x\"],i")]
    [InlineData("@for (var i = 0; i < 3; i++) { <b>@i</b> }<i>", "b?[@i],i")]
    // Sections, members, directives.
    [InlineData("@section Scripts { <b>x</b> tekst }<i>", "b[\"x\"],\"tekst\",i")]
    [InlineData("@section Scripts\n{\n<script>if (a) { b(); }</script> }<i>", "script,i")]
    [InlineData("@code { string a = \"<b>}\"; bool B() => 1 < x; List<int> c; RenderFragment d = @<p>It's @x</p>; }<i>", "p?[\"It's\",@x],i")]
    [InlineData("@functions {\n void Rij(string n) { <td>@n</td> }\n}<i>", "td?[@n],i")]
    [InlineData("<p>@code</p><p>@model.Naam @page.Title</p>", "p[@code],p[@model.Naam,@page.Title]")]
    [InlineData("@typeparam TItem where TItem : List<int>\n@attribute [Authorize(Roles = \"<b>\")]\n<i>", "i")]
    [InlineData("@using Care.Models\n@inject ILogger<Foo> Log\n@inherits Basis<Foo>\n<i>", "i")]
    [InlineData("<p>@functions.Count() @section</p>", "p[@functions.Count(),@section]")]
    // Attributes.
    [InlineData("<p class=\"a @(b ? \"x\" : \"y\") c\">z</p>", "p class=a @(b ? \"x\" : \"y\") c[\"z\"]")]
    [InlineData("<p class=\"@Css(\"x\", '>')\">z</p>", "p class=@Css(\"x\", '>')[\"z\"]")]
    [InlineData("<p class=\"@if (a) { <text>\"x\"</text> } b\">z</p>", "p class=@if (a) { <text>\"x\"</text> } b[\"z\"]")]
    [InlineData("<b @onclick=\"() => x < y\" @onclick:preventDefault @bind-Value:after='() => F(\"x\")'>z</b>", "b @onclick=() => x < y @onclick:preventDefault @bind-Value:after=() => F(\"x\")[\"z\"]")]
    [InlineData("<b disabled=@(a > b) id=@item.Id>z</b>", "b disabled=@(a > b) id=@item.Id[\"z\"]")]
    [InlineData("<b @(a ? \"checked\" : \"\") x>z</b>", "b x …[\"z\"]")]
    [InlineData("<b @Html.Raw(\"a>b\") @if (a) { @:checked>\n } x>z</b>", "b x …[\"z\"]")]
    [InlineData("<b @attributes=\"Meer\">z</b>", "b @attributes=Meer …[\"z\"]")]
    [InlineData("<b @* checked *@ x=\"@* \" *@y\">z</b>", "b x=@* \" *@y[\"z\"]")]
    [InlineData("<Keuze TItem=\"Dictionary<string, int>\" Items=\"@(x.Where(i => i > 1))\"><b>z</b></Keuze>", "Keuze TItem=Dictionary<string, int> Items=@(x.Where(i => i > 1))[b[\"z\"]]")]
    // Components are no HTML, whatever they are called.
    [InlineData("<Link>a</Link><Title><b>x</b></Title><Option><Option>y</Option></Option>", "Link[\"a\"],Title[b[\"x\"]],Option[Option[\"y\"]]")]
    [InlineData("<title>@ViewData[\"Title\"] - Zorg</title><textarea><b>@Model.Tekst</textarea>", "title[@ViewData[\"Title\"],\"- Zorg\"],textarea[\"<b>\",@Model.Tekst]")]
    [InlineData("<script>var a = \"@Model.Naam\"; @if (x) { <text>b</text> }</script><i>", "script,i")]
    [InlineData("<style>@@media print { a { } }</style><i>", "style,i")]
    [InlineData("<environment include=\"Development\"><link rel=x></environment>", "environment include=Development[link rel=x]")]
    [InlineData("@if (a)\r\n{\r\n\t<b>x</b>\r\n}\r\nelse\r\n{\r\n\t@:y\r\n}\r\n<i>", "b?[\"x\"],\"y\"?,i")]
    public void Reads(string razor, string outline) => Assert.Equal(outline, Outline.OfRazor(razor));

    [Fact]
    public void Directives_are_read_where_a_line_begins()
    {
        var document = MarkupDocument.Read("\uFEFF@page \"/x\"\r\n@model Care.RegisterModel\r\n@using Care.Models\r\n  @inject IZorg Zorg\r\n@inject ILogger<X> Log\r\n<p>@model Y</p>", MarkupDialect.Razor);
        Assert.Equal(["page \"/x\"", "model Care.RegisterModel", "using Care.Models", "inject IZorg Zorg", "inject ILogger<X> Log"], document.Directives.AsEnumerable());
        Assert.Equal("Care.RegisterModel", document.Directive("model"));
        Assert.Equal(["IZorg Zorg", "ILogger<X> Log"], document.DirectivesNamed("inject"));
        Assert.Null(document.Directive("layout"));
    }
}
