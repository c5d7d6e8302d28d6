using System.Collections.Immutable;
using KkAnalyzers.Consent;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>The texts of dialogs and labels that C# makes: KK3205, and KK3208 for dialogs.</summary>
internal sealed class CodeWording(SteeringTexts texts, ConsentMembers members, DialogActions actions, ResourceTexts resources, WordingList words, Inspection dialogs)
{
    /// <summary>Longest message that is read for what it asks.</summary>
    private const int LongestMessage = 1000;

    private static readonly ImmutableArray<string> DialogTypes = ImmutableArray.Create(
        "Microsoft.Maui.Controls.Page", "Xamarin.Forms.Page", "System.Windows.MessageBox", "System.Windows.Forms.MessageBox", "MudBlazor.IDialogService", "MudBlazor.ISnackbar",
        "Radzen.DialogService", "Acr.UserDialogs.IUserDialogs", "CommunityToolkit.Maui.Alerts.Snackbar", "Windows.UI.Popups.MessageDialog", "Microsoft.UI.Xaml.Controls.ContentDialog",
        "Windows.UI.Xaml.Controls.ContentDialog");

    /// <summary>Methods that show a text, with the words that the name of their type must have; empty for any type.</summary>
    private static readonly ImmutableDictionary<string, string> Methods = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DisplayAlert"] = "",
        ["DisplayAlertAsync"] = "",
        ["DisplayActionSheet"] = "",
        ["DisplayActionSheetAsync"] = "",
        ["DisplayPromptAsync"] = "",
        ["ShowMessageBox"] = "",
        ["ShowMessageBoxAsync"] = "",
        ["Show"] = "MessageBox",
        ["ShowAsync"] = "MessageBox",
        ["Make"] = "Snackbar Toast",
        ["Add"] = "ISnackbar",
        ["Confirm"] = "DialogService IUserDialogs IDialogService UserDialogs",
        ["ConfirmAsync"] = "DialogService IUserDialogs IDialogService UserDialogs",
        ["Alert"] = "DialogService IUserDialogs IDialogService UserDialogs",
        ["AlertAsync"] = "DialogService IUserDialogs IDialogService UserDialogs",
    }.ToImmutableDictionary();

    private static readonly ImmutableHashSet<string> Buttons = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "accept", "cancel", "destruction", "buttons", "ok", "okText", "yesText", "noText", "cancelText", "confirmText", "actionButtonText", "label",
        "PrimaryButtonText", "SecondaryButtonText", "CloseButtonText");

    private static readonly ImmutableHashSet<string> Messages = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "title", "message", "text", "messageBoxText", "caption", "content", "body", "description", "Title", "Content");

    public static bool HasDialogs(KkContext context)
    {
        foreach (var type in DialogTypes)
        {
            if (context.Type(type) is not null)
            {
                return true;
            }
        }

        return false;
    }

    public void Call(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (!Methods.TryGetValue(method.Name, out var types) || (types.Length > 0 && !types.Split(' ').Contains(method.ContainingType.Name)))
        {
            return;
        }

        var shown = new List<Shown>();
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter)
            {
                Add(shown, argument.Value, parameter.Name);
            }
        }

        // A sheet's buttons may come from a list; a box with an enum of buttons has the system's own words.
        var isKnown = !call.Arguments.Any(a => a.Parameter?.Type.TypeKind == TypeKind.Enum && a.ArgumentKind != ArgumentKind.DefaultValue) && method.Name.StartsWith("DisplayAlert", StringComparison.Ordinal);
        Dialog(context, shown, isKnown);
    }

    public void Creation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type?.Name is not ("MessageDialog" or "ContentDialog" or "UICommand"))
        {
            return;
        }

        var shown = new List<Shown>();
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                Add(shown, argument.Value, parameter.Name);
            }
        }

        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
            {
                Add(shown, assignment.Value, name);
            }
        }

        Dialog(context, shown, isKnown: creation.Type.Name == "ContentDialog");
    }

    /// <summary>[Display(Name = "…")] on what becomes a label.</summary>
    public void Attribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is null || Name(attribute.Name) is not ("Display" or "DisplayAttribute" or "DisplayName" or "DisplayNameAttribute")
            || (context.IsGeneratedCode && !SourceLocations.IsUserCode(attribute.GetLocation(), isGeneratedTree: true)))
        {
            return;
        }

        foreach (var argument in attribute.ArgumentList.Arguments)
        {
            if (argument.Expression is not LiteralExpressionSyntax { Token.Value: string value } literal
                || argument.NameEquals?.Name.Identifier.Text is not (null or "Name" or "Description" or "Prompt" or "ShortName"))
            {
                continue;
            }

            texts.Check(value, TextRole.Read, "", "", (kind, _, quote) =>
                context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK3205, literal.GetLocation(), SteeringTexts.Arguments(kind, quote))));
            if (texts.Wants(WordingKinds.Mismatch) && attribute.Parent?.Parent is PropertyDeclarationSyntax { Type: var type } property
                && type.ToString().TrimEnd('?') is "bool" or "Boolean" && PageWording.SaysTheOpposite(members, property.Identifier.Text, value))
            {
                context.ReportDiagnostic(KkDiagnostic.Create(
                    RuleCatalog.KK3205, literal.GetLocation(), Quote.Of(value), MessageArg.Text(Texts.WordingMismatch, property.Identifier.Text)));
            }
        }
    }

    private static string Name(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.Text,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.Text,
        _ => "",
    };

    /// <summary>The rules on one dialog.</summary>
    /// <param name="context">Takes the findings.</param>
    /// <param name="shown">Its texts.</param>
    /// <param name="isKnown">All buttons are among them.</param>
    private void Dialog(OperationAnalysisContext context, List<Shown> shown, bool isKnown)
    {
        if (shown.Count == 0 || (context.IsGeneratedCode && !SourceLocations.IsUserCode(context.Operation.Syntax.GetLocation(), isGeneratedTree: true)))
        {
            return;
        }

        var isAsked = shown.Exists(s => !s.IsButton && IsAsked(s.Text));
        var buttons = shown.Where(s => s.IsButton).Select(s => (Shown: s, Role: actions.Read(s.Text).Role)).ToArray();
        foreach (var one in shown)
        {
            if (one.IsButton)
            {
                texts.Inspection.Inspected();
            }

            texts.Check(one.Text, one.IsButton ? TextRole.Action : TextRole.Read, "", "", (kind, _, quote) =>
            {
                var isLater = kind == WordingKinds.Postponed;
                if (!isLater || (isKnown && isAsked && buttons.Length > 1 && buttons.All(b => b.Role != ActionRole.Reject)))
                {
                    context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK3205, one.Operation.Syntax.GetLocation(), SteeringTexts.Arguments(kind, quote)));
                }
            });
        }

        if (!isKnown || !shown.Exists(s => !s.IsButton && IsConsent(s.Text)))
        {
            return;
        }

        dialogs.Inspected();
        if (buttons.Length == 1 && buttons[0].Role == ActionRole.Accept && !shown.Exists(s => Sentences.Of(s.Text).Any(w => words.Is(WordingKinds.Necessary, w))))
        {
            context.ReportDiagnostic(KkDiagnostic.Create(
                RuleCatalog.KK3208,
                buttons[0].Shown.Operation.Syntax.GetLocation(),
                Quote.Of(shown.Find(s => !s.IsButton)!.Text),
                MessageArg.Text(Texts.DialogNoReject, Quote.Of(buttons[0].Shown.Text))));
        }
    }

    private bool IsAsked(string text) => text.Length < LongestMessage && members.Reader.Text(text) is { Needs: TermNeeds.Nothing };

    /// <summary>About a consent, and not only about messages of the app or its terms.</summary>
    private bool IsConsent(string text) =>
        text.Length < LongestMessage && members.Reader.Text(text) is { Needs: TermNeeds.Nothing, Subject: not (ConsentSubjects.Notifications or ConsentSubjects.Renewal or "terms") } or { Subject: "cookies" };

    private void Add(List<Shown> shown, IOperation value, string name)
    {
        var isButton = Buttons.Contains(name);
        if (!isButton && !Messages.Contains(name))
        {
            return;
        }

        value = value.Unconverted();
        if (value is IArrayCreationOperation { Initializer: { } elements })
        {
            foreach (var element in elements.ElementValues)
            {
                Add(shown, element, name);
            }

            return;
        }

        if (Text(value) is { Length: > 0 } text)
        {
            shown.Add(new Shown(value, text, isButton));
        }
    }

    /// <summary>The text, with holes for what is filled in; of a resource, its first text or else its name.</summary>
    private string? Text(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: string constant })
        {
            return constant;
        }

        if (value is IInterpolatedStringOperation interpolated)
        {
            return string.Concat(interpolated.Parts.Select(p => p is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string part } } ? part : WordReader.Hole.ToString()));
        }

        return value is IPropertyReferenceOperation { Property: { IsStatic: true, Type.SpecialType: SpecialType.System_String, Name: var name } }
            ? resources.Of(name).FirstOrDefault() ?? name
            : null;
    }

    /// <summary>A text of a dialog.</summary>
    private sealed record Shown(IOperation Operation, string Text, bool IsButton);
}
