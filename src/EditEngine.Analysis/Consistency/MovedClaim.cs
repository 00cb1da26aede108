using EditEngine.Analysis.Boundaries;
using EditEngine.Claims;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Analysis.Consistency;

/// <summary>A claim as it would have been on another day.</summary>
internal static class MovedClaim
{
    /// <summary>The claim with every date of it moved, that of birth too, and the as-of date: whatever lies between two of them is as it was.</summary>
    /// <param name="dated">The claim.</param>
    /// <param name="days">By how many days.</param>
    /// <returns>Null where a date would go beyond those that there are.</returns>
    public static DatedClaim? By(DatedClaim dated, int days) =>
        Moved(dated.AsOf, days) is DateOnly asOf && Moved(dated.Claim, days, static (_, _) => true) is Claim claim ? new DatedClaim(claim, asOf) : null;

    /// <summary>The claim with birth and history moved, and nothing else.</summary>
    /// <param name="dated">The claim.</param>
    /// <param name="days">By how many days.</param>
    /// <returns>Null where a date would go beyond those that there are.</returns>
    public static DatedClaim? EarlierBy(DatedClaim dated, int days) =>
        Moved(dated.Claim, days, static (kind, path) => kind == ThingKinds.History || path == "patient.birth") is Claim claim ? dated with { Claim = claim } : null;

    private static Claim? Moved(Claim claim, int days, Func<ThingKinds, string, bool> isMoved)
    {
        foreach (string name in ClaimPart.Of(claim).Select(part => part.Name).ToList())
        {
            ClaimPart part = ClaimPart.Of(claim).First(one => one.Name == name);
            object facts = part.Facts;
            foreach (SaidValue value in SaidValue.Of(part.Kind, claim, facts))
            {
                if (value is { Field.IsSubmitted: true, Value: DateOnly day } && isMoved(part.Kind, value.Path) && FieldWriters.TypeOf(part.Kind, value.Path) is { Kind: TypeKind.Date })
                {
                    if (Moved(day, days) is not DateOnly moved)
                    {
                        return null;
                    }

                    facts = FieldWriters.Write(part.Kind, facts, value.Path, moved);
                }
            }

            claim = part.With(facts);
        }

        return isMoved(ThingKinds.Span, "from") ? WithSpans(claim, days) : claim;
    }

    private static Claim WithSpans(Claim claim, int days)
    {
        foreach ((string member, FactValue fact) in claim.Facts)
        {
            claim = fact.Spans.IsDefault
                ? claim
                : claim with { Facts = claim.Facts.SetItem(member, new FactValue { Spans = [.. fact.Spans.Select(span => span with { From = Moved(span.From), Through = Moved(span.Through) })] }) };
        }

        return claim;

        // A day beyond all days is that of no claim that was made here.
        DateOnly? Moved(DateOnly? day) => day is DateOnly known ? MovedClaim.Moved(known, days) ?? known : null;
    }

    private static DateOnly? Moved(DateOnly day, int days) =>
        day.DayNumber + (long)days is > 0 and < 3_652_000 and long number ? DateOnly.FromDayNumber((int)number) : null;
}
