using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.PreTickedControlAnalyzer>;

namespace KkAnalyzers.Tests.Markup;

/// <summary>From a control to the member it shows, and to what that holds before anybody touched it. KK3204 asks.</summary>
public class BoundMemberTests
{
    private const string Label = "Stuur mij de nieuwsbrief";

    /// <summary>A context on the element, on one around it, in a property element, at design time, and in the code behind.</summary>
    [Theory]
    [InlineData("""<ContentPage x:DataType="vm:RegisterViewModel"><Grid><Grid><%/></Grid></Grid></ContentPage>""")]
    [InlineData("""<ContentPage><Grid x:DataType="{x:Type vm:RegisterViewModel}"><StackLayout><%/></StackLayout></Grid></ContentPage>""")]
    [InlineData("""<ContentPage x:DataType="vm:Other"><Grid x:DataType="vm:RegisterViewModel"><%/></Grid></ContentPage>""")]
    [InlineData("""<ContentPage xmlns:vm="clr-namespace:Zorg.ViewModels;assembly=Zorg" x:DataType="vm:RegisterViewModel"><%/></ContentPage>""")]
    [InlineData("""<UserControl xmlns:vm="using:Zorg.ViewModels" x:DataType="vm:RegisterViewModel"><%/></UserControl>""")]
    [InlineData("""<Window d:DataContext="{d:DesignInstance vm:RegisterViewModel}"><%/></Window>""")]
    [InlineData("""<Window d:DataContext="{d:DesignInstance Type={x:Type vm:RegisterViewModel}, IsDesignTimeCreatable=True}"><%/></Window>""")]
    [InlineData("""<Window><Window.DataContext><vm:RegisterViewModel/></Window.DataContext><%/></Window>""")]
    [InlineData("""<ContentPage><ContentPage.BindingContext><vm:RegisterViewModel Id="3"/></ContentPage.BindingContext><%/></ContentPage>""")]
    [InlineData("""<ListView><ListView.ItemTemplate><DataTemplate x:DataType="vm:RegisterViewModel"><%/></DataTemplate></ListView.ItemTemplate></ListView>""")]
    [InlineData("""<ContentPage x:Class="Zorg.CreatedPage"><%/></ContentPage>""")]
    [InlineData("""<ContentPage x:Class="Zorg.InjectedPage"><%/></ContentPage>""")]
    [InlineData("""<Window x:Class="Zorg.FieldPage"><%/></Window>""")]
    public Task The_context_of_Xaml(string page) => Flagged(page, "<CheckBox Content=\"" + Label + "\" [|IsChecked=\"{Binding OptionA}\"|]");

    [Theory]
    [InlineData("""<ContentPage><%/></ContentPage>""")]
    [InlineData("""<ContentPage x:DataType="vm:Other"><%/></ContentPage>""")]
    [InlineData("""<ContentPage x:DataType="vm:RegisterViewModel"><Grid x:DataType="vm:Other"><%/></Grid></ContentPage>""")]
    [InlineData("""<ContentPage xmlns:vm="clr-namespace:Elders" x:DataType="vm:RegisterViewModel"><%/></ContentPage>""")]
    [InlineData("""<ContentPage x:DataType="vm:RegisterViewModel"><ListView><DataTemplate><%/></DataTemplate></ListView></ContentPage>""")]
    [InlineData("""<ContentPage x:DataType="vm:Twice"><%/></ContentPage>""")]
    public Task A_context_that_is_another_or_unknown(string page) => Silent(page, "<CheckBox Content=\"" + Label + "\" IsChecked=\"{Binding OptionA}\"");

    [Theory]
    [InlineData("{Binding !OptionA}")]
    [InlineData("{Binding OptionA, ElementName=other}")]
    [InlineData("{Binding OptionA, Source={x:Reference other}}")]
    [InlineData("{Binding Off}")]
    public Task A_binding_to_something_else(string binding) =>
        Silent("""<ContentPage x:DataType="vm:RegisterViewModel"><%/></ContentPage>""", "<CheckBox Content=\"" + Label + "\" IsChecked=\"" + binding + "\"");

    [Theory]
    [InlineData("{Binding Path=OptionA, Mode=TwoWay}")]
    [InlineData("{Binding Input.OptionB}")]
    [InlineData("{Binding OptionA, x:DataType=vm:RegisterViewModel}")]
    public Task A_path(string binding) =>
        Flagged("""<ContentPage x:DataType="vm:RegisterViewModel"><%/></ContentPage>""", "<CheckBox Content=\"" + Label + "\" [|IsChecked=\"" + binding + "\"|]");

    /// <summary>x:Bind begins in the page itself.</summary>
    [Fact]
    public Task A_compiled_binding_of_WinUI() => Flagged(
        """<Page x:Class="Zorg.BindPage"><%/></Page>""",
        "<CheckBox Content=\"" + Label + "\" [|IsChecked=\"{x:Bind ViewModel.OptionA, Mode=TwoWay}\"|]");

