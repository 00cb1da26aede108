using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;

namespace EditEngine.Formats.Batch;

/// <summary>What a run asks of claims beside that they can be read, and what it adds to them. One a thread.</summary>
internal sealed class ClaimScreen
{
    private readonly ClaimRoom _room = new();
    private string? _file;
    private DateOnly _day;

    /// <summary>Claims that do not conform are bad, though they could be read.</summary>
    public bool AsksConformity { get; init; }

    /// <summary>What the trailers of the same claims say, looked at before; null where those are not asked.</summary>
    public RefusedTrailers? Trailers { get; init; }

    /// <summary>The day that the claims of a file were received, for those that do not say it: an 837 has no place for it. Files as <see cref="ClaimSources"/> names them; null: no one knows.</summary>
    public Func<string, DateOnly>? DayOf { get; init; }

    /// <summary>Claims without any date to decide them on are bad.</summary>
    public bool AsksDate { get; init; }

    /// <summary>A claim as it is decided, or as what it is told.</summary>
    public ReadClaim Of(ReadClaim read)
    {
        ReadClaim known = Received(AsksConformity ? Conforming(read) : read);
        return AsksDate ? DatedClaims.Dated(known) : known;
    }

    /// <summary>The claim of a row, as it is decided, good until the next is asked for; null where there is more to say of it, which <see cref="Of(ReadClaim)"/> does.</summary>
    public Claim? Of(ClaimBatch batch, int row)
    {
        if (AsksConformity && (!batch.Claims[row].Conforms || (batch.TransactionOf(row) is X12Envelope transaction && Trailers?.Refuse(transaction) == true)))
        {
            return null;
        }

        Claim claim = batch.ToClaim(row, _room);
        if (DayOf is not null && claim.ReceivedDate is null && FileOf(batch.PlaceOf(batch.Claims[row])) is string file)
        {
            claim._receivedDate = ReceivedOn(file, DayOf);
        }

        return AsksDate && AsOfDate.Of(claim) is null ? null : claim;
    }

    private ReadClaim Conforming(ReadClaim read)
    {
        if (read.Claim is null)
        {
            return read;
        }

        if (!read.Conforms)
        {
            bool isToldAlready = read.Problems.Any(problem => problem.Severity == Severity.Error);
            return read with { Claim = null, Problems = isToldAlready ? read.Problems : read.Problems.Add(BatchDiagnostics.EnvelopeRefused(read.Place)) };
        }

        return read.Transaction is X12Envelope transaction && Trailers?.Refuse(transaction) == true
            ? read with { Claim = null, Conforms = false, Problems = read.Problems.Add(BatchDiagnostics.EnvelopeRefused(read.Place)) }
            : read;
    }

    private ReadClaim Received(ReadClaim read) =>
        DayOf is not null && read.Claim is Claim { ReceivedDate: null } claim && FileOf(read.Place) is string file
            ? read with { Claim = claim with { ReceivedDate = ReceivedOn(file, DayOf) } }
            : read;

    private DateOnly ReceivedOn(string file, Func<string, DateOnly> dayOf)
    {
        if (_file != file)
        {
            (_file, _day) = (file, dayOf(file));
        }

        return _day;
    }

    private static string? FileOf(Place place) => place switch
    {
        X12Place segment => segment.File,
        JsonPlace line => line.File,
        FilePlace file => file.Name,
        _ => null,
    };
}
