using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Comparison;
using EditEngine.Analysis.Mutation;
using EditEngine.Analysis.Testing;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;
using EditEngine.Tests.Boundaries;
using Xunit;

namespace EditEngine.Tests.Comparison;

public sealed class ChangeBoundsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("v.units > 1", "v.units >= 1", 1)]
    [InlineData("v.units > 1", "v.units > 2", 2)]
    [InlineData("v.units > 1", "v.units > 1 and v.units > 0", 0)]
    [InlineData("v.units > 1", "v.units in 2 .. 3", 2)]
    [InlineData("v.units > 1", "v.charge > $5.00", 3)]
    [InlineData("and v.units > 1", "", 1)]
    [InlineData("and v.units > 1", "and v.units > 1 and v.emergency", 2)]
    [InlineData("x.procedure = 11721", "x.procedure in { 11720, 11721 }", 1)]
    [InlineData("x.procedure = 11721", "x.procedure in { 11720, 11722 }", 3)]
    [InlineData("{ 99211-99215 }", "{ 99211-99214 }", 2)]
    [InlineData("{ 25, 57 }", "{ 57, 25 }", 0)]
    [InlineData("v.procedure in { 99211-99215 }", "v.procedure not in { 99211-99215 }", 3)]
    [InlineData("{ 25, 57 }", "{ 25 }", 1)]
    [InlineData("{ 25, 57 }", "{ 25, 57, 59 }", 2)]
    [InlineData("{ 25, 57 }", "{ 25, 59 }", 3)]
    [InlineData("because \"distinct\"", "because \"another\"", 0)]
    [InlineData("  unless    v has modifier in @bypass  because \"distinct\"\n", "", 1)]
    [InlineData("because \"distinct\"", "because \"distinct\" until 2030-01-01", 1)]
    [InlineData("effective 2024-01-01 ..", "effective 2024-01-02 ..", 2)]
    [InlineData("effective 2024-01-01 ..", "effective 2023-01-01 .. 2024-12-31", 3)]
    [InlineData("  with same date", "", 1)]
    [InlineData("professional line v", "line v", 1)]
    [InlineData("deny v  reason BUNDLED", "warn v", null)]
    [InlineData("then      deny v  reason BUNDLED", "then      deny v  reason BUNDLED\n  otherwise when v.units > 9\n  then      deny v  reason UNITS", null)]
    public void A_change_can_go_only_in_some_directions(string text, string other, int? directions)
    {
        Assert.Contains(text, VisitRules.Text, StringComparison.Ordinal);
        BoundEdit old = VisitRules.Compile(VisitRules.Text).Pack!.Edits[0]; // It compiled.
        BoundEdit now = VisitRules.Compile(VisitRules.Text.Replace(text, other, StringComparison.Ordinal)).Pack!.Edits[0];
        Assert.Equal((Verdict?)directions, ChangeBounds.Of(old, now));
    }

    // Of every twentieth small change of all packs beside the code: no claim goes where the rules say that none can.
    [Fact]
    public void No_claim_shows_a_direction_that_is_ruled_out()
    {
        int change = 0;
        int bounded = 0;
        int narrow = 0;
        foreach ((PackSources sources, CompileResult compiled) in BoundaryPacks.All())
        {
            PreparedPack pack = new(compiled.Pack!); // Only such packs are given.
            if (!pack.AreEditsApart)
            {
                continue;
            }

            MutationMaterial material = new(pack.Pack, _ => "", Array.Empty<Code>().ToLookup(_ => "", StringComparer.Ordinal));
            foreach (Mutant mutant in Mutants.Of(material, _ => true, _ => true).Where(_ => change++ % 20 == 0))
            {
                (int position, BoundEdit changed) = mutant.Edits[0];
                if (ChangeBounds.Of(pack.Pack.Edits[position], changed) is not Verdict possible)
                {
                    continue;
                }

                bounded++;
                narrow += possible == (Verdict.Stricter | Verdict.Looser) ? 0 : 1;
                BoundaryClaims claims = new(pack, position, changed);
                claims.Search(GeneratedTests.SeedsOf(compiled.Tests, claims.Edit.Id), 120);
                foreach (DatedClaim claim in claims.Tried)
                {
                    HashSet<FindingTarget> before = Fired(pack, position, pack.Pack.Edits[position], claim);
                    HashSet<FindingTarget> after = Fired(pack, position, changed, claim);
                    Assert.True(possible.HasFlag(Verdict.Stricter) || after.IsSubsetOf(before), $"{mutant.Place} {mutant.Words} is stricter on {string.Join('\n', new ClaimTextWriter(PackFacts.Of(sources)).Write(claim.Claim, claim.AsOf).Lines)}");
                    Assert.True(possible.HasFlag(Verdict.Looser) || before.IsSubsetOf(after), $"{mutant.Place} {mutant.Words} is looser on {string.Join('\n', new ClaimTextWriter(PackFacts.Of(sources)).Write(claim.Claim, claim.AsOf).Lines)}");
                }
            }
        }

        output.WriteLine($"{bounded} changes, {narrow} of them in one direction only");
        Assert.True(narrow > 25, $"{bounded} changes, {narrow} in one direction");
    }

    private static HashSet<FindingTarget> Fired(PreparedPack pack, int position, BoundEdit edit, DatedClaim claim) =>
        [.. pack.Find(position, edit, claim.Claim, claim.AsOf).Drafts.Where(draft => draft.State == FindingState.Active).Select(FindingTarget.Of)];
}
