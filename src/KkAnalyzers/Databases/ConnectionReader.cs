using System.Text.RegularExpressions;
using KkAnalyzers.Endpoints;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Databases;

/// <summary>
/// Follows what a store is opened with: constants, locals, fields, interpolation, concatenation, string.Format, builders and
/// configuration objects, and the appsettings files.
/// </summary>
internal sealed class ConnectionReader(ValueSources sources, SettingsFiles settings)
{
    // Hops from one value to the next; connection strings take two or three.
    private const int MaxDepth = 8;

    // Texts that one argument may stand for; more than that tell nothing new.
    private const int MaxTexts = 8;

    private static readonly string[] UnknownText = [ConnectionText.Unknown];
    private static readonly string[] PathText = [ConnectionText.Path];

    private readonly HashSet<SyntaxNode> _read = [];

    /// <summary>True when this creation of a builder was followed from the place that uses it.</summary>
    public bool WasRead(SyntaxNode creation) => _read.Contains(creation);

    /// <summary>State of a store that is opened with a connection string or a path.</summary>
    public KeyState OfText(IOperation? value) => value is null ? KeyState.Unknown : ConnectionText.State(Texts(value, MaxDepth));

    /// <summary>State of a store that is opened with an object: a configuration, a builder, a connection.</summary>
    public KeyState OfObject(IOperation? value) => value is null ? KeyState.Unknown : ConnectionText.State(Objects(value, MaxDepth));

    /// <summary>State of a builder that no place was found to use: only one that names a file opens one.</summary>
    public KeyState OfUnusedBuilder(IObjectCreationOperation creation)
    {
        var later = creation.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? sources.Settings(creation, declarator.Symbol).ToArray()
            : [];
        var text = Written(creation, later, MaxDepth);
        return text.Contains("DataSource=") ? ConnectionText.State([text]) : KeyState.Unknown;
    }

    /// <summary>The creation that a value comes from, when that is the only possibility.</summary>
    public IObjectCreationOperation? Creation(IOperation? value)
    {
        for (var depth = 0; value is not null && depth < MaxDepth; depth++)
        {
            value = value.Unwrap();
            if (value is IObjectCreationOperation creation)
            {
                return creation;
            }

            value = sources.Of(value).Take(2).ToArray() is { Length: 1 } only ? only[0] : null;
        }

        return null;
    }

    private string[] Texts(IOperation operation, int depth)
    {
        operation = operation.Unwrap();
        if (operation.Constant() is { } constant)
        {
            return [constant];
        }

        if (depth == 0)
        {
            return UnknownText;
        }

        switch (operation)
        {
            case IInterpolatedStringOperation interpolated:
                return Join(interpolated.Parts.Select(p => p switch
                {
                    IInterpolatedStringTextOperation text => [text.Text.Constant() ?? ""],
                    IInterpolationOperation part => Texts(part.Expression, depth - 1),
                    _ => UnknownText,
                }));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Join(Terms(sum).Select(t => Texts(t, depth - 1)));
            case ICoalesceOperation either:
                return [.. Texts(either.Value, depth - 1), .. Texts(either.WhenNull, depth - 1)];
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return [.. Texts(choice.WhenTrue, depth - 1), .. Texts(otherwise, depth - 1)];
            case IInvocationOperation call:
                return Called(call, depth);
            case IPropertyReferenceOperation { Property.IsIndexer: true } entry:
                return entry.Arguments.Length == 1 && entry.Arguments[0].Value.Constant() is { } key && settings.Value(key) is { } configured ? [configured] : UnknownText;
            case IPropertyReferenceOperation { Property.Name: "ConnectionString", Instance: { Type.Name: var type } builder } when type.EndsWith("Builder", StringComparison.Ordinal):
                return Objects(builder, depth - 1);
            default:
                return Followed(operation, depth, Texts);
        }
    }

