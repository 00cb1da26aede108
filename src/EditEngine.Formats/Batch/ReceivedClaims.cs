using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Batch;

/// <summary>Claims of another reader, each with a day of receipt where it says none itself: an 837 has no place for it.</summary>
/// <param name="claims">The other reader; disposed with this one.</param>
/// <param name="dayOf">The day that the claims of a file were received; files as <see cref="ClaimSources"/> names them.</param>
internal sealed class ReceivedClaims(IClaimReader claims, Func<string, DateOnly> dayOf) : IClaimReader
{
    private string? _file;
    private DateOnly _day;

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => claims.FileProblems;

    /// <inheritdoc/>
    public ReadClaim? Read()
    {
        ReadClaim? read = claims.Read();
        return read?.Claim is Claim { ReceivedDate: null } claim && FileOf(read.Place) is string file
            ? read with { Claim = claim with { ReceivedDate = DayOf(file) } }
            : read;
    }

    /// <inheritdoc/>
    public void Dispose() => claims.Dispose();

    private DateOnly DayOf(string file)
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
