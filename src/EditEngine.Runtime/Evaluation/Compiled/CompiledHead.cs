using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EditEngine.Plans;

namespace EditEngine.Evaluation.Compiled;

/// <summary>What is asked of an edit beside its numbers, which it stands before: one fetch from memory brings both. In a pack of many edits a fetch costs more than all the rest.</summary>
/// <param name="Method">The code, by its place among the methods of the pack; 0: there is none, the executor runs the edit.</param>
/// <param name="Objects">Where its objects begin.</param>
/// <param name="Factor">Of the bound of its work.</param>
/// <param name="MonitorFrom">The day number from which on it is only monitored; <see cref="FindingSummary.Never"/>: none.</param>
/// <param name="Phase">Place of its phase in the pack's order.</param>
/// <param name="Degree">Of the bound of its work.</param>
/// <param name="CountsOthers">The bound counts other things than lines and history.</param>
/// <param name="SkipsPhases">Some phase is skipped where it stands.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CompiledHead(int Method, int Objects, float Factor, int MonitorFrom, short Phase, byte Degree, bool CountsOthers, bool SkipsPhases)
{
    /// <summary>How many numbers it takes the place of.</summary>
    public const int Size = 3;

    /// <summary>The head of an edit.</summary>
    /// <param name="plan">The edit.</param>
    /// <param name="method">Its code.</param>
    /// <param name="objects">Where its objects begin.</param>
    /// <param name="work">How many steps the executor would take at most.</param>
    public static CompiledHead Of(EditPlan plan, int method, int objects, WorkBound work) => new(
        method, objects, MathF.BitIncrement((float)work.Factor), plan.MonitorFromDay ?? FindingSummary.Never, checked((short)plan.Header.PhaseIndex), (byte)Math.Min(work.Degree, byte.MaxValue),
        work.CountsOthers, !plan.SkipPhases.IsEmpty);

    /// <summary>The head at the beginning of a row.</summary>
    public static ref readonly CompiledHead At(ref long row) => ref Unsafe.As<long, CompiledHead>(ref row);

    /// <summary>Puts it at the beginning of a row.</summary>
    public void Put(Span<long> row) => Unsafe.As<long, CompiledHead>(ref row[..Size][0]) = this;
}
