namespace KkAnalyzers.Tests.Stubs;

/// <summary>Stripe.net and FluentValidation, as far as the rules about consent look at them. Real names; external, unverified (2026-11).</summary>
internal static class PurchaseStubs
{
    public const string Stripe = """
        namespace Stripe
        {
            public class SubscriptionTrialSettingsEndBehaviorOptions { public string MissingPaymentMethod { get; set; } }
            public class SubscriptionTrialSettingsOptions { public SubscriptionTrialSettingsEndBehaviorOptions EndBehavior { get; set; } }
            public class SubscriptionTrialEnd { public static SubscriptionTrialEnd Now => new(); public static implicit operator SubscriptionTrialEnd(System.DateTime at) => new(); }
            public class SubscriptionCreateOptions
            {
                public string Customer { get; set; }
                public long? TrialPeriodDays { get; set; }
                public SubscriptionTrialEnd TrialEnd { get; set; }
                public bool? TrialFromPlan { get; set; }
                public bool? CancelAtPeriodEnd { get; set; }
                public System.DateTime? CancelAt { get; set; }
                public SubscriptionTrialSettingsOptions TrialSettings { get; set; }
            }
            public class SubscriptionUpdateOptions { public bool? CancelAtPeriodEnd { get; set; } public SubscriptionTrialEnd TrialEnd { get; set; } }
            public class Subscription { }
            public class SubscriptionService
            {
                public Subscription Create(SubscriptionCreateOptions options) => new();
                public Subscription Update(string id, SubscriptionUpdateOptions options) => new();
                public Subscription Cancel(string id) => new();
            }
        }
        namespace Stripe.Checkout
        {
            public class SessionSubscriptionDataOptions { public long? TrialPeriodDays { get; set; } public SubscriptionTrialSettingsOptions TrialSettings { get; set; } }
        }
        """;

    public const string FluentValidation = """
        namespace FluentValidation
        {
            public interface IRuleBuilder<T, TProperty> { }
            public abstract class AbstractValidator<T>
            {
                protected IRuleBuilder<T, TProperty> RuleFor<TProperty>(System.Linq.Expressions.Expression<System.Func<T, TProperty>> expression) => null;
            }
            public static class DefaultValidatorExtensions
            {
                public static IRuleBuilder<T, TProperty> Equal<T, TProperty>(this IRuleBuilder<T, TProperty> builder, TProperty toCompare) => builder;
                public static IRuleBuilder<T, TProperty> Must<T, TProperty>(this IRuleBuilder<T, TProperty> builder, System.Func<TProperty, bool> predicate) => builder;
                public static IRuleBuilder<T, TProperty> NotNull<T, TProperty>(this IRuleBuilder<T, TProperty> builder) => builder;
                public static IRuleBuilder<T, TProperty> WithMessage<T, TProperty>(this IRuleBuilder<T, TProperty> builder, string message) => builder;
            }
        }
        """;
}
