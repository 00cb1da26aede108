using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>Reads the claims that packs name, each by itself: a mistake is told where it is written, and not by each test that takes the claim over.</summary>
internal static class NamedClaimReader
{
    /// <summary>The claims, by their titles.</summary>
    /// <param name="declared">Those of all packs, the base's first.</param>
    /// <param name="own">The pack whose mistakes are told; those of its bases are told of them.</param>
    /// <param name="facts">The facts that the pack declares.</param>
    /// <param name="diagnostics">What is wrong.</param>
    public static NamedClaims Read(ImmutableArray<NamedClaim> declared, int own, TestFacts facts, out ImmutableArray<Diagnostic> diagnostics)
    {
        List<Diagnostic> found = [];
        Dictionary<string, NamedClaim> byTitle = new(StringComparer.Ordinal);
        foreach (NamedClaim claim in declared)
        {
            if (byTitle.TryGetValue(claim.Title, out NamedClaim? other) && other.Pack == claim.Pack)
            {
                found.AddRange(claim.Pack == own ? [TestDiagnostics.NamedTwice(claim.Source.PlaceOf(claim.Syntax.Title.Span), claim.Title, other.Source.PlaceOf(other.Syntax.Title.Span))] : []);
                continue;
            }

            byTitle[claim.Title] = claim;
        }

        NamedClaims all = new(byTitle, ImmutableHashSet<string>.Empty);
        HashSet<string> broken = new(StringComparer.Ordinal);
        foreach (NamedClaim claim in declared.Where(one => ReferenceEquals(all.Find(one.Title), one)))
        {
            ImmutableArray<Diagnostic> mistakes = Mistakes(claim, all, declared, facts);
            if (!mistakes.IsEmpty)
            {
                broken.Add(claim.Title);
                found.AddRange(claim.Pack == own ? mistakes : []);
            }
        }

        // A line that several claims take over is told of once; so is a circle, at the first of its claims.
        diagnostics = [.. found.DistinctBy(one => (one.Id, one.Place))];
        return new NamedClaims(byTitle, broken);
    }

    private static ImmutableArray<Diagnostic> Mistakes(NamedClaim claim, NamedClaims all, ImmutableArray<NamedClaim> declared, TestFacts facts)
    {
        if (CircleOf(claim, all) is { IsEmpty: false } circle)
        {
            NamedClaim first = circle.MinBy(one => declared.IndexOf(one))!; // It is not empty.
            return [TestDiagnostics.CircleOfClaims(first.Source.PlaceOf(first.Syntax.Title.Span), first.Title)];
        }

        NotationReport report = new(claim.Source);
        TestReader reader = new(facts, report);
        foreach (WrittenLine line in ClaimOfTest.LinesOf(claim, all, report))
        {
            if (ClaimOfTest.FirstWord(line.Text) == "expect")
            {
                report.Add(TestDiagnostics.NamedExpects(line.Place));
                continue;
            }

            reader.Read(TestLine.Fill(line, null, report));
        }

        reader.ToClaim($"The name \"{claim.Title}\"", claim.Source.PlaceOf(claim.Syntax.Title.Span));
        return report.ToImmutable();
    }

    // A claim takes over one other at most: the way from it ends, or comes round.
    private static ImmutableArray<NamedClaim> CircleOf(NamedClaim claim, NamedClaims all)
    {
        List<NamedClaim> way = [];
        for (NamedClaim? at = claim; at is not null; at = Next(at, all))
        {
            if (way.IndexOf(at) is var known and >= 0)
            {
                return [.. way[known..]];
            }

            way.Add(at);
        }

        return [];
    }

    private static NamedClaim? Next(NamedClaim claim, NamedClaims all) =>
        claim.Syntax.Body.Select(ClaimOfTest.TitleIn).FirstOrDefault(title => title is not null) is string title ? all.Find(title) : null;
}
