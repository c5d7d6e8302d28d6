using System.Collections.Immutable;
using KkAnalyzers.PersonalData;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KkAnalyzers.Flow;

internal sealed partial class ValueFlow
{
    private sealed partial class Walk
    {
        /// <summary>The object as a whole: what a serialiser writes, or what a record prints of itself.</summary>
        private DataClassification? Whole(FlowStep step, ITypeSymbol? type)
        {
            if (!step.IsWhole || type is null || type.SpecialType != SpecialType.None || type.IsAnonymousType || type.IsTupleType)
            {
                return null;
            }

            // Nobody wrote the member's name here, so the sure words alone count: a film has a cast, which is people with names.
            var whole = !step.Text ? _flow._model.ClassifyObject(type, step.View) : type.IsRecord ? _flow._model.ClassifyObject(type) : null;

            // The password of a certificate in a configuration is a secret, but nobody's datum.
            return whole is { Pseudonymised: false } && (whole.Confidence == Confidence.High || (_least < Sureness.Named && Counts(whole) is not null))
                && (whole.Category != "credentials" || _flow._model.IsPersonType(type)) ? whole : null;
        }

        /// <summary>
        /// True when only the text of an object goes on and that is settled here: by its own ToString, or because it has none
        /// and prints the name of its type.
        /// </summary>
        private bool Stringified(FlowStep step, ITypeSymbol? type)
        {
            if (!step.Text || !step.IsWhole || type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || named.DeclaringSyntaxReferences.IsEmpty || IsHandler(named))
            {
                return false;
            }

            if (_flow._model.ClassifyNumber(named) is { } number)
            {
                Found(step, number with { Name = step.Operation is IMemberReferenceOperation { Member.Name: var member } ? member : number.Name });
                return true;
            }

            for (var t = named; t is not null && !t.DeclaringSyntaxReferences.IsEmpty; t = t.BaseType)
            {
                foreach (var member in t.GetMembers("ToString"))
                {
                    if (member is IMethodSymbol { Parameters.IsEmpty: true, IsImplicitlyDeclared: false } method)
                    {
                        Into(step with { Name = t.Name + ".ToString" }, method, new FlowCall(step.Operation, method, step.Operation, ImmutableArray<IArgumentOperation>.Empty));
                        return true;
                    }
                }
            }

            return !named.IsRecord;
        }

        /// <summary>The user's own handler of interpolated strings: a text in the making.</summary>
        private static bool IsHandler(ITypeSymbol type) => type.GetAttributes().Any(a => a.AttributeClass?.Name == "InterpolatedStringHandlerAttribute");

        /// <summary>A yes or no, a delegate or nothing at all holds no datum that this walk looks for.</summary>
        private static bool SaysNothing(ITypeSymbol type) =>
            type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Void
            || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && nullable.TypeArguments[0].SpecialType == SpecialType.System_Boolean);

        /// <summary>Numbers that a library works out (a length, a count, a position) are not the data they are about.</summary>
        private static bool IsNumber(ITypeSymbol? type) => type?.TypeKind == TypeKind.Enum
            || type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

        /// <summary>Types of surrogate keys, choices and counts. A long may be a national number, a date somebody's birth.</summary>
        private static bool IsKeyOrCount(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum } or { Name: "Guid" or "TimeSpan", ContainingNamespace.Name: "System" }
            || type?.SpecialType is SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_Int32;

        private static bool OnlyConstants(IObjectCreationOperation creation) =>
            creation.Descendants().All(o => o is not (ILocalReferenceOperation or IParameterReferenceOperation or IInvocationOperation or IFieldReferenceOperation { ConstantValue.HasValue: false })
                && (o is not IPropertyReferenceOperation property || property.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }));
    }
}
