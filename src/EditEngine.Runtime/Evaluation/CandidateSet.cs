using System.Numerics;
using System.Runtime.CompilerServices;
using EditEngine.Evaluation.Compiled;

namespace EditEngine.Evaluation;

/// <summary>The edits that can concern a claim, each with the lines by which it can: filled by the index, taken in order, and empty again when all are taken. One an evaluator.</summary>
/// <remarks>
/// The lines of an edit are those that can be, or be members of, what its <see cref="Plans.IndexKey.Slot"/> stands for. There may be too many of them, never too few.
/// A bit for each edit, and a bit for each word of these: what no edit concerns costs nothing, however many edits there are.
/// </remarks>
internal sealed class CandidateSet
{
    private const int None = -1;

    private readonly ulong[] _edits;
    private readonly ulong[] _words;
    private readonly Slot[] _slots;
    private ulong[] _moreLines = [];
    private CompiledPack? _code;
    private int _lineCount;
    private int _taken = None;
    private bool _isEmpty = true;

    /// <summary>A set for a pack of so many edits.</summary>
    public CandidateSet(int editCount)
    {
        EditCount = editCount;
        _edits = new ulong[(editCount + 63) / 64];
        _words = new ulong[(_edits.Length + 63) / 64];
        _slots = new Slot[editCount];
    }

    /// <summary>How many edits the pack has.</summary>
    public int EditCount { get; }

    /// <summary>The lines of each edit with indexed codes are those alone that have one of these codes.</summary>
    public bool IsExact { get; private set; }

    /// <summary>How many words the lines of a claim take.</summary>
    public int LineWords { get; private set; } = 1;

    /// <summary>Begins with a claim of so many lines.</summary>
    public void Begin(int lineCount)
    {
        if (!_isEmpty)
        {
            // What was before ended in an exception.
            Array.Clear(_edits);
            Array.Clear(_words);
            Array.Clear(_moreLines);
            foreach (ref Slot slot in _slots.AsSpan())
            {
                slot.Lines = 0;
            }
        }

        _isEmpty = false;
        IsExact = true;
        _taken = None;
        _lineCount = lineCount;
        LineWords = Math.Max(1, (lineCount + 63) / 64);
        if (LineWords > 1 && _moreLines.Length < EditCount * LineWords)
        {
            _moreLines = new ulong[EditCount * LineWords];
        }
    }

    /// <summary>Says by what code edits are run: the row of each that is added is fetched while the others are sought.</summary>
    /// <param name="code">The code; null: the executor runs all.</param>
    public void RunBy(CompiledPack? code)
    {
        if (ReferenceEquals(code, _code))
        {
            return;
        }

        _code = code;
        for (int i = 0; i < _slots.Length; i++)
        {
            _slots[i].Row = code?.Rows[i] ?? 0;
        }
    }

    /// <summary>Adds an edit for a line.</summary>
    public void Add(int edit, int line)
    {
        Mark(edit);
        ref Slot slot = ref _slots[edit];
        _code?.Fetch(slot.Row);
        if (LineWords == 1)
        {
            slot.Lines |= 1UL << line;
        }
        else
        {
            _moreLines[(edit * LineWords) + (line >> 6)] |= 1UL << line;
        }
    }

    /// <summary>Adds an edit with indexed codes for all lines, whatever their codes.</summary>
    public void AddWhateverCodes(int edit)
    {
        IsExact = false;
        AddAllLines(edit);
    }

    /// <summary>Adds an edit without indexed codes, which is for all lines.</summary>
    public void AddAllLines(int edit)
    {
        Mark(edit);
        Span<ulong> lines = Lines(edit);
        lines.Fill(ulong.MaxValue);
        if (_lineCount < lines.Length * 64)
        {
            lines[^1] = (1UL << _lineCount) - 1; // Of the count the shift takes what remains of full words.
        }
    }

    /// <summary>Takes the next edit in the order of the pack; -1 after the last. The set is then empty.</summary>
    public int Next()
    {
        if (_taken >= 0)
        {
            Lines(_taken).Clear();
        }

        for (int i = 0; i < _words.Length; i++)
        {
            if (_words[i] == 0)
            {
                continue;
            }

            int word = (i * 64) + BitOperations.TrailingZeroCount(_words[i]);
            _taken = (word * 64) + BitOperations.TrailingZeroCount(_edits[word]);
            _edits[word] &= _edits[word] - 1;
            if (_edits[word] == 0)
            {
                _words[i] &= _words[i] - 1;
            }

            return _taken;
        }

        _taken = None;
        _isEmpty = true;
        return None;
    }

    /// <summary>The lines of the edit that was taken last, a bit a line by number; good until the next is taken.</summary>
    public ReadOnlySpan<ulong> LinesOf(int edit) => Lines(edit);

    /// <summary>Where the row of an edit begins in the code that edits are run by.</summary>
    public int RowOf(int edit) => _slots[edit].Row;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<ulong> Lines(int edit) => LineWords == 1 ? new Span<ulong>(ref _slots[edit].Lines) : _moreLines.AsSpan(edit * LineWords, LineWords);

    private void Mark(int edit)
    {
        _edits[edit >> 6] |= 1UL << edit;
        _words[edit >> 12] |= 1UL << (edit >> 6);
    }

    // Side by side, so that one fetch brings both.
    private struct Slot
    {
        /// <summary>The lines of a claim of at most 64.</summary>
        public ulong Lines;

        /// <summary>Where its row begins.</summary>
        public int Row;
    }
}
