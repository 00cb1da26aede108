using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12.Fast;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Makes claims and problems of segments that are fed to it one by one: all that reading an 837 means, but for where segments come from.</summary>
internal sealed class SegmentReading
{
    private readonly ProblemLog _problems;
    private readonly SourceMapBuilder _places;
    private readonly Envelope _envelope;
    private readonly LoopParser _loops;
    private readonly ClaimContent _content;
    private readonly X12EnvelopeLog? _envelopes;
    private readonly LevelSegments? _levels;
    private readonly string _fileName;
    private SentTransaction? _transaction;
    private X12Place? _claimPlace;
    private int _segmentsOfClaim;

    /// <param name="fileName">Name for places.</param>
    /// <param name="envelopes">Takes the envelopes and their faults; with it each claim comes with its transaction and the places of its values.</param>
    /// <param name="places">Takes where values stand.</param>
    /// <param name="levels">Keeps the segments of levels, where claims may be read as rows although their places are asked for; else null.</param>
    public SegmentReading(string fileName, X12EnvelopeLog? envelopes, SourceMapBuilder places, LevelSegments? levels = null)
    {
        (_fileName, _levels) = (fileName, levels);
        _problems = new ProblemLog(fileName, envelopes);
        _places = places;
        _envelope = new Envelope(fileName, _problems, envelopes);
        _envelopes = envelopes;
        envelopes?.BeginFile();
        _loops = new LoopParser(_problems);
        _content = new ClaimContent(_problems, _places);
    }

    /// <summary>True for a reading that gives no claim: it only tells what is wrong with envelopes.</summary>
    public bool LooksAtEnvelopesOnly { get; init; }

    /// <summary>True while nothing more is asked of segments, but for those of envelopes, than how many they are.</summary>
    public bool OnlyCounts => LooksAtEnvelopesOnly && _envelope.HasTransaction;

    /// <summary>Counts segments that were passed; none of them is of the envelopes.</summary>
    /// <returns>The number of the last in its transaction.</returns>
    public int CountPassed(int segments) => _envelope.Count(segments);

    /// <summary>Problems of the file and of what is open, and places for them.</summary>
    public ProblemLog Problems => _problems;

    /// <summary>Where the values of the claim that was given last stand.</summary>
    public X12SourceMap Places => _places.Take();

    /// <summary>The loop of what is no segment of a known one.</summary>
    public string? LoopOfUnknown => _envelope.Table is null ? null : _loops.CurrentOutsideOfNames.PlaceId;

    /// <summary>Counts a segment, or what stands in the place of one.</summary>
    /// <returns>Its number in its transaction, or outside of one in its interchange.</returns>
    public int Count(uint tag) => _envelope.CountSegment(tag);

    /// <summary>A problem of what is no segment that could be fed.</summary>
    public void Report(Diagnostic problem, uint tag)
    {
        if (_envelope.Table is null || tag == SegmentId.Iea)
        {
            _problems.ReportOfFile(problem);
        }
        else
        {
            _problems.Report(problem);
        }
    }

    /// <summary>The claim that ends before a segment of this id, or null.</summary>
    public ReadClaim? EndBefore(uint tag) =>
        _claimPlace is not null && EndsClaim(tag) ? FinishClaim(isCutOff: tag is not (SegmentId.Clm or SegmentId.Hl or SegmentId.Se)) : null;

    /// <summary>Reads a segment.</summary>
    public void Feed(in Segment segment, in Delimiters delimiters)
    {
        if (IsEnvelope(segment.Id))
        {
            ReadEnvelope(segment, delimiters);
        }
        else if (!_envelope.HasTransaction)
        {
            X12Place place = _problems.Place(segment, null);
            _problems.ReportOfFile(segment.Id == 0 ? X12SegmentDiagnostics.BadSegmentId(place) : X12Diagnostics.StraySegment(place));
        }
        else
        {
            ReadInTransaction(segment, delimiters);
        }
    }

    /// <summary>The file ends.</summary>
    /// <param name="offset">Where.</param>
    /// <returns>The claim that it breaks off in; then it is to be ended once more.</returns>
    public ReadClaim? End(long offset)
    {
        if (_claimPlace is not null)
        {
            return FinishClaim(isCutOff: true);
        }

        if (_envelope.Table is not null)
        {
            OpenLevel(Level.Transaction);
        }

        _envelope.End(offset);
        return null;
    }

    /// <summary>Says what is open before an HL or CLM segment, to who reads on as long as nothing is wrong. False where something is wrong already.</summary>
    public bool TrySave(FastState state)
    {
        if (_envelope.Table is not LoopTable table || LooksAtEnvelopesOnly || !_problems.IsCalm)
        {
            return false;
        }

        (state.Automaton, state.Type, state.Levels) = (LoopAutomaton.Of(table), table.Type, new LevelFacts { Level = _problems.Level });
        return _loops.Stack.TrySave(state.Automaton, ref state.Loops) && _content.TrySave(state.Batch, ref state.Levels) && TrySaveSent(state);
    }

    /// <summary>Reads on where another ended: before an HL, CLM or SE segment, with nothing wrong in what is open.</summary>
    /// <param name="batch">The batch that was filled.</param>
    /// <param name="loops">What is open.</param>
    /// <param name="levels">What the levels say.</param>
    /// <param name="uncounted">Segments that were read and not counted.</param>
    public void Resume(ClaimBatch batch, in OpenLoops loops, in LevelFacts levels, int uncounted)
    {
        _envelope.Count(uncounted);
        _problems.Resume(levels.Level);
        _loops.Stack.Resume(LoopAutomaton.Of(_envelope.Table!), loops); // only a transaction that is read was left
        _content.Resume(batch, levels);
        if (_transaction is not null)
        {
            _levels?.Resume(batch, levels.Sent, new PlaceReading(_transaction, _places));
        }
    }

