using System.Diagnostics;
using EditEngine.Claims;
using EditEngine.Cli.Outputs;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Interpretation;
using EditEngine.Formats.Batch;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>How claims are decided: results are the same.</summary>
/// <param name="Interprets">By walking the rules.</param>
/// <param name="UsesIndex">Edits that cannot concern a claim are not run.</param>
internal sealed record EvaluationChoice(bool Interprets, bool UsesIndex)
{
    public static readonly EvaluationChoice Default = new(Interprets: false, UsesIndex: true);

    /// <summary>What each edit may look at on one claim. The interpreter has no budget.</summary>
    public long Budget { get; init; } = EvaluatorOptions.DefaultBudget;

    /// <summary>Where compiled code is kept; null: nowhere.</summary>
    public CodeFile? Code { get; init; }

    /// <summary>Edits that read history are not evaluated where none was supplied.</summary>
    public bool RequireHistory { get; init; }
}

/// <summary>Decides a claim; where there is nothing to say of it, without a result.</summary>
/// <returns>The result, or null: then <paramref name="clean"/> is what there is to say.</returns>
internal delegate Result? Deciding(Claim claim, out CleanResult clean);

/// <summary>Makes what decides claims. The one place that knows there is a choice.</summary>
internal static class EvaluatorFactory
{
    /// <summary>Decides a claim at a date by walking the rules, actions on history included. Safe from any thread.</summary>
    /// <param name="pack">A pack without errors.</param>
    public static Func<Claim, DateOnly, Result> Interpreting(BoundPack pack) => InterpreterOf(pack, EvaluationChoice.Default).Evaluate;

    /// <summary>Decides a claim at a date by what runs, actions on history included: as <see cref="Interpreting"/> does, faster. Safe from any thread.</summary>
    /// <param name="rules">What runs.</param>
    public static Func<Claim, DateOnly, Result> Running(RulePack rules)
    {
        ThreadLocal<Evaluator> evaluators = new(() => rules.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, Budget = EvaluatorOptions.NoBudget }));
        return (claim, asOf) => evaluators.Value!.Evaluate(claim, asOf); // It was made just now.
    }

    /// <summary>A maker of evaluators, one for each thread; each is given what stops it.</summary>
    /// <param name="rules">What runs.</param>
    /// <param name="walked">Its rules, where they are to be walked.</param>
    /// <param name="asOf">The date of the run; null: each claim's own.</param>
    /// <param name="choice">How.</param>
    public static Func<CancellationToken, Deciding> Of(RulePack rules, BoundPack? walked, DateOnly? asOf, EvaluationChoice choice)
    {
        // INVARIANT: ClaimScreen lets no claim through that has no date of its own, unless the run has one.
        DateOnly DateOf(Claim claim) => asOf ?? AsOfDate.Of(claim)!.Value;
        if (choice.Interprets)
        {
            Interpreter interpreter = InterpreterOf(walked!, choice); // The run asked for it.
            return stop => (Claim claim, out CleanResult clean) =>
            {
                clean = default;
                return interpreter.Evaluate(claim, DateOf(claim), stop);
            };
        }

        CodeWhenReady code = new(rules, choice.Code);
        EvaluatorOptions options = new() { UsesIndex = choice.UsesIndex, HistoryActions = true, RequireHistory = choice.RequireHistory };
        return stop =>
        {
            Evaluator evaluator = rules.CreateEvaluator(options);
            int claims = 0;
            return (Claim claim, out CleanResult clean) =>
            {
                bool isTimed = code.IsAwaited && ++claims % CodeWhenReady.ClaimsALook == 0;
                long began = isTimed ? Stopwatch.GetTimestamp() : 0;
                Result? result = evaluator.EvaluateFound(claim, DateOf(claim), choice.Budget, stop, out clean);
                if (isTimed)
                {
                    code.CountClaims(Stopwatch.GetTimestamp() - began);
                }

                return result;
            };
        };
    }

    /// <summary>Has a pack compiled beside a run that is long enough to gain by it; the executor decides until it is ready.</summary>
    private sealed class CodeWhenReady(RulePack pack, CodeFile? file)
    {
        /// <summary>One claim of so many is timed, and stands for all of them.</summary>
        public const int ClaimsALook = 16;

        // Loading what was compiled before takes a fraction of compiling.
        private const int ClaimsBeforeLoading = 500;

        // Compiling takes up to four times as long, on one core. What is not kept must pay in this run: whenever it ends, it has spent at most twice what it
        // would have, had it known. What is kept is paid once, and all runs that follow begin with it.
        private readonly long _ticksBeforeCompiling = (file is null ? 4 : 1) * Stopwatch.Frequency;

        private readonly bool _isKept = file is { IsThere: true };

        private long _ticks;
        private int _claims;
        private int _isBegun;

        /// <summary>It was not begun yet.</summary>
        public bool IsAwaited => Volatile.Read(ref _isBegun) == 0;

        /// <summary>Counts <see cref="ClaimsALook"/> claims, of which one took so long.</summary>
        public void CountClaims(long ticks)
        {
            bool isWorthIt = _isKept
                ? Interlocked.Add(ref _claims, ClaimsALook) >= ClaimsBeforeLoading
                : Interlocked.Add(ref _ticks, ticks * ClaimsALook) >= _ticksBeforeCompiling;
            if (isWorthIt && Interlocked.Exchange(ref _isBegun, 1) == 0)
            {
                Task.Run(() => PackCompiler.Compile(pack, file));
            }
        }
    }

    private static Interpreter InterpreterOf(BoundPack pack, EvaluationChoice choice) =>
        new(pack, RulePack.LabelOf(pack.Name, pack.Version, PackFingerprint.HashOf(pack)), historyActions: true) { RequireHistory = choice.RequireHistory };
}
