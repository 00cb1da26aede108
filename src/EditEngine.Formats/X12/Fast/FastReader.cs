using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>Why a fast run ended.</summary>
internal enum FastEnd
{
    /// <summary>The bytes at hand are over.</summary>
    Bytes,

    /// <summary>A segment comes that is not plainly good, or ends what is read here.</summary>
    Segment,
}

/// <summary>Reads segments of levels and claims into rows as long as all is plainly good. What is not is taken back, to the last HL or CLM segment, and left to <see cref="SegmentReading"/>.</summary>
/// <remarks>It knows no problem: that there is one is all it notices.</remarks>
internal sealed class FastReader
{
    private const int MostForms = 64;

    private readonly DelimiterIndex _index = new();
    private readonly PartEnds _parts = new();
    private readonly byte[] _times = new byte[LoopsByDepth.MostDepth * MostForms];
    private readonly ushort[] _counts = new ushort[MostForms];
    private readonly FastContext _context = new();
    private readonly FastSegments _segments;
    private LoopAutomaton _automaton = LoopAutomaton.Of(LoopTables.Professional);
    private Delimiters _delimiters;
    private OpenLoops _loops;
    private int _segment;
    private int _odd;
    private Commit _commit;

    public FastReader() => _segments = new FastSegments(_context);

    /// <summary>What of the transaction is open where the run ended.</summary>
    public ref readonly OpenLoops Loops => ref _commit.Loops;

    /// <summary>What the levels say where the run ended.</summary>
    public ref readonly LevelFacts Levels => ref _commit.Levels;

    /// <summary>How many segments were read.</summary>
    public int SegmentsRead { get; private set; }

    /// <summary>Where the next segment begins, in the buffer.</summary>
    public int Position => _commit.Position;

    /// <summary>Where the segment begins that ended the run.</summary>
    public int EndedAt { get; private set; }

    /// <summary>Looks through bytes that runs will go through.</summary>
    public void Index(byte[] buffer, int start, int end, in Delimiters delimiters)
    {
        _delimiters = delimiters;
        _index.Build(buffer, start, end, delimiters);
        (_segment, _odd) = (0, 0);
    }

    /// <summary>Reads from an HL or CLM segment on.</summary>
    /// <param name="buffer">The bytes, which were indexed.</param>
    /// <param name="start">Where the segment begins.</param>
    /// <param name="offset">Offset in the file of the buffer's first byte.</param>
    /// <param name="number">Number of the segment.</param>
    /// <param name="state">What is open there.</param>
    /// <param name="conforms">False where a header around it is refused.</param>
    public FastEnd Run(byte[] buffer, int start, long offset, int number, FastState state, bool conforms)
    {
        (_automaton, _context.Type, _loops, _context.Levels) = (state.Automaton, state.Type, state.Loops, state.Levels);
        _context.Values.Batch = state.Batch;
        _context.ClaimNumber = 0;
        Seek(start);
        int first = number;
        Keep(start, number);
        ReadOnlySpan<int> positions = _index.Positions;
        ReadOnlySpan<int> terminators = _index.Terminators;
        ReadOnlySpan<byte> bytes = buffer;
        int nextOdd = _index.Odd[_odd];
        FastEnd end = FastEnd.Bytes;
        int at = start;
        for (; _segment < terminators.Length; _segment++, number++)
        {
            int last = terminators[_segment];
            int before = _segment == 0 ? 0 : terminators[_segment - 1] + 1;
            at = PassBreaks(bytes, at);
            if (nextOdd < positions[last] || !Step(bytes, positions, at, before, last, offset, number, conforms))
            {
                (end, EndedAt) = (FastEnd.Segment, at);
                break;
            }

            at = positions[last] + 1;
        }

        TakeBack();
        SegmentsRead = _commit.Number - first;
        return end;
    }

