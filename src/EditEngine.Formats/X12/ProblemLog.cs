using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Problems found so far: those of the file, and those of the levels that are open, which go to the claims within them.</summary>
internal sealed class ProblemLog(string file, X12EnvelopeLog? envelopes)
{
    private const int MostOfFile = 1000;
    private const int MostOfClaim = 200;

    private readonly ImmutableArray<Diagnostic>.Builder _ofFile = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly List<Entry> _open = [];
    private readonly bool[] _refused = new bool[3];
    private X12EnvelopeKind _header;
    private readonly LevelStarts _starts = new();
    private Level _level;
    private Place? _firstNotListed;
    private long _notListed;

    /// <summary>True where the header of the transaction, or of an envelope around it, is refused: no claim in it conforms.</summary>
    public bool IsHeaderRefused => _refused.Contains(true);

    /// <summary>Goes to the header of an envelope: what was wrong with an earlier one of its kind, and within that, is over.</summary>
    public void Enter(X12EnvelopeKind kind)
    {
        _header = kind;
        _refused.AsSpan((int)kind).Clear();
    }

    /// <summary>Problems that belong to no claim; where there are more than are listed, the last says how many there are.</summary>
    public ImmutableArray<Diagnostic> OfFile =>
        _notListed == 0 ? _ofFile.ToImmutable() : [.. _ofFile, X12Diagnostics.MoreProblems(_firstNotListed, _ofFile.Count + _notListed, _ofFile.Count)];

    /// <summary>A place in the file, with what was sent there.</summary>
    public X12Place Place(in Segment segment, string? loop, int? element = null, int? component = null) =>
        new(file, segment.Offset, segment.Number, SegmentId.Text(segment.Id), loop, element, component)
        {
            Value = element is int position ? Show.Sent(component is int part ? segment.Component(position, part) : segment[position]) : null,
        };

    /// <summary>A place where a segment is missing.</summary>
    public X12Place Place(long offset, int number, string tag, string? loop = null) => new(file, offset, number, tag, loop, null, null);

    /// <summary>Opens a level. Problems of what is closed by it that went to no claim become the file's.</summary>
    public void Open(Level level)
    {
        int cut = _starts.Open(level, _open.Count);
        foreach (Entry entry in CollectionsMarshal.AsSpan(_open)[cut..])
        {
            if (!entry.IsGiven)
            {
                ReportOfFile(entry.Problem);
            }
        }

        _open.RemoveRange(cut, _open.Count - cut);
        _level = level;
    }

    /// <summary>The level that is open.</summary>
    public Level Level => _level;

    /// <summary>True where no problem is open but those of a claim that was given.</summary>
    public bool IsCalm => _open.Count == 0 || (_level == Level.Claim && _starts.Of(Level.Claim) == 0);

    /// <summary>Goes to a level in which, as in those around it, nothing is wrong.</summary>
    public void Resume(Level level)
    {
        _open.Clear();
        _starts.Open(Level.Transaction, 0);
        _starts.Open(level, 0);
        _level = level;
    }

    /// <summary>A problem of the open level that only keeps it from conforming: its claims are read all the same.</summary>
    public void ReportOfGuide(Diagnostic problem) => Report(problem, isVital: false);

    /// <summary>A problem of the open level. Where it is an error, its claims cannot be read.</summary>
    public void Report(Diagnostic problem) => Report(problem, isVital: problem.Severity == Severity.Error);

    /// <summary>A problem of the open level.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="isVital">Whether its claims cannot be read.</param>
    public void Report(Diagnostic problem, bool isVital)
    {
        if (problem.Severity == Severity.Error)
        {
            Replace(problem);
        }

        if (_level == Level.Transaction)
        {
            if (problem.Severity == Severity.Error)
            {
                _refused[(int)_header] = true;
                envelopes?.Reject();
            }

            ReportOfFile(problem);
        }
        else if (_open.Count < MostOfClaim || (isVital && !IsUnreadable) || (problem.Severity == Severity.Error && !HasErrors))
        {
            _open.Add(new Entry(problem, IsGiven: false, isVital));
        }
        else if (!_open.Exists(entry => entry.Problem.Id == X12Diagnostics.MoreOfClaimId))
        {
            _open.Add(new Entry(X12Diagnostics.MoreOfClaim(problem.Place, MostOfClaim), IsGiven: false, IsVital: false));
        }
    }

    /// <summary>Takes back that a segment was missing: it was found where it has no place.</summary>
    public void WithdrawMissing(long loop, string tag) =>
        _open.RemoveAll(entry => !entry.IsGiven && entry.Problem.Id == X12SegmentDiagnostics.SegmentMissingId
            && entry.Problem.Place is X12Place place && place.Offset == loop && place.SegmentTag == tag);

    /// <summary>Where two errors speak of one element, that of the guide goes: the other knows more of what was meant.</summary>
    private void Replace(Diagnostic problem)
    {
        if (problem.Place is not X12Place { Element: not null } place)
        {
            return;
        }

        bool IsOfSame(Diagnostic other) => other is { Severity: Severity.Error, Place: X12Place at }
            && (at.Offset, at.Element, at.Component) == (place.Offset, place.Element, place.Component);
        if (_level != Level.Transaction)
        {
            _open.RemoveAll(entry => !entry.IsVital && !entry.IsGiven && IsOfSame(entry.Problem));
        }
        else if (_ofFile.Count > 0 && _notListed == 0 && IsOfSame(_ofFile[^1]))
        {
            _ofFile.RemoveAt(_ofFile.Count - 1);
        }
    }

    /// <summary>A problem of the file or its envelopes.</summary>
    public void ReportOfFile(Diagnostic problem)
    {
        if (_ofFile.Count < MostOfFile)
        {
            List(problem);
        }
        else
        {
            envelopes?.Blame(problem);
            _firstNotListed ??= problem.Place;
            _notListed++;
        }
    }

    /// <summary>The problem that ends the file: listed however many there are.</summary>
    public void ReportEnd(Diagnostic problem) => List(problem);

    /// <summary>The problems of the claim that ends: all errors of its levels, and of the warnings those that no earlier claim was told.</summary>
    public ImmutableArray<Diagnostic> TakeClaim(out bool isBad)
    {
        isBad = IsUnreadable;
        if (_open.Count == 0)
        {
            return [];
        }

        ImmutableArray<Diagnostic>.Builder taken = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (ref Entry entry in CollectionsMarshal.AsSpan(_open))
        {
            if (!entry.IsGiven || entry.Problem.Severity == Severity.Error)
            {
                taken.Add(entry.Problem);
            }

            entry = entry with { IsGiven = true };
        }

        return taken.ToImmutable();
    }

    private void List(Diagnostic problem)
    {
        _ofFile.Add(problem);
        envelopes?.Blame(problem);
        envelopes?.Keep(problem);
    }

    private bool HasErrors
    {
        get
        {
            foreach (Entry entry in CollectionsMarshal.AsSpan(_open))
            {
                if (entry.Problem.Severity == Severity.Error)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private bool IsUnreadable
    {
        get
        {
            foreach (Entry entry in CollectionsMarshal.AsSpan(_open))
            {
                if (entry.IsVital)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private readonly record struct Entry(Diagnostic Problem, bool IsGiven, bool IsVital);
}
