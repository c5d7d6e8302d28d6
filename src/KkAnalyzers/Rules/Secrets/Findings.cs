using System.Collections.Immutable;
using System.Globalization;
using KkAnalyzers.Connections;
using KkAnalyzers.Infrastructure;
using KkAnalyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KkAnalyzers.Rules.Secrets;

/// <summary>How a value is known to be a secret, beside its own characters.</summary>
internal enum SecretPlace
{
    /// <summary>A member, local or parameter of this program has a name that says so.</summary>
    Declared,

    /// <summary>It is handed to, or compared with, something whose name says so.</summary>
    Passed,

    /// <summary>A setting has a name that says so.</summary>
    Setting,

    /// <summary>A setting of a connection string, or what receives it takes nothing but a credential.</summary>
    Certain,
}

/// <summary>
/// What both rules say about a text, in code and in files. Things that make a finding less serious are counted (a server
/// on this machine, a file for development, code for made-up data, a password from every manual): one makes it information, two make it
/// silent.
/// </summary>
internal sealed class Findings
{
    private readonly Inspection _connections;
    private readonly Inspection _secrets;
    private readonly ImmutableHashSet<string> _localHosts;
    private readonly ImmutableHashSet<string> _ignoredValues;
    private readonly SecretFormats _formats;

    public Findings(KkContext context)
    {
        _connections = context.Inspection(RuleCatalog.KK4314);
        _secrets = context.Inspection(RuleCatalog.KK4402);
        _localHosts = context.Options.List(RuleIds.KK4314, "local_hosts").ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        _ignoredValues = context.Options.List(RuleIds.KK4402, "ignored_values").ToImmutableHashSet(StringComparer.Ordinal);
        _formats = SecretFormats.For(context);
    }

    /// <summary>Counts a text that could hold a secret.</summary>
    public void InspectedSecret() => _secrets.Inspected();

    /// <summary>Counts a setting that decides on TLS.</summary>
    public void InspectedConnection() => _connections.Inspected();

    /// <summary>The settings of a connection string that leave it unprotected, and the credentials in it.</summary>
    public void Connection(ConnectionString connection, PlacedText text, in Sink sink)
    {
        _connections.Inspected();
        var host = HostOf(connection.Server, connection.Host);
        foreach (var pair in connection.Pairs)
        {
            if (pair.Value.Length == 0 || pair.Value.IndexOf(PlacedText.Hole) >= 0)
            {
                continue;
            }

            if (TlsSettings.Judge(pair.Name, pair.Value, connection.IsUrl) is { } verdict)
            {
                var edit = text.IsWritten(pair.ValueSpan) ? new TextChange(text.Place(pair.ValueSpan), verdict.Safe) : (TextChange?)null;
                Unprotected(verdict.Problem, host, connection.Server, text.Value.Substring(pair.Span.Start, pair.Span.Length), text.Place(pair.Span), edit, sink);
            }
            else if (!text.IsConstant(pair.ValueSpan))
            {
                Credential(pair, connection, text, host, sink);
            }
        }
    }

    /// <summary>A setting that leaves a connection unprotected: a warning unless the server is near or the setting is for development.</summary>
    public void Unprotected(TlsProblem problem, HostKind host, string? server, string shown, TextSpan span, TextChange? edit, in Sink sink)
    {
        if (host is HostKind.Local or HostKind.File)
        {
            return;
        }

        var lowers = sink.Lowers + (host == HostKind.Internal ? 1 : 0) + (problem == TlsProblem.Optional ? 1 : 0);
        if (lowers > 1)
        {
            return;
        }

        var properties = edit is { NewText: { } safe } change ? TextEdit.Properties(change.Span, safe, Texts.TlsFix) : null;
        var key = problem switch { TlsProblem.Off => Texts.TlsOff, TlsProblem.Optional => Texts.TlsOptional, _ => Texts.TlsUnchecked };
        var named = host == HostKind.Unknown || server is null ? null : ConnectionHost.Name(server.Split(',')[0]);
        sink.Report(KkDiagnostic.Create(
            RuleCatalog.KK4314,
            sink.At(span),
            lowers == 0 ? null : DiagnosticSeverity.Info,
            null,
            properties,
            string.IsNullOrEmpty(named) ? MessageArg.Text(Texts.TlsServerUnknown) : MessageArg.Text(Texts.TlsServer, named!),
            MessageArg.Text(key, shown)));
    }

    /// <summary>What a server's name tells; the servers that the options name are as near as this machine.</summary>
    public HostKind HostOf(string? server, HostKind kind) =>
        server is not null && _localHosts.Count > 0 && _localHosts.Contains(ConnectionHost.Name(server)) ? HostKind.Local : kind;

    /// <summary>A token with a known format, or the password of a URL. True when something was reported.</summary>
    public bool Token(PlacedText text, in Sink sink)
    {
        if (_formats.Find(text.Value) is { } token)
        {
            if (!_ignoredValues.Contains(text.Value.Substring(token.Span.Start, token.Span.Length)))
            {
                Report(text.Place(token.Span), token.Severity is null ? 0 : 1, sink, MessageArg.Text(Texts.SecretFormat, token.Issuer, token.Prefix, Number(token.Span.Length)));
            }

            return true;
        }

        return UrlPassword(text, sink);
    }

    /// <summary>True when <see cref="Token"/> may find something: a test of a few characters, without allocation.</summary>
    public bool MayHoldToken(string text) => text.Length >= SecretFormats.Shortest && (_formats.Find(text) is not null || HasUrlPassword(text));

