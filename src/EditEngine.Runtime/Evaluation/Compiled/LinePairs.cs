using System.Numerics;
using EditEngine.Tables;

namespace EditEngine.Evaluation.Compiled;

/// <summary>
/// Which lines of a claim stand with which in some row of a table of pairs of procedures, on whatever day: only these have to be looked at where a pair must have a row. Of 450 lines it leaves a few for
/// each, where to look at all would cost the square.
/// </summary>
/// <remarks>The rows of a first key are looked at once, however many lines have the code.</remarks>
internal sealed class LinePairs
{
    // A first key with more rows is better looked up, pair by pair.
    private const int RowsOfLine = 4;

    private Table? _table;
    private bool _isOfFirst;
    private ulong[] _others = [];
    private DistinctCodes _codes = null!; // Set before any line is asked.

    /// <summary>It is of a table, from the one or the other side.</summary>
    public bool IsOf(Table table, bool isOfFirst) => ReferenceEquals(_table, table) && _isOfFirst == isOfFirst;

    /// <summary>Makes them anew.</summary>
    /// <param name="codes">The lines' procedures.</param>
    /// <param name="table">The table: its two keys are codes.</param>
    /// <param name="isOfFirst">The other lines of one whose code is the first key; else of one whose code is the second.</param>
    public void Make(DistinctCodes codes, Table table, bool isOfFirst)
    {
        (_codes, _table, _isOfFirst) = (codes, table, isOfFirst);
        int words = codes.Words;
        if (_others.Length < codes.Count * words)
        {
            _others = new ulong[codes.Count * words];
        }

        _others.AsSpan(0, codes.Count * words).Clear();
        int most = RowsOfLine * codes.LineCount;
        for (int first = 0; first < codes.Count; first++)
        {
            (int start, int end) = table.FindRows(codes.Codes[first]);
            if (end - start <= most)
            {
                AddRows(table, first, start, end);
            }
            else
            {
                AddAll(first);
            }
        }
    }

    private void AddRows(Table table, int first, int start, int end)
    {
        for (int row = start; row < end; row++)
        {
            int second = _codes.Find(table.GetKey(row, 1));
            if (second >= 0)
            {
                Add(first, second);
            }
        }
    }

    private void AddAll(int first)
    {
        for (int second = 0; second < _codes.Count; second++)
        {
            Add(first, second);
        }
    }

    private void Add(int first, int second)
    {
        (int one, int other) = _isOfFirst ? (first, second) : (second, first);
        int words = _codes.Words;
        Span<ulong> lines = _others.AsSpan(one * words, words);
        ReadOnlySpan<ulong> added = _codes.LinesOf(other);
        for (int word = 0; word < lines.Length; word++)
        {
            lines[word] |= added[word];
        }
    }

    /// <summary>Forgets the table.</summary>
    public void Forget() => _table = null;

    /// <summary>The next line that may stand with a line in a row.</summary>
    /// <param name="pairs">The pairs; null: every line may.</param>
    /// <param name="line">The one line.</param>
    /// <param name="from">Where to look from.</param>
    /// <returns>At least the number of lines after the last.</returns>
    public static int Next(LinePairs? pairs, int line, int from) => pairs is null ? from : pairs.Next(line, from);

    /// <summary>The lines of a word that may stand with a line in a row.</summary>
    public static ulong Word(LinePairs? pairs, int line, int word) => pairs is null ? ulong.MaxValue : pairs._others[(pairs._codes.OfLine(line) * pairs._codes.Words) + word];

    private int Next(int line, int from)
    {
        int words = _codes.Words;
        int start = _codes.OfLine(line) * words;
        for (int word = from >> 6; word < words; word++, from = word << 6)
        {
            ulong rest = _others[start + word] & (ulong.MaxValue << from);
            if (rest != 0)
            {
                return (word << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return int.MaxValue;
    }
}