    private string[] Called(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "GetConnectionString":
                return call.Arguments.LastOrDefault()?.Value.Constant() is { } name && settings.Value(name) is { } configured ? [configured] : UnknownText;
            case "ToString" when call.Instance is { Type.Name: var type } builder && type.EndsWith("Builder", StringComparison.Ordinal):
                return Objects(builder, depth - 1);
            case "Format" when method.ContainingType.SpecialType == SpecialType.System_String:
                // The holes hold values, like those of an interpolated string that nobody followed.
                return [Regex.Replace(call.Arguments.Select(a => a.Value.Constant()).FirstOrDefault(t => t is not null) ?? ConnectionText.Unknown, @"\{\d[^}]*\}", ConnectionText.Unknown)];
            case "GetFolderPath" or "GetTempPath" or "GetCurrentDirectory":
            case "Combine" or "Join" or "GetFullPath" or "GetTempFileName" or "ChangeExtension" when method.ContainingType.Name == "Path":
                return PathText;
            default:
                return Followed(call, depth, Texts);
        }
    }

    /// <summary>What a connection object says, written as a connection string.</summary>
    private string[] Objects(IOperation operation, int depth)
    {
        operation = operation.Unwrap();
        if (depth == 0)
        {
            return UnknownText;
        }

        return operation switch
        {
            IObjectCreationOperation creation => [Written(creation, [], depth)],
            ICoalesceOperation either => [.. Objects(either.Value, depth - 1), .. Objects(either.WhenNull, depth - 1)],
            IConditionalOperation { WhenFalse: { } otherwise } choice => [.. Objects(choice.WhenTrue, depth - 1), .. Objects(otherwise, depth - 1)],

            // LiteDB and Realm take a path where they take an object.
            { Type.SpecialType: SpecialType.System_String } => Texts(operation, depth),
            _ => Followed(operation, depth, (value, left) => value.Unwrap() is IObjectCreationOperation made
                ? [Written(made, sources.Settings(operation).ToArray(), left)]
                : Objects(value, left)),
        };
    }

    private string Written(IObjectCreationOperation creation, ISimpleAssignmentOperation[] later, int depth)
    {
        _read.Add(creation.Syntax);
        if (creation.Type?.Name == "InMemoryConfiguration")
        {
            return ":memory:";
        }

        var parts = new List<string>();
        foreach (var argument in creation.Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit))
        {
            switch (argument.Parameter?.Name)
            {
                case "connectionString" or "connString":
                    parts.Add((argument.Value.Type is { SpecialType: SpecialType.System_String } ? Texts(argument.Value, depth - 1) : Objects(argument.Value, depth - 1))[0]);
                    break;
                case "key" or "password" or "encryptionKey" when !IsNothing(argument.Value):
                    parts.Add("Password=" + ConnectionText.Unknown);
                    break;
                case "databasePath" or "filename" or "optionalPath" or "path":
                    parts.Add("DataSource=" + Texts(argument.Value, depth - 1)[0]);
                    break;
            }
        }

        var initial = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [];
        foreach (var assignment in initial.Concat(later))
        {
            var name = assignment.Target switch
            {
                IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } => keys[0].Value.Constant() ?? "",
                IPropertyReferenceOperation { Property.Name: var property } => property,
                _ => "",
            };
            switch (name)
            {
                case "ConnectionString":
                    parts.Add(Texts(assignment.Value, depth - 1)[0]);
                    break;
                case "Password" or "EncryptionKey" or "Key" or "HexPassword" when !IsNothing(assignment.Value):
                    parts.Add("Password=" + ConnectionText.Unknown);
                    break;
                case "Mode" when assignment.Value.Unwrap() is IFieldReferenceOperation { Field.Name: var mode }:
                    parts.Add("Mode=" + mode);
                    break;
                case "DataSource" or "Filename" or "Data Source":
                    parts.Add("DataSource=" + Texts(assignment.Value, depth - 1)[0]);
                    break;
            }
        }

        if (parts.Count > 0)
        {
            return string.Join(";", parts);
        }

        // A Realm has a file of its own when nobody names one. Of another object without a word about its file nothing is known.
        return creation.Type?.Name.EndsWith("Configuration", StringComparison.Ordinal) == true ? ConnectionText.Path : ConnectionText.Unknown;
    }

    private string[] Followed(IOperation operation, int depth, Func<IOperation, int, string[]> read)
    {
        var found = sources.Of(operation).Take(MaxTexts).SelectMany(v => read(v, depth - 1)).Distinct(StringComparer.Ordinal).Take(MaxTexts).ToArray();
        return found.Length > 0 ? found : IsPath(operation) ? PathText : UnknownText;
    }

    /// <summary>A name that says that the value is a path.</summary>
    private static bool IsPath(IOperation operation)
    {
        var name = operation switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation call => call.TargetMethod.Name,
            _ => "",
        };
        return name.Length > 0 && Tokenizer.Tokens(name) is { Count: > 0 } words
            && words[words.Count - 1] is "path" or "file" or "filename" or "directory" or "folder" or "filepath" or "dbpath" or "bestand" or "pad" or "chemin" or "fichier";
    }

    private static bool IsNothing(IOperation value) => value.Unwrap() is { ConstantValue: { HasValue: true, Value: null or "" } } or IDefaultValueOperation;

    private static IEnumerable<IOperation> Terms(IBinaryOperation sum)
    {
        var terms = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } inner)
        {
            terms.Push(inner.RightOperand);
            left = inner.LeftOperand.Unwrap();
        }

        terms.Push(left);
        return terms;
    }

    private static string[] Join(IEnumerable<string[]> parts)
    {
        var texts = new List<string> { "" };
        foreach (var part in parts)
        {
            texts = texts.SelectMany(t => part.Select(p => t + p)).Take(MaxTexts).ToList();
        }

        return [.. texts];
    }
}
