using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>What conditions come to.</summary>
/// <param name="reading">Reads their parts.</param>
/// <param name="claim">The claim.</param>
/// <param name="decisions">What earlier phases have decided.</param>
internal sealed class ConditionEvaluator(ExpressionEvaluator reading, ClaimReading claim, EarlierDecisions decisions)
{
    /// <summary>A condition's value.</summary>
    public TruthValue Of(BoundExpression condition) => condition switch
    {
        BoundAnd and => reading.All(and.Operands),
        BoundOr or => or.Operands.Aggregate(TruthValue.False, (all, one) => all.Truth == Truth.True ? all : all | reading.Test(one)),
        BoundNot not => !reading.Test(not.Operand),
        BoundCompare compare => Value(compare.Left).Decide(Value(compare.Right), (left, right) => Comparison.Of(compare.Operator, left, right)),
        BoundInSet inSet => inSet.On is null
            ? Value(inSet.Value).Decide(value => SetConditions.InSet(value, inSet.Set, EvaluatedNone.Instance))
            : Value(inSet.Value).Decide(Value(inSet.On), (value, on) => SetConditions.InSet(value, inSet.Set, on)),
        BoundInRange range => InRange(range),
        BoundInCategory under => Value(under.Value).Decide(Value(under.Category), CodeConditions.InCategory),
        BoundInList list => Value(list.Value).Decide(Value(list.List), CodeConditions.InList),
        BoundOverlaps overlaps => Overlaps(overlaps),
        BoundIsPresent present => TruthValue.Of(Value(present.Value).Data.All(evaluated => evaluated is not (EvaluatedMissing or EvaluatedNone))),
        BoundIsYes yes => Value(yes.Value).Decide(static value => value switch
        {
            EvaluatedYesNo known => TruthValue.Of(known.Value),
            EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
            _ => TruthValue.False,
        }),
        BoundIsIn isIn => Value(isIn.Thing).Decide(value => OfThing(value, thing => TruthValue.Of((thing.Kind & isIn.Kinds) != 0))),
        BoundIsKind isKind => Value(isKind.Thing).Decide(value => OfThing(value, thing => reading.Sources.Belongs(thing, isKind.Variable, isKind.Alternatives))),
        BoundHas has => Has(has),
        BoundShares shares => Value(shares.Left).Decide(Value(shares.Right), CodeConditions.Shares),
        BoundSameCodes same => Value(same.Left).Decide(Value(same.Right), CodeConditions.SameCodes),
        BoundSame same => same.Left.Zip(same.Right).Aggregate(
            TruthValue.True, (all, pair) => all & Value(pair.First).Decide(Value(pair.Second), static (a, b) => Comparison.Of(BinaryOperator.Equal, a, b))),
        BoundQuantified quantified => reading.Sources.Quantify(quantified),
        BoundIsFound found => Value(found.Row).Decide(static row => row switch
        {
            EvaluatedThing => TruthValue.True,
            EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
            _ => TruthValue.False,
        }),
        BoundSample sample => Value(sample.By).Decide(value => value switch
        {
            EvaluatedText text => TruthValue.Of(Crc32.Of(text.Value) % (uint)sample.Whole < sample.Part),
            EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
            _ => TruthValue.False,
        }),
        BoundIsPayable payable => Value(payable.Thing).Decide(value => OfThing(value, thing => TruthValue.Of(decisions.IsPayable(thing)))),
        BoundIsDecidedBy by => Value(by.Thing).Decide(value => OfThing(value, thing => TruthValue.Of(decisions.IsDeniedBy(thing, by.Edit)))),
        BoundIsOnClaim on => Value(on.Suggestion).Decide(value => OfThing(value, thing => TruthValue.Of(claim.IsOnClaim((Suggestion)thing.Facts)))),
        BoundIsOther other => TruthValue.Of(other.Others.All(one => !Value(one).Single.Equals(Value(other.Thing).Single))),
        BoundIsEarlier earlier => EarlierThing.Test(Value(earlier.Thing).Single, Value(earlier.Than).Single),
        BoundUse use => reading.Use(use, reading.Test),
        BoundChoice choice => reading.Choose(choice).Decide(OfTruth),
        _ => Value(condition).Decide(OfTruth),
    };

    private static TruthValue OfTruth(EvaluatedValue evaluated) => evaluated switch
    {
        EvaluatedYesNo known => TruthValue.Of(known.Value),
        EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
        _ => TruthValue.False,
    };

    private static TruthValue OfThing(EvaluatedValue evaluated, Func<Thing, TruthValue> test) => evaluated switch
    {
        EvaluatedThing known => test(known.Thing),
        EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
        _ => TruthValue.False,
    };

    private TruthValue InRange(BoundInRange range)
    {
        PossibleValues value = Value(range.Value);
        PossibleValues from = ValueOrNone(range.From);
        PossibleValues to = ValueOrNone(range.To);
        List<TruthValue> verdicts = [];
        foreach (EvaluatedValue one in value.Data)
        {
            foreach (EvaluatedValue low in from.Data)
            {
                foreach (EvaluatedValue high in to.Data)
                {
                    TruthValue above = range.From is null ? TruthValue.True : Comparison.Of(BinaryOperator.GreaterOrEqual, one, low);
                    TruthValue below = range.To is null ? TruthValue.True : Comparison.Of(BinaryOperator.LessOrEqual, one, high);
                    verdicts.Add(above & below);
                }
            }
        }

        return TruthValue.Alike(verdicts, value.Data.Length * from.Data.Length * to.Data.Length == 1 ? TruthValue.NoFields : value.Open.Union(from.Open).Union(to.Open));
    }

    private TruthValue Overlaps(BoundOverlaps overlaps) =>
        Value(overlaps.FromA).Decide(Value(overlaps.ToB), static (a, b) => Comparison.Of(BinaryOperator.LessOrEqual, a, b))
        & Value(overlaps.FromB).Decide(Value(overlaps.ToA), static (a, b) => Comparison.Of(BinaryOperator.LessOrEqual, a, b));

    private TruthValue Has(BoundHas has) => SetConditions.Has(has, Value(has.List), ValueOrNone(has.On), ValueOrNone(has.Code));

    private PossibleValues Value(BoundExpression expression) => reading.Value(expression);

    private PossibleValues ValueOrNone(BoundExpression? expression) => expression is null ? PossibleValues.Of(EvaluatedNone.Instance) : reading.Value(expression);
}
