using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Mutation;

/// <summary>What the tests of a pack notice of its mutants.</summary>
/// <param name="Mutants">By file and place.</param>
/// <param name="Runs">How many times a test was run on a mutant.</param>
internal sealed record MutationReport(ImmutableArray<MutantOutcome> Mutants, long Runs)
{
    /// <summary>How many some test notices.</summary>
    public int Killed => Mutants.Count(mutant => mutant.KilledBy is not null);

    /// <summary>The share that is noticed, 0 to 1; 1 where there is no mutant.</summary>
    public double Score => Mutants.IsEmpty ? 1 : (double)Killed / Mutants.Length;
}

/// <summary>A mutant, and what became of it.</summary>
/// <param name="Edits">Ids of the edits that are others, in the order of the pack.</param>
/// <param name="Place">What was changed.</param>
/// <param name="Words">The change, to be read after "no test notices when".</param>
/// <param name="KilledBy">The first test that fails; null: none does.</param>
/// <param name="Killer">Of a change that no test notices, one that would; null: none was found.</param>
/// <param name="Tried">How many claims were run to find it.</param>
internal sealed record MutantOutcome(ImmutableArray<string> Edits, SourceSpan Place, string Words, NamedTest? KilledBy, GeneratedTest? Killer = null, int Tried = 0)
{
    /// <summary>Where there is no such test: on a claim both differ all the same, in something that no test can expect.</summary>
    public bool IsBeyondTests { get; init; }
}

/// <summary>A test by its name.</summary>
/// <param name="Edit">The edit beside which it stands.</param>
/// <param name="Title">Its title.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record NamedTest(string Edit, string Title, SourceSpan Place);
