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
    private readonly LevelStarts _starts = new();
    private Level _level;
    private Place? _firstNotListed;
    private long _notListed;

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

    /// <summary>A problem of the open level.</summary>
    public void Report(Diagnostic problem)
    {
        if (_level == Level.Transaction)
        {
            ReportOfFile(problem);
        }
        else if (_open.Count < MostOfClaim || (problem.Severity == Severity.Error && !HasErrors))
        {
            _open.Add(new Entry(problem, IsGiven: false));
        }
        else if (!_open.Exists(entry => entry.Problem.Id == X12Diagnostics.MoreOfClaimId))
        {
            _open.Add(new Entry(X12Diagnostics.MoreOfClaim(problem.Place, MostOfClaim), IsGiven: false));
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
        isBad = HasErrors;
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

    private readonly record struct Entry(Diagnostic Problem, bool IsGiven);
}
