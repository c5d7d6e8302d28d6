using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Rules.Transport;

/// <summary>What was found out about an address.</summary>
/// <param name="Use">What it is for.</param>
/// <param name="Where">The method, variable or setting that says so; empty when there is none.</param>
/// <param name="HasSecureAlternative">A condition chooses between it and an encrypted address.</param>
internal readonly record struct AddressReading(AddressUse Use, string Where, bool HasSecureAlternative);

/// <summary>
/// Follows an address outwards, from the expression to what takes it, and from a variable once to the places that read it in
/// the same member or type. Asks for symbols only where a call takes the address.
/// </summary>
internal sealed class AddressUseReader(SemanticModel model, ConcurrentDictionary<SyntaxNode, ILookup<string, IdentifierNameSyntax>> references, CancellationToken cancellation)
{
    /// <summary>Expressions around an address that are looked at.</summary>
    private const int Depth = 24;

    /// <summary>Places that read a variable, looked at.</summary>
    private const int Places = 40;

    /// <summary>SyntaxKind.CollectionExpression, which the compiler API of this project does not name yet.</summary>
    private const int CollectionExpression = 9076;

    private static readonly ImmutableHashSet<string> Comparers = ImmutableHashSet.Create(
        "StartsWith", "EndsWith", "Contains", "IndexOf", "LastIndexOf", "Equals", "Compare", "CompareTo", "CompareOrdinal", "Replace", "TrimStart",
        "Split", "IsMatch", "Match", "Matches", "Remove", "SequenceEqual", "ContainsKey", "TryGetValue", "GetValueOrDefault", "StartsWithSegments", "HasPrefix",
        "IsPrefixOf", "FindFirst", "FindAll", "HasClaim", "FindFirstValue", "RequireClaim");

    private static readonly ImmutableHashSet<string> Wrappers = ImmutableHashSet.Create(
        "Trim", "TrimEnd", "ToString", "ToLower", "ToLowerInvariant", "Format", "Concat", "Join", "Combine", "AppendPathSegment", "AppendPathSegments",
        "SetQueryParam", "SetQueryParams", "AddQueryString", "EscapeUriString", "Intern", "AsSpan", "ToArray", "ToList");

    private static readonly ImmutableHashSet<string> ConnectingTypes = ImmutableHashSet.Create(
        "HttpClient", "HttpClientJsonExtensions", "HttpRequestMessage", "WebClient", "WebRequest", "HttpWebRequest", "FtpWebRequest", "ClientWebSocket",
        "RestClient", "RestClientOptions", "RestRequest", "HubConnectionBuilderHttpExtensions", "HubConnection", "GrpcChannel", "RestService", "FhirClient", "BaseFhirClient",
        "EndpointAddress", "FlurlClient", "FlurlRequest", "FlurlHttp", "GeneratedExtensions", "MqttClientOptionsBuilder", "LdapConnection", "WebView",
        "WebSocket", "FtpClient", "AsyncFtpClient", "GraphQLHttpClient", "ServiceClient", "ElasticsearchClientSettings", "ConnectionSettings", "ConnectionFactory");

    private static readonly ImmutableHashSet<string> ConnectingMembers = ImmutableHashSet.Create(
        "BaseAddress", "RequestUri", "BaseUrl", "BaseUri", "Authority", "MetadataAddress", "ServiceURL", "ServiceUrl", "EndpointUrl");

    private static readonly ImmutableHashSet<string> LinkingTypes = ImmutableHashSet.Create("Browser", "IBrowser", "Launcher", "ILauncher", "Process", "ProcessStartInfo", "Share", "HelpProvider");

    private static readonly ImmutableHashSet<string> WritingTypes = ImmutableHashSet.Create(
        "ILogger", "LoggerExtensions", "LoggerMessage", "Log", "Logger", "Console", "Debug", "Trace", "Regex", "Assert", "ArgumentNullException");

    /// <summary>Libraries in which an address is a name.</summary>
    private static readonly ImmutableArray<string> NamingNamespaces = ImmutableArray.Create(
        "System.Xml", "System.Security.Claims", "System.Runtime.Serialization", "System.ServiceModel.Description", "System.IdentityModel", "Microsoft.IdentityModel",
        "System.IO.Packaging", "System.Windows.Markup", "DocumentFormat.OpenXml", "VDS.RDF", "JsonLD", "Newtonsoft.Json.Schema", "NJsonSchema", "Json.Schema",
        "Hl7.Fhir.Model", "Hl7.Fhir.Specification", "Hl7.Fhir.ElementModel", "Hl7.FhirPath", "System.Security.Cryptography.Xml");

