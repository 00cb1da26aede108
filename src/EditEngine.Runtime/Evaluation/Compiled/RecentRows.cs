using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EditEngine.Tables;

namespace EditEngine.Evaluation.Compiled;

/// <summary>
/// Rows that were found lately. Several edits ask a table for the same line, and one edit asks for the same line beside many others: finding a row takes four or five fetches from memory one behind the
/// other, looking here takes one, of a place that stays in the cache. What the lines of a claim may ask of a table is fetched for all of them at once, when the first of them asks.
/// </summary>
/// <remarks>A table never changes and has a number that no other has: what was found stays true, whatever the claim.</remarks>
internal sealed class RecentRows
{
    private const int Bits = 7;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    // Of a claim with more lines the first are fetched: more would not stay in the cache until they are asked for.
    private const int MostLines = 32;
    private const int MostTables = 8;

    private readonly RecentRow[] _rows = new RecentRow[1 << Bits];
    private readonly RecentStretch[] _stretches = new RecentStretch[1 << Bits];
    private readonly int[] _fetched = new int[MostTables];
    private ReadOnlyMemory<ulong> _codes;
    private int _fetchedCount;

    /// <summary>Begins with a claim.</summary>
    /// <param name="codes">Procedures of its lines: what a table is likely to be asked for.</param>
    public void Begin(ReadOnlyMemory<ulong> codes)
    {
        _codes = codes.Length <= MostLines ? codes : codes[..MostLines];
        _fetchedCount = 0;
    }

    /// <summary>Keeps nothing of any claim: codes and days are facts of somebody.</summary>
    public void Forget()
    {
        Begin(default);
        Array.Clear(_rows);
        Array.Clear(_stretches);
    }

    /// <summary>It holds nothing of any claim.</summary>
    internal bool IsEmpty => _codes.IsEmpty && !_rows.AsSpan().ContainsAnyExcept(default(RecentRow)) && !_stretches.AsSpan().ContainsAnyExcept(default(RecentStretch));

    /// <summary>The row of a key of one part on a day; -1 where there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="day">A day as compiled code has it; 1: none.</param>
    /// <param name="first">The key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(object table, int day, ulong first)
    {
        ref RecentRow found = ref Place(_rows, first ^ (uint)day);
        return found.First == first && found.Day == day && found.Table == Unsafe.As<Table>(table).Number ? found.Row : Keep(ref found, Unsafe.As<Table>(table), day, first);
    }

    /// <summary>The row of a key of two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(object table, int day, ulong first, ulong second)
    {
        ref RecentRow found = ref Place(_rows, first ^ (second << 21) ^ (uint)day);
        return found.First == first && found.Second == second && found.Day == day && found.Table == Unsafe.As<Table>(table).Number ? found.Row : Keep(ref found, table, day, first, second);
    }

    /// <summary>The row of a pair of which one part stands beside many others: it is looked for among the rows of the first part, which are found once.</summary>
    public int FindPair(object table, int day, ulong first, ulong second)
    {
        Table rows = Unsafe.As<Table>(table);
        ref RecentStretch found = ref StretchOf(rows, first);
        return found.Start == found.End ? -1
            : day > 1 ? rows.FindRowAmong(found.Start, found.End, [first, second], day - 2)
            : KnownValues.Find(table, day, first, second);
    }

    private int Keep(ref RecentRow place, object table, int day, ulong first, ulong second)
    {
        int row = FindPair(table, day, first, second);
        place = new RecentRow(first, second, Unsafe.As<Table>(table).Number, day, row);
        return row;
    }

    private int Keep(ref RecentRow place, Table table, int day, ulong first)
    {
        StretchOf(table, first);
        int row = KnownValues.Find(table, day, first);
        place = new RecentRow(first, 0, table.Number, day, row);
        return row;
    }

    private ref RecentStretch StretchOf(Table table, ulong first)
    {
        ref RecentStretch found = ref Place(_stretches, first);
        if (found.First != first || found.Table != table.Number)
        {
            Fetch(table);
            if (found.First != first || found.Table != table.Number)
            {
                found = RecentStretch.Of(table, first);
            }
        }

        return ref found;
    }

    private void Fetch(Table table)
    {
        if (_fetchedCount == MostTables || _fetched.AsSpan(0, _fetchedCount).Contains(table.Number))
        {
            return;
        }

        _fetched[_fetchedCount++] = table.Number;
        ReadOnlySpan<ulong> codes = _codes.Span;
        foreach (ulong code in codes)
        {
            table.FetchFirst(code);
        }

        foreach (ulong code in codes)
        {
            RecentStretch stretch = RecentStretch.Of(table, code);
            Place(_stretches, code) = stretch;
            table.FetchRows(stretch.Start, stretch.End);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Place<T>(T[] places, ulong key) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(places), (nint)((key * Factor) >> (64 - Bits)));

    /// <summary>What was found.</summary>
    /// <param name="First">The key.</param>
    /// <param name="Second">Its second part; 0: it has one.</param>
    /// <param name="Table">The table's number; 0: nothing was found here yet.</param>
    /// <param name="Day">The day.</param>
    /// <param name="Row">The row; -1: there is none.</param>
    private readonly record struct RecentRow(ulong First, ulong Second, int Table, int Day, int Row);

    /// <summary>The rows of a first part: from one to the one before another.</summary>
    private readonly record struct RecentStretch(ulong First, int Table, int Start, int End)
    {
        public static RecentStretch Of(Table table, ulong first)
        {
            (int start, int end) = table.FindRows(first);
            return new RecentStretch(first, table.Number, start, end);
        }
    }
}
