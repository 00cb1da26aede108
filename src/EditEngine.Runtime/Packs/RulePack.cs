using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Linking;
using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Packs;

/// <summary>A compiled pack: immutable, shared by threads.</summary>
public sealed class RulePack
{
    private readonly EvaluatorPool _pool;

    /// <summary>A pack of plans.</summary>
    public RulePack(string name, string version, string meaningHash, ImmutableArray<string> phases, ImmutableArray<EditPlan> edits, ReasonMap reasons)
    {
        Name = name;
        Version = version;
        MeaningHash = meaningHash;
        Phases = phases;
        Edits = [.. edits.OrderBy(edit => edit.Header.PhaseIndex)];
        Reasons = reasons;
        Steps = [.. Edits.Select(EditLinker.Link)];
        Index = new EditIndex(Edits);
        ReadsHistory = Edits.Any(edit => edit.ReadsHistory);
        _pool = new EvaluatorPool(this);
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Version.</summary>
    public string Version { get; }

    /// <summary>Hex SHA-256 of what the pack means: its edits, tables and reasons; not its files' names, order, layout or comments.</summary>
    public string MeaningHash { get; }

    /// <summary>name@version#hash, as results show it; twelve signs of the hash.</summary>
    public string Label => LabelOf(Name, Version, MeaningHash);

    /// <summary>Phases in order.</summary>
    public ImmutableArray<string> Phases { get; }

    /// <summary>Edits by phase, then in the pack's order.</summary>
    public ImmutableArray<EditPlan> Edits { get; }

    /// <summary>The reason map.</summary>
    public ReasonMap Reasons { get; }

    /// <summary>What runs each edit.</summary>
    internal ImmutableArray<EditSteps> Steps { get; }

    /// <summary>Which edits can concern a claim.</summary>
    internal EditIndex Index { get; }

    /// <summary>Some edit runs over lines of history.</summary>
    public bool ReadsHistory { get; }

    /// <summary>The label of a pack.</summary>
    public static string LabelOf(string name, string version, string meaningHash) => $"{name}@{version}#{meaningHash[..Math.Min(12, meaningHash.Length)]}";

    /// <summary>An evaluator of this pack: cheap, for one thread, to be used again and again.</summary>
    public Evaluator CreateEvaluator(EvaluatorOptions options) => new(this, options);

    /// <summary>An evaluator as a host wants it: with the index, without actions on history.</summary>
    public Evaluator CreateEvaluator() => new(this, EvaluatorOptions.Default);

    /// <summary>Decides a claim as an evaluator of <see cref="CreateEvaluator()"/> does, on any thread: evaluators are made as they are needed and used again.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date: it dates reason maps, expiry and monitoring, nothing else.</param>
    /// <exception cref="ArgumentException"><see cref="Claim.Validate"/> finds an error in the claim.</exception>
    public Result Evaluate(Claim claim, DateOnly asOf) => Evaluate(claim, asOf, EvaluatorOptions.DefaultBudget, CancellationToken.None);

    /// <summary>Decides a claim as an evaluator of <see cref="CreateEvaluator()"/> does, on any thread: evaluators are made as they are needed and used again.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date: it dates reason maps, expiry and monitoring, nothing else.</param>
    /// <param name="budget">How many tuples and members each edit may look at; an edit that would look at more is not evaluated on this claim, and nothing else changes.</param>
    /// <param name="cancellation">Ends the evaluation within milliseconds, without a result.</param>
    /// <exception cref="ArgumentException"><see cref="Claim.Validate"/> finds an error in the claim.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Result Evaluate(Claim claim, DateOnly asOf, long budget, CancellationToken cancellation) => _pool.Evaluate(claim, asOf, budget, cancellation);

    /// <summary>Adds the edits that read history to those that are run.</summary>
    internal void AddHistoryReaders(ulong[] candidates)
    {
        for (int i = 0; i < Edits.Length; i++)
        {
            candidates[i / 64] |= Edits[i].ReadsHistory ? 1UL << (i % 64) : 0;
        }
    }
}
