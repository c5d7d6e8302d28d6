using KkAnalyzers.Reporting;

namespace KkAnalyzers.Build;

/// <summary>Reads the report that is on disk and turns what the gate does not accept into errors.</summary>
internal static class GateCommand
{
    public static void Run(Arguments request, string gate, IOutput output)
    {
        var report = Reporting.Report.Read(Path.Combine(request.Required("directory"), ReportCommand.Json));
        output.Report(Gate.Evaluate(report, gate), request.Optional("root"), request.Optional("project"));
    }
}
