using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12;

/// <summary>One open loop.</summary>
internal struct LoopFrame(LoopRule rule, long offset, int number)
{
    public readonly LoopRule Rule = rule;
    public readonly long Offset = offset;
    public readonly int Number = number;
    public int Position;
    public bool IsChecked;
    public bool IsComplete;

    /// <summary>True for one that was opened only because a level within it had no place where it stood.</summary>
    public bool IsForced;
}

/// <summary>The loops that are open, the outermost first, and what stands in them.</summary>
internal sealed class LoopStack
{
    private const int MostForms = 80;

    /// <summary>The open loops.</summary>
    public LoopFrame[] Frames { get; } = new LoopFrame[LoopsByDepth.MostDepth];

    /// <summary>How often each segment of each open loop stands in it.</summary>
    public byte[][] Seen { get; } = [.. Enumerable.Range(0, LoopsByDepth.MostDepth).Select(_ => new byte[MostForms])];

    /// <summary>How often each loop of the table stands in the one around it.</summary>
    public int[] Counts { get; private set; } = [];

    /// <summary>How many loops are open around the innermost.</summary>
    public int Depth;

    /// <summary>Begins a transaction.</summary>
    public void Begin(LoopTable table)
    {
        Counts = new int[table.Rules.Length];
        Depth = 0;
    }

    /// <summary>Opens a loop at a depth.</summary>
    public void Open(int depth, LoopRule rule, long offset, int number)
    {
        Frames[depth] = new LoopFrame(rule, offset, number);
        Array.Clear(Seen[depth], 0, rule.Forms.Length);
    }

    /// <summary>What is open, before an HL or CLM segment, for who reads on as long as nothing is wrong. False where something in it is.</summary>
    public bool TrySave(LoopAutomaton automaton, ref OpenLoops loops)
    {
        loops = default;
        LoopPlace? place = automaton.Root;
        for (int depth = 0; depth <= Depth; depth++)
        {
            ref LoopFrame frame = ref Frames[depth];
            place = depth == 0 ? place : automaton.Find(place, frame.Rule);
            if (place is null || frame.IsForced)
            {
                return false;
            }

            ulong seen = 0;
            for (int form = 0; form < frame.Rule.Forms.Length; form++)
            {
                seen |= Seen[depth][form] > 0 ? 1UL << form : 0;
            }

            if (frame.IsChecked && (place.RequiredForms & ~seen) != 0)
            {
                return false;
            }

            loops.Loops[depth] = new OpenLoop { Seen = seen, Offset = frame.Offset, Number = frame.Number, Position = frame.Position };
        }

        loops.Place = place;
        loops.Claims = Counts[automaton.Claim];
        for (int loop = 0; loop < Counts.Length; loop++)
        {
            loops.Present |= Counts[loop] > 0 ? 1UL << loop : 0;
        }

        return true;
    }

    /// <summary>Takes over what is open. But for claims it is not known how often a loop or segment stands: those that may stand several times are closed by what comes.</summary>
    public void Resume(LoopAutomaton automaton, in OpenLoops loops)
    {
        Depth = loops.Place.Depth;
        for (LoopPlace? place = loops.Place; place is not null; place = place.Around)
        {
            OpenLoop loop = loops.Loops[place.Depth];
            Frames[place.Depth] = new LoopFrame(place.Rule, loop.Offset, loop.Number) { Position = loop.Position };
            for (int form = 0; form < place.Rule.Forms.Length; form++)
            {
                Seen[place.Depth][form] = (byte)((loop.Seen >> form) & 1);
            }
        }

        for (int loop = 0; loop < Counts.Length; loop++)
        {
            Counts[loop] = (int)((loops.Present >> loop) & 1);
        }

        Counts[automaton.Claim] = Counts[automaton.Claim] == 0 ? 0 : loops.Claims;
    }
}
