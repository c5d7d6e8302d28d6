using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = KkAnalyzers.Tests.KkVerifier<KkAnalyzers.Rules.DarkPatterns.ConsentDefaultAnalyzer>;

namespace KkAnalyzers.Tests.Rules;

public class KK3210Tests
{
    [Fact]
    public Task Case67_a_consent_beside_it_answers_the_question() => Verify.Silent("""
        using System;

        public class Client { public bool OptOutOfMarketing { get; set; } public bool MarketingConsent { get; set; } }
        public class User { public bool OptOutOfMarketing { get; set; } public DateTime? ConsentGivenOn { get; set; } }
        public class Patient { public bool NewsletterOptOut { get; set; } public bool Newsletter { get; set; } }
        public class Person { public bool? MarketingOptIn { get; set; } }
        public class Volunteer : Person { public bool OptOutOfMarketing { get; set; } }
        """);

    [Fact]
    public Task Case67_what_is_no_opt_out_model() => Verify.Silent("""
        public class Client
        {
            public bool OptOutOfMarketing { get; set; } = true;
            public bool? OptOutOfResearch { get; set; }
            public required bool OptOutOfNewsletter { get; set; }
            public bool DisableAnalytics { get; set; }
            public bool HideProfile { get; set; }
            public bool AllowOptOut { get; set; }
            public bool RespectOptOut { get; set; }
            public bool Dnt { get; set; }
            public bool HasOptedOut => OptOutOfMarketing;
            public static bool OptOutOfSharing { get; set; }
            public string OptOutUrl { get; set; } = "";
        }

        public class OptOutRequest { public bool OptOut { get; set; } }
        public class NewsletterSubscriber { public bool Unsubscribed { get; set; } }
        public class ServerOptions { public bool TelemetryOptOut { get; set; } }
        public class UserFilter { public bool OptedOut { get; set; } }
        public class UserRolePermissions { public bool OptOut { get; set; } }
        public record UserDto(string Name, bool OptOutOfMarketing);
        """);

    [Fact]
    public async Task Case67_a_flag_to_refuse_that_starts_as_not_refused()
    {
        var test = Verify.Test("""
            public class Client
            {
                public bool {|#0:OptOutOfMarketing|} { get; set; }
                public bool {|#1:GeenNieuwsbrief|} { get; set; } = false;
                public bool {|#2:NietContacteren|} { get; set; }
                public bool {|#3:DoNotTrack|} { get; init; }
                public bool {|#4:PasDePublicite|} { get; set; }
                public bool {|#5:Unsubscribed|} { get; set; }
            }

            public record PatientDto(string Name, bool {|#6:ResearchOptOut|} = false);
            """);
        for (var i = 0; i < 7; i++)
        {
            test.ExpectedDiagnostics.Add(Info("KK3210").WithLocation(i));
        }

        await test.RunAsync();
    }

    [Fact]
    public async Task The_message_says_which_word_turns_the_meaning_round()
    {
        var test = Verify.Test("public class Client { public bool {|#0:GeenNieuwsbrief|} { get; set; } }");
        test.ExpectedDiagnostics.Add(Info("KK3210").WithLocation(0).WithMessage(
            "'GeenNieuwsbrief' lets people only refuse a newsletter, nothing says that they agreed: it starts as false, and 'geen' turns its meaning round, so that silence is a yes"));
        await test.RunAsync();
    }

    [Fact]
    public async Task The_row_of_the_inventory_names_the_finding()
    {
        var test = Verify.Test("public class Client { public bool {|#0:OptOutOfMarketing|} { get; set; } }").Records();
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        test.ExpectedDiagnostics.Add(Info("KK3210").WithLocation(0));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithMessage("KK3201 inspected=1 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithMessage("KK3206 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithMessage("KK3209 inspected=0 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithMessage("KK3210 inspected=1 failed=0 notFollowed=0"));
        test.ExpectedDiagnostics.Add(Info("KK9001").WithLocation(0).WithMessage("consent-members: Client.OptOutOfMarketing, advertising messages, refused, false, initializer, KK3210"));
        await test.RunAsync();
    }

    [Fact]
    public async Task The_samples_of_the_page_are_true()
    {
        var rule = KkAnalyzers.Catalog.Catalogue.Instance.Rules.Single(r => r.Id == "KK3210");
        var test = Verify.Test("public class Client { " + rule.Violation![0].Replace("OptOutOfMarketing", "{|#0:OptOutOfMarketing|}", StringComparison.Ordinal) + " }");
        test.ExpectedDiagnostics.Add(Info("KK3210").WithLocation(0));
        await test.RunAsync();
        await Verify.Silent("public class Client { " + rule.Clean![0] + " }");
    }

    private static DiagnosticResult Info(string id) => new(id, DiagnosticSeverity.Info);
}
