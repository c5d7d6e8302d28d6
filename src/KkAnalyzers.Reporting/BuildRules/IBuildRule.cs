namespace KkAnalyzers.Reporting.BuildRules;

/// <summary>
/// A rule about what only the build knows: restore's files, properties, project files. One class per rule, without state.
/// </summary>
internal interface IBuildRule
{
    /// <summary>Id in the catalogue; <c>build</c> must be among the sources there.</summary>
    string Id { get; }

    /// <summary>
    /// Looks at one project in one target framework. Bad input is <see cref="BuildInspection.NotEvaluated"/> and no exception;
    /// an exception that escapes makes the rule "crashed" and not the build.
    /// </summary>
    void Check(BuildProject project, BuildInspection inspection);
}
