using KkAnalyzers.Markup;

namespace KkAnalyzers.Tests.Markup;

/// <summary>XAML, manifests, property lists and resources.</summary>
public class XmlTests
{
    [Theory]
    [InlineData("<CheckBox><CheckBox.IsChecked>True</CheckBox.IsChecked></CheckBox>", "CheckBox[CheckBox.IsChecked[\"True\"]]")]
    [InlineData("<controls:Switch x:Name=\"a\" IsToggled=\"{Binding A, Mode=TwoWay}\"/>", "controls:Switch x:Name=a IsToggled={Binding A, Mode=TwoWay}")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"x\" \"y\"><plist><dict><key>A</key><true/></dict></plist>", "plist[dict[key[\"A\"],true]]")]
    [InlineData("<!DOCTYPE x [ <!ENTITY a \"<b>\"> ]><x>&a;</x>", "x[\"&a;\"]")]
    [InlineData("<a><!-- <Switch/> -- > --><![CDATA[ <Switch/> &amp; ]]></a>", "a[\"<Switch/> &amp;\"]")]
    [InlineData("<a><![CDATA[ nooit gesloten <b>", "a[\"nooit gesloten <b>\"]")]
    [InlineData("<a b='&quot;&#10;&lt;' c=\"'\">&amp;lt;</a>", "a b=\"\n< c='[\"&lt;\"]")]
    [InlineData("<p>a<p>b</p></p><br>c</br><script>a<b/></script><title><i/></title>", "p[\"a\",p[\"b\"]],br[\"c\"],script[\"a\",b],title[i]")]
    [InlineData("<Link><link>x</link></Link>", "Link[link[\"x\"]]")]
    [InlineData("<Label Text=\"@Model {x}\">@if (a) { }</Label>", "Label Text=@Model {x}[\"@if (a) { }\"]")]
    [InlineData("<manifest xmlns:android=\"x\">\r\n\t<application android:allowBackup=\"false\"\r\n\t\tandroid:label=\"@string/app\" />\r\n</manifest>", "manifest xmlns:android=x[application android:allowBackup=false android:label=@string/app]")]
    public void Reads(string xml, string outline) => Assert.Equal(outline, Outline.OfXml(xml));

    [Theory]
    [InlineData("{Binding}", null)]
    [InlineData("{Binding .}", null)]
    [InlineData("{Binding Newsletter}", "Newsletter")]
    [InlineData(" { Binding  Path = Input.Newsletter , Mode=TwoWay }", "Input.Newsletter")]
    [InlineData("{Binding Mode=TwoWay, Path=Newsletter, Converter={StaticResource Not, X='a,b'}}", "Newsletter")]
    [InlineData("{Binding Newsletter, StringFormat='{}{0:d}, {1}', FallbackValue=True}", "Newsletter")]
    [InlineData("{x:Bind ViewModel.Newsletter, Mode=OneWay}", "ViewModel.Newsletter")]
    [InlineData("{CompiledBinding Newsletter}", "Newsletter")]
    [InlineData("{Binding !Newsletter}", null)]
    [InlineData("{Binding #other.IsChecked}", null)]
    [InlineData("{Binding IsChecked, ElementName=other}", null)]
    [InlineData("{Binding A, Source={x:Reference page}}", null)]
    [InlineData("{Binding A, RelativeSource={RelativeSource AncestorType={x:Type Window}}}", null)]
    [InlineData("{StaticResource Newsletter}", null)]
    [InlineData("{}{Binding Newsletter}", null)]
    [InlineData("Binding Newsletter", null)]
    [InlineData("{Binding Newsletter", "Newsletter")]
    [InlineData("{", null)]
    [InlineData("", null)]
    public void Path_of_a_binding(string value, string? path) => Assert.Equal(path, MarkupExtension.Parse(value)?.BindingPath());

    [Fact]
    public void Arguments_of_an_extension()
    {
        var extension = MarkupExtension.Parse("{d:DesignInstance Type={x:Type vm:Foo}, IsDesignTimeCreatable=True}")!;
        Assert.Equal("d:DesignInstance", extension.Name);
        Assert.Equal("{x:Type vm:Foo}", extension.Argument("Type"));
        Assert.Equal("True", extension.Argument("IsDesignTimeCreatable"));
        Assert.Equal(["vm:Foo"], MarkupExtension.Parse("{x:Type vm:Foo}")!.Positional.AsEnumerable());
        Assert.Equal(["it's"], MarkupExtension.Parse("{loc:Text it's}")!.Positional.AsEnumerable());
    }
}