    /// <summary>Attributes whose argument is an address that is called.</summary>
    private static readonly ImmutableHashSet<string> ConnectingAttributes = ImmutableHashSet.Create(
        "Get", "Post", "Put", "Patch", "Delete", "Head", "BasePath", "BaseAddress", "DefaultSettingValue", "HttpHost");

    public AddressReading Read(ExpressionSyntax whole) => Climb(whole, follow: true);

    private AddressReading Climb(ExpressionSyntax at, bool follow)
    {
        var alternative = false;
        for (var i = 0; i < Depth; i++)
        {
            switch (at.Parent)
            {
                case ConditionalExpressionSyntax choice:
                    if (choice.Condition == at)
                    {
                        return Found(AddressUse.Name, "");
                    }

                    alternative |= IsSecure(choice.WhenTrue == at ? choice.WhenFalse : choice.WhenTrue);
                    at = choice;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
                case PatternSyntax or CaseSwitchLabelSyntax:
                    return Found(AddressUse.Name, "");
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member when member.Expression == at:
                    if (Comparers.Contains(member.Name.Identifier.ValueText))
                    {
                        return Found(AddressUse.Name, "");
                    }

                    if (!Wrappers.Contains(member.Name.Identifier.ValueText) && Symbol(call) is { } extension && ConnectingTypes.Contains(TypeName(extension)))
                    {
                        return Found(AddressUse.Connection, Display(extension));
                    }

                    at = call;
                    continue;
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: > 1 } entry }:
                    return entry[0] == at ? Found(AddressUse.Name, "") : Named(KeyOf(entry[0]), null);
                case InitializerExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax array } }:
                    return Variable(array.Identifier.ValueText, array);
                case InitializerExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax collection } }:
                    return Named(collection.Identifier.ValueText, null);
                case InitializerExpressionSyntax { Parent: ExpressionSyntax creation }:
                    at = creation;
                    continue;
                case ArgumentSyntax { Parent: TupleExpressionSyntax tuple }:
                    at = tuple;
                    continue;
                case ArgumentSyntax { Parent: BracketedArgumentListSyntax }:
                    return Found(AddressUse.Name, "");
                case ArgumentSyntax { Parent: ArgumentListSyntax list } argument:
                    if (Argument(argument, list) is { } taken)
                    {
                        return taken;
                    }

                    // new Uri(…) connects to nothing; what takes it may.
                    at = (ExpressionSyntax)list.Parent!;
                    continue;
                case AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute }:
                    var name = attribute.Name.ToString();
                    name = name.Substring(name.LastIndexOf('.') + 1);
                    return Found(ConnectingAttributes.Contains(name) ? AddressUse.Connection : AddressUse.Name, name);
                case AssignmentExpressionSyntax assignment when assignment.Right == at:
                    return Target(assignment.Left, assignment);
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                    return Variable(variable.Identifier.ValueText, variable);
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                    return Variable(property.Identifier.ValueText, property);
                case EqualsValueClauseSyntax { Parent: ParameterSyntax parameter }:
                    return Named(parameter.Identifier.ValueText, null);
                case ArrowExpressionClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax:
                    var result = at.Parent.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
                    if (result is AnonymousFunctionExpressionSyntax body)
                    {
                        at = body;
                        continue;
                    }

                    return Variable(NameOf(result), result!);
                case AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var member }:
                    return Named(member, null);
                case ExpressionSyntax outer and not (AssignmentExpressionSyntax or ConditionalAccessExpressionSyntax):
                    at = outer;
                    continue;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == at:
                    at = choice;
                    continue;
                case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text }:
                    at = text;
                    continue;
                case { Parent: ExpressionSyntax { RawKind: CollectionExpression } elements }:
                    at = elements;
                    continue;
                default:
                    return Found(AddressUse.Unknown, "");
            }
        }

        return Found(AddressUse.Unknown, "");

        AddressReading Found(AddressUse use, string where) => new(use, where, alternative);

        AddressReading Named(string? name, ISymbol? owner)
        {
            if (name is null)
            {
                return Found(AddressUse.Unknown, "");
            }

            return owner is not null && IsName(owner) ? Found(AddressUse.Name, name)
                : ConnectingMembers.Contains(name) ? Found(AddressUse.Connection, name)
                : AddressNames.Of(name) is var use and (AddressUse.Name or AddressUse.Link) ? new AddressReading(use, name, alternative)
                : Found(AddressUse.Unknown, name);
        }

        AddressReading Target(ExpressionSyntax left, AssignmentExpressionSyntax assignment)
        {
            switch (left)
            {
                case ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } key }:
                    return Named(KeyOf(key[0].Expression), null);
                case ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } key }:
                    return Named(KeyOf(key[0].Expression), null);
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member }:
                    return Member(member);
                case IdentifierNameSyntax { Identifier.ValueText: var name } when assignment.Parent is InitializerExpressionSyntax:
                    return Member(name);
                case IdentifierNameSyntax { Identifier.ValueText: var name }:
                    return Variable(name, assignment);
                default:
                    return Found(AddressUse.Unknown, "");
            }

            AddressReading Member(string member)
            {
                var symbol = model.GetSymbolInfo(left, cancellation).Symbol;
                return symbol is not null && ConnectingTypes.Contains(TypeName(symbol)) ? Found(AddressUse.Connection, Display(symbol))
                    : symbol is not null && LinkingTypes.Contains(TypeName(symbol)) ? Found(AddressUse.Link, Display(symbol))
                    : Named(member, symbol);
            }
        }

        AddressReading Variable(string name, SyntaxNode declaration)
        {
            if (model.GetDeclaredSymbol(declaration, cancellation) is { } declared && IsXmlName(TypeOf(declared)))
            {
                return Found(AddressUse.Name, name);
            }

            var named = Named(name, null);
            var type = declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            if (named.Use is AddressUse.Name or AddressUse.Connection
                || (type is not null && AddressNames.Of(name) != AddressUse.Connection && AddressNames.HoldsNames(type.Identifier.ValueText)))
            {
                return named.Use == AddressUse.Unknown ? Found(AddressUse.Name, name) : named;
            }

            return follow && Readers(name, declaration) is { } used ? used with { HasSecureAlternative = alternative } : named;
        }
    }

    /// <summary>What the places that read a variable say together; null when they say nothing.</summary>
    private AddressReading? Readers(string name, SyntaxNode declaration)
    {
        var isLocal = declaration.Parent is VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax } || declaration is AssignmentExpressionSyntax;
        SyntaxNode? scope = isLocal ? declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() : declaration.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault();
        if (scope is GlobalStatementSyntax or null)
        {
            scope = declaration.SyntaxTree.GetRoot(cancellation);
        }

        var all = references.GetOrAdd(scope, static s => s.DescendantNodes().OfType<IdentifierNameSyntax>().ToLookup(n => n.Identifier.ValueText, StringComparer.Ordinal));
        AddressReading? found = null;
        var names = 0;
        var others = 0;
        foreach (var place in all[name].Take(Places))
        {
            ExpressionSyntax expression = place.Parent is MemberAccessExpressionSyntax access && access.Name == place ? access : place;
            if (expression.Parent is NameColonSyntax or NameEqualsSyntax || (expression.Parent is AssignmentExpressionSyntax written && written.Left == expression))
            {
                continue;
            }

            var reading = Climb(expression, follow: false);
            switch (reading.Use)
            {
                case AddressUse.Connection:
                    return reading;
                case AddressUse.Name:
                    names++;
                    break;
                case AddressUse.Link:
                    found ??= reading;
                    break;
                default:
                    others++;
                    break;
            }
        }

        return others > 0 ? null : names > 0 && found is null ? new AddressReading(AddressUse.Name, name, false) : found;
    }

    /// <summary>Null when the call hands the address on: its result is what to look at.</summary>
    private AddressReading? Argument(ArgumentSyntax argument, ArgumentListSyntax list)
    {
        var call = list.Parent!;
        var index = list.Arguments.IndexOf(argument);
        var symbol = Symbol(call);
        var method = symbol?.Name ?? "";
        if (call is InvocationExpressionSyntax { Expression: var callee })
        {
            method = callee switch
            {
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
                MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } => name,
                SimpleNameSyntax { Identifier.ValueText: var name } => name,
                _ => method,
            };
            if (Comparers.Contains(method) || method.StartsWith("Log", StringComparison.Ordinal))
            {
                return new AddressReading(AddressUse.Name, method, false);
            }

            // Add(key, value) of a dictionary.
            if (method is "Add" or "TryAdd" && list.Arguments.Count == 2)
            {
                return index == 0 ? new AddressReading(AddressUse.Name, method, false)
                    : KeyOf(list.Arguments[0].Expression) is { } key && AddressNames.Of(key) is var of and (AddressUse.Name or AddressUse.Link) ? new AddressReading(of, key, false)
                    : new AddressReading(AddressUse.Unknown, KeyOf(list.Arguments[0].Expression) ?? method, false);
            }
        }

        var type = symbol is null ? CreatedName(call) : TypeName(symbol);
        if (type is "Uri" or "UriBuilder" && call is BaseObjectCreationExpressionSyntax)
        {
            return null;
        }

        if (type is "String" or "QueryHelpers" or "Path" or "Url" or "CultureInfo" && Wrappers.Contains(method))
        {
            return null;
        }

        if (WritingTypes.Contains(type) || type.EndsWith("Exception", StringComparison.Ordinal) || (symbol is not null && IsName(symbol) && method is not ("Load" or "Create")))
        {
            return new AddressReading(AddressUse.Name, type, false);
        }

        if (ConnectingTypes.Contains(type))
        {
            return new AddressReading(AddressUse.Connection, symbol is null ? type : Display(symbol), false);
        }

        if (LinkingTypes.Contains(type))
        {
            return new AddressReading(AddressUse.Link, symbol is null ? type : Display(symbol), false);
        }

        var parameter = argument.NameColon?.Name.Identifier.ValueText
            ?? (symbol is IMethodSymbol { Parameters: { Length: > 0 } parameters } ? parameters[Math.Min(index, parameters.Length - 1)].Name : "");
        if (symbol is IMethodSymbol { Parameters: { Length: > 0 } typed } && IsXmlName(typed[Math.Min(index, typed.Length - 1)].Type))
        {
            return new AddressReading(AddressUse.Name, parameter, false);
        }

        var where = symbol is null ? method : Display(symbol);
        foreach (var name in new[] { parameter, method })
        {
            if (AddressNames.Of(name) is var use && use is AddressUse.Name or AddressUse.Link)
            {
                return new AddressReading(use, where, false);
            }

            if (use == AddressUse.Connection)
            {
                break;
            }
        }

        return new AddressReading(AddressUse.Unknown, where, false);
    }

    private ISymbol? Symbol(SyntaxNode call)
    {
        var info = model.GetSymbolInfo(call, cancellation);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
    }

    private static string CreatedName(SyntaxNode call) => call is ObjectCreationExpressionSyntax { Type: var type } ? type.ToString() is var name ? name.Substring(name.LastIndexOf('.') + 1) : "" : "";

    private static string TypeName(ISymbol symbol) => symbol.ContainingType?.Name ?? "";

    private static string Display(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? TypeName(symbol) : TypeName(symbol).Length == 0 ? symbol.Name : TypeName(symbol) + "." + symbol.Name;

    private static bool IsName(ISymbol symbol)
    {
        var space = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        return NamingNamespaces.Any(n => space.StartsWith(n, StringComparison.Ordinal) && (space.Length == n.Length || space[n.Length] == '.'));
    }

    private static bool IsXmlName(ITypeSymbol? type) => type is { Name: "XNamespace" or "XName" or "XmlQualifiedName" };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static string NameOf(SyntaxNode? declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => "",
    };

    /// <summary>The text or the member that a key is.</summary>
    private static string? KeyOf(ExpressionSyntax key) => key switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        IdentifierNameSyntax { Identifier.ValueText: var name } => name,
        _ => null,
    };

    private static bool IsSecure(ExpressionSyntax other)
    {
        var text = other switch
        {
            LiteralExpressionSyntax { Token.Value: string literal } => literal,
            InterpolatedStringExpressionSyntax { Contents: { Count: > 0 } contents } => contents[0].ToString(),
            _ => "",
        };
        return text.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("wss:", StringComparison.OrdinalIgnoreCase);
    }
}
