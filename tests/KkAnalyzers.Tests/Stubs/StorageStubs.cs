namespace KkAnalyzers.Tests.Stubs;

/// <summary>The shape of storage libraries that do not restore everywhere, with their real names.</summary>
internal static class StorageStubs
{
    public const string Maui = """
        using System;
        using System.Threading.Tasks;
        namespace Microsoft.Maui.Storage
        {
            public interface IPreferences
            {
                void Set<T>(string key, T value, string sharedName = null);
                T Get<T>(string key, T defaultValue, string sharedName = null);
            }

            public interface ISecureStorage
            {
                Task SetAsync(string key, string value);
                Task<string> GetAsync(string key);
            }

            public static class Preferences
            {
                public static IPreferences Default => null;
                public static void Set(string key, string value) { }
                public static void Set(string key, bool value) { }
                public static void Set(string key, int value) { }
                public static void Set(string key, DateTime value) { }
                public static void Set(string key, string value, string sharedName) { }
                public static string Get(string key, string defaultValue) => defaultValue;
            }

            public static class SecureStorage
            {
                public static ISecureStorage Default => null;
                public static Task SetAsync(string key, string value) => Task.CompletedTask;
                public static Task<string> GetAsync(string key) => Task.FromResult(key);
            }

            public static class FileSystem
            {
                public static string AppDataDirectory => "";
            }
        }
        """;

    public const string Xamarin = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        namespace Xamarin.Essentials
        {
            public static class Preferences
            {
                public static void Set(string key, string value) { }
                public static void Set(string key, string value, string sharedName) { }
            }

            public static class SecureStorage
            {
                public static Task SetAsync(string key, string value) => Task.CompletedTask;
            }
        }

        namespace Xamarin.Forms
        {
            public class Application
            {
                public static Application Current { get; set; }
                public IDictionary<string, object> Properties { get; } = new Dictionary<string, object>();
            }
        }
        """;

    public const string Akavache = """
        using System;
        using System.Collections.Generic;
        namespace Akavache
        {
            public interface IBlobCache
            {
                IObservable<int> Insert(string key, byte[] data, DateTimeOffset? absoluteExpiration = null);
            }

            public interface ISecureBlobCache : IBlobCache { }

            public static class CacheDatabase
            {
                public static IBlobCache LocalMachine { get; set; }
                public static IBlobCache UserAccount { get; set; }
                public static ISecureBlobCache Secure { get; set; }
            }

            public static class SerializerExtensions
            {
                public static IObservable<int> InsertObject<T>(this IBlobCache blobCache, string key, T value, DateTimeOffset? absoluteExpiration = null) => null;
            }
        }
        """;

    public const string Android = """
        using System.Collections.Generic;
        namespace Android.Content
        {
            public interface ISharedPreferencesEditor
            {
                ISharedPreferencesEditor PutString(string key, string value);
                void Apply();
            }

            public interface ISharedPreferences
            {
                ISharedPreferencesEditor Edit();
            }

            public class Context
            {
                public ISharedPreferences GetSharedPreferences(string name, int mode) => null;
            }
        }

        namespace AndroidX.Security.Crypto
        {
            public static class EncryptedSharedPreferences
            {
                public static Android.Content.ISharedPreferences Create(Android.Content.Context context, string fileName) => null;
            }
        }
        """;

    public const string Settings = """
        namespace System.Configuration
        {
            public abstract class ApplicationSettingsBase
            {
                public virtual object this[string propertyName] { get => null; set { } }
            }
        }

        namespace Foundation
        {
            public class NSUserDefaults
            {
                public static NSUserDefaults StandardUserDefaults { get; }
                public void SetString(string value, string defaultName) { }
            }
        }

        namespace Windows.Storage
        {
            public class ApplicationDataContainer
            {
                public System.Collections.Generic.IDictionary<string, object> Values { get; }
            }
        }
        """;

    public const string Redis = """
        namespace StackExchange.Redis
        {
            public readonly struct RedisKey
            {
                public static implicit operator RedisKey(string key) => default;
            }

            public readonly struct RedisValue
            {
                public static implicit operator RedisValue(string value) => default;
            }

            public readonly struct HashEntry
            {
                public HashEntry(RedisValue name, RedisValue value) { }
            }

            public interface IDatabase
            {
                bool StringSet(RedisKey key, RedisValue value);
                void HashSet(RedisKey key, HashEntry[] hashFields);
            }
        }
        """;
}
