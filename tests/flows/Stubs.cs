// The shape of types whose packages a plain SDK cannot restore, under their real names: MAUI's device services and the
// data classification of Microsoft.Extensions.Compliance.
namespace Microsoft.Maui.Storage
{
    public interface IPreferences
    {
        void Set<T>(string key, T value, string? sharedName = null);
    }

    public static class Preferences
    {
        public static IPreferences Default => throw new PlatformNotSupportedException();

        public static void Set(string key, string value) => Default.Set(key, value);
    }

    public interface ISecureStorage
    {
        Task SetAsync(string key, string value);
    }

    public static class SecureStorage
    {
        public static ISecureStorage Default => throw new PlatformNotSupportedException();

        public static Task SetAsync(string key, string value) => Default.SetAsync(key, value);
    }
}

namespace Microsoft.Maui.ApplicationModel.DataTransfer
{
    public interface IClipboard
    {
        Task SetTextAsync(string? text);
    }

    public static class Clipboard
    {
        public static IClipboard Default => throw new PlatformNotSupportedException();

        public static Task SetTextAsync(string? text) => Default.SetTextAsync(text);
    }
}

namespace Microsoft.Extensions.Compliance.Classification
{
    public readonly struct DataClassification(string taxonomyName, string value)
    {
        public string TaxonomyName { get; } = taxonomyName;

        public string Value { get; } = value;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
    public class DataClassificationAttribute(DataClassification classification) : Attribute
    {
        public DataClassification Classification { get; } = classification;
    }
}
