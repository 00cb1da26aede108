using EditEngine.Outcomes;

namespace EditEngine.Evaluation.Compiled;

/// <summary>Runs the compiled code of edits, and gives what it found.</summary>
internal static class CompiledExecution
{
    /// <summary>Runs the compiled code of an edit.</summary>
    /// <returns>False where the executor must decide: nothing is found then.</returns>
    public static bool TryRun(EditRun run, CompiledPack pack, int position, List<FindingDraft> drafts, List<NotEvaluated> open, SkipTable skipped)
    {
        ref readonly CompiledEntry code = ref pack.Edits[position];
        if ((!run.Compiled.Fits(code) && !run.Compiled.Fits(pack.Works[position])) || !IsDecided(run, pack, code))
        {
            return false;
        }

        // Lines come before other things.
        if (!run.Compiled.Masks.IsEmpty)
        {
            TellLines(run, code, skipped);
        }

        if (run.Compiled.IsBegun)
        {
            run.Finish(drafts, open, skipped);
        }

        return true;
    }

    private static bool IsDecided(EditRun run, CompiledPack pack, in CompiledEntry code)
    {
        try
        {
            if (code.Code!(run.Compiled, pack.Numbers, code.Numbers, pack.Objects, code.Objects) == CompiledAnswer.Decided) // Asked of those that have code.
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

    private static void TellLines(EditRun run, in CompiledEntry code, SkipTable skipped)
    {
        EvaluationContext context = run.Context;
        int at = -1;
        while (run.Compiled.Masks.Next(ref at, out int position, out bool fires))
        {
            int line = context.LineColumns.Facts[at].Number;
            if (skipped.IsEmpty || !skipped.Contains(code.Plan.Header.Phase, line))
            {
                EditAction action = code.Action ?? code.Plan.Cases[position].Actions[0].Action;
                FindingState state = FindingSummary.StateOf(fires, code.MonitorFrom, context.AsOfDay);
                context.AddFinding(new FindingSummary(code.Plan, action, state, FindingLevel.Line, line), code.SkipsPhases, skipped);
            }
        }

        run.Compiled.Masks.Clear();
    }
}
