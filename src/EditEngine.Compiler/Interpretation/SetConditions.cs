using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>What is in a set, and how many of a list are.</summary>
internal static class SetConditions
{
    /// <summary>A code, text or number is in a set; a code on a day, where members have their time.</summary>
    public static TruthValue InSet(EvaluatedValue value, Constant set, EvaluatedValue on)
    {
        switch (value, set)
        {
            case (EvaluatedMissing missing, _):
                return TruthValue.Unknown(missing.Fields);
            case (EvaluatedCode code, CodeSetConstant codes):
                if (code.Value.Odd is not null)
                {
                    return TruthValue.False;
                }

                if (on is EvaluatedDate date)
                {
                    return TruthValue.Of(codes.Set.Contains(code.Value.Packed, date.Day));
                }

                return codes.Set.ContainsSometime(code.Value.Packed) switch
                {
                    SometimeMember.Never => TruthValue.False,
                    SometimeMember.Always => TruthValue.True,
                    _ => on is EvaluatedMissing unknown ? TruthValue.Unknown(unknown.Fields) : TruthValue.False,
                };
            case (EvaluatedText text, TextSetConstant texts):
                return TruthValue.Of(texts.Texts.Contains(text.Value) || texts.Prefixes.Any(prefix => text.Value.StartsWith(prefix, StringComparison.Ordinal)));
            case (EvaluatedNumber number, NumberSetConstant numbers):
                return TruthValue.Of(numbers.Numbers.Any(one => Rational.Compare(one, number.Value) == 0));
            case (EvaluatedRange range, NumberSetConstant numbers):
                return numbers.Numbers.Aggregate(TruthValue.False, (all, one) => all | Comparison.Of(BinaryOperator.Equal, range, new EvaluatedNumber(one)));
            default:
                return TruthValue.False;
        }
    }

    /// <summary>A list of codes has as many members as are asked for.</summary>
    /// <param name="has">What is asked.</param>
    /// <param name="list">The list.</param>
    /// <param name="on">The day on which the codes are asked for.</param>
    /// <param name="filter">The code that members equal; none: any code.</param>
    public static TruthValue Has(BoundHas has, PossibleValues list, PossibleValues on, PossibleValues filter) =>
        list.With(on, static (codes, day) => codes is EvaluatedCodes known ? new DatedCodes(known.Codes, day) : codes).Decide(filter, (codes, code) => HasMembers(has, codes, code));

    private static TruthValue HasMembers(BoundHas has, EvaluatedValue list, EvaluatedValue filter)
    {
        if (list is not DatedCodes { Codes: var codes, On: var on })
        {
            return list is EvaluatedMissing missing ? TruthValue.Unknown(missing.Fields) : TruthValue.False;
        }

        int certain = 0;
        int possible = 0;
        ImmutableSortedSet<string> fields = TruthValue.NoFields;
        foreach (Code code in codes.Distinct())
        {
            TruthValue matches = has.Set is Constant set ? InSet(new EvaluatedCode(code), set, on)
                : has.Code is not null ? Comparison.Of(BinaryOperator.Equal, new EvaluatedCode(code), filter)
                : TruthValue.True;
            matches = has.IsOutside ? !matches : matches;
            certain += matches.Truth == Truth.True ? 1 : 0;
            possible += matches.Truth != Truth.False ? 1 : 0;
            fields = fields.Union(matches.Missing);
        }

        (bool atLeast, bool atMost) = has.Quantity switch
        {
            Quantity.Any => (certain >= 1, possible < 1),
            Quantity.No => (possible < 1, certain >= 1),
            Quantity.Exactly => (certain == has.Number && possible == has.Number, certain > has.Number || possible < has.Number),
            Quantity.MoreThan => (certain > has.Number, possible <= has.Number),
            _ => (certain >= has.Number, possible < has.Number),
        };
        return atLeast ? TruthValue.True : atMost ? TruthValue.False : TruthValue.Unknown(fields);
    }

    /// <summary>A list of codes with the day on which they are asked for.</summary>
    private sealed record DatedCodes(ImmutableArray<Code> Codes, EvaluatedValue On) : EvaluatedValue;
}
