using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Evaluation;
using EditEngine.Numbers;
using EditEngine.Outcomes;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <content>Conditions.</content>
internal sealed partial class Reading
{
    /// <summary>A condition's value.</summary>
    public Verdict Test(BoundExpression condition) =>
        RuntimeHelpers.TryEnsureSufficientExecutionStack() ? TestOf(condition) : DeepStack.Run(() => TestOf(condition));

    private Verdict TestOf(BoundExpression condition) => condition switch
    {
        BoundAnd and => All(and.Operands),
        BoundOr or => or.Operands.Aggregate(Verdict.False, (all, one) => all.Truth == Truth.True ? all : all | Test(one)),
        BoundNot not => !Test(not.Operand),
        BoundCompare compare => Decide(Value(compare.Left), Value(compare.Right), (left, right) => Comparison.Of(compare.Operator, left, right)),
        BoundInSet inSet => inSet.On is null
            ? Decide(Value(inSet.Value), value => InSet(value, inSet.Set, NoneDatum.Instance))
            : Decide(Value(inSet.Value), Value(inSet.On), (value, on) => InSet(value, inSet.Set, on)),
        BoundInRange range => InRange(range),
        BoundInList list => Decide(Value(list.Value), Value(list.List), InList),
        BoundOverlaps overlaps => Overlaps(overlaps),
        BoundIsPresent present => Verdict.Of(Value(present.Value).Data.All(datum => datum is not (MissingDatum or NoneDatum))),
        BoundIsYes yes => Decide(Value(yes.Value), static value => value switch
        {
            YesNoDatum known => Verdict.Of(known.Value),
            MissingDatum missing => Verdict.Unknown(missing.Fields),
            _ => Verdict.False,
        }),
        BoundIsIn isIn => Decide(Value(isIn.Thing), value => OfThing(value, thing => Verdict.Of((thing.Store & isIn.Stores) != 0))),
        BoundIsKind isKind => Decide(Value(isKind.Thing), value => OfThing(value, thing => Belongs(thing, isKind.Variable, isKind.Alternatives))),
        BoundHas has => Has(has),
        BoundShares shares => Decide(Value(shares.Left), Value(shares.Right), Shares),
        BoundSame same => same.Left.Zip(same.Right).Aggregate(
            Verdict.True, (all, pair) => all & Decide(Value(pair.First), Value(pair.Second), static (a, b) => Comparison.Of(BinaryOperator.Equal, a, b))),
        BoundQuantified quantified => Quantify(quantified),
        BoundIsFound found => Decide(Value(found.Row), static row => row switch
        {
            ThingDatum => Verdict.True,
            MissingDatum missing => Verdict.Unknown(missing.Fields),
            _ => Verdict.False,
        }),
        BoundSample sample => Decide(Value(sample.By), value => value switch
        {
            TextDatum text => Verdict.Of(Crc32.Of(text.Value) % (uint)sample.Whole < sample.Part),
            MissingDatum missing => Verdict.Unknown(missing.Fields),
            _ => Verdict.False,
        }),
        BoundIsPayable payable => Decide(Value(payable.Thing), value => OfThing(value, thing => Verdict.Of(IsPayable(thing)))),
        BoundIsDecidedBy by => Decide(Value(by.Thing), value => OfThing(value, thing => Verdict.Of(IsDeniedBy(thing, by.Edit)))),
        BoundIsOnClaim on => Decide(Value(on.Suggestion), value => OfThing(value, thing => Verdict.Of(IsOnClaim((Suggestion)thing.Facts)))),
        BoundIsOther other => Verdict.Of(other.Others.All(one => !Value(one).Single.Equals(Value(other.Thing).Single))),
        BoundIsEarlier earlier => IsEarlier(Value(earlier.Thing).Single, Value(earlier.Than).Single),
        BoundUse use => Use(use, Test),
        BoundChoice choice => Decide(Choose(choice), OfTruth),
        _ => Decide(Value(condition), OfTruth),
    };

    private static Verdict OfTruth(Datum datum) => datum switch
    {
        YesNoDatum known => Verdict.Of(known.Value),
        MissingDatum missing => Verdict.Unknown(missing.Fields),
        _ => Verdict.False,
    };

    private static Verdict OfThing(Datum datum, Func<Thing, Verdict> test) => datum switch
    {
        ThingDatum known => test(known.Thing),
        MissingDatum missing => Verdict.Unknown(missing.Fields),
        _ => Verdict.False,
    };

