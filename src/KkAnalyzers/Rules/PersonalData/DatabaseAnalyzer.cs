using KkAnalyzers.Databases;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>
/// KK4302, KK4303 and KK4317: what databases keep about people, without encryption, without a key, without an end. One
/// analyzer, because all three need the model of what is stored, and that is known at the end of the compilation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DatabaseAnalyzer : KkDiagnosticAnalyzer
{
    private static readonly string[] Libraries =
    [
        "Microsoft.EntityFrameworkCore.DbContext", "System.Data.Entity.DbContext", "Microsoft.Data.Sqlite.SqliteConnection", "System.Data.SQLite.SQLiteConnection",
        "SQLite.SQLiteConnection", "LiteDB.LiteDatabase", "Realms.Realm", "MongoDB.Driver.IMongoDatabase",
    ];

    // Any of these makes the project an app on a device of a person.
    private static readonly string[] Devices =
    [
        "Microsoft.Maui.Controls.Application", "Microsoft.Maui.Storage.FileSystem", "Xamarin.Forms.Application", "Xamarin.Essentials.FileSystem", "Android.App.Activity",
        "UIKit.UIApplication", "System.Windows.Application", "System.Windows.Forms.Form", "Avalonia.Application", "Microsoft.UI.Xaml.Application", "Windows.UI.Xaml.Application",
    ];

    /// <summary>Used by the compiler.</summary>
    public DatabaseAnalyzer()
        : base(RuleCatalog.KK4302, RuleCatalog.KK4303, RuleCatalog.KK4317)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (!Array.Exists(Libraries, l => context.Type(l) is not null) || TestProjects.Is(context))
        {
            return;
        }

        var code = new DatabaseCode(context.Options.List(RuleIds.KK4317, "deleting_methods"));
        context.RegisterOperationAction(c => code.Call((IInvocationOperation)c.Operation, c.ContainingSymbol), OperationKind.Invocation);
        context.RegisterOperationAction(c => code.Creation((IObjectCreationOperation)c.Operation, c.ContainingSymbol), OperationKind.ObjectCreation);
        context.RegisterCompilationEndAction(c => new Check(context, code, c).Run());
    }

    /// <summary>The end of one compilation.</summary>
    private sealed class Check
    {
        private readonly KkContext _context;
        private readonly DatabaseCode _code;
        private readonly CompilationAnalysisContext _end;
        private readonly StoreModel _model;
        
        // The word lists are read when there is something to judge.
        private readonly Lazy<PersonalDataModel> _data;
        private readonly SourceMarks _marks;
        private readonly SettingsFiles _settings;
        private readonly ValueSources _sources;
        private readonly LocalDatabases _databases;
        private readonly KeptPersonalData _kept;

        public Check(KkContext context, DatabaseCode code, CompilationAnalysisContext end)
        {
            _context = context;
            _code = code;
            _end = end;
            _model = new StoreModel(end.Compilation, code, end.CancellationToken);
            _data = new Lazy<PersonalDataModel>(() => PersonalDataModel.For(context));
            _marks = new SourceMarks(end.Compilation, end.CancellationToken);
            _settings = new SettingsFiles(context.Options.AdditionalFiles, end.CancellationToken);
            _sources = new ValueSources(end.Compilation, end.CancellationToken);
            _databases = new LocalDatabases(code, _sources, _settings, _marks);
            _kept = new KeptPersonalData(_model, _data, _marks);
        }

        public void Run()
        {
            Columns(_context.Inspection(RuleCatalog.KK4302));
            Openings(_context.Inspection(RuleCatalog.KK4303));
            Retention(_context.Inspection(RuleCatalog.KK4317));
        }

        private void Columns(Inspection inspection)
        {
            if (_model.IsCut)
            {
                inspection.NotFollowed();
            }

            // What converters do is read when the first sensitive column is there.
            ColumnProtection? protection = null;
            var encrypted = new Dictionary<StoreKind, bool>();
            var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var stored in _model.Types)
            {
                if (stored.Kind == StoreKind.Sqlite || MadeUpData.In(stored.Type))
                {
                    continue;
                }

                foreach (var column in _model.Columns(stored))
                {
                    inspection.Inspected();
                    if (_kept.Certain(column) is not { } found || (found.Tier != DataTier.Sensitive && found.Category != "national-id"))
                    {
                        continue;
                    }

                    protection ??= new ColumnProtection(
                        _code, new EncryptionEvidence(_sources, _context.Options.List(RuleIds.KK4302, "encrypting_names"), _end.CancellationToken), _marks);
                    if (!encrypted.TryGetValue(stored.Kind, out var isEncrypted))
                    {
                        encrypted[stored.Kind] = isEncrypted = IsEncrypted(stored.Kind);
                    }

                    if (!isEncrypted && !protection.Has(column) && reported.Add(column.Property.OriginalDefinition))
                    {
                        _end.ReportDiagnostic(KkDiagnostic.Create(
                            RuleCatalog.KK4302, _model.Place(column.Property, stored), column.Name, stored.Type.Name, found.CategoryText, found.Reason));
                    }
                }
            }
        }

        /// <summary>True when a whole store is encrypted, or when its driver encrypts columns that are chosen in the database.</summary>
        private bool IsEncrypted(StoreKind kind) =>
            _databases.AreKeyed(kind) || kind switch
            {
                StoreKind.EntityFramework => _settings.Matches(@"column\s+encryption\s+setting\s*=\s*enabled") || _marks.InText("column encryption setting") || _marks.InCode("ColumnEncryptionSetting"),
                StoreKind.MongoDb => _marks.InCode("AutoEncryptionOptions") || _marks.InCode("ClientEncryption"),
                _ => false,
            };

        private void Openings(Inspection inspection)
        {
            DiagnosticSeverity? severity = null;
            foreach (var (opening, state) in _databases.All)
            {
                inspection.Inspected();
                if (state == KeyState.Unknown)
                {
                    inspection.NotFollowed();
                }
                else if (state == KeyState.Open && _kept.Of(opening.Kind) is { } kept)
                {
                    severity ??= Severity(kept);
                    _end.ReportDiagnostic(KkDiagnostic.Create(
                        RuleCatalog.KK4303, opening.Location, severity, null, null, opening.Name, kept.Name, kept.Data.CategoryText, kept.Data.Reason));
                }
            }
        }

        /// <summary>
        /// On a device the file leaves with the device. On a server the disk may be encrypted, and in a library that keeps other
        /// projects' data nobody knows where it runs: information.
        /// </summary>
        private DiagnosticSeverity Severity(KeptData kept) =>
            Array.Exists(Devices, d => _context.Type(d) is not null) || (kept.IsOwn && _context.Type("Microsoft.AspNetCore.Http.HttpContext") is null)
                ? RuleCatalog.KK4303.DefaultSeverity
                : DiagnosticSeverity.Info;

        private void Retention(Inspection inspection)
        {
            if (_model.Contexts.Count == 0)
            {
                return;
            }

            var open = new List<(StoredType Stored, DataClassification Worst)>();
            foreach (var stored in _model.Types)
            {
                // Types that another one holds are deleted with it.
                if (stored.Kind != StoreKind.EntityFramework || stored.Owner is not null || stored.Type.IsAbstract || MadeUpData.In(stored.Type) || !_data.Value.IsPersonType(stored.Type))
                {
                    continue;
                }

                var worst = _model.Columns(stored).Select(_kept.Certain).OfType<DataClassification>().OrderByDescending(d => d, DataClassification.Harm).FirstOrDefault();
                if (worst is null)
                {
                    continue;
                }

                inspection.Inspected();
                if (IsReached(stored))
                {
                    continue;
                }

                if (_code.Writes)
                {
                    open.Add((stored, worst));
                }
                else
                {
                    inspection.NotFollowed();
                }
            }

            if (open.Count == 0)
            {
                return;
            }

            // Names of methods are read when a call did not settle it.
            foreach (var type in SourceTypes.Of(_end.Compilation))
            {
                _code.Deletions.Declared(type);
            }

            foreach (var (stored, worst) in open)
            {
                if (IsReached(stored))
                {
                    continue;
                }

                var mark = _model.Columns(stored).Select(c => c.Property).FirstOrDefault(Deletions.IsMark);
                _end.ReportDiagnostic(KkDiagnostic.Create(
                    RuleCatalog.KK4317,
                    _model.Place(stored.Type, stored),
                    stored.Type.Name,
                    worst.Name,
                    worst.CategoryText,
                    stored.Holder,
                    mark is null ? MessageArg.Text(Texts.RetentionNothing) : MessageArg.Text(Texts.RetentionMark, mark.Name)));
            }
        }

        private bool IsReached(StoredType stored)
        {
            if (_model.Columns(stored).Any(c => Deletions.IsLimit(c.Property)))
            {
                return true;
            }

            var tables = stored.Type.GetAttributes().Where(a => a.AttributeClass?.Name == "TableAttribute")
                .Select(a => a.ConstructorArguments.FirstOrDefault().Value).OfType<string>();
            return _code.Deletions.Reach(stored.Type, tables)
                || _model.Owners(stored.Type).Any(o => !SymbolEqualityComparer.Default.Equals(o, stored.Type) && _model.HoldsMany(o, stored.Type) && _code.Deletions.Reach(o, []));
        }
    }
}
