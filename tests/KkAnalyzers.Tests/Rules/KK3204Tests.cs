using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.DarkPatterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.PreTickedControlAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3204Tests
{
    [Theory]
    [InlineData("""<input type="checkbox" [|checked|] id="n" name="newsletter">""")]
    [InlineData("""<input name="newsletter" [|checked="checked"|] type="checkbox">""")]
    [InlineData("""<INPUT NAME=newsletter TYPE=checkbox [|CHECKED|]>""")]
    [InlineData("""<input type="checkbox" id="x" [|checked=""|]><label for="x">Nieuwsbrief ontvangen</label>""")]
    [InlineData("""<label><input type="checkbox" [|checked|]> Ja, deel mijn gegevens met partners</label>""")]
    [InlineData("""<input type="checkbox" [|checked|] id="d"><label for="d">Mijn gegevens mogen gedeeld worden met partners</label>""")]
    [InlineData("""<label><input type="checkbox" [|checked|]> Mes données peuvent être partagées avec des partenaires</label>""")]
    [InlineData("""<label><input type="checkbox" [|checked|]> My data may be shared with partners</label>""")]
    [InlineData("""<input type="checkbox" [|checked|]> Je souhaite recevoir vos offres<br>""")]
    [InlineData("""<input type="checkbox" [|checked|] aria-label="Share my data for research">""")]
    [InlineData("""<span id="t">Partage de données</span><input type="checkbox" [|checked|] aria-labelledby="t">""")]
    [InlineData("""<div role="switch" [|aria-checked="true"|] aria-label="Marketing cookies"></div>""")]
    [InlineData("""<input type="checkbox" id="terms" [|checked|]><label for="terms">Ik ga akkoord met de algemene voorwaarden</label>""")]
    [InlineData("""<input type="radio" name="newsletter" value="yes" [|checked|]> Ja <input type="radio" name="newsletter" value="no"> Nee""")]
    [InlineData("""<label><input type="radio" name="keuze" value="1" [|checked|]> Ja, ik ontvang graag aanbiedingen</label>""")]
    [InlineData("""<select name="consent"><option value="no">Nee</option><option value="yes" [|selected|]>Ja</option></select>""")]
    [InlineData("""<fluent-checkbox [|checked|]>Send me the newsletter</fluent-checkbox>""")]
    [InlineData("""<div class="cookie-settings"><label><input type="checkbox" [|checked|]> Analytics</label></div>""")]
    public Task Html(string markup) => Verify.Flags("", ("wwwroot/index.html", markup));

    [Theory]
    [InlineData("""<input type="checkbox" checked="[|@true|]" name="newsletter" />""")]
    [InlineData("""<input type="checkbox" name="newsletter" checked="[|@(true)|]" />""")]
    [InlineData("""<InputCheckbox [|Value="true"|] id="newsletter" />""")]
    [InlineData("""<MudCheckBox T="bool" [|Value="true"|] Label="Ontvang onze nieuwsbrief" />""")]
    [InlineData("""<MudSwitch T="bool" [|Value="@true"|]>Deel mijn gegevens</MudSwitch>""")]
    [InlineData("""<FluentCheckbox [|Value="true"|] Label="@L["MarketingOptIn"]" />""")]
    [InlineData("""<RadzenLabel Text="x" /><RadzenSwitch Name="ShareLocation" [|Value="true"|] />""")]
    [InlineData("""<TelerikCheckBox Id="newsletter" [|Value="true"|]></TelerikCheckBox>""")]
    [InlineData("""<SfSwitch [|Checked="true"|] ID="marketingConsent"></SfSwitch>""")]
    [InlineData("""<label>@Localizer["Newsletter_OptIn"] <input type="checkbox" [|checked|] /></label>""")]
    [InlineData("""<label>@Resources.NewsletterOptIn</label><input type="checkbox" name="newsletter" [|checked|] />""")]
    [InlineData("""@Html.CheckBox("newsletter", [|true|])""")]
    [InlineData("""<p>@(Html.CheckBox("newsletter", [|true|], new { id = "n" }))</p>""")]
    [InlineData("""@Html.CheckBoxFor(m => m.Input.Newsletter, new { [|@checked = "checked"|] })""")]
    [InlineData("""@Html.RadioButton("consent", "yes", [|true|])""")]
    [InlineData("""@if (User.Identity.IsAuthenticated) { <form><input type="checkbox" asp-for="Newsletter" [|checked|] /></form> }""")]
    public Task Razor(string markup) => Verify.Flags("", ("Pages/Register.cshtml", markup.Replace("checked=\"[|@true|]\"", "[|checked=\"@true\"|]").Replace("checked=\"[|@(true)|]\"", "[|checked=\"@(true)\"|]")));

    [Theory]
    [InlineData("""<CheckBox [|IsChecked="True"|] Content="Nieuwsbrief ontvangen"/>""")]
    [InlineData("""<Switch x:Name="ShareDataSwitch" [|IsToggled="True"|]/>""")]
    [InlineData("""<ToggleSwitch Header="Share usage data" [|IsOn="True"|]/>""")]
    [InlineData("""<HorizontalStackLayout><CheckBox [|IsChecked="true"|]/><Label Text="Ik geef toestemming om mijn gegevens te delen"/></HorizontalStackLayout>""")]
    [InlineData("""<StackLayout><Label Text="Newsletter"/><Switch [|IsToggled="True"|]/><Label Text="Geluid"/><Switch IsToggled="True"/></StackLayout>""")]
    [InlineData("""<Grid><Label Grid.Row="0" Text="Geluid"/><Label Grid.Row="1" Text="Partage de données"/><Switch Grid.Row="0" IsToggled="True"/><Switch Grid.Row="1" [|IsToggled="True"|]/></Grid>""")]
    [InlineData("""<SwitchCell Text="Marketing e-mails" [|On="True"|]/>""")]
    [InlineData("""<CheckBox [|IsChecked="{Binding Newsletter, FallbackValue=True}"|]/>""")]
    [InlineData("""<CheckBox [|IsChecked="True"|] Content="{x:Static res:AppResources.NewsletterOptIn}"/>""")]
    [InlineData("""<CheckBox [|IsChecked="True"|] AutomationProperties.Name="Marketing consent"/>""")]
    [InlineData("""<CheckBox [|IsChecked="True"|]><TextBlock Text="Ontvang onze nieuwsbrief"/></CheckBox>""")]
    [InlineData("""<Switch x:Name="Newsletter">[|<Switch.IsToggled>True</Switch.IsToggled>|]</Switch>""")]
    [InlineData("""<RadioButton [|IsChecked="True"|] Content="Ja, ik wil de nieuwsbrief ontvangen"/>""")]
    public Task Xaml(string markup) => Verify.Flags("", ("Views/Register.xaml", $"<ContentPage xmlns:x=\"x\">{markup}</ContentPage>"));

    [Theory]
    [InlineData("""<input type="radio" name="delete" value="all" checked> Delete everything""")]
    [InlineData("""<input type="radio" name="newsletter" value="no" checked> Nee <input type="radio" name="newsletter" value="yes"> Ja""")]
    [InlineData("""<input type="checkbox" checked name="remember"> Remember me""")]
    [InlineData("""<input type="checkbox" checked name="sameAddress"> Billing same as delivery""")]
    [InlineData("""<input type="checkbox" name="newsletter"> <label>Newsletter</label>""")]
    [InlineData("""<input type="hidden" name="newsletter" value="true">""")]
    [InlineData("""<label><input type="checkbox" checked disabled> Strikt noodzakelijke cookies</label>""")]
    [InlineData("""<label><input type="checkbox" checked> Functionele cookies</label>""")]
    [InlineData("""<label><input type="checkbox" checked> Ik wil geen nieuwsbrief ontvangen</label>""")]
    [InlineData("""<label><input type="checkbox" checked name="newsletter"> Don't send me the newsletter</label>""")]
    [InlineData("""<table><thead><tr><th><input type="checkbox" checked name="newsletter"></th></tr></thead></table>""")]
    [InlineData("""<form method="get"><input type="checkbox" checked name="newsletter"></form>""")]
    [InlineData("""<div class="filter-panel"><label><input type="checkbox" checked> Marketing consent given</label></div>""")]
    [InlineData("""<label><input type="checkbox" name="kind" checked> Newsletter</label><label><input type="checkbox" name="kind"> Report</label>""")]
    [InlineData("""<select name="template"><option selected>Newsletter</option></select>""")]
    [InlineData("""<label><input type="checkbox" checked> Herinner mij aan mijn afspraak</label>""")]
    [InlineData("""<!-- <input type="checkbox" checked name="newsletter"> --><script>var s = '<input type="checkbox" checked name="newsletter">';</script>""")]
    [InlineData("""<label><input type="checkbox" checked> Toon cookiebanner opnieuw</label>""")]
    public Task Silent_html(string markup) => Verify.Silent("", ("wwwroot/index.html", markup));

    [Theory]
    [InlineData("""<input type="checkbox" name="newsletter" checked="@Model.Newsletter" />""")]
    [InlineData("""<input type="checkbox" name="newsletter" checked="@(Model.Newsletter ? "checked" : null)" />""")]
    [InlineData("""<input type="checkbox" name="newsletter" checked=@Model.Newsletter />""")]
    [InlineData("""<input type="checkbox" name="newsletter" @(Model.Newsletter ? "checked" : "") />""")]
    [InlineData("""<input type="checkbox" name="newsletter" checked="@false" />""")]
    [InlineData("""<input type="checkbox" name="newsletter" checked @attributes="AdditionalAttributes" />""")]
    [InlineData("""@if (Model.Newsletter) { <input type="checkbox" name="newsletter" checked /> } else { <input type="checkbox" name="newsletter" /> }""")]
    [InlineData("""@* <input type="checkbox" name="newsletter" checked /> *@ @code { string s = "<input type=checkbox name=newsletter checked>"; }""")]
    [InlineData("""<MudCheckBox @bind-Value="model.Newsletter" Label="Newsletter" />""")]
    [InlineData("""<MudCheckBox Value="true" Disabled="true" Label="Newsletter" />""")]
    [InlineData("""@Html.CheckBox("newsletter", false) @Html.CheckBox("newsletter", Model.Newsletter) @Html.CheckBoxFor(m => m.Newsletter)""")]
    [InlineData("""@foreach (var b in Model.Brands) { <input type="checkbox" value="@b.Slug" name="brand" checked="@Model.Has(b)" /> }""")]
    public Task Silent_razor(string markup) => Verify.Silent("", ("Pages/Register.razor", markup));

    [Theory]
    [InlineData("""<Switch IsToggled="True" IsEnabled="False" x:Name="Newsletter"/>""")]
    [InlineData("""<Label Text="Donkere modus"/><Switch IsToggled="True"/>""")]
    [InlineData("""<CheckBox IsChecked="{Binding Newsletter}" Content="Newsletter"/>""")]
    [InlineData("""<CheckBox IsChecked="False" Content="Newsletter"/>""")]
    [InlineData("""<CheckBox IsChecked="True" Content="Geen reclame"/>""")]
    [InlineData("""<!-- <CheckBox IsChecked="True" Content="Newsletter"/> -->""")]
    [InlineData("""<RadioButton IsChecked="True" Content="Nee, ik wil geen nieuwsbrief"/><RadioButton Content="Ja, graag de nieuwsbrief"/>""")]
    public Task Silent_xaml(string markup) => Verify.Silent("", ("Views/Register.xaml", $"<ContentPage xmlns:x=\"x\"><StackLayout>{markup}</StackLayout></ContentPage>"));

    [Fact]
    public Task A_page_for_administrators_turns_features_on() =>
        Verify.Silent("", ("Areas/Admin/Views/Settings.cshtml", """<label><input type="checkbox" checked name="EnableNewsletter"> Newsletter</label>"""));

    private const string Model = """
        namespace Care
        {
            public class RegisterModel { public InputModel Input { get; set; } = new(); public bool Newsletter { get; set; } = true; }
            public class InputModel { public bool Option1 { get; set; } = true; public bool Option2 { get; set; } public bool Newsletter { get; set; } = true; }
        }
        """;

    [Fact]
    public Task Hard_case_66_a_neutral_member_that_starts_as_true_is_reported_at_the_control() => Verify.Flags(
        Model,
        ("Pages/Register.cshtml", """
            @page
            @model Care.RegisterModel
            <input [|asp-for="Input.Option1"|] type="checkbox" /> <label asp-for="Input.Option1">Nieuwsbrief ontvangen</label>
            <input asp-for="Input.Option2" type="checkbox" /> <label asp-for="Input.Option2">Nieuwsbrief ontvangen</label>
            <label>Ik ontvang graag aanbiedingen @Html.CheckBoxFor([|m => m.Input.Option1|])</label>
            """));

    /// <summary>KK3201 says it there.</summary>
    [Fact]
    public Task A_member_that_is_reported_in_code_is_not_reported_twice() => Verify.Silent(
        Model,
        ("Pages/Register.cshtml", """
            @model RegisterModel
            <input asp-for="Input.Newsletter" /> <label asp-for="Input.Newsletter">Nieuwsbrief ontvangen</label>
            """));

    [Fact]
    public Task A_component_is_bound_to_its_own_field() => Verify.Flags(
        "public partial class Register { private bool optionA = true; public bool A => optionA; }",
        ("Components/Register.razor", """<label><InputCheckbox [|@bind-Value="optionA"|] /> Deel mijn gegevens</label>"""));

    [Fact]
    public Task A_view_is_bound_to_its_view_model() => Verify.Flags(
        "public class RegisterViewModel { public bool OptionA { get; set; } = true; }",
        ("Views/Register.xaml", """<ContentPage x:DataType="vm:RegisterViewModel"><CheckBox [|IsChecked="{Binding OptionA}"|] Content="Receive the newsletter"/></ContentPage>"""));

    [Fact]
    public async Task A_channel_for_messages_is_information()
    {
        var test = Verify.Test("", ("a.html", """<label><input type="checkbox" {|#0:checked|}> E-mail notifications</label>"""));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3204", DiagnosticSeverity.Info).WithLocation("a.html", 1, 31));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("a.cshtml", """<label><input type="checkbox" [|checked|] /> @Localizer["Label7"]</label>""")]
    [InlineData("a.xaml", """<CheckBox [|IsChecked="True"|] Content="{x:Static res:Texts.Label7}"/>""")]
    public Task A_label_whose_text_is_only_in_the_resources(string path, string markup) => Verify.Flags(
        "",
        (path, markup),
        ("Resources/Texts.resx", """<root><data name="Label7"><value>Receive the newsletter</value></data></root>"""),
        ("Resources/Texts.nl-BE.resx", """<root><data name="Label7"><value>Nieuwsbrief ontvangen</value></data></root>"""));

    [Theory]
    [InlineData("Texts", "Naam van de patiënt", "More")]
    [InlineData("Texts", "Ik wil geen nieuwsbrief ontvangen", "More")]
    [InlineData("Texts", "Nieuwsbrief ontvangen", "Label7")]
    public Task A_resource_that_says_something_else_or_that_is_not_surely_the_one(string set, string text, string key) => Verify.Silent(
        "",
        ("a.cshtml", """<label><input type="checkbox" checked /> @Localizer["Label7"]</label>"""),
        (set + ".resx", $"""<root><data name="Label7"><value>{text}</value></data></root>"""),
        ("Other.resx", $"""<root><data name="{key}"><value>Kamer</value></data></root>"""));

    [Fact]
    public Task Names_that_the_user_ignores() =>
        Verify.Test("", ("a.html", """<input type="checkbox" checked name="newsletter"><input type="checkbox" [|checked|] name="marketing">"""))
            .Option("kk.KK3204.ignored_names", "newsletter").RunAsync();

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3204");
        await Verify.Flags("", ("a.html", rule.Violation!.Single().Replace("checked", "[|checked|]", StringComparison.Ordinal).Replace("type=\"[|checked|]", "type=\"checked", StringComparison.Ordinal)));
        await Verify.Silent("", ("a.html", rule.Clean!.Single()));
    }

    /// <summary>A label that never closes around ten thousand boxes, and boxes in boxes, are read in a moment.</summary>
    [Fact]
    public async Task Controls_within_what_never_closes()
    {
        var test = Verify.Test(
            "",
            ("a.html", "<label>" + string.Concat(Enumerable.Repeat("<input type=checkbox checked>x ", 10_000))),
            ("a.xaml", string.Concat(Enumerable.Repeat("<CheckBox IsChecked=\"True\">", 10_000))));
        await test.RunAsync();
    }

    [Fact]
    public Task Rows_of_the_inventory_name_the_page()
    {
        var test = Verify.Test("", ("Inschrijving.html", """<input type="checkbox" {|#0:checked|} name="nieuwsbrief">{|#1:<input type="checkbox" name="shareData">|}<input type="checkbox" name="actief">""")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3204", DiagnosticSeverity.Warning).WithLocation(0));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3204 inspected=3 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithLocation(0).WithMessage("consent-members: Inschrijving.nieuwsbrief, a newsletter, given, true, markup, KK3204"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithLocation(1).WithMessage("consent-members: Inschrijving.shareData, sharing data, given, false, markup, "));
        return test.RunAsync();
    }

    [Fact]
    public Task Counts_controls_also_those_that_are_off()
    {
        var test = Verify.Test("", ("a.html", """<input type="checkbox"><input type="radio"><input type="text"><div role="switch">""")).Records();
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3204 inspected=3 failed=0 notFollowed=0"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("a.html", """<input type="checkbox" [|checked|] name="newsletter">""", """<input type="checkbox" name="newsletter">""")]
    [InlineData("a.razor", """<MudCheckBox [|Value="true"|] Label="Newsletter" />""", """<MudCheckBox Value="false" Label="Newsletter" />""")]
    [InlineData("a.html", """<div role="switch" [|aria-checked="true"|] aria-label="Newsletter">""", """<div role="switch" aria-checked="false" aria-label="Newsletter">""")]
    [InlineData("a.cshtml", """<p>@Html.CheckBox("newsletter", [|true|])</p>""", """<p>@Html.CheckBox("newsletter", false)</p>""")]
    [InlineData("a.xaml", """<Switch x:Name="Newsletter" [|IsToggled="True"|] />""", """<Switch x:Name="Newsletter" />""")]
    [InlineData("a.xaml", """<Switch [|IsToggled="{Binding Newsletter, FallbackValue=True}"|] />""", """<Switch IsToggled="{Binding Newsletter, FallbackValue=False}" />""")]
    public Task The_fix_lets_the_control_start_off(string path, string markup, string mended)
    {
        var test = new CSharpCodeFixTest<PreTickedControlAnalyzer, PreTickedControlFix, DefaultVerifier>
        {
            TestCode = "",
            FixedCode = "",
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck,
        };
        test.TestState.AdditionalFiles.Add((path, markup));
        test.FixedState.AdditionalFiles.Add((path, mended));
        return test.RunAsync();
    }
}
