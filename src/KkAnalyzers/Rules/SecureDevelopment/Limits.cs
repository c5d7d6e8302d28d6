using KkAnalyzers.Endpoints;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Rules.SecureDevelopment;

/// <summary>KK4405: limits on what one request or message may hold, taken away.</summary>
internal sealed class Limits(KkContext context, DevelopmentGuard guard)
{
    /// <summary>Bytes. More than this is a choice that a person must have made knowingly; no limit at all is a finding.</summary>
    public const long Large = 1L << 30;

    private const int NoDepth = int.MaxValue;

    /// <summary>Option, and the types that have it with this meaning. Each has a limit unless somebody takes it away.</summary>
    private static readonly Dictionary<string, string[]> Sizes = new(StringComparer.Ordinal)
    {
        ["MaxRequestBodySize"] = ["KestrelServerLimits", "IISServerOptions", "HttpSysOptions", "IHttpMaxRequestBodySizeFeature"],
        ["MultipartBodyLengthLimit"] = ["FormOptions", "RequestFormLimitsAttribute"],
        ["ValueLengthLimit"] = ["FormOptions", "RequestFormLimitsAttribute"],
        ["MaximumReceiveMessageSize"] = ["HubOptions"],
        ["MaxReceiveMessageSize"] = ["GrpcServiceOptions"],
    };

    /// <summary>What code is named after that reads a body piece by piece.</summary>
    private static readonly string[] Streams = ["MultipartReader", "DisableFormValueModelBinding", "BodyReader"];

    private readonly OptionRule _rule = new(context, guard, RuleCatalog.KK4405);

    public void Register(OptionChecks checks)
    {
        if (context.Type("Microsoft.AspNetCore.Http.HttpResponse") is null)
        {
            return;
        }

        checks.OnSet(Size, Sizes.Keys);
        checks.OnSet(Depth, "MaxDepth");
        checks.OnCall(FormOptions, "WithFormOptions");
        checks.OnCall(Metadata, "WithMetadata");

        // Attributes stand on declarations: their operations come without the declaration around them.
        context.RegisterSyntaxNodeAction(Attribute, SyntaxKind.Attribute);
    }

    private void Size(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        if (Array.IndexOf(Sizes[property.Name], property.ContainingType.Name) >= 0)
        {
            _rule.Assignment(c, assignment, IsLarge, v => Finding(OptionRule.Written(assignment, property), v, Declaration(assignment.Syntax)));
        }
    }

    private void Depth(OperationAnalysisContext c, ISimpleAssignmentOperation assignment, IPropertySymbol property)
    {
        var isNewtonsoft = property.ContainingType.Name == "JsonSerializerSettings";
        if (isNewtonsoft || property.ContainingType.Name is "JsonSerializerOptions" or "JsonReaderOptions" or "JsonDocumentOptions")
        {
            _rule.Assignment(
                c,
                assignment,
                v => WrittenValues.Number(v) == NoDepth || (isNewtonsoft && WrittenValues.IsNull(v)),
                _ => new Weakness(MessageArg.Text(Texts.LimitDepth, OptionRule.Written(assignment, property))));
        }
    }

    private void FormOptions(OperationAnalysisContext c, IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Name: "multipartBodyLengthLimit" or "valueLengthLimit" } parameter && argument.ArgumentKind == ArgumentKind.Explicit)
            {
                // Null keeps the limit of the application.
                _rule.Value(c, call, argument.Value, argument.Syntax.GetLocation(), v => !WrittenValues.IsNull(v) && IsLarge(v), v => Finding(parameter.Name, v, null));
            }
        }
    }

    /// <summary>The same attributes on an endpoint that is mapped with a lambda.</summary>
    private void Metadata(OperationAnalysisContext c, IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            foreach (var made in argument.Value.Inside().OfType<IObjectCreationOperation>())
            {
                if (made.Type?.Name == "DisableRequestSizeLimitAttribute")
                {
                    _rule.Inspection.Inspected();
                    _rule.Report(c, call, made.Syntax.GetLocation(), () => Finding("DisableRequestSizeLimit", size: null, call.Syntax.Parent));
                }
                else if (made.Type?.Name == "RequestSizeLimitAttribute" && made.Arguments.Length == 1)
                {
                    _rule.Value(c, call, made.Arguments[0].Value, made.Syntax.GetLocation(), IsLarge, v => Finding("RequestSizeLimit", v, call.Syntax.Parent));
                }
            }
        }
    }

    private void Attribute(SyntaxNodeAnalysisContext c)
    {
        var attribute = (AttributeSyntax)c.Node;
        var name = Name(attribute.Name);
        var isOff = name is "DisableRequestSizeLimit" or "DisableRequestSizeLimitAttribute";
        if ((!isOff && name is not ("RequestSizeLimit" or "RequestSizeLimitAttribute"))
            || (c.IsGeneratedCode && !SourceLocations.IsUserCode(attribute.GetLocation(), isGeneratedTree: true))
            || c.SemanticModel.GetSymbolInfo(attribute, c.CancellationToken).Symbol?.ContainingType is not { } type
            || !type.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal))
        {
            return;
        }

        _rule.Inspection.Inspected();
        object? size = null;
        if (!isOff && (attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not { } given || c.SemanticModel.GetConstantValue(given, c.CancellationToken) is not { HasValue: true, Value: { } constant } || !IsLarge(size = constant)))
        {
            return;
        }

        if (guard.IsDevelopment(attribute, c.SemanticModel, c.ContainingSymbol, c.CancellationToken))
        {
            return;
        }

        var found = Finding(attribute.ToString(), size, Declaration(attribute));
        c.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4405, attribute.GetLocation(), found.Doubt is null ? null : DiagnosticSeverity.Info, null, null, found.What, found.Doubt ?? Reach.Text(GuardKind.None)));
    }

    private static string Name(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsLarge(IOperation value) => value.ConstantValue.HasValue && IsLarge(value.ConstantValue.Value);

    private static bool IsLarge(object? size) => size is null || (Convertible(size) is { } bytes && bytes > Large);

    private static long? Convertible(object size) => size switch
    {
        int number => number,
        long number => number,
        uint number => number,
        _ => null,
    };

    private static Weakness Finding(string written, IOperation value, SyntaxNode? around) => Finding(written, size: value.ConstantValue.Value, around);

    /// <param name="written">What the code says.</param>
    /// <param name="size">Null for no limit.</param>
    /// <param name="around">The declaration or statement; code that reads a body piece by piece checks the size in its own way.</param>
    private static Weakness Finding(string written, object? size, SyntaxNode? around)
    {
        var isNone = size is null or int.MaxValue or long.MaxValue or uint.MaxValue;
        return new Weakness(MessageArg.Text(isNone ? Texts.LimitNone : Texts.LimitLarge, written))
        {
            Doubt = !isNone ? MessageArg.Text(Texts.LimitLargeDoubt)
                : around is not null && around.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && Streams.Any(s => t.ValueText.StartsWith(s, StringComparison.Ordinal))) ? MessageArg.Text(Texts.LimitStreamsDoubt)
                : default(MessageArg?),
        };
    }

    /// <summary>The method, or the class for an attribute of one.</summary>
    private static SyntaxNode? Declaration(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax);
}
