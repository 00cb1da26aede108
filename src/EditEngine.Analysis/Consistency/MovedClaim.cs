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
    public static DatedClaim? By(DatedClaim dated, int days)
    {
        if (Moved(dated.AsOf, days) is not DateOnly asOf)
        {
            return null;
        }

        Claim claim = dated.Claim;
        foreach (string name in ClaimPart.Of(claim).Select(part => part.Name).ToList())
        {
            ClaimPart part = ClaimPart.Of(claim).First(one => one.Name == name);
            object facts = part.Facts;
            foreach (SaidValue value in SaidValue.Of(part.Kind, claim, facts))
            {
                if (value is { Field.IsSubmitted: true, Value: DateOnly day } && FieldWriters.TypeOf(part.Kind, value.Path) is { Kind: TypeKind.Date })
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

        return new DatedClaim(claim, asOf);
    }

    private static DateOnly? Moved(DateOnly day, int days) =>
        day.DayNumber + (long)days is > 0 and < 3_652_000 and long number ? DateOnly.FromDayNumber((int)number) : null;
}
