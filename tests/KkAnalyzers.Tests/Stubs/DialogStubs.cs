namespace KkAnalyzers.Tests.Stubs;

/// <summary>Dialogs of app frameworks with the real names.</summary>
internal static class DialogStubs
{
    public const string All = """
        namespace Microsoft.Maui.Controls
        {
            public class Page
            {
                public System.Threading.Tasks.Task DisplayAlert(string title, string message, string cancel) => null;
                public System.Threading.Tasks.Task<bool> DisplayAlert(string title, string message, string accept, string cancel) => null;
                public System.Threading.Tasks.Task<string> DisplayActionSheet(string title, string cancel, string destruction, params string[] buttons) => null;
            }

            public class ContentPage : Page { }
        }

        namespace System.Windows
        {
            public enum MessageBoxButton { OK, YesNo }
            public static class MessageBox { public static int Show(string messageBoxText, string caption = null, MessageBoxButton button = default) => 0; }
        }

        namespace MudBlazor
        {
            public interface ISnackbar { object Add(string message); }
            public interface IDialogService { System.Threading.Tasks.Task<bool?> ShowMessageBox(string title, string message, string yesText = "OK", string noText = null, string cancelText = null); }
        }

        namespace Microsoft.UI.Xaml.Controls
        {
            public class ContentDialog
            {
                public object Title { get; set; }
                public object Content { get; set; }
                public string PrimaryButtonText { get; set; }
                public string SecondaryButtonText { get; set; }
                public string CloseButtonText { get; set; }
            }
        }
        """;
}
