using EditEngine.Bench.Made;

namespace EditEngine.Bench.Experts;

/// <summary>Code to made edits, as an expert keeps it: open addressing, then a stretch of one array.</summary>
internal sealed class CodePostings
{
    private readonly ulong[] _codes;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _edits;
    private readonly int _shift;

    public CodePostings(MadeEdit[] edits)
    {
        (ulong Code, int Edit)[] pairs = [.. edits.SelectMany((edit, i) => new[] { (edit.First.Packed, i), (edit.Second.Packed, i) }).Distinct().Order()];
        IGrouping<ulong, (ulong Code, int Edit)>[] codes = [.. pairs.GroupBy(pair => pair.Code)];
        int bits = Math.Max(4, 2 + (int)Math.Ceiling(Math.Log2(codes.Length)));
        _shift = 64 - bits;
        _codes = new ulong[1 << bits];
        _starts = new int[1 << bits];
        _ends = new int[1 << bits];
        _edits = [.. pairs.Select(pair => pair.Edit)];
        int start = 0;
        foreach (IGrouping<ulong, (ulong Code, int Edit)> code in codes)
        {
            int place = PlaceOf(code.Key);
            _codes[place] = code.Key;
            _starts[place] = start;
            _ends[place] = start += code.Count();
        }
    }

    /// <summary>The edits that a code makes candidates.</summary>
    public ReadOnlySpan<int> Of(ulong code)
    {
        int place = PlaceOf(code);
        return _edits.AsSpan(_starts[place].._ends[place]);
    }

    private int PlaceOf(ulong code)
    {
        int place = (int)((code * 0x9E3779B97F4A7C15) >> _shift);
        while (_codes[place] != code && _codes[place] != 0)
        {
            place = (place + 1) & (_codes.Length - 1);
        }

        return place;
    }
}
