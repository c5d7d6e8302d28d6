using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using KkAnalyzers.Catalog;

namespace KkAnalyzers.Reporting;

/// <summary>
/// The serializer puts null into a member that may not be null when a file says or omits so. Found here, with its place in the
/// document, and not later by accident.
/// </summary>
internal static class MissingValues
{
    private static readonly ConcurrentDictionary<Type, Member[]> Known = new();

    /// <returns>Path of the first value that is missing or outside its list, such as <c>.findings[3].rule</c>; null when there is none.</returns>
    public static string? First(object value)
    {
        switch (value)
        {
            case string:
                return null;
            case Enum choice:
                return Enum.IsDefined(choice.GetType(), choice) ? null : "";
            case Localized text:
                return text is { En: not null, Nl: not null, Fr: not null } ? null : "";
            case IDictionary entries:
                return entries.Keys.Cast<string>().Select(key => Below($".{key}", entries[key])).FirstOrDefault(found => found is not null);
            case IEnumerable items:
                return items.Cast<object?>().Select((item, i) => Below(string.Create(CultureInfo.InvariantCulture, $"[{i}]"), item)).FirstOrDefault(found => found is not null);
        }

        foreach (var member in Known.GetOrAdd(value.GetType(), Members))
        {
            var found = member.Get(value);
            if (found is null && member.MayBeNull)
                continue;
            if ((found is null ? "" : First(found)) is { } below)
                return "." + member.Name + below;
        }

        return null;
    }

    private static string? Below(string step, object? value) => (value is null ? "" : First(value)) is { } below ? step + below : null;

    private static Member[] Members(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. JsonFile.Options.GetTypeInfo(type).Properties
                .Where(p => p.Get is not null && p.AttributeProvider is PropertyInfo && !(p.PropertyType.IsPrimitive || Nullable.GetUnderlyingType(p.PropertyType)?.IsPrimitive == true))
                .Select(p => new Member(p.Name, p.Get!, nullability.Create((PropertyInfo)p.AttributeProvider!).ReadState == NullabilityState.Nullable)),
        ];
    }

    private sealed record Member(string Name, Func<object, object?> Get, bool MayBeNull);
}
