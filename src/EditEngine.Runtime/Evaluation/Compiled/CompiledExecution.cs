using EditEngine.Outcomes;

namespace EditEngine.Evaluation.Compiled;

/// <summary>Runs the compiled code of edits, and gives what it found.</summary>
internal static class CompiledExecution
{
    /// <summary>Runs the compiled code of an edit.</summary>
    /// <param name="run">The executor.</param>
    /// <param name="pack">The code.</param>
    /// <param name="position">The edit.</param>
    /// <param name="row">Where its row begins.</param>
    /// <param name="drafts">Takes what is found, where it is rendered.</param>
    /// <param name="open">Takes what is not evaluated.</param>
    /// <param name="skipped">What is skipped.</param>
    /// <returns>False where the executor must decide: nothing is found then.</returns>
    public static bool TryRun(EditRun run, CompiledPack pack, int position, int row, List<FindingDraft> drafts, List<NotEvaluated> open, SkipTable skipped)
    {
        ref readonly CompiledHead head = ref pack.HeadAt(row);
        if ((!run.Compiled.Fits(head) && !run.Compiled.Fits(pack.Works[position])) || !IsDecided(run, pack, head, row + CompiledHead.Size))
        {
            return false;
        }

        // Lines come before other things.
        if (!run.Compiled.Masks.IsEmpty)
        {
            TellLines(run, pack.Outcomes[position], head, skipped);
        }

        if (run.Compiled.IsBegun)
        {
            run.Finish(drafts, open, skipped);
        }

        return true;
    }

    private static bool IsDecided(EditRun run, CompiledPack pack, in CompiledHead head, int numbers)
    {
        try
        {
            if (pack.Methods[head.Method]!(run.Compiled, pack.Numbers, numbers, pack.Objects, head.Objects) == CompiledAnswer.Decided) // Asked of those that have code.
            {
                return true;
            }
        }
        catch (OverBudgetException)
        {
            // What it asks of the executor is counted there: the executor says whether the whole is too much.
        }

        run.Compiled.Masks.Clear();
        return false;
    }

    private static void TellLines(EditRun run, in CompiledOutcome outcome, in CompiledHead head, SkipTable skipped)
    {
        EvaluationContext context = run.Context;
        int at = -1;
        while (run.Compiled.Masks.Next(ref at, out int position, out bool fires))
        {
            int line = context.LineColumns.NumberOf(at);
            if (skipped.IsEmpty || !skipped.Contains(outcome.Plan.Header.Phase, line))
            {
                EditAction action = outcome.Action ?? outcome.Plan.Cases[position].Actions[0].Action;
                FindingState state = FindingSummary.StateOf(fires, head.MonitorFrom, context.AsOfDay);
                context.AddFinding(new FindingSummary(outcome.Plan, action, state, FindingLevel.Line, line), head.SkipsPhases, skipped);
            }
        }

        run.Compiled.Masks.Clear();
    }
}