    /// <summary>How serious a value is that a name says is a secret; null when it is none. More than 0: less serious.</summary>
    public int? Weigh(SecretKind kind, string name, string value, SecretPlace place)
    {
        if (kind == SecretKind.None || value.Length == 0 || _ignoredValues.Contains(value))
        {
            return null;
        }

        var looks = SecretValues.Kind(value);
        if (looks == ValueKind.Placeholder)
        {
            return null;
        }

        if (place == SecretPlace.Certain)
        {
            return looks == ValueKind.WellKnown ? 1 : 0;
        }

        if (looks == ValueKind.WellKnown)
        {
            return place == SecretPlace.Declared ? null : 1;
        }

        if (place != SecretPlace.Setting && SecretNames.Repeats(name, value))
        {
            return null;
        }

        return (kind, looks) switch
        {
            (_, ValueKind.Random) => 0,
            (_, ValueKind.Guid) => 1,
            (SecretKind.Password, ValueKind.Mixed) => 0,
            (SecretKind.Key, ValueKind.Mixed) => place == SecretPlace.Declared ? null : 1,
            (SecretKind.Password, ValueKind.Word) when place == SecretPlace.Setting && IsOneWord(value) => 1,
            (SecretKind.Key, ValueKind.Word) when place == SecretPlace.Setting && value.Length >= 16 && value.IndexOf("://", StringComparison.Ordinal) < 0 && value[0] != '/' => 1,
            _ => null,
        };
    }

    /// <summary>Reports the value of something that a name says is a secret.</summary>
    public void Named(string name, int length, TextSpan span, int lowers, in Sink sink) =>
        Report(span, lowers, sink, MessageArg.Text(Texts.SecretNamed, name, Number(length)));

    /// <summary>Reports a value that is handed to something that takes nothing but credentials.</summary>
    public void HandedTo(string receiver, int length, TextSpan span, int lowers, in Sink sink) =>
        Report(span, lowers, sink, MessageArg.Text(Texts.SecretHandedTo, receiver, Number(length)));

    private static bool IsOneWord(string value) => value.IndexOf(' ') < 0 && value.IndexOf('/') < 0 && value.IndexOf(':') < 0;

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static bool HasUrlPassword(string text) => UrlPasswordSpan(text) is not null;

    // scheme://user:password@host
    private static (TextSpan Password, string User, string Host)? UrlPasswordSpan(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 2)
        {
            return null;
        }

        var start = scheme + 3;
        var end = text.IndexOfAny(['/', '?', '#', ' ', '"', '\''], start);
        end = end < 0 ? text.Length : end;
        var at = text.LastIndexOf('@', end - 1, end - start);
        var colon = at < 0 ? -1 : text.IndexOf(':', start, at - start);
        if (colon < 0 || colon + 1 >= at || at + 1 >= end)
        {
            return null;
        }

        return (TextSpan.FromBounds(colon + 1, at), text.Substring(start, colon - start), text.Substring(at + 1, end - at - 1));
    }

    private bool UrlPassword(PlacedText text, in Sink sink)
    {
        if (UrlPasswordSpan(text.Value) is not var (span, user, host))
        {
            return false;
        }

        var value = text.Value.Substring(span.Start, span.Length);
        if (Weigh(SecretKind.Password, "", value, SecretPlace.Certain) is { } lowers)
        {
            lowers += (value == user && lowers == 0 ? 1 : 0) + (HostOf(host, ConnectionHost.Kind(host)) == HostKind.Local ? 1 : 0);
            Report(text.Place(span), lowers, sink, MessageArg.Text(Texts.SecretUrl, Number(value.Length)));
        }

        return true;
    }

    private void Credential(ConnectionPair pair, ConnectionString connection, PlacedText text, HostKind host, in Sink sink)
    {
        var kind = pair.Name switch
        {
            "password" or "pwd" or "passwd" or "certificatepassword" or "sslpassword" => SecretKind.Password,
            "accountkey" or "sharedaccesskey" or "clientsecret" => SecretKind.Key,
            _ => SecretKind.None,
        };
        _secrets.Inspected();
        if (Weigh(kind, pair.Key, pair.Value, SecretPlace.Certain) is not { } lowers)
        {
            return;
        }

        // The keys of Azure are made by a program; a word there is a name.
        if (kind == SecretKind.Key && SecretValues.Kind(pair.Value) is not (ValueKind.Random or ValueKind.Mixed))
        {
            return;
        }

        if (lowers == 0 && connection.Pairs.Any(p => p.Name is "username" or "userid" or "user" or "uid" && p.Value == pair.Value))
        {
            lowers = 1;
        }

        lowers += host == HostKind.Local ? 1 : 0;
        Report(text.Place(pair.ValueSpan), lowers, sink, MessageArg.Text(Texts.SecretConnection, pair.Key, Number(pair.Value.Length)));
    }

    private static void Report(TextSpan span, int lowers, in Sink sink, MessageArg what)
    {
        lowers += sink.SecretLowers;
        if (lowers < 2)
        {
            sink.Report(KkDiagnostic.Create(RuleCatalog.KK4402, sink.At(span), lowers == 0 ? null : DiagnosticSeverity.Info, null, null, what));
        }
    }
}

/// <summary>Where findings of one place go.</summary>
/// <param name="At">Makes a location in the file.</param>
/// <param name="Report">Takes a diagnostic.</param>
/// <param name="Lowers">How many things make what stands there less serious.</param>
/// <param name="SecretLowers">The same for secrets.</param>
internal readonly record struct Sink(Func<TextSpan, Location> At, Action<Diagnostic> Report, int Lowers, int SecretLowers);
