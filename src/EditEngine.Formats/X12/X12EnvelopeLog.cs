using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>The envelopes of a run in the order of their headers, and what was found wrong with each; some 150 bytes an envelope.</summary>
/// <remarks>Filled by one reader after the other, and to be asked once the last has come to its end.</remarks>
public sealed class X12EnvelopeLog
{
    private readonly List<X12Envelope> _all = [];
    private readonly HashSet<X12Envelope> _faulty = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<X12Envelope> _rejected = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Diagnostic, X12Envelope> _envelopeOf = new(ReferenceEqualityComparer.Instance);
    private X12Envelope? _interchange;
    private X12Envelope? _group;

    /// <summary>All of them.</summary>
    public IReadOnlyList<X12Envelope> All => _all;

    /// <summary>The transaction that is open.</summary>
    internal X12Envelope? Transaction { get; private set; }

    private X12Envelope? Innermost => Transaction ?? _group ?? _interchange;

    /// <summary>True where something was found in an envelope that belongs to no claim, be it listed or not.</summary>
    public bool IsFaulty(X12Envelope envelope) => _faulty.Contains(envelope);

    /// <summary>True where an envelope is rejected for a fault of its own: an error outside of loops, as a wrong count.</summary>
    public bool IsRejected(X12Envelope envelope) => _rejected.Contains(envelope);

    /// <summary>True where an envelope or one around it is rejected: nothing in it is accepted then.</summary>
    public bool IsWithinRejected(X12Envelope envelope)
    {
        for (X12Envelope? one = envelope; one is not null; one = one.Around)
        {
            if (_rejected.Contains(one))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The envelope that a problem of a file is a fault of; null for what lies outside of all, and for what is not of an X12 file.</summary>
    public X12Envelope? Of(Diagnostic problem) => _envelopeOf.GetValueOrDefault(problem);

    internal void BeginFile() => (_interchange, _group, Transaction) = (null, null, null);

    internal void Open(string file, X12EnvelopeKind kind, string controlNumber, long offset)
    {
        X12Envelope opened = new(file, kind, controlNumber, offset) { Around = Innermost };
        _all.Add(opened);
        switch (kind)
        {
            case X12EnvelopeKind.Interchange:
                _interchange = opened;
                break;
            case X12EnvelopeKind.Group:
                _group = opened;
                break;
            default:
                Transaction = opened;
                break;
        }
    }

    internal void Close(X12EnvelopeKind kind)
    {
        Transaction = null;
        _group = kind == X12EnvelopeKind.Transaction ? _group : null;
        _interchange = kind == X12EnvelopeKind.Interchange ? null : _interchange;
    }

    /// <summary>Counts a problem that belongs to no claim against its envelope, while that is open.</summary>
    internal void Blame(Diagnostic problem)
    {
        if (EnvelopeAt(problem.Place) is not X12Envelope envelope)
        {
            return;
        }

        _faulty.Add(envelope);
        if (problem is { Severity: Severity.Error, Place: X12Place { Loop: null } })
        {
            _rejected.Add(envelope);
        }
    }

    /// <summary>Rejects the innermost envelope that is open: its header is refused.</summary>
    internal void Reject()
    {
        if (Innermost is X12Envelope envelope)
        {
            _faulty.Add(envelope);
            _rejected.Add(envelope);
        }
    }

    /// <summary>Remembers whose a problem is that will be listed.</summary>
    internal void Keep(Diagnostic problem)
    {
        if (EnvelopeAt(problem.Place) is X12Envelope envelope)
        {
            _envelopeOf.Add(problem, envelope);
        }
    }

    // Headers and trailers speak of their own envelope; all else of the innermost that is open.
    private X12Envelope? EnvelopeAt(Place? place) => (place as X12Place)?.SegmentTag switch
    {
        null => null,
        "ISA" or "IEA" => _interchange,
        "GS" or "GE" => _group ?? _interchange,
        _ => Innermost,
    };
}
