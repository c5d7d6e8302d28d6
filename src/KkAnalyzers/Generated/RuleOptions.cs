// Written by KkAnalyzers.Generator from src/KkAnalyzers.Catalog. Not marked as generated: release tracking must see it.
using System.Collections.Immutable;
using KkAnalyzers.Infrastructure;

namespace KkAnalyzers;

internal static class RuleOptions
{
    public static readonly ImmutableArray<RuleOption> All = ImmutableArray.Create(new[]
    {
        new RuleOption("KK3201", "ignored_members", "list", ""),
        new RuleOption("KK3204", "ignored_names", "list", ""),
        new RuleOption("KK3205", "ignored_kinds", "list", ""),
        new RuleOption("KK3207", "ways_out_elsewhere", "list", ""),
        new RuleOption("KK3208", "ignored_names", "list", ""),
        new RuleOption("KK4101", "silent_methods", "list", ""),
        new RuleOption("KK4101", "handled_exceptions", "list", ""),
        new RuleOption("KK4204", "ignored_vendors", "list", ""),
        new RuleOption("KK4301", "protecting_methods", "list", ""),
        new RuleOption("KK4301", "confidence", "choice", "high named low review"),
        new RuleOption("KK4301", "ignored_categories", "list", ""),
        new RuleOption("KK4302", "encrypting_names", "list", ""),
        new RuleOption("KK4304", "protecting_methods", "list", ""),
        new RuleOption("KK4304", "confidence", "choice", "high named low review"),
        new RuleOption("KK4304", "ignored_categories", "list", ""),
        new RuleOption("KK4305", "protecting_methods", "list", ""),
        new RuleOption("KK4305", "confidence", "choice", "high named low review"),
        new RuleOption("KK4305", "ignored_categories", "list", ""),
        new RuleOption("KK4306", "protecting_methods", "list", ""),
        new RuleOption("KK4306", "confidence", "choice", "high named low review"),
        new RuleOption("KK4306", "ignored_categories", "list", ""),
        new RuleOption("KK4307", "protecting_methods", "list", ""),
        new RuleOption("KK4307", "confidence", "choice", "high named low review"),
        new RuleOption("KK4307", "ignored_categories", "list", ""),
        new RuleOption("KK4308", "protecting_methods", "list", ""),
        new RuleOption("KK4308", "confidence", "choice", "high named low review"),
        new RuleOption("KK4308", "ignored_categories", "list", ""),
        new RuleOption("KK4309", "allowed_numbers", "list", ""),
        new RuleOption("KK4310", "protecting_methods", "list", ""),
        new RuleOption("KK4310", "confidence", "choice", "high named low review"),
        new RuleOption("KK4310", "ignored_categories", "list", ""),
        new RuleOption("KK4314", "local_hosts", "list", ""),
        new RuleOption("KK4317", "deleting_methods", "list", ""),
        new RuleOption("KK4402", "ignored_values", "list", ""),
        new RuleOption("KK4501", "authorizing_attributes", "list", ""),
        new RuleOption("KK4501", "authorizing_methods", "list", ""),
        new RuleOption("KK4502", "public_types", "list", ""),
        new RuleOption("KK4509", "checking_methods", "list", ""),
    });
}
