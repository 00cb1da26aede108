namespace EditEngine.Evaluation.Compiled;

/// <summary>An edit as machine code for claims that have every fact it asks for: two-valued, with plain types.</summary>
/// <param name="run">The claim, and where findings go.</param>
/// <param name="k">The rows of all edits of the pack: among them codes, days, bounds.</param>
/// <param name="a">Where this edit's numbers begin.</param>
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
