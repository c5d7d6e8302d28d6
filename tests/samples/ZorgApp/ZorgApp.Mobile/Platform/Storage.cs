// The names and signatures of Microsoft.Maui.Essentials that this sample uses.
namespace Microsoft.Maui.Storage;

public interface IPreferences
{
    void Set<T>(string key, T value, string? sharedName = null);
}

public static class Preferences
{
    public static IPreferences Default { get; } = new InMemory();

    public static void Set(string key, string? value) => Default.Set(key, value);

    public static void Set(string key, bool value) => Default.Set(key, value);

    private sealed class InMemory : IPreferences
    {
        public void Set<T>(string key, T value, string? sharedName = null)
        {
        }
    }
}

public interface ISecureStorage
{
    Task SetAsync(string key, string value);
}

public static class SecureStorage
{
    public static ISecureStorage Default { get; } = new InMemory();

    public static Task SetAsync(string key, string value) => Default.SetAsync(key, value);

    private sealed class InMemory : ISecureStorage
    {
        public Task SetAsync(string key, string value) => Task.CompletedTask;
    }
}
