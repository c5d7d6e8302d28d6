using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3210: a flag of a person to refuse, which starts as "not refused", where nothing in the type says that the person agreed.</summary>
internal sealed class OptOutModel(ConsentMembers members, Inspection inspection)
{
    /// <summary>Refusals that a browser sends; the program only keeps what it was told.</summary>
    private static readonly string[] Signals = ["dnt", "gpc"];

    /// <summary>True for a flag that asks people to opt out; what its type says is not asked here.</summary>
    public static bool IsOne(ConsentReading reading, ISymbol member) =>
        reading is { Polarity: ConsentPolarity.Refused, IsWish: true, Subject: not (ConsentSubjects.Renewal or ConsentSubjects.Notifications or "terms" or "visibility") }
        && member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean, IsRequired: false, IsStatic: false, SetMethod: not null };

    /// <summary>True when the property is reported.</summary>
    public bool Check(SymbolAnalysisContext context, IPropertySymbol property, ConsentReading reading)
    {
        if (!IsOne(reading, property) || property.ContainingType is not { } type || members.Owner(type) != ConsentOwner.Person || reading.Turns.Any(Signals.Contains))
        {
            return false;
        }

        inspection.Inspected();
        if (!StartsFalse(property, context.CancellationToken) || IsAboutTheChoice(type) || HasConsent(type, reading)
            || !SourceLocations.IsUserCode(property.Locations[0], context.IsGeneratedCode))
        {
            return false;
        }

        context.ReportDiagnostic(KkDiagnostic.Create(
            RuleCatalog.KK3210,
            property.Locations[0],
            property.Name,
            ConsentSubjects.Text(reading.Subject),
            MessageArg.Text(Texts.ConsentReasonOptOut, string.Join(" + ", reading.Turns))));
        return true;
    }

    /// <summary>Without an initialiser a bool starts as false; the property of a record without a default has to be given.</summary>
    private static bool StartsFalse(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax { AccessorList: not null } declared => declared.Initializer is not { } initializer || initializer.Value.IsKind(SyntaxKind.FalseLiteralExpression),
            ParameterSyntax { Default.Value: { } value } => value.IsKind(SyntaxKind.FalseLiteralExpression),
            _ => false,
        };

    /// <summary>OptOutRequest carries out a refusal; a NewsletterSubscription exists because somebody subscribed.</summary>
    private bool IsAboutTheChoice(INamedTypeSymbol type) =>
        members.Name(type.Name) is not null || ConsentTokens.Split(type.Name) is var tokens && members.Words.AnyHas(tokens, ConsentRoles.OptOut);

    /// <summary>Another member says that the person agreed to this, or to anything.</summary>
    private bool HasConsent(INamedTypeSymbol type, ConsentReading refused)
    {
        for (var t = type; t is { SpecialType: not SpecialType.System_Object }; t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
            {
                // By name, whatever the type: ConsentGivenOn is as good as ConsentGiven.
                if (member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }
                    && members.Reader.Loose(member.Name) is { Polarity: ConsentPolarity.Given } given && (given.HasNoun || given.Subject == refused.Subject))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
