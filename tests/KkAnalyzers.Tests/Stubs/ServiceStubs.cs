namespace KkAnalyzers.Tests.Stubs;

/// <summary>Small stand-ins with the real names of services and platforms that tests cannot restore.</summary>
internal static class ServiceStubs
{
    public const string ThirdParties = """
        namespace Microsoft.ApplicationInsights
        {
            public class TelemetryClient
            {
                public void TrackEvent(string eventName, System.Collections.Generic.IDictionary<string, string> properties = null, System.Collections.Generic.IDictionary<string, double> metrics = null) { }
                public void TrackTrace(string message) { }
                public void TrackException(System.Exception exception, System.Collections.Generic.IDictionary<string, string> properties = null) { }
            }
        }

        namespace Sentry
        {
            public static class SentrySdk { public static void CaptureMessage(string message) { } }
            public class SentryUser { public string Email { get; set; } public string Id { get; set; } }
        }

        namespace Microsoft.Extensions.AI
        {
            public enum ChatRole { User, System }
            public class ChatMessage { public ChatMessage(ChatRole role, string content) { } }
            public class ChatResponse { public string Text { get; } }
            public interface IChatClient
            {
                System.Threading.Tasks.Task<ChatResponse> GetResponseAsync(System.Collections.Generic.IEnumerable<ChatMessage> messages);
            }

            public static class ChatClientExtensions
            {
                public static System.Threading.Tasks.Task<ChatResponse> GetResponseAsync(this IChatClient client, string chatMessage) => null;
            }
        }

        namespace OpenAI.Chat
        {
            public abstract class ChatMessage { }
            public class UserChatMessage : ChatMessage { public UserChatMessage(string content) { } }
            public class ChatClient { public object CompleteChat(params ChatMessage[] messages) => null; }
        }
        """;

    public const string Ollama = "namespace OllamaSharp { public class OllamaApiClient { } }";

    public const string Screens = """
        namespace Microsoft.Maui.ApplicationModel.DataTransfer
        {
            public interface IClipboard { System.Threading.Tasks.Task SetTextAsync(string text); }
            public static class Clipboard { public static System.Threading.Tasks.Task SetTextAsync(string text) => null; }
            public class ShareTextRequest { public ShareTextRequest() { } public ShareTextRequest(string text) { } public string Text { get; set; } public string Title { get; set; } }
        }

        namespace Plugin.LocalNotification
        {
            public class NotificationRequest { public string Title { get; set; } public string Subtitle { get; set; } public string Description { get; set; } public int NotificationId { get; set; } }
        }

        namespace AndroidX.Core.App
        {
            public class NotificationCompat
            {
                public class Builder { public Builder SetContentTitle(string title) => this; public Builder SetContentText(string text) => this; }
            }
        }
        """;

    public const string Browser = """
        namespace Blazored.LocalStorage
        {
            public interface ILocalStorageService
            {
                System.Threading.Tasks.ValueTask SetItemAsync<T>(string key, T data);
                System.Threading.Tasks.ValueTask SetItemAsStringAsync(string key, string data);
            }
        }
        """;
}
