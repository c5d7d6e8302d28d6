namespace KkAnalyzers.Endpoints;

/// <summary>The words of a name as it is written in C#: AddCareAuthorization is Add, Care, Authorization.</summary>
internal static class Words
{
    public static IEnumerable<string> Of(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || char.IsUpper(name[i]) || name[i] == '_')
            {
                yield return name.Substring(start, i - start).Trim('_');
                start = i;
            }
        }
    }
}
