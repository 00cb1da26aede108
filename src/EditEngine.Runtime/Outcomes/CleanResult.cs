using EditEngine.Claims;

namespace EditEngine.Outcomes;

/// <summary>What is said of a claim in which nothing was found and nothing is left open: each of its lines is paid as billed. Most claims are such, and need no result to be written.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Pack">name@version#meaning-hash.</param>
/// <param name="AsOf">As-of date.</param>
/// <param name="Lines">Its lines, by number.</param>
/// <param name="HistorySupplied">As <see cref="Result.HistorySupplied"/>.</param>
internal readonly record struct CleanResult(Claim Claim, string Pack, DateOnly AsOf, ServiceLine[] Lines, bool HistorySupplied)
{
    /// <summary>The result that says the same.</summary>
    public Result ToResult() => new()
    {
        Claim = Claim.Id,
        Pack = Pack,
        AsOf = AsOf,
        Disposition = Disposition.Clean,
        Lines = default,
        LineDecisions = new LineDecisions(Lines, null),
        Findings = [],
        HistorySupplied = HistorySupplied,
    };

    /// <summary>Its name alone: it speaks of a person.</summary>
    public override string ToString() => nameof(CleanResult);
}
