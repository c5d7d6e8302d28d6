// Types the compiler needs for records and init accessors; netstandard2.0 has none.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
