using System.Runtime.CompilerServices;

namespace EditEngine.Formats.X12.Fast;

/// <summary>One open loop.</summary>
internal struct OpenLoop
{
    /// <summary>Segments that stand in it, a bit each.</summary>
    public ulong Seen;

    /// <summary>Byte at which its first segment begins.</summary>
    public long Offset;

    /// <summary>Number of its first segment.</summary>
    public int Number;

    /// <summary>The place in its order that was come to.</summary>
    public int Position;
}

/// <summary>As many loops as can be open.</summary>
[InlineArray(MostDepth)]
internal struct LoopsByDepth
{
    public const int MostDepth = 8;

    private OpenLoop _first;
}

/// <summary>Which loops are open and what was in them: what <see cref="LoopParser"/> keeps, as long as nothing is wrong. A copy is a state to come back to.</summary>
internal struct OpenLoops
{
    /// <summary>The innermost open loop, and those around it.</summary>
    public LoopPlace Place;

    /// <summary>Loops that stand in those that are open, a bit each.</summary>
    public ulong Present;

    public LoopsByDepth Loops;

    /// <summary>How many claims stand in the innermost level.</summary>
    public int Claims;

    /// <summary>Copies it. Field by field: as a whole the reference in it would make the copy a slow one.</summary>
    public readonly void CopyTo(ref OpenLoops copy)
    {
        copy.Place = Place;
        copy.Present = Present;
        copy.Loops = Loops;
        copy.Claims = Claims;
    }

    /// <summary>Opens a loop. False where something is missing before it, or it has no place or no more place.</summary>
    /// <param name="step">What its first segment does.</param>
    /// <param name="opened">The place in it.</param>
    /// <param name="offset">Byte at which it begins.</param>
    /// <param name="number">Number of its first segment.</param>
    /// <param name="counts">How often loops of claims stand that may stand several times, of those that are present.</param>
    public bool Open(LoopStep step, LoopPlace opened, long offset, int number, ushort[] counts)
    {
        LoopPlace place = Place;
        for (; place.Depth >= opened.Depth; place = place.Around!) // INVARIANT: a loop opens in one that is open
        {
            if ((place.RequiredForms & ~Loops[place.Depth].Seen) != 0)
            {
                return false;
            }
        }

        ref OpenLoop parent = ref Loops[place.Depth];
        if ((place.RequiredForms & ~parent.Seen) != 0 || (step.NeedLoops & ~Present) != 0 || step.Position < parent.Position)
        {
            return false;
        }

        bool isThere = (Present & step.Bit) != 0;
        if (step.Most > 1)
        {
            int count = !isThere ? 0 : step.IsClaim ? Claims : counts[step.Loop];
            if (count == step.Most)
            {
                return false;
            }

            counts[step.Loop] = (ushort)(count + 1);
            Claims = step.IsClaim ? count + 1 : Claims;
        }
        else if (step.Most == 1 && isThere)
        {
            return false;
        }

        parent.Position = step.Position;
        Present = (Present & step.Keep) | step.Bit;
        Place = opened;
        Loops[opened.Depth] = new OpenLoop { Offset = offset, Number = number };
        return true;
    }

    /// <summary>Closes the claim and all within it. False where something is missing there.</summary>
    public bool CloseClaim()
    {
        LoopPlace behind = Place.BehindClaim!; // INVARIANT: called within a claim
        for (LoopPlace place = Place; place != behind; place = place.Around!)
        {
            if ((place.RequiredForms & ~Loops[place.Depth].Seen) != 0 || (place.RequiredLoops & ~Present) != 0)
            {
                return false;
            }
        }

        Place = behind;
        return true;
    }

    /// <summary>Counts a segment of the innermost loop. False where it stands there too often, or behind its place.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="times">How often the forms of open loops stand that may stand several times.</param>
    public bool Take(FormStep form, byte[] times)
    {
        ref OpenLoop loop = ref Loops[Place.Depth];
        if (form.Position < loop.Position)
        {
            return false;
        }

        loop.Position = form.Position;
        bool isThere = (loop.Seen & form.Bit) != 0;
        loop.Seen |= form.Bit;
        if (form.Most == 1)
        {
            return !isThere;
        }

        if (form.Most == 0)
        {
            return true;
        }

        ref byte count = ref times[(Place.Depth * 64) + form.Index];
        count = isThere ? (byte)(count + 1) : (byte)1;
        return count <= form.Most;
    }
}
