using KkAnalyzers.Infrastructure;

namespace KkAnalyzers.Endpoints;

/// <summary>What kind of thing decided about an endpoint: the inventory's column <c>reason</c>.</summary>
internal enum AccessBasis
{
    /// <summary>Nobody decided.</summary>
    Nothing,

    /// <summary>Nothing visible decides; code that is not here may.</summary>
    Unseen,

    /// <summary>An attribute on the endpoint or its class.</summary>
    Attribute,

    /// <summary>An attribute that asks by implementing an interface of the framework.</summary>
    Interface,

    /// <summary>An attribute on a base class or an overridden method.</summary>
    BaseClass,

    /// <summary>A call on what maps this one endpoint.</summary>
    Mapping,

    /// <summary>A call on a route group around it.</summary>
    Group,

    /// <summary>A call or rule for several endpoints at once: MapControllers(), a folder of pages.</summary>
    Convention,

    /// <summary>A filter of the whole application.</summary>
    GlobalFilter,

    /// <summary>A filter on the endpoint, its class or its group.</summary>
    Filter,

    /// <summary>The policy for endpoints that say nothing.</summary>
    Fallback,

    /// <summary>A policy is asked for that lets everyone in.</summary>
    Policy,

    /// <summary>A method of the application that calls what decides.</summary>
    Wrapper,

    /// <summary>A method or attribute that the options of the rule name.</summary>
    Option,

    /// <summary>Somebody wrote that everyone may enter.</summary>
    ExplicitAnonymous,

    /// <summary>The code of the endpoint checks.</summary>
    InCode,

    /// <summary>The library asks for authorization by itself.</summary>
    Framework,

    /// <summary>The security of a WCF binding.</summary>
    Binding,

    /// <summary>A key of Azure Functions.</summary>
    Key,

    /// <summary>Signing in, health checks and the like.</summary>
    KnownOpen,

    /// <summary>A fixed page or answer.</summary>
    NoData,

    /// <summary>Code in the browser.</summary>
    Client,

    /// <summary>An attribute that has no effect where it stands.</summary>
    Ineffective,
}

/// <summary>The words for a basis.</summary>
internal static class AccessBasisText
{
    public static MessageArg Text(this AccessBasis basis) => MessageArg.Text(basis switch
    {
        AccessBasis.Unseen => Texts.BasisUnseen,
        AccessBasis.Attribute => Texts.BasisAttribute,
        AccessBasis.Interface => Texts.BasisInterface,
        AccessBasis.BaseClass => Texts.BasisBaseClass,
        AccessBasis.Mapping => Texts.BasisMapping,
        AccessBasis.Group => Texts.BasisGroup,
        AccessBasis.Convention => Texts.BasisConvention,
        AccessBasis.GlobalFilter => Texts.BasisGlobalFilter,
        AccessBasis.Filter => Texts.BasisFilter,
        AccessBasis.Fallback => Texts.BasisFallback,
        AccessBasis.Policy => Texts.BasisPolicy,
        AccessBasis.Wrapper => Texts.BasisWrapper,
        AccessBasis.Option => Texts.BasisOption,
        AccessBasis.ExplicitAnonymous => Texts.BasisExplicitAnonymous,
        AccessBasis.InCode => Texts.BasisInCode,
        AccessBasis.Framework => Texts.BasisFramework,
        AccessBasis.Binding => Texts.BasisBinding,
        AccessBasis.Key => Texts.BasisKey,
        AccessBasis.KnownOpen => Texts.BasisKnownOpen,
        AccessBasis.NoData => Texts.BasisNoData,
        AccessBasis.Client => Texts.BasisClient,
        AccessBasis.Ineffective => Texts.BasisIneffective,
        _ => Texts.BasisNothing,
    });

    /// <summary>What an outcome rests on unless the reader of the code knows better.</summary>
    public static AccessBasis Basis(this AccessOutcome outcome) => outcome switch
    {
        AccessOutcome.Required => AccessBasis.Attribute,
        AccessOutcome.InCode => AccessBasis.InCode,
        AccessOutcome.Key => AccessBasis.Key,
        AccessOutcome.Anonymous or AccessOutcome.Overridden => AccessBasis.ExplicitAnonymous,
        AccessOutcome.Convention => AccessBasis.KnownOpen,
        AccessOutcome.NoData => AccessBasis.NoData,
        AccessOutcome.Client => AccessBasis.Client,
        AccessOutcome.Unseen => AccessBasis.Unseen,
        _ => AccessBasis.Nothing,
    };
}
