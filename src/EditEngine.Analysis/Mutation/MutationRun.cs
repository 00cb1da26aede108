using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Stacks;

namespace EditEngine.Analysis.Mutation;

/// <summary>Runs the tests of a pack on its mutants. A mutant is a change of bound edits: nothing is parsed, bound or compiled for it.</summary>
internal sealed class MutationRun
{
    private readonly PreparedPack _pack;
    private readonly ImmutableArray<EditTests> _declared;
    private readonly ImmutableArray<PreparedTest> _tests;
    private readonly MutationMaterial _material;
    private readonly HashSet<string> _ownFiles;
    private readonly ILookup<string, SourceSpan> _declarations;
    private long _runs;

    /// <param name="compiled">A pack without errors.</param>
    /// <param name="pack">Its rules.</param>
    /// <param name="ownFiles">Names of the files that are the pack's own, as in places.</param>
    /// <param name="textAt">The text at a place of the rules.</param>
    public MutationRun(CompileResult compiled, BoundPack pack, IEnumerable<string> ownFiles, Func<SourceSpan, string> textAt)
    {
        _pack = new PreparedPack(pack);
        _declared = compiled.Tests;
        _ownFiles = [.. ownFiles];
        _tests =
        [
            .. compiled.Tests.SelectMany(edit => edit.Cases.Where(test => test.Claim is not null).Select(test => (edit.Edit, Test: test)))
                .AsParallel().AsOrdered().Select(one => DeepStack.Run(() => new PreparedTest(_pack, one.Edit, one.Test))),
        ];
        // A test that takes its values from a set or table changes with it.
        _declarations = pack.CodeSets.Select(set => (set.Name, set.Place)).Concat(pack.Tables.Select(table => (table.Name, table.Place))).ToLookup(one => one.Name, one => one.Place, StringComparer.Ordinal);
        _material = new MutationMaterial(pack, textAt, CodesOf(compiled.Tests));
    }

    /// <summary>Tests that fail as the pack is: what they would notice of a mutant is not known.</summary>
    public ImmutableArray<NamedTest> Failing => [.. _tests.Where(test => !test.Passes).Select(Named)];

    /// <summary>The mutants.</summary>
    /// <param name="takes">Whether changes of an edit are wanted.</param>
    public ImmutableArray<Mutant> MutantsOf(Func<string, bool> takes) => DeepStack.Run(() => Mutants.Of(_material, _ownFiles.Contains, edit => takes(edit.Id)));

    /// <summary>Runs the tests on mutants, over all processors; the report does not hang on how many there are.</summary>
    public MutationReport Run(ImmutableArray<Mutant> mutants)
    {
        _runs = 0;
        ImmutableArray<MutantOutcome> outcomes =
        [
            .. mutants.AsParallel().AsOrdered().Select(mutant => DeepStack.Run(() =>
                new MutantOutcome([.. mutant.Edits.Select(one => one.Edit.Id)], mutant.Place, mutant.Words, KillerOf(mutant) is PreparedTest killer ? Named(killer) : null))),
        ];
        return new MutationReport(outcomes, _runs);
    }

    // The tests beside the changed edits are the likeliest to notice.
    private PreparedTest? KillerOf(Mutant mutant)
    {
        HashSet<string> edits = [.. mutant.Edits.Select(one => one.Edit.Id)];
        PreparedTest[] telling = [.. _tests.Where(test => test.Test.Over is not string over || !_declarations[over].Contains(mutant.Place))];
        return telling.Where(test => edits.Contains(test.Edit)).Concat(telling.Where(test => !edits.Contains(test.Edit))).FirstOrDefault(test =>
        {
            Interlocked.Increment(ref _runs);
            return !test.PassesWith(mutant.Edits);
        });
    }

    /// <summary>The report with a test for each change that none notices, where one is found.</summary>
    /// <param name="mutants">The mutants that were run.</param>
    /// <param name="report">What the tests noticed of them.</param>
    /// <param name="facts">The facts that the pack declares.</param>
    public MutationReport WithKillers(ImmutableArray<Mutant> mutants, MutationReport report, TestFacts facts)
    {
        KillingTests killing = new(_pack, _declared, facts);
        return report with
        {
            Mutants =
            [
                .. report.Mutants.Zip(mutants).AsParallel().AsOrdered().Select(one => one.First.KilledBy is not null ? one.First : DeepStack.Run(() =>
                    one.First with { Killer = killing.Of(one.Second, out int tried, out bool differs), Tried = tried, IsBeyondTests = differs })),
            ],
        };
    }

    private static NamedTest Named(PreparedTest test) => new(test.Edit, test.Test.Title, test.Test.Place);

    private static ILookup<string, Code> CodesOf(ImmutableArray<EditTests> tests) =>
        tests.SelectMany(edit => edit.Cases.Select(test => test.Claim).OfType<Claim>().SelectMany(MutationMaterial.CodesOf).Select(code => (edit.Edit, Code: code)))
            .ToLookup(one => one.Edit, one => one.Code, StringComparer.Ordinal);
}
