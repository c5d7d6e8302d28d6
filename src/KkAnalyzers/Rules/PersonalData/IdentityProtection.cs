using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KkAnalyzers.Rules.PersonalData;

/// <summary>
/// What a compilation does about <c>[ProtectedPersonalData]</c> of ASP.NET Core Identity. The store of Entity Framework
/// encrypts the marked members of the user class when <c>Stores.ProtectPersonalData</c> is true; it is false unless somebody
/// says otherwise. Read only where the attribute is used or Identity is set up.
/// </summary>
internal sealed class IdentityProtection
{
    /// <summary>Full name of the attribute.</summary>
    public const string AttributeType = "Microsoft.AspNetCore.Identity.ProtectedPersonalDataAttribute";

    private static readonly ImmutableHashSet<string> SetUps = ImmutableHashSet.Create("AddIdentity", "AddDefaultIdentity", "AddIdentityCore", "AddIdentityApiEndpoints");

    // Whoever names one of these has protection or a store of their own.
    private static readonly ImmutableHashSet<string> OwnWork = ImmutableHashSet.Create(
        "IPersonalDataProtector", "ILookupProtector", "ProtectedPersonalDataAttribute", "IProtectedUserStore", "IUserStore", "AddUserStore", "AddPersonalDataProtection", "PersonalDataConverter");

    private readonly ImmutableHashSet<ISymbol?>.Builder _users = ImmutableHashSet.CreateBuilder<ISymbol?>(SymbolEqualityComparer.Default);

    private IdentityProtection()
    {
    }

    /// <summary>Identity is set up here, with the store of Entity Framework: what this compilation says is the whole answer.</summary>
    public bool IsDecidedHere => _users.Count > 0 && HasFrameworkStore;

    /// <summary><c>ProtectPersonalData</c> is set to true.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Configuration or a value that is not written here decides.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>A store, a protector or code that reads the attribute stands here.</summary>
    public bool HasOwnWork { get; private set; }

    private bool HasFrameworkStore { get; set; }

    /// <summary>True for a method that sets Identity up.</summary>
    public static bool IsSetUp(string method) => SetUps.Contains(method);

    /// <summary>True for the user class that Identity is given, and for the classes it derives from.</summary>
    public bool IsUser(INamedTypeSymbol type)
    {
        foreach (var user in _users)
        {
            for (var t = user as INamedTypeSymbol; t is not null; t = t.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static IdentityProtection Read(Compilation compilation, CancellationToken cancellation)
    {
        var found = new IdentityProtection();
        foreach (var tree in compilation.SyntaxTrees)
        {
            // Searching the text costs far less than walking the tree, and hardly any file speaks of this.
            var text = tree.GetText(cancellation).ToString();
            if (text.IndexOf("Identity", StringComparison.Ordinal) < 0 && text.IndexOf("PersonalData", StringComparison.Ordinal) < 0 && text.IndexOf("UserStore", StringComparison.Ordinal) < 0)
            {
                continue;
            }

            foreach (var token in tree.GetRoot(cancellation).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax name)
                {
                    found.See(name, token.ValueText, compilation, cancellation);
                }
            }
        }

        return found;
    }

    private void See(SimpleNameSyntax name, string text, Compilation compilation, CancellationToken cancellation)
    {
        if (text == "ProtectPersonalData")
        {
            var assignment = name.Parent as AssignmentExpressionSyntax ?? name.Parent?.Parent as AssignmentExpressionSyntax;
            IsOn |= assignment?.Right.IsKind(SyntaxKind.TrueLiteralExpression) == true;
            IsUnknown |= assignment is not null && !assignment.Right.IsKind(SyntaxKind.TrueLiteralExpression) && !assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression);
        }
        else if (text == "AddEntityFrameworkStores")
        {
            HasFrameworkStore = true;
        }
        else if (OwnWork.Contains(text))
        {
            // [ProtectedPersonalDataAttribute] on a member is the mark itself.
            HasOwnWork |= name.FirstAncestorOrSelf<AttributeSyntax>() is null;
        }
        else if (text == "IdentityOptions")
        {
            // Configure<IdentityOptions>(configuration.GetSection("Identity")): the file decides.
            IsUnknown |= name.Parent is TypeArgumentListSyntax && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: { Count: > 0 } arguments }
                && !arguments.Any(a => a.Expression is LambdaExpressionSyntax or AnonymousMethodExpressionSyntax);
        }
        else if (IsSetUp(text) && name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } types })
        {
            _users.Add(BoundFiles.For(compilation).Model(types[0].SyntaxTree).GetSymbolInfo(types[0], cancellation).Symbol);
        }
    }
}
