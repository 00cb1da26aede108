using System.Collections.Immutable;
using EditEngine.Analysis.Reporting;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Outcomes;

namespace EditEngine.Workbench.Panes;

/// <summary>One run of a pack over claims, added up.</summary>
/// <param name="rules">The pack.</param>
/// <param name="sources">The claims.</param>
/// <param name="name">What the page calls a file.</param>
internal sealed class FileRun(RulePack rules, ClaimSources sources, Func<string, string> name)
{
    private const int MostProblems = 100;

    private readonly ResultTally _tally = new();
    private readonly List<RunProblem> _problems = [];
    private long _read;
    private long _problemCount;

    /// <summary>Claims so far.</summary>
    public long Read => Volatile.Read(ref _read);

    /// <summary>Runs to the end, or until it is stopped.</summary>
    public RunOutcome Do(CancellationToken stop)
    {
        using DatedClaims dated = new(sources);
        BatchReport report = BatchRun.Run(dated, cancelled => Decide(cancelled), new BatchOutput<Result>(Take, static () => { }), Environment.ProcessorCount, stop);
        foreach (Diagnostic problem in sources.FileProblems)
        {
            Add(problem, null);
        }

        return new RunOutcome(report.Good, report.Bad, report.IsCancelled, ReportShape.Of(_tally.ToReport()), [.. _problems], _problemCount - _problems.Count);
    }

    private Func<Claims.Claim, Result> Decide(CancellationToken stop)
    {
        Evaluator evaluator = rules.CreateEvaluator(new EvaluatorOptions { HistoryActions = true });
        return claim => evaluator.Evaluate(claim, AsOfDate.Of(claim)!.Value, EvaluatorOptions.DefaultBudget, stop); // DatedClaims lets no claim through without one.
    }

    private void Take(ReadClaim read, Result? result)
    {
        Volatile.Write(ref _read, _read + 1);
        foreach (Diagnostic problem in read.Problems)
        {
            Add(problem, read.Id);
        }

        if (result is not null)
        {
            _tally.Add(result, read.Claim);
        }
    }

    private void Add(Diagnostic problem, string? claim)
    {
        _problemCount++;
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new RunProblem(problem.Id, problem.Severity, ShownProblem.Named(problem.Place, name)?.ToString(), claim, problem.Message));
        }
    }
}

/// <summary>What is wrong with a claim or a file of a run.</summary>
internal sealed record RunProblem(string Id, Severity Severity, string? Place, string? Claim, string Message);

/// <summary>What came of a run.</summary>
/// <param name="Good">Claims that were decided.</param>
/// <param name="Bad">Claims that could not be read.</param>
/// <param name="IsStopped">It was ended before the last claim.</param>
/// <param name="Report">What was decided.</param>
/// <param name="Problems">The first problems.</param>
/// <param name="MoreProblems">How many more there are.</param>
internal sealed record RunOutcome(long Good, long Bad, bool IsStopped, ReportShape Report, ImmutableArray<RunProblem> Problems, long MoreProblems);
