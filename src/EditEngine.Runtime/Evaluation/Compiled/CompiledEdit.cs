using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Compiled;

/// <summary>An edit as machine code for claims that have every fact it asks for: two-valued, with plain types.</summary>
/// <param name="run">The claim, and where findings go.</param>
/// <param name="k">Numbers of all edits of the pack: codes, days, bounds.</param>
/// <param name="a">Where this edit's begin.</param>
/// <param name="o">Objects of all edits of the pack: sets, tables, texts, steps that are asked.</param>
/// <param name="b">Where this edit's begin.</param>
/// <returns>One of <see cref="CompiledAnswer"/>.</returns>
internal delegate int CompiledEdit(CompiledRun run, long[] k, int a, object[] o, int b);

/// <summary>What compiled code answers.</summary>
internal static class CompiledAnswer
{
    /// <summary>It found what it found, which may be nothing.</summary>
    public const int Decided = 0;

    /// <summary>A fact is absent, or something else is asked that it does not know: the executor decides. What was found is dropped.</summary>
    public const int Undecided = 2;
}

/// <summary>The compiled code of an edit and all that is asked before it runs and of most that it finds: side by side for all edits, so that an edit touches this and its numbers alone.</summary>
/// <param name="Code">The code, shared by all edits of one shape; null where the executor runs the edit.</param>
/// <param name="Plan">The edit.</param>
/// <param name="Numbers">Where its numbers begin.</param>
/// <param name="Objects">Where its objects begin.</param>
/// <param name="Phase">Place of its phase in the pack's order.</param>
/// <param name="MonitorFrom">The day number from which on it is only monitored; <see cref="FindingSummary.Never"/>: none.</param>
/// <param name="Factor">Of the bound of its work.</param>
/// <param name="Degree">Of that bound.</param>
/// <param name="Action">What every case of it does; null: each its own.</param>
/// <param name="SkipsPhases">Some phase is skipped where it stands.</param>
internal readonly record struct CompiledEntry(
    CompiledEdit? Code, EditPlan Plan, int Numbers, int Objects, int Phase, int MonitorFrom, float Factor, byte Degree, EditAction? Action, bool SkipsPhases)
{
    /// <summary>An edit.</summary>
    /// <param name="plan">The edit.</param>
    /// <param name="code">Its code; null: none.</param>
    /// <param name="numbers">Where its numbers begin.</param>
    /// <param name="objects">Where its objects begin.</param>
    /// <param name="work">How many steps the executor would take at most.</param>
    public static CompiledEntry Of(EditPlan plan, CompiledEdit? code, int numbers, int objects, WorkBound work) => new(
        code, plan, numbers, objects, plan.Header.PhaseIndex, plan.MonitorFromDay ?? FindingSummary.Never, MathF.BitIncrement((float)work.Factor), (byte)Math.Min(work.Degree, byte.MaxValue), ActionOf(plan), !plan.SkipPhases.IsEmpty);

    private static EditAction? ActionOf(EditPlan plan)
    {
        EditAction[] actions = [.. plan.Cases.SelectMany(one => one.Actions).Select(one => one.Action).Distinct()];
        return actions is [EditAction action] ? action : null;
    }
}
