using System.Collections.Immutable;
using KkAnalyzers.Endpoints;
using KkAnalyzers.Flow;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>KK4316: protection that protects nothing: a mark that nobody reads, a hash that can be undone, an encoding.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KK4316Analyzer : KkDiagnosticAnalyzer
{
    private static readonly ImmutableHashSet<string> Encrypts = ImmutableHashSet.Create(
        "encrypt", "encrypted", "encryption", "encipher", "versleutel", "versleuteld", "versleutelde", "versleutelen", "chiffre", "chiffree", "chiffrer", "crypte", "crypter", "cryptee");

    /// <summary>Used by the compiler.</summary>
    public KK4316Analyzer()
        : base(RuleCatalog.KK4316)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var inspection = context.Inspection(RuleCatalog.KK4316);
        var hashes = new UnkeyedHashes(context, inspection);
        var mark = context.Type(IdentityProtection.AttributeType);
        var identity = new Lazy<IdentityProtection>(() => IdentityProtection.Read(context.Compilation, context.CancellationToken));
        var model = new Lazy<PersonalDataModel>(() => PersonalDataModel.For(context));

        var fileEnd = context.RegisterAfterFile();
        void Hash(OperationAnalysisContext c, FlowCall call) => fileEnd.Add(call.Site.Syntax.SyntaxTree, c.ReportDiagnostic, report => hashes.Call(report, call));

        context.RegisterOperationAction(
            c =>
            {
                var call = (IInvocationOperation)c.Operation;
                var name = call.TargetMethod.Name;
                if (hashes.MayBeHash(name))
                {
                    Hash(c, new FlowCall(call, call.TargetMethod, call.Instance, call.Arguments));
                }
                else if (name == "ToBase64String")
                {
                    Encoding(c, call, inspection);
                }
                else if (mark is not null && IdentityProtection.IsSetUp(name))
                {
                    SetUp(c, call, mark, identity, model, inspection);
                }
            },
            OperationKind.Invocation);

        if (mark is not null)
        {
            // Syntax: an attribute is no operation everywhere, and its name says at once that it is another.
            context.RegisterSyntaxNodeAction(c => Mark(c, mark, identity, model, inspection), SyntaxKind.Attribute);
        }
    }

    /// <summary>A member with the attribute, in this compilation (hard case 51).</summary>
    private static void Mark(SyntaxNodeAnalysisContext context, INamedTypeSymbol mark, Lazy<IdentityProtection> identity, Lazy<PersonalDataModel> model, Inspection inspection)
    {
        var attribute = (AttributeSyntax)context.Node;
        var name = attribute.Name is QualifiedNameSyntax { Right: var right } ? right.Identifier.ValueText : (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText;
        if (name is not ("ProtectedPersonalData" or "ProtectedPersonalDataAttribute")
            || !SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType, mark)
            || attribute.Parent?.Parent is not { } declaration
            || Declared(context, declaration) is not { ContainingType: { } } member)
        {
            return;
        }

        inspection.Inspected();
        var setUp = identity.Value;
        if (setUp.HasOwnWork)
        {
            return;
        }

        // Another project sets Identity up: it knows the answer, and reports it where it does so.
        if (!setUp.IsDecidedHere || (setUp.IsUnknown && !setUp.IsOn))
        {
            inspection.NotFollowed();
            return;
        }

        var isUser = setUp.IsUser(member.ContainingType);
        if (isUser ? setUp.IsOn : DerivesFromIdentityUser(member.ContainingType))
        {
            return;
        }

        context.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4316,
            attribute.GetLocation(),
            isUser ? null : DiagnosticSeverity.Info,
            null,
            null,
            member.ContainingType.Name + "." + member.Name,
            model.Value.Classify(member)?.CategoryText ?? MessageArg.Text(Texts.DataDeclared),
            MessageArg.Text(isUser ? Texts.ProtectionStoreOff : Texts.ProtectionNotUser),
            MessageArg.Text(Texts.ReasonAttribute, "ProtectedPersonalData")));
    }

    private static ISymbol? Declared(SyntaxNodeAnalysisContext context, SyntaxNode declaration) =>
        context.SemanticModel.GetDeclaredSymbol(declaration is BaseFieldDeclarationSyntax { Declaration.Variables: { Count: > 0 } variables } ? variables[0] : declaration, context.CancellationToken) is { } symbol
            ? symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
                ? constructor.ContainingType.GetMembers(symbol.Name).FirstOrDefault() ?? symbol
                : symbol
            : null;

    /// <summary>Identity is set up for a user class of another project.</summary>
    private static void SetUp(
        OperationAnalysisContext context, IInvocationOperation call, INamedTypeSymbol mark, Lazy<IdentityProtection> identity, Lazy<PersonalDataModel> model, Inspection inspection)
    {
        if (call.TargetMethod.TypeArguments.FirstOrDefault() is not INamedTypeSymbol user)
        {
            return;
        }

        inspection.Inspected();
        for (var type = user; type is not null && !IsIdentityUser(type); type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly))
            {
                continue;
            }

            foreach (var member in type.GetMembers())
            {
                if (member is not IPropertySymbol || !member.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, mark)))
                {
                    continue;
                }

                var setUp = identity.Value;
                if (setUp.HasOwnWork || setUp.IsOn)
                {
                    return;
                }

                if (!setUp.IsDecidedHere || setUp.IsUnknown)
                {
                    inspection.NotFollowed();
                    return;
                }

                context.ReportDiagnostic(KkDiagnostic.Create(
                    RuleCatalog.KK4316,
                    Name(call),
                    type.Name + "." + member.Name,
                    model.Value.Classify(member)?.CategoryText ?? MessageArg.Text(Texts.DataDeclared),
                    MessageArg.Text(Texts.ProtectionStoreOff),
                    MessageArg.Text(Texts.ReasonAttribute, "ProtectedPersonalData")));
                return;
            }
        }
    }

    /// <summary>Base64 of plain text under a name that says it is encrypted.</summary>
    private static void Encoding(OperationAnalysisContext context, IInvocationOperation call, Inspection inspection)
    {
        if (call is not { TargetMethod: { ContainingType: { Name: "Convert", ContainingNamespace.Name: "System" } }, Arguments: { Length: > 0 } arguments })
        {
            return;
        }

        var bytes = arguments[0].Value.Unconverted();
        if (bytes is ILocalReferenceOperation { Local: var local })
        {
            bytes = OnlyValue(local, call);
        }

        if (bytes is not IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType.Name: "Encoding" }, Arguments: { Length: 1 } texts }
            || texts[0].Value.Unconverted() is not { } text || Symbol(text) is not { } symbol
            || (text is ILocalReferenceOperation { Local: var made } && OnlyValue(made, call) is not (null or IMemberReferenceOperation or IParameterReferenceOperation)))
        {
            return;
        }

        inspection.Inspected();
        var source = symbol.Name;
        if (Says(source) || Target(call, context.ContainingSymbol) is not { } target || !Says(target))
        {
            return;
        }

        context.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK4316,
            Name(call),
            source,
            MessageArg.Text(Texts.ProtectionPlainText),
            MessageArg.Text(Texts.ProtectionBase64),
            MessageArg.Text(Texts.ProtectionSays, target)));
    }

    private static bool Says(string name) => Tokenizer.Tokens(name).Any(Encrypts.Contains) && !Tokenizer.Tokens(name).Any(t => t is "un" or "not" or "niet" or "non" or "decrypt" or "before" or "to");

    /// <summary>Name of what the value goes into: a local, a member, or the method that returns it.</summary>
    private static string? Target(IOperation value, ISymbol around)
    {
        var child = value;
        for (var parent = value.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConversionOperation or IVariableInitializerOperation or IParenthesizedOperation:
                    continue;
                case IVariableDeclaratorOperation variable:
                    return variable.Symbol.Name;
                case ISimpleAssignmentOperation assignment when assignment.Value == child:
                    return Symbol(assignment.Target)?.Name;
                case IReturnOperation:
                    return around is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : around.Name;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What a local is given, when that happens once.</summary>
    private static IOperation? OnlyValue(ILocalSymbol local, IOperation use)
    {
        var root = use;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? only = null;
        foreach (var operation in root.Descendants())
        {
            var value = operation switch
            {
                IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) => initial,
                IAssignmentOperation { Target: ILocalReferenceOperation target } assignment when SymbolEqualityComparer.Default.Equals(target.Local, local) => assignment.Value,
                _ => null,
            };
            if (value is null)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = value.Unconverted();
        }

        return only;
    }

    private static ISymbol? Symbol(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    private static bool DerivesFromIdentityUser(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (IsIdentityUser(t))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIdentityUser(INamedTypeSymbol type) => type is { Name: "IdentityUser", ContainingNamespace.Name: "Identity" };

    private static Location Name(IInvocationOperation call) =>
        ((call.Syntax as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            var expression => expression ?? call.Syntax,
        }).GetLocation();
}