    [Theory]
    [InlineData("public class M { public bool A { get; set; } = true; }")]
    [InlineData("public class M { public bool A = true; }")]
    [InlineData("public class M { private bool _a = true; public bool A { get => _a; set => _a = value; } }")]
    [InlineData("public class M { private bool on = true; public bool A { get { return on; } set { on = value; } } }")]
    [InlineData("public class M { public M() { A = true; } public bool A { get; set; } }")]
    [InlineData("public class M { public M() => this.A = true; public bool A { get; set; } }")]
    [InlineData("public class M { private bool _a; public M(int n) { _a = true; } public bool A { get => _a; } }")]
    [InlineData("public class B { public bool A { get; set; } = true; } public class M : B { }")]
    [InlineData("public record M(bool A = true);")]
    [InlineData("public record struct M(int N, bool A = true);")]
    [InlineData("public class ObservablePropertyAttribute : System.Attribute; public partial class M { [ObservableProperty] private bool _a = true; }")]
    [InlineData("public class ObservablePropertyAttribute : System.Attribute; public partial class M { [ObservableProperty] private bool a = true; }")]
    [InlineData("public class ObservablePropertyAttribute : System.Attribute; public partial class M { [ObservableProperty] public partial bool A { get; set; } } public partial class M { private bool _a = true; public partial bool A { get => _a; set => _a = value; } }")]
    public Task Starts_as_true(string model) => Verify.Flags(model, ("Views/Register.cshtml", $"@model M\n<label><input type=\"checkbox\" [|asp-for=\"A\"|] /> {Label}</label>"));

    [Theory]
    [InlineData("public class M { public bool A { get; set; } }")]
    [InlineData("public class M { public M() { A = false; } public bool A { get; set; } = true; }")]
    [InlineData("public class M { public M(bool a) { A = a; } public bool A { get; set; } = true; }")]
    [InlineData("public class M { public M(bool a) { if (a) { A = true; } } public bool A { get; set; } }")]
    [InlineData("public class M { public M() { A = true; } public M(int n) { } public bool A { get; set; } }")]
    [InlineData("public class M { private bool _a = true; public bool A { get; set; } }")]
    [InlineData("public class M { private bool _a = true; public bool A => !_a; }")]
    [InlineData("public class M { public string A { get; set; } = \"true\"; }")]
    [InlineData("namespace X { public class M { public bool A { get; set; } = true; } } namespace Y { public class M { public bool A { get; set; } } }")]
    public Task Does_not_start_as_true(string model) => Verify.Silent(model, ("Views/Register.cshtml", $"@model M\n<label><input type=\"checkbox\" asp-for=\"A\" /> {Label}</label>"));

    [Theory]
    [InlineData("@model X.M\n", "asp-for", "A")]
    [InlineData("@model X.PageModel\n", "asp-for", "Input.A")]
    [InlineData("@model X.PageModel\n", "asp-for", "@Model.Input.A")]
    [InlineData("@inject X.State State\n", "@bind", "State.Choices.A")]
    [InlineData("@inherits X.M\n", "@bind", "A")]
    [InlineData("@inject State Other\n@inject X.State State\n", "@bind", "@State.Choices.A")]
    public Task Where_a_path_of_Razor_begins(string head, string attribute, string path) => Verify.Flags(
        "namespace X { public class M { public bool A { get; set; } = true; } public class PageModel { public M Input { get; set; } } public class State { public M Choices { get; set; } } }",
        (head.StartsWith("@model", StringComparison.Ordinal) ? "Views/Register.cshtml" : "Components/Register.razor", $"{head}<label><input type=\"checkbox\" [|{attribute}=\"{path}\"|] /> {Label}</label>"));

    [Theory]
    [InlineData("@foreach (var item in Items) { ", " }", "item.A")]
    [InlineData("@model Y.M\n", "", "A")]
    public Task A_path_of_Razor_that_begins_elsewhere(string head, string end, string path) => Verify.Silent(
        "namespace X { public class M { public bool A { get; set; } = true; } } namespace Y { public class M { public bool A { get; set; } } }",
        ("Views/Register.cshtml", $"{head}<label><input type=\"checkbox\" asp-for=\"{path}\" /> {Label}</label>{end}"));

    private static Task Flagged(string page, string control) => Verify.Flags(Code, ("Views/Register.xaml", page.Replace("<%", control, StringComparison.Ordinal)));

    private static Task Silent(string page, string control) => Verify.Silent(Code, ("Views/Register.xaml", page.Replace("<%", control, StringComparison.Ordinal)));

    private const string Code = """
        namespace Zorg.ViewModels
        {
            public class RegisterViewModel { public bool OptionA { get; set; } = true; public bool Off { get; set; } public Choices Input { get; } = new(); }
            public class Choices { public bool OptionB { get; set; } = true; }
            public class Other { public bool OptionC { get; set; } = true; }
            public class Twice { public bool OptionA { get; set; } = true; }
        }
        namespace Zorg.More
        {
            public class Twice { public bool OptionA { get; set; } }
        }
        namespace Zorg
        {
            using Zorg.ViewModels;
            public class Page { public object BindingContext { get; set; } public object DataContext { get; set; } }
            public partial class CreatedPage : Page { public CreatedPage() { Start(); BindingContext = new RegisterViewModel(); } void Start() { } }
            public partial class InjectedPage : Page { private readonly RegisterViewModel _model; public InjectedPage(RegisterViewModel model) { BindingContext = _model = model; } }
            public partial class FieldPage : Page { private readonly RegisterViewModel _model = new(); public FieldPage() => this.DataContext = _model; }
            public partial class BindPage : Page { public RegisterViewModel ViewModel { get; } = new(); }
        }
        """;
}
