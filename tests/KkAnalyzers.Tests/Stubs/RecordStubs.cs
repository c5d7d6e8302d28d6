namespace KkAnalyzers.Tests.Stubs;

/// <summary>Libraries that read and keep records, with their real names, as far as the rules about access to records look at them.</summary>
internal static class RecordStubs
{
    public const string EntityFramework = """
        namespace Microsoft.EntityFrameworkCore
        {
            using System.Linq.Expressions;
            using System.Threading;
            public class DbContext
            {
                public virtual DbSet<T> Set<T>() where T : class => null;
                public virtual T Find<T>(params object[] keys) where T : class => null;
                public virtual void Update(object entity) { }
                public virtual int SaveChanges() => 0;
                public virtual Task<int> SaveChangesAsync(CancellationToken cancellation = default) => null;
                protected internal virtual void OnModelCreating(ModelBuilder modelBuilder) { }
            }

            public abstract class DbSet<T> : IQueryable<T> where T : class
            {
                public Type ElementType => null;
                public Expression Expression => null;
                public IQueryProvider Provider => null;
                public IEnumerator<T> GetEnumerator() => null;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null;
                public virtual T Find(params object[] keys) => null;
                public virtual ValueTask<T> FindAsync(params object[] keys) => default;
                public virtual void Add(T entity) { }
                public virtual void Update(T entity) { }
                public virtual void Remove(T entity) { }
            }

            public static class EntityFrameworkQueryableExtensions
            {
                public static Task<T> FirstOrDefaultAsync<T>(this IQueryable<T> source, Expression<Func<T, bool>> predicate, CancellationToken cancellation = default) => null;
                public static Task<T> SingleAsync<T>(this IQueryable<T> source, CancellationToken cancellation = default) => null;
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source, CancellationToken cancellation = default) => null;
                public static Task<int> CountAsync<T>(this IQueryable<T> source, CancellationToken cancellation = default) => null;
            }

            public class ModelBuilder
            {
                public virtual Metadata.Builders.EntityTypeBuilder<T> Entity<T>() where T : class => null;
            }

            public static class SqlServerEntityTypeBuilderExtensions
            {
                public static Metadata.Builders.EntityTypeBuilder<T> ToTable<T>(this Metadata.Builders.EntityTypeBuilder<T> builder, Action<Metadata.Builders.TableBuilder<T>> build) where T : class => builder;
                public static void IsTemporal<T>(this Metadata.Builders.TableBuilder<T> table) where T : class { }
            }
        }
        namespace Microsoft.EntityFrameworkCore.Metadata.Builders
        {
            public class TableBuilder<T> where T : class { }
            public class EntityTypeBuilder<T> where T : class
            {
                public virtual EntityTypeBuilder<T> HasQueryFilter(System.Linq.Expressions.Expression<Func<T, bool>> filter) => this;
            }
        }
        namespace Microsoft.EntityFrameworkCore.Diagnostics
        {
            public class DbContextEventData { }
            public interface IInterceptor { }
            public interface ISaveChangesInterceptor : IInterceptor { }
            public abstract class SaveChangesInterceptor : ISaveChangesInterceptor { public virtual int SavedChanges(DbContextEventData data, int result) => result; }
        }
        """;

    public const string Dapper = """
        namespace Dapper
        {
            public static class SqlMapper
            {
                public static Task<T> QuerySingleOrDefaultAsync<T>(this System.Data.IDbConnection connection, string sql, object param = null) => null;
            }
        }
        """;

    public const string Mongo = """
        namespace MongoDB.Driver
        {
            public interface IFindFluent<T> { Task<T> FirstOrDefaultAsync(); }
            public interface IMongoCollection<T> { IFindFluent<T> Find(System.Linq.Expressions.Expression<Func<T, bool>> filter); }
        }
        """;

    public const string MediatR = """
        namespace MediatR
        {
            public interface IRequest<out T> { }
            public interface IRequestHandler<in TRequest, TResponse> where TRequest : IRequest<TResponse> { Task<TResponse> Handle(TRequest request, System.Threading.CancellationToken cancellation); }
            public interface IPipelineBehavior<in TRequest, TResponse> { Task<TResponse> Handle(TRequest request, Func<Task<TResponse>> next, System.Threading.CancellationToken cancellation); }
            public interface ISender { Task<T> Send<T>(IRequest<T> request, System.Threading.CancellationToken cancellation = default); }
        }
        """;
}
