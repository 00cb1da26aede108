using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Evaluation;
using EditEngine.Outcomes;

namespace EditEngine.Bench.Contests;

/// <summary>A pack in every way that the engine runs it.</summary>
internal sealed class Engine
{
    private static readonly EvaluatorOptions Executor = EvaluatorOptions.Default with { UsesCode = false };

    private readonly RulePack _pack;
    private readonly Dictionary<string, int> _numbers;
    private readonly Claim[] _claims;
    private readonly Evaluator _plan;
    private readonly Evaluator _code;

    /// <param name="bound">The pack.</param>
    /// <param name="claims">What is decided.</param>
    /// <param name="ids">Ids of the edits, by the number that others give them.</param>
    public Engine(BoundPack bound, Claim[] claims, IEnumerable<string> ids)
        : this(Compiled(bound), claims, ids.Select((id, number) => (id, number)).ToDictionary(edit => edit.id, edit => edit.number))
    {
    }

    private Engine(RulePack pack, Claim[] claims, Dictionary<string, int> numbers)
    {
        (_pack, _claims, _numbers) = (pack, claims, numbers);
        _plan = pack.CreateEvaluator(Executor);
        _code = pack.CreateEvaluator();
    }

    /// <summary>Edits that the index leaves of a claim.</summary>
    public double EditsAClaim => _code.EditsRun / (double)_claims.Length;

    /// <summary>Of these, those that compiled code left to the executor.</summary>
    public double LeftAClaim => _code.EditsLeft / (double)_claims.Length;

    /// <summary>How many edits the index left of a claim so far, and how many of those compiled code left to the executor.</summary>
    public string Work => $"Candidates a claim: {EditsAClaim:N2}; {_code.EditsCompiled / (double)_claims.Length:N2} begun by compiled code, of which {LeftAClaim:N2} were left to the executor.";

    public Contestant FindByCode => Contestant.Of("compiled, Find", _claims.Length, i => _code.Find(_claims[i], BenchRun.AsOf).Count);

    public Contestant FindByPlan => Contestant.Of("executor, Find", _claims.Length, i => _plan.Find(_claims[i], BenchRun.AsOf).Count);

    public Contestant Evaluate => Contestant.Of("compiled, Evaluate", _claims.Length, i => _code.Evaluate(_claims[i], BenchRun.AsOf).Findings.Length);

    /// <summary>
    /// Claims that nobody decided yet: what is made of a claim's lines is made in the turn, for they stand in another array. What is made of a history is of a member, who has many claims, and is kept.
    /// </summary>
    public Contestant FindUndecided => Contestant.OfFresh(
        "compiled, Find of claims not decided before",
        _claims.Length,
        i => _claims[i] with { Lines = [.. _claims[i].Lines.AsSpan()] },
        claim => _code.Find(claim, BenchRun.AsOf).Count);

    /// <summary>Evaluates the claims that nothing is found in, or nothing there is to evaluate.</summary>
    public Contestant EvaluateClean()
    {
        Claim[] clean = [.. _claims.Where(claim => _plan.Find(claim, BenchRun.AsOf).Count == 0)];
        return Contestant.Of("compiled, Evaluate of claims without findings", clean.Length, i => _code.Evaluate(clean[i], BenchRun.AsOf).Findings.Length);
    }

    public (string Name, Func<int, Tally> Found)[] Found() =>
    [
        ("executor", i => TallyOf(_plan, i)),
        ("compiled", i => TallyOf(_code, i)),
    ];

    /// <summary>The same pack over other claims.</summary>
    public Engine Over(Claim[] claims) => new(_pack, claims, _numbers);

    private Tally TallyOf(Evaluator evaluator, int claim)
    {
        FindingBuffer found = evaluator.Find(_claims[claim], BenchRun.AsOf);
        Tally tally = default;
        for (int i = 0; i < found.Count; i++)
        {
            tally.Add(_numbers[found[i].Edit.Header.Id], found[i].Line, found[i].State == FindingState.Active);
        }

        return tally;
    }

    private static RulePack Compiled(BoundPack bound)
    {
        RulePack pack = PackLowering.Lower(bound);
        PackCompiler.Compile(pack);
        return pack;
    }
}
