namespace KkAnalyzers.Tests.Stubs;

/// <summary>Libraries that give text to a database, as far as KK4401 looks at them. Real names; external, unverified (2026-11).</summary>
internal static class SqlStubs
{
    public const string Dapper = """
        namespace Dapper
        {
            public static class SqlMapper
            {
                public static System.Collections.Generic.IEnumerable<T> Query<T>(this System.Data.IDbConnection cnn, string sql, object param = null, System.Data.IDbTransaction transaction = null, bool buffered = true, int? commandTimeout = null) => null;
                public static System.Threading.Tasks.Task<System.Collections.Generic.IEnumerable<T>> QueryAsync<T>(this System.Data.IDbConnection cnn, string sql, object param = null, System.Data.IDbTransaction transaction = null) => null;
                public static System.Threading.Tasks.Task<int> ExecuteAsync(this System.Data.IDbConnection cnn, string sql, object param = null, System.Data.IDbTransaction transaction = null) => null;
            }
            public struct CommandDefinition { public CommandDefinition(string commandText, object parameters = null) { } }
        }
        """;

    public const string SqlClient = """
        namespace Microsoft.Data.SqlClient
        {
            public class SqlParameterCollection { public object AddWithValue(string parameterName, object value) => null; public object Add(object value) => null; }
            public class SqlParameter { public SqlParameter(string name, object value) { } }
            public abstract class SqlCommand : System.Data.IDbCommand
            {
                protected SqlCommand(string cmdText) { }
                public string CommandText { get; set; }
                public SqlParameterCollection Parameters => null;
                public int CommandTimeout { get; set; }
                public System.Data.CommandType CommandType { get; set; }
                public System.Data.IDbConnection Connection { get; set; }
                System.Data.IDataParameterCollection System.Data.IDbCommand.Parameters => null;
                public System.Data.IDbTransaction Transaction { get; set; }
                public System.Data.UpdateRowSource UpdatedRowSource { get; set; }
                public void Cancel() { }
                public System.Data.IDbDataParameter CreateParameter() => null;
                public void Dispose() { }
                public int ExecuteNonQuery() => 0;
                public System.Data.IDataReader ExecuteReader() => null;
                public System.Data.IDataReader ExecuteReader(System.Data.CommandBehavior behavior) => null;
                public object ExecuteScalar() => null;
                public void Prepare() { }
            }
            public class SqlDataAdapter { public SqlDataAdapter(string selectCommandText, object connection) { } }
        }
        """;

    public const string EntityFramework = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext { public Infrastructure.DatabaseFacade Database => null; public Metadata.IModel Model => null; public DbSet<T> Set<T>() where T : class => null; }
            public class DbSet<T> where T : class { }
            public static class RelationalQueryableExtensions
            {
                public static System.Linq.IQueryable<T> FromSqlRaw<T>(this DbSet<T> source, string sql, params object[] parameters) where T : class => null;
                public static System.Linq.IQueryable<T> FromSql<T>(this DbSet<T> source, System.FormattableString sql) where T : class => null;
            }
            public static class RelationalDatabaseFacadeExtensions
            {
                public static int ExecuteSqlRaw(this Infrastructure.DatabaseFacade databaseFacade, string sql, params object[] parameters) => 0;
                public static int ExecuteSql(this Infrastructure.DatabaseFacade databaseFacade, System.FormattableString sql) => 0;
                public static System.Threading.Tasks.Task<int> ExecuteSqlRawAsync(this Infrastructure.DatabaseFacade databaseFacade, string sql, System.Threading.CancellationToken cancellationToken = default) => null;
                public static System.Threading.Tasks.Task<int> ExecuteSqlAsync(this Infrastructure.DatabaseFacade databaseFacade, System.FormattableString sql, System.Threading.CancellationToken cancellationToken = default) => null;
                public static System.Linq.IQueryable<T> SqlQueryRaw<T>(this Infrastructure.DatabaseFacade databaseFacade, string sql, params object[] parameters) => null;
                public static System.Linq.IQueryable<T> SqlQuery<T>(this Infrastructure.DatabaseFacade databaseFacade, System.FormattableString sql) => null;
            }
            public static class RelationalEntityTypeExtensions { public static string GetTableName(this Metadata.IEntityType entityType) => null; }
        }
        namespace Microsoft.EntityFrameworkCore.Infrastructure { public class DatabaseFacade { } }
        namespace Microsoft.EntityFrameworkCore.Metadata { public interface IModel { IEntityType FindEntityType(System.Type type); } public interface IEntityType { } }
        """;
}
