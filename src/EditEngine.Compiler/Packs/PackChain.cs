using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>Follows <c>extends</c> to the base, among the packs below the nearest root.</summary>
internal sealed class PackChain(RuleFileReader files, ImmutableArray<Diagnostic>.Builder diagnostics)
{
    private readonly Dictionary<string, ImmutableArray<FoundPack>> _found = new(StringComparer.Ordinal);

    /// <summary>The packs, base first; as far as they were found.</summary>
    public ImmutableArray<PackUnit> Of(PackUnit pack)
    {
        List<PackUnit> chain = [];
        for (PackUnit? next = pack; next is not null;)
        {
            chain.Insert(0, next);
            ReportSecondClauses(next);
            next = next.Extends is NameSyntax name ? BaseOf(next, name, chain) : null;
        }

        return [.. chain];
    }

    private PackUnit? BaseOf(PackUnit pack, NameSyntax name, List<PackUnit> chain)
    {
        SourceSpan place = pack.Clauses[0].File.Source!.PlaceOf(name.Span); // A file with a clause has a text.
        if (PackReader.RootAbove(pack.Folder) is not string root)
        {
            diagnostics.Add(PackDiagnostics.NoRoot(place, name.Text));
            return null;
        }

        if (!_found.TryGetValue(root, out ImmutableArray<FoundPack> all))
        {
            all = PackSearch.Below(root, files);
            _found.Add(root, all);
        }

        FoundPack[] named = [.. all.Where(found => found.Name == name.Text)];
        if (named.Length == 0)
        {
            string shown = Path.GetFileName(root) is { Length: > 0 } last ? last : root;
            diagnostics.Add(PackDiagnostics.BaseNotFound(place, name.Text, shown, [.. all.Select(found => found.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
            return null;
        }

        if (named.Length > 1)
        {
            diagnostics.Add(PackDiagnostics.BaseTwice(place, name.Text, named.Select(found => files.NameOf(found.File)).Order(StringComparer.Ordinal)));
            return null;
        }

        RuleFile file = files.Read(named[0].File);
        PackUnit unit = PackUnit.Of(PackFolder.Read(named[0].Folder, files));
        int before = chain.FindIndex(known => known.Key == unit.Key || known.Files.Contains(file));
        if (before >= 0)
        {
            IEnumerable<string> circle = chain.Take(before + 1).Select(known => known.Name).Reverse().Append(unit.Name);
            diagnostics.Add(PackDiagnostics.Circle(place, circle));
            return null;
        }

        return unit;
    }

    private void ReportSecondClauses(PackUnit pack)
    {
        foreach ((RuleFile file, PackSyntax clause) in pack.Clauses.Skip(1))
        {
            SourceSpan first = pack.Clauses[0].File.Source!.PlaceOf(pack.Clauses[0].Clause.Span); // Files with a clause have a text.
            diagnostics.Add(PackDiagnostics.TwoPackClauses(file.Source!.PlaceOf(clause.Span), first));
        }
    }
}