    private bool TrySaveSent(FastState state)
    {
        if (_levels is null || _envelopes?.Transaction is not X12Envelope envelope)
        {
            return _levels is null;
        }

        if (_transaction?.Envelope != envelope || _transaction.Delimiters != _envelope.Delimiters)
        {
            _transaction = new SentTransaction(_fileName, envelope, _envelope.Table!, _envelope.Delimiters); // It is read.
        }

        state.Transaction = state.Batch.NumberOf(_transaction);
        return _levels.TrySave(state.Batch, ref state.Levels.Sent);
    }

    /// <summary>True where no header around the claims is refused.</summary>
    public bool DoHeadersConform => !_problems.IsHeaderRefused;

    private void ReadEnvelope(in Segment segment, in Delimiters delimiters)
    {
        if (_envelope.Table is not null)
        {
            if (segment.Id == SegmentId.Se && !LooksAtEnvelopesOnly)
            {
                _loops.End();
                _content.EndTransaction();
            }

            OpenLevel(Level.Transaction);
        }

        _envelope.Delimiters = delimiters;
        _envelope.Read(segment);
        if (segment.Id == SegmentId.St && _envelope.Table is LoopTable table)
        {
            _loops.Begin(table, segment);
            _content.Begin(table.Type, delimiters);
        }
    }

    private void ReadInTransaction(in Segment segment, in Delimiters delimiters)
    {
        if (LooksAtEnvelopesOnly)
        {
            return;
        }

        if (_envelope.Table is null)
        {
            if (segment.Id == SegmentId.Clm)
            {
                _envelope.CountRefusedClaim();
            }

            return;
        }

        if (_claimPlace is not null && ++_segmentsOfClaim > X12ClaimReader.MaxClaimSegments)
        {
            if (_segmentsOfClaim == X12ClaimReader.MaxClaimSegments + 1)
            {
                _problems.Report(X12SegmentDiagnostics.ClaimTooLong(_claimPlace, X12ClaimReader.MaxClaimSegments));
            }

            return;
        }

        if (segment.Id == 0)
        {
            _problems.Report(X12SegmentDiagnostics.BadSegmentId(_problems.Place(segment, LoopOfUnknown)));
            return;
        }

        if (SegmentDirectory.Find(segment.Id) is not SegmentForm form)
        {
            _problems.Report(X12SegmentDiagnostics.UnknownSegment(_problems.Place(segment, LoopOfUnknown), SegmentId.Text(segment.Id)));
            return;
        }

        LoopRule? rule = _loops.Place(segment, out bool opens, ref form);
        if (opens && rule?.Opens is Level level)
        {
            OpenLevels(level, segment, rule);
        }

        ElementChecks.Check(segment, form, (rule ?? _loops.Current).PlaceId, delimiters, _problems);
        if (rule is not null)
        {
            _levels?.Add(segment);
            _content.Read(segment, rule, opens);
        }
    }

    private void OpenLevels(Level level, in Segment segment, LoopRule rule)
    {
        if (!_loops.TakeForced())
        {
            OpenLevel(level);
        }
        else
        {
            for (Level outer = Level.Billing; outer <= level; outer++)
            {
                if (outer != Level.Patient || level == Level.Patient)
                {
                    OpenLevel(outer);
                }
            }

            _problems.Report(segment.Id == SegmentId.Hl && segment[3] is not [(byte)'2', (byte)'2' or (byte)'3']
                ? X12ElementDiagnostics.UnknownLevel(_problems.Place(segment, null, 3), SentText.Value(segment[3]))
                : X12SegmentDiagnostics.OutOfOrder(_problems.Place(segment, rule.Id), SegmentId.Text(segment.Id), rule.Id, string.Join(" or ", rule.Within)));
        }

        if (level == Level.Claim)
        {
            _claimPlace = _problems.Place(segment, rule.Id);
            _segmentsOfClaim = 1;
        }
    }

    private void OpenLevel(Level level)
    {
        _problems.Open(level);
        _places.Open(level);
        _levels?.Open(level);
        _content.Open(level);
    }

    private ReadClaim FinishClaim(bool isCutOff)
    {
        X12Place place = _claimPlace!; // INVARIANT: called only while a claim is open
        _claimPlace = null;
        if (isCutOff)
        {
            _problems.Report(X12Diagnostics.CutOff(place));
            _loops.Leave();
        }
        else
        {
            _content.EndClaim();
            _loops.CloseClaim();
        }

        string? id = _content.ClaimId;
        ImmutableArray<Diagnostic> problems = _problems.TakeClaim(out bool isBad);
        Claim? claim = isBad ? null : _content.Finish();
        return new ReadClaim(claim, id, place, problems)
        {
            Conforms = !_problems.IsHeaderRefused && !problems.Any(problem => problem.Severity == Severity.Error),
            Places = _envelopes is null ? null : Places,
            Transaction = _envelopes?.Transaction,
        };
    }

    /// <summary>True for the id of a header or trailer of an envelope.</summary>
    public static bool IsEnvelope(uint tag) => tag is SegmentId.Isa or SegmentId.Gs or SegmentId.St or SegmentId.Se or SegmentId.Ge or SegmentId.Iea;

    private static bool EndsClaim(uint tag) => tag is SegmentId.Clm or SegmentId.Hl || IsEnvelope(tag);
}
