namespace KkAnalyzers.Tests.Stubs;

/// <summary>The shape of database libraries that do not restore everywhere, with their real names.</summary>
internal static class DatabaseStubs
{
    public const string EntityFramework = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext : IDisposable
            {
                public DbContext() { }
                public DbContext(DbContextOptions options) { }
                public Infrastructure.DatabaseFacade Database => null;
                protected internal virtual void OnModelCreating(ModelBuilder modelBuilder) { }
                protected internal virtual void OnConfiguring(DbContextOptionsBuilder optionsBuilder) { }
                protected internal virtual void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) { }
                public virtual DbSet<T> Set<T>() where T : class => null;
                public virtual void Remove<T>(T entity) where T : class { }
                public virtual void RemoveRange(params object[] entities) { }
                public virtual void Add(object entity) { }
                public int SaveChanges() => 0;
                public void Dispose() { }
            }

            public abstract class DbSet<T> : IQueryable<T> where T : class
            {
                public Type ElementType => null;
                public Expression Expression => null;
                public IQueryProvider Provider => null;
                public IEnumerator<T> GetEnumerator() => null;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null;
                public virtual void Add(T entity) { }
                public virtual void Remove(T entity) { }
                public virtual void RemoveRange(IEnumerable<T> entities) { }
            }

            public class DbContextOptions { }
            public class DbContextOptions<T> : DbContextOptions where T : DbContext { }
            public class DbContextOptionsBuilder { }
            public class DbContextOptionsBuilder<T> : DbContextOptionsBuilder where T : DbContext { }

            public class ModelBuilder
            {
                public virtual EntityTypeBuilder<T> Entity<T>() where T : class => null;
                public virtual EntityTypeBuilder Entity(Type type) => null;
                public virtual ModelBuilder Entity<T>(Action<EntityTypeBuilder<T>> buildAction) where T : class => this;
                public virtual ModelBuilder Ignore<T>() where T : class => this;
                public virtual ModelBuilder ApplyConfiguration<T>(IEntityTypeConfiguration<T> configuration) where T : class => this;
                public virtual IMutableModel Model => null;
            }

            public interface IMutableModel { IEnumerable<IMutableEntityType> GetEntityTypes(); }

            public interface IMutableEntityType
            {
                IEnumerable<IMutableProperty> GetProperties();
            }

            public interface IMutableProperty
            {
                System.Reflection.PropertyInfo PropertyInfo { get; }
                Type ClrType { get; }
                void SetValueConverter(ValueConverter converter);
            }

            public class ModelConfigurationBuilder
            {
                public virtual PropertiesConfigurationBuilder<T> Properties<T>() => null;
            }

            public class PropertiesConfigurationBuilder<T>
            {
                public virtual PropertiesConfigurationBuilder<T> HaveConversion<TConversion>() => this;
            }

            public interface IEntityTypeConfiguration<T> where T : class
            {
                void Configure(EntityTypeBuilder<T> builder);
            }

            [AttributeUsage(AttributeTargets.Class)]
            public sealed class KeylessAttribute : Attribute { }

            [AttributeUsage(AttributeTargets.Class)]
            public sealed class OwnedAttribute : Attribute { }

            public static class RelationalEntityTypeBuilderExtensions
            {
                public static EntityTypeBuilder<T> ToTable<T>(this EntityTypeBuilder<T> builder, string name) where T : class => builder;
                public static EntityTypeBuilder<T> ToView<T>(this EntityTypeBuilder<T> builder, string name) where T : class => builder;
            }

            public static class RelationalPropertyBuilderExtensions
            {
                public static PropertyBuilder<T> HasColumnName<T>(this PropertyBuilder<T> builder, string name) => builder;
                public static PropertyBuilder<T> HasMaxLength<T>(this PropertyBuilder<T> builder, int length) => builder;
            }

            public static class RelationalDatabaseFacadeExtensions
            {
                public static int ExecuteSqlRaw(this Infrastructure.DatabaseFacade database, string sql, params object[] parameters) => 0;
                public static int ExecuteSqlInterpolated(this Infrastructure.DatabaseFacade database, FormattableString sql) => 0;
            }

            public static class RelationalQueryableExtensions
            {
                public static Task<int> ExecuteDeleteAsync<T>(this IQueryable<T> source, CancellationToken cancellation = default) => null;
            }

            public static class SqlServerDbContextOptionsExtensions
            {
                public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder builder, string connectionString) => builder;
            }

            public static class SqliteDbContextOptionsBuilderExtensions
            {
                public static DbContextOptionsBuilder UseSqlite(this DbContextOptionsBuilder builder, Action<object> options = null) => builder;
                public static DbContextOptionsBuilder UseSqlite(this DbContextOptionsBuilder builder, string connectionString, Action<object> options = null) => builder;
                public static DbContextOptionsBuilder UseSqlite(this DbContextOptionsBuilder builder, System.Data.Common.DbConnection connection, Action<object> options = null) => builder;
            }
        }

        namespace Microsoft.EntityFrameworkCore.Infrastructure
        {
            public class DatabaseFacade { }
        }

        namespace Microsoft.EntityFrameworkCore.Design
        {
            public interface IDesignTimeDbContextFactory<out T> where T : DbContext
            {
                T CreateDbContext(string[] args);
            }
        }

        namespace Microsoft.EntityFrameworkCore.Metadata.Builders
        {
            public class EntityTypeBuilder
            {
                public virtual PropertyBuilder Property(string name) => null;
            }

            public class EntityTypeBuilder<T> : EntityTypeBuilder where T : class
            {
                public virtual PropertyBuilder<TProperty> Property<TProperty>(Expression<Func<T, TProperty>> property) => null;
                public virtual PropertyBuilder<TProperty> Property<TProperty>(string name) => null;
                public virtual EntityTypeBuilder<T> Ignore(Expression<Func<T, object>> property) => this;
                public virtual EntityTypeBuilder<T> HasNoKey() => this;
                public virtual EntityTypeBuilder<T> OwnsOne<TRelated>(Expression<Func<T, TRelated>> navigation, Action<OwnedNavigationBuilder<T, TRelated>> build) where TRelated : class => this;
                public virtual EntityTypeBuilder<T> OwnsMany<TRelated>(Expression<Func<T, IEnumerable<TRelated>>> navigation) where TRelated : class => this;
            }

            public class OwnedNavigationBuilder<TOwner, TDependent> where TOwner : class where TDependent : class
            {
                public virtual PropertyBuilder<TProperty> Property<TProperty>(Expression<Func<TDependent, TProperty>> property) => null;
            }

            public class PropertyBuilder
            {
                public virtual PropertyBuilder HasConversion(ValueConverter converter) => this;
            }

            public class PropertyBuilder<T> : PropertyBuilder
            {
                public virtual PropertyBuilder<T> HasConversion<TConversion>() => this;
                public virtual PropertyBuilder<T> HasConversion<TProvider>(Expression<Func<T, TProvider>> to, Expression<Func<TProvider, T>> from) => this;
                public new virtual PropertyBuilder<T> HasConversion(ValueConverter converter) => this;
                public virtual PropertyBuilder<T> IsRequired(bool required = true) => this;
            }
        }

        namespace Microsoft.EntityFrameworkCore.Storage.ValueConversion
        {
            public abstract class ValueConverter { }

            public class ValueConverter<TModel, TProvider> : ValueConverter
            {
                public ValueConverter(Expression<Func<TModel, TProvider>> to, Expression<Func<TProvider, TModel>> from) { }
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using Microsoft.EntityFrameworkCore;

            public static class EntityFrameworkServiceCollectionExtensions
            {
                public static IServiceCollection AddDbContext<T>(this IServiceCollection services, Action<DbContextOptionsBuilder> options = null) where T : DbContext => services;
            }
        }
        """;

    /// <summary>Packages that encrypt columns.</summary>
    public const string ColumnEncryption = """
        using System;
        using Microsoft.EntityFrameworkCore;

        namespace Microsoft.EntityFrameworkCore.DataEncryption
        {
            public interface IEncryptionProvider { }

            public static class ModelBuilderExtensions
            {
                public static ModelBuilder UseEncryption(this ModelBuilder builder, IEncryptionProvider provider) => builder;
                public static Metadata.Builders.PropertyBuilder<T> IsEncrypted<T>(this Metadata.Builders.PropertyBuilder<T> builder) => builder;
            }
        }

        namespace System.ComponentModel.DataAnnotations
        {
            [AttributeUsage(AttributeTargets.Property)]
            public sealed class EncryptedAttribute : Attribute { }
        }

        namespace EntityFrameworkCore.EncryptColumn.Attribute
        {
            [AttributeUsage(AttributeTargets.Property)]
            public sealed class EncryptColumnAttribute : System.Attribute { }
        }
        """;

    public const string Identity = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;

        namespace Microsoft.AspNetCore.Identity.EntityFrameworkCore
        {
            public class IdentityDbContext<TUser> : DbContext where TUser : Microsoft.AspNetCore.Identity.IdentityUser
            {
                public virtual DbSet<TUser> Users { get; set; }
            }
        }
        """;

    public const string DataSqlite = """
        namespace Microsoft.Data.Sqlite
        {
            public enum SqliteOpenMode { ReadWriteCreate, ReadWrite, ReadOnly, Memory }

            public class SqliteConnection : System.Data.Common.DbConnection
            {
                public SqliteConnection() { }
                public SqliteConnection(string connectionString) { }
                public override string ConnectionString { get; set; }
                public override string Database => "";
                public override string DataSource => "";
                public override string ServerVersion => "";
                public override System.Data.ConnectionState State => default;
                public override void ChangeDatabase(string databaseName) { }
                public override void Close() { }
                public override void Open() { }
                protected override System.Data.Common.DbTransaction BeginDbTransaction(System.Data.IsolationLevel isolationLevel) => null;
                protected override System.Data.Common.DbCommand CreateDbCommand() => null;
            }

            public class SqliteConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
            {
                public SqliteConnectionStringBuilder() { }
                public SqliteConnectionStringBuilder(string connectionString) { }
                public string DataSource { get; set; }
                public string Password { get; set; }
                public SqliteOpenMode Mode { get; set; }
            }
        }
        """;

    public const string SqliteNet = """
        using System;
        using System.Threading.Tasks;

        namespace SQLite
        {
            public class SQLiteConnectionString
            {
                public SQLiteConnectionString(string databasePath, bool storeDateTimeAsTicks = true) { }
                public SQLiteConnectionString(string databasePath, bool storeDateTimeAsTicks, object key = null, Action<SQLiteConnection> preKeyAction = null) { }
            }

            public class SQLiteConnection
            {
                public SQLiteConnection(string databasePath, bool storeDateTimeAsTicks = true) { }
                public SQLiteConnection(SQLiteConnectionString connectionString) { }
                public int CreateTable<T>() => 0;
                public int Insert(object row) => 0;
            }

            public class SQLiteAsyncConnection
            {
                public SQLiteAsyncConnection(string databasePath, bool storeDateTimeAsTicks = true) { }
                public SQLiteAsyncConnection(SQLiteConnectionString connectionString) { }
                public Task CreateTableAsync<T>() => null;
            }

            public sealed class TableAttribute : Attribute { public TableAttribute(string name) { } }
            public sealed class ColumnAttribute : Attribute { public ColumnAttribute(string name) { } }
            public sealed class PrimaryKeyAttribute : Attribute { }
            public sealed class IgnoreAttribute : Attribute { }
        }
        """;

    public const string LiteDb = """
        using System;

        namespace LiteDB
        {
            public class ConnectionString
            {
                public ConnectionString() { }
                public ConnectionString(string connectionString) { }
                public string Filename { get; set; }
                public string Password { get; set; }
            }

            public interface ILiteCollection<T> { void Insert(T entity); }

            public class LiteDatabase : IDisposable
            {
                public LiteDatabase(string connectionString, object mapper = null) { }
                public LiteDatabase(ConnectionString connectionString, object mapper = null) { }
                public LiteDatabase(System.IO.Stream stream, object mapper = null) { }
                public ILiteCollection<T> GetCollection<T>(string name = null) => null;
                public void Dispose() { }
            }
        }
        """;

    public const string Realm = """
        using System;

        namespace Realms
        {
            public interface IRealmObject { }
            public class RealmObject { }

            public abstract class RealmConfigurationBase
            {
                public byte[] EncryptionKey { get; set; }
            }

            public class RealmConfiguration : RealmConfigurationBase
            {
                public RealmConfiguration(string optionalPath = null) { }
                public static RealmConfigurationBase DefaultConfiguration { get; set; }
            }

            public class InMemoryConfiguration : RealmConfigurationBase
            {
                public InMemoryConfiguration(string identifier) { }
            }

            public class Realm
            {
                public static Realm GetInstance(RealmConfigurationBase config = null) => null;
                public static Realm GetInstance(string databasePath) => null;
            }

            public sealed class MapToAttribute : Attribute { public MapToAttribute(string mapping) { } }
            public sealed class IgnoredAttribute : Attribute { }
        }
        """;

    public const string MongoDb = """
        namespace MongoDB.Driver
        {
            public interface IMongoCollection<T> { void InsertOne(T document); }
            public interface IMongoDatabase { IMongoCollection<T> GetCollection<T>(string name); }
        }

        namespace MongoDB.Driver.Encryption
        {
            public class AutoEncryptionOptions { }
        }
        """;

    public const string Dapper = """
        using System.Collections.Generic;

        namespace Dapper
        {
            public static class SqlMapper
            {
                public static IEnumerable<T> Query<T>(this System.Data.IDbConnection connection, string sql, object param = null) => null;
                public static int Execute(this System.Data.IDbConnection connection, string sql, object param = null) => 0;
            }
        }
        """;

    /// <summary>What makes a project an app on a device.</summary>
    public const string Device = """
        namespace Microsoft.Maui.Controls
        {
            public class Application { }
        }

        namespace Microsoft.Maui.Storage
        {
            public static class FileSystem
            {
                public static string AppDataDirectory => "";
            }
        }
        """;
}
