using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.Incidents;

/// <summary>How much a catch clause catches.</summary>
internal enum Breadth
{
    /// <summary>One expected situation, such as a file that is not there, or a condition that only the author knows.</summary>
    Narrow,

    /// <summary>A fault that should not happen: a record that cannot be parsed or decrypted.</summary>
    Fault,

    /// <summary>Whatever goes wrong, or whatever goes wrong with a database, a file or a network.</summary>
    Everything,
}

/// <summary>What a catch clause catches, by the type and the filter.</summary>
/// <param name="handled">Exceptions that the user says are no failures, by name or full name.</param>
internal sealed class CaughtExceptions(ImmutableArray<string> handled)
{
    /// <summary>These, but not what derives from them: FileNotFoundException is a situation, IOException is not.</summary>
    private static readonly HashSet<string> General = new(StringComparer.Ordinal)
    {
        "System.Exception", "System.SystemException", "System.ApplicationException", "System.AggregateException", "System.IO.IOException", "System.Net.WebException",
        "Microsoft.EntityFrameworkCore.DbUpdateException", "SQLite.SQLiteException", "Grpc.Core.RpcException", "MongoDB.Driver.MongoException",
    };

    /// <summary>These and what derives from them.</summary>
    private static readonly HashSet<string> Families = new(StringComparer.Ordinal) { "System.Data.Common.DbException", "System.Net.Http.HttpRequestException" };

    private static readonly HashSet<string> Faults = new(StringComparer.Ordinal)
    {
        "System.NullReferenceException", "System.UnauthorizedAccessException", "System.TimeoutException", "System.Text.Json.JsonException", "Newtonsoft.Json.JsonException",
        "Newtonsoft.Json.JsonSerializationException", "Newtonsoft.Json.JsonReaderException", "System.Xml.XmlException", "System.Runtime.Serialization.SerializationException",
        "System.Security.Cryptography.CryptographicException",
    };

    public Breadth Of(ICatchClauseOperation clause)
    {
        var breadth = Of(clause.ExceptionType);
        return breadth == Breadth.Narrow || clause.Filter is not { } filter || LetsAllIn(filter) ? breadth : Breadth.Narrow;
    }

    private Breadth Of(ITypeSymbol type)
    {
        // catch without a type.
        if (type.SpecialType == SpecialType.System_Object)
        {
            return Breadth.Everything;
        }

        var name = type.ToDisplayString();
        if (handled.Contains(name) || handled.Contains(type.Name))
        {
            return Breadth.Narrow;
        }

        if (General.Contains(name))
        {
            return Breadth.Everything;
        }

        if (Faults.Contains(name))
        {
            return Breadth.Fault;
        }

        for (var t = type; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
        {
            if (t.Name is "DbException" or "HttpRequestException" && Families.Contains(t.ToDisplayString()))
            {
                return Breadth.Everything;
            }
        }

        return Breadth.Narrow;
    }

    /// <summary>
    /// True for <c>true</c>, for "not one of these types" and for a look at a cancellation token: the rest still comes in. Any other
    /// condition may log, count or choose.
    /// </summary>
    private static bool LetsAllIn(IOperation filter)
    {
        var work = new Stack<IOperation>();
        work.Push(filter);
        while (work.Count > 0)
        {
            switch (work.Pop())
            {
                case { ConstantValue: { HasValue: true, Value: true } }:
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IIsTypeOperation or IIsPatternOperation { Pattern: ITypePatternOperation or IDeclarationPatternOperation } }:
                case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: ITypePatternOperation or IDeclarationPatternOperation or IBinaryPatternOperation } }:
                case IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" }:
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } }:
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                    work.Push(both.LeftOperand);
                    work.Push(both.RightOperand);
                    break;
                case IParenthesizedOperation inner:
                    work.Push(inner.Operand);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
