namespace EditEngine.Evaluation.Compiled;

/// <summary>An edit as machine code for claims that have every fact it asks for: two-valued, with plain types.</summary>
/// <param name="run">The claim, and where findings go.</param>
/// <param name="k">Its numbers: codes, days, bounds.</param>
/// <param name="o">Its objects: sets, tables, texts, steps that it asks.</param>
/// <returns>One of <see cref="CompiledAnswer"/>.</returns>
internal delegate int CompiledEdit(CompiledRun run, long[] k, object[] o);

/// <summary>What compiled code answers.</summary>
internal static class CompiledAnswer
{
    /// <summary>It found what it found, which may be nothing.</summary>
    public const int Decided = 0;

    /// <summary>A fact is absent, or something else is asked that it does not know: the executor decides. What was found is dropped.</summary>
    public const int Undecided = 2;
}

/// <summary>The compiled code of an edit, and what it is run with: side by side for all edits, so that running one touches little memory.</summary>
/// <param name="Code">The code, shared by all edits of one shape; null where the executor runs the edit.</param>
/// <param name="Numbers">This edit's numbers.</param>
/// <param name="Objects">This edit's objects.</param>
/// <param name="Work">How many steps the executor would take at most.</param>
/// <param name="Factor">Of that bound.</param>
/// <param name="Degree">Of that bound.</param>
internal readonly record struct CompiledEntry(CompiledEdit? Code, long[] Numbers, object[] Objects, WorkBound Work, double Factor, int Degree)
{
    /// <summary>An edit that the executor runs.</summary>
    public static CompiledEntry None { get; } = new(null, [], [], WorkBound.None, 0, 0);

    /// <summary>An edit with code.</summary>
    public static CompiledEntry Of(CompiledEdit code, long[] numbers, object[] objects, WorkBound work) => new(code, numbers, objects, work, work.Factor, work.Degree);
}

/// <summary>The compiled code of a pack.</summary>
/// <param name="Edits">By position in the pack.</param>
internal sealed record CompiledPack(CompiledEntry[] Edits);