    private Verdict All(ImmutableArray<BoundExpression> conditions)
    {
        Verdict all = Verdict.True;
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

    private static Verdict Decide(Possible value, Func<Datum, Verdict> test) =>
        value.Data.Length == 1 ? test(value.Data[0]) : Verdict.Alike(value.Data.Select(test), value.Open);

    private static Verdict Decide(Possible left, Possible right, Func<Datum, Datum, Verdict> test) =>
        left.Data.Length == 1 && right.Data.Length == 1
            ? test(left.Data[0], right.Data[0])
            : Verdict.Alike(left.Data.SelectMany(_ => right.Data, test), left.Open.Union(right.Open));

    private static Verdict InSet(Datum value, Constant set, Datum on)
    {
        switch (value, set)
        {
            case (MissingDatum missing, _):
                return Verdict.Unknown(missing.Fields);
            case (CodeDatum code, CodeSetConstant codes):
                if (code.Value.Odd is not null)
                {
                    return Verdict.False;
                }

                if (on is DateDatum date)
                {
                    return Verdict.Of(codes.Set.Contains(code.Value.Packed, date.Day));
                }

                return codes.Set.ContainsSometime(code.Value.Packed) switch
                {
                    SometimeMember.Never => Verdict.False,
                    SometimeMember.Always => Verdict.True,
                    _ => on is MissingDatum unknown ? Verdict.Unknown(unknown.Fields) : Verdict.False,
                };
            case (TextDatum text, TextSetConstant texts):
                return Verdict.Of(texts.Texts.Contains(text.Value) || texts.Prefixes.Any(prefix => text.Value.StartsWith(prefix, StringComparison.Ordinal)));
            case (NumberDatum number, NumberSetConstant numbers):
                return Verdict.Of(numbers.Numbers.Any(one => Rational.Compare(one, number.Value) == 0));
            case (RangeDatum range, NumberSetConstant numbers):
                return numbers.Numbers.Aggregate(Verdict.False, (all, one) => all | Comparison.Of(BinaryOperator.Equal, range, new NumberDatum(one)));
            default:
                return Verdict.False;
        }
    }

    private Verdict InRange(BoundInRange range)
    {
        Possible value = Value(range.Value);
        Possible from = range.From is null ? Possible.Of(NoneDatum.Instance) : Value(range.From);
        Possible to = range.To is null ? Possible.Of(NoneDatum.Instance) : Value(range.To);
        List<Verdict> verdicts = [];
        foreach (Datum one in value.Data)
        {
            foreach (Datum low in from.Data)
            {
                foreach (Datum high in to.Data)
                {
                    Verdict above = range.From is null ? Verdict.True : Comparison.Of(BinaryOperator.GreaterOrEqual, one, low);
                    Verdict below = range.To is null ? Verdict.True : Comparison.Of(BinaryOperator.LessOrEqual, one, high);
                    verdicts.Add(above & below);
                }
            }
        }

        return Verdict.Alike(verdicts, value.Data.Length * from.Data.Length * to.Data.Length == 1 ? Verdict.NoFields : value.Open.Union(from.Open).Union(to.Open));
    }

    private Verdict Overlaps(BoundOverlaps overlaps) =>
        Decide(Value(overlaps.FromA), Value(overlaps.ToB), static (a, b) => Comparison.Of(BinaryOperator.LessOrEqual, a, b))
        & Decide(Value(overlaps.FromB), Value(overlaps.ToA), static (a, b) => Comparison.Of(BinaryOperator.LessOrEqual, a, b));

    private static Verdict InList(Datum value, Datum list) => (value, list) switch
    {
        (_, CodesDatum { Codes.IsEmpty: true }) => Verdict.False,
        (NoneDatum, _) or (_, NoneDatum) => Verdict.False,
        (CodeDatum code, CodesDatum codes) => Verdict.Of(codes.Codes.Any(one => Comparison.SameCode(one, code.Value))),
        _ => Verdict.Unknown(Arithmetic.FieldsOf(value).Union(Arithmetic.FieldsOf(list))),
    };

    private Verdict Has(BoundHas has)
    {
        Possible filter = has.Code is null ? Possible.Of(NoneDatum.Instance) : Value(has.Code);
        Possible on = has.On is null ? Possible.Of(NoneDatum.Instance) : Value(has.On);
        Possible list = Value(has.List);
        return Decide(list.With(on, static (codes, day) => codes is CodesDatum known ? new DatedCodes(known.Codes, day) : codes), filter, (codes, code) => HasMembers(has, codes, code));
    }

    private static Verdict HasMembers(BoundHas has, Datum list, Datum filter)
    {
        if (list is not DatedCodes { Codes: var codes, On: var on })
        {
            return list is MissingDatum missing ? Verdict.Unknown(missing.Fields) : Verdict.False;
        }

        int certain = 0;
        int possible = 0;
        ImmutableSortedSet<string> fields = Verdict.NoFields;
        foreach (Code code in codes.Distinct())
        {
            Verdict matches = has.Set is Constant set ? InSet(new CodeDatum(code), set, on)
                : has.Code is not null ? Comparison.Of(BinaryOperator.Equal, new CodeDatum(code), filter)
                : Verdict.True;
            matches = has.IsOutside ? !matches : matches;
            certain += matches.Truth == Truth.True ? 1 : 0;
            possible += matches.Truth != Truth.False ? 1 : 0;
            fields = fields.Union(matches.Missing);
        }

        (bool atLeast, bool atMost) = has.Quantity switch
        {
            HasQuantity.Any => (certain >= 1, possible < 1),
            HasQuantity.No => (possible < 1, certain >= 1),
            HasQuantity.Exactly => (certain == has.Number && possible == has.Number, certain > has.Number || possible < has.Number),
            HasQuantity.MoreThan => (certain > has.Number, possible <= has.Number),
            _ => (certain >= has.Number, possible < has.Number),
        };
        return atLeast ? Verdict.True : atMost ? Verdict.False : Verdict.Unknown(fields);
    }

    private static Verdict Shares(Datum left, Datum right)
    {
        if (left is CodesDatum { Codes.IsEmpty: true } || right is CodesDatum { Codes.IsEmpty: true } || left is NoneDatum || right is NoneDatum)
        {
            return Verdict.False;
        }

        return left is CodesDatum a && right is CodesDatum b
            ? Verdict.Of(a.Codes.Any(code => b.Codes.Contains(code)))
            : Verdict.Unknown(Arithmetic.FieldsOf(left).Union(Arithmetic.FieldsOf(right)));
    }

    private bool IsPayable(Thing thing) => thing.Facts switch
    {
        HistoryLine history => history.Status is LineStatus.Paid or LineStatus.Adjusted,
        ServiceLine line => !Decider.IsDenied(_decided, line.Number),
        _ => !_decided.Any(draft => draft.State == FindingState.Active && draft.Level != FindingLevel.Line && draft.Action is EditAction.Deny or EditAction.Reject),
    };

    private bool IsDeniedBy(Thing thing, string edit) => _decided.Any(draft =>
        draft.Edit.Id == edit
        && draft.State == FindingState.Active
        && draft.Action is EditAction.Deny or EditAction.Reject
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

    private static Verdict IsEarlier(Datum thing, Datum than)
    {
        if (thing is not ThingDatum { Thing: Thing a } || than is not ThingDatum { Thing: Thing b })
        {
            return thing is MissingDatum or NoneDatum ? Verdict.False : Verdict.Unknown(Arithmetic.FieldsOf(than));
        }

        if (a.Store == b.Store && a.Position == b.Position)
        {
            return Verdict.False;
        }

        Datum left = LineDate(a);
        Datum right = LineDate(b);
        Verdict before = Comparison.Of(BinaryOperator.Less, left, right);
        if (a.Store == ThingKinds.History || b.Store == ThingKinds.History)
        {
            return before;
        }

        return before | (Comparison.Of(BinaryOperator.Equal, left, right) & Verdict.Of(a.Position < b.Position));
    }

    private static Datum LineDate(Thing thing)
    {
        ServiceLine? line = thing.Facts as ServiceLine ?? (thing.Facts as HistoryLine)?.Line;
        return line?.From is DateOnly from ? new DateDatum(from.DayNumber) : MissingDatum.Of(thing.Path + "date");
    }

    /// <summary>A list of codes with the day on which they are asked for.</summary>
    private sealed record DatedCodes(ImmutableArray<Code> Codes, Datum On) : Datum;
}
