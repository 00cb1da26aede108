using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Compiled;

/// <summary>Runs the compiled code of edits, and gives what it found.</summary>
internal static class CompiledExecution
{
    /// <summary>Runs the compiled code of an edit.</summary>
    /// <returns>False where the executor must decide: nothing is found then.</returns>
    public static bool TryRun(EditRun run, in CompiledEntry code, List<FindingDraft> drafts, List<NotEvaluated> open, SkipTable skipped)
    {
        if (!run.Compiled.Fits(code) || !IsDecided(run, code))
        {
            return false;
        }

        // Lines come before other things.
        if (!run.Compiled.Masks.IsEmpty)
        {
            TellLines(run, run.Compiled.Plan, skipped);
        }

        if (run.Compiled.IsBegun)
        {
            run.Finish(drafts, open, skipped);
        }

        return true;
    }

    private static bool IsDecided(EditRun run, in CompiledEntry code)
    {
        try
        {
            if (code.Code!(run.Compiled, code.Numbers, code.Objects) == CompiledAnswer.Decided) // Asked of those that have code.
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

    private static void TellLines(EditRun run, EditPlan plan, SkipTable skipped)
    {
        int at = -1;
        while (run.Compiled.Masks.Next(ref at, out int position, out bool fires))
        {
            int line = run.Context.Lines[at].Number;
            if (!skipped.Contains(plan.Header.Phase, line))
            {
                run.Context.AddFinding(plan, plan.Cases[position].Actions[0].Action, fires, FindingLevel.Line, line, skipped);
            }
        }

        run.Compiled.Masks.Clear();
    }
}
