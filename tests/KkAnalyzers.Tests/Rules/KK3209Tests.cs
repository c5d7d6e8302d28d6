using KkAnalyzers.CodeFixes;
using KkAnalyzers.Rules.DarkPatterns;
using KkAnalyzers.Tests.Stubs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.ConsentDefaultAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3209Tests
{
    private const string Shop = """

        public class Subscription { public bool AutoRenew { get; set; } public bool IsRecurring { get; set; } }
        public class CartOption { public string Name { get; set; } public decimal Price { get; set; } public bool IsSelected { get; set; } public bool IsMandatory { get; set; } }
        public class Cart { public void AddInsurance() { } public void AddDonation(decimal amount) { } }
        """;

    [Fact]
    public Task Certificates_leases_locks_and_tokens_are_quiet() => Verify.Silent("""
        using System;
        namespace Care.Certificates { public class Store { public bool AutoRenew { get; set; } = true; } }
        public class CertificateOptions { public bool AutoRenewal { get; set; } = true; }
        public class LeaseManager { public bool AutoRenew { get; set; } = true; }
        public class MessageLock { public bool AutoRenew { get; set; } = true; public TimeSpan AutoRenewTimeout { get; set; } = TimeSpan.FromMinutes(5); }
        public class Token { public bool AutoRenew { get; set; } = true; }
        public class LicenceServer { public bool AutoRenew { get; set; } = true; }
        public class Holder { public bool AutoRenewLease { get; set; } = true; public bool RenewCertificateAutomatically { get; set; } = true; public bool AutoRenewSession { get; set; } = true; }
        public class Appointment { public bool IsRecurring { get; set; } = true; }
        public class Visit { public bool Recurring { get; set; } = true; }
        public class ShopSettings { public bool AutoRenew { get; set; } = true; }
        public class Subscriptions { public bool DisableAutoRenew { get; set; } = true; public bool AutoRenew { get; set; } public bool GeenAutomatischeVerlenging { get; set; } = true; }
        public class SubscriptionFilter { public bool AutoRenew { get; set; } = true; }
        public class SubscriptionSeeder { public Subscription One() => new() { AutoRenew = true }; }
        """ + Shop);

    [Fact]
    public Task Names_in_three_languages() => Verify.Flags("""
        public class Thing
        {
            public bool AutoRenew { get; set; } = {|KK3209:true|};
            public bool AutoRenewal { get; set; } = {|KK3209:true|};
            public bool AutomatischVerlengen { get; set; } = {|KK3209:true|};
            public bool StilzwijgendeVerlenging { get; set; } = {|KK3209:true|};
            public bool RenouvellementAutomatique { get; set; } = {|KK3209:true|};
            public bool ReconductionTacite { get; set; } = {|KK3209:true|};
            public bool AddInsurance { get; set; } = {|KK3209:true|};
            public bool IncludeDonation { get; set; } = {|KK3209:true|};
            public bool Annuleringsverzekering { get; set; } = {|KK3209:true|};
        }

        public class Abonnement { public bool IsRecurring { get; set; } = {|KK3209:true|}; }
        """);

    [Fact]
    public Task Every_place_where_a_member_can_start_as_yes() => Verify.Flags("""
        using System.ComponentModel;

        public class Membership
        {
            public Membership() => AutoRenew = {|KK3209:true|};
            public bool AutoRenew { get; set; }
            private bool _autoRenew = {|KK3209:true|};
            [DefaultValue({|KK3209:true|})] public bool AutomaticRenewal { get; set; }
            public bool Renews() => _autoRenew;
        }

        public record Plan(string Name, bool AutoRenew = {|KK3209:true|});

        public static class Members
        {
            public static Subscription Create() => new() { AutoRenew = {|KK3209:true|} };
            public static void RegisterMember(string name, bool autoRenew = {|KK3209:true|}) { }
            public static bool Renews(bool? autoRenew) => autoRenew ?? {|KK3209:true|};
            public static Subscription Chosen(bool autoRenew) => new() { AutoRenew = autoRenew };
        }
        """ + Shop);

    [Fact]
    public Task Columns_of_the_database() => Verify.Flags("""
        using System;
        using System.Linq.Expressions;

        public class PropertyBuilder<T> { }
        public static class Relational { public static PropertyBuilder<T> HasDefaultValue<T>(this PropertyBuilder<T> b, object value) => b; public static PropertyBuilder<T> IsRequired<T>(this PropertyBuilder<T> b) => b; }
        public class EntityTypeBuilder<T> { public PropertyBuilder<P> Property<P>(Expression<Func<T, P>> p) => new(); }
        public class Lease { public bool AutoRenew { get; set; } }

        public class Model
        {
            public void Configure(EntityTypeBuilder<Subscription> b, EntityTypeBuilder<Lease> l)
            {
                b.Property(x => x.AutoRenew).HasDefaultValue({|KK3209:true|});
                b.Property(x => x.IsRecurring).IsRequired().HasDefaultValue({|KK3209:true|});
                b.Property(x => x.AutoRenew).HasDefaultValue(false);
                l.Property(x => x.AutoRenew).HasDefaultValue(true);
            }
        }
        """ + Shop);

    [Fact]
    public Task A_trial_that_turns_into_a_paid_plan() => Verify.Flags("""
        using System;
        using Stripe;
        using Stripe.Checkout;

        public class Billing
        {
            public object A(long days) => new SubscriptionCreateOptions { Customer = "c", {|KK3209:TrialPeriodDays = 14|} };
            public object B(long days) => new SessionSubscriptionDataOptions { {|KK3209:TrialPeriodDays = days|} };
            public object C() { var options = new SubscriptionCreateOptions(); {|KK3209:options.TrialEnd = DateTime.UtcNow|}; return options; }
        }
        """ + PurchaseStubs.Stripe);

    [Fact]
    public Task A_trial_that_ends_is_quiet() => Verify.Silent("""
        using System;
        using Stripe;
        using Stripe.Checkout;

        public class Billing
        {
            public object A() => new SubscriptionCreateOptions { TrialPeriodDays = 14, TrialSettings = new() { EndBehavior = new() { MissingPaymentMethod = "cancel" } } };
            public object B() => new SubscriptionCreateOptions { TrialPeriodDays = 14, CancelAtPeriodEnd = true };
            public object C() { var options = new SubscriptionCreateOptions { TrialPeriodDays = 14 }; options.CancelAt = DateTime.UtcNow; return options; }
            public object D() => new SubscriptionCreateOptions { TrialPeriodDays = null, TrialEnd = SubscriptionTrialEnd.Now, TrialFromPlan = false };
            public object E() => new SubscriptionUpdateOptions { TrialEnd = DateTime.UtcNow };
        }
        """ + PurchaseStubs.Stripe);

    [Fact]
    public Task A_cancellation_that_lets_the_subscription_run_on() => Verify.Flags("""
        using Stripe;

        public class Billing
        {
            private readonly SubscriptionService _service = new();
            public void CancelSubscription(string id) => _service.Update(id, new SubscriptionUpdateOptions { CancelAtPeriodEnd = {|KK3209:false|} });
            public void AbonnementOpzeggen(string id) => _service.Update(id, new SubscriptionUpdateOptions { CancelAtPeriodEnd = {|KK3209:false|} });
            public void Cancel(string id) => _service.Update(id, new SubscriptionUpdateOptions { CancelAtPeriodEnd = true });
            public void UndoCancel(string id) => _service.Update(id, new SubscriptionUpdateOptions { CancelAtPeriodEnd = false });
            public void Reactivate(string id) => _service.Update(id, new SubscriptionUpdateOptions { CancelAtPeriodEnd = false });
            public void CancelNow(string id) { _service.Update(id, new SubscriptionUpdateOptions { CancelAtPeriodEnd = false }); _service.Cancel(id); }
            public void CancelPlan(string id, bool undo) { if (undo) { _service.Update(id, new SubscriptionUpdateOptions { CancelAtPeriodEnd = false }); } }
        }
        """ + PurchaseStubs.Stripe);

    [Fact]
    public async Task Extras_of_a_cart()
    {
        await Verify.Flags("""
            public class Checkout
            {
                public object A() => new CartOption { Name = "Verzekering", Price = 4.95m, IsSelected = {|KK3209:true|} };
            }
            """ + Shop);
        var test = Verify.Test("""
            public class Orders { public void Checkout(Cart cart) => {|#0:cart.AddInsurance()|}; }
            """ + Shop);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3209", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task Extras_that_somebody_chose_are_quiet() => Verify.Silent("""
        public class CartItem { public decimal Price { get; set; } public bool IsSelected { get; set; } }
        public class Order { public bool IncludeDonation { get; set; } public decimal Donation { get; set; } }

        public class Checkout
        {
            public object A() => new CartItem { Price = 10, IsSelected = true };
            public object B() => new CartOption { Name = "Verpakking", Price = 0, IsSelected = true };
            public object C() => new CartOption { Name = "Bijdrage", Price = 2, IsMandatory = true, IsSelected = true };
            public object D(bool chosen) => new CartOption { Name = "Verzekering", Price = 2, IsSelected = chosen };
            public void PlaceOrder(Cart cart, Order order) { if (order.IncludeDonation) { cart.AddDonation(order.Donation); } }
            public void AddInsurance(Cart cart) => cart.AddInsurance();
            public void Upgrade(Cart cart) => cart.AddInsurance();
        }
        """ + Shop);

    [Fact]
    public async Task The_message_says_what_is_paid()
    {
        var test = Verify.Test("public class Thing { public bool AutoRenew { get; set; } = {|#0:true|}; }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK3209", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'AutoRenew' leads to automatic renewal unless the person acts: it starts as true, and 'auto renew' is on the word list Consent"));
        await test.RunAsync();
    }

    [Fact]
    public Task Counts_what_it_inspected()
    {
        var test = Verify.Test("public class Thing { public bool {|#0:AutoRenew|} { get; set; } public bool {|#1:AddInsurance|} { get; set; } public bool {|#2:Newsletter|} { get; set; } }").Records();
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3201 inspected=1 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3206 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3209 inspected=2 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithMessage("KK3210 inspected=0 failed=0 notFollowed=0"));
        var rows = new[] { "Thing.AutoRenew, automatic renewal", "Thing.AddInsurance, a paid extra", "Thing.Newsletter, a newsletter" };
        for (var i = 0; i < rows.Length; i++)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("KK9001", DiagnosticSeverity.Info).WithLocation(i).WithMessage($"consent-members: {rows[i]}, given, none, initializer, "));
        }

        return test.RunAsync();
    }

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3209");
        await Verify.Flags($"public class Subscriber {{ {rule.Violation![0].Replace("true", "{|KK3209:true|}", StringComparison.Ordinal)} }}");
        await Verify.Silent($"public class Subscriber {{ {rule.Clean![0]} }}");
    }

    [Theory]
    [InlineData("public class S { public bool AutoRenew { get; set; } = {|KK3209:true|}; }", "public class S { public bool AutoRenew { get; set; } }")]
    [InlineData("public record S(bool AutoRenew = {|KK3209:true|});", "public record S(bool AutoRenew = false);")]
    public Task The_fix_lets_it_start_as_no(string code, string mended) => Fix(code, mended);

    [Fact]
    public Task The_fix_of_a_cancellation() => Fix(
        "public class B { public object Cancel() => new Stripe.SubscriptionUpdateOptions { CancelAtPeriodEnd = {|KK3209:false|} }; }" + PurchaseStubs.Stripe,
        "public class B { public object Cancel() => new Stripe.SubscriptionUpdateOptions { CancelAtPeriodEnd = true }; }" + PurchaseStubs.Stripe);

    private static Task Fix(string code, string mended) =>
        new CSharpCodeFixTest<ConsentDefaultAnalyzer, ConsentDefaultFix, DefaultVerifier>
        {
            TestCode = code,
            FixedCode = mended,
            ReferenceAssemblies = ReferenceAssemblies.Net.Net100,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
        }.RunAsync();
}
