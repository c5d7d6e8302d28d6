namespace KkAnalyzers.Tests.Stubs;

/// <summary>What gives columns values: Entity Framework's model and migrations, the older Entity Framework, and FluentMigrator.</summary>
internal static class MigrationStubs
{
    public const string EntityFramework = """
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.Linq.Expressions;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;
        using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext
            {
                public virtual void Add<T>(T entity) { }
                public int SaveChanges() => 0;
                protected internal virtual void OnModelCreating(ModelBuilder modelBuilder) { }
                protected internal virtual void OnConfiguring(DbContextOptionsBuilder optionsBuilder) { }
            }

            public class DbContextOptionsBuilder
            {
                public virtual DbContextOptionsBuilder UseSeeding(Action<DbContext, bool> seed) => this;
            }

            public class ModelBuilder
            {
                public virtual EntityTypeBuilder<T> Entity<T>() where T : class => null;
                public virtual EntityTypeBuilder Entity(string name) => null;
                public virtual ModelBuilder Entity<T>(Action<EntityTypeBuilder<T>> buildAction) where T : class => this;
            }

            public interface IEntityTypeConfiguration<T> where T : class
            {
                void Configure(EntityTypeBuilder<T> builder);
            }

            public static class RelationalPropertyBuilderExtensions
            {
                public static PropertyBuilder HasDefaultValue(this PropertyBuilder builder, object value) => builder;
                public static PropertyBuilder<T> HasDefaultValue<T>(this PropertyBuilder<T> builder, object value) => builder;
                public static PropertyBuilder<T> HasDefaultValueSql<T>(this PropertyBuilder<T> builder, string sql) => builder;
                public static PropertyBuilder<T> HasColumnName<T>(this PropertyBuilder<T> builder, string name) => builder;
            }

            public static class RelationalPropertyExtensions
            {
                public static void SetDefaultValue(this IMutableProperty property, object value) { }
            }
        }

        namespace Microsoft.EntityFrameworkCore.Metadata.Builders
        {
            public interface IMutableProperty { }

            public class EntityTypeBuilder
            {
                public virtual PropertyBuilder<TProperty> Property<TProperty>(string name) => null;
                public virtual DataBuilder HasData(params object[] data) => null;
            }

            public class EntityTypeBuilder<T> : EntityTypeBuilder where T : class
            {
                public virtual PropertyBuilder<TProperty> Property<TProperty>(Expression<Func<T, TProperty>> property) => null;
                public virtual DataBuilder<T> HasData(params T[] data) => null;
            }

            public class DataBuilder { }
            public class DataBuilder<T> : DataBuilder { }

            public class PropertyBuilder
            {
                public virtual IMutableProperty Metadata => null;
            }

            public class PropertyBuilder<T> : PropertyBuilder
            {
                public virtual PropertyBuilder<T> IsRequired(bool required = true) => this;
            }
        }

        namespace Microsoft.EntityFrameworkCore.Infrastructure
        {
            public abstract class ModelSnapshot { }
        }

        namespace Microsoft.EntityFrameworkCore.Migrations
        {
            [AttributeUsage(AttributeTargets.Class)]
            public sealed class MigrationAttribute : Attribute { public MigrationAttribute(string id) { } }

            public abstract class Migration
            {
                protected abstract void Up(MigrationBuilder migrationBuilder);
                protected virtual void Down(MigrationBuilder migrationBuilder) { }
            }

            public class OperationBuilder { }

            public class MigrationBuilder
            {
                public virtual OperationBuilder AddColumn<T>(string name, string table, string type = null, bool? unicode = null, int? maxLength = null, bool rowVersion = false, string schema = null, bool nullable = false, object defaultValue = null, string defaultValueSql = null) => null;
                public virtual OperationBuilder AlterColumn<T>(string name, string table, string type = null, string schema = null, bool nullable = false, object defaultValue = null, string defaultValueSql = null, bool oldNullable = false, object oldDefaultValue = null) => null;
                public virtual OperationBuilder DropColumn(string name, string table, string schema = null) => null;
                public virtual OperationBuilder CreateTable<TColumns>(string name, Func<ColumnsBuilder, TColumns> columns, string schema = null, Action<object> constraints = null) => null;
                public virtual OperationBuilder Sql(string sql, bool suppressTransaction = false) => null;
                public virtual OperationBuilder InsertData(string table, string column, object value, string schema = null) => null;
                public virtual OperationBuilder InsertData(string table, string[] columns, object[] values, string schema = null) => null;
                public virtual OperationBuilder InsertData(string table, string[] columns, object[,] values, string schema = null) => null;
                public virtual OperationBuilder UpdateData(string table, string keyColumn, object keyValue, string column, object value, string schema = null) => null;
            }
        }

        namespace Microsoft.EntityFrameworkCore.Migrations.Operations.Builders
        {
            public class AddColumnOperation { }

            public class ColumnsBuilder
            {
                public virtual AddColumnOperation Column<T>(string type = null, bool? unicode = null, int? maxLength = null, bool rowVersion = false, string name = null, bool nullable = false, object defaultValue = null, string defaultValueSql = null) => null;
            }
        }
        """;

    public const string Classic = """
        #nullable disable
        using System;
        using System.Data.Entity.Migrations.Builders;

        namespace System.Data.Entity.Migrations
        {
            public abstract class DbMigration
            {
                public abstract void Up();
                public virtual void Down() { }
                protected internal void AddColumn(string table, string name, Func<ColumnBuilder, object> columnAction) { }
                protected internal void CreateTable<T>(string name, Func<ColumnBuilder, T> columnsAction) { }
                protected internal void Sql(string sql) { }
            }
        }

        namespace System.Data.Entity.Migrations.Builders
        {
            public class ColumnBuilder
            {
                public object Boolean(bool? nullable = null, bool? defaultValue = null, string defaultValueSql = null) => null;
                public object Int(bool? nullable = null, bool identity = false) => null;
            }
        }
        """;

    public const string FluentMigrator = """
        #nullable disable
        using System;

        namespace FluentMigrator
        {
            [AttributeUsage(AttributeTargets.Class)]
            public sealed class MigrationAttribute : Attribute { public MigrationAttribute(long version) { } }

            public abstract class MigrationBase
            {
                public Builders.ICreateExpressionRoot Create => null;
                public Builders.IAlterExpressionRoot Alter => null;
                public Builders.IInsertExpressionRoot Insert => null;
                public Builders.IUpdateExpressionRoot Update => null;
                public Builders.IExecuteExpressionRoot Execute => null;
                public abstract void Up();
            }

            public abstract class Migration : MigrationBase { public virtual void Down() { } }
        }

        namespace FluentMigrator.Builders
        {
            public interface ICreateExpressionRoot { ITable Table(string name); IColumn Column(string name); }
            public interface IAlterExpressionRoot { ITable Table(string name); IColumn Column(string name); }
            public interface IInsertExpressionRoot { IRow IntoTable(string name); }
            public interface IUpdateExpressionRoot { ISet Table(string name); }
            public interface IExecuteExpressionRoot { void Sql(string sql); }
            public interface ITable { IColumn WithColumn(string name); IColumn AddColumn(string name); IColumn AlterColumn(string name); }
            public interface IColumn : ITable { IColumn OnTable(string name); IColumn AsBoolean(); IColumn NotNullable(); IColumn WithDefaultValue(object value); IColumn SetExistingRowsTo(object value); }
            public interface IRow { IRow Row(object row); }
            public interface ISet { IWhere Set(object values); }
            public interface IWhere { void AllRows(); }
        }
        """;
}
