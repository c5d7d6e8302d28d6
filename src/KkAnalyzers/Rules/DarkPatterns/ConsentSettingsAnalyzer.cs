using KkAnalyzers.Consent;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Markup;
using KkAnalyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.DarkPatterns;

/// <summary>KK3203: a setting that says yes for everybody who chose nothing, or that switches off what protects the choice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConsentSettingsAnalyzer : KkDiagnosticAnalyzer
{
    /// <summary>Used by the compiler.</summary>
    public ConsentSettingsAnalyzer()
        : base(RuleCatalog.KK3203)
    {
    }

    private protected override void Register(KkContext context)
    {
        if (TestProjects.Is(context))
        {
            return;
        }

        var inventory = new ConsentInventory(context, RuleCatalog.KK3203);

        // Most projects have no such file: the words wait for the first.
        var members = new Lazy<ConsentMembers>(() => new ConsentMembers(context));
        context.RegisterAdditionalFileAction(c =>
        {
            var path = c.AdditionalFile.Path;
            if (FilePaths.IsAppSettings(path) && !FilePaths.Name(path).Split('.').Any(DevelopmentCondition.NamesDevelopment)
                && c.AdditionalFile.GetText(c.CancellationToken) is { } text)
            {
                new File(c, text, members.Value, inventory).Check();
            }
        });
    }

    /// <summary>Whom a setting is about.</summary>
    private enum Scope
    {
        /// <summary>The path does not say.</summary>
        Unknown,

        /// <summary>What a person gets who chose nothing: Defaults, Preferences, Privacy; or the class that reads it is about a person.</summary>
        Person,

        /// <summary>A part of the program that is on, or what its operators measure.</summary>
        System,
    }

    /// <summary>The rule in one file.</summary>
    private sealed class File(AdditionalFileAnalysisContext context, SourceText text, ConsentMembers members, ConsentInventory inventory)
    {
        public void Check()
        {
            var (settings, isWhole) = JsonSettings.For(text);
            if (!isWhole)
            {
                inventory.Inspection.NotFollowed();
            }

            for (var i = 0; i < settings.Count; i++)
            {
                Check(settings, i);
            }
        }

        private void Check(IReadOnlyList<Setting> settings, int index)
        {
            var setting = settings[index];
            var (path, key) = Key(settings, index);
            if (members.Name(key) is not { Subject: not (ConsentSubjects.Renewal or "extras") } reading || members.IsIgnored(setting.Section, key))
            {
                return;
            }

            var value = setting.Value.Value;
            var isYes = value == "1" || members.SaysYes(value) || value == "AlwaysOn";
            var isNo = value is "false" or "False" or "0" || (setting.IsText && value is "off" or "no" or "denied" or "refused" or "nee" or "non");
            if (value.Length == 0 || !(isYes || isNo))
            {
                return;
            }

            inventory.Inspection.Inspected();
            var place = MarkupDocument.Location(context.AdditionalFile.Path, text, setting.Value.Place(new(0, value.Length)));
            var finding = "";
            if (isYes && reading.Polarity == ConsentPolarity.Given && Weigh(path, key, reading) is { } severity)
            {
                finding = Report(place, severity, MessageArg.Text(Texts.ConsentReasonSetting, value, reading.Term));
            }
            else if (isNo && reading.Frame is { } frame && WeighOff(path, key, reading) is { } off)
            {
                finding = Report(place, off, MessageArg.Text(Texts.ConsentReasonOff, value, frame));
            }

            inventory.Row(place, null, path, reading, value, ConsentInventory.Configuration, finding);

            string Report(Location at, DiagnosticSeverity level, MessageArg reason)
            {
                context.ReportDiagnostic(KkDiagnostic.Create(RuleCatalog.KK3203, at, level, null, null, path, ConsentSubjects.Text(reading.Subject), reason, reading.Reasoning));
                return RuleIds.KK3203;
            }
        }

        /// <summary>
        /// The path of a setting and the name in it that says what it is about: the own one, of a feature flag the flag's, and above
        /// <c>Default</c> or <c>Value</c> the one of the section.
        /// </summary>
        private (string Path, string Key) Key(IReadOnlyList<Setting> settings, int index)
        {
            var setting = settings[index];
            var path = setting.Path;

            // "feature_flags": [ { "id": "NewsletterOptInByDefault", "enabled": true } ]
            if (setting.Name == "enabled" && path.IndexOf("feature_flags", StringComparison.Ordinal) >= 0)
            {
                var parent = path.Substring(0, path.Length - "enabled".Length);
                for (var i = Math.Max(0, index - 8); i < Math.Min(settings.Count, index + 8); i++)
                {
                    if (settings[i].Path == parent + "id")
                    {
                        return (parent + settings[i].Value.Value, settings[i].Value.Value);
                    }
                }
            }

            // "FeatureManagement": { "NewsletterOptInByDefault": { "EnabledFor": [ { "Name": "AlwaysOn" } ] } }
            var filter = path.IndexOf(":EnabledFor:", StringComparison.OrdinalIgnoreCase);
            if (filter > 0 && setting.Name == "Name")
            {
                path = path.Substring(0, filter);
                return (path, path.Substring(path.LastIndexOf(':') + 1));
            }

            return setting.Section.Length > 0 && (setting.Name.Equals("Value", StringComparison.OrdinalIgnoreCase) || IsDefault(setting.Name)) && members.Name(setting.Name) is null
                ? (path, setting.Section)
                : (path, setting.Name);
        }

        private bool IsDefault(string name) => members.Words.AnyHas(ConsentTokens.Split(name), ConsentRoles.Default);

        /// <summary>How loud a yes is; null for a part of the program that is on.</summary>
        private DiagnosticSeverity? Weigh(string path, string key, ConsentReading reading)
        {
            var scope = ScopeOf(path, key, reading);
            if (scope == Scope.Person)
            {
                return ConsentReader.Weigh(reading, ConsentOwner.Person);
            }

            // An operator who accepts a licence, or turns a channel on, decides for nobody else.
            return scope == Scope.Unknown && reading.Subject is not ("terms" or ConsentSubjects.Notifications or "cookies") && (reading.HasNoun || reading.HasVerb)
                && ConsentReader.Weigh(reading, ConsentOwner.Unknown) is not null
                    ? DiagnosticSeverity.Info
                    : null;
        }

        private DiagnosticSeverity? WeighOff(string path, string key, ConsentReading reading) =>
            key.Equals("CheckConsentNeeded", StringComparison.OrdinalIgnoreCase) && path.IndexOf("Cookie", StringComparison.OrdinalIgnoreCase) >= 0
                ? DiagnosticSeverity.Warning
                : ConsentReader.WeighOff(reading);

        private Scope ScopeOf(string path, string key, ConsentReading reading)
        {
            var isPerson = IsDefault(path);
            var parts = path.Split(':');
            for (var i = 0; i < parts.Length - 1; i++)
            {
                var tokens = ConsentTokens.Split(parts[i]);
                if (members.Words.AnyHas(tokens, ConsentRoles.OperationsOwner) && !reading.HasNoun)
                {
                    return Scope.System;
                }

                // In settings a client is a program, and an account a way in.
                isPerson |= tokens.Any(t => members.Words.Has(t, ConsentRoles.PersonOwner) && t is not ("client" or "clients" or "account" or "notification" or "notifications" or "contact" or "consent" or "consents" or "lead" or "subscribe"));
            }

            if (isPerson)
            {
                return Scope.Person;
            }

            for (var i = 0; i < parts.Length - 1; i++)
            {
                if (members.Words.AnyHas(ConsentTokens.Split(parts[i]), ConsentRoles.SystemOwner) || members.Words.AnyHas(ConsentTokens.Split(parts[i]), ConsentRoles.AuthorityOwner))
                {
                    return Scope.System;
                }
            }

            return OfClass(key, reading);
        }

        /// <summary>The class that the section is bound to, found by the name of its property, may tell whom it is about.</summary>
        private Scope OfClass(string key, ConsentReading reading)
        {
            var scope = Scope.Unknown;
            foreach (var symbol in context.Compilation.GetSymbolsWithName(key, SymbolFilter.Member, context.CancellationToken))
            {
                if (symbol is not IPropertySymbol { ContainingType: { } type })
                {
                    continue;
                }

                switch (members.Owner(type))
                {
                    case ConsentOwner.Person when members.Words.AnyHas(ConsentTokens.Split(type.Name), ConsentRoles.SwitchesOwner) || IsOptions(type):
                        return Scope.Person;
                    case ConsentOwner.System or ConsentOwner.Unrelated when !reading.HasNoun:
                        scope = Scope.System;
                        break;
                }
            }

            return scope;
        }

        private static bool IsOptions(INamedTypeSymbol type) =>
            type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Defaults", StringComparison.Ordinal) || type.Name.EndsWith("Preferences", StringComparison.Ordinal);
    }
}
