namespace KkAnalyzers.Reporting.Formats;

/// <summary>Pages that other formats point to, below the page of the rules.</summary>
internal static class Pages
{
    private static readonly Uri Rules = new(Catalog.Catalogue.Instance.Header.HelpLinkBase);

    public static string Product { get; } = new Uri(Rules, "../../README.md").AbsoluteUri;

    public static string Report { get; } = new Uri(Rules, "../report/README.md").AbsoluteUri;

    public static string Formats { get; } = new Uri(Rules, "../report/formats.md").AbsoluteUri;
}
