namespace KkAnalyzers.Reporting;

/// <summary>One shape per state, so that it can be told without colour. The word stands beside it.</summary>
internal static class StateShapes
{
    public static HtmlText.Markup Of(State state) => new(
        "<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\">" + Path(state) + "</svg>");

    private static string Path(State state) => state switch
    {
        // triangle with a mark
        State.Finding => "<path d=\"M8 1.8 15 14H1z\" fill=\"currentColor\"/>",
        // dashed empty circle
        State.NotEvaluated => "<circle cx=\"8\" cy=\"8\" r=\"6.2\" stroke-dasharray=\"2.6 2.2\"/>",
        // circle, half
        State.Undecided => "<circle cx=\"8\" cy=\"8\" r=\"6.2\"/><path d=\"M8 1.8a6.2 6.2 0 0 1 0 12.4z\" fill=\"currentColor\"/>",
        // head and shoulders
        State.NeedsHuman => "<circle cx=\"8\" cy=\"4.8\" r=\"2.8\"/><path d=\"M2.4 14.4c.6-3.6 2.7-5.2 5.6-5.2s5 1.6 5.6 5.2z\"/>",
        // square, struck through
        State.AcceptedException => "<rect x=\"2\" y=\"2\" width=\"12\" height=\"12\"/><path d=\"M3 13 13 3\"/>",
        // sheet with lines
        State.VendorEvidence => "<path d=\"M3 1.5h7l3 3v10H3z\"/><path d=\"M5.5 8h5M5.5 11h5\"/>",
        // lens
        State.CheckedClean => "<circle cx=\"6.6\" cy=\"6.6\" r=\"4.8\"/><path d=\"m10.2 10.2 4.4 4.4\" stroke-width=\"2.2\"/>",
        // dash
        _ => "<path d=\"M2.5 8h11\" stroke-width=\"2.2\"/>",
    };
}
