using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using KkAnalyzers.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KkAnalyzers.Trackers;

/// <summary>An SDK of the tracker list among the packages and assemblies of a project.</summary>
/// <param name="Tracker">Its line of the list.</param>
/// <param name="Name">Package id or assembly name.</param>
/// <param name="Surface">What it was seen as: <c>package</c>, <c>assembly</c> or <c>namespace</c>.</param>
/// <param name="Namespace">The namespace by which an assembly was seen, as it is spelled there; empty otherwise.</param>
/// <param name="Package">The package that it is or comes from; null for an assembly of which no package is known.</param>
internal sealed record SdkReference(Tracker Tracker, string Name, string Surface, string Namespace, ResolvedPackage? Package)
{
    /// <summary>The project asks for it itself, as far as anybody wrote down.</summary>
    public bool IsDirect => Package?.IsDirect ?? true;

    /// <summary>What a project file would name.</summary>
    public string Root => Package?.Root ?? Name;

    public MessageArg Subject => MessageArg.Text(Surface == "package" ? Texts.SubjectPackage : Texts.SubjectAssembly, Name);
}

/// <summary>
/// The SDKs of the tracker list that a compilation can use: one walk over packages and references for all rules. Assemblies are
/// read too, for bindings that people make themselves and for builds without package facts; what a package line already said is
/// not said again.
/// </summary>
internal sealed class SdkReferences
{
    // A cache, not state: the key is the compilation, and the entry dies with it.
    private static readonly ConditionalWeakTable<Compilation, SdkReferences> Cache = new();

    // Whole assemblies of a tracker, and those of which only the listed namespaces or types belong to one (null).
    private readonly Dictionary<IAssemblySymbol, Tracker?> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamespaceSymbol, Tracker?> _namespaces = new(SymbolEqualityComparer.Default);
    private readonly TrackerList _list;

    private SdkReferences(KkContext context)
    {
        _list = TrackerList.For(context);
        var packages = PackageFacts.Read(context);
        var all = ImmutableArray.CreateBuilder<SdkReference>();
        foreach (var package in packages)
        {
            Inspected++;
            if (_list.Package(package.Id) is { } tracker)
            {
                all.Add(new(tracker, package.Id, "package", "", package));
            }
        }

        var listed = all.ToImmutable();
        foreach (var reference in context.Compilation.References)
        {
            if (context.Compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                Inspected++;
                Add(assembly, reference.Display ?? "");
            }
        }

        All = all.ToImmutable();

        void Add(IAssemblySymbol assembly, string path)
        {
            var from = listed.FirstOrDefault(l => l.Name.Equals(assembly.Name, StringComparison.OrdinalIgnoreCase) || IsFrom(path, l.Package!));
            if (_list.Assembly(assembly.Name) is { } byName)
            {
                _assemblies[assembly] = byName;
                if (from is null)
                {
                    all.Add(new(byName, assembly.Name, "assembly", "", PackageOf(path)));
                }

                return;
            }

            if (from is not null)
            {
                _assemblies[assembly] = from.Tracker;
                return;
            }

            foreach (var (tracker, found) in _list.Declared(assembly))
            {
                _assemblies[assembly] = null;
                if (found is INamespaceSymbol)
                {
                    all.Add(new(tracker, assembly.Name, "namespace", found.ToDisplayString(), PackageOf(path)));
                }
            }
        }

        ResolvedPackage? PackageOf(string path) => packages.FirstOrDefault(p => IsFrom(path, p));
    }

    /// <summary>Packages first, then assemblies that no listed package brought.</summary>
    public ImmutableArray<SdkReference> All { get; }

    /// <summary>How many packages and assemblies were looked at.</summary>
    public int Inspected { get; }

    /// <summary>False when no code of this compilation can use anything of the list.</summary>
    public bool HasCode => _assemblies.Count > 0;

    public static SdkReferences For(KkContext context) => Cache.GetValue(context.Compilation, _ => new SdkReferences(context));

    /// <summary>The tracker that a type belongs to; null for all other types.</summary>
    public Tracker? Of(INamedTypeSymbol type)
    {
        if (type.ContainingAssembly is not { } assembly || !_assemblies.TryGetValue(assembly, out var whole))
        {
            return null;
        }

        if (whole is not null)
        {
            return whole;
        }

        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        return type.ContainingNamespace is not { IsGlobalNamespace: false } container ? null
            : _namespaces.GetOrAdd(container, n => _list.NamespaceOf(n.ToDisplayString())) ?? _list.Type(container.ToDisplayString() + "." + type.Name);
    }

    // A restored assembly lies in a folder …/id/version/….
    private static bool IsFrom(string path, ResolvedPackage package)
    {
        for (var at = path.IndexOf(package.Id, StringComparison.OrdinalIgnoreCase); at >= 0; at = path.IndexOf(package.Id, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var version = at + package.Id.Length + 1;
            if (at > 0 && IsSlash(at - 1) && IsSlash(version - 1) && IsSlash(version + package.Version.Length)
                && string.Compare(path, version, package.Version, 0, package.Version.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return true;
            }
        }

        return false;

        bool IsSlash(int index) => index < path.Length && path[index] is '/' or '\\';
    }
}
