using System.Text;
using EditEngine.Diagnostics;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12;

/// <summary>Interchanges, groups and transactions: what is open, what was counted, whether headers and trailers agree.</summary>
internal sealed class Envelope(string file, ProblemLog problems, X12EnvelopeLog? envelopes)
{
    private const int IdLength = 3;

    private string _interchangeNumber = "";
    private string _groupNumber = "";
    private string _transactionNumber = "";
    private string _groupVersion = "";
    private int _groups;
    private int _transactions;
    private int _segmentsOfInterchange;
    private int _segmentsOfTransaction;
    private readonly ControlNumbers _interchangesOfFile = new();
    private readonly ControlNumbers _groupsOfInterchange = new();
    private readonly ControlNumbers _transactionsOfGroup = new();
    private Func<int, Diagnostic>? _refusal;
    private int _refusedClaims;

    /// <summary>Delimiters of the interchange.</summary>
    public Delimiters Delimiters { get; set; }

    public bool HasInterchange { get; private set; }

    public bool HasGroup { get; private set; }

    public bool HasTransaction { get; private set; }

    /// <summary>The table of the transaction that is open, or null where it is not read.</summary>
    public LoopTable? Table { get; private set; }

    /// <summary>Counts a segment.</summary>
    /// <returns>Its number in its transaction, or outside of one in its interchange.</returns>
    public int CountSegment(uint tag)
    {
        _segmentsOfInterchange = tag == SegmentId.Isa ? 1 : _segmentsOfInterchange + 1;
        _segmentsOfTransaction = tag == SegmentId.St ? 1 : _segmentsOfTransaction + 1;
        return tag == SegmentId.St || (HasTransaction && tag is not (SegmentId.Isa or SegmentId.Gs or SegmentId.Ge or SegmentId.Iea)) ? _segmentsOfTransaction : _segmentsOfInterchange;
    }

    /// <summary>Counts segments that were read without it; none of them is of the envelopes.</summary>
    /// <returns>The number of the last in its transaction.</returns>
    public int Count(int segments)
    {
        _segmentsOfInterchange += segments;
        return _segmentsOfTransaction += segments;
    }

    /// <summary>Reads a segment of the envelopes.</summary>
    public void Read(in Segment segment)
    {
        switch (segment.Id)
        {
            case SegmentId.Isa:
                BeginInterchange(segment);
                break;
            case SegmentId.Gs:
                BeginGroup(segment);
                break;
            case SegmentId.St:
                BeginTransaction(segment);
                break;
            case SegmentId.Se:
                EndTransaction(segment);
                break;
            case SegmentId.Ge:
                EndGroup(segment);
                break;
            default:
                EndInterchange(segment);
                break;
        }
    }

    /// <summary>A claim of a transaction that is not read.</summary>
    public void CountRefusedClaim() => _refusedClaims++;

    /// <summary>The file ends.</summary>
    public void End(long offset) => CloseInterchange(offset);

    // A transaction set that is not named, or is another, is told by its own words.
    private void CheckElements(in Segment segment)
    {
        if (segment.Id != SegmentId.St || segment[1].SequenceEqual("837"u8))
        {
            ElementChecks.Check(segment, Guide.EnvelopeSegment(segment.Id), loop: null, Delimiters, problems);
        }
    }

    private void RequireUnique(ControlNumbers numbers, string number, in Segment header, int element)
    {
        if (!numbers.Add(number))
        {
            problems.Report(X12Diagnostics.ControlNumberRepeated(problems.Place(header, null, element), SegmentId.Text(header.Id), element, SentText.Value(Text(header[element]))), isVital: false);
        }
    }

    private void BeginInterchange(in Segment isa)
    {
        CloseInterchange(isa.Offset);
        HasInterchange = true;
        _groups = 0;
        _interchangeNumber = Text(isa[13]);
        envelopes?.Open(file, X12EnvelopeKind.Interchange, _interchangeNumber, isa.Offset);
        problems.Enter(X12EnvelopeKind.Interchange);
        CheckElements(isa);
        _groupsOfInterchange.Clear();
        RequireUnique(_interchangesOfFile, $"{Text(isa[5])}*{Text(isa[6])}*{Text(isa[7])}*{Text(isa[8])}*{_interchangeNumber}", isa, 13);
        if (!isa[12].SequenceEqual("00501"u8))
        {
            problems.ReportOfGuide(X12Diagnostics.OldInterchange(problems.Place(isa, null, 12), SentText.Value(isa[12])));
        }
    }

    private void BeginGroup(in Segment gs)
    {
        CloseGroup(gs.Offset);
        HasGroup = true;
        _groups++;
        _transactions = 0;
        _groupNumber = Text(gs[6]);
        envelopes?.Open(file, X12EnvelopeKind.Group, _groupNumber, gs.Offset);
        problems.Enter(X12EnvelopeKind.Group);
        CheckElements(gs);
        _transactionsOfGroup.Clear();
        RequireUnique(_groupsOfInterchange, _groupNumber, gs, 6);
        RequireHeader(gs, HasInterchange, "ISA");
        _groupVersion = Text(gs[8]);
    }

