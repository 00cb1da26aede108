using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private FollowingSteps _following = new(LoopAutomaton.Of(LoopTables.Professional));
    private RightSegments _right = null!; // INVARIANT: no delimiter is a zero, so that those of the first bytes are learnt before they are read.
    private Delimiters _delimiters;
    private OpenLoops _loops;
    private int _segment;
    private int _odd;
    private long _offset;
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
        if (_delimiters != delimiters)
        {
            _delimiters = delimiters;
            Learn(_automaton);
        }

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // It holds the comparison by the widest vectors, which no code that was compiled ahead has: a run begins with it, not with quick code.
    public FastEnd Run(byte[] buffer, int start, long offset, int number, FastState state, bool conforms)
    {
        if (_automaton != state.Automaton)
        {
            Learn(state.Automaton);
        }

        _following.Begin();
        (_automaton, _loops, _offset) = (state.Automaton, state.Loops, offset);
        _context.Begin(state);
        Seek(start);
        int first = number;
        Keep(start, number);
        FastEnd end = FastEnd.Bytes;
        ref byte bytes = ref MemoryMarshal.GetArrayDataReference(buffer);
        ref int positions = ref MemoryMarshal.GetReference(_index.Positions);
        ReadOnlySpan<int> terminators = _index.Terminators;
        int nextOdd = _index.Odd[_odd];
        int at = start;
        int before = _segment == 0 ? 0 : terminators[_segment - 1] + 1;
        foreach (int last in terminators[_segment..])
        {
            at = PassBreaks(ref bytes, at);
            ref int ends = ref Unsafe.Add(ref positions, before);
            int terminator = Unsafe.Add(ref positions, last);
            if (nextOdd < terminator || !Step(new FastSegment(ref bytes, at, ref ends, last - before, _parts), at, terminator, offset, number, conforms))
            {
                (end, EndedAt) = (FastEnd.Segment, at);
                break;
            }

            at = terminator + 1;
            before = last + 1;
            number++;
            _segment++;
        }

        TakeBack();
        SegmentsRead = _commit.Number - first;
        return end;
    }

    // What was seen of segments of other forms, or with other delimiters, says nothing of those that come.
    private void Learn(LoopAutomaton automaton) => (_following, _right) = (new FollowingSteps(automaton), new RightSegments(_delimiters.Component));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Step(in FastSegment segment, int at, int terminator, long offset, int number, bool conforms)
    {
        FollowingStep next = _following.Find(_loops.Place, Digits.Word(ref segment.At(at)));
        next = next.Form is null ? FindStep(segment, at, terminator, number, conforms) : next;
        if (next is not { Step: LoopStep step, Form: FormStep form })
        {
            return false;
        }

        if (!(step.Opens is LoopPlace opened ? _loops.Open(step, opened, offset + at, number, _counts) : _loops.Take(form, _times)))
        {
            return false;
        }

        PartEnds? parts = form.CanBeRemembered ? _right.Find(form, segment, terminator) : form.Shape.Accepts(segment, _delimiters.Component) ? _parts : null;
        return parts is not null
            && (form.Meaning == SegmentMeaning.Nothing || _segments.Read(segment.With(parts), form.Meaning, _loops.Place.Rule.Role, offset + at, number));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FollowingStep FindStep(in FastSegment segment, int at, int terminator, int number, bool conforms)
    {
        int length = segment.End(0) - at;
        if (length is not (2 or 3))
        {
            return default;
        }

        ulong first = Digits.Word(ref segment.At(at));
        uint tag = (uint)(first >> 40) & (length == 3 ? 0xFFFFFFu : 0xFFFF00u);
        bool isBoundary = tag is SegmentId.Hl or SegmentId.Clm or SegmentId.Se;
        if (isBoundary)
        {
            if (_context.Transaction >= 0 && at > _commit.Position)
            {
                _context.KeepSent(MemoryMarshal.CreateReadOnlySpan(ref segment.At(_commit.Position), at - _commit.Position), _offset + _commit.Position, _commit.Number);
            }

            if (terminator - at > SegmentSource.MaxSegmentBytes || !EndClaim(conforms))
            {
                return default;
            }

            Keep(at, number);
        }

        SegmentSymbols symbols = _automaton.Symbols;
        int symbol = tag switch
        {
            SegmentId.Nm1 => symbols.OfName(segment[1]),
            SegmentId.Hl => symbols.OfLevel(segment[3]),
            _ => symbols.OfTag(tag),
        };
        if (_loops.Place.Steps[symbol] is not LoopStep step)
        {
            return default;
        }

        int keyEnd = tag == SegmentId.Nm1 ? segment.End(1) : segment.End(0);
        FormStep? form = step.Only ?? step.ByKey!.Of(segment, _delimiters.Component, out keyEnd);
        if (form is null || form.Meaning == SegmentMeaning.NotKnown)
        {
            return default;
        }

        FollowingStep found = new(step, form);
        if (!isBoundary)
        {
            _following.Keep(_loops.Place, first, keyEnd + 1 - at, found);
        }

        _following.Pass(form);
        return found;
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
        _context.Batch.MarkTo(out _commit.Rows);
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

    // INVARIANT: the segment's own terminator, which is no break, comes behind.
    private static int PassBreaks(ref byte bytes, int at)
    {
        while (Unsafe.Add(ref bytes, at) is (byte)'\r' or (byte)'\n')
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

    /// <summary>Where the transaction stands among those of the batch; negative: segments are not kept.</summary>
    public int Transaction { get; set; } = -1;
}
