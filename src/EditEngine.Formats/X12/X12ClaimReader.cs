using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Reads claims from X12 837 files: professional, institutional and dental, version 005010 with all addenda.</summary>
/// <remarks>
/// Streams: memory does not grow with the file. A claim with a fault in its own segments, or in those of its patient, subscriber or billing
/// provider, is bad; the next goes on. Faults of envelopes are problems of the file, and its claims are read. A transaction in another version
/// is refused whole. Payer is NM109 of the payer, or its name where it has no id. Not safe for several threads at once.
/// </remarks>
public sealed class X12ClaimReader : IClaimReader
{
    /// <summary>A claim of the most lines (999) with the most segments a line has stays below.</summary>
    internal const int MaxClaimSegments = 200_000;

    private readonly SegmentSource _source;
    private readonly SegmentReading _reading;
    private readonly SegmentFeed _feed;
    private bool _isHeld;

    /// <summary>A reader of one file.</summary>
    /// <param name="stream">The bytes, read once from where it stands; disposed with the reader.</param>
    /// <param name="fileName">Name for places; nothing is opened by it.</param>
    /// <param name="envelopes">Takes the envelopes and their faults; with it each claim comes with its transaction and the places of its values.</param>
    public X12ClaimReader(Stream stream, string fileName, X12EnvelopeLog? envelopes = null)
        : this(stream, fileName, envelopes, looksAtEnvelopesOnly: false)
    {
    }

    private X12ClaimReader(Stream stream, string fileName, X12EnvelopeLog? envelopes, bool looksAtEnvelopesOnly)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        _source = new SegmentSource(stream);
        _reading = new SegmentReading(fileName, envelopes, SourceMapBuilder.Of(fileName)) { LooksAtEnvelopesOnly = looksAtEnvelopesOnly };
        _feed = new SegmentFeed(_source, _reading);
    }

    /// <summary>A reader that gives no claim: it only tells what is wrong with envelopes.</summary>
    internal static X12ClaimReader OfEnvelopes(Stream stream, string fileName, X12EnvelopeLog envelopes) => new(stream, fileName, envelopes, looksAtEnvelopesOnly: true);

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => _reading.Problems.OfFile;

    /// <summary>Where the values of the claim that <see cref="Read"/> gave last stand. Made when asked for; to be asked before the next claim is read.</summary>
    public X12SourceMap Places => _reading.Places;

    /// <inheritdoc/>
    public ReadClaim? Read()
    {
        while (!_feed.IsOver)
        {
            if (!_isHeld && !_feed.Advance())
            {
                continue;
            }

            if (_reading.EndBefore(_source.CurrentId) is ReadClaim claim)
            {
                _isHeld = true;
                return claim;
            }

            _isHeld = false;
            _reading.Feed(_source.Current(_feed.Number), _source.Delimiters);
        }

        return _reading.End(_source.Offset);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
