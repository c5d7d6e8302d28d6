namespace KkAnalyzers.Reporting.Signing;

/// <summary>What a file is, by the end of its name.</summary>
internal static class MediaTypes
{
    private static readonly (string End, string Type)[] Known =
    [
        (".intoto.jsonl", "application/vnd.dsse.envelope.v1+json"),
        (".cdx.json", "application/vnd.cyclonedx+json"),
        (".sarif", "application/sarif+json"),
        (".json", "application/json"),
        (".html", "text/html"),
        (".md", "text/markdown"),
        (".csv", "text/csv"),
        (".txt", "text/plain"),
        (".pdf", "application/pdf"),
        (".png", "image/png"),
        (".jpg", "image/jpeg"),
        (".jpeg", "image/jpeg"),
        (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ];

    public static string Of(string name) =>
        Known.FirstOrDefault(k => name.EndsWith(k.End, StringComparison.OrdinalIgnoreCase)).Type ?? "application/octet-stream";
}
