using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;

namespace EditEngine.Bench.Experts;

/// <summary>What an expert writes for ten made edits: one pass over the lines, a bit for codes that none asks for, then each edit in its place.</summary>
internal sealed class FusedExpert
{
    /// <summary>The edits it can be.</summary>
    public const int Edits = 10;

    private readonly ulong[] _filter = new ulong[16];
    private readonly ulong[] _codes = new ulong[2 * Edits];
    private readonly ulong[] _others = new ulong[2 * Edits];
    private readonly int[] _bounds = new int[Edits];

    public FusedExpert(MadeEdit[] edits)
    {
        foreach (MadeEdit edit in edits.Take(Edits))
        {
            int at = edit.Number;
            (_codes[2 * at], _codes[(2 * at) + 1]) = (edit.First.Packed, edit.Second.Packed);
            (_others[2 * at], _others[(2 * at) + 1]) = (edit.OtherFirst.Packed, edit.OtherSecond.Packed);
            _bounds[at] = edit.Bound;
            Mark(edit.First.Packed);
            Mark(edit.Second.Packed);
        }
    }

    /// <summary>What the ten made edits find.</summary>
    public Tally Run(Claim claim)
    {
        Tally tally = default;
        for (int i = 0; i < claim.Lines.Length; i++)
        {
            ServiceLine line = claim.Lines[i];
            ulong code = line.Procedure.Packed;
            int bit = BitOf(code);
            if ((_filter[bit >> 6] >> bit & 1) != 0)
            {
                Five(claim, line, i, code, 0, ref tally);
                Five(claim, line, i, code, 5, ref tally);
            }
        }

        return tally;
    }

    private void Five(Claim claim, ServiceLine line, int at, ulong code, int first, ref Tally tally)
    {
        if (IsOf(first, code) && MadeFacts.IsInHospital(line))
        {
            tally.Add(first, line.Number, isActive: true);
        }

        if (IsOf(first + 1, code) && line.Units > _bounds[first + 1])
        {
            tally.Add(first + 1, line.Number, isActive: true);
        }

        if (IsOf(first + 2, code) && MadeFacts.HasPartner(claim, at, _others[(2 * first) + 4], _others[(2 * first) + 5]))
        {
            tally.Add(first + 2, line.Number, isActive: true);
        }

        if (IsOf(first + 3, code) && MadeFacts.IsYounger(claim, line, _bounds[first + 3]))
        {
            tally.Add(first + 3, line.Number, isActive: true);
        }

        if (IsOf(first + 4, code) && MadeFacts.HasCountedAfter(claim, MadeFacts.DayOf(line) - _bounds[first + 4], _codes[(2 * first) + 8], _codes[(2 * first) + 9]))
        {
            tally.Add(first + 4, line.Number, isActive: true);
        }
    }

    private bool IsOf(int edit, ulong code) => code == _codes[2 * edit] || code == _codes[(2 * edit) + 1];

    private void Mark(ulong code) => _filter[BitOf(code) >> 6] |= 1UL << BitOf(code);

    private static int BitOf(ulong code) => (int)((code * 0x9E3779B97F4A7C15) >> 54);
}