    private void BeginTransaction(in Segment st)
    {
        CloseTransaction(st.Offset);
        if (!HasGroup)
        {
            _groupVersion = "";
        }

        HasTransaction = true;
        _transactions++;
        _transactionNumber = Text(st[2]);
        envelopes?.Open(file, X12EnvelopeKind.Transaction, _transactionNumber, st.Offset);
        problems.Enter(X12EnvelopeKind.Transaction);
        CheckElements(st);
        RequireUnique(_transactionsOfGroup, _transactionNumber, st, 2);
        RequireHeader(st, HasGroup, "GS");
        (Table, _refusal, _refusedClaims) = (null, null, 0);
        string own = Text(st[3]);
        string version = own.Length > 0 ? own : _groupVersion;
        string group = _groupVersion;
        X12Place place = problems.Place(st, null, 3);
        LoopTable? table = LoopTable.Of(Encoding.Latin1.GetBytes(version));
        if (!st[1].SequenceEqual("837"u8))
        {
            // What has not the length of an id names no other set than the version does.
            bool isUnnamed = table is not null && st[1].Length != IdLength;
            X12Place at = problems.Place(st, null, 1);
            problems.ReportOfFile(isUnnamed ? X12Diagnostics.SetNotNamed(at, SentText.Value(st[1]), SentText.Value(version)) : X12Diagnostics.NotClaims(at, SentText.Value(st[1])));
            if (!isUnnamed)
            {
                return;
            }
        }

        bool differs = own.Length > 0 && group.Length > 0 && own != group;
        if (differs && LoopTable.Of(Encoding.Latin1.GetBytes(group)) != table)
        {
            _refusal = claims => X12Diagnostics.VersionsDiffer(place, SentText.Value(own), SentText.Value(group), claims);
        }
        else if (table is null)
        {
            _refusal = claims => X12Diagnostics.UnsupportedVersion(place, SentText.Value(version), claims);
        }
        else
        {
            Table = table;
            if (differs)
            {
                problems.ReportOfFile(X12Diagnostics.AddendaDiffer(place, SentText.Value(own), SentText.Value(group)));
            }
        }
    }

    private void EndTransaction(in Segment se)
    {
        if (!RequireHeader(se, HasTransaction, "ST"))
        {
            return;
        }

        CheckElements(se);
        CheckCount(se, "SE01", _segmentsOfTransaction, "segments");
        CheckControl(se, "SE02", "ST02", _transactionNumber);
        LeaveTransaction();
    }

    private void EndGroup(in Segment ge)
    {
        CloseTransaction(ge.Offset);
        if (!RequireHeader(ge, HasGroup, "GS"))
        {
            return;
        }

        CheckElements(ge);
        CheckCount(ge, "GE01", _transactions, "transactions");
        CheckControl(ge, "GE02", "GS06", _groupNumber);
        LeaveGroup();
    }

    private void EndInterchange(in Segment iea)
    {
        CloseGroup(iea.Offset);
        if (!RequireHeader(iea, HasInterchange, "ISA"))
        {
            return;
        }

        CheckElements(iea);
        CheckCount(iea, "IEA01", _groups, "groups");
        CheckControl(iea, "IEA02", "ISA13", _interchangeNumber);
        LeaveInterchange();
    }

    private void CloseInterchange(long offset)
    {
        CloseGroup(offset);
        if (HasInterchange)
        {
            ReportMissing(offset, "IEA", "interchange", _interchangeNumber);
            LeaveInterchange();
        }
    }

    private void CloseGroup(long offset)
    {
        CloseTransaction(offset);
        if (HasGroup)
        {
            ReportMissing(offset, "GE", "group", _groupNumber);
            LeaveGroup();
        }
    }

    private void CloseTransaction(long offset)
    {
        if (HasTransaction)
        {
            ReportMissing(offset, "SE", "transaction", _transactionNumber);
            LeaveTransaction();
        }
    }

    private void LeaveTransaction()
    {
        if (_refusal is not null)
        {
            problems.ReportOfFile(_refusal(_refusedClaims));
        }

        (HasTransaction, Table, _refusal) = (false, null, null);
        envelopes?.Close(X12EnvelopeKind.Transaction);
    }

    private void LeaveGroup()
    {
        HasGroup = false;
        envelopes?.Close(X12EnvelopeKind.Group);
    }

    private void LeaveInterchange()
    {
        HasInterchange = false;
        envelopes?.Close(X12EnvelopeKind.Interchange);
    }

    private void ReportMissing(long offset, string trailer, string header, string number) => problems.ReportOfFile(
        X12Diagnostics.TrailerMissing(problems.Place(offset, _segmentsOfInterchange, trailer), trailer, header, SentText.Value(number)));

    private bool RequireHeader(in Segment segment, bool isOpen, string header)
    {
        if (!isOpen)
        {
            problems.ReportOfFile(X12Diagnostics.HeaderMissing(problems.Place(segment, null), SegmentId.Text(segment.Id), header));
        }

        return isOpen;
    }

    private void CheckCount(in Segment trailer, string name, int counted, string things)
    {
        if (Values.WholeNumber(trailer[1]) != counted)
        {
            problems.ReportOfFile(X12Diagnostics.Count(problems.Place(trailer, null, 1), name, SentText.Value(trailer[1]), counted, things));
        }
    }

    private void CheckControl(in Segment trailer, string name, string header, string expected)
    {
        string seen = Text(trailer[2]);
        if (seen != expected)
        {
            problems.ReportOfFile(X12Diagnostics.ControlNumber(problems.Place(trailer, null, 2), name, SentText.Value(seen), header, SentText.Value(expected)));
        }
    }

    private static string Text(ReadOnlySpan<byte> element) => Show.Plain(element.Trim((byte)' '));
}
