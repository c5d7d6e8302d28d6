namespace KkAnalyzers.Tests.Markup;

/// <summary>HTML as people write it and as the standard reads it.</summary>
public class HtmlTests
{
    [Theory]
    // Elements whose content is no markup.
    [InlineData("<script>if (a < b) { x = \"<input checked>\"; }</script><p>na", "script,p[\"na\"]")]
    [InlineData("<script>x = '</scripty>';<b></script ><i>", "script,i")]
    [InlineData("<SCRIPT>a<b</Script><i>", "SCRIPT,i")]
    [InlineData("<style>a > b { content: '<b>' }</style><i>", "style,i")]
    [InlineData("<textarea><input checked>&eacute;</textarea><i>", "textarea[\"<input checked>é\"],i")]
    [InlineData("<title>a <b> c</title><i>", "title[\"a <b> c\"],i")]
    [InlineData("<script>never closed <b>", "script")]
    [InlineData("<textarea>never closed <b>", "textarea[\"never closed <b>\"]")]
    [InlineData("<noscript><img src=x></noscript>", "noscript[img src=x]")]
    // Attributes.
    [InlineData("<input type=checkbox checked name = 'a' value=\"x>y\">", "input type=checkbox checked name=a value=x>y")]
    [InlineData("<a href=/weg/>x</a>", "a href=/weg/[\"x\"]")]
    [InlineData("<a href=x/y/z>x</a>", "a href=x/y/z[\"x\"]")]
    [InlineData("<p title='een\n  twee'\tclass\n=\n\"c\">", "p title=een\n  twee class=c")]
    [InlineData("<button (click)=\"go()\" [disabled]=\"x < y\" [(ngModel)]=\"z\" @click=\"go\" :class=\"c\" v-if=\"a\">", "button (click)=go() [disabled]=x < y [(ngModel)]=z @click=go :class=c v-if=a")]
    [InlineData("<p title=\"&lt;b&gt; &amp; &#233;&#xE9; &nbsp;x\">", "p title=<b> & éé \u00A0x")]
    [InlineData("<p title=\"AT&T a&b=c\">", "p title=AT&T a&b=c")]
    [InlineData("<p title=\"a\"class=\"b\"/id=c>", "p title=a class=b id=c")]
    // What ends without an end tag.
    [InlineData("<ul><li>een<li>twee<ul><li>in</ul><li>drie</ul>na", "ul[li[\"een\"],li[\"twee\",ul[li[\"in\"]]],li[\"drie\"]],\"na\"")]
    [InlineData("<p>een<p>twee<div>drie</div>", "p[\"een\"],p[\"twee\"],div[\"drie\"]")]
    [InlineData("<p>een<ul><li><p>twee<li>drie</ul>", "p[\"een\"],ul[li[p[\"twee\"]],li[\"drie\"]]")]
    [InlineData("<p>een <b>twee</b> drie</p>vier", "p[\"een\",b[\"twee\"],\"drie\"],\"vier\"")]
    [InlineData("<select><option>een<option selected>twee<optgroup label=x><option>drie</select>", "select[option[\"een\"],option selected[\"twee\"],optgroup label=x[option[\"drie\"]]]")]
    [InlineData("<table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d<tr><td>e</table>na", "table[thead[tr[th[\"a\"],th[\"b\"]]],tbody[tr[td[\"c\"],td[\"d\"]],tr[td[\"e\"]]]],\"na\"")]
    [InlineData("<table><tr><td><p>a<td>b</table>", "table[tr[td[p[\"a\"]],td[\"b\"]]]")]
    [InlineData("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "dl[dt[\"a\"],dd[\"b\"],dt[\"c\"],dd[\"d\"]]")]
    [InlineData("<html><head><meta charset=utf-8><title>t</title><body><p>x", "html[head[meta charset=utf-8,title[\"t\"]],body[p[\"x\"]]]")]
    [InlineData("<label>a<br>b<input>c</label>d", "label[\"a\",br,\"b\",input,\"c\"],\"d\"")]
    [InlineData("<div/>x", "div,\"x\"")]
    // What ends something that is not open, or not in this order.
    [InlineData("<div>a</span>b</p></div>c", "div[\"a\",\"b\"],\"c\"")]
    [InlineData("<b>a<i>b</b>c</i>d", "b[\"a\",i[\"b\"]],\"c\",\"d\"")]
    [InlineData("<div><table><tr><td>a</div>b</td></tr></table>c</div>d", "div[table[tr[td[\"a\",\"b\"]]],\"c\"],\"d\"")]
    // Comments and declarations.
    [InlineData("<!-- <input checked> --><i>", "i")]
    [InlineData("<!--[if IE]><input checked><![endif]--><i>", "i")]
    [InlineData("<![if !IE]><b>x</b><![endif]><i>", "b[\"x\"],i")]
    [InlineData("<!--><b>x</b><!---><i>", "b[\"x\"],i")]
    [InlineData("<!doctype html><i>", "i")]
    [InlineData("<?php echo 'x' ?><i>", "i")]
    [InlineData("a<!-- never closed <b>", "\"a\"")]
    // What only looks like a tag.
    [InlineData("jonger < 18 of <3 <- en > 65", "\"jonger < 18 of <3 <- en > 65\"")]
    [InlineData("a @ b @code {x}", "\"a @ b @code {x}\"")]
    [InlineData("<", "\"<\"")]
    [InlineData("a<b", "\"a\",b")]
    [InlineData("<input checked <b>x", "input checked,b[\"x\"]")]
    [InlineData("<svg><text>x</text><path d='M0'/></svg>", "svg[text[\"x\"],path d=M0]")]
    [InlineData("\uFEFF<p>\U0001F600 é</p>\0", "p[\"\U0001F600 é\"],\"\0\"")]
    [InlineData("<mijn-schakelaar checked>x</mijn-schakelaar>", "mijn-schakelaar checked[\"x\"]")]
    public void Reads(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Fact]
    public void Of_two_attributes_with_one_name_the_first_counts()
    {
        var input = Assert.Single(KkAnalyzers.Markup.MarkupDocument.Read("<input type=checkbox TYPE=radio>", KkAnalyzers.Markup.MarkupDialect.Html).Elements);
        Assert.Equal("checkbox", input.Attribute("type")!.Value);
        Assert.Equal(2, input.Attributes.Length);
    }
}
