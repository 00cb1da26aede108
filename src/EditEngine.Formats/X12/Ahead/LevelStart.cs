using EditEngine.Claims;
using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12.Ahead;

/// <summary>All that is open where a billing provider or a subscriber begins, once what stood before is closed. Two that are equal are read on from alike: what one guesses is compared as a whole.</summary>
/// <param name="Automaton">The loops of the form.</param>
/// <param name="Type">The form.</param>
/// <param name="Delimiters">The signs of the interchange.</param>
/// <param name="Conforms">False where a header around it is refused.</param>
/// <param name="Offset">Where its HL segment begins in the file.</param>
/// <param name="Number">Number of that segment.</param>
/// <param name="LevelCount">How many HL segments stand before.</param>
/// <param name="Made">Day on which the transaction was made; 0: it says none.</param>
/// <param name="Present">Loops that stand in those that are open, a bit each.</param>
/// <param name="Transaction">What stands in the transaction.</param>
/// <param name="Group">The billing provider that is open; null where one begins.</param>
internal sealed record LevelStart(
    LoopAutomaton Automaton, ClaimType Type, Delimiters Delimiters, bool Conforms, long Offset, int Number, int LevelCount, int Made, ulong Present, OpenLoop Transaction, BillingGroup? Group)
{
    /// <summary>What is open at an HL segment.</summary>
    /// <param name="state">What was open before it.</param>
    /// <param name="isBilling">It begins a billing provider.</param>
    /// <param name="delimiters">The signs of the interchange.</param>
    /// <param name="conforms">False where a header around it is refused.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="number">Its number.</param>
    /// <returns>Null where something is wrong with what it closes.</returns>
    public static LevelStart? Of(FastState state, bool isBilling, in Delimiters delimiters, bool conforms, long offset, int number)
    {
        OpenLoops loops = state.Loops;
        LevelFacts levels = state.Levels;
        if (levels.IsPatientDue || StepOf(state.Automaton, loops.Place, isBilling) is not { Opens: LoopPlace opened } step)
        {
            return null;
        }

        return loops.Open(step, opened, offset, number, new ushort[sizeof(ulong) * 8])
            ? new LevelStart(
                state.Automaton, state.Type, delimiters, conforms, offset, number, levels.LevelCount, levels.Made, loops.Present, loops.Loops[0],
                isBilling ? null : BillingGroup.Of(state.Batch, loops.Loops[1], levels))
            : null;
    }

    /// <summary>What is likely open at an HL segment further on, in the same transaction and within the same billing provider; null where nothing can be said.</summary>
    /// <param name="head">The segment.</param>
    /// <param name="offset">Where it begins in the file.</param>
    /// <param name="number">Its number.</param>
    public LevelStart? Guess(LevelHead head, long offset, int number)
    {
        LevelStart there = this with { Offset = offset, Number = number, LevelCount = head.Number - 1 };
        if (!head.IsBilling)
        {
            return Group is null ? null : there;
        }

        LoopStep billing = StepOf(Automaton, Automaton.Root, isBilling: true)!; // A transaction has them.
        return there with { Present = (Present & billing.Keep) | billing.Bit, Group = null };
    }

    /// <summary>Says it to who reads on from there.</summary>
    public void CopyTo(FastState state)
    {
        (state.Automaton, state.Type) = (Automaton, Type);
        state.Loops = new OpenLoops { Place = Automaton.Root, Present = Present };
        state.Loops.Loops[0] = Transaction;
        state.Levels = new LevelFacts { Made = Made, LevelCount = LevelCount };
        if (Group is not null)
        {
            state.Loops.Place = StepOf(Automaton, Automaton.Root, isBilling: true)!.Opens!; // A transaction has them.
            Group.CopyTo(state);
        }
    }

    private static LoopStep? StepOf(LoopAutomaton automaton, LoopPlace place, bool isBilling) => place.Steps[automaton.Symbols.OfLevel(isBilling ? "20"u8 : "22"u8)];
}
