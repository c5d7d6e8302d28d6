using KkAnalyzers.Reporting;

namespace KkAnalyzers.Build;

/// <summary>Reads the report that is on disk and turns what the gate does not accept into errors.</summary>
internal static class GateCommand
{
    public static void Run(Arguments request, string gate, IOutput output)
    {
        var report = Reporting.Report.Read(Path.Combine(request.Required("directory"), ReportCommand.Json));
        var (policy, problems) = request.Optional("policy") is { } file ? GatePolicy.Read(file) : (null, []);
        output.Report(problems.Count > 0 ? [.. problems, Gate.Refused] : Gate.Evaluate(report, gate, policy), request.Optional("root"), request.Optional("project"));
    }
}