    private bool Step(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> positions, int at, int first, int last, long offset, int number, bool conforms)
    {
        int length = positions[first] - at;
        if (length is not (2 or 3))
        {
            return false;
        }

        FastSegment segment = new(bytes, positions, first, last - first, _parts);
        uint tag = ((uint)bytes[at] << 16) | ((uint)bytes[at + 1] << 8) | (length == 3 ? bytes[at + 2] : 0u);
        int symbol;
        switch (tag)
        {
            case SegmentId.Nm1:
                symbol = _automaton.Symbols.OfName(segment[1]);
                break;
            case SegmentId.Hl or SegmentId.Clm or SegmentId.Se:
                if (positions[last] - at > SegmentSource.MaxSegmentBytes || !EndClaim(conforms))
                {
                    return false;
                }

                Keep(at, number);
                symbol = tag == SegmentId.Hl ? _automaton.Symbols.OfLevel(segment[3]) : _automaton.Symbols.OfTag(tag);
                break;
            default:
                symbol = _automaton.Symbols.OfTag(tag);
                break;
        }

        if (_loops.Place.Steps[symbol] is not LoopStep step)
        {
            return false;
        }

        FormStep? form = step.Only ?? step.ByKey!.Of(segment, _delimiters.Component);
        if (form is null || form.Meaning == SegmentMeaning.NotKnown)
        {
            return false;
        }

        if (!(step.Opens is LoopPlace opened ? _loops.Open(step, opened, offset + at, number, _counts) : _loops.Take(form, _times)))
        {
            return false;
        }

        _parts.Clear();
        return form.Shape.Accepts(segment, positions, _delimiters.Component)
            && _segments.Read(segment, form.Meaning, _loops.Place.Rule.Role, offset + at, number);
    }

    // The claim before an HL, CLM or SE segment is whole.
    private bool EndClaim(bool conforms)
    {
        if (_context.ClaimNumber == 0)
        {
            return true;
        }

        if (!_loops.CloseClaim() || !_segments.EndClaim())
        {
            return false;
        }

        _context.Claim.Conforms = conforms;
        _context.Batch.AddEntry(_context.ClaimNumber);
        _context.ClaimNumber = 0;
        return true;
    }

    private void Keep(int position, int number)
    {
        _loops.CopyTo(ref _commit.Loops);
        _commit.Levels = _context.Levels;
        _commit.Rows = _context.Batch.Mark();
        (_commit.Position, _commit.Number, _commit.Segment) = (position, number, _segment);
    }

    private void TakeBack()
    {
        _context.Batch.CutTo(_commit.Rows);
        _segment = _commit.Segment;
    }

    private void Seek(int start)
    {
        ReadOnlySpan<int> positions = _index.Positions;
        ReadOnlySpan<int> terminators = _index.Terminators;
        while (_segment < terminators.Length && positions[terminators[_segment]] < start)
        {
            _segment++;
        }

        while (_index.Odd[_odd] < start)
        {
            _odd++;
        }
    }

    private static int PassBreaks(ReadOnlySpan<byte> bytes, int at)
    {
        while (bytes[at] is (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    // What a run comes back to.
    private struct Commit
    {
        public OpenLoops Loops;
        public LevelFacts Levels;
        public BatchMark Rows;
        public int Position;
        public int Number;
        public int Segment;
    }
}

/// <summary>What a fast run begins with, and what is told of it to who reads on.</summary>
internal sealed class FastState(ClaimBatch batch)
{
    /// <summary>What of the transaction is open.</summary>
    public OpenLoops Loops;

    /// <summary>What the open levels say.</summary>
    public LevelFacts Levels;

    /// <summary>The batch that is filled.</summary>
    public ClaimBatch Batch => batch;

    /// <summary>The loops of the form.</summary>
    public LoopAutomaton Automaton { get; set; } = LoopAutomaton.Of(LoopTables.Professional);

    /// <summary>The form of the transaction.</summary>
    public Claims.ClaimType Type { get; set; }
}
