using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Reads claims from X12 837 files: professional, institutional and dental, version 005010 with all addenda.</summary>
/// <remarks>
/// Streams: memory does not grow with the file. A claim with a fault in its own segments, or in those of its patient, subscriber or billing
/// provider, is bad; the next goes on. Faults of envelopes are problems of the file, and its claims are read. A transaction in another version
/// is refused whole. Payer is NM109 of the payer, or its name where it has no id. Not safe for several threads at once.
/// </remarks>
public sealed partial class X12ClaimReader : IClaimReader
{
    /// <summary>A claim of the most lines (999) with the most segments a line has stays below.</summary>
    internal const int MaxClaimSegments = 200_000;

    private readonly string _fileName;
    private readonly SegmentSource _source;
    private readonly ProblemLog _problems;
    private readonly SourceMapBuilder _places;
    private readonly Envelope _envelope;
    private readonly LoopParser _loops;
    private readonly ClaimContent _content;
    private X12Place? _claimPlace;
    private int _segmentsOfClaim;
    private int _number;
    private readonly X12EnvelopeLog? _envelopes;
    private bool _isHeld;
    private bool _isOver;

    /// <summary>A reader of one file.</summary>
    /// <param name="stream">The bytes, read once from where it stands; disposed with the reader.</param>
    /// <param name="fileName">Name for places; nothing is opened by it.</param>
    /// <param name="envelopes">Takes the envelopes and their faults; with it each claim comes with its transaction and the places of its values.</param>
    public X12ClaimReader(Stream stream, string fileName, X12EnvelopeLog? envelopes = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        _fileName = fileName;
        _source = new SegmentSource(stream);
        _problems = new ProblemLog(fileName, envelopes);
        _places = new SourceMapBuilder(fileName);
        _envelope = new Envelope(fileName, _problems, envelopes);
        _envelopes = envelopes;
        envelopes?.BeginFile();
        _loops = new LoopParser(_problems);
        _content = new ClaimContent(_problems, _places);
    }

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => _problems.OfFile;

    /// <summary>Where the values of the claim that <see cref="Read"/> gave last stand. Made when asked for; to be asked before the next claim is read.</summary>
    public X12SourceMap Places => _places.Take();

    /// <inheritdoc/>
    public ReadClaim? Read()
    {
        while (!_isOver)
        {
            if (!_isHeld && !Advance())
            {
                continue;
            }

            uint tag = _source.CurrentId;
            if (_claimPlace is not null && EndsClaim(tag))
            {
                _isHeld = true;
                return FinishClaim(isCutOff: tag is not (SegmentId.Clm or SegmentId.Hl or SegmentId.Se));
            }

            _isHeld = false;
            Segment segment = _source.Current(_number);
            if (IsEnvelope(tag))
            {
                ReadEnvelope(segment);
            }
            else if (!_envelope.HasTransaction)
            {
                X12Place place = _problems.Place(segment, null);
                _problems.ReportOfFile(tag == 0 ? X12SegmentDiagnostics.BadSegmentId(place) : X12Diagnostics.StraySegment(place));
            }
            else
            {
                ReadInTransaction(segment);
            }
        }

        return TakeLastClaim();
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private void ReadEnvelope(in Segment segment)
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

        _envelope.Delimiters = _source.Delimiters;
        _envelope.Read(segment);
        if (segment.Id == SegmentId.St && _envelope.Table is LoopTable table)
        {
            _loops.Begin(table, segment);
            _content.Begin(table.Type, _source.Delimiters);
        }
    }

    /// <summary>True for a reader that gives no claim: it only tells what is wrong with envelopes.</summary>
    internal bool LooksAtEnvelopesOnly { get; init; }

    private void ReadInTransaction(in Segment segment)
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

        if (_claimPlace is not null && ++_segmentsOfClaim > MaxClaimSegments)
        {
            if (_segmentsOfClaim == MaxClaimSegments + 1)
            {
                _problems.Report(X12SegmentDiagnostics.ClaimTooLong(_claimPlace, MaxClaimSegments));
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

        ElementChecks.Check(segment, form, (rule ?? _loops.Current).PlaceId, _source.Delimiters, _problems);
        if (rule is not null)
        {
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

    private ReadClaim? TakeLastClaim()
    {
        ReadClaim? last = _claimPlace is null ? null : FinishClaim(isCutOff: true);
        if (last is null)
        {
            if (_envelope.Table is not null)
            {
                OpenLevel(Level.Transaction);
            }

            _envelope.End(_source.Offset);
        }

        return last;
    }

    private static bool IsEnvelope(uint tag) => tag is SegmentId.Isa or SegmentId.Gs or SegmentId.St or SegmentId.Se or SegmentId.Ge or SegmentId.Iea;

    private static bool EndsClaim(uint tag) => tag is SegmentId.Clm or SegmentId.Hl || IsEnvelope(tag);
}
