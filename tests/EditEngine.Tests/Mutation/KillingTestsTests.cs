using EditEngine.Analysis.Mutation;
using EditEngine.Compiler.Notation;
using EditEngine.Tests.Boundaries;
using Xunit;

namespace EditEngine.Tests.Mutation;

public sealed class KillingTestsTests
{
    [Fact]
    public void A_test_is_found_for_each_change_that_none_notices_and_notices_it()
    {
        MutationReport report = Run(VisitRules.Text);
        MutantOutcome[] survivors = [.. report.Mutants.Where(mutant => mutant.KilledBy is null)];
        Assert.Contains(survivors, mutant => mutant.Words == "VISIT is effective from 2023-12-31 instead of 2024-01-01" && mutant.Killer is not null);
        Assert.Contains(survivors, mutant => mutant.Words == "57 leaves @bypass" && mutant.Killer is not null);
        string text = VisitRules.Text;
        int number = 0;
        foreach (MutantOutcome survivor in survivors)
        {
            Assert.True(survivor.Killer is not null || survivor.Tried > 500, survivor.Words);
            text = survivor.Killer is null ? text : VisitRules.With(text, "VISIT", survivor.Killer with { Title = $"killer {++number}" });
        }

        MutationReport after = Run(text);
        string[] left = [.. after.Mutants.Where(mutant => mutant.KilledBy is null).Select(mutant => mutant.Words)];
        Assert.Equal(survivors.Where(survivor => survivor.Killer is null).Select(survivor => survivor.Words), left.Intersect(survivors.Select(survivor => survivor.Words)));
    }

    private static MutationReport Run(string text)
    {
        CompileResult compiled = VisitRules.Compile(text);
        MutationRun run = new(compiled, compiled.Pack!, ["one.edit"], place => text.Substring(place.Start, place.Length)); // It compiled.
        Assert.Empty(run.Failing);
        System.Collections.Immutable.ImmutableArray<Mutant> mutants = run.MutantsOf(_ => true);
        return run.WithKillers(mutants, run.Run(mutants), TestFacts.None);
    }
}
