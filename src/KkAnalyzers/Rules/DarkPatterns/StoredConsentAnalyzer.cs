using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3202: a database that says yes for the person: in the model, a migration, a script or the rows that a program starts with.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StoredConsentAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public StoredConsentAnalyzer()
        : base(RuleCatalog.KK3202)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var members = new ConsentMembers(context);
        var inventory = new ConsentInventory(context, RuleCatalog.KK3202);
        var scripts = new ConsentScripts(context, members, inventory);
        context.RegisterAdditionalFileAction(scripts.Check);
        if (context.Type("Microsoft.EntityFrameworkCore.ModelBuilder") is null && context.Type("Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder") is null
            && context.Type("System.Data.Entity.Migrations.DbMigration") is null && context.Type("FluentMigrator.MigrationBase") is null)
        {
            return;
        }

        var code = new StoredConsent(context, members, inventory);
        context.RegisterOperationAction(code.Call, OperationKind.Invocation);
        context.RegisterOperationAction(code.Assignment, OperationKind.SimpleAssignment);
    }
}
