using KkAnalyzers.Reporting.Signing;
using Xunit;

namespace KkAnalyzers.EndToEnd.Tests;

/// <summary>A build in a repository of git: what it says about the work tree, and that its report can be signed and verified.</summary>
public sealed class SignedBuildTests
{
    [Fact]
    public void A_report_knows_the_state_of_the_work_tree_and_verifies_against_what_was_built()
    {
        using var workspace = new Workspace().App();
        var commit = Git.Commit(workspace);

        workspace.Build("App").Succeeds();
        Assert.False(workspace.Report().Projects.Single().TreeDirty);
        var folder = workspace.PathOf("App/bin/Debug/net10.0/kwaliteitskader");
        using var key = SigningKey.Create();
        Assert.NotNull(ReportSigner.Sign(folder, key, null, null).Path);
        using var publicKey = VerificationKey.FromText(key.PublicPem(), "");
        var options = new VerificationOptions { Key = publicKey, Bin = workspace.PathOf("App/bin/Debug/net10.0"), Commit = commit };
        var result = Verifier.Run(folder, options);
        Assert.True(result.Verdict == VerificationVerdict.Verified, string.Join('\n', result.Checks));

        // Nothing to compile, nothing asked, nothing written.
        var times = workspace.Times();
        workspace.Rebuild("App").Succeeds();
        Assert.Equal(times.Where(t => !t.Key.StartsWith(".git/", StringComparison.Ordinal)), workspace.Times().Where(t => !t.Key.StartsWith(".git/", StringComparison.Ordinal)));

        workspace.Write("App/Preferences.cs", Workspace.Clean);
        workspace.Rebuild("App").Succeeds();
        Assert.True(workspace.Report().Projects.Single().TreeDirty);
        Assert.Equal(VerificationVerdict.Failed, Verifier.Run(folder, options).Verdict);

        workspace.Rebuild("App", "-p:KkTreeState=clean").Succeeds();
        Assert.False(workspace.Report().Projects.Single().TreeDirty);
        workspace.Rebuild("App", "-p:KkTreeState=unknown").Succeeds();
        Assert.Null(workspace.Report().Projects.Single().TreeDirty);
    }
}
