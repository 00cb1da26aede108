using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Numbers;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <content>Conditions.</content>
internal sealed partial class ExpressionEvaluator
{
    /// <summary>A condition's value.</summary>
    public TruthValue Test(BoundExpression condition)
    {
        TruthValue verdict = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? TestOf(condition) : DeepStack.Run(() => TestOf(condition));
        Watch?.Tested(this, condition, verdict);
        return verdict;
    }

    private TruthValue TestOf(BoundExpression condition) => condition switch
    {
        BoundAnd and => All(and.Operands),
        BoundOr or => or.Operands.Aggregate(TruthValue.False, (all, one) => all.Truth == Truth.True ? all : all | Test(one)),
        BoundNot not => !Test(not.Operand),
        BoundCompare compare => Decide(Value(compare.Left), Value(compare.Right), (left, right) => Comparison.Of(compare.Operator, left, right)),
        BoundInSet inSet => inSet.On is null
            ? Decide(Value(inSet.Value), value => InSet(value, inSet.Set, EvaluatedNone.Instance))
            : Decide(Value(inSet.Value), Value(inSet.On), (value, on) => InSet(value, inSet.Set, on)),
        BoundInRange range => InRange(range),
        BoundInList list => Decide(Value(list.Value), Value(list.List), InList),
        BoundOverlaps overlaps => Overlaps(overlaps),
        BoundIsPresent present => TruthValue.Of(Value(present.Value).Data.All(evaluated => evaluated is not (EvaluatedMissing or EvaluatedNone))),
        BoundIsYes yes => Decide(Value(yes.Value), static value => value switch
        {
            EvaluatedYesNo known => TruthValue.Of(known.Value),
            EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
            _ => TruthValue.False,
        }),
        BoundIsIn isIn => Decide(Value(isIn.Thing), value => OfThing(value, thing => TruthValue.Of((thing.Kind & isIn.Kinds) != 0))),
        BoundIsKind isKind => Decide(Value(isKind.Thing), value => OfThing(value, thing => Belongs(thing, isKind.Variable, isKind.Alternatives))),
        BoundHas has => Has(has),
        BoundShares shares => Decide(Value(shares.Left), Value(shares.Right), Shares),
        BoundSame same => same.Left.Zip(same.Right).Aggregate(
            TruthValue.True, (all, pair) => all & Decide(Value(pair.First), Value(pair.Second), static (a, b) => Comparison.Of(BinaryOperator.Equal, a, b))),
        BoundQuantified quantified => Quantify(quantified),
        BoundIsFound found => Decide(Value(found.Row), static row => row switch
        {
            EvaluatedThing => TruthValue.True,
            EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
            _ => TruthValue.False,
        }),
        BoundSample sample => Decide(Value(sample.By), value => value switch
        {
            EvaluatedText text => TruthValue.Of(Crc32.Of(text.Value) % (uint)sample.Whole < sample.Part),
            EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
            _ => TruthValue.False,
        }),
        BoundIsPayable payable => Decide(Value(payable.Thing), value => OfThing(value, thing => TruthValue.Of(IsPayable(thing)))),
        BoundIsDecidedBy by => Decide(Value(by.Thing), value => OfThing(value, thing => TruthValue.Of(IsDeniedBy(thing, by.Edit)))),
        BoundIsOnClaim on => Decide(Value(on.Suggestion), value => OfThing(value, thing => TruthValue.Of(IsOnClaim((Suggestion)thing.Facts)))),
        BoundIsOther other => TruthValue.Of(other.Others.All(one => !Value(one).Single.Equals(Value(other.Thing).Single))),
        BoundIsEarlier earlier => EarlierThing.Test(Value(earlier.Thing).Single, Value(earlier.Than).Single),
        BoundUse use => Use(use, Test),
        BoundChoice choice => Decide(Choose(choice), OfTruth),
        _ => Decide(Value(condition), OfTruth),
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

    private TruthValue All(ImmutableArray<BoundExpression> conditions)
    {
        TruthValue all = TruthValue.True;
        foreach (BoundExpression condition in conditions)
        {
            all &= Test(condition);
            if (all.Truth == Truth.False)
            {
                return all;
            }
        }

        return all;
    }

    private static TruthValue Decide(PossibleValues value, Func<EvaluatedValue, TruthValue> test) =>
        value.Data.Length == 1 ? test(value.Data[0]) : TruthValue.Alike(value.Data.Select(test), value.Open);

    private static TruthValue Decide(PossibleValues left, PossibleValues right, Func<EvaluatedValue, EvaluatedValue, TruthValue> test) =>
        left.Data.Length == 1 && right.Data.Length == 1
            ? test(left.Data[0], right.Data[0])
            : TruthValue.Alike(left.Data.SelectMany(_ => right.Data, test), left.Open.Union(right.Open));

    private static TruthValue InSet(EvaluatedValue value, Constant set, EvaluatedValue on)
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

    private TruthValue InRange(BoundInRange range)
    {
        PossibleValues value = Value(range.Value);
        PossibleValues from = range.From is null ? PossibleValues.Of(EvaluatedNone.Instance) : Value(range.From);
        PossibleValues to = range.To is null ? PossibleValues.Of(EvaluatedNone.Instance) : Value(range.To);
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
        Decide(Value(overlaps.FromA), Value(overlaps.ToB), static (a, b) => Comparison.Of(BinaryOperator.LessOrEqual, a, b))
        & Decide(Value(overlaps.FromB), Value(overlaps.ToA), static (a, b) => Comparison.Of(BinaryOperator.LessOrEqual, a, b));

    private static TruthValue InList(EvaluatedValue value, EvaluatedValue list) => (value, list) switch
    {
        (_, EvaluatedCodes { Codes.IsEmpty: true }) => TruthValue.False,
        (EvaluatedNone, _) or (_, EvaluatedNone) => TruthValue.False,
        (EvaluatedCode code, EvaluatedCodes codes) => TruthValue.Of(codes.Codes.Any(one => Comparison.SameCode(one, code.Value))),
        _ => TruthValue.Unknown(Arithmetic.FieldsOf(value).Union(Arithmetic.FieldsOf(list))),
    };

    private TruthValue Has(BoundHas has)
    {
        PossibleValues filter = has.Code is null ? PossibleValues.Of(EvaluatedNone.Instance) : Value(has.Code);
        PossibleValues on = has.On is null ? PossibleValues.Of(EvaluatedNone.Instance) : Value(has.On);
        PossibleValues list = Value(has.List);
        return Decide(list.With(on, static (codes, day) => codes is EvaluatedCodes known ? new DatedCodes(known.Codes, day) : codes), filter, (codes, code) => HasMembers(has, codes, code));
    }

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

    private static TruthValue Shares(EvaluatedValue left, EvaluatedValue right)
    {
        if (left is EvaluatedCodes { Codes.IsEmpty: true } || right is EvaluatedCodes { Codes.IsEmpty: true } || left is EvaluatedNone || right is EvaluatedNone)
        {
            return TruthValue.False;
        }

        return left is EvaluatedCodes a && right is EvaluatedCodes b
            ? TruthValue.Of(a.Codes.Any(code => b.Codes.Contains(code)))
            : TruthValue.Unknown(Arithmetic.FieldsOf(left).Union(Arithmetic.FieldsOf(right)));
    }

    private bool IsPayable(Thing thing) => thing.Facts switch
    {
        HistoryLine history => history.Status is LineStatus.Paid or LineStatus.Adjusted,
        ServiceLine line => !Decider.IsDenied(_decided, line.Number),
        _ => !_decided.Any(draft => draft.State == FindingState.Active && draft.Level != FindingLevel.Line && ActionTable.Of(draft.Action).IsDenial),
    };

    private bool IsDeniedBy(Thing thing, string edit) => _decided.Any(draft =>
        draft.Edit.Id == edit
        && draft.State == FindingState.Active
        && ActionTable.Of(draft.Action).IsDenial
        && (draft.Level == FindingLevel.Line ? thing.Facts is ServiceLine line && line.Number == draft.Line : draft.Level != FindingLevel.History));

    private bool IsOnClaim(Suggestion suggestion)
    {
        Claim claim = _things.Claim;
        return suggestion.System switch
        {
            "ICD-10-CM" => !claim.Diagnoses.IsDefault && claim.Diagnoses.Any(d => Comparison.SameCode(d.Code, suggestion.Code)),
            "ICD-10-PCS" => claim.Procedures.Any(p => Comparison.SameCode(p.Code, suggestion.Code)),
            "CPT" or "HCPCS" or "CDT" => claim.Lines.Any(line => Comparison.SameCode(line.Procedure, suggestion.Code)),
            _ => false,
        };
    }

    /// <summary>A list of codes with the day on which they are asked for.</summary>
    private sealed record DatedCodes(ImmutableArray<Code> Codes, EvaluatedValue On) : EvaluatedValue;
}
